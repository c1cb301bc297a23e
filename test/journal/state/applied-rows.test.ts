import { stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type AppliedRow, appliedRows } from "../../../src/journal/state/applied-rows.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";

function open(path = ":memory:") {
  const applied = appliedRows(path);
  onTestFinished(() => applied[Symbol.dispose]());
  return applied;
}

function rowOf(key: string, given: Partial<AppliedRow> = {}): AppliedRow {
  return { sheet: "users", key, record: { email: key, addons: [] }, digest: `digest of ${key}`, atMs: 1, ...given };
}

const byKey = (rows: readonly AppliedRow[]) => rows.toSorted((a, b) => a.key.localeCompare(b.key));

describe("what was last applied", () => {
  it("comes back for its customer at its target, and for no other", () => {
    const applied = open();
    const rows = [
      rowOf("ann", { webexId: "sub" }),
      rowOf("bob", { record: { lastName: 'O\'Brien "Bob" \u{1f4de}\u0000' } }),
      rowOf("acme", { sheet: "customers" }),
    ];
    applied.remember("webex org", new Map([["acme", rows]]));
    applied.remember("simulator", new Map([["acme", [rowOf("elsewhere")]]]));
    applied.remember("webex org", new Map([["other", [rowOf("other")]]]));
    expect(byKey(applied.ofCustomer("webex org", "acme"))).toEqual(byKey(rows));
    expect(applied.ofCustomer("webex", "acme")).toEqual([]);
  });

  it("is what was remembered last", () => {
    const applied = open();
    applied.remember("o", new Map([["c", [rowOf("ann", { webexId: "old" }), rowOf("bob")]]]));
    applied.remember("o", new Map([["c", [rowOf("ann", { digest: "new", atMs: 2 })]]]));
    applied.remember("o", new Map([["c", []]]));
    expect(byKey(applied.ofCustomer("o", "c"))).toEqual([rowOf("ann", { digest: "new", atMs: 2 }), rowOf("bob")]);
  });

  it("can be forgotten, row by row", () => {
    const applied = open();
    applied.remember("o", new Map([["c", [rowOf("ann"), rowOf("ann", { sheet: "locations" })]]]));
    applied.forget("o", "c", "users", "ann");
    expect(applied.ofCustomer("o", "c")).toEqual([rowOf("ann", { sheet: "locations" })]);
  });

  it("is kept between runs, for its owner alone, and written by several at once", async () => {
    const path = join(await makeTemporaryFolder(), "state", "applied.db");
    const [one, two] = [open(path), open(path)];
    one.remember("o", new Map([["c", [rowOf("ann")]]]));
    two.remember("o", new Map([["c", [rowOf("bob")]]]));
    expect(open(path).ofCustomer("o", "c")).toHaveLength(2);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });
});
