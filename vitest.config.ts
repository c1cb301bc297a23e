import { defineConfig } from "vitest/config";

/** Where to write the results as JSON beside the screen; `.ci/run` counts them. */
const resultsFile = process.env.TEST_RESULTS;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/said-in-english.ts"],
    // far more than any test takes: what waits for an event may have to wait for a slow machine
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // a test that fails now and then is mended, in CI too
    retry: 0,
    maxWorkers: 2,
    reporters: resultsFile ? ["default", ["json", { outputFile: resultsFile }]] : ["default"],
  },
});
