/** Which batches of the inbox are complete: a `.ready` file says so, or nothing in them has changed for a while. Looks only; takes nothing. */
import type { Dirent } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../model/user-error.ts";

export type Arrival = {
  readonly name: string;
  /** Complete; otherwise it may still be growing. */
  readonly isReady: boolean;
};

export type InboxContent = {
  /** Folders and workbooks, by name. */
  readonly batches: readonly Arrival[];
  /** Files that are no batch: sheets must come in a folder, or as a workbook. */
  readonly strangers: readonly string[];
};

/** Folders that the nights make in the inbox. */
export const ownFolders = { taken: "taken", done: "done", failed: "failed" } as const;

const readyEnding = ".ready";

/** `quietMs`: how long nothing must have changed; infinite where only a `.ready` file counts. */
export async function lookIntoInbox(inbox: string, quietMs: number, nowMs: number): Promise<InboxContent> {
  const entries = (await readInbox(inbox)).filter(({ name }) => !isOwn(name));
  const names = new Set(entries.map(({ name }) => name));
  const batches: Arrival[] = [];
  for (const entry of entries.filter(isBatch).toSorted(byName)) {
    const isSaid = names.has(`${entry.name}${readyEnding}`) || (await hasMarkerInside(inbox, entry));
    const isReady = isSaid || (await isQuiet(join(inbox, entry.name), quietMs, nowMs));
    batches.push({ name: entry.name, isReady });
  }
  const strangers = entries.filter((entry) => !isBatch(entry) && !entry.name.endsWith(readyEnding));
  return { batches, strangers: strangers.map(({ name }) => name).toSorted() };
}

async function readInbox(inbox: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(inbox, { withFileTypes: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(
      "inbox_unreadable",
      `The inbox ${inbox} cannot be read: ${why}.`,
      "Make the folder, or mount it.",
    );
  }
}

/** The markers of a batch, relative to the inbox: beside it, and in the folder. */
export function markersOf(name: string): readonly string[] {
  return [`${name}${readyEnding}`, join(name, readyEnding)];
}

/** Dot files, and what Excel leaves beside an open workbook. */
function isOwn(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$") || Object.values<string>(ownFolders).includes(name);
}

function isBatch(entry: Dirent): boolean {
  return entry.isDirectory() || (entry.isFile() && /\.xlsx$/i.test(entry.name));
}

function byName(one: Dirent, other: Dirent): number {
  return one.name < other.name ? -1 : 1;
}

async function hasMarkerInside(inbox: string, entry: Dirent): Promise<boolean> {
  if (!entry.isDirectory()) return false;
  return lstat(join(inbox, entry.name, readyEnding)).then(
    () => true,
    () => false,
  );
}

/** An empty folder is not complete; a copy that keeps its old times still changes its own. */
async function isQuiet(path: string, quietMs: number, nowMs: number): Promise<boolean> {
  if (quietMs === Number.POSITIVE_INFINITY) return false;
  const facts = await lstat(path);
  const inside = facts.isDirectory() ? await readdir(path, { recursive: true }) : [];
  if (facts.isDirectory() && inside.length === 0) return false;
  const changes = await Promise.all([path, ...inside.map((name) => join(path, name))].map(changedMs));
  return nowMs - Math.max(...changes) >= quietMs;
}

/** What is gone meanwhile has changed just now. */
async function changedMs(path: string): Promise<number> {
  return lstat(path).then(
    ({ mtimeMs, ctimeMs }) => Math.max(mtimeMs, ctimeMs),
    () => Number.POSITIVE_INFINITY,
  );
}
