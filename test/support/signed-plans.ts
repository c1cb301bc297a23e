/** Plans to read and to sign, made of the few values that a test is about. */
import type { PlanLine, SavedPlan } from "../../src/model/plan-line.ts";
import type { SheetName } from "../../src/model/sheet.ts";

/** A row that changes when it has changes, and stays as it is otherwise, but for what is given. */
export function lineOf(sheet: SheetName, row: number, given: Partial<PlanLine> = {}): PlanLine {
  return {
    at: { sheet, file: `${sheet}.csv`, row },
    customer: "C1",
    key: sheet === "users" ? `user${row}@example.com` : `${sheet} ${row}`,
    action: given.changes ? "update" : "none",
    changes: [],
    digest: String(row),
    ...given,
  };
}

/** `field before → after` as it stands in a plan. */
export function changing(field: string, before: string, after: string): Pick<PlanLine, "changes"> {
  return { changes: [{ field, before, after }] };
}

export function planOf(rows: readonly PlanLine[], given: Partial<SavedPlan> = {}): SavedPlan {
  return {
    v: 1,
    createdAt: "2026-11-22T02:00:00.000Z",
    inputs: ["/in"],
    target: { name: "simulator", baseUrl: "http://127.0.0.1:4000/v1" },
    isRemovingPackages: false,
    notes: [],
    unlisted: [],
    checklist: [],
    rows,
    ...given,
  };
}
