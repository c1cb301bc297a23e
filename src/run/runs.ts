/** The runs of a state folder: listed, and cleared away when they are old. */

import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { openHistoryIndex } from "../journal/state/history-index.ts";
import type { TargetFacts } from "../model/run-event.ts";
import { UserError } from "../model/user-error.ts";
import { type Text, verbatim } from "../model/words/text.ts";
import { summaryName } from "../report/files/summary-json.ts";
import { isThere } from "../storage/files.ts";
import { readRunFacts, type StoredFacts } from "./facts.ts";
import { findRun, listRunIds, openRun } from "./folder.ts";
import { isRunLocked } from "./locks.ts";
import { canGoOn } from "./phase.ts";

export type RunLine = {
  readonly runId: string;
  readonly command: string;
  readonly target?: TargetFacts;
  readonly startedAt: string;
  readonly finishedAt?: string;
  /** Who began it, and the ticket that it belongs to. */
  readonly operator?: string;
  readonly ticket?: string;
  readonly rows: number;
  readonly exitCode?: number;
  readonly state: RunState;
  /** Can `resume` go on with it? */
  readonly canGoOn: boolean;
  /** Why it is not finished, or not readable; for people. */
  readonly reason?: Text;
};

/**
 * going: a process works on it. interrupted: it has not come to its end, and nobody works on it. finished: it came to its
 * end, also where rows are pending. refused: it ended before anything was sent, for good.
 */
export type RunState = "going" | "interrupted" | "finished" | "refused" | "unreadable";

/** Newest first. A run that cannot be read is listed as such. */
export async function listRuns(stateFolder: string): Promise<readonly RunLine[]> {
  const ids = await listRunIds(stateFolder);
  return Promise.all(ids.toReversed().map((id) => readRunLine(stateFolder, id)));
}

/** The run with this id, or the newest one. */
export async function readRunLine(stateFolder: string, runId: string | undefined): Promise<RunLine> {
  const folder = await findRun(stateFolder, runId);
  try {
    using runFile = openRun(folder);
    const rows = runFile.files.all().reduce((sum, file) => sum + file.rows, 0);
    return toLine(readRunFacts(runFile), rows, isRunLocked(folder));
  } catch (error) {
    const reason =
      error instanceof UserError
        ? { reason: error.what }
        : error instanceof Error
          ? { reason: verbatim(error.message) }
          : {};
    return { runId: folder.runId, command: "", startedAt: "", rows: 0, state: "unreadable", canGoOn: false, ...reason };
  }
}

const summarySchema = z.object({ total: z.object({ statuses: z.record(z.string(), z.number()) }) });

/** Rows that are invalid, failed or blocked, by the summary of the run; undefined where it has none. */
export async function countRefused(stateFolder: string, runId: string): Promise<number | undefined> {
  const { path } = await findRun(stateFolder, runId);
  try {
    const { total } = summarySchema.parse(JSON.parse(await readFile(join(path, summaryName), "utf8")));
    const { invalid = 0, failed = 0, blocked = 0 } = total.statuses;
    return invalid + failed + blocked;
  } catch {
    return undefined; // not ended yet, or a person took it away
  }
}

function toLine(facts: StoredFacts, rows: number, isLocked: boolean): RunLine {
  const { runId, command, target, startedAt, finishedAt, operator, ticket, stopped, exitCode } = facts;
  return {
    runId,
    command,
    startedAt,
    rows,
    state: stateOf(facts, isLocked),
    canGoOn: !isLocked && canGoOn(facts),
    ...(stopped ? { reason: stopped.reason } : {}),
    ...(target ? { target } : {}),
    ...(finishedAt ? { finishedAt } : {}),
    ...(operator ? { operator } : {}),
    ...(ticket ? { ticket } : {}),
    ...(exitCode === undefined ? {} : { exitCode }),
  };
}

function stateOf({ phase }: StoredFacts, isLocked: boolean): RunState {
  if (isLocked) return "going";
  if (phase === "finished") return "finished";
  return phase === "closed" ? "refused" : "interrupted";
}

/** Within the state folder: where `history` finds runs again. */
export const historyIndexName = "history.db";

/** Within the state folder: where comparisons are kept. */
export const driftsFolder = "drift";

/** Where the files of a comparison are kept. */
export function driftFolder(stateFolder: string, id: string): string {
  return join(stateFolder, driftsFolder, id);
}

/** What is gone is not found any more. */
async function forgetInIndex(stateFolder: string, runIds: readonly string[]): Promise<void> {
  const path = join(stateFolder, historyIndexName);
  if (runIds.length === 0 || !(await isThere(path))) return;
  using index = openHistoryIndex(path);
  index.forget(runIds);
}

export type PruneRules = { readonly keep: number; readonly olderThanMs: number; readonly nowMs: number };

/** Removes runs that are older than the limit, but never the newest `keep`, nor one that can be resumed. Returns the ids of those removed. */
export async function pruneRuns(
  stateFolder: string,
  { keep, olderThanMs, nowMs }: PruneRules,
): Promise<readonly string[]> {
  const lines = await listRuns(stateFolder);
  const old = lines
    .slice(keep)
    .filter(
      ({ state, startedAt }) =>
        (state === "finished" || state === "refused") && nowMs - Date.parse(startedAt) > olderThanMs,
    );
  for (const { runId } of old) {
    const { path } = await findRun(stateFolder, runId);
    await rm(path, { recursive: true });
  }
  await forgetInIndex(
    stateFolder,
    old.map(({ runId }) => runId),
  );
  return old.map(({ runId }) => runId);
}
