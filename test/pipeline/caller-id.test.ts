/** Which number and name a user shows to those whom they call: given, changed, held against what stands at Webex, and taken back. */
import { describe, expect, it } from "vitest";
import { operator } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";

const numbers = "+31201234500-+31201234509";
const branch = { name: "Branch", pstn: "Simulated Carrier", phone_numbers: "+31104170100-+31104170109" };
const first: Batch & { readonly users: NonNullable<Batch["users"]> } = {
  templates: [{}],
  customers: [{ hq_pstn: "Simulated Carrier", hq_phone_numbers: numbers, hq_main_number: "+31201234500" }],
  locations: [branch],
  users: [{ phone_number: "+31201234501", caller_id: "location" }, { caller_id: "+31201234500" }, {}],
};
const [ann = {}, bob = {}, cees = {}] = first.users;

type Operator = Awaited<ReturnType<typeof operator>>;

/** What each user shows, in the order of their addresses; those of whom nothing was ever changed show their own. */
async function shownAt({ webex }: Operator) {
  const { people = [] } = await webex.state();
  const users = people.filter(({ isCalling }) => isCalling === true);
  return users
    .toSorted((one, other) => String(one.email).localeCompare(String(other.email)))
    .map(({ callerId = "DIRECT_LINE" }) => callerId);
}

/** Calls about caller IDs. */
async function callsOf({ webex }: Operator) {
  const { requests } = await webex.stats();
  const route = "/people/{personId}/features/callerId";
  const count = (method: string) =>
    Object.values(requests[`${method} ${route}`] ?? {}).reduce((sum: number, each) => sum + Number(each), 0);
  return { read: count("GET"), sent: count("PUT") };
}

async function applied(batch: Batch = first) {
  const at = await operator();
  expect((await at.apply(batch)).exitCode).toBe(0);
  await at.webex.forgetStats();
  return at;
}

