/** One customer of 20 000 users beside 500 of 20: nobody starves, and the longest path is kept busy from first to last. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "vitest";
import { newestRun, readResults } from "../support/read-results.ts";
import { makeBatch } from "./make-batch.ts";
import { measureProgram } from "./measure-program.ts";
import { type SimulatorFigures, startSimulatorProcess } from "./simulator-process.ts";

const latencyMs = 50;
const concurrency = 20;
const provisioningMs = 1_000;
const large = { customers: 1, branches: 1, users: 20_000 };
const small = { customers: 500, branches: 1, users: 20 };

/** When the last row of each customer was done, in seconds from the first request; the large customer is `C-0`. */
async function readEnds(folder: string): Promise<ReadonlyMap<string, number>> {
  const results = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
  const startMs = Math.min(...results.flatMap(({ started_at: at }) => (at ? [Date.parse(at)] : [])));
  const ends = new Map<string, number>();
  for (const { customer, finished_at: at } of results) {
    if (customer && at) ends.set(customer, Math.max(ends.get(customer) ?? 0, (Date.parse(at) - startMs) / 1_000));
  }
  return ends;
}

/** What the calls take at this concurrency, and what the large customer takes when it always has its full share: no order can be quicker. */
function leastSeconds({ total }: SimulatorFigures, perCustomer: number) {
  const calls = (total * latencyMs) / 1_000 / concurrency;
  const path =
    (provisioningMs + 8 * latencyMs + (large.users * latencyMs) / Math.min(perCustomer, concurrency)) / 1_000;
  return { calls, path, least: Math.max(calls, path) };
}

describe("a large customer beside many small ones", () => {
  it.each([
    { perCustomer: 4, what: "the default share" },
    { perCustomer: concurrency, what: "no share: one customer may fill the limit" },
  ])("--per-customer $perCustomer ($what)", async ({ perCustomer }) => {
    const folder = await mkdtemp(join(tmpdir(), "wholesale-import-bench-"));
    const flags = ["--latency", String(latencyMs), "--provisioning-time", String(provisioningMs)];
    const webex = await startSimulatorProcess(flags);
    try {
      await makeBatch(join(folder, "batch"), large, small);
      const limits = ["--concurrency", String(concurrency), "--per-customer", String(perCustomer)];
      const measured = await measureProgram(["apply", "batch", "--base-url", webex.baseUrl, ...limits], folder);
      if (measured.code !== 0) throw new Error(`apply ended with ${measured.code}:\n${measured.err}`);
      const { path, calls, least } = leastSeconds(await webex.stats(), perCustomer);
      const ends = await readEnds(folder);
      const last = Math.max(...ends.values());
      const others = [...ends].filter(([customer]) => customer !== "C-0").map(([, end]) => end);
      const sorted = others.toSorted((one, other) => one - other);
      const share = (end: number | undefined) => ((end ?? 0) / last).toFixed(2);
      console.log(
        [
          `one of ${large.users} users beside ${small.customers} of ${small.users}, ${latencyMs} ms, ${concurrency} at a time, ${perCustomer} per customer:`,
          `T* ${least.toFixed(1)} s (the calls ${calls.toFixed(1)} s, the large customer's path ${path.toFixed(1)} s), T ${last.toFixed(1)} s, T*/T ${(least / last).toFixed(3)}`,
          `the large customer ended at ${share(ends.get("C-0"))} of the run`,
          `small customers ended at: first ${share(sorted[0])}, median ${share(sorted[Math.floor(sorted.length / 2)])}, last ${share(sorted.at(-1))}`,
        ].join("\n  "),
      );
    } finally {
      await webex.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
