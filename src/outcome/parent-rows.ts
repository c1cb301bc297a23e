/** What a retry does with each row of the previous run. */
import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { RowStatus } from "../model/outcome.ts";
import type { RowId, UnitId } from "../model/plan.ts";
import type { RowOutcome } from "../model/run-report.ts";
import type { SheetName } from "../model/sheet.ts";
import { isToCorrect } from "../report/files/failed-rows.ts";
import { rowsWithSteps } from "./report-source.ts";
import { lookUps } from "./row-steps.ts";

/** What a retry does with a row of the run before. */
export type Share = "correct" | "attempt" | "leave";

export type SharedRow = { readonly row: StoredRow; readonly outcome: RowOutcome; readonly share: Share };

/**
 * Every row of a run, with its share: those to be corrected, those that were not attempted, and those that stay as they
 * are, because they are done, pending, or wait for something pending, which `resume` goes on with.
 */
export function* sharesOf(runFile: RunFile): Generator<SharedRow> {
  const look = lookUps(runFile);
  const pendingUnits = new Set<UnitId>();
  const pendingRows = new Set<RowId>();
  for (const page of runFile.rows.pages()) {
    for (const { row, outcome } of rowsWithSteps(runFile, page, look)) {
      if (outcome.status === "pending" && row.sheet === "customers" && row.unit !== null) pendingUnits.add(row.unit);
      if (outcome.status === "pending") pendingRows.add(row.id);
      const waits =
        (row.unit !== null && pendingUnits.has(row.unit)) || (row.parent !== null && pendingRows.has(row.parent));
      yield { row, outcome, share: shareOf(outcome.status, waits) };
    }
  }
}

function shareOf(status: RowStatus, waits: boolean): Share {
  if (isToCorrect(status)) return "correct";
  return status === "not_attempted" && !waits ? "attempt" : "leave";
}

/**
 * The rows of a sheet that a retry leaves alone, those first that an earlier run of the chain left alone. Sheets are asked
 * for in their order, in which the rows stand: the run is read once for all of them.
 */
export function rowsLeft(parent: RunFile): (sheet: SheetName) => Generator<StoredRow> {
  const context = sheetBySheet(flat(parent.rows.contextPages()));
  const own = sheetBySheet(left(sharesOf(parent)));
  return function* (sheet) {
    yield* context(sheet);
    yield* own(sheet);
  };
}

function* flat(pages: Iterable<readonly StoredRow[]>): Generator<StoredRow> {
  for (const page of pages) yield* page;
}

function* left(rows: Iterable<SharedRow>): Generator<StoredRow> {
  for (const { row, share } of rows) if (share === "leave") yield row;
}

function sheetBySheet(rows: Iterator<StoredRow>) {
  let next: IteratorResult<StoredRow> | undefined;
  return function* (sheet: SheetName): Generator<StoredRow> {
    next ??= rows.next();
    while (!next.done && next.value.sheet === sheet) {
      yield next.value;
      next = rows.next();
    }
  };
}
