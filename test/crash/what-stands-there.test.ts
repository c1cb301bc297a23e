/** What stands at the target is compared, waited for, and never claimed: whole runs against a simulator that is not as one would wish. */
import { describe, expect, it } from "vitest";
import type { RivalKind } from "../../src/simulator/rivals.ts";
import { type MeddlingProxy, startMeddlingProxy } from "../support/meddling-proxy.ts";
import { operator, quickLimits } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";

const numbers = { pstn: "Simulated Carrier", phone_numbers: "+31201234500-+31201234509", main_number: "+31201234500" };
const batch: Batch = {
  templates: [{}],
  customers: [{}],
  locations: [numbers],
  users: [{ location: "Branch 1", phone_number: "+31201234505", roles: "user_admin" }, {}],
};

/** Where a rival is met, and how the rows end. */
const met: Readonly<Record<RivalKind, string>> = {
  customer: "customers.csv:2",
  location: "locations.csv:2",
  user: "users.csv:2",
};

describe("somebody else who makes the same between plan and create", () => {
  it.each(Object.keys(met) as RivalKind[])("and as the row wants it, leaves nothing to do: %s", async (kind) => {
    const { webex, apply } = await operator();
    await webex.turnKnobs({ rivals: [`${kind}=equal`] });
    const ended = await apply(batch);
    const { status } = ended.rowAt(met[kind]);
    // what belongs to it and was not there is made all the same
    expect(["unchanged", "succeeded"]).toContain(status);
    expect(ended.rowAt(met[kind]).action).not.toBe("create");
    expect(ended.rows.filter((row) => row.includes("failed"))).toEqual([]);
  });

  it.each(Object.keys(met) as RivalKind[])(
    "and otherwise than the row wants it, is left alone and named: %s",
    async (kind) => {
      const { webex, apply } = await operator();
      await webex.turnKnobs({ rivals: [`${kind}=different`] });
      const ended = await apply(batch);
      const row = ended.rowAt(met[kind]);
      expect([row.status, row.error_code]).toEqual(["failed", "exists_differently"]);
      expect(row.message).toMatch(/\(is ".+", wanted ".+"\)/);
      expect(ended.exitCode).toBe(1);
      const state = await webex.state();
      if (kind === "user") expect(state.people).toContainEqual(expect.objectContaining({ firstName: "Somebody" }));
      if (kind === "location")
        expect(state.locations).toContainEqual(
          expect.objectContaining({ name: "Branch 1", address: expect.objectContaining({ city: "Elsewhere" }) }),
        );
      if (kind === "customer") {
        expect(ended.rows.slice(2).every((line) => line.includes(" blocked"))).toBe(true);
        expect(state.subscribers).toEqual([]);
      }
    },
  );

  it.each(["names-in-capitals", "names-decomposed", "names-spaced"])(
    "and whose names are spelled otherwise (%s), is no other one",
    async (quirk) => {
      const { webex, apply } = await operator();
      await webex.turnKnobs({ rivals: ["user=equal", "location=equal", "customer=equal"], quirks: [quirk] });
      const ended = await apply({ ...batch, customers: [{ name: "Bäckerei Jäger" }] });
      expect(ended.rows.filter((row) => /failed|blocked/.test(row))).toEqual([]);
      expect(ended.results.filter(({ action }) => action === "create").map(({ sheet }) => sheet)).toEqual([
        "templates",
      ]);
    },
  );

  describe("and waits for a person", () => {
    const waiting: Batch = {
      templates: [{}],
      customers: [{}],
      users: [{ email: "ann+consent@example.com", extension: "4001" }],
    };
    const consent = { kind: "accept_consent", email: "ann+consent@example.com" } as const;
    const review = { kind: "finish_customer", externalId: "C1", status: "provisioned" } as const;
    const reviewed: Batch = { templates: [{}], customers: [{ admin_email: "admin+rpl@c1.example.com" }] };

    it.each([
      ["user=equal", waiting, consent, "users.csv:2 none unchanged"],
      ["user=different", waiting, consent, "users.csv:2 create failed exists_differently in extension"],
      ["customer=equal", reviewed, review, "customers.csv:2 none unchanged"],
      ["customer=different", reviewed, review, "customers.csv:2 create failed exists_differently in address_line1"],
    ] as const)("is compared when that has come: %s", async (rival, given, act, end) => {
      const { webex, apply, resume } = await operator();
      await webex.turnKnobs({ rivals: [rival] });
      const { rows, runId, exitCode } = await apply(given);
      const isSeenAtOnce = rival === "customer=different"; // its address is told while it is reviewed
      if (isSeenAtOnce) return expect(rows.at(-1)).toBe(end);
      expect([exitCode, rows.at(-1)]).toEqual([3, expect.stringMatching(/ none pending pending_/)]);
      await webex.act(act);
      expect((await resume(runId)).rows.at(-1)).toBe(end);
    });

    it("is left unchanged by the undo of the run that found it", async () => {
      const { webex, apply, undo } = await operator();
      await apply({ templates: [{}], customers: [{}] });
      await webex.turnKnobs({ rivals: ["user=equal"] });
      const { runId } = await apply({
        users: ["ann+consent", "bob+usererror", "eve"].map((name) => ({ email: `${name}@example.com` })),
      });
      const { subscribers: before = [] } = await webex.state();
      expect(before).toHaveLength(3);
      await undo(runId);
      expect((await webex.state()).subscribers).toEqual(before);
    });
  });

  it("shows in the next plan what would be changed of it", async () => {
    const { webex, apply, plan } = await operator();
    await webex.turnKnobs({ rivals: ["location=different"] });
    await apply(batch);
    await webex.turnKnobs({ rivals: [] });
    const planned = await plan(batch);
    const location = planned.plan.rows.find(({ key }) => key === "Branch 1");
    expect(location).toMatchObject({ action: "update" });
    expect(location?.changes.map(({ field }) => field)).toEqual(expect.arrayContaining(["address_line1", "city"]));
  });
});