describe("the number that a user shows", () => {
  it("is given to a new user, and a second apply asks nothing about it", async () => {
    const at = await applied();
    expect(await shownAt(at)).toEqual(["LOCATION_NUMBER", "+31201234500", "DIRECT_LINE"]);
    expect((await at.apply(first)).results.every(({ status }) => status === "unchanged")).toBe(true);
    expect(await callsOf(at)).toEqual({ read: 0, sent: 0 });
  });

  it("comes with the new name of who is renamed, wherever it held the old one, and undo gives the old one back", async () => {
    const at = await applied();
    const married = { users: [{ ...ann, last_name: "de Vries" }, bob, { ...cees, last_name: "Bakker" }] };
    const { rows, runId } = await at.apply(married);
    expect(rows).toEqual([
      "users.csv:2 update succeeded",
      "users.csv:3 none unchanged",
      "users.csv:4 update succeeded",
    ]);
    // Webex lets the name of cees follow by itself: it is only looked at
    expect(await callsOf(at)).toEqual({ read: 3, sent: 1 });
    const namesShown = async () => {
      const { people = [] } = await at.webex.state();
      return people.flatMap(({ callerName }) => callerName ?? []);
    };
    expect(await namesShown()).toEqual([]);
    expect(await shownAt(at)).toEqual(["LOCATION_NUMBER", "+31201234500", "DIRECT_LINE"]);
    expect((await at.apply(married)).results.every(({ status }) => status === "unchanged")).toBe(true);
    expect((await at.undo(runId)).exitCode).toBe(0);
    const { people = [] } = await at.webex.state();
    expect(people.find(({ email }) => email === "user1@example.com")?.lastName).not.toBe("de Vries");
    expect(await namesShown()).toEqual([]);
  });

  it("is changed, with what it was in the plan, and given back by undo", async () => {
    const at = await applied();
    const later = { users: [{ ...ann, caller_id: "+31201234502" }, { ...bob, caller_id: "Direct line" }, cees] };
    const { plan } = await at.plan(later);
    expect(plan.rows.map(({ changes }) => changes)).toEqual([
      [{ field: "caller_id", before: "location", after: "+31201234502" }],
      [{ field: "caller_id", before: "+31201234500", after: "direct" }],
      [],
    ]);
    await at.webex.forgetStats();
    const { rows, runId } = await at.apply(later);
    expect(rows).toEqual([
      "users.csv:2 update succeeded",
      "users.csv:3 update succeeded",
      "users.csv:4 none unchanged",
    ]);
    expect(await callsOf(at)).toEqual({ read: 6, sent: 2 }); // for the plan, before, after
    expect(await shownAt(at)).toEqual(["+31201234502", "DIRECT_LINE", "DIRECT_LINE"]);
    expect((await at.undo(runId)).rows.slice(0, 2)).toEqual([
      "users.csv:2 update succeeded",
      "users.csv:3 update succeeded",
    ]);
    expect(await shownAt(at)).toEqual(["LOCATION_NUMBER", "+31201234500", "DIRECT_LINE"]);
  });

  it("keeps the rest of the caller ID as it was set in Control Hub", async () => {
    const at = await applied();
    const { people = [] } = await at.webex.state();
    const id = people.find(({ email }) => email === "user1@example.com")?.id;
    const url = `${at.baseUrl}/people/${id}/features/callerId`;
    const set = { selected: "LOCATION_NUMBER", blockInForwardCallsEnabled: true, dialByLastName: "Smit" };
    const headers = { authorization: "Bearer any", "content-type": "application/json" };
    await fetch(url, { method: "PUT", headers, body: JSON.stringify(set) });
    await at.apply({ users: [{ ...ann, caller_id: "direct" }] });
    expect(await (await fetch(url, { headers })).json()).toMatchObject({ ...set, selected: "DIRECT_LINE" });
  });

  it("that somebody changed in Control Hub is a difference, and no undo overwrites it", async () => {
    const at = await applied();
    const { runId } = await at.apply({ users: [{ ...ann, caller_id: "direct" }] });
    const { people = [] } = await at.webex.state();
    const id = people.find(({ email }) => email === "user1@example.com")?.id;
    const headers = { authorization: "Bearer any", "content-type": "application/json" };
    const body = JSON.stringify({ selected: "CUSTOM", customNumber: "+31201234505" });
    await fetch(`${at.baseUrl}/people/${id}/features/callerId`, { method: "PUT", headers, body });
    expect((await at.drift({ of: "applied" })).lines).toMatchObject([
      { kind: "changed", key: "user1@example.com", column: "caller_id" },
    ]);
    expect((await at.undo(runId)).rowAt("users.csv:2")).toMatchObject({
      status: "failed",
      error_code: "changed_since",
    });
    expect((await shownAt(at))[0]).toBe("+31201234505");
  });

  it("is shown again by somebody who goes to another location, and when the undo takes them back", async () => {
    const at = await applied();
    const moving = { users: [{ ...bob, email: "user2@example.com", extension: "4001", location: "Branch" }] };
    const { runId, rows } = await at.apply(moving, { isAcceptingImpacts: true });
    expect(rows).toEqual(["users.csv:2 update succeeded"]);
    expect((await shownAt(at))[1]).toBe("+31201234500");
    await at.undo(runId);
    expect((await shownAt(at))[1]).toBe("+31201234500");
  });

  it("comes back with somebody who was removed", async () => {
    const at = await applied();
    const { runId } = await at.apply({ users: [{ action: "remove" }] });
    expect((await at.undo(runId)).rowAt("users.csv:2")).toMatchObject({ action: "create", status: "succeeded" });
    expect(await shownAt(at)).toContain("LOCATION_NUMBER");
    expect(await shownAt(at)).toHaveLength(3);
  });

  it("that Webex does not take fails the row at its column, and nothing else of it is lost", async () => {
    const at = await applied();
    const { rowAt, errors } = await at.apply({ users: [{ ...ann, caller_id: "+31880000001", last_name: "de Boer" }] });
    expect(rowAt("users.csv:2")).toMatchObject({ status: "failed", error_code: "27966", column: "caller_id" });
    const { people = [] } = await at.webex.state();
    expect(people.find(({ email }) => email === "user1@example.com")?.lastName).toBe("de Boer");
    expect((await errors()).filter(({ severity }) => severity === "error")).toHaveLength(1);
  });

  it.each(["503:0.3", "lost:0.3", "reset:0.3"])("is right in the end where answers are %s", async (fault) => {
    const at = await applied();
    const route = "/people/{personId}/features/callerId";
    await at.webex.turnKnobs({ faults: [`PUT ${route}=${fault}`, `GET ${route}=503:0.1`] });
    const later = [ann, bob, cees].map((user, index) => ({ ...user, caller_id: `+3120123450${index + 3}` }));
    const { results } = await at.apply({ users: later });
    expect(results.map(({ status, message }) => message || status)).toEqual(Array(3).fill("succeeded"));
    expect(await shownAt(at)).toEqual(["+31201234503", "+31201234504", "+31201234505"]);
  });

  it.each([
    ["direct", "direct"],
    ["Locatienummer", "location"],
    ["DIRECT_LINE", "direct"],
    ["31201234500", "phone_lost_plus"],
    ["locaton", "not_a_choice"],
  ])("is written as %s: %s", async (cell, end) => {
    const at = await operator();
    const { rowAt } = await at.apply({ ...first, users: [{ caller_id: cell }] });
    const { error_code, status } = rowAt("users.csv:2");
    expect(error_code || status).toBe(end.includes("_") ? end : "succeeded");
    if (!end.includes("_")) expect(await shownAt(at)).toEqual([end === "direct" ? "DIRECT_LINE" : "LOCATION_NUMBER"]);
  });

  it("of another location is allowed, with a warning", async () => {
    const at = await operator();
    const run = await at.apply({ ...first, users: [{ caller_id: "+31104170100" }] });
    expect(run.rowAt("users.csv:2")).toMatchObject({ status: "succeeded" });
    expect((await run.errors()).map(({ code, column }) => `${code} ${column}`)).toContain(
      "caller_id_of_other_location caller_id",
    );
    expect(await shownAt(at)).toEqual(["+31104170100"]);
  });
});
