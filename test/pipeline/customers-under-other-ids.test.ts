/** Customers that Webex has under other external ids than the sheet: made by hand, or named otherwise since. */
import { describe, expect, it } from "vitest";
import { operator } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";

type Cells = Readonly<Record<string, string>>;

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** `idOf`: the external id of the n-th customer. */
function batchOf(count: number, idOf: (n: number) => string, more: (n: number) => Cells = () => ({})): Batch {
  return {
    templates: [{}],
    customers: numbered(count).map((n) => ({ external_id: idOf(n), ...more(n) })),
    users: numbered(count).map((n) => ({
      ...{ customer: idOf(n), email: `user@c${n}.example.com`, extension: "4000" },
    })),
  };
}

const byHand = (n: number) => `HAND-${n}`;
const ours = (n: number) => `C${n}`;

async function madeByHand(count: number) {
  const at = await operator();
  await at.apply(batchOf(count, byHand));
  await at.webex.forgetStats();
  return at;
}

type Operator = Awaited<ReturnType<typeof operator>>;

const idsAt = async ({ webex }: Operator) => {
  const { customers = [] } = await webex.state();
  return customers.map(({ externalId }) => String(externalId));
};

const orgIdOf = async ({ webex }: Operator, externalId: string) => {
  const { customers = [] } = await webex.state();
  return String(customers.find((each) => each.externalId === externalId)?.orgId);
};

const tally = (words: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

describe("a customer that exists under another external ID", () => {
  it("is refused, with its users: no second one is made", async () => {
    const at = await madeByHand(1);
    const { rows, rowAt } = await at.apply(batchOf(1, ours));
    expect(rows).toEqual([
      "templates.csv:2 none unchanged",
      "customers.csv:2 update failed exists_under_other_id in external_id",
      "users.csv:2 update failed exists_under_other_id in customer",
    ]);
    expect(rowAt("customers.csv:2").message).toContain("under the external ID HAND-1");
    expect(rowAt("customers.csv:2").hint).toContain("--adopt");
    expect((await at.webex.stats()).writes).toBe(0);
  });

  it("is found by its organization too, whatever its name", async () => {
    const at = await madeByHand(1);
    const orgId = await orgIdOf(at, "HAND-1");
    const { rows } = await at.apply(batchOf(1, ours, () => ({ org_id: orgId, name: "", admin_email: "" })));
    expect(rows[1]).toBe("customers.csv:2 update failed exists_under_other_id in org_id");
  });

  it.each([
    ["another name", { name: "Quite Another Firm", admin_email: "someone@else.example.com" }],
    ["the same name and another administrator", { admin_email: "someone@else.example.com" }],
  ])("is another one where the row has %s", async (_, cells) => {
    const at = await madeByHand(1);
    const { rows } = await at.apply({ templates: [{}], customers: [{ external_id: "C1", ...cells }] });
    expect(rows[1]).toBe("customers.csv:2 create succeeded");
    expect((await idsAt(at)).toSorted()).toEqual(["C1", "HAND-1"]);
  });

  it("is none where its own id is in the batch", async () => {
    const at = await madeByHand(1);
    const { rows } = await at.apply({ templates: [{}], customers: [{ external_id: "HAND-1" }, { external_id: "C2" }] });
    expect(rows.slice(1)).toEqual(["customers.csv:2 none unchanged", "customers.csv:3 create succeeded"]);
  });

  it("is refused, also with --adopt, where other rows are about it by the id that it has", async () => {
    const at = await madeByHand(1);
    const orgId = await orgIdOf(at, "HAND-1");
    const { customers = [], templates = [] } = batchOf(1, ours, () => ({ org_id: orgId }));
    const { users = [] } = batchOf(1, byHand);
    const batch = { templates, customers, users: users.map((user) => ({ ...user, last_name: "de Vries" })) };
    const { rows, rowAt } = await at.apply(batch, { isAdopting: true });
    expect(rows.slice(1)).toEqual([
      "customers.csv:2 update failed exists_under_other_id in org_id",
      "users.csv:2 update succeeded",
    ]);
    expect(rowAt("customers.csv:2").hint).toContain("write C1 in all of them");
    expect(await idsAt(at)).toEqual(["HAND-1"]);
  });

  it("gets the id of the row with --adopt, keeps its packages, and gets what else the row says", async () => {
    const at = await madeByHand(1);
    const batch = batchOf(1, ours, () => ({ packages: "webex_calling;webex_suite", city: "Utrecht" }));
    const { rows, runId } = await at.apply(batch, { isAdopting: true });
    expect(rows).toEqual([
      "templates.csv:2 none unchanged",
      "customers.csv:2 update succeeded",
      "users.csv:2 none unchanged",
    ]);
    const { customers = [] } = await at.webex.state();
    expect(customers).toEqual([
      expect.objectContaining({
        externalId: "C1",
        packages: ["webex_calling", "webex_meetings", "webex_suite"],
      }),
    ]);
    expect((await at.apply(batch)).results.map(({ status }) => status)).toEqual(Array(3).fill("unchanged"));
    const undone = await at.undo(runId);
    expect(undone.rows[1]).toContain("customers.csv:2 update");
    expect(await idsAt(at)).toEqual(["HAND-1"]);
  });

  it.each(["lost:1x", "reset:1x", "503:2x", "garbage:1x"])(
    "is given the id once where answers are %s",
    async (fault) => {
      const at = await madeByHand(1);
      await at.webex.turnKnobs({ faults: [`PUT /wholesale/customers/{customerId}=${fault}`] });
      const { rows } = await at.apply(batchOf(1, ours), { isAdopting: true });
      expect(rows[1]).toBe("customers.csv:2 update succeeded");
      expect(await idsAt(at)).toEqual(["C1"]);
    },
  );
});

describe("an organization that is no wholesale customer", () => {
  it("is attached, with a word on what that takes", async () => {
    const at = await madeByHand(1);
    const orgId = await orgIdOf(at, "HAND-1");
    await at.apply({ customers: [{ external_id: "HAND-1", action: "remove" }] }, { isRemovingCustomers: true });
    const { rows, errors } = await at.apply(batchOf(1, ours, () => ({ org_id: orgId, name: "", admin_email: "" })));
    expect(rows[1]).toContain("customers.csv:2 create succeeded");
    expect((await errors()).map(({ code }) => code)).toContain("organization_attached");
  });
});

describe("50 customers made by hand under other ids", () => {
  it("are one plan, one apply with --adopt, and then unchanged", async () => {
    const at = await madeByHand(50);
    const batch = batchOf(50, ours);
    const { plan } = await at.plan(batch, { isAdopting: true });
    const planned = tally(plan.rows.map(({ action }) => action));
    await at.webex.forgetStats();
    const applied = await at.apply(batch, { isAdopting: true });
    const sent = await at.webex.stats();
    const again = await at.apply(batch);
    expect(planned).toEqual({ update: 50, none: 51 });
    expect(applied.exitCode).toBe(0);
    expect(sent.writes).toBe(50);
    expect(again.results.every(({ status }) => status === "unchanged")).toBe(true);
    expect((await idsAt(at)).toSorted()).toEqual(numbered(50).map(ours).toSorted());
  });
});