describe("lists, single reads and rights that lag behind", () => {
  it.each([1, 2, 3, 4])("cost waits, and neither a row nor a second create (seed %i)", async (seed) => {
    const { webex, apply } = await operator({ seed, lagMs: 400 });
    const ended = await apply(batch);
    expect([ended.exitCode, ended.rows]).toEqual([
      0,
      [
        "templates.csv:2 create succeeded",
        "customers.csv:2 create succeeded",
        "locations.csv:2 create succeeded",
        "users.csv:2 create succeeded",
        "users.csv:3 create succeeded",
      ],
    ]);
    expect((await webex.stats()).duplicateCreates).toBe(0);
  });

  it("and lost answers to creates never create anything twice, nor mistake our own for someone else's", async () => {
    const { webex, apply } = await operator({ seed: 5, lagMs: 400 });
    await webex.turnKnobs({
      faults: ["POST /wholesale/customers=lost:1x", "POST /wholesale/subscribers=lost:1x", "POST /locations=lost:1x"],
    });
    const ended = await apply(batch);
    expect([ended.exitCode, ended.rows.map((row) => row.split(" ").slice(1).join(" "))]).toEqual([
      0,
      Array(5).fill("create succeeded"),
    ]);
    const { customers = [], locations = [], subscribers = [] } = await webex.state();
    expect([customers.length, locations.length, subscribers.length]).toEqual([1, 2, 2]);
  });
});

