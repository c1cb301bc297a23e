import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newestRun, readResults } from "../support/read-results.ts";
import { runHere } from "../support/run-here.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { type Batch, writeBatch } from "../support/write-batch.ts";

const user = (customer: string, name: string, extension: string, further = {}) => ({
  customer,
  email: `${name}@${customer.toLowerCase()}.example.com`,
  extension,
  ...further,
});

const twoCustomers: Batch = {
  templates: [{}],
  customers: [{}, {}],
  locations: [{ customer: "C1" }],
  users: [user("C1", "ann", "4001"), user("C1", "bob", "4002"), user("C2", "cas", "4001")],
};

/** A state folder, a simulator, and one batch after the other. */
async function startNights() {
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex({ provisioningTimeMs: 20 });
  let count = 0;
  return {
    webex,
    /** Applies; then what was sent, and what stands in the results: `key: status`, with `?` where Webex was not asked. */
    async apply(batch: Batch, ...flags: readonly string[]) {
      count += 1;
      await webex.forgetStats();
      const input = await writeBatch(folder, `batch-${count}`, batch);
      const { code, out } = await runHere(["apply", input, "--base-url", webex.baseUrl, ...flags], folder);
      const results = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
      const { reads, writes, requests } = await webex.stats();
      const rows = results
        .filter(({ sheet }) => sheet !== "templates")
        .map(({ key, status, message }) => `${key}: ${status}${message.startsWith("Not read at Webex") ? "?" : ""}`);
      return { code, out, reads, writes, requests, rows };
    },
  };
}

const auto = ["--refresh", "auto"];

const nothingAsked = [
  "C1: unchanged?",
  "C2: unchanged?",
  "Branch 1: unchanged?",
  "ann@c1.example.com: unchanged?",
  "bob@c1.example.com: unchanged?",
  "cas@c2.example.com: unchanged?",
];

