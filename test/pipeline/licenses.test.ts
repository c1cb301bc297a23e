/** Users against the licenses that their customer has: what a plan refuses, what it only says, and who waits for whom. */
import { describe, expect, it } from "vitest";
import { operator } from "../support/operator.ts";
import { type Exchange, recordBetween } from "../support/recording-proxy.ts";
import type { Batch } from "../support/write-batch.ts";

const templates = [{}];
const leaving = (number: number) => ({
  ...{ email: `user${number}@example.com`, action: "remove", extension: "" },
  ...{ first_name: "", last_name: "", package: "", location: "" },
});
const joiner = { email: "new@example.com", extension: "4500" };

async function applied(limit: string, count = 2) {
  const recorded: Exchange[][] = [];
  const at = await operator({}, async (origin) => {
    const { exchanges, baseUrl } = await recordBetween(origin);
    recorded.push(exchanges);
    return baseUrl;
  });
  const users = Array.from({ length: count }, () => ({}));
  await at.apply({ templates, customers: [{ package_limits: limit }], users });
  const [exchanges = []] = recorded;
  const before = exchanges.length;
  const sent = () =>
    exchanges
      .slice(before)
      .filter(({ path }) => /subscribers|licenses|customers\/[^/]+$/.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/^\/v1/, "").replace(/\/(?=[^/]{20})[^/]+/g, "/{id}")}`);
  return { ...at, sent };
}

describe("a limit in the row of a customer", () => {
  it("counts the users who are at Webex, and not those who leave", async () => {
    const at = await applied("webex_calling=5", 3);
    const { rows, rowAt } = await at.apply({ customers: [{ package_limits: "webex_calling=2" }] });
    expect(rows).toEqual(["customers.csv:2 update failed limit_below_assigned in package_limits"]);
    expect(rowAt("customers.csv:2").message).toContain("3 licenses");
    expect(at.sent().filter((call) => call.startsWith("PUT"))).toEqual([]);
    const lower = await at.apply({ customers: [{ package_limits: "webex_calling=2" }], users: [leaving(1)] });
    expect(lower.rows).toEqual(["customers.csv:2 update succeeded", "users.csv:2 delete succeeded"]);
  });

  it("that is raised comes before the users for whom it is raised", async () => {
    const at = await applied("webex_calling=2");
    const { rows } = await at.apply({ customers: [{ package_limits: "webex_calling=3" }], users: [joiner] });
    expect(rows).toEqual(["customers.csv:2 update succeeded", "users.csv:2 create succeeded"]);
  });

  it("that stays refuses the users who are too many, and no others", async () => {
    const at = await applied("webex_calling=3");
    const { rows } = await at.apply(
      {
        customers: [{ package_limits: "webex_calling=3" }],
        users: [joiner, { email: "late@example.com", extension: "4501" }],
      },
      { refresh: { mode: "always", afterMs: 0 } },
    );
    expect(rows).toEqual([
      "customers.csv:2 none unchanged",
      "users.csv:2 create succeeded",
      "users.csv:3 create failed limit_below_assigned in package",
    ]);
  });
});

describe("a license that somebody gives up", () => {
  it("goes to another user of the same batch: the removal comes first", async () => {
    const at = await applied("webex_calling=2");
    const { rows } = await at.apply({ users: [joiner, leaving(1)] });
    expect(rows).toEqual(["users.csv:2 create succeeded", "users.csv:3 delete succeeded"]);
    expect(at.sent().filter((call) => call.includes("subscribers") && !call.startsWith("GET"))).toEqual([
      "DELETE /wholesale/subscribers/{id}",
      "POST /wholesale/subscribers",
    ]);
    expect(at.sent()).not.toContain("GET /licenses");
  });

  it("is asked about where no limit was ever sent, and only there", async () => {
    const at = await applied("");
    const { rows } = await at.apply({ users: [joiner, leaving(1)] });
    expect(rows).toEqual(["users.csv:2 create succeeded", "users.csv:3 delete succeeded"]);
    expect(at.sent().filter((call) => call === "GET /licenses")).toHaveLength(1);
    const other = await applied("");
    await other.apply({ users: [joiner] });
    expect(other.sent()).not.toContain("GET /licenses");
  });

  it("is not needed where the token may not read licenses", async () => {
    const at = await applied("");
    await at.webex.turnKnobs({ faults: ["GET /licenses=403"] });
    const { rows } = await at.apply({ users: [joiner, leaving(1)] });
    expect(rows).toEqual(["users.csv:2 create succeeded", "users.csv:3 delete succeeded"]);
  });
});

describe("a user for whom there may be no license", () => {
  it("is sent with a warning, and Webex decides: the limit may have been raised elsewhere", async () => {
    const at = await applied("webex_calling=2");
    const { rows, errors } = await at.apply({ users: [joiner] });
    expect(rows).toEqual([expect.stringContaining("users.csv:2 create failed")]);
    expect((await errors()).map(({ severity, code }) => `${severity} ${code}`)).toContain("warning no_license_left");
    expect(at.sent()).toContain("POST /wholesale/subscribers");
  });

  it("is refused by a precheck, but not where somebody gives one up", async () => {
    const at = await applied("webex_calling=2");
    const actions = async (users: Batch["users"]) => {
      const { plan } = await at.plan({ users: users ?? [] }, { isPrechecking: true });
      return [...plan.rows].filter(({ at: { sheet } }) => sheet === "users").map(({ action }) => action);
    };
    expect(await actions([joiner])).toEqual(["refused"]);
    expect(await actions([joiner, leaving(1)])).toEqual(["create", "delete"]);
    expect(at.sent()).toContain("GET /licenses");
  });
});
