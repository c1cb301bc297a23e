/** What rehearsals promise, beside what the runs then take: five targets that differ in latency, limit and provisioning. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "vitest";
import { z } from "zod";
import { runProgram } from "../support/run-program.ts";
import { type BatchSize, makeBatch } from "./make-batch.ts";
import { startSimulatorProcess } from "./simulator-process.ts";

type Setting = {
  readonly name: string;
  readonly target: readonly string[];
  readonly run: readonly string[];
  /** Applied before, so that there is something to measure and to export. */
  readonly first: BatchSize;
  readonly batch: BatchSize;
};

const settings: readonly Setting[] = [
  {
    name: "500±200 ms, no limit, 10 at a time",
    target: ["--latency", "500±200", "--provisioning-time", "2000"],
    run: ["--concurrency", "10"],
    first: { customers: 5, branches: 1, users: 20 },
    batch: { customers: 25, branches: 1, users: 40 },
  },
  {
    name: "300±100 ms, 20/s,burst=20, 30 at a time",
    target: ["--latency", "300±100", "--rate-limit", "20/s,burst=20", "--provisioning-time", "3000"],
    run: ["--concurrency", "30"],
    first: { customers: 10, branches: 1, users: 40 },
    batch: { customers: 30, branches: 1, users: 60 },
  },
  {
    name: "200±100 ms, 150 in each 10 s, 20 at a time",
    target: ["--latency", "200±100", "--rate-limit", "150/10s", "--provisioning-time", "4000"],
    run: ["--concurrency", "20"],
    first: { customers: 10, branches: 0, users: 60 },
    batch: { customers: 20, branches: 2, users: 60 },
  },
  {
    name: "700±400 ms, no limit, 4 at a time",
    target: ["--latency", "700±400", "--provisioning-time", "10000"],
    run: ["--concurrency", "4"],
    first: { customers: 3, branches: 1, users: 10 },
    batch: { customers: 10, branches: 1, users: 40 },
  },
  {
    name: "400±200 ms, 8 in flight, customers that take 20 s, 40 at a time",
    target: ["--latency", "400±200", "--rate-limit", "8-in-flight", "--provisioning-time", "20000"],
    run: ["--concurrency", "40"],
    first: { customers: 10, branches: 0, users: 20 },
    batch: { customers: 60, branches: 0, users: 15 },
  },
];

const event = z.looseObject({ type: z.string(), at: z.string() });

const rehearsed = z.looseObject({
  seconds: z.number(),
  endsAt: z.string(),
  earliestAt: z.string(),
  latestAt: z.string(),
  calls: z.object({ total: z.number() }),
  limit: z.string().optional(),
});

/** The seconds between the first event of a run and its last. */
function secondsOf(lines: readonly z.infer<typeof event>[]): number {
  const at = (type: string) => Date.parse(lines.find((line) => line.type === type)?.at ?? "");
  return (at("ended") - at("started")) / 1_000;
}

describe("a rehearsal", () => {
  it.each(settings)("$name", async ({ name, target, run, first, batch }) => {
    const folder = await mkdtemp(join(tmpdir(), "wholesale-import-bench-"));
    const webex = await startSimulatorProcess(target);
    const program = async (...args: readonly string[]) => {
      const ended = await runProgram([...args, "--base-url", webex.baseUrl], folder);
      if (ended.code !== 0) throw new Error(`${args.join(" ")} ended with ${ended.code}:\n${ended.err}`);
      return ended;
    };
    const apply = async (sheets: string, ...flags: readonly string[]) => {
      const { out } = await program("apply", sheets, "--json", "--quiet", ...run, ...flags);
      return out
        .trim()
        .split("\n")
        .map((line) => event.parse(JSON.parse(line)));
    };
    try {
      await makeBatch(join(folder, "first"), first);
      await makeBatch(join(folder, "then"), first, batch);
      await apply("first");
      await program("export", "live", "--target", "simulator");
      const beganMs = performance.now();
      const rehearsal = await apply("then", "--rehearse", "--from-export", "live");
      const rehearsedIn = (performance.now() - beganMs) / 1_000;
      const promised = rehearsed.parse(rehearsal.find(({ type }) => type === "rehearsed"));
      const began = Date.parse(promised.endsAt) - promised.seconds * 1_000;
      const [from, to] = [promised.earliestAt, promised.latestAt].map((at) => (Date.parse(at) - began) / 1_000);
      const before = (await webex.stats()).total;
      const took = secondsOf(await apply("then"));
      const calls = (await webex.stats()).total - before;
      const off = (100 * (promised.seconds - took)) / took;
      console.log(
        `${name}: promised ${promised.seconds} s (${from?.toFixed(0)} to ${to?.toFixed(0)}) and ${promised.calls.total} calls${promised.limit === undefined ? "" : ` under ${promised.limit}`}, took ${took.toFixed(1)} s and ${calls} calls: ${off > 0 ? "+" : ""}${off.toFixed(1)} %; rehearsed in ${rehearsedIn.toFixed(1)} s`,
      );
    } finally {
      await webex.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
