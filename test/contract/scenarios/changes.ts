/** Users who change, leave and come back, with every request and answer held against the API descriptions. */
import { describe, expect, it } from "vitest";
import { operator } from "../../support/operator.ts";
import type { WireCheck } from "../../support/wire-check.ts";
import type { Batch } from "../../support/write-batch.ts";

const first: Batch = {
  templates: [{}],
  customers: [{ hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234509" }],
  users: [{ phone_number: "+31201234501", roles: "device_admin", caller_id: "location" }, {}, {}],
};

const later: Batch = {
  users: [
    { phone_number: "+31201234599", last_name: "de Boer", title: "Baker", department: "Bread", language: "nl_NL" },
    { extension: "4900", roles: "user_admin", caller_id: "+31201234500" },
    { action: "remove", first_name: "", last_name: "", package: "", location: "", extension: "" },
    { email: "new@example.com", extension: "4002", display_name: "The new one" },
  ],
};

export function describeChanges(wire: WireCheck): void {
  describe("a night of changes, a leaver and a successor", () => {
    it("is carried out, found unchanged, and taken back", async () => {
      const at = await operator({}, async (origin) => (await wire.before(origin)).baseUrl);
      await at.apply(first);
      const { rows, runId } = await at.apply(later);
      expect(rows).toEqual([
        "users.csv:2 update succeeded",
        "users.csv:3 update succeeded",
        "users.csv:4 delete succeeded",
        "users.csv:5 create succeeded",
      ]);
      const again = await at.apply(later);
      expect(again.rows).toEqual([2, 3, 4, 5].map((row) => `users.csv:${row} none unchanged`));
      const undone = await at.undo(runId);
      expect(undone.rows).toEqual([
        "users.csv:2 update succeeded",
        "users.csv:3 update succeeded",
        "users.csv:4 create succeeded",
        "users.csv:5 delete succeeded",
      ]);
      expect((await at.apply(first)).results.every(({ status }) => status === "unchanged")).toBe(true);
    });
  });

  describe("customers that stand under other ids, leave, and come back", () => {
    it("are taken over, removed with and without their organizations, and made again", async () => {
      const at = await operator({}, async (origin) => (await wire.before(origin)).baseUrl);
      await at.apply({ ...first, customers: [{ external_id: "HAND-1" }, { external_id: "C2" }], users: [] });
      const taken = await at.apply({ customers: [{ admin_email: "admin@c1.example.com" }] }, { isAdopting: true });
      expect(taken.rows).toEqual(["customers.csv:2 update succeeded"]);
      await at.apply({ users: [{}, {}] });
      const removal = { customers: [{ action: "remove" }] };
      const gone = await at.apply(removal, { isRemovingCustomers: true });
      expect(gone.rows).toEqual(["customers.csv:2 delete succeeded"]);
      expect((await at.undo(gone.runId)).rows).toEqual(["customers.csv:2 create succeeded"]);
      const forGood = await at.apply(removal, { isRemovingCustomers: true, isDeletingOrganizations: true });
      expect(forGood.rows).toEqual(["customers.csv:2 delete succeeded"]);
    });
  });

  describe("users who go to another location", () => {
    it.each([[], [{ kind: "jobs-nested", probability: 1 }] as const])(
      "are moved, and back again",
      async (...quirks) => {
        const at = await operator({ quirks }, async (origin) => (await wire.before(origin)).baseUrl);
        const branch = { name: "Branch", pstn: "Simulated Carrier" };
        const users = [
          { phone_number: "+31201234501" },
          { email: "ann+group@example.com" },
          { email: "bob+movefails@example.com" },
          {},
        ];
        await at.apply({ ...first, locations: [branch], users });
        const moving = { users: users.map((user) => ({ ...user, location: "Branch" })) };
        const asked = await at.plan(moving, { isPrechecking: true });
        expect(asked.plan.rows.map(({ action }) => action)).toEqual(["refused", "refused", "update", "update"]);
        const wishes = { isAcceptingImpacts: true, isAllowingOutage: true };
        const { rows, runId } = await at.apply(moving, wishes);
        expect(rows).toEqual([
          "users.csv:2 update succeeded",
          "users.csv:3 update succeeded",
          "users.csv:4 update failed 25383 in location",
          "users.csv:5 update succeeded",
        ]);
        expect((await at.undo(runId)).rows.filter((row) => row.endsWith("update succeeded"))).toHaveLength(3);
      },
    );
  });

  describe("a night of locations that change and close", () => {
    it("is carried out, found unchanged, and taken back", async () => {
      const at = await operator({}, async (origin) => (await wire.before(origin)).baseUrl);
      const branch = {
        ...{ name: "Rotterdam", pstn: "Simulated Carrier", routing_prefix: "81" },
        ...{ phone_numbers: "+31104170100-+31104170106", main_number: "+31104170100" },
      };
      const utrecht = { name: "Utrecht", pstn: "Simulated Carrier", phone_numbers: "+31301234500-+31301234506" };
      const before: Batch = {
        templates: [{}],
        customers: [{}],
        locations: [branch, utrecht, { name: "Hunt Groups" }],
        users: [{ location: "Utrecht", phone_number: "+31301234501" }],
      };
      await at.apply(before);
      const closing = {
        address_line1: "",
        city: "",
        state: "",
        postal_code: "",
        country: "",
        timezone: "",
        language: "",
      };
      const after: Batch = {
        locations: [
          { ...branch, routing_prefix: "91", caller_id_name: "Sales", phone_numbers: "+31104170100", pstn: "" },
          { ...closing, name: "Utrecht", action: "remove" },
          { ...closing, name: "Hunt Groups", action: "remove" },
          { name: "Breda", pstn_route: "trunk:Simulated Gateway", phone_numbers: "+31301234500" },
        ],
        users: [{ action: "remove" }],
      };
      const wishes = { isRemovingNumbers: true, isForcingLocations: true };
      const { rows, runId } = await at.apply(after, wishes);
      expect(rows).toEqual([
        "locations.csv:2 update succeeded",
        "locations.csv:3 delete succeeded",
        "locations.csv:4 delete succeeded",
        "locations.csv:5 create succeeded",
        "users.csv:2 delete succeeded",
      ]);
      const again = await at.apply(after, wishes);
      expect(again.results.map(({ status }) => status)).toEqual(Array(5).fill("unchanged"));
      const undone = await at.undo(runId);
      expect(undone.results.map(({ status, message }) => (status === "succeeded" ? status : message))).toEqual(
        Array(5).fill("succeeded"),
      );
      expect((await at.apply(before)).results.every(({ status }) => status === "unchanged")).toBe(true);
    });
  });
}
