import { defineConfig } from "vitest/config";

/** Where to write the results as JSON beside the screen; `.ci/run` counts them. */
const resultsFile = process.env.TEST_RESULTS;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    maxWorkers: 2,
    reporters: resultsFile ? ["default", ["json", { outputFile: resultsFile }]] : ["default"],
  },
});
