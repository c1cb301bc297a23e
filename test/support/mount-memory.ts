/** A small file system in memory, mounted for a test, where this process may mount. */
import { execFile } from "node:child_process";
import { mkdtemp, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

const run = promisify(execFile);

export type MemoryDisk = {
  readonly path: string;
  /** Options of mount, such as `ro` or `size=20m`. */
  remount(options: string): Promise<void>;
};

/** Gone when the test ends. `size`: as mount wants it, such as `2m`. `undefined`, and said on the console, where mounting is not allowed. */
export async function mountMemory(size: string): Promise<MemoryDisk | undefined> {
  const path = await mkdtemp(join(tmpdir(), "wholesale-import-"));
  try {
    await run("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", path]);
  } catch (error) {
    await rmdir(path);
    console.log(`skipped: nothing can be mounted here (${error instanceof Error ? error.message.trim() : error})`);
    return undefined;
  }
  onTestFinished(async () => {
    await run("umount", ["--lazy", path]);
    await rmdir(path);
  });
  return {
    path,
    async remount(options) {
      await run("mount", ["-o", `remount,${options}`, path]);
    },
  };
}