describe("--refresh auto", () => {
  it("asks nothing about rows that are what was last applied, and says so; without it every row is asked about", async () => {
    const nights = await startNights();
    expect((await nights.apply(twoCustomers)).code).toBe(0);
    const second = await nights.apply(twoCustomers, ...auto);
    expect([second.code, second.reads, second.writes]).toEqual([0, 0, 0]);
    expect(second.rows).toEqual(nothingAsked);
    expect(second.out).toContain("of the unchanged, 6 rows were not read at Webex");
    const third = await nights.apply(twoCustomers);
    expect(third.reads).toBeGreaterThan(5);
    expect(third.rows.filter((row) => row.endsWith("?"))).toEqual([]);
  });

  it("reads only the customer that has a changed row, and of it only what that row asks for", async () => {
    const nights = await startNights();
    await nights.apply(twoCustomers);
    const users = [...(twoCustomers.users ?? []), user("C2", "dee", "4002")];
    const changed = await nights.apply({ ...twoCustomers, users }, ...auto);
    expect(changed.rows).toEqual([...nothingAsked, "dee@c2.example.com: succeeded"]);
    expect(changed.writes).toBe(1);
    const asked = Object.keys(changed.requests).filter((route) => route.startsWith("GET"));
    expect(asked.toSorted()).toEqual([
      "GET /locations",
      "GET /organizations/{orgId}",
      "GET /telephony/config/locations",
      "GET /telephony/config/numbers",
      "GET /wholesale/customers",
      "GET /wholesale/subscribers",
    ]);
    // the customer is asked for again before the first change in it: it may be going
    expect(changed.requests["GET /wholesale/customers"]).toEqual({ "200": 2 });
    expect(changed.reads).toBe(asked.length + 1);
  });

  it("asks again about rows that were last applied too long ago, and not asking makes them no younger", async () => {
    const nights = await startNights();
    await nights.apply(twoCustomers);
    await nights.apply(twoCustomers, ...auto);
    const old = await nights.apply(twoCustomers, ...auto, "--refresh-after", "1ms");
    expect(old.rows.filter((row) => row.endsWith("?"))).toEqual([]);
    const never = await nights.apply(twoCustomers, "--refresh", "never", "--refresh-after", "1ms");
    expect([never.reads, never.rows]).toEqual([0, nothingAsked]);
  });

  it("reads a row again that was sent with other values and refused, though it is back to what was last applied", async () => {
    const nights = await startNights();
    await nights.apply(twoCustomers);
    await nights.webex.turnKnobs({
      faults: ["PUT /wholesale/subscribers*=400"],
    });
    const [ann, ...others] = twoCustomers.users ?? [];
    const dearer = { ...twoCustomers, users: [{ ...ann, package: "webex_meetings" }, ...others] };
    const refused = await nights.apply(dearer, ...auto);
    expect(refused.rows).toContain("ann@c1.example.com: failed");
    await nights.webex.turnKnobs({ faults: [] });
    const back = await nights.apply(twoCustomers, ...auto);
    expect(back.rows).toEqual(
      nothingAsked.map((row) => row.replace("ann@c1.example.com: unchanged?", "ann@c1.example.com: unchanged")),
    );
    expect(back.reads).toBeGreaterThan(0);
  });

  it("makes again what turns out to be gone while another row of its customer is looked at", async () => {
    const nights = await startNights();
    await nights.apply(twoCustomers);
    const { subscribers = [] } = await nights.webex.state();
    const bob = subscribers.find(({ email }) => email === "bob@c1.example.com");
    await fetch(`${nights.webex.baseUrl}/wholesale/subscribers/${bob?.id}`, {
      method: "DELETE",
      headers: { authorization: "Bearer x" },
    });
    const users = [...(twoCustomers.users ?? []), user("C1", "dee", "4009")];
    const found = await nights.apply({ ...twoCustomers, users }, ...auto);
    expect(found.rows).toEqual([
      ...nothingAsked.map((row) => row.replace("bob@c1.example.com: unchanged?", "bob@c1.example.com: succeeded")),
      "dee@c1.example.com: succeeded",
    ]);
  });

  it("looks at the customers of a template that has changed", async () => {
    const nights = await startNights();
    await nights.apply(twoCustomers);
    const changed = await nights.apply({ ...twoCustomers, templates: [{ invite_emails: "no" }] }, ...auto);
    expect(changed.rows.filter((row) => !row.endsWith("?"))).toEqual(["C1: succeeded", "C2: succeeded"]);
  });

  it("honours a request to remove all packages that the sheet does not name", async () => {
    const nights = await startNights();
    await nights.apply(twoCustomers);
    const remove = await nights.apply(twoCustomers, ...auto, "--remove-missing-packages");
    expect(remove.rows.filter((row) => !row.endsWith("?"))).toEqual(["C1: unchanged", "C2: unchanged"]);
    const again = await nights.apply(twoCustomers, ...auto, "--remove-missing-packages");
    expect([again.reads, again.rows]).toEqual([0, nothingAsked]);
  });
});

describe("plan", () => {
  it("asks about as few rows, and a plan of it can be applied", async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex({ provisioningTimeMs: 20 });
    const to = ["--base-url", webex.baseUrl];
    await runHere(["apply", await writeBatch(folder, "first", twoCustomers), ...to], folder);
    const users = [...(twoCustomers.users ?? []), user("C2", "dee", "4002")];
    const second = await writeBatch(folder, "second", { ...twoCustomers, users });
    await webex.forgetStats();
    expect((await runHere(["plan", second, ...to, ...auto, "--out", "plan.json"], folder)).code).toBe(0);
    const { reads } = await webex.stats();
    expect(reads).toBeLessThanOrEqual(7);
    expect((await runHere(["apply", "plan.json", ...to], folder)).code).toBe(0);
    expect((await webex.stats()).writes).toBe(1);
  });
});
