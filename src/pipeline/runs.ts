/** The runs of a state folder: listed, and cleared away when they are old. */
import { rm } from "node:fs/promises";
import type { TargetFacts } from "../model/run-event.ts";
import { readRunFacts, type StoredFacts } from "./run-facts.ts";
import { findRun, listRunIds, openRun } from "./run-folder.ts";

export type RunLine = {
  readonly runId: string;
  readonly command: string;
  readonly target?: TargetFacts;
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly rows: number;
  readonly exitCode?: number;
  readonly state: "finished" | "interrupted" | "unreadable";
};

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
    const rows = runFile.rows.files().reduce((sum, file) => sum + file.rows, 0);
    return toLine(readRunFacts(runFile), rows);
  } catch {
    return { runId: folder.runId, command: "", startedAt: "", rows: 0, state: "unreadable" };
  }
}

function toLine(
  { runId, command, target, startedAt, finishedAt, stopped, exitCode }: StoredFacts,
  rows: number,
): RunLine {
  return {
    runId,
    command,
    startedAt,
    rows,
    state: finishedAt && !stopped ? "finished" : "interrupted",
    ...(target ? { target } : {}),
    ...(finishedAt ? { finishedAt } : {}),
    ...(exitCode === undefined ? {} : { exitCode }),
  };
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
    .filter(({ state, startedAt }) => state === "finished" && nowMs - Date.parse(startedAt) > olderThanMs);
  for (const { runId } of old) {
    const { path } = await findRun(stateFolder, runId);
    await rm(path, { recursive: true });
  }
  return old.map(({ runId }) => runId);
}
