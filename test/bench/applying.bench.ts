import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, it } from "vitest";
import { type BatchSize, makeBatch } from "./make-batch.ts";
import { type Measured, measureProgram } from "./measure-program.ts";
import { bareLoop, makeRivalCustomer, queueScript, type Rival, serialLoop } from "./rivals.ts";
import { answersOf, type SimulatorFigures, type SimulatorProcess, startSimulatorProcess } from "./simulator-process.ts";

const provisioningMs = 1_000;

type Applied = { readonly measured: Measured; readonly figures: SimulatorFigures };

async function applyTo(
  baseUrl: string,
  stats: () => Promise<SimulatorFigures>,
  size: BatchSize,
  flags: readonly string[],
): Promise<Applied> {
  const folder = await mkdtemp(join(tmpdir(), "wholesale-import-bench-"));
  try {
    await makeBatch(join(folder, "batch"), size);
    const measured = await measureProgram(["apply", "batch", "--base-url", baseUrl, ...flags], folder);
    if (measured.code !== 0) throw new Error(`apply ended with ${measured.code}:\n${measured.err}`);
    return { measured, figures: await stats() };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The least time that these calls can take: no client can be faster. */
function leastSeconds({ total }: SimulatorFigures, latencyMs: number, concurrency: number): number {
  const path = (provisioningMs + 8 * latencyMs) / 1_000;
  return Math.max((total * latencyMs) / 1_000 / concurrency, path);
}

const share = (part: number, whole: number) => (part / whole).toFixed(3);
const perSecond = ({ rows, seconds }: Pick<Rival, "rows" | "seconds">) => (rows / seconds).toFixed(1);

describe("applying, bound by latency", () => {
  it.each([
    { latency: 100, concurrency: 10, customers: 100 },
    { latency: 100, concurrency: 20, customers: 200 },
    { latency: 200, concurrency: 50, customers: 250 },
    { latency: 100, concurrency: 20, customers: 600 },
    { latency: 20, concurrency: 50, customers: 200 },
  ])("$latency ms, $concurrency at a time", async ({ latency, concurrency, customers }) => {
    const flags = ["--latency", String(latency), "--provisioning-time", String(provisioningMs)];
    const webex = await startSimulatorProcess(flags);
    const size = { customers, branches: 3, users: 50 };
    const { measured, figures } = await applyTo(webex.baseUrl, webex.stats, size, [
      "--concurrency",
      String(concurrency),
    ]);
    const customerId = await makeRivalCustomer(webex.baseUrl);
    const bare = await bareLoop(
      { baseUrl: webex.baseUrl, customerId, count: figures.total, prefix: "bare" },
      concurrency,
    );
    await webex.stop();
    const least = leastSeconds(figures, latency, concurrency);
    const running = measured.seconds - measured.firstWriteSeconds;
    console.log(
      [
        `latency ${latency} ms, concurrency ${concurrency}: ${figures.total} calls`,
        `T* ${least.toFixed(1)} s, whole command ${measured.seconds.toFixed(1)} s, from the plan on ${running.toFixed(1)} s, bare loop ${bare.seconds.toFixed(1)} s`,
        `T*/T ${share(least, running)} (whole command ${share(least, measured.seconds)}), against the bare loop ${share(bare.seconds, running)}`,
      ].join("\n  "),
    );
  });
});

/** Calls before the limit can be known: what was in flight when the first 429 came is no fault. */
const firstCalls = 100;

/** Answers 429 among the first calls. */
async function throttledAtFirst(webex: SimulatorProcess): Promise<number> {
  for (;;) {
    const figures = await webex.stats();
    if (figures.total >= firstCalls) return answersOf(figures, 429);
    await setTimeout(20);
  }
}

/** `atFirst`: of the answers 429, those to the first calls. */
function tellOfLimit(figures: SimulatorFigures, atFirst: number): string {
  const throttled = answersOf(figures, 429);
  const later = ((throttled - atFirst) * 1_000) / (figures.total - firstCalls);
  return `${later.toFixed(1)} answers 429 in 1 000 calls after the first ${firstCalls}, ${atFirst} among those`;
}

/** `least`: seconds in which so many calls can be sent, by one who knows the limit. */
type ToldLimit = {
  readonly limit: string;
  readonly latencyMs: number;
  readonly concurrency: number;
  readonly customers: number;
  least(calls: number): number;
};

const limits: readonly ToldLimit[] = [
  { limit: "20/s", latencyMs: 50, concurrency: 10, customers: 24, least: (calls) => (calls - 20) / 20 },
  { limit: "100/s", latencyMs: 50, concurrency: 10, customers: 60, least: (calls) => (calls - 100) / 100 },
  { limit: "100/s,burst=10", latencyMs: 50, concurrency: 10, customers: 60, least: (calls) => (calls - 10) / 100 },
  {
    limit: "300/60s",
    latencyMs: 50,
    concurrency: 10,
    customers: 20,
    least: (calls) => Math.floor((calls - 1) / 300) * 60,
  },
  { limit: "5-in-flight", latencyMs: 50, concurrency: 10, customers: 60, least: (calls) => (calls * 0.05) / 5 },
  { limit: "5/s", latencyMs: 2_500, concurrency: 15, customers: 8, least: (calls) => (calls - 5) / 5 },
];

describe("applying, bound by a limit that is not told", () => {
  it.each(limits)("$limit, $latencyMs ms", async ({ limit, latencyMs, concurrency, customers, least }) => {
    const flags = ["--latency", String(latencyMs), "--provisioning-time", "500", "--rate-limit", limit];
    const webex = await startSimulatorProcess(flags);
    const size = { customers, branches: 3, users: 50 };
    const [{ measured, figures }, atFirst] = await Promise.all([
      applyTo(webex.baseUrl, webex.stats, size, ["--concurrency", String(concurrency)]),
      throttledAtFirst(webex),
    ]);
    await webex.stop();
    const answered = figures.total - answersOf(figures, 429);
    const seconds = least(answered);
    const running = measured.seconds - measured.firstWriteSeconds;
    console.log(
      `limit ${limit}: ${answered} calls, T* ${seconds.toFixed(1)} s, T ${running.toFixed(1)} s, T*/T ${share(seconds, running)}, ${tellOfLimit(figures, atFirst)}`,
    );
  });
});

describe("a night of 300 calls after a night that has learned a limit of 20 a second", () => {
  it("knows it from the first call on", async () => {
    const folder = await mkdtemp(join(tmpdir(), "wholesale-import-bench-"));
    const webex = await startSimulatorProcess([
      "--latency",
      "50",
      "--provisioning-time",
      "500",
      "--rate-limit",
      "20/s",
    ]);
    const night = async (name: string, customers: number) => {
      const before = await webex.stats();
      await makeBatch(join(folder, name), { customers, branches: 3, users: 50 });
      const measured = await measureProgram(["apply", name, "--base-url", webex.baseUrl], folder);
      if (measured.code !== 0) throw new Error(`apply ended with ${measured.code}:\n${measured.err}`);
      const after = await webex.stats();
      const throttled = answersOf(after, 429) - answersOf(before, 429);
      const answered = after.total - before.total - throttled;
      const running = measured.seconds - measured.firstWriteSeconds;
      const least = (answered - 20) / 20;
      console.log(
        `${name} night: ${answered} calls, T* ${least.toFixed(1)} s, T ${running.toFixed(1)} s, T*/T ${share(least, running)}, ${throttled} answers 429`,
      );
    };
    try {
      await night("first", 16);
      await night("second", 21);
    } finally {
      await webex.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** Limits in calls per second, each for so many seconds from the first write on, the last to the end. */
const changingLimit = [
  { limit: 60, seconds: 20 },
  { limit: 30, seconds: 20 },
  { limit: 60, seconds: Number.POSITIVE_INFINITY },
] as const;

/** The least time that so many calls take under such limits. */
function leastSecondsUnder(
  steps: readonly { readonly limit: number; readonly seconds: number }[],
  calls: number,
): number {
  const [step, ...rest] = steps;
  if (!step) return 0;
  const served = Math.min(calls, step.limit * step.seconds);
  return served / step.limit + leastSecondsUnder(rest, calls - served);
}

async function changeLimit(webex: SimulatorProcess): Promise<void> {
  while ((await webex.stats()).writes === 0) await setTimeout(50);
  for (const [index, { seconds }] of changingLimit.slice(0, -1).entries()) {
    await setTimeout(seconds * 1_000);
    await webex.turnKnobs({ rateLimitPerSecond: changingLimit[index + 1]?.limit });
  }
}

describe("applying, bound by a limit that halves and doubles while the run goes on", () => {
  it("60, 30, 60 a second", async () => {
    const flags = ["--latency", "50", "--provisioning-time", "500", "--rate-limit", String(changingLimit[0].limit)];
    const webex = await startSimulatorProcess(flags);
    const size = { customers: 60, branches: 3, users: 50 };
    const [{ measured, figures }, atFirst] = await Promise.all([
      applyTo(webex.baseUrl, webex.stats, size, []),
      throttledAtFirst(webex),
      changeLimit(webex),
    ]);
    await webex.stop();
    const answered = figures.total - answersOf(figures, 429);
    const least = leastSecondsUnder(changingLimit, answered);
    const running = measured.seconds - measured.firstWriteSeconds;
    console.log(
      `limit 60, 30, 60/s: ${answered} calls, T* ${least.toFixed(1)} s, T ${running.toFixed(1)} s, T*/T ${share(least, running)}, ${tellOfLimit(figures, atFirst)}`,
    );
  });
});

describe("side by side with what a user would write instead", () => {
  it("100 ms, 10 at a time, 2 % of the answers lost", async () => {
    const faults = ["--faults", "POST /wholesale/subscribers=lost:0.02"];
    const flags = ["--latency", "100", "--provisioning-time", String(provisioningMs), ...faults];
    const ours = await startSimulatorProcess(flags);
    const size = { customers: 20, branches: 1, users: 100 };
    const { measured, figures } = await applyTo(ours.baseUrl, ours.stats, size, []);
    await ours.stop();
    const rows = size.customers * (1 + size.branches + size.users);
    const running = measured.seconds - measured.firstWriteSeconds;
    console.log(`ours: ${(rows / running).toFixed(1)} rows/s, duplicate creates ${figures.duplicateCreates}`);
    for (const [name, count, play] of [
      ["p-queue script", 2_000, (call: Parameters<typeof serialLoop>[0]) => queueScript(call, 10)],
      ["serial loop", 300, serialLoop],
    ] as const) {
      const webex = await startSimulatorProcess(flags);
      const customerId = await makeRivalCustomer(webex.baseUrl);
      const rival = await play({ baseUrl: webex.baseUrl, customerId, count, prefix: "rival" });
      const { duplicateCreates } = await webex.stats();
      await webex.stop();
      console.log(
        `${name}: ${perSecond(rival)} rows/s, duplicate creates ${duplicateCreates}, rows given up ${rival.failed}`,
      );
    }
  });
});

describe("own work", () => {
  it("per API call, as the difference of two runs", async () => {
    const run = async (customers: number) => {
      const webex = await startSimulatorProcess(["--provisioning-time", "200", "--latency", "5"]);
      const applied = await applyTo(webex.baseUrl, webex.stats, { customers, branches: 3, users: 50 }, [
        "--concurrency",
        "20",
      ]);
      await webex.stop();
      return applied;
    };
    const [small, large] = [await run(40), await run(120)];
    const calls = large.figures.total - small.figures.total;
    const cpuMs = (large.measured.cpuSeconds - small.measured.cpuSeconds) * 1_000;
    console.log(
      `own work: ${(cpuMs / calls).toFixed(2)} ms of processor time per API call, reading, checking and reporting included (${calls} calls)`,
    );
  });
});
