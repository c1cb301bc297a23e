/** Runs the built program and measures it: wall time, processor time, memory, and when things came on the screen. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programPath } from "../support/run-program.ts";

export type Measured = {
  readonly code: number | null;
  readonly seconds: number;
  /** User and system time of the process. */
  readonly cpuSeconds: number;
  /** Most memory that it held. */
  readonly rssMb: number;
  readonly firstLineSeconds: number;
  /** When the run had begun, its target reached; 0 when there was none. */
  readonly runLineSeconds: number;
  /** When the line with the plan came; 0 when there was none. */
  readonly firstWriteSeconds: number;
  readonly err: string;
};

/** Told at its end by the process itself; nothing else of it is changed. */
const reporter = `process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require("node:fs").writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ userCPUTime, systemCPUTime, maxRSS }));
});`;

export function measureProgram(args: readonly string[], folder: string): Promise<Measured> {
  return measureNode([programPath, ...args], folder);
}

/** The same for any script. */
export async function measureNode(args: readonly string[], folder: string): Promise<Measured> {
  const scratch = await mkdtemp(join(tmpdir(), "wholesale-import-usage-"));
  const preload = join(scratch, "report-usage.cjs");
  const usageFile = join(scratch, "usage.json");
  await writeFile(preload, reporter);
  const startMs = performance.now();
  const since = () => (performance.now() - startMs) / 1_000;
  const child = spawn(process.execPath, ["--require", preload, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, BENCH_USAGE: usageFile },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let err = "";
  let firstLineSeconds = 0;
  let runLineSeconds = 0;
  let firstWriteSeconds = 0;
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    if (firstLineSeconds === 0) firstLineSeconds = since();
    err += text;
    if (runLineSeconds === 0 && /^(?:(?:.* · )?run \d|read )/m.test(err)) runLineSeconds = since();
    if (firstWriteSeconds === 0 && /^plan {4}/m.test(err)) firstWriteSeconds = since();
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const seconds = since();
  const usage = JSON.parse(await readFile(usageFile, "utf8")) as Record<
    "userCPUTime" | "systemCPUTime" | "maxRSS",
    number
  >; // written above
  await rm(scratch, { recursive: true, force: true });
  const cpuSeconds = (usage.userCPUTime + usage.systemCPUTime) / 1_000_000;
  return {
    code,
    seconds,
    cpuSeconds,
    rssMb: usage.maxRSS / 1_024,
    firstLineSeconds,
    runLineSeconds,
    firstWriteSeconds,
    err,
  };
}
