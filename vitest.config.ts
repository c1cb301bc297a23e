import { defineConfig } from "vitest/config";

/** Where to write the results as JSON beside the screen; `.ci/run` counts them. */
const resultsFile = process.env.TEST_RESULTS;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // real processes and sockets on shared machines: a second chance there, and the report tells of it
    retry: process.env.CI ? 2 : 0,
    maxWorkers: 2,
    reporters: resultsFile ? ["default", ["json", { outputFile: resultsFile }]] : ["default"],
  },
});
