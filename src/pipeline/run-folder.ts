/** The folder of a run under the state folder: made for a new run, found again for an old one. */
import { access, constants, mkdir, readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { openRunFile, type RunFile } from "../journal/run-file.ts";
import type { Random } from "../model/ports.ts";
import { UserError } from "../model/user-error.ts";

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
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK);
  } catch (error) {
    throw new UserError(
      "state_folder_unwritable",
      `The state folder ${resolve(stateFolder)} cannot be written: ${reasonOf(error)}.`,
      "Give another one with --state DIR, or make it writable.",
    );
  }
}

/** Opens the run file of a run folder. */
export function openRun(folder: RunFolder): RunFile {
  return openRunFile(join(folder.path, runFileName));
}

/** The run with this id, or the newest one. Throws UserError when there is none. */
export async function findRun(stateFolder: string, runId: string | undefined): Promise<RunFolder> {
  const ids = await listRunIds(stateFolder);
  const found = runId ?? ids.at(-1);
  if (found === undefined || !ids.includes(found)) throw noSuchRun(stateFolder, runId, ids);
  return { runId: found, path: resolve(stateFolder, runsFolder, found) };
}

/** Ids of all runs that have a run file, oldest first. */
export async function listRunIds(stateFolder: string): Promise<readonly string[]> {
  const root = resolve(stateFolder, runsFolder);
  const names = await readdir(root).catch(() => []);
  const isRun = await Promise.all(names.map((name) => isFile(join(root, name, runFileName))));
  return names.filter((_, index) => isRun[index]).toSorted();
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function noSuchRun(stateFolder: string, runId: string | undefined, ids: readonly string[]): UserError {
  const where = resolve(stateFolder);
  const message = runId === undefined ? `There is no run in ${where} yet.` : `There is no run ${runId} in ${where}.`;
  const newest = ids.slice(-3).toReversed();
  const hint =
    newest.length > 0
      ? `The newest are ${newest.join(", ")}; all: wholesale-import runs.`
      : "Runs are made by apply; another state folder is given with --state DIR.";
  return new UserError("no_such_run", message, hint);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
