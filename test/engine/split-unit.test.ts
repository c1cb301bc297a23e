import { describe, expect, it } from "vitest";
import { splitUnit } from "../../src/engine/temporal/split-unit.ts";
import type { JournalledOperation } from "../../src/model/journal-entry.ts";
import type { Need, Operation } from "../../src/model/plan.ts";

function operation(id: number, resource: "organization" | "user" | "directory_entry", needs: readonly number[] = []) {
  const payloads = {
    organization: {},
    user: { email: "", firstName: "", lastName: "", packages: [] },
    directory_entry: { roles: [] },
  };
  const wanted: readonly Need[] = needs.map((each) => ({ operation: each }));
  const common = { id, unit: 1, row: id, key: String(id), action: "create", ids: {}, needs: wanted } as const;
  const made = { ...common, resource, payload: payloads[resource] } as Operation; // its payload is that of its resource
  return { operation: made, entries: [] };
}

const idsOf = (operations: readonly JournalledOperation[]) => operations.map((each) => each.operation.id);

/** A customer, and so many users of it, each with a role. */
function customerOf(users: number): readonly JournalledOperation[] {
  const people = Array.from({ length: users }, (_, index) => 2 + index);
  return [
    operation(1, "organization"),
    ...people.map((id) => operation(id, "user", [1])),
    ...people.map((id) => operation(id + users, "directory_entry", [id])),
  ];
}

describe("a unit for Temporal", () => {
  it("stays whole when it is not large", () => {
    const operations = customerOf(150);
    expect(splitUnit(operations)).toEqual({ trunk: operations, parts: [] });
  });

  it("splits the users of a large customer into parts with their roles, none twice and none missing", () => {
    const users = 5_000;
    const { trunk, parts } = splitUnit(customerOf(users));
    expect(idsOf(trunk)).toEqual([1]);
    expect(parts.flatMap(idsOf).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 2 * users }, (_, i) => i + 2));
    for (const ids of parts.map(idsOf)) {
      const own = ids.filter((id) => id < 2 + users);
      expect(ids.filter((id) => id >= 2 + users)).toEqual(own.map((id) => id + users));
    }
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(401);
  });

  it("has what its users need in parts too when that is much, each behind all that it needs", () => {
    const slots = Array.from({ length: 1_500 }, (_, index) => 2 + index);
    const operations = [
      operation(1, "organization"),
      ...slots.flatMap((id) => [operation(id + 1_500, "organization", [id]), operation(id, "organization", [1])]),
      ...slots.map((id) => operation(id + 3_000, "user", [id + 1_500])),
    ];
    const { trunk, parts } = splitUnit(operations);
    const order = [trunk, ...parts].flatMap(idsOf);
    const at = new Map(order.map((id, index) => [id, index]));
    const early = operations.filter((one) =>
      one.operation.needs.some((need) => (at.get(need.operation) ?? 0) > (at.get(one.operation.id) ?? 0)),
    );
    expect({ count: at.size, early }).toEqual({ count: operations.length, early: [] });
    expect(Math.max(...[trunk, ...parts].map((part) => part.length))).toBeLessThanOrEqual(401);
  });

  it("has parts that are few when each is long", () => {
    const users = customerOf(300).map(({ operation: one, entries }) => ({
      operation: { ...one, key: `${one.key} ${"x".repeat(10_000)}` },
      entries,
    }));
    const { trunk, parts } = splitUnit(users);
    expect(Math.max(...[trunk, ...parts].map((part) => JSON.stringify(part).length))).toBeLessThan(500_000);
  });

  it("is divided in the same way each time", () => {
    expect(splitUnit(customerOf(3_000))).toEqual(splitUnit(customerOf(3_000)));
  });

  it("keeps a user that the customer's own operations wait for", () => {
    const operations = [...customerOf(300), operation(1_000, "organization", [5])];
    expect(idsOf(splitUnit(operations).trunk)).toEqual([1, 5, 1_000]);
  });
});
