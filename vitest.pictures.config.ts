import { defineConfig } from "vitest/config";

/** Pictures, not tests: of every screen into pictures/, and the two of the documentation into docs/. */
export default defineConfig({
  test: {
    include: ["test/pictures/**/*.picture.ts"],
    testTimeout: 900_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
