/** Builds the library that keeps of a run file what had been synced; see the C source beside this file. */
import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectFolder } from "./run-program.ts";

const run = promisify(execFile);
const source = `${projectFolder}test/support/synced-only.c`;

/** The environment that makes the program keep such copies in `folder`. */
export type SyncedOnly = (folder: string) => NodeJS.ProcessEnv;

/** `undefined`, and said on the console, where there is no C compiler or no Linux. */
export async function buildSyncedOnly(): Promise<SyncedOnly | undefined> {
  const library = join(await mkdtemp(join(tmpdir(), "wholesale-import-")), "synced-only.so");
  try {
    if (process.platform !== "linux") throw new Error("it is made for Linux");
    await run("cc", ["-shared", "-fPIC", "-o", library, source, "-ldl"]);
  } catch (error) {
    console.log(`skipped: what is synced cannot be watched here (${error instanceof Error ? error.message : error})`);
    return undefined;
  }
  return (folder) => ({ LD_PRELOAD: library, SYNCED_FOLDER: folder });
}
