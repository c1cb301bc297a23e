/** Moves batches from the inbox to `taken/`, and from there to `done/` or `failed/`: by renames, each of which may be repeated. Reads no batch. */
import { access, mkdir, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import type { NightBatch } from "../journal/night-book.ts";
import { markersOf, ownFolders } from "./readiness.ts";

type Place = Pick<NightBatch, "id" | "name" | "inbox">;

/** The batch itself, where it lies while it is worked on. */
export function takenPath({ inbox, id, name }: Place): string {
  return join(inbox, ownFolders.taken, id, "batch", name);
}

/** The folder of the batch while it is worked on: the batch, and later its results. */
export function takenFolder({ inbox, id }: Place): string {
  return join(inbox, ownFolders.taken, id);
}

/** The folder of the batch when it is over. */
export function finalFolder({ inbox, id }: Place, isDone: boolean): string {
  return join(inbox, isDone ? ownFolders.done : ownFolders.failed, id);
}

/** Takes the batch out of the inbox, so that nobody else does. False: it is not there any more. */
export async function take(place: Place): Promise<boolean> {
  const path = takenPath(place);
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  await moveWhereThere(join(place.inbox, place.name), path);
  return await finishTaking(place);
}

/** After a crash: what was moved is taken; what was not is left in the inbox, and may have changed since. */
export async function finishTaking(place: Place): Promise<boolean> {
  const isTaken = await isThere(takenPath(place));
  await (isTaken ? removeMarkers(place) : clear(place));
  return isTaken;
}

/** Moves the batch with its results to where it stays. */
export async function moveAway(place: Place, isDone: boolean): Promise<string> {
  const folder = finalFolder(place, isDone);
  await mkdir(join(folder, ".."), { recursive: true, mode: 0o700 });
  if (!(await isThere(folder))) await rename(takenFolder(place), folder);
  return folder;
}

/** They said that this batch is complete, and say nothing of the next one of its name. */
async function removeMarkers(place: Place): Promise<void> {
  const [beside = "", inside = ""] = markersOf(place.name);
  await rm(join(place.inbox, beside), { force: true });
  await rm(join(takenPath(place), "..", inside), { force: true }).catch(except("ENOTDIR")); // a workbook
}

async function clear(place: Place): Promise<void> {
  await rmdir(join(takenFolder(place), "batch")).catch(except("ENOENT"));
  await rmdir(takenFolder(place)).catch(except("ENOENT"));
}

async function moveWhereThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch(except("ENOENT"));
}

function except(code: string): (error: unknown) => void {
  return (error) => {
    if (codeOf(error) !== code) throw error;
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
