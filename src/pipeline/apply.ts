/** The story of a run: read, check, look, plan, ask, carry out, tell. And of one that goes on after it was interrupted. */
import type { RunFile } from "../journal/run-file.ts";
import { ownerOf } from "../journal/template-registry.ts";
import { stateOf } from "../model/journal-entry.ts";
import { UserError } from "../model/user-error.ts";
import type { Connection } from "../runtime.ts";
import type { FoundInputs } from "../sheets/find-inputs.ts";
import { endRun, type RunEnd } from "./end-run.ts";
import { refuseBatch, refusePlan, refuseSize } from "./guards.ts";
import { inputKeyOf, lockInput, lockRun, refuseNetworkFolder } from "./locks.ts";
import { makePlan } from "./make-plan.ts";
import { planStore } from "./plan-store.ts";
import { refusedTemplates } from "./refused-templates.ts";
import { rememberApplied } from "./remember-applied.ts";
import { type ApplyOptions, type ApplyRequest, alwaysRefresh, type Connect, type Surroundings } from "./request.ts";
import { type OpenRun, runEngine } from "./run-engine.ts";
import { readRunFacts, updateRunFacts, writeRunFacts } from "./run-facts.ts";
import { createRunFolder, findRun, newRunId, openRun, openStateFolder, type RunFolder } from "./run-folder.ts";
import { findBatch, stageBatch } from "./stage-batch.ts";
import { interrupted, stoppedBy, unreadableOrStopped } from "./stops.ts";
import { explainStorage } from "./storage-stop.ts";
import { finishUndo } from "./undo.ts";

/** Plans the batch and carries it out. Throws UserError when it cannot begin. */
export async function apply(request: ApplyRequest, surroundings: Surroundings): Promise<RunEnd> {
  const { clock, random, stateFolder } = surroundings;
  const found = await findBatch(request.batch);
  await openStateFolder(stateFolder);
  await refuseNetworkFolder(stateFolder);
  const runId = newRunId(clock.now(), random);
  const inputKey = await inputKeyOf(found.sources);
  using _input = lockInput(stateFolder, inputKey, runId);
  const folder = await createRunFolder(stateFolder, runId);
  return await explainStorage(folder, stateFolder, () => begin(request, found, folder, inputKey, surroundings));
}

async function begin(
  request: ApplyRequest,
  found: FoundInputs,
  folder: RunFolder,
  inputKey: string,
  surroundings: Surroundings,
): Promise<RunEnd> {
  const { options } = request;
  const { signals, templates, emit } = surroundings;
  using _run = lockRun(folder);
  await using log = surroundings.openLog(folder.path);
  await using connection = await request.connect(log.request);
  using runFile = openRun(folder);
  startFacts(runFile, folder, { ...request, inputKey }, connection, surroundings);
  const remembered = templates.remembered(connection.facts);
  const staged = await stageBatch(runFile, found, request.batch, remembered, emit, signals.stop).catch(
    stoppedBy(signals.stop),
  );
  if (staged) updateRunFacts(runFile, { isStaged: true });
  const stopped = staged ? refuseBatch(staged, options) : interrupted;
  if (stopped) return await endRun(runFile, folder, { stopped }, surroundings, options.outFolder);
  return await carryOut({ runFile, folder, connection, log, options }, surroundings);
}

/** Goes on with a run that was interrupted, or has pending rows. Nothing that is done is done again. */
export async function resume(
  runId: string | undefined,
  options: ApplyOptions,
  connectTo: Connect,
  surroundings: Surroundings,
): Promise<RunEnd> {
  const { stateFolder } = surroundings;
  const folder = await findRun(stateFolder, runId);
  await refuseNetworkFolder(stateFolder);
  return await explainStorage(folder, stateFolder, () => goOn(folder, options, connectTo, surroundings));
}

async function goOn(
  folder: RunFolder,
  options: ApplyOptions,
  connectTo: Connect,
  surroundings: Surroundings,
): Promise<RunEnd> {
  using _run = lockRun(folder);
  using runFile = openRun(folder);
  const { command, target, isStaged, isClosed, inputKey, undoOf, undoneBy } = readRunFacts(runFile);
  if (undoneBy) throw undone(folder, undoneBy);
  if (!target || !isStaged || isClosed) throw nothingToResume(folder, isClosed === true, undoOf);
  using _input = inputKey ? lockInput(surroundings.stateFolder, inputKey, folder.runId) : undefined;
  await using log = surroundings.openLog(folder.path);
  await using connection = await connectTo(log.request, target);
  surroundings.emit({ type: "started", runId: folder.runId, command: "resume", target });
  const run = { runFile, folder, connection, log, options: { ...options, ...chosenOptions(runFile) } };
  return await (command === "undo" ? finishUndo(run, surroundings) : carryOut(run, surroundings));
}

