import { defineConfig } from "vitest/config";

/** The tests that disturb runs, all cases of them, and the largest batch; each prints its counts. */
export default defineConfig({
  test: {
    include: ["test/crash/**/*.test.ts", "test/temporal/**/*.test.ts", "test/browser/large-batch.test.ts"],
    env: { SOAK: "full" },
    testTimeout: 60_000,
    fileParallelism: false,
    reporters: ["verbose"],
  },
});
