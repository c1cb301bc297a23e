/** A run file that lasts as long as the work with it: for commands that only look. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRunFile, type RunFile } from "../journal/run-file.ts";

/** `folder`: holds the run file, and whatever else is gone afterwards. */
export async function withScratchRun<T>(work: (runFile: RunFile, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "wholesale-import-"));
  try {
    using runFile = openRunFile(join(folder, "run.db"), { isScratch: true });
    return await work(runFile, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
