/**
 * A dress rehearsal: the whole apply, as it would be, against a simulator in memory that holds what the partner holds and
 * is as slow as the target was measured to be. Waits are skipped, and counted. Nothing is sent but questions, and nothing
 * of the state folder changes.
 */
import { join } from "node:path";
import { appliedRows, copyAppliedRows } from "../journal/state/applied-rows.ts";
import { callMemory } from "../journal/state/call-memory.ts";
import { limitMemory } from "../journal/state/limit-memory.ts";
import { assumed, type MeasuredCalls, spreadOf, writtenLimit } from "../model/measured-calls.ts";
import type { Clock } from "../model/ports.ts";
import type { Rehearsal, RunEvent, TargetFacts } from "../model/run-event.ts";
import { quoteForShell } from "../model/shell-text.ts";
import { text } from "../model/words/text.ts";
import type { RunEnd } from "../outcome/end-run.ts";
import type { RunContext } from "../run/context.ts";
import { readRunFacts } from "../run/facts.ts";
import { findRun, listRunIds, openRun } from "../run/folder.ts";
import type { ApplyRequest, Connect } from "../run/options.ts";
import { openScratchRun } from "../run/scratch-run.ts";
import { skippingClock } from "../run/skipping-clock.ts";
import { type Connection, callMemoryPath, connect, type TargetSettings } from "../runtime.ts";
import { type Simulator, startSimulator } from "../simulator/server.ts";
import { systemToken } from "../system-random.ts";
import { apply } from "./apply.ts";
import { exportSheets } from "./export.ts";
import { fillSimulator } from "./fill-simulator.ts";
import { type Named, namedIn } from "./named-in-batch.ts";

export type RehearsalRequest = Omit<ApplyRequest, "command" | "retryOf"> & {
  /** The target that the batch is for. */
  readonly target: TargetFacts;
  /** Sheets that `export` wrote of it; absent: the customers of the batch are read from it now. */
  readonly fromExport?: string;
  /** How the run would be allowed to ask. */
  readonly settings?: Pick<TargetSettings, "ratePerSecond" | "concurrency" | "retry">;
};

/** `rehearsal`: absent where the run would be refused before anything is sent, or the rehearsal was interrupted: nothing can be promised then. */
export type Rehearsed = { readonly end: RunEnd; readonly rehearsal?: Rehearsal };

/** Throws UserError when the rehearsal cannot begin, and the stop signal's reason. */
export async function rehearse(request: RehearsalRequest, context: RunContext): Promise<Rehearsed> {
  await using scratch = await openScratchRun();
  const measured = callMemory(callMemoryPath(context.stateFolder)).recall(request.target.baseUrl);
  const clocks = rehearsalClocks(context.clock);
  const stateFolder = join(scratch.path, "state");
  const own = await rehearsalContext(context, stateFolder, clocks.program);
  const named = await namedIn(request.batch, context);
  const source = await sheetsOf(request, named, scratch.path, { ...context, openApplied: own.openApplied });
  await using simulator = await openSimulator(measured, clocks.simulator);
  if (source.folder !== undefined) await fill(simulator, source.folder, context);
  simulator.surround({ ...named, templates: [...named.templates, ...rememberedOf(context, source.facts)] });
  if (measured?.limit && isOfToday(measured, context.clock)) {
    const owner = { baseUrl: simulator.baseUrl, token: "simulator" };
    limitMemory(join(stateFolder, "limits.json"), systemToken).keep(owner, measured.limit, own.clock.now());
  }
  const ended: RunEvent[] = [];
  const emit: RunContext["emit"] = (event) => (event.type === "ended" ? void ended.push(event) : own.emit(event));
  const beganMs = own.clock.monotonic();
  const beganAt = context.clock.now();
  const toSimulator = connectTo(request, simulator, source.facts, own, clocks);
  const end = await apply({ ...request, connect: toSimulator }, { ...own, emit });
  const seconds = (own.clock.monotonic() - beganMs) / 1_000;
  const isCutShort = end.stopped?.kind === "refused" || end.stopped?.kind === "interrupted";
  const rehearsal = isCutShort ? undefined : promise({ seconds, beganAt }, simulator, measured);
  if (rehearsal) context.emit({ type: "rehearsed", ...rehearsal });
  for (const event of ended) own.emit(event);
  return { end, ...(rehearsal ? { rehearsal } : {}) };
}

