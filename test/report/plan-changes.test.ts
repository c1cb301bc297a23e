import { describe, expect, it } from "vitest";
import type { PlanLine } from "../../src/model/plan-line.ts";
import type { SheetName } from "../../src/model/sheet.ts";
import { type ChangeKind, pickExamples } from "../../src/report/plan-changes.ts";

function lineOf(sheet: SheetName, row: number): PlanLine {
  return { at: { sheet, file: `${sheet}.csv`, row }, action: "update", changes: [] } as Partial<PlanLine> as PlanLine; // no example is picked by more
}

const linesOf = (sheet: SheetName, count: number) => Array.from({ length: count }, (_, row) => lineOf(sheet, row + 2));
const kindOf = (rows: readonly PlanLine[]) => ({ rows }) as Partial<ChangeKind> as ChangeKind; // likewise

const shown = (kinds: readonly (readonly PlanLine[])[], count: number) =>
  pickExamples(kinds.map(kindOf), count).map(({ at }) => `${at.sheet} ${at.row}`);

describe("the examples of a plan", () => {
  it("are every n-th row of a kind, from its first on", () => {
    expect(shown([linesOf("users", 10)], 5)).toEqual(["users 2", "users 4", "users 6", "users 8", "users 10"]);
  });

  it("are all rows where there are no more", () => {
    expect(shown([linesOf("users", 3)], 20)).toEqual(["users 2", "users 3", "users 4"]);
    expect(shown([], 20)).toEqual([]);
  });

  it("leave to the others what a rare kind does not need, in the order of the sheets", () => {
    expect(shown([linesOf("users", 100), linesOf("customers", 1)], 3)).toEqual(["customers 2", "users 2", "users 52"]);
  });

  it("are as many as asked for, also where rows are of two kinds", () => {
    const rows = linesOf("users", 100);
    expect(new Set(shown([rows, rows], 20)).size).toBe(20);
  });

  it("are the rarest kinds where there are more kinds than examples", () => {
    const kinds = [linesOf("users", 9), linesOf("locations", 1), linesOf("customers", 2)];
    expect(shown(kinds, 2)).toEqual(["customers 2", "locations 2"]);
  });
});
