/** The story of a run: read, check, look, plan, ask, carry out, tell. And of one that goes on after it was interrupted. */
import type { EngineEnd } from "../engine/engine.ts";
import { runLocally } from "../engine/local-engine.ts";
import type { RunFile } from "../journal/run-file.ts";
import { stateOf } from "../model/journal-entry.ts";
import type { RunLog } from "../model/ports.ts";
import { UserError } from "../model/user-error.ts";
import type { Connection } from "../runtime.ts";
import { endRun, type RunEnd } from "./end-run.ts";
import { inputKeyOf, lockInput, lockRun, refuseNetworkFolder } from "./locks.ts";
import { makePlan } from "./make-plan.ts";
import { planStore } from "./plan-store.ts";
import { startProgress } from "./progress.ts";
import type { ApplyOptions, ApplyRequest, Connect, Surroundings } from "./request.ts";
import { readRunFacts, updateRunFacts, writeRunFacts } from "./run-facts.ts";
import { createRunFolder, findRun, newRunId, openRun, type RunFolder } from "./run-folder.ts";
import { findBatch, stageBatch } from "./stage-batch.ts";

/** Plans the batch and carries it out. Throws UserError when it cannot begin. */
export async function apply(request: ApplyRequest, surroundings: Surroundings): Promise<RunEnd> {
  const { clock, random, stateFolder } = surroundings;
  const sources = await findBatch(request.batch);
  const folder = await createRunFolder(stateFolder, newRunId(clock.now(), random));
  await refuseNetworkFolder(stateFolder);
  const inputKey = await inputKeyOf(sources.sources);
  using _input = lockInput(stateFolder, inputKey, folder);
  using _run = lockRun(folder);
  using runFile = openRun(folder);
  await using log = surroundings.openLog(folder.path);
  await using connection = await request.connect(log.request);
  startFacts(runFile, folder, { ...request, inputKey }, connection, surroundings);
  const staged = await stageBatch(
    runFile,
    sources,
    request.batch,
    surroundings.templates.remembered(connection.facts),
    surroundings.emit,
  );
  updateRunFacts(runFile, { isStaged: true });
  if (staged.refusedFiles.length > 0)
    return await refuseFiles(runFile, folder, staged.refusedFiles, request, surroundings);
  if (request.options.isStrict && staged.counts.invalid + staged.counts.blocked > 0) throw notStrict(folder);
  const run = { runFile, folder, connection, log, options: request.options };
  return await carryOut(run, surroundings, true);
}

/** Goes on with a run that was interrupted, or has pending rows. Nothing that is done is done again. */
export async function resume(
  runId: string | undefined,
  options: ApplyOptions,
  connectTo: Connect,
  surroundings: Surroundings,
): Promise<RunEnd> {
  const folder = await findRun(surroundings.stateFolder, runId);
  using _run = lockRun(folder);
  using runFile = openRun(folder);
  const { target, isStaged, inputKey } = readRunFacts(runFile);
  if (!target || !isStaged) throw nothingToResume(folder);
  using _input = inputKey ? lockInput(surroundings.stateFolder, inputKey, folder) : undefined;
  await using log = surroundings.openLog(folder.path);
  await using connection = await connectTo(log.request, target);
  surroundings.emit({ type: "started", runId: folder.runId, command: "resume", target });
  return await carryOut({ runFile, folder, connection, log, options }, surroundings, false);
}

type OpenRun = {
  readonly runFile: RunFile;
  readonly folder: RunFolder;
  readonly connection: Connection;
  readonly log: RunLog;
  readonly options: ApplyOptions;
};

async function carryOut(run: OpenRun, surroundings: Surroundings, isAsking: boolean): Promise<RunEnd> {
  const { runFile, folder, connection, options } = run;
  const { target, observer, facts } = connection;
  const { emit, templates, signals } = surroundings;
  const remembered = templates.remembered(facts);
  const policy = { isRemovingPackages: options.isRemovingPackages };
  const { concurrency } = options.limits;
  const planDeps = { runFile, target: target.name, observer, remembered, policy, concurrency, emit };
  const counts = await makePlan(planDeps, signals.abort);
  updateRunFacts(runFile, { isPlanned: true });
  if (isAsking && counts.create + counts.update > 0 && !(await options.confirm(counts, facts))) {
    return endRun(runFile, folder, declined, surroundings, options.outFolder);
  }
  const end = await runEngine(run, surroundings);
  templates.remember(facts, knownTemplates(runFile));
  return endRun(runFile, folder, end, surroundings, options.outFolder);
}

const declined: EngineEnd = { stopped: { kind: "guard", reason: "the plan was not confirmed; nothing was changed" } };

/** Provisioning IDs that this run has used or learnt. */
function knownTemplates(runFile: RunFile): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const unit = planStore(runFile).sharedUnit();
  for (const { operation, entries } of unit === undefined ? [] : runFile.operations.ofUnit(unit)) {
    const state = stateOf(entries);
    const learnt =
      state.kind === "settled" && state.result.status === "done" ? state.result.ids.provisioningId : undefined;
    const id = operation.action === "none" ? operation.ids.provisioningId : learnt;
    if (id) known.set(operation.key, id);
  }
  return known;
}

async function runEngine(run: OpenRun, { clock, random, emit, signals }: Surroundings): Promise<EngineEnd> {
  const {
    runFile,
    log,
    options: { limits },
    connection: { target, governor },
  } = run;
  const progress = startProgress(runFile, { clock, governor, emit });
  const deps = {
    store: planStore(runFile),
    target,
    clock,
    random,
    log,
    limits,
    onResult: progress.onResult,
    onWaiting: progress.onWaiting,
  };
  try {
    return await runLocally(deps, signals);
  } finally {
    progress.finish();
  }
}

function startFacts(
  runFile: RunFile,
  { runId }: RunFolder,
  { batch, command = "apply", retryOf, inputKey }: ApplyRequest & { readonly inputKey: string },
  { facts }: Connection,
  { clock, emit }: Surroundings,
): void {
  const startedAt = new Date(clock.now()).toISOString();
  const inputs = [...batch.inputs];
  const flags = { isStaged: false, isPlanned: false };
  writeRunFacts(runFile, { runId, command, target: facts, startedAt, inputs, inputKey, retryOf, ...flags });
  emit({ type: "started", runId, command, target: facts });
}

async function refuseFiles(
  runFile: RunFile,
  folder: RunFolder,
  files: readonly string[],
  { options }: ApplyRequest,
  surroundings: Surroundings,
): Promise<RunEnd> {
  const reason = `${files.join(", ")} could not be read; nothing was sent to the target`;
  return endRun(runFile, folder, { stopped: { kind: "target", reason } }, surroundings, options.outFolder);
}

function notStrict({ runId }: RunFolder): UserError {
  return new UserError(
    "not_all_valid",
    "Some rows are not valid, and --strict was given: nothing was sent.",
    `See them: wholesale-import report ${runId}. Correct them, or leave --strict out to apply the others.`,
  );
}

function nothingToResume({ runId }: RunFolder): UserError {
  return new UserError(
    "nothing_to_resume",
    `The run ${runId} was stopped before its input was read to the end; nothing was sent.`,
    "Start it again: wholesale-import apply <input>.",
  );
}
