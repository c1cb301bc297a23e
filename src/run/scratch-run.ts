/** A run file that lasts as long as the work with it: for commands that only look. */

import { lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { foreignReason, ownIdentity } from "../journal/ownership.ts";
import { openRunFile, type RunFile } from "../journal/run-file/run-file.ts";
import { inEnglish, text } from "../model/words/text.ts";
import { isLocked, takeLock, wasLocked } from "../storage/lock.ts";
import { holdOpen } from "./held.ts";

const folderName = "wholesale-import-scratch-";

/** Held for as long as the folder is worked with; its holder's death releases it. */
const lockName = "lock";

export type ScratchRun = AsyncDisposable & {
  readonly runFile: RunFile;
  /** Holds the run file, and whatever else is gone afterwards. */
  readonly path: string;
};

/** What killed processes have left is removed first. */
export async function openScratchRun(): Promise<ScratchRun> {
  await sweepScratch();
  const path = await mkdtemp(join(tmpdir(), folderName));
  const held = holdOpen();
  held.use({ [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) });
  try {
    const reply = takeLock(join(path, lockName), inEnglish(text("holder", { process: process.pid })));
    if (reply.kind === "held") held.use(reply.lock);
    const runFile = held.use(openRunFile(join(path, "run.db"), { isScratch: true }));
    return { runFile, path, [Symbol.asyncDispose]: held[Symbol.asyncDispose] };
  } catch (error) {
    await held[Symbol.asyncDispose]();
    throw error;
  }
}

/** Removes the scratch folders of this user whose process was killed. What cannot be removed stays. */
async function sweepScratch(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names.filter((each) => /^wholesale-import-scratch-\w{6}$/.test(each))) {
    const folder = join(tmpdir(), name);
    if (await isLeftBehind(folder).catch(() => false))
      await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

async function isLeftBehind(folder: string): Promise<boolean> {
  const facts = await lstat(folder);
  const self = ownIdentity();
  const isOurs = facts.isDirectory() && (!self || (facts.uid === self.uid && !foreignReason(facts, self)));
  return isOurs && wasLocked(join(folder, lockName)) && !isLocked(join(folder, lockName));
}