async function fill(simulator: Simulator, folder: string, context: RunContext): Promise<void> {
  const { left } = await fillSimulator(simulator, { folder, db: ":memory:" }, context);
  const command = `wholesale-import validate ${quoteForShell(folder)}`;
  if (left > 0) context.emit({ type: "note", text: text("rows_not_filled", { rows: left, command }) });
}

type Source = { readonly facts: TargetFacts; readonly folder?: string };

/** What the partner holds, as sheets. */
async function sheetsOf(
  { fromExport, target, connect: connectReal }: RehearsalRequest,
  { customers }: Named,
  path: string,
  context: RunContext,
): Promise<Source> {
  const { emit, stateFolder } = context;
  if (fromExport !== undefined) {
    emit({ type: "note", text: text("rehearsal_from_export", { folder: fromExport }) });
    const organization = await organizationOf(stateFolder, target);
    return { folder: fromExport, facts: { ...target, ...(organization ? { organization } : {}) } };
  }
  let facts = target;
  const watched: Connect = async (onRequest) => {
    const connection = await connectReal(onRequest);
    facts = connection.facts;
    return connection;
  };
  const folder = join(path, "live");
  const wanted = { folder, format: "csv", connect: watched, customers, mayBeGone: true } as const;
  const exported = await exportSheets(wanted, context);
  emit({ type: "note", text: text("rehearsal_from_target", { customers: exported.customers }) });
  return exported.customers > 0 ? { folder, facts } : { facts };
}

/** Whose partner organization the target was for the newest run that knows it: nobody is asked. */
async function organizationOf(
  stateFolder: string,
  { name, baseUrl, onBehalfOf }: TargetFacts,
): Promise<TargetFacts["organization"]> {
  for (const id of (await listRunIds(stateFolder)).toReversed().slice(0, runsLookedAt)) {
    const target = await targetOf(stateFolder, id);
    const isSame = target?.name === name && target.baseUrl === baseUrl && target.onBehalfOf === onBehalfOf;
    if (isSame && target.organization) return target.organization;
  }
  return undefined;
}

const runsLookedAt = 50;

async function targetOf(stateFolder: string, runId: string): Promise<TargetFacts | undefined> {
  try {
    using runFile = openRun(await findRun(stateFolder, runId));
    return readRunFacts(runFile).target;
  } catch {
    return undefined; // of another version, or damaged
  }
}

function rememberedOf({ templates }: RunContext, facts: TargetFacts): Named["templates"] {
  const remembered = templates.remembered(facts);
  return remembered.names().flatMap((name) => {
    const provisioningId = remembered.find(name);
    return provisioningId ? [{ name, provisioningId }] : [];
  });
}

const dayMs = 86_400_000;

/** A run recalls what was learned within a day. */
function isOfToday({ atMs }: MeasuredCalls, clock: Clock): boolean {
  return clock.now() - atMs < dayMs;
}

/** Both go on together. `inFlight`: requests that the program has sent and that are not answered. */
function rehearsalClocks(base: Clock) {
  let held = 0;
  let inFlight = () => 0;
  const program = skippingClock(base, () => inFlight() > held || isSystemBusy());
  const simulator: Clock = {
    ...program,
    async sleep(...args) {
      held += 1;
      try {
        await program.sleep(...args);
      } finally {
        held -= 1;
      }
    },
  };
  return {
    program,
    simulator,
    watch(count: () => number) {
      inFlight = count;
    },
  };
}

/** Files and threads at work are waited for. */
function isSystemBusy(): boolean {
  return process.getActiveResourcesInfo().some((resource) => /^FSReq|^Work|Zlib|MessagePort/.test(resource));
}

