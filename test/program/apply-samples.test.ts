import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { countBy, newestRun, readResults } from "../support/read-results.ts";
import { runProgram, samplesFolder, startProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";

describe("applying the samples", () => {
  it("keeps as many requests in flight as --concurrency says, and never more, questions to Webex included", async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex({ latencyMs: 20, provisioningTimeMs: 100 });
    const ended = await runProgram(["apply", samplesFolder, "--base-url", webex.baseUrl, "--concurrency", "3"], folder);
    expect(ended.code).toBe(0);
    expect((await webex.stats()).mostInFlight).toBe(3);
  });
});

describe("applying the samples to a simulator with quirks", () => {
  it("provisions every row once by plan and apply, as to any other", { timeout: 120_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const quirks = [
      ...["short-pages:0.5", "links-without-filter:0.5", "links-max-null:0.5", "names-decomposed:0.5"],
      ...["names-spaced:0.5", "numbers-without-plus:0.5", "refused-numbers-spaced", "empty-lists-left-out", "packed"],
    ];
    const running = startProgram(
      ["simulate", "--seed", "7", ...quirks.flatMap((quirk) => ["--quirks", quirk])],
      folder,
    );
    onTestFinished(() => void running.child.kill("SIGINT"));
    await until(() => running.out().includes("/v1"));
    const target = ["--base-url", running.out().trim()];
    const planned = await runProgram(["plan", samplesFolder, "--out", "plan.json", ...target], folder);
    expect(planned.code).toBe(0);
    const first = await runProgram(["apply", "plan.json", ...target], folder);
    expect(first.code).toBe(0);
    const origin = new URL(running.out().trim()).origin;
    await fetch(`${origin}/simulator/stats/reset`, { method: "POST" });
    const second = await runProgram(["apply", samplesFolder, ...target], folder);
    expect(second.code).toBe(0);
    const again = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
    expect(countBy(again, ({ action, status }) => `${action} ${status}`)).toEqual({ "none unchanged": 245 });
    const stats = await (await fetch(`${origin}/simulator/stats`)).json();
    expect(stats).toMatchObject({ writes: 0, duplicateCreates: 0 });
  });
});
