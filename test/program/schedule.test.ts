/** Nights in a process of its own: it waits, is watched from outside, is interrupted, and begins again. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listLeft } from "../support/nights.ts";
import { newestRun, readResults } from "../support/read-results.ts";
import { runProgram, startProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { writeBatch } from "../support/write-batch.ts";

async function setUp() {
  const folder = await makeTemporaryFolder();
  await mkdir(join(folder, "inbox"));
  const webex = await simulateWebex({ provisioningTimeMs: 20 });
  const to = ["--inbox", "inbox", "--target", "simulator", "--base-url", webex.baseUrl];
  return { folder, webex, to, state: join(folder, ".wholesale-import") };
}

const manyUsers = Array.from({ length: 60 }, (_, index) => ({
  email: `user${index}@example.com`,
  extension: String(4_000 + index),
}));

describe("schedule", () => {
  it("waits, reports its state, refuses a second one, and ends cleanly when asked to", async () => {
    const { folder, to } = await setUp();
    const args = ["schedule", ...to, "--cron", "0 2 * * *", "--timezone", "Europe/Amsterdam"];
    const running = startProgram([...args, "--metrics-listen", "127.0.0.1:0"], folder);
    await until(() => running.err().includes("press Ctrl-C to stop"));
    const [url = ""] = /http:\S+(?=\/metrics)/.exec(running.err()) ?? [];
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ isHealthy: true, state: "waiting" });
    expect(await (await fetch(`${url}/metrics`)).text()).toContain(
      "wholesale_import_next_night_start_timestamp_seconds",
    );
    const second = await runProgram(["schedule", "--once", ...to], folder);
    expect([second.code, second.err]).toEqual([2, expect.stringContaining("already uses this state folder (process ")]);
    running.child.kill("SIGTERM");
    expect((await running.ended).code).toBe(0);
  });

  it("lets a batch be interrupted, and goes on with the same run at the next start", async () => {
    const { folder, webex, to, state } = await setUp();
    await webex.turnKnobs({ latencyMs: 20 });
    const batch = await writeBatch(join(folder, "inbox"), "monday", {
      templates: [{}],
      customers: [{}],
      users: manyUsers,
    });
    await writeFile(join(batch, ".ready"), "");
    const running = startProgram(["schedule", "--once", ...to], folder);
    await until(async () => (await webex.stats()).writes > 10);
    running.child.kill("SIGTERM");
    expect((await running.ended).code).toBe(143);
    expect(Object.keys(await listLeft(join(folder, "inbox")))).toEqual([expect.stringMatching(/^taken\/.* monday$/)]);
    expect((await runProgram(["schedule", "--once", ...to], folder)).code).toBe(0);
    expect(Object.keys(await listLeft(join(folder, "inbox")))).toEqual([expect.stringMatching(/^done\/.* monday$/)]);
    expect(await readdir(join(state, "runs"))).toHaveLength(1);
    const results = await readResults(join(await newestRun(state), "results.csv"));
    expect(results.filter(({ status }) => status !== "succeeded")).toEqual([]);
    expect((await webex.stats()).duplicateCreates).toBe(0);
  });
});
