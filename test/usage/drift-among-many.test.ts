/** A hundred changes by hand, among few customers and among many: each is found, nothing else is, and what it costs is printed. */
import { describe, expect, it } from "vitest";
import { changeByHand, hundredBatch } from "../support/hundred-changes.ts";
import { type Operator, operator } from "../support/operator.ts";
import { isSoak, soakTimeoutMs } from "../support/soak.ts";
import type { Batch } from "../support/write-batch.ts";

/** The five customers, and others in which nothing is changed: a head office, a branch and three users each. */
function batchAmong(customers: number): Batch {
  const others = Array.from({ length: customers - 5 }, (_, index) => `M${index + 1}`);
  const numbersOf = (index: number) => `+3110${String(index).padStart(4, "0")}`;
  return {
    ...hundredBatch,
    customers: [
      ...hundredBatch.customers,
      ...others.map((external_id, index) => ({
        ...{ external_id, name: `Other ${index}`, admin_email: `admin@m${index}.example.com` },
        ...{ hq_pstn: "Simulated Carrier", hq_phone_numbers: `${numbersOf(index)}100-${numbersOf(index)}109` },
        hq_main_number: `${numbersOf(index)}100`,
      })),
    ],
    locations: [
      ...hundredBatch.locations,
      ...others.map((customer, index) => ({
        ...{ customer, name: "Branch", pstn: "Simulated Carrier", main_number: `${numbersOf(index)}200` },
        phone_numbers: `${numbersOf(index)}200-${numbersOf(index)}209`,
      })),
    ],
    users: [
      ...hundredBatch.users,
      ...others.flatMap((customer, index) =>
        ["ann", "bob", "cas"].map((name, each) => ({
          ...{ customer, email: `${name}@m${index}.example.com`, extension: String(4000 + each) },
          ...{ location: each === 2 ? "Branch" : "Head Office", title: "Clerk" },
        })),
      ),
    ],
  };
}

async function compare(at: Operator) {
  await at.webex.forgetStats();
  const { lines, summary } = await at.drift({ of: "applied" });
  const { total, writes } = await at.webex.stats();
  const told = lines.map(({ customer, sheet, key, kind, column }) =>
    [customer, sheet, key, kind, column].filter(Boolean).join(" "),
  );
  return { told: told.toSorted(), summary, calls: total, writes };
}

describe("a hundred changes by hand", () => {
  it.each(isSoak ? [5, 500] : [5, 40])(
    "are found among %i customers, with nothing before them, and nothing beside them",
    async (customers) => {
      const at = await operator();
      const { exitCode } = await at.apply(batchAmong(customers));
      expect(exitCode).toBe(0);
      const before = await compare(at);
      expect(before).toMatchObject({ told: [], writes: 0, summary: { customers, differences: 0, notCompared: 0 } });
      const expected = await changeByHand(at);
      expect(expected).toHaveLength(100);
      const after = await compare(at);
      expect(after).toMatchObject({ writes: 0, summary: { customers, differing: 5, notCompared: 0 } });
      expect(after.told).toEqual(expected.toSorted());
      const { locations, users } = after.summary.sheets;
      console.log(
        `drift of ${customers} customers, ${locations.compared} locations, ${users.compared} users: found 100 of 100, false 0; ${before.calls} calls before the changes, ${after.calls} after`,
      );
    },
    soakTimeoutMs,
  );
});
