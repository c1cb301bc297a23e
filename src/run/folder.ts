/** The folder of a run under the state folder: made for a new run, found again for an old one. */

import { access, constants, mkdir, readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { refuseForeignState } from "../journal/ownership.ts";
import { openRunFile, type RunFile } from "../journal/run-file/run-file.ts";
import type { Random } from "../model/ports.ts";
import { messageOf } from "../model/thrown.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";

export type RunFolder = { readonly runId: string; readonly path: string };

const runsFolder = "runs";
const runFileName = "run.db";

/** `20261122-020007-k3f9`: sorts by time (UTC), also within a second: `k3` is the part of it that had passed. The rest is chance. */
export function newRunId(nowMs: number, random: Random): string {
  const [day = "", time = ""] = new Date(nowMs).toISOString().split(/[T.]/);
  const suffix = [(nowMs % 1_000) / 1_000, random()].map(twoCharacters).join("");
  return `${day.replaceAll("-", "")}-${time.replaceAll(":", "")}-${suffix}`;
}

/** `share`: from 0 to below 1; a larger one sorts behind. */
function twoCharacters(share: number): string {
  return Math.floor(share * 36 ** 2)
    .toString(36)
    .padStart(2, "0");
}

/** Makes the state folder where it is missing, for its owner alone. Throws UserError where it cannot be written. */
export async function openStateFolder(stateFolder: string): Promise<void> {
  await makeFolder(stateFolder, resolve(stateFolder, runsFolder));
}

/** Makes the folder of a new run, for its owner alone. */
export async function createRunFolder(stateFolder: string, runId: string): Promise<RunFolder> {
  const path = resolve(stateFolder, runsFolder, runId);
  await makeFolder(stateFolder, path);
  return { runId, path };
}

async function makeFolder(stateFolder: string, path: string): Promise<void> {
  refuseForeignState(resolve(stateFolder));
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK);
  } catch (error) {
    throw new UserError(
      "state_folder_unwritable",
      text("state_folder_unwritable", { folder: resolve(stateFolder), reason: messageOf(error) }),
      text("other_state_or_writable"),
    );
  }
}

/** The folder of a run that is known to be there. */
export function runFolderOf(stateFolder: string, runId: string): RunFolder {
  return { runId, path: resolve(stateFolder, runsFolder, runId) };
}

/** Where the run file of a run is. */
export function runFileOf({ path }: RunFolder): string {
  return join(path, runFileName);
}

/** Opens the run file of a run folder. */
export function openRun(folder: RunFolder): RunFile {
  return openRunFile(runFileOf(folder));
}

/** The run with this id, or the newest one. Throws UserError when there is none, and when the newest was cut off before it kept anything: no other is shown in its place. */
export async function findRun(stateFolder: string, runId: string | undefined): Promise<RunFolder> {
  const ids = await listRunIds(stateFolder);
  const found = runId ?? ids.at(-1);
  if (runId === undefined) {
    const started = (await listStarts(stateFolder)).at(-1);
    if (started !== undefined && started !== found) throw lostStart(started, found);
  }
  if (found === undefined || !ids.includes(found)) throw noSuchRun(stateFolder, runId, ids);
  return runFolderOf(stateFolder, found);
}

/** Ids of all runs that have a run file, oldest first. Throws UserError for the state of another user. */
export async function listRunIds(stateFolder: string): Promise<readonly string[]> {
  refuseForeignState(resolve(stateFolder));
  const root = resolve(stateFolder, runsFolder);
  const names = await readdir(root).catch(() => []);
  const isRun = await Promise.all(names.map((name) => isFile(join(root, name, runFileName))));
  return names.filter((_, index) => isRun[index]).toSorted();
}

/** Names of all folders made for runs, oldest first, whether anything is in them or not. */
async function listStarts(stateFolder: string): Promise<readonly string[]> {
  const names = await readdir(resolve(stateFolder, runsFolder)).catch(() => []);
  return names.filter((name) => runIdPattern.test(name)).toSorted();
}

const runIdPattern = /^\d{8}-\d{6}-[a-z0-9]{4}$/;

/** Takes away the folder of a run that never began: whoever looks for the newest run finds the one before. */
export async function removeUnbegun({ path }: RunFolder): Promise<void> {
  if (await isFile(join(path, runFileName))) return;
  await rm(path, { recursive: true, force: true });
}

/** A start of which nothing can be gone on with. `older`: the newest run that is there beside it. `again`: how to start it again. */
export function lostStart(runId: string, older: string | undefined, again = "apply <input>"): UserError {
  return new UserError(
    "run_left_nothing",
    text("run_left_nothing", { runId }),
    older === undefined
      ? text("start_again", { command: ["wholesale-import", again].join(" ") })
      : text("start_again_or_older", { command: again, older }),
  );
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function noSuchRun(stateFolder: string, runId: string | undefined, ids: readonly string[]): UserError {
  const where = resolve(stateFolder);
  const message =
    runId === undefined ? text("no_runs_yet", { folder: where }) : text("no_such_run", { runId, folder: where });
  const newest = ids.slice(-3).toReversed();
  const hint = newest.length > 0 ? text("newest_runs", { runs: newest }) : text("where_runs_come_from");
  return new UserError("no_such_run", message, hint);
}