describe("a customer that goes", () => {
  async function withCustomer() {
    const given = await operator();
    await given.apply({ templates: [{}], customers: [{}] });
    return given;
  }
  const more: Batch = { templates: [{}], customers: [{}], locations: [{}], users: [{}] };
  const made = async ({ webex }: Awaited<ReturnType<typeof operator>>) => {
    const { locations = [], subscribers = [] } = await webex.state();
    return [locations.length, subscribers.length];
  };

  it("is refused by the plan with all that is in it, and nothing is made in it", async () => {
    const given = await withCustomer();
    await given.webex.act({ kind: "remove_customer", externalId: "C1", forMs: 600_000 });
    const planned = await given.plan(more);
    expect(planned.plan.rows.map(({ action, code }) => `${action} ${code ?? ""}`).slice(1)).toEqual(
      Array(3).fill("refused being_deleted"),
    );
    const ended = await given.apply(more);
    expect(ended.rows.slice(1)).toEqual([
      "customers.csv:2 update failed being_deleted in external_id",
      "locations.csv:2 update failed being_deleted in customer",
      "users.csv:2 update failed being_deleted in customer",
    ]);
    expect(ended.exitCode).toBe(1);
    expect(await made(given)).toEqual([1, 0]);
  });

  it("while its plan is made is left alone, and the others are dealt with", async () => {
    let proxy: MeddlingProxy | undefined;
    const given = await operator({}, async (origin) => {
      proxy = await startMeddlingProxy(origin);
      return proxy.baseUrl;
    });
    const customers = [{}, {}];
    await given.apply({ templates: [{}], customers });
    const { customers: known = [] } = await given.webex.state();
    const orgId = encodeURIComponent(String(known[0]?.orgId));
    let isRemoved = false;
    proxy?.meddle((method, path) => {
      if (method !== "GET" || !path.startsWith("/v1/locations") || !path.includes(orgId)) return undefined;
      if (!isRemoved) void given.webex.act({ kind: "remove_customer", externalId: "C1", forMs: 0 });
      isRemoved = true;
      return { status: 403 };
    });
    const ended = await given.apply({ ...more, customers, users: [{}, { customer: "C2" }] });
    await proxy?.[Symbol.asyncDispose]();
    expect(ended.rows.slice(1)).toEqual([
      "customers.csv:2 update failed customer_gone in external_id",
      "customers.csv:3 none unchanged",
      "locations.csv:2 update failed customer_gone in customer",
      "users.csv:2 update failed customer_gone in customer",
      "users.csv:3 create succeeded",
    ]);
  });

  it.each([
    ["goes", 600_000, "being_deleted"],
    ["is gone", 0, "customer_gone"],
  ])("between the plan and its confirmation (%s) is left alone", async (_how, forMs, code) => {
    const given = await withCustomer();
    const ended = await given.apply(more, {
      confirm: async () => {
        await given.webex.act({ kind: "remove_customer", externalId: "C1", forMs });
        return true;
      },
    });
    expect(ended.rows.slice(2)).toEqual([
      `locations.csv:2 create failed ${code} in customer`,
      `users.csv:2 create failed ${code} in customer`,
    ]);
    expect(await made(given)).toEqual([1, 0]);
  });

  it("in the middle of a run fails what is left, and nothing is made in it from then on", async () => {
    const given = await withCustomer();
    const users = Array.from({ length: 40 }, () => ({}));
    await given.webex.turnKnobs({ latencyMs: 30 });
    const running = given.apply({ ...more, users });
    const isUnderWay = async () => ((await given.webex.state()).subscribers ?? []).length >= 3;
    while (!(await isUnderWay())) await new Promise((resolve) => setImmediate(resolve));
    await given.webex.act({ kind: "remove_customer", externalId: "C1", forMs: 600_000 });
    const { subscribers = [] } = await given.webex.state();
    const ended = await running;
    const failed = ended.results.filter(({ error_code }) => error_code === "being_deleted");
    expect(failed.length).toBeGreaterThan(20);
    expect(ended.results.filter(({ status }) => status === "failed")).toEqual(failed);
    expect((await made(given))[1]).toBe(subscribers.length);
  });
});

describe("a customer that Webex is changing", () => {
  it("is waited for, whether its row changes something or not", async () => {
    const given = await operator();
    await given.apply({ templates: [{}], customers: [{}] });
    await given.webex.act({ kind: "change_customer", externalId: "C1", forMs: 1_500 });
    const same = await given.apply({ templates: [{}], customers: [{}] });
    expect(same.rows[1]).toBe("customers.csv:2 none unchanged");
    await given.webex.act({ kind: "change_customer", externalId: "C1", forMs: 1_500 });
    const changed = await given.apply({
      templates: [{}],
      customers: [{ packages: "webex_calling;webex_meetings;webex_suite" }],
    });
    expect(changed.rows[1]).toBe("customers.csv:2 update succeeded");
  });
});

