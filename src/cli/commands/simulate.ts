/** `simulate`: the simulator as a server of its own. */

import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { writtenLimit } from "../../model/measured-calls.ts";
import { quoteForShell } from "../../model/shell-text.ts";
import { help } from "../../model/words/help-texts.ts";
import { speakerOf } from "../../model/words/language.ts";
import { nouns } from "../../model/words/nouns.ts";
import { type Text, text, voiceOf } from "../../model/words/text.ts";
import type { Filled } from "../../pipeline/fill-simulator.ts";
import { toPrintable } from "../../report/screen/text-layout.ts";
import { type FaultRule, parseFault } from "../../simulator/faults.ts";
import { parseLimit } from "../../simulator/limits.ts";
import { parseQuirk, type QuirkRule } from "../../simulator/quirks.ts";
import { parseRival, type RivalRule } from "../../simulator/rivals.ts";
import type { Simulator } from "../../simulator/server.ts";
import type { CommandContext } from "../command-context.ts";
import { addStateFlag, positiveInteger } from "../flags/options.ts";
import { addFurtherHelp, InvalidValue } from "../program-command.ts";

type Flags = {
  readonly state: string;
  readonly port?: number;
  readonly db?: string;
  readonly fromExport?: string;
  readonly latency?: { readonly latencyMs: number; readonly latencyJitterMs: number };
  readonly provisioningTime?: number;
  readonly rateLimit?: string;
  readonly faults?: readonly FaultRule[];
  readonly seed?: number;
  readonly lag?: number;
  readonly rivals?: readonly RivalRule[];
  readonly quirks?: readonly QuirkRule[];
};

export function addSimulate(program: Command, context: CommandContext): void {
  const command = program.command("simulate").description(help("simulate"));
  addFurtherHelp(command, {
    examples: [
      "wholesale-import simulate --port 8080 --latency 100",
      "wholesale-import simulate --from-export live --db copy.db",
      "wholesale-import apply samples --base-url http://127.0.0.1:8080/v1",
    ],
  });
  addStateFlag(command)
    .option("--port <n>", help("port_flag"), positiveInteger)
    .option("--db <file>", help("simulate_db_flag"))
    .option("--from-export <dir>", help("from_export_flag"))
    .option("--latency <ms>", help("simulate_latency_flag"), latency)
    .option("--provisioning-time <ms>", help("simulate_provisioning_flag"), Number)
    .option("--rate-limit <limit>", help("simulate_rate_limit_flag"), rateLimit)
    .option("--faults <rule>", help("simulate_faults_flag"), addFault)
    .option("--lag <ms>", help("simulate_lag_flag"), Number)
    .option("--rivals <rule>", help("simulate_rivals_flag"), addRival)
    .option("--quirks <rule>", help("simulate_quirks_flag"), addQuirk)
    .option("--seed <n>", help("simulate_seed_flag"), positiveInteger)
    .action((flags: Flags) => runSimulator(flags, context));
}

async function runSimulator(
  { state, db = join(state, "simulator.db"), latency: time, ...flags }: Flags,
  context: CommandContext,
): Promise<void> {
  if (db !== ":memory:") await mkdir(dirname(db), { recursive: true, mode: 0o700 });
  const { startSimulator } = await import("../../simulator/server.ts");
  const known = flags.fromExport === undefined ? undefined : await measuredIn(state);
  const measured = time === undefined ? known?.measured : undefined;
  const limit = flags.rateLimit ?? (known?.measured.limit && writtenLimit(known.measured.limit));
  const simulator = await startSimulator({
    db,
    clock: context.clock,
    ...(measured ? { measured } : {}),
    ...time,
    ...(flags.port ? { port: flags.port } : {}),
    ...(flags.provisioningTime === undefined ? {} : { provisioningTimeMs: flags.provisioningTime }),
    ...(limit ? { rateLimit: limit } : {}),
    ...(flags.faults ? { faults: flags.faults } : {}),
    ...(flags.lag === undefined ? {} : { lagMs: flags.lag }),
    ...(flags.rivals ? { rivals: flags.rivals } : {}),
    ...(flags.quirks ? { quirks: flags.quirks } : {}),
    ...(flags.seed ? { seed: flags.seed } : {}),
  });
  if (flags.fromExport !== undefined) await fill(simulator, { folder: flags.fromExport, db, state }, context);
  if (known && measured) tellMeasured(known, context);
  if (limit && flags.rateLimit === undefined) tell(context, text("simulator_limited", { limit }));
  const where = { baseUrl: simulator.baseUrl, db };
  context.streams.err.write(`${voiceOf(context.language)("simulator_running", where)}\n`);
  context.streams.out.write(`${simulator.baseUrl}\n`);
  await new Promise<void>((resolve) => {
    context.signals.stop.addEventListener("abort", () => resolve(), { once: true });
  });
  await simulator.close();
}

/** What runs of this state folder have measured last. */
async function measuredIn(state: string) {
  const { callMemory } = await import("../../journal/state/call-memory.ts");
  const { callMemoryPath } = await import("../../runtime.ts");
  return callMemory(callMemoryPath(state)).newest();
}

type Known = NonNullable<Awaited<ReturnType<typeof measuredIn>>>;

function tellMeasured({ baseUrl, measured }: Known, context: CommandContext): void {
  const answers = Object.values(measured.routes).reduce((sum, times) => sum + times.length, 0);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const atIso = new Date(measured.atMs).toISOString();
  tell(context, text("simulator_as_measured", { baseUrl, answers, atIso, timeZone }));
}

function tell({ language, streams }: CommandContext, said: Text): void {
  streams.err.write(`${toPrintable(voiceOf(language)(said))}\n`);
}

async function fill(
  simulator: Simulator,
  { folder, db, state }: { readonly folder: string; readonly db: string; readonly state: string },
  context: CommandContext,
): Promise<void> {
  const { fillSimulator } = await import("../../pipeline/fill-simulator.ts");
  const { runContext } = await import("../../run/context.ts");
  const run = { ...runContext({ stateFolder: state, signals: context.signals }), clock: context.clock };
  try {
    tellFilled(await fillSimulator(simulator, { folder, db }, run), folder, context);
  } catch (error) {
    await simulator.close();
    throw error;
  }
}

function tellFilled({ left, ...filled }: Filled, folder: string, context: CommandContext): void {
  const { language } = context;
  const what = (["customers", "locations", "users"] as const).map((kind) =>
    speakerOf(language).count(filled[kind], ...nouns[language][kind]),
  );
  tell(context, text("simulator_filled", { folder, what }));
  const command = `wholesale-import validate ${quoteForShell(folder)}`;
  if (left > 0) tell(context, text("rows_not_filled", { rows: left, command }));
}

function latency(written: string): Flags["latency"] {
  const [, ms, jitter = "0"] = /^(\d+)(?:±(\d+))?$/.exec(written.replace(/ms/g, "")) ?? [];
  if (ms === undefined) throw new InvalidValue("a_latency");
  return { latencyMs: Number(ms), latencyJitterMs: Number(jitter) };
}

/** As it was written, when it can be read. */
function rateLimit(written: string): string {
  parseLimit(written);
  return written;
}

function addFault(rule: string, before: readonly FaultRule[] = []): readonly FaultRule[] {
  return [...before, parseFault(rule)];
}

function addRival(rule: string, before: readonly RivalRule[] = []): readonly RivalRule[] {
  return [...before, parseRival(rule)];
}

function addQuirk(rule: string, before: readonly QuirkRule[] = []): readonly QuirkRule[] {
  return [...before, parseQuirk(rule)];
}
