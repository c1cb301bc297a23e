/** Which run `resume` goes on with: the newest that can, never one in the place of another. */

import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { readRunFacts, type StoredFacts } from "./facts.ts";
import { findRun, listRunIds, lostStart, openRun, type RunFolder } from "./folder.ts";
import { isRunLocked, lockRun } from "./locks.ts";
import { canGoOn } from "./phase.ts";
import { withState } from "./typed-commands.ts";

/**
 * The run of this id, or the newest one that can go on. Throws `UserError`: with exit code 0 where there is nothing to go
 * on with; with 2 where the newest start left nothing to go on with, although a person expects it to be gone on with.
 */
export async function findResumable(stateFolder: string, runId?: string): Promise<RunFolder> {
  if (runId !== undefined) {
    const folder = await findRun(stateFolder, runId);
    refuseEnded(readFacts(folder), stateFolder);
    return folder;
  }
  const newest = await findRun(stateFolder, undefined);
  let going: RunFolder | undefined;
  for (const id of (await listRunIds(stateFolder)).toReversed()) {
    const folder = await findRun(stateFolder, id);
    const facts = tryFacts(folder);
    if (!facts) continue;
    const isLocked = isRunLocked(folder);
    if (canGoOn(facts) && !isLocked) {
      refuseUnread(newest, folder);
      return folder;
    }
    if (isLocked) going ??= folder;
  }
  if (going) lockRun(going)[Symbol.dispose](); // says which process has it
  refuseUnread(newest, undefined);
  throw nothingLeft(readFacts(newest), true, stateFolder);
}

/** The facts, or undefined for a run file that cannot be read. */
function tryFacts(folder: RunFolder): StoredFacts | undefined {
  try {
    return readFacts(folder);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function readFacts(folder: RunFolder): StoredFacts {
  using runFile = openRun(folder);
  return readRunFacts(runFile);
}

/** Who was cut off while the input was being read, and types `resume`, must not get another run instead. */
function refuseUnread(newest: RunFolder, older: RunFolder | undefined): void {
  if (older?.runId === newest.runId) return;
  const facts = readFacts(newest);
  if (facts.phase === "staging" && !isRunLocked(newest)) {
    throw lostStart(newest.runId, older?.runId, facts.undoOf && ["undo", facts.undoOf].join(" "));
  }
}

function refuseEnded(facts: StoredFacts, stateFolder: string): void {
  if (facts.phase === "finished" && facts.undoneBy === undefined && !canGoOn(facts))
    throw nothingLeft(facts, false, stateFolder);
}

/** One line, and no failure: there is nothing to be done. */
function nothingLeft(
  { runId, command, phase, finishedAt, exitCode, undoneBy, overtakenBy }: StoredFacts,
  isNewest: boolean,
  stateFolder: string,
): UserError {
  const when = finishedAt ? { at: finishedAt.slice(0, 16).replace("T", " ") } : {};
  const end = undoneBy
    ? text("end_undone", { by: undoneBy })
    : overtakenBy
      ? text("end_overtaken", { by: overtakenBy })
      : phase === "closed"
        ? text("end_unsent", when)
        : text("end_with_exit", { ...when, exitCode: exitCode ?? 0 });
  const what = isNewest
    ? text("newest_nothing_to_resume", { runId, command, end })
    : text("named_nothing_to_resume", { runId, end });
  const hint =
    exitCode === 1 && !undoneBy
      ? text("rows_to_correct", { command: withState(`wholesale-import retry ${runId}`, stateFolder) })
      : undefined;
  return new UserError("nothing_to_resume", what, hint, 0);
}
