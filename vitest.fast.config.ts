import { configDefaults, defineConfig, mergeConfig } from "vitest/config";
import all from "./vitest.config.ts";
import { slowFolders } from "./vitest.slow.config.ts";

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
      // a test makes much that is gone the next moment: less often cleared away, as in the program itself
      execArgv: ["--max-semi-space-size=64"],
      exclude: [...configDefaults.exclude, ...slowFolders.map((folder) => `test/${folder}/**`)],
    },
  }),
);
