/** Makes an empty file that its owner alone can read, for SQLite to fill; what SQLite puts beside it gets the same rights. */
import { closeSync, openSync } from "node:fs";

/** Leaves a file that is there alone: to open and close it here would end the locks that this process has on it. */
export function makePrivateFile(path: string): void {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}
