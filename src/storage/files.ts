/** Files of our own state: readable only by their owner, and replaced as a whole. For streamed result files see `report/files/draft-file.ts`. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf } from "../model/thrown.ts";

/** Makes a folder and those above it, for its owner alone. Leaves one that is there alone. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
}

/** Makes an empty file, for SQLite to fill; what SQLite puts beside it gets the same rights. Leaves a file that is there alone: to open and close it here would end the locks that this process has on it. */
export function makePrivateFile(path: string): void {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/**
 * Writes a small file beside its path, forces it to the disk and renames it: whoever reads finds the old text or the new one,
 * never half of one, and after a power cut either. Missing folders are made. Synchronous, so that nobody in this process
 * writes the same draft meanwhile; between processes a lock of the caller's keeps them apart.
 */
export function replaceFile(path: string, text: string): void {
  makePrivateFolder(dirname(path));
  const draft = `${path}.part`;
  rmSync(draft, { force: true });
  try {
    const file = openSync(draft, "wx", 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Is anything at this path that can be reached? */
export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The text of a file (UTF-8); undefined where there is none. Throws what else the system says. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
