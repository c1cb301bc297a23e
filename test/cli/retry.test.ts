import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { correctFailed } from "../support/correct-failed.ts";
import { countBy, newestRun, readResults } from "../support/read-results.ts";
import { runProgram, samplesFolder } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

describe("retry", () => {
  it("takes the rows in failed/ as a person has corrected them, and all succeed", async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex();
    await runProgram(["apply", join(samplesFolder, "with-mistakes"), "--base-url", webex.baseUrl], folder);
    await correctFailed(await newestRun(join(folder, ".wholesale-import")));

    const retried = await runProgram(["retry"], folder);
    const results = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
    expect(
      results.filter(({ status }) => status !== "succeeded").map(({ key, message }) => `${key}: ${message}`),
    ).toEqual([]);
    expect(retried.code).toBe(0);
    expect(countBy(results, ({ sheet }) => sheet)).toEqual({ templates: 2, customers: 3, locations: 6, users: 19 });
    const state = await webex.state();
    expect(state.customers).toHaveLength(5);
    expect(state.subscribers).toHaveLength(23);
  });
});
