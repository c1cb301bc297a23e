/** Moves batches from the inbox to `taken/`, and from there to `done/` or `failed/`: by renames, each of which may be repeated. Opens no file of a batch. */

import { lstat, mkdir, opendir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { NightBatch } from "../journal/state/schedule-store.ts";
import { errnoOf, messageOf } from "../model/thrown.ts";
import { UserError } from "../model/user-error.ts";
import { type Text, text } from "../model/words/text.ts";
import { isThere } from "../storage/files.ts";
import { markersOf, mostEntries, ownFolders } from "./readiness.ts";

type BatchFolder = Pick<NightBatch, "id" | "name" | "inbox">;

/** Bytes of a batch's name that its id keeps; a name may have 255, and so may the name of a folder. */
const longestNameInId = 100;

/** The id of a batch, which is also the name of its folder: the run id, and the beginning of its name. */
export function batchIdOf(runId: string, name: string): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (Buffer.byteLength(kept + segment) > longestNameInId) break;
    kept += segment;
  }
  return `${runId}-${kept}`;
}

/** Makes the folders of the nights in the inbox. Throws a UserError when one of them cannot be there. */
export async function prepareInbox(inbox: string): Promise<void> {
  for (const name of Object.values(ownFolders)) {
    const folder = join(inbox, name);
    if (await isFolder(folder)) continue;
    await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
      const isInTheWay = errnoOf(error) === "EEXIST";
      throw new UserError(
        "inbox_unusable",
        isInTheWay ? text("not_a_folder", { folder }) : text("folder_not_made", { folder, code: reasonOf(error) }),
        isInTheWay ? text("move_it_away") : text("check_write_access"),
      );
    });
  }
}

/** A link to a folder elsewhere is none. */
async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}

/** Throws a UserError when the taken batch holds what is read at nobody's risk but ours: a link, a pipe, too many files. */
export async function refuseUnsafe(batch: BatchFolder): Promise<void> {
  const path = takenPath(batch);
  const facts = await lstat(path).catch((error: unknown) => {
    throw unsafe(batch.name, text("unreadable", { code: reasonOf(error) }));
  });
  if (!facts.isDirectory()) {
    if (!facts.isFile()) throw unsafe(batch.name, text("not_a_file"));
    return;
  }
  const trouble = await troubleIn(path).catch((error: unknown) => text("unreadable", { code: reasonOf(error) }));
  if (trouble) throw unsafe(batch.name, trouble);
}

/** Only the folder's own files are sheets; its subfolders are not looked into. */
async function troubleIn(folder: string): Promise<Text | undefined> {
  let entries = 0;
  for await (const entry of await opendir(folder)) {
    entries += 1;
    if (entries > mostEntries) return text("too_many_files", { most: mostEntries });
    if (entry.isSymbolicLink()) return text("contains_link", { name: entry.name });
    if (!entry.isFile() && !entry.isDirectory()) return text("contains_no_file", { name: entry.name });
  }
  return undefined;
}

function unsafe(name: string, trouble: Text): UserError {
  return new UserError("unsafe_batch", text("batch_unsafe", { name, reason: trouble }), text("offer_sheets_again"));
}

/** The batch itself, where it lies while it is worked on. */
export function takenPath({ inbox, id, name }: BatchFolder): string {
  return join(inbox, ownFolders.taken, id, "batch", name);
}

/** The folder of the batch while it is worked on: the batch, and later its results. */
export function takenFolder({ inbox, id }: BatchFolder): string {
  return join(inbox, ownFolders.taken, id);
}

/** Within either of them. */
export function resultsFolder(folder: string): string {
  return join(folder, "results");
}

/** The folder of the batch when it is over. */
export function finalFolder({ inbox, id }: BatchFolder, isDone: boolean): string {
  return join(inbox, isDone ? ownFolders.done : ownFolders.failed, id);
}

/** Takes the batch out of the inbox, so that nobody else does. False: it is not there any more. Throws a UserError when it cannot be moved. */
export async function take(batch: BatchFolder): Promise<boolean> {
  const path = takenPath(batch);
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  await moveWhereThere(join(batch.inbox, batch.name), path);
  return await finishTake(batch);
}

/** After a crash: what was moved is taken; what was not is left in the inbox, and may have changed since. */
export async function finishTake(batch: BatchFolder): Promise<boolean> {
  const isTaken = await isThere(takenPath(batch));
  await (isTaken ? removeMarkers(batch) : clear(batch));
  return isTaken;
}

/** Lays a batch of which nothing was begun back into the inbox, marked as complete. False: another of its name lies there by now, and this one stays taken. */
export async function putBack(batch: BatchFolder): Promise<boolean> {
  const path = join(batch.inbox, batch.name);
  if (await isThere(path)) return false;
  await moveWhereThere(takenPath(batch), path);
  const [marker = ""] = markersOf(batch.name);
  await writeFile(join(batch.inbox, marker), "", { mode: 0o600 });
  await clear(batch);
  return true;
}

/** Moves the batch with its results to where it stays. */
export async function moveAway(batch: BatchFolder, isDone: boolean): Promise<string> {
  const folder = finalFolder(batch, isDone);
  await mkdir(join(folder, ".."), { recursive: true, mode: 0o700 });
  if (!(await isThere(folder))) await moveWhereThere(takenFolder(batch), folder);
  return folder;
}

/** They said that this batch is complete, and say nothing of the next one of its name. One that cannot be removed is no reason to stop. */
async function removeMarkers(batch: BatchFolder): Promise<void> {
  const [beside = "", inside = ""] = markersOf(batch.name);
  await removeFile(join(batch.inbox, beside));
  await removeFile(join(takenPath(batch), "..", inside));
}

async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true }).catch(ignoreErrno);
}

async function clear(batch: BatchFolder): Promise<void> {
  await rmdir(join(takenFolder(batch), "batch")).catch(ignoreErrno);
  await rmdir(takenFolder(batch)).catch(ignoreErrno);
}

async function moveWhereThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (errnoOf(error) === "ENOENT") return;
    throw new UserError(
      "batch_not_movable",
      text("batch_not_movable", { from, to, code: reasonOf(error) }),
      text("check_owner"),
    );
  });
}

function ignoreErrno(error: unknown): void {
  if (!errnoOf(error)) throw error;
}

function reasonOf(error: unknown): string {
  return errnoOf(error) ?? messageOf(error);
}
