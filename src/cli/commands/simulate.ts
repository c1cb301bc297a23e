/** `simulate`: the simulator as a server of its own. */
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { type FaultRule, parseFault } from "../../simulator/faults.ts";
import type { CommandContext } from "../command-context.ts";
import { addStateFlag, positiveInteger, positiveNumber } from "../options.ts";

type Flags = {
  readonly state: string;
  readonly port?: number;
  readonly db?: string;
  readonly latency?: { readonly latencyMs: number; readonly latencyJitterMs: number };
  readonly provisioningTime?: number;
  readonly rateLimit?: number;
  readonly faults?: readonly FaultRule[];
  readonly seed?: number;
};

export function addSimulate(program: Command, context: CommandContext): void {
  const command = program.command("simulate").description("run the simulator as a server on loopback, until Ctrl-C");
  addStateFlag(command)
    .option("--port <n>", "port; default: a free one", positiveInteger)
    .option("--db <file>", "SQLite file that holds its state; default: simulator.db in the state folder")
    .option("--latency <ms>", "time to answer, for example 100 or 100±20", latency)
    .option("--provisioning-time <ms>", "time to provision a customer", Number)
    .option("--rate-limit <n>", "requests per second, then 429 (for example 50 or 50/s)", rate)
    .option("--faults <rule>", 'faults, for example "POST /wholesale/subscribers=503:0.05"; several', addFault)
    .option("--seed <n>", "seed of ids, jitter and faults", positiveInteger)
    .addHelpText(
      "after",
      "\nExamples:\n  wholesale-import simulate --port 8080 --latency 100\n  wholesale-import apply samples --base-url http://127.0.0.1:8080/v1",
    )
    .action((flags: Flags) => runSimulator(flags, context));
}

async function runSimulator(
  { state, db = join(state, "simulator.db"), latency: time, ...flags }: Flags,
  context: CommandContext,
): Promise<void> {
  if (db !== ":memory:") await mkdir(dirname(db), { recursive: true, mode: 0o700 });
  const { startSimulator } = await import("../../simulator/server.ts");
  const simulator = await startSimulator({
    db,
    clock: context.clock,
    ...time,
    ...(flags.port ? { port: flags.port } : {}),
    ...(flags.provisioningTime === undefined ? {} : { provisioningTimeMs: flags.provisioningTime }),
    ...(flags.rateLimit ? { rateLimitPerSecond: flags.rateLimit } : {}),
    ...(flags.faults ? { faults: flags.faults } : {}),
    ...(flags.seed ? { seed: flags.seed } : {}),
  });
  context.streams.err.write(`simulator at ${simulator.baseUrl} · state in ${db} · Ctrl-C ends it\n`);
  context.streams.out.write(`${simulator.baseUrl}\n`);
  await new Promise<void>((resolve) => {
    context.signals.stop.addEventListener("abort", () => resolve(), { once: true });
  });
  await simulator.close();
}

function latency(text: string): Flags["latency"] {
  const [, ms, jitter = "0"] = /^(\d+)(?:±(\d+))?$/.exec(text.replace(/ms/g, "")) ?? [];
  if (ms === undefined) throw new InvalidArgumentError("Write milliseconds, such as 100 or 100±20.");
  return { latencyMs: Number(ms), latencyJitterMs: Number(jitter) };
}

function rate(text: string): number {
  return positiveNumber(text.replace(/\/s$/, ""));
}

function addFault(text: string, before: readonly FaultRule[] = []): readonly FaultRule[] {
  return [...before, parseFault(text)];
}
