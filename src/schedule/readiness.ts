/** Which batches of the inbox are complete: a `.ready` file says so, or nothing in them has changed for a while. Looks only; takes nothing, follows no link, opens no file. */

import type { Dirent } from "node:fs";
import { lstat, opendir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { errnoOf, messageOf } from "../model/thrown.ts";
import { UserError } from "../model/user-error.ts";
import { type Text, text } from "../model/words/text.ts";
import { mappingFileName } from "../sheets/mapping/mapping-file.ts";

export type Arrival = {
  readonly name: string;
  /** Complete; otherwise it may still be growing. */
  readonly isReady: boolean;
};

/** What lies in the inbox and is not taken. `reason` reads on after the name: "is a link: ...". */
export type LeftOut = { readonly name: string; readonly reason: Text };

export type InboxContent = {
  /** Folders and workbooks, by name. */
  readonly batches: readonly Arrival[];
  /** By name. */
  readonly leftOut: readonly LeftOut[];
};

/** Folders that the nights make in the inbox. */
export const ownFolders = { taken: "taken", done: "done", failed: "failed" } as const;

const readyEnding = ".ready";

/** Entries of one batch, its subfolders included; a batch of more is none that a person made. */
export const mostEntries = 10_000;

/**
 * `quietMs`: how long nothing must have changed; infinite where only a `.ready` file counts.
 * No single arrival makes this throw; a UserError says that the inbox itself cannot be read.
 */
export async function lookIntoInbox(inbox: string, quietMs: number, nowMs: number): Promise<InboxContent> {
  const entries = (await readInbox(inbox)).filter(({ name }) => !isOwn(name)).toSorted(byName);
  const markers = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  const batches: Arrival[] = [];
  const leftOut: LeftOut[] = [];
  for (const entry of entries) {
    if (isMarker(entry)) continue;
    const seen = reasonAgainst(entry) ?? (await readinessOf(entry, { inbox, markers, quietMs, nowMs }));
    if (typeof seen === "object") leftOut.push({ name: entry.name, reason: seen });
    else batches.push({ name: entry.name, isReady: seen });
  }
  return { batches, leftOut };
}

async function readInbox(inbox: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(inbox, { withFileTypes: true });
  } catch (error) {
    const why = messageOf(error);
    throw new UserError("inbox_unreadable", text("inbox_unreadable", { inbox, reason: why }), text("make_or_mount"));
  }
}

/** The markers of a batch, relative to the inbox: beside it, and in the folder. */
export function markersOf(name: string): readonly string[] {
  return [`${name}${readyEnding}`, join(name, readyEnding)];
}

/** Dot files, what Excel leaves beside an open workbook, and the mapping of all batches. */
function isOwn(name: string): boolean {
  const isOther = name.startsWith(".") || name.startsWith("~$") || name === mappingFileName;
  return isOther || Object.values<string>(ownFolders).includes(name);
}

function isMarker(entry: Dirent): boolean {
  return entry.isFile() && entry.name.endsWith(readyEnding);
}

function reasonAgainst(entry: Dirent): Text | undefined {
  if (entry.name.includes("\u{fffd}")) return text("name_not_utf8");
  if (entry.isSymbolicLink()) return text("is_link");
  if (entry.isDirectory())
    return entry.name.endsWith(readyEnding) ? text("is_marker_folder", { ending: readyEnding }) : undefined;
  if (!entry.isFile()) return text("not_a_file");
  return isWorkbook(entry.name) ? undefined : text("is_loose_file");
}

function isWorkbook(name: string): boolean {
  return /\.(xlsx|xlsm|xls|ods)$/i.test(name);
}

function byName(one: Dirent, other: Dirent): number {
  return one.name < other.name ? -1 : 1;
}

type Look = {
  readonly inbox: string;
  /** Files of the inbox. */
  readonly markers: ReadonlySet<string>;
  readonly quietMs: number;
  readonly nowMs: number;
};

/** Whether the batch is complete; a text says why that cannot be told. */
async function readinessOf(entry: Dirent, { inbox, markers, quietMs, nowMs }: Look): Promise<boolean | Text> {
  const path = join(inbox, entry.name);
  if (markers.has(`${entry.name}${readyEnding}`)) return true;
  if (entry.isDirectory() && (await isRegularFile(join(path, readyEnding)))) return true;
  if (quietMs === Number.POSITIVE_INFINITY) return false;
  try {
    const changedMs = await lastChangeIn(path);
    if (changedMs === "many") return text("too_many_files_mark", { most: mostEntries, ending: readyEnding });
    if (changedMs === undefined) return false;
    if (changedMs > nowMs + aheadMs) return text("changed_in_future", { at: new Date(changedMs).toISOString() });
    return nowMs - changedMs >= quietMs;
  } catch (error) {
    const code = errnoOf(error);
    if (!code) throw error;
    return code === "ENOENT" ? false : text("unreadable", { code });
  }
}

/** The clock of a file server may be that far ahead. */
const aheadMs = 60_000;

async function isRegularFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );
}

/**
 * Milliseconds since the epoch. Undefined: an empty folder, which is not complete. Throws what the file system answers.
 * The change time (ctime) alone counts: a copy may bring an old or future modification time along, and each change moves it.
 */
async function lastChangeIn(path: string): Promise<number | undefined | "many"> {
  const facts = await lstat(path);
  let newestMs = facts.ctimeMs;
  if (!facts.isDirectory()) return newestMs;
  let entries = 0;
  const folders = [path];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for await (const entry of await opendir(folder)) {
      entries += 1;
      if (entries > mostEntries) return "many";
      const inside = join(folder, entry.name);
      newestMs = Math.max(newestMs, (await lstat(inside)).ctimeMs);
      if (entry.isDirectory()) folders.push(inside);
    }
  }
  return entries === 0 ? undefined : newestMs;
}
