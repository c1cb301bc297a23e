/** Which rows have a final result during a run: judged by all of their operations. Reports to nobody. */

import { isMet } from "../engine/operation-graph.ts";
import type { OpenRowCounts } from "../journal/run-file/progress-queries.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { resultOf } from "../model/journal-entry.ts";
import type { AttemptResult } from "../model/outcome.ts";
import type { Operation, OperationId, ResourceKind, RowId, UnitId } from "../model/plan.ts";
import type { SheetProgress } from "../model/run-event.ts";
import { type SheetName, sheetNames } from "../model/sheet.ts";
import { stepOf } from "./row-steps.ts";

/** Nothing of another row waits for them. */
const ofUserAlone: ReadonlySet<ResourceKind> = new Set(["user", "directory_entry", "caller_id"]);

/** About as many as a customer has. */
const rowsAsked = 100;

export type RowEnd = { readonly unit: UnitId; readonly isFailed: boolean };

export type RowsProgress = {
  /** The row that this result gave its last word, if it did. */
  count(operation: Operation, result: AttemptResult): RowEnd | undefined;
  /** Looks again which rows wait in vain because of what failed since this was asked last; how many, per unit that changed. */
  countBlocked(): ReadonlyMap<UnitId, number>;
  /** Rows per sheet. */
  sheets(): Readonly<Record<SheetName, SheetProgress>>;
};

type Counts = { done: number; of: number; failed: number; blocked: number; leftOut: number };

/** Memory grows with the rows that have failed or are under way, and their neighbours; not with all. */
export function startRowsProgress(runFile: RunFile, totals: readonly OpenRowCounts[]): RowsProgress {
  const counts = startCounts(runFile, totals);
  const begun = new Map<RowId, number>(runFile.operations.begunRows().map(({ row, left }) => [row, left]));
  const failed = new Set<RowId>();
  const blocksAsked = new Set<number>();
  const blockedOf = new Map<UnitId, Map<SheetName, number>>();
  const shared = runFile.units.shared();
  const failedShared = new Map<OperationId, AttemptResult>();
  let doubtful = new Set<UnitId>();

  /** Asked of many rows at once: one of them alone takes as long. */
  const leftOf = (row: RowId): number => {
    const block = Math.floor(row / rowsAsked);
    if (!blocksAsked.has(block)) {
      blocksAsked.add(block);
      const first = block * rowsAsked;
      for (const { row: other, operations } of runFile.operations.countsOfSeveral(first, first + rowsAsked - 1))
        if (!begun.has(other)) begun.set(other, operations);
    }
    return begun.get(row) ?? 1;
  };
  const finish = (sheet: SheetName, { unit }: Operation, isFailed: boolean): RowEnd => {
    counts[sheet].done += 1;
    if (isFailed) counts[sheet].failed += 1;
    return { unit, isFailed };
  };
  const doubtDependents = (operation: Operation, result: AttemptResult): void => {
    if (ofUserAlone.has(operation.resource)) return;
    doubtful.add(operation.unit);
    if (operation.unit !== shared) return;
    failedShared.set(operation.id, result);
    doubtful = new Set(runFile.units.byWeight().map(({ id }) => id));
  };

  return {
    count(operation, result) {
      const { row } = operation;
      if (result.status === "accepted" || failed.has(row)) return undefined;
      const sheet = runFile.rows.sheetOf(row);
      if (result.status === "failed") {
        failed.add(row);
        begun.delete(row);
        doubtDependents(operation, result);
        return finish(sheet, operation, true);
      }
      const left = leftOf(row) - 1;
      if (left > 0) begun.set(row, left);
      else begun.delete(row);
      return left === 0 ? finish(sheet, operation, false) : undefined;
    },
    countBlocked() {
      const changed = new Map<UnitId, number>();
      for (const unit of doubtful) {
        const rows = blockedRows(runFile, unit, failedShared);
        const bySheet = new Map<SheetName, number>();
        for (const row of rows) {
          const sheet = runFile.rows.sheetOf(row);
          bySheet.set(sheet, (bySheet.get(sheet) ?? 0) + 1);
        }
        for (const sheet of sheetNames)
          counts[sheet].blocked += (bySheet.get(sheet) ?? 0) - (blockedOf.get(unit)?.get(sheet) ?? 0);
        blockedOf.set(unit, bySheet);
        changed.set(unit, rows.size);
      }
      doubtful = new Set();
      return changed;
    },
    sheets() {
      const told = sheetNames.map((sheet) => {
        const { done, blocked, ...others } = counts[sheet];
        return [sheet, { done: done + blocked, blocked, ...others }];
      });
      return Object.fromEntries(told) as Record<SheetName, SheetProgress>; // made from all sheet names
    },
  };
}

function startCounts(runFile: RunFile, totals: readonly OpenRowCounts[]): Readonly<Record<SheetName, Counts>> {
  const none = (): Counts => ({ done: 0, of: 0, failed: 0, blocked: 0, leftOut: 0 });
  const counts = { templates: none(), profiles: none(), customers: none(), locations: none(), users: none() };
  for (const { sheet, rows, done, failed } of totals) {
    counts[sheet].of += rows;
    counts[sheet].done += done;
    counts[sheet].failed += failed;
  }
  for (const { sheet, verdict, rows } of runFile.rows.count().verdicts)
    if (verdict !== "valid") counts[sheet].leftOut += rows;
  return counts;
}

/** Rows of a unit that wait for an operation of another row that failed, and have not failed themselves. */
function blockedRows(
  runFile: RunFile,
  unit: UnitId,
  outside: ReadonlyMap<OperationId, AttemptResult>,
): ReadonlySet<RowId> {
  const results = new Map<OperationId, AttemptResult | undefined>(outside);
  const stuck = new Set<OperationId>();
  const blocked = new Set<RowId>();
  const failed = new Set<RowId>();
  for (const step of runFile.operations.ofUnit(unit).map(stepOf)) {
    const { id, row, action, needs } = step.operation;
    if (action === "none") continue;
    const result = resultOf(step.state);
    results.set(id, result);
    if (result?.status === "failed") failed.add(row);
    const isStuck = needs.some((need) => {
      const needed = results.get(need.operation);
      return stuck.has(need.operation) || (needed?.status === "failed" && !isMet(need, needed));
    });
    if (!isStuck || result !== undefined) continue;
    stuck.add(id);
    blocked.add(row);
  }
  for (const row of failed) blocked.delete(row);
  return blocked;
}