describe("a customer that Webex is changing, and of which the batch has no row", () => {
  const rows: Batch = { locations: [{}], users: [{}, { roles: "user_admin" }] };
  const addresses = ["locations.csv:2", "users.csv:2", "users.csv:3"];
  const briefly = { limits: { ...quickLimits, provisioningTimeoutMs: 200 } };
  const each = (ending: string) => addresses.map((address) => `${address} ${ending}`);

  async function withCustomerAtWork(batch: Batch = { templates: [{}], customers: [{}] }) {
    const given = await operator();
    await given.apply(batch);
    await given.webex.act({ kind: "change_customer", externalId: "C1", forMs: 600_000 });
    return given;
  }

  it("is waited for by each row, and nothing is sent for it before", async () => {
    const given = await withCustomerAtWork();
    const waited = await given.apply(rows, briefly);
    expect([waited.exitCode, waited.rows]).toEqual([3, each("create pending pending")]);
    expect(waited.rowAt("users.csv:2").message).toContain("Webex is still working on the customer C1 after 0 s.");
    const { locations = [], subscribers = [] } = await given.webex.state();
    expect([locations.length, subscribers]).toEqual([1, []]);
    await given.webex.act({ kind: "finish_customer", externalId: "C1", status: "provisioned" });
    const ended = await given.resume(waited.runId);
    expect([ended.exitCode, ended.rows]).toEqual([0, each("create succeeded")]);
  });

  it("is asked about once for all of them", async () => {
    const given = await withCustomerAtWork();
    await given.webex.forgetStats();
    await given.apply({ users: Array.from({ length: 20 }, () => ({})) }, briefly);
    const { requests } = await given.webex.stats();
    const asked = Object.values(requests["GET /wholesale/customers/{customerId}"] ?? {}).reduce((a, b) => a + b, 0);
    expect(asked).toBeLessThan(20);
    expect(Object.keys(requests)).not.toContain("POST /wholesale/subscribers");
  });

  it("keeps no row waiting that changes nothing", async () => {
    const given = await withCustomerAtWork({ templates: [{}], customers: [{}], ...rows });
    const ended = await given.apply(rows, briefly);
    expect([ended.exitCode, ended.rows]).toEqual([0, each("none unchanged")]);
  });

  it("ends the wait when it goes, and its rows with it", async () => {
    const given = await withCustomerAtWork();
    const { runId } = await given.apply(rows, briefly);
    await given.webex.act({ kind: "remove_customer", externalId: "C1", forMs: 600_000 });
    const ended = await given.resume(runId);
    expect([ended.exitCode, ended.rows]).toEqual([1, each("create failed being_deleted in customer")]);
  });

  it("is shown by the plan like any other: its rows are created, not updated", async () => {
    const given = await withCustomerAtWork();
    const planned = await given.plan(rows);
    expect(planned.plan.rows.map(({ action }) => action)).toEqual(Array(3).fill("create"));
    const asked: unknown[] = [];
    await given.apply(rows, { confirm: async (counts) => asked.push(counts) < 1 });
    expect(asked).toEqual([expect.objectContaining({ create: 3, update: 0, unchanged: 0 })]);
  });
});

describe("errors in an answer of success", () => {
  it("fail a user who does not work, and are reported for one who does", async () => {
    const { apply } = await operator();
    const users = [{ email: "ann+usererror@example.com" }, { email: "bob+userwarning@example.com" }];
    const ended = await apply({ templates: [{}], customers: [{}], users });
    expect(ended.rows.slice(2)).toEqual(["users.csv:2 create failed 99016", "users.csv:3 create succeeded"]);
    expect(ended.rowAt("users.csv:2").message).toContain("(99016): The user could not be provisioned completely.");
    expect(ended.rowAt("users.csv:3").warnings).toContain("(99016): The user could not be provisioned completely.");
  });

  it("that a user at Webex still has are shown by the plan", async () => {
    const { apply } = await operator();
    const given = { templates: [{}], customers: [{}], users: [{ email: "bob+userwarning@example.com" }] };
    await apply(given);
    const again = await apply(given);
    expect(again.rows[2]).toBe("users.csv:2 none unchanged");
    expect(again.rowAt("users.csv:2").warnings).toContain("(99016): The user could not be provisioned completely.");
  });

  it("are reported for a customer whose package works anyway", async () => {
    const { apply } = await operator();
    const ended = await apply({ templates: [{}], customers: [{ admin_email: "admin+packageerror@c1.example.com" }] });
    expect(ended.rows[1]).toBe("customers.csv:2 create succeeded");
    expect(ended.rowAt("customers.csv:2").warnings).toContain("Package webex_meetings: Webex reports an error (99015)");
  });
});

describe("who is called", () => {
  const nameAt = async ({ webex }: Awaited<ReturnType<typeof operator>>) => {
    const { locations = [] } = await webex.state();
    const branch = locations.find(({ name }) => name === "Branch 1") as
      | { calling?: { callerName?: string } }
      | undefined; // of the simulator's store
    return branch?.calling?.callerName;
  };

  it("sees the company name from the first main number of a location on; a later one leaves the name unchanged", async () => {
    const given = await operator();
    await given.apply({ ...batch, customers: [{ name: "Lindenlaan Bakery" }] });
    expect(await nameAt(given)).toBe("Lindenlaan Bakery");
    const next = { ...numbers, main_number: "+31201234509" };
    await given.apply({ ...batch, customers: [{ name: "Lindenlaan Bread" }], locations: [next] });
    expect(await nameAt(given)).toBe("Lindenlaan Bakery");
  });
});

describe("numbers that cost the caller nothing", () => {
  it("are sent as such, apart from the others", async () => {
    const given = await operator();
    const phone_numbers = "+31201234500;+318001234567";
    const ended = await given.apply({ ...batch, users: [], locations: [{ ...numbers, phone_numbers }] });
    expect(ended.exitCode).toBe(0);
    const { numbers: held = [] } = await given.webex.state();
    const kinds = held.map(({ number, numberType }) => `${number} ${numberType}`).toSorted();
    expect(kinds).toEqual(["+31201234500 DID", "+318001234567 TOLLFREE"]);
  });
});
