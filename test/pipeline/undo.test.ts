import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemClock } from "../../src/system-clock.ts";
import { findCustomer, updateCustomer } from "../../src/webex/resources/customer.wire.ts";
import { findLocation, updateCallingLocation } from "../../src/webex/resources/location.wire.ts";
import { addNumbers } from "../../src/webex/resources/numbers.wire.ts";
import { findRoles, patchPerson } from "../../src/webex/resources/person.wire.ts";
import { findSubscriber, updateSubscriber } from "../../src/webex/resources/user.wire.ts";
import { type Operator, operator } from "../support/operator.ts";
import { readResults } from "../support/read-results.ts";
import type { Batch } from "../support/write-batch.ts";
import { clientOf, never, told } from "../webex/support/client.ts";

const carrier = { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234509" };

const office: Batch = {
  templates: [{}],
  customers: [{ ...carrier, hq_main_number: "+31201234500" }],
  locations: [{ pstn: "Simulated Carrier", phone_numbers: "+31101234600-+31101234609", main_number: "+31101234600" }],
  users: [
    { roles: "full_admin" },
    { location: "Branch 1", phone_number: "+31101234601" },
    { package: "webex_meetings", location: "", extension: "" },
  ],
};

describe("undo of a run that made whole customers", () => {
  it("leaves nothing of them, reports each row, and lets the same sheets be applied again", async () => {
    const { apply, undo, webex } = await operator();
    const before = await webex.state();
    const applied = await apply(office);
    expect(applied.exitCode).toBe(0);

    const undone = await undo(applied.runId);
    expect(undone.rows).toEqual([
      "templates.csv:2 none unchanged",
      "customers.csv:2 delete succeeded",
      "locations.csv:2 delete succeeded",
      "users.csv:2 delete succeeded",
      "users.csv:3 delete succeeded",
      "users.csv:4 delete succeeded",
    ]);
    expect(undone.exitCode).toBe(0);
    expect(undone.rowAt("templates.csv:2").warnings).toContain("Calling stays");
    const { templates: _, ...left } = await webex.state();
    expect({ ...left, templates: [] }).toEqual({ ...before, templates: [] });

    const again = await apply(office);
    expect(again.results.map(({ action, status }) => `${action} ${status}`)).toEqual([
      "none unchanged",
      ...again.results.slice(1).map(() => "create succeeded"),
    ]);
  });

  it("shows first what it would do, and does nothing without a yes", async () => {
    const { apply, undo, webex } = await operator();
    const { runId } = await apply(office);
    await webex.forgetStats();
    let customers: object | undefined;
    const refused = await undo(runId, (plan) => {
      customers = plan.customers;
      return false;
    });
    expect(customers).toEqual({ touched: 1, whole: 1 });
    expect(refused.shown.map(({ at, action }) => `${at.sheet} ${action}`)).toEqual([
      "templates none",
      "customers delete",
      "locations delete",
      "users delete",
      "users delete",
      "users delete",
    ]);
    expect(refused.exitCode).toBe(2);
    expect((await webex.stats()).writes).toBe(0);
  });

  it("also undoes what has not finished, and what may or may not have been done", async () => {
    const { apply, undo, webex } = await operator();
    const users = [{ email: "ann+consent@example.com" }, {}];
    await webex.turnKnobs({ faults: ["POST /wholesale/subscribers=lost:1x"] });
    const applied = await apply({ ...office, users });
    expect(applied.exitCode).toBe(3);
    const undone = await undo(applied.runId);
    expect(undone.exitCode).toBe(0);
    const state = await webex.state();
    expect([state.customers, state.subscribers, state.people, state.locations]).toEqual([[], [], [], []]);
  });

  it("asks again after a lost answer, and treats what no longer exists as removed", async () => {
    const { apply, undo, webex } = await operator();
    const { runId } = await apply(office);
    const routes = [
      "/wholesale/customers/{customerId}",
      "/wholesale/subscribers/{subscriberId}",
      "/organizations/{orgId}",
    ];
    await webex.turnKnobs({ faults: routes.map((route) => `DELETE ${route}=lost:1x`) });
    const undone = await undo(runId);
    expect(undone.exitCode).toBe(0);
    expect((await webex.state()).organizations).toEqual([]);
  });

  it("continues where it was interrupted", async () => {
    const { apply, undo, resume, webex } = await operator({ provisioningTimeMs: 300 });
    const { runId } = await apply(office);
    await webex.turnKnobs({ faults: ["DELETE /wholesale/subscribers/{subscriberId}=401:1x", "GET /people/me=401:1x"] });
    const stopped = await undo(runId);
    expect(stopped.exitCode).toBe(2);
    const resumed = await resume(stopped.runId);
    expect(resumed.exitCode).toBe(0);
    expect(resumed.rows.filter((row) => row.includes("delete succeeded"))).toHaveLength(5);
    expect((await webex.state()).customers).toEqual([]);
  });

  it("undoes a customer whose last step was sent but never done", async () => {
    const { apply, undo, webex } = await operator();
    await webex.turnKnobs({ faults: ["PUT /telephony/pstn/locations/{locationId}/connection=reset:1"] });
    const applied = await apply({ templates: [{}], customers: [carrier] });
    expect(applied.exitCode).toBe(1);
    await webex.turnKnobs({ faults: [] });
    const undone = await undo(applied.runId);
    expect(undone.rowAt("customers.csv:2")).toMatchObject({ action: "delete", status: "succeeded" });
    expect((await webex.state()).customers).toEqual([]);
  });

  it("says of each row that it cannot go on, once another run has worked on the same target", async () => {
    const { apply, undo, resume, stateFolder, webex } = await operator({ provisioningTimeMs: 300 });
    const first = await apply(office);
    await webex.turnKnobs({ faults: ["DELETE /wholesale/subscribers/{subscriberId}=401:1x", "GET /people/me=401:1x"] });
    const stopped = await undo(first.runId);
    expect(stopped.rows.some((row) => row.includes("pending"))).toBe(true);
    const { runId: later } = await apply({ ...office, users: [] });

    await expect(resume(stopped.runId)).rejects.toMatchObject({ code: "undo_overtaken" });
    const rows = await readResults(join(stateFolder, "runs", stopped.runId, "results.csv"));
    const open = rows.filter(({ status }) => status === "pending");
    expect(open.length).toBeGreaterThan(0);
    for (const row of open)
      expect(row).toMatchObject({ error_code: "run_overtaken", message: expect.stringContaining(later) });
  });

  it("a second time finds nothing to do", async () => {
    const { apply, undo, webex } = await operator();
    const { runId } = await apply(office);
    await undo(runId);
    await webex.forgetStats();
    const again = await undo(runId);
    expect(again.exitCode).toBe(0);
    expect(again.results.every(({ status }) => status === "unchanged")).toBe(true);
    expect((await webex.stats()).writes).toBe(0);
  });

  it("detaches an organization that was there before, and leaves it its people", async () => {
    const { apply, undo, webex } = await operator();
    await webex.act({ kind: "add_organization", name: "Old", adminEmail: "old@old.example.com" });
    const orgId = String((await webex.state()).organizations?.[0]?.id);
    const customers = [
      { org_id: orgId, name: "", admin_email: "", packages: "webex_meetings", hq_timezone: "", hq_language: "" },
    ];
    const users = [{ package: "webex_meetings", location: "", extension: "" }];
    const { runId } = await apply({ templates: [{}], customers, users });
    const undone = await undo(runId);
    expect(undone.rows.slice(1)).toEqual(["customers.csv:2 delete succeeded", "users.csv:2 delete succeeded"]);
    const state = await webex.state();
    expect(state.customers).toEqual([]);
    expect(state.organizations).toHaveLength(1);
    expect(state.people?.map(({ email }) => email)).toEqual(["old@old.example.com"]);
  });
});

describe("undo of a run at a customer that was there before", () => {
  const later: Batch = {
    customers: [{ ...carrier, hq_main_number: "+31201234500", packages: "webex_calling;webex_meetings;webex_suite" }],
    locations: [{}, { name: "Branch 2" }],
    users: [
      { roles: "full_admin;device_admin" },
      { email: "new@example.com", extension: "4100", location: "Branch 2" },
    ],
  };

  async function second(): Promise<{ readonly at: Operator; readonly runId: string }> {
    const at = await operator();
    await at.apply({ ...office, locations: [{}], users: [{ roles: "full_admin" }] });
    const { runId, exitCode } = await at.apply({ templates: [{}], ...later });
    expect(exitCode).toBe(0);
    return { at, runId };
  }

  it("undoes users, roles and packages", async () => {
    const { at, runId } = await second();
    const undone = await at.undo(runId);
    expect(undone.rows).toEqual([
      "templates.csv:2 none unchanged",
      "customers.csv:2 update succeeded",
      "locations.csv:2 none unchanged",
      "locations.csv:3 delete succeeded",
      "users.csv:2 update succeeded",
      "users.csv:3 delete succeeded",
    ]);
    expect(undone.exitCode).toBe(0);
    const { customers, subscribers, people, locations } = await at.webex.state();
    expect(customers?.map(({ packages }) => packages)).toEqual([["webex_calling", "webex_meetings"]]);
    expect(locations?.map(({ name }) => name)).toEqual(["Head Office", "Branch 1"]);
    expect(subscribers?.map(({ email }) => email)).toEqual(["user1@example.com"]);
    expect(people?.find(({ email }) => email === "user1@example.com")?.roles).toEqual(["id_full_admin"]);
    expect(people?.some(({ email }) => email === "new@example.com")).toBe(false);
  });

  it("keeps the identity of a person who existed before the subscription", async () => {
    let aheadMs = 0;
    const at = await operator({ clock: { ...systemClock, monotonic: () => systemClock.monotonic() + aheadMs } });
    await at.apply({ templates: [{}], customers: [{}] });
    aheadMs = 3_600_000;
    const { runId } = await at.apply({ users: [{ email: "admin@c1.example.com" }] });
    expect((await at.undo(runId)).rows).toEqual(["users.csv:2 delete succeeded"]);
    const { subscribers, people } = await at.webex.state();
    expect(subscribers).toEqual([]);
    expect(people?.map(({ email }) => email)).toEqual(["admin@c1.example.com"]);
  });
});

type Client = ReturnType<typeof clientOf>["http"];
type Ids = { readonly customerId: string; readonly orgId: string };

/** What somebody else does between a run and its undo, and what the refusal says of it. */
const drifts: readonly {
  readonly what: string;
  readonly act: (http: Client, ids: Ids, at: Operator) => Promise<unknown>;
  readonly row: string;
  readonly says: string;
}[] = [
  {
    what: "another package of the customer",
    act: (http, { customerId }) =>
      told(
        updateCustomer(
          http,
          { customerId, change: { packages: ["webex_calling", "webex_meetings", "webex_voice"] } },
          never,
        ),
      ),
    row: "customers.csv:2",
    says: "packages is webex_calling;webex_meetings;webex_voice instead of webex_calling;webex_meetings",
  },
  {
    what: "a user of another run",
    act: (_http, _ids, at) => at.apply({ users: [{ email: "guest@example.com", extension: "4200" }] }),
    row: "customers.csv:2",
    says: "users that the run did not create (guest@example.com)",
  },
  {
    what: "a location of another run",
    act: (_http, _ids, at) => at.apply({ locations: [{ name: "Depot" }] }),
    row: "customers.csv:2",
    says: "locations that the run did not create (Depot)",
  },
  {
    what: "another main number",
    act: async (http, { orgId }) => {
      const place = await told(findLocation(http, { orgId, name: "Branch 1" }, never));
      const settings = { mainNumber: "+31101234605" };
      return told(updateCallingLocation(http, { orgId, locationId: place?.id ?? "", settings }, never));
    },
    row: "customers.csv:2",
    says: "location Branch 1: main_number is +31101234605 instead of +31101234600",
  },
  {
    what: "numbers of others",
    act: async (http, { orgId }) => {
      const place = await told(findLocation(http, { orgId, name: "Branch 1" }, never));
      return addNumbers(http, { orgId, locationId: place?.id ?? "", phoneNumbers: ["+31101239999"] }, never);
    },
    row: "customers.csv:2",
    says: "numbers that the run did not add (+31101239999)",
  },
  {
    what: "another package of a user",
    act: async (http, { customerId, orgId }) => {
      const found = await told(findSubscriber(http, { customerId, email: "user3@example.com" }, never));
      const place = await told(findLocation(http, { orgId, name: "Branch 1" }, never));
      const telephone = { extension: "4300", locationId: place?.id ?? "" };
      const change = { packages: ["webex_calling"], telephone };
      return told(updateSubscriber(http, { subscriberId: found?.id ?? "", change }, never));
    },
    row: "users.csv:4",
    says: "package is webex_calling instead of webex_meetings",
  },
  {
    what: "a role that somebody gave",
    act: async (http, { orgId }) => {
      const person = await told(findRoles(http, { orgId, email: "user2@example.com" }, never));
      return told(
        patchPerson(http, { orgId, personId: person?.id ?? "", change: { addedRoles: ["user_admin"] } }, never),
      );
    },
    row: "users.csv:3",
    says: "the person got the role user_admin",
  },
];

describe("undo after a change by somebody else", () => {
  it.each(drifts)("refuses $what, says what it is, and keeps the customer", async ({ act, row, says }) => {
    const at = await operator();
    const { runId } = await at.apply(office);
    const { http } = clientOf(at.webex.origin);
    onTestFinished(() => http.close());
    const customer = await told(findCustomer(http, "C1", never));
    await act(http, { customerId: customer?.id ?? "", orgId: customer?.orgId ?? "" }, at);

    const undone = await at.undo(runId);
    expect(undone.exitCode).toBe(1);
    expect(undone.rowAt(row)).toMatchObject({
      status: "failed",
      error_code: "changed_since",
      message: expect.stringContaining(says),
      hint: expect.stringContaining("Hub > "),
    });
    expect(undone.rowAt("customers.csv:2").status).toBe("failed");
    expect((await at.webex.state()).customers).toHaveLength(1);
  });
});
