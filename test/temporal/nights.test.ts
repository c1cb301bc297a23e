import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client, Connection, ScheduleOverlapPolicy } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { listLeft } from "../support/nights.ts";
import { newestRun, readResults } from "../support/read-results.ts";
import { type Running, startProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { hasTemporal, startTemporal, type TemporalServer } from "../support/temporal-server.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { writeBatch } from "../support/write-batch.ts";

const { SKIP } = ScheduleOverlapPolicy;

/** An inbox, the process that has it, a worker, and Temporal's own page. */
async function openNights({ address }: TemporalServer) {
  const folder = await makeTemporaryFolder();
  const inbox = join(folder, "inbox");
  await mkdir(inbox);
  const webex = await simulateWebex({ latencyMs: 20 });
  const connection = await Connection.connect({ address });
  const { schedule, workflow } = new Client({ connection });
  const started: Running[] = [];
  onTestFinished(async () => {
    for (const { child } of started) child.kill("SIGKILL");
    await Promise.all(started.map(({ ended }) => ended));
    await connection.close();
  });
  const start = (...args: readonly string[]) => {
    const target = ["--target", "simulator", "--base-url", webex.baseUrl];
    const running = startProgram([...args, ...target], folder, { TEMPORAL_ADDRESS: address });
    started.push(running);
    return running;
  };
  const worker = start("worker", "--state", "worker-state");
  await until(() => worker.err().includes("worker of"));
  const serve = async () => {
    const when = ["--cron", "0 2 * * *", "--timezone", "Europe/Amsterdam"];
    const running = start("schedule", "--inbox", "inbox", ...when, "--engine", "temporal", "--worker-timeout", "3s");
    await until(() => running.err().includes("schedule ") || running.child.exitCode !== null);
    return running;
  };
  const first = await serve();
  const id = /schedule "([^"]+)"/.exec(first.err())?.[1] ?? "";
  const begun = async () => {
    const nights: string[] = [];
    for await (const { workflowId, status } of workflow.list({ query: `WorkflowId STARTS_WITH "${id}"` }))
      nights.push(`${workflowId.slice(0, id.length + 6)} ${status.name}`);
    return nights;
  };
  return {
    ...{ webex, serve, first, begun, schedule: schedule.getHandle(id), workflow, id },
    state: join(folder, ".wholesale-import"),
    left: async () => Object.keys(await listLeft(inbox)).map((at) => at.replace(/\d{8} /, "")),
    async offer(name: string, users: number) {
      const batch = await writeBatch(inbox, name, {
        templates: [{}],
        customers: [{ external_id: name, name, admin_email: `admin@${name}.example.com` }],
        users: Array.from({ length: users }, (_, index) => ({
          customer: name,
          email: `u${index}@${name}.example.com`,
        })),
      });
      await writeFile(join(batch, ".ready"), "");
    },
    /** Until so many nights have come to their end. */
    over: (count: number) =>
      until(async () => (await begun()).filter((night) => night.endsWith(" COMPLETED")).length >= count, 100),
  };
}

async function stop({ child, ended }: Running, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  return (await ended).code;
}

describe.runIf(hasTemporal)("nights that Temporal begins", () => {
  let temporal: TemporalServer;
  beforeAll(async () => {
    temporal = await startTemporal();
  });
  afterAll(() => temporal[Symbol.asyncDispose]());

  it("work off the inbox, never overlap, and are made up once", { timeout: soakTimeoutMs }, async () => {
    const nights = await openNights(temporal);
    const { policies, spec } = await nights.schedule.describe();
    expect(policies).toMatchObject({ overlap: SKIP, catchupWindow: 365 * 86_400_000 });
    expect(spec.timezone).toBe("Europe/Amsterdam");

    await nights.offer("monday", 30);
    await nights.schedule.trigger(SKIP);
    await until(async () => (await nights.webex.stats()).writes > 5);
    await nights.schedule.trigger(SKIP);
    await nights.over(1);
    expect(await nights.left()).toEqual(["done/monday"]);
    expect(await nights.begun()).toHaveLength(1);
    const { numActionsSkippedOverlap } = (await nights.schedule.describe()).info;

    expect(await stop(nights.first, "SIGTERM")).toBe(0);
    await nights.offer("tuesday", 2);
    const start = new Date(Date.now() - 3 * 86_400_000);
    await nights.schedule.backfill({ start, end: new Date(), overlap: SKIP });
    await until(
      async () => (await nights.schedule.describe()).info.numActionsSkippedOverlap >= numActionsSkippedOverlap + 2,
      100,
    );
    expect(await nights.left()).toEqual(["done/monday", "tuesday"]);
    await nights.serve();
    await nights.over(2);
    expect(await nights.left()).toEqual(["done/monday", "done/tuesday"]);
    expect(await nights.begun()).toHaveLength(2);
    const skipped = (await nights.schedule.describe()).info.numActionsSkippedOverlap;
    console.log(`asked for 5 nights, ${(await nights.begun()).length} begun, ${skipped} left out`);
  });

  it("continue where they were when the process that has the inbox is killed, or stopped", {
    timeout: soakTimeoutMs,
  }, async () => {
    const nights = await openNights(temporal);
    await nights.offer("monday", 40);
    await nights.schedule.trigger(SKIP);
    await until(async () => (await nights.webex.stats()).writes > 10);
    await stop(nights.first, "SIGKILL");
    const second = await nights.serve();
    await until(async () => (await nights.webex.stats()).writes > 20);
    // workers went on alone meanwhile: it is stopped in the night, or before it has taken it up again
    expect([0, 143]).toContain(await stop(second, "SIGTERM"));
    await nights.serve();
    await nights.over(1);
    expect(await nights.left()).toEqual(["done/monday"]);
    expect(await readdir(join(nights.state, "runs"))).toHaveLength(1);
    const results = await readResults(join(await newestRun(nights.state), "results.csv"));
    expect(results.filter(({ status }) => status !== "succeeded")).toEqual([]);
    expect((await nights.webex.stats()).duplicateCreates).toBe(0);
  });
});