type OpenSimulator = Simulator & AsyncDisposable;

async function openSimulator(measured: MeasuredCalls | undefined, clock: Clock): Promise<OpenSimulator> {
  const simulator = await startSimulator({
    db: ":memory:",
    clock,
    ...assumed,
    ...(measured ? { measured } : {}),
    ...(measured?.limit ? { rateLimit: writtenLimit(measured.limit) } : {}),
  });
  return { ...simulator, [Symbol.asyncDispose]: simulator.close };
}

/** A state folder of its own, that begins with what is remembered. No run of it can be named afterwards. */
async function rehearsalContext(context: RunContext, stateFolder: string, clock: Clock): Promise<RunContext> {
  const { templates, emit } = context;
  const applied = join(stateFolder, "applied.db");
  await copyAppliedRows(join(context.stateFolder, "applied.db"), applied);
  return {
    ...context,
    stateFolder,
    namedStateFolder: context.stateFolder,
    clock,
    templates: { ...templates, remember: () => undefined },
    openApplied: () => appliedRows(applied),
    emit: (event) => emit(withoutRun(event)),
  };
}

function withoutRun(event: RunEvent): RunEvent {
  if (event.type === "started") {
    const { runId: _, ...rest } = event;
    return rest;
  }
  if (event.type !== "ended") return event;
  const { runId: _, ...rest } = event;
  return rest;
}

/** To the simulator, under the name of the target, so that the plan is made as for that one. */
function connectTo(
  { settings }: RehearsalRequest,
  { baseUrl }: Simulator,
  facts: TargetFacts,
  { stateFolder, clock, signals }: RunContext,
  clocks: ReturnType<typeof rehearsalClocks>,
): Connect {
  return async (onRequest) => {
    const wanted = { name: "simulator", baseUrl, stateFolder, clock, onRequest, signal: signals.stop } as const;
    const connection: Connection = await connect({ ...wanted, ...settings });
    clocks.watch(connection.governor.inFlight);
    return { ...connection, facts, target: { ...connection.target, name: facts.name } };
  };
}

/** Of what it takes, beside the spread of what was measured: machines and networks have better and worse nights. */
const usualShare = 0.1;
/** Where nothing was measured. */
const assumedShare = 0.5;

function promise(
  { seconds, beganAt }: { readonly seconds: number; readonly beganAt: number },
  simulator: Simulator,
  measured: MeasuredCalls | undefined,
): Rehearsal {
  const { total, writes, reads, requests } = simulator.stats();
  const share = measured ? Math.min(assumedShare, usualShare + uncertaintyOf(measured, requests)) : assumedShare;
  const at = (factor: number) => new Date(beganAt + seconds * factor * 1_000).toISOString();
  const samples = Object.values(measured?.routes ?? {}).reduce((sum, times) => sum + times.length, 0);
  return {
    ...{ seconds: Math.round(seconds), endsAt: at(1), earliestAt: at(1 - share), latestAt: at(1 + share) },
    calls: { total, writes, reads },
    ...(measured ? { measured: { answers: samples, at: new Date(measured.atMs).toISOString() } } : {}),
    ...(measured?.limit ? { limit: writtenLimit(measured.limit) } : {}),
  };
}

/** Twice the standard error of how long the calls take together, as a share of it. */
function uncertaintyOf(
  { routes }: MeasuredCalls,
  requests: Readonly<Record<string, Readonly<Record<string, number>>>>,
): number {
  let [sum, variance] = [0, 0];
  for (const [name, byStatus] of Object.entries(requests)) {
    const times = routes[name] ?? [];
    if (times.length === 0) continue;
    const calls = Object.values(byStatus).reduce((all, count) => all + count, 0);
    const { mean, deviation } = spreadOf(times);
    sum += calls * mean;
    variance += (calls * deviation) ** 2 / times.length;
  }
  return sum === 0 ? 0 : (2 * Math.sqrt(variance)) / sum;
}
