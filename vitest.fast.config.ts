import { accessSync, constants, statfsSync } from "node:fs";
import { configDefaults, defineConfig, mergeConfig } from "vitest/config";
import all from "./vitest.config.ts";
import { slowFolders } from "./vitest.slow.config.ts";

/** A file system in memory. The one of a container may be small, and then it is not taken. */
const memory = "/dev/shm";
const roomNeeded = 2 * 1024 ** 3;

function hasRoomInMemory(): boolean {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= roomNeeded;
  } catch {
    return false;
  }
}

/** The fast tests, which need nothing but npm: `npm test`. */
export default mergeConfig(
  all,
  defineConfig({
    test: {
      // a third goes on where two wait for the disk or a server
      maxWorkers: 3,
      // what a file imports is read once per worker: no test leaves anything behind that another would see
      isolate: false,
      unstubEnvs: true,
      // tests make hundreds of small databases, and each waits for the disk many times
      env: hasRoomInMemory() ? { TMPDIR: memory } : {},
      // a test makes much that is gone the next moment: less often cleared away, as in the program itself
      execArgv: ["--max-semi-space-size=64"],
      exclude: [...configDefaults.exclude, ...slowFolders.map((folder) => `test/${folder}/**`)],
    },
  }),
);