/** What the run was started with, whatever the flags are now. */
function chosenOptions(runFile: RunFile): Partial<ApplyOptions> {
  const {
    isRemovingPackages = false,
    isPrechecking = false,
    refresh = alwaysRefresh,
    only,
    limit,
  } = readRunFacts(runFile);
  return { isRemovingPackages, isPrechecking, refresh, ...(only ? { only } : {}), ...(limit ? { limit } : {}) };
}

async function carryOut(run: OpenRun, surroundings: Surroundings): Promise<RunEnd> {
  const { runFile, folder, connection, options } = run;
  const { target, observer, facts } = connection;
  const { emit, templates, signals } = surroundings;
  const remembered = templates.remembered(facts);
  const policy = { isRemovingPackages: options.isRemovingPackages };
  const { concurrency } = options.limits;
  const { only, limit, refresh = alwaysRefresh } = options;
  const selection = { ...(only ? { only } : {}), ...(limit ? { limit } : {}) };
  if (!readRunFacts(runFile).isConfirmed) {
    const stopped = refuseSize(runFile, options);
    if (stopped) return endRun(runFile, folder, { stopped }, surroundings, options.outFolder);
  }
  using applied = surroundings.openApplied();
  const owner = ownerOf(facts);
  const planDeps = {
    ...{ runFile, target: target.name, observer, remembered, policy, concurrency, emit, selection },
    ...(options.isPrechecking ? { precheck: connection.precheck } : {}),
    ...{ applied, owner, refresh, nowMs: surroundings.clock.now(), isForApply: true },
  };
  const planned = await makePlan(planDeps, signals.stop).catch(unreadableOrStopped(signals.stop));
  if ("stopped" in planned) return endRun(runFile, folder, planned, surroundings, options.outFolder);
  updateRunFacts(runFile, { isPlanned: true });
  if (!readRunFacts(runFile).isConfirmed) {
    const stopped = await refusePlan(runFile, planned, options, facts);
    if (stopped) return endRun(runFile, folder, { stopped }, surroundings, options.outFolder);
    updateRunFacts(runFile, { isConfirmed: true });
  }
  const end = await runEngine(run, surroundings);
  templates.remember(facts, knownTemplates(runFile));
  const remembering = rememberApplied(runFile, applied, owner, policy, surroundings.clock.now());
  return await endRun(runFile, folder, end, surroundings, options.outFolder, remembering);
}

/** Provisioning IDs that this run has used or learnt. */
function knownTemplates(runFile: RunFile): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const unit = planStore(runFile).sharedUnit();
  const refused = refusedTemplates(runFile);
  for (const { operation, entries } of unit === undefined ? [] : runFile.operations.ofUnit(unit)) {
    if (refused.has(operation.id)) continue;
    const state = stateOf(entries);
    const learnt =
      state.kind === "settled" && state.result.status === "done" ? state.result.ids.provisioningId : undefined;
    const id = operation.action === "none" ? operation.ids.provisioningId : learnt;
    if (id) known.set(operation.key, id);
  }
  return known;
}

function startFacts(
  runFile: RunFile,
  { runId }: RunFolder,
  { batch, command = "apply", retryOf, inputKey, options }: ApplyRequest & { readonly inputKey: string },
  { facts }: Connection,
  { clock, emit }: Surroundings,
): void {
  const startedAt = new Date(clock.now()).toISOString();
  const inputs = [...batch.inputs];
  const { isRemovingPackages, isPrechecking, refresh, only = [], limit } = options;
  const chosen = { isRemovingPackages, isPrechecking, refresh, limit, ...(only.length > 0 ? { only: [...only] } : {}) };
  const flags = { isStaged: false, isPlanned: false, ...chosen };
  writeRunFacts(runFile, { runId, command, target: facts, startedAt, inputs, inputKey, retryOf, ...flags });
  emit({ type: "started", runId, command, target: facts });
}

function nothingToResume({ runId }: RunFolder, isClosed: boolean, undoOf: string | undefined): UserError {
  const why = isClosed
    ? "was refused before anything was sent"
    : "was stopped before its input was read to the end; nothing was sent";
  return new UserError(
    "nothing_to_resume",
    `The run ${runId} ${why}.`,
    `Start it again: wholesale-import ${undoOf ? `undo ${undoOf}` : "apply <input>"}.`,
  );
}

function undone({ runId }: RunFolder, by: string): UserError {
  return new UserError(
    "run_undone",
    `The run ${runId} was undone by the run ${by}.`,
    "To do it again, apply its sheets again: wholesale-import apply <input>.",
  );
}
