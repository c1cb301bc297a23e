/** Rows of a batch that is being checked, or of a run, for a screen that shows some of them at a time. Changes nothing. */
import { rm } from "node:fs/promises";
import { openRunFile } from "../journal/run-file.ts";
import type { ReportSource, RowOutcome } from "../model/run-report.ts";
import { outcomesById, reportSource } from "./report-source.ts";
import type { Surroundings } from "./request.ts";
import { updateRunFacts, writeRunFacts } from "./run-facts.ts";
import { findRun, newRunId, openRun } from "./run-folder.ts";
import { type BatchInput, findBatch, type StagedBatch, stageBatch } from "./stage-batch.ts";

export type OpenRows = Disposable & {
  readonly source: ReportSource;
  /** In input order. */
  all(): Iterable<{ readonly id: number; readonly outcome: RowOutcome }>;
  /** Throws when there is no such row. */
  one(id: number): RowOutcome;
};

export type CheckedRows = OpenRows & { readonly staged: StagedBatch };

/** Checks the batch into a new run file at `path`. Throws UserError when there is nothing to read, and the stop signal's reason. */
export async function checkRows(batch: BatchInput, path: string, surroundings: Surroundings): Promise<CheckedRows> {
  const { clock, random, templates, emit, signals } = surroundings;
  await removeRunFile(path);
  const found = await findBatch(batch);
  const runFile = openRunFile(path);
  try {
    const startedAt = new Date(clock.now()).toISOString();
    const flags = { inputs: [...batch.inputs], isStaged: false, isPlanned: false };
    writeRunFacts(runFile, { runId: newRunId(clock.now(), random), command: "validate", startedAt, ...flags });
    const staged = await stageBatch(runFile, found, batch, templates.remembered(), emit, signals.stop);
    updateRunFacts(runFile, { isStaged: true, finishedAt: new Date(clock.now()).toISOString() });
    return { staged, ...serve(runFile, path) };
  } catch (error) {
    runFile.close();
    throw error;
  }
}

/** Opens the rows of a run, also of one that goes on. Throws UserError when there is no such run. */
export async function openRunRows(runId: string, stateFolder: string): Promise<OpenRows> {
  const folder = await findRun(stateFolder, runId);
  return serve(openRun(folder), folder.path);
}

function serve(runFile: ReturnType<typeof openRunFile>, folder: string): OpenRows {
  const outcomes = outcomesById(runFile);
  return {
    source: reportSource(runFile, folder),
    all: outcomes.all,
    one: outcomes.one,
    [Symbol.dispose]: runFile.close,
  };
}

/** A run file and what SQLite keeps beside it. */
export async function removeRunFile(path: string): Promise<void> {
  for (const name of [path, `${path}-wal`, `${path}-shm`]) await rm(name, { force: true });
}
