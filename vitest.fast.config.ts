import { configDefaults, defineConfig, mergeConfig } from "vitest/config";
import all from "./vitest.config.ts";
import { slowFolders } from "./vitest.slow.config.ts";

/** The fast tests, which need nothing but npm: `npm test`. */
export default mergeConfig(
  all,
  defineConfig({
    test: {
      exclude: [...configDefaults.exclude, ...slowFolders.map((folder) => `test/${folder}/**`)],
    },
  }),
);
