/** Customers whose rows say that they are to go: what is left of them, what is refused, what comes back. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { englishOf } from "../support/english-of.ts";
import { operator } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";

const first: Batch = {
  templates: [{}],
  customers: [
    { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234509", hq_main_number: "+31201234500" },
    {},
  ],
  users: [
    { phone_number: "+31201234501", roles: "device_admin" },
    {},
    {},
    { customer: "C2", email: "other@example.com", extension: "4100" },
  ],
};
const blank = Object.fromEntries(
  ["name", "admin_email", "template", "packages", "address_line1", "city", "country", "supported_location"].map(
    (column) => [column, ""],
  ),
);
const leaving = (externalId = "C1", action = "remove") => ({ ...blank, external_id: externalId, action });
const allowed = { isRemovingCustomers: true };

async function applied(batch = first) {
  const at = await operator();
  await at.apply(batch);
  await at.webex.forgetStats();
  return at;
}

type Operator = Awaited<ReturnType<typeof operator>>;

const left = async ({ webex }: Operator) => {
  const { customers = [], organizations = [], subscribers = [], people = [] } = await webex.state();
  return {
    customers: customers.map(({ externalId }) => externalId),
    organizations: organizations.map(({ displayName, name }) => displayName ?? name),
    subscribers: subscribers.map(({ email }) => email),
    people: people.map(({ email }) => email),
  };
};

describe("a customer to remove", () => {
  it("stays unless its removal was allowed", async () => {
    const at = await applied();
    const { rows, exitCode } = await at.apply({ customers: [leaving()] });
    expect(rows).toEqual(["customers.csv:2 delete failed customer_removal_not_allowed in action"]);
    expect(exitCode).toBe(1);
    expect((await at.webex.stats()).writes).toBe(0);
  });

  it.each(["remove", "Cancel", "opzeggen"])("goes with its users, by its external id and %s alone", async (word) => {
    const at = await applied();
    const batch = { customers: [leaving("C1", word)] };
    const { rows, exitCode } = await at.apply(batch, allowed);
    expect([rows, exitCode]).toEqual([["customers.csv:2 delete succeeded"], 0]);
    expect(await left(at)).toEqual({
      customers: ["C2"],
      organizations: ["Customer 1", "Customer 2"],
      subscribers: ["other@example.com"],
      people: ["admin@c1.example.com", "admin@c2.example.com", "other@example.com"],
    });
    expect((await at.apply(batch, allowed)).rows).toEqual(["customers.csv:2 none unchanged"]);
  });

  it("says what stays in its organization", async () => {
    const at = await applied();
    const { errors } = await at.apply({ customers: [leaving()] }, allowed);
    const [warning] = await errors();
    expect(warning).toMatchObject({ code: "organization_stays", severity: "warning" });
    expect(warning?.message).toContain("1 person without a subscription, 1 location, and 10 numbers");
  });

  it("names its workspaces: they stay without licenses, or go with the organization", async () => {
    const at = await applied({ ...first, locations: [{ name: "Workspaces" }] });
    const { plan } = await at.plan({ customers: [leaving()] }, { ...allowed, isDeletingOrganizations: true });
    const [row] = [...plan.rows];
    expect(row?.changes).toContainEqual({ field: "workspaces", before: "2", after: "0" });
    const { rows, errors } = await at.apply({ customers: [leaving()] }, allowed);
    expect(rows).toEqual(["customers.csv:2 delete succeeded"]);
    const [warning] = await errors();
    expect(warning?.message).toContain("2 workspaces (Room 1, Room 2)");
    expect(warning?.hint).toContain("The workspaces lose their licenses");
  });

  it("takes its organization with it where that is wanted", async () => {
    const at = await applied();
    const { rows } = await at.apply({ customers: [leaving()] }, { ...allowed, isDeletingOrganizations: true });
    expect(rows).toEqual(["customers.csv:2 delete succeeded"]);
    expect((await left(at)).organizations).toEqual(["Customer 2"]);
  });

  it("reports why Webex keeps the organization", async () => {
    const at = await applied();
    const wishes = { ...allowed, isDeletingOrganizations: true, isKeepingPersons: true };
    const { rows, rowAt } = await at.apply({ customers: [leaving()] }, wishes);
    expect(rows).toEqual([expect.stringMatching(/^customers.csv:2 delete failed/)]);
    expect(rowAt("customers.csv:2").message).toContain("more than 1 user");
    expect(await left(at)).toMatchObject({ customers: ["C2"], subscribers: ["other@example.com"] });
  });

  it("says who can delete the organization where the partner may not any more", async () => {
    const at = await applied();
    await at.webex.turnKnobs({ faults: ["DELETE /organizations/{orgId}=403"] });
    const { rows, rowAt } = await at.apply({ customers: [leaving()] }, { ...allowed, isDeletingOrganizations: true });
    expect(rows).toEqual([expect.stringMatching(/^customers.csv:2 delete failed/)]);
    expect(rowAt("customers.csv:2").hint).toContain("let its owner do so");
    expect(await left(at)).toMatchObject({ customers: ["C2"], organizations: ["Customer 1", "Customer 2"] });
  });

  it("is exported into the folder of the run first, and that export makes it a customer again", async () => {
    const at = await applied();
    const { folder } = await at.apply({ customers: [leaving()] }, allowed);
    const kept = join(folder, "removed-customers", "batch.xlsx");
    const { rows } = await at.apply(kept);
    expect(rows).toEqual([
      "batch.xlsx[customers]:2 create succeeded",
      ...[2, 3, 4].map((row) => `batch.xlsx[users]:${row} create succeeded`),
    ]);
  });

  it.each(["lost:1x", "reset:1x", "503:2x", "garbage:1x"])("goes once where answers are %s", async (fault) => {
    const at = await applied();
    const routes = [
      "wholesale/customers/{customerId}",
      "wholesale/subscribers/{subscriberId}",
      "organizations/{orgId}",
    ];
    await at.webex.turnKnobs({ faults: routes.map((route) => `DELETE /${route}=${fault}`) });
    const wishes = { ...allowed, isDeletingOrganizations: true };
    expect((await at.apply({ customers: [leaving()] }, wishes)).rows).toEqual(["customers.csv:2 delete succeeded"]);
    expect((await left(at)).customers).toEqual(["C2"]);
    expect((await left(at)).organizations).toEqual(["Customer 2"]);
  });

  it("goes with users who have rows of their own, the administrator included", async () => {
    const at = await applied({ ...first, users: [{ email: "admin@c1.example.com" }, {}] });
    const users = ["admin@c1.example.com", "user2@example.com"].map((email) => ({
      ...{ email, action: "remove", first_name: "", last_name: "", package: "", location: "", extension: "" },
    }));
    const { rows } = await at.apply({ customers: [leaving()], users }, allowed);
    expect(rows).toEqual([
      "customers.csv:2 delete succeeded",
      "users.csv:2 delete succeeded",
      "users.csv:3 delete succeeded",
    ]);
  });

  it("accepts no new users", async () => {
    const at = await applied();
    const { rows } = await at.apply({ customers: [leaving()], users: [{ email: "new@example.com" }] }, allowed);
    expect(rows).toEqual([
      "customers.csv:2 delete succeeded",
      expect.stringMatching(/^users.csv:2 none invalid customer_leaves in customer/),
    ]);
  });

  it("that is not there, or goes already, is unchanged", async () => {
    const at = await applied();
    expect((await at.apply({ customers: [leaving("NOBODY")] }, allowed)).rows).toEqual([
      "customers.csv:2 none unchanged",
    ]);
  });
});

describe("the users of a customer to remove", () => {
  const many = { ...first, users: Array.from({ length: 12 }, () => ({})) };

  it("count: a run with many of them is refused unless their number was confirmed", async () => {
    const at = await applied(many);
    const batch = { customers: [leaving()] };
    const refused = await at.apply(batch, allowed);
    expect(refused.exitCode).toBe(2);
    expect(englishOf(refused.stopped?.reason)).toContain("12 of the 12 users of C1 would be removed");
    expect((await at.apply(batch, { ...allowed, maxRemovals: 11 })).exitCode).toBe(2);
    expect((await at.webex.stats()).writes).toBe(0);
    expect((await at.apply(batch, { ...allowed, maxRemovals: 12 })).exitCode).toBe(0);
  });
});

describe("an undo of a removed customer", () => {
  it("ties it to its organization again and brings its users back", async () => {
    const at = await applied();
    const { runId } = await at.apply({ customers: [leaving()] }, allowed);
    const { rows, errors } = await at.undo(runId);
    expect(rows).toEqual(["customers.csv:2 create succeeded"]);
    const { customers, subscribers } = await left(at);
    expect(customers.toSorted()).toEqual(["C1", "C2"]);
    expect(subscribers).toHaveLength(4);
    expect((await errors()).map(({ code, severity }) => `${severity} ${code}`)).toContain("warning undo_by_hand");
    const again = await at.apply(first);
    expect(again.rows.filter((row) => !row.endsWith("none unchanged"))).toEqual([]);
  });

  it("says that nothing brings back a deleted organization", async () => {
    const at = await applied();
    const { runId } = await at.apply({ customers: [leaving()] }, { ...allowed, isDeletingOrganizations: true });
    const { rows } = await at.undo(runId);
    expect(rows).toEqual(["customers.csv:2 create failed undo_by_hand"]);
  });
});
