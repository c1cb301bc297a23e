import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countBy, newestRun, readResults } from "../support/read-results.ts";
import { runProgram, samplesFolder, startProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

describe("a run that is killed in the middle", () => {
  it("goes on with resume: nothing twice, every row settled", async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex({ latencyMs: 100 });
    const running = startProgram(["apply", samplesFolder, "--base-url", webex.baseUrl], folder);
    await until(async () => ((await webex.state()).subscribers?.length ?? 0) > 20);
    running.child.kill("SIGKILL");
    await running.ended;

    const resumed = await runProgram(["resume"], folder);
    expect(resumed.err).toContain("succeeded");
    expect(resumed.code).toBe(0);
    const results = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
    expect(countBy(results, ({ status }) => status)).toEqual({ succeeded: 245 });
    const state = await webex.state();
    expect(state.subscribers).toHaveLength(200);
    expect(new Set(state.subscribers?.map(({ email }) => email)).size).toBe(200);
    expect(state.customers).toHaveLength(12);
    expect((await webex.stats()).duplicateCreates).toBe(0);
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}
