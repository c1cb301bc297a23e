/** Days on which numbers are activated and activation mails are sent, from the sheet to Webex and back. */
import { describe, expect, it } from "vitest";
import { type Operator, operator } from "../support/operator.ts";
import type { SimulatedWebex } from "../support/simulated-webex.ts";
import type { Batch } from "../support/write-batch.ts";

const templates = [{}];
const day = "2026-12-05";
const head = { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234504", hq_activate_on: day };
const branch = {
  name: "Rotterdam",
  pstn: "Simulated Carrier",
  phone_numbers: "+31104170100-+31104170104",
  main_number: "+31104170100",
  activate_on: day,
};
const user = { location: "Rotterdam", phone_number: "+31104170101" };
const batch: Batch = { templates, customers: [head], locations: [branch], users: [user] };

async function atDesk(given: Parameters<typeof operator>[0] = {}): Promise<Operator> {
  const at = await operator(given);
  at.travelTo("2026-11-22T12:00:00Z");
  return at;
}

async function active(webex: SimulatedWebex): Promise<readonly string[]> {
  const { numbers = [] } = await webex.state();
  return numbers.filter(({ state }) => state === "ACTIVE").map(({ number }) => String(number));
}

const range = (first: number) => [0, 1, 2, 3, 4].map((index) => `+${first + index}`);
const office = range(31201234500);
const rotterdam = range(31104170100);

describe("a day on which numbers are activated", () => {
  it("lets them be assigned before it, and is carried out once", async () => {
    const at = await atDesk();
    expect((await at.apply(batch)).rows).toEqual([
      "templates.csv:2 create succeeded",
      "customers.csv:2 create succeeded",
      "locations.csv:2 create succeeded",
      "users.csv:2 create succeeded",
    ]);
    expect(await active(at.webex)).toEqual([]);
    expect((await at.apply(batch)).results.every(({ status }) => status === "unchanged")).toBe(true);
    expect(await at.goLive()).toBeUndefined();

    at.travelTo("2026-12-05T01:00:00Z");
    expect((await at.goLive())?.rows).toEqual(["due/customers:2 update succeeded", "due/locations:2 update succeeded"]);
    expect(await active(at.webex)).toEqual([...rotterdam, ...office]);
    expect(await at.goLive()).toBeUndefined();
    expect((await at.apply(batch)).results.every(({ status }) => status === "unchanged")).toBe(true);
  });

  it("comes when it comes in the time zone of the location", async () => {
    const at = await atDesk();
    await at.apply({ templates, customers: [{}], locations: [{ ...branch, timezone: "America/Los_Angeles" }] });
    at.travelTo("2026-12-05T02:00:00Z");
    expect(await at.goLive()).toBeUndefined();
    at.travelTo("2026-12-05T08:00:00Z");
    expect((await at.goLive())?.rows).toEqual(["due/locations:2 update succeeded"]);
  });

  it("is carried out by an apply of its rows, too, also where they are fresh", async () => {
    const at = await atDesk();
    await at.apply(batch);
    at.travelTo("2026-12-05T12:00:00Z");
    const refresh = { mode: "never", afterMs: 0 } as const;
    expect((await at.apply(batch, { refresh })).rows).toEqual([
      "templates.csv:2 none unchanged",
      "customers.csv:2 update succeeded",
      "locations.csv:2 update succeeded",
      "users.csv:2 none unchanged",
    ]);
    expect(await active(at.webex)).toHaveLength(10);
    expect(await at.goLive()).toBeUndefined();
  });

  it("moves with the row, holds while cells are blank, and is dropped by never", async () => {
    const at = await atDesk();
    await at.apply({ templates, customers: [{}], locations: [branch] });
    await at.apply({ locations: [{ ...branch, activate_on: "2026-12-12" }] });
    at.travelTo("2026-12-06T12:00:00Z");
    expect(await at.goLive()).toBeUndefined();
    expect((await at.apply({ locations: [{ ...branch, activate_on: "" }] })).rows).toEqual([
      "locations.csv:2 none unchanged",
    ]);
    expect((await at.apply({ locations: [{ ...branch, activate_on: "never" }] })).rows).toEqual([
      "locations.csv:2 update succeeded",
    ]);
    at.travelTo("2026-12-13T12:00:00Z");
    expect(await at.goLive()).toBeUndefined();
    expect(await active(at.webex)).toEqual([]);
    await at.apply({ locations: [{ ...branch, activate_on: "", numbers_state: "active" }] });
    expect(await active(at.webex)).toEqual(rotterdam);
  });

  it("goes with a location that is removed", async () => {
    const at = await atDesk();
    await at.apply({ templates, customers: [{}], locations: [branch] });
    await at.apply({ locations: [{ name: "Rotterdam", action: "remove" }] });
    at.travelTo("2026-12-06T12:00:00Z");
    expect(await at.goLive()).toBeUndefined();
  });

  it("that is still to come contradicts active numbers", async () => {
    const at = await atDesk();
    const { rows, rowAt } = await at.apply({
      templates,
      customers: [{ ...head, hq_numbers_state: "active" }],
      locations: [{ ...branch, numbers_state: "active" }],
    });
    expect(rows.slice(1)).toEqual([
      "customers.csv:2 none invalid active_before_date in hq_activate_on",
      "locations.csv:2 none invalid active_before_date in activate_on",
    ]);
    expect(rowAt("customers.csv:2").message).toContain("until 2026-12-05 the numbers stay inactive");
  });

  it("is undone to the day before it, and unassigned numbers are deactivated again", async () => {
    const at = await atDesk();
    await at.apply({ ...batch, customers: [{}] });
    const moved = await at.apply({ locations: [{ ...branch, activate_on: "2026-12-03" }] });
    expect((await at.undo(moved.runId)).rows).toEqual(["locations.csv:2 update succeeded"]);
    at.travelTo("2026-12-04T12:00:00Z");
    expect(await at.goLive()).toBeUndefined();
    at.travelTo("2026-12-05T12:00:00Z");
    const live = await at.goLive();
    const undone = await at.undo(live?.runId ?? "");
    expect(undone.rows).toEqual(["due/locations:2 update failed undo_by_hand"]);
    expect(undone.results[0]?.message).toContain("it activated 1 number of Rotterdam (+31104170101)");
    expect(await active(at.webex)).toEqual(["+31104170101"]);
    expect(await at.goLive()).toBeUndefined();
  });
});

describe("what is due", () => {
  it("stays due where Webex refuses it, and is done when Webex takes it", async () => {
    const at = await atDesk();
    await at.apply({ templates, customers: [{}], locations: [branch] });
    at.travelTo("2026-12-05T12:00:00Z");
    const route = "/telephony/config/locations/{locationId}/numbers";
    await at.webex.turnKnobs({ faults: [`PUT ${route}=400`] });
    const refused = await at.goLive();
    expect(refused?.rows).toEqual(["due/locations:2 update failed http_400 in activate_on"]);
    expect(refused?.exitCode).toBe(1);
    await at.webex.turnKnobs({ faults: [] });
    expect((await at.goLive())?.rows).toEqual(["due/locations:2 update succeeded"]);
  });

  it("reports numbers that are gone, and a location that is gone", async () => {
    const at = await atDesk();
    await at.apply({ templates, customers: [{}], locations: [branch, { name: "Utrecht", activate_on: day }] });
    await at.apply(
      { locations: [{ ...branch, phone_numbers: "+31104170100-+31104170103", activate_on: "" }] },
      { isRemovingNumbers: true },
    );
    at.travelTo("2026-12-05T12:00:00Z");
    const live = await at.goLive();
    expect(live?.rows).toEqual(["due/locations:2 update succeeded", "due/locations:3 none unchanged"]);
    expect((await live?.errors())?.map(({ code, message }) => [code, message])).toEqual([
      ["numbers_not_there", expect.stringContaining("1 number of the sheet is no longer at Rotterdam")],
    ]);
  });
});

describe("the day of the activation mails", () => {
  const welcomes = async ({ webex }: Operator) => (await webex.state()).welcomes ?? [];
  const people = { templates, customers: [{ welcome_on: day }], users: [{}, {}] };

  it("sends them once, to all people of the customer", async () => {
    const at = await atDesk();
    await at.apply(people);
    at.travelTo("2026-12-05T12:00:00Z");
    expect((await at.goLive())?.rows).toEqual(["due/customers:2 update succeeded"]);
    expect(await welcomes(at)).toMatchObject([{ mailed: [expect.anything(), expect.anything(), expect.anything()] }]);
    expect(await at.goLive()).toBeUndefined();
    await at.apply(people);
    expect(await at.goLive()).toBeUndefined();
    expect(await welcomes(at)).toHaveLength(1);
  });

  it("reports after a lost answer that they may have been sent, and does not send them again", async () => {
    const at = await atDesk();
    await at.apply(people);
    at.travelTo("2026-12-05T12:00:00Z");
    const route = "/identity/organizations/{orgId}/jobs/sendActivationEmails";
    await at.webex.turnKnobs({ faults: [`POST ${route}=lost`] });
    const live = await at.goLive();
    expect(live?.rows).toEqual(["due/customers:2 update succeeded"]);
    expect((await live?.errors())?.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      "warning welcome_sent_or_unknown",
    ]);
    await at.webex.turnKnobs({ faults: [] });
    at.travelTo("2026-12-08T12:00:00Z");
    expect(await at.goLive()).toBeUndefined();
    expect(await welcomes(at)).toHaveLength(1);
  });

  it("fails where the organization sends none, and stays due", async () => {
    const at = await atDesk();
    await at.apply({ ...people, templates: [{ invite_emails: "no" }] });
    at.travelTo("2026-12-05T12:00:00Z");
    expect((await at.goLive())?.rows).toEqual(["due/customers:2 update failed welcome_suppressed in welcome_on"]);
    await at.webex.forgetStats();
    const allowed = await at.apply({ templates: [{ invite_emails: "yes" }], customers: [{}] });
    expect(allowed.rows.at(-1)).toBe("customers.csv:2 update succeeded");
    expect(await welcomes(at)).toMatchObject([
      { mailed: [] },
      { mailed: [expect.anything(), expect.anything(), expect.anything()] },
    ]);
    expect(await at.goLive()).toBeUndefined();
  });

  it("that has come when its row is applied sends them then, once, when the people are there", async () => {
    const at = await atDesk();
    const came = { ...people, customers: [{ welcome_on: "2026-11-22" }] };
    const applied = await at.apply(came);
    expect(applied.rows.every((row) => row.endsWith("create succeeded"))).toBe(true);
    expect(await welcomes(at)).toMatchObject([{ mailed: [expect.anything(), expect.anything(), expect.anything()] }]);
    expect((await at.apply(came)).results.every(({ status }) => status === "unchanged")).toBe(true);
    expect(await at.goLive()).toBeUndefined();
    const refresh = { mode: "auto", afterMs: 7 * 86_400_000 } as const;
    await at.apply({ ...people, customers: [{ welcome_on: "2026-11-24" }] });
    at.travelTo("2026-11-24T12:00:00Z");
    const fresh = await at.apply({ ...people, customers: [{ welcome_on: "2026-11-24" }] }, { refresh });
    expect(fresh.rows[1]).toBe("customers.csv:2 update succeeded");
    expect(await welcomes(at)).toHaveLength(2);
    expect(await at.goLive()).toBeUndefined();
  });

  it("that has come stays due where Webex refuses them, and is told where the answer is lost", async () => {
    const at = await atDesk();
    const route = "POST /identity/organizations/{orgId}/jobs/sendActivationEmails";
    await at.webex.turnKnobs({ faults: [`${route}=400`] });
    const came = { ...people, customers: [{ welcome_on: "2026-11-22" }] };
    expect((await at.apply(came)).rows[1]).toMatch(/^customers.csv:2 create failed http_400/);
    await at.webex.turnKnobs({ faults: [`${route}=lost:1x`] });
    const live = await at.goLive();
    expect((await live?.errors())?.map(({ code }) => code)).toEqual(["welcome_sent_or_unknown"]);
    expect((await at.apply(came)).results.every(({ status }) => status === "unchanged")).toBe(true);
    expect(await welcomes(at)).toHaveLength(1);
  });
});
