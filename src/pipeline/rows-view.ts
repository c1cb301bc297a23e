/** Rows of a batch that is being checked, or of a run, for a screen that shows some of them at a time. Changes nothing. */

import { rm } from "node:fs/promises";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { isError } from "../model/issue.ts";
import type { Problem, ReportSource, RowOutcome } from "../model/run-report.ts";
import type { SheetName } from "../model/sheet.ts";
import { outcomesById, reportSource } from "../outcome/report-source.ts";
import type { RunContext } from "../run/context.ts";
import { findRun, openRun } from "../run/folder.ts";
import type { BatchInput } from "../run/options.ts";
import { addProblem } from "../staging/issue-at.ts";
import type { StagedBatch } from "../staging/stage-batch.ts";
import { startRun } from "./start-run.ts";

/** What a target, or the plan for it, has refused: the problems by the row that has them. They hold for a row with these very cells. */
export type Refusals = ReadonlyMap<string, readonly Problem[]>;

/** The name of a row in `Refusals`. */
export function refusedRow(sheet: SheetName, cells: readonly string[]): string {
  return JSON.stringify([sheet, cells]);
}

/** What Webex refused in a run. */
export function refusalsOf({ all }: Pick<RowsView, "all">): Refusals {
  const refusals = new Map<string, readonly Problem[]>();
  for (const { outcome } of all()) {
    if (outcome.status === "failed")
      refusals.set(refusedRow(outcome.at.sheet, outcome.cells), outcome.problems.filter(isError));
  }
  return refusals;
}

export type RowsView = Disposable & {
  readonly source: ReportSource;
  /** In input order. */
  all(): Iterable<{ readonly id: number; readonly outcome: RowOutcome }>;
  /** Throws when there is no such row. */
  one(id: number): RowOutcome;
};

export type CheckedRows = RowsView & { readonly staged: StagedBatch };

/** Checks the batch into a new run file at `path`. `refusals`: told at their rows as errors. Throws UserError when there is nothing to read, and the stop signal's reason. */
export async function checkRows(
  batch: BatchInput,
  path: string,
  context: RunContext,
  refusals: Refusals = new Map(),
): Promise<CheckedRows> {
  await removeRunFile(path);
  const run = await startRun(context, { command: "validate", batch, path });
  try {
    const staged = await run.stage();
    refuseAgain(run.runFile, refusals);
    run.finish();
    return { staged, ...serve(run.runFile, path, context.stateFolder) };
  } catch (error) {
    await run[Symbol.asyncDispose]();
    throw error;
  }
}

/** Rows that nobody has changed since the target refused them say so. */
function refuseAgain(runFile: RunFile, refusals: Refusals): void {
  if (refusals.size === 0) return;
  runFile.together(() => {
    for (const row of runFile.rows.all()) {
      const problems = row.verdict === "valid" ? refusals.get(refusedRow(row.sheet, row.cells)) : undefined;
      for (const { message, hint, ...problem } of problems ?? []) {
        const said = { message, ...(hint === undefined ? {} : { hint }) };
        addProblem(runFile, row, "error", { ...problem, ...said });
      }
    }
    runFile.rows.blockDependents();
  });
}

/** Opens the rows of a run, also of one that goes on. Throws UserError when there is no such run. */
export async function openRunRows(runId: string, stateFolder: string): Promise<RowsView> {
  const folder = await findRun(stateFolder, runId);
  return serve(openRun(folder), folder.path, stateFolder);
}

function serve(runFile: RunFile, folder: string, stateFolder: string): RowsView {
  const outcomes = outcomesById(runFile, stateFolder);
  return {
    source: reportSource(runFile, folder, stateFolder),
    all: outcomes.all,
    one: outcomes.one,
    [Symbol.dispose]: runFile.close,
  };
}

/** A run file and what SQLite keeps beside it. */
export async function removeRunFile(path: string): Promise<void> {
  for (const name of [path, `${path}-wal`, `${path}-shm`]) await rm(name, { force: true });
}
