/** The one way to start a run and to reopen one: its ID and folder, its locks, what is recorded about it, and its first event. */

import { openRunFile, type RunFile } from "../journal/run-file/run-file.ts";
import type { PlanCounts, TargetFacts } from "../model/run-event.ts";
import type { RunContext } from "../run/context.ts";
import { goesOnWith, readRunFacts, type StoredFacts, updateRunFacts, writeRunFacts } from "../run/facts.ts";
import { createRunFolder, newRunId, openRun, openStateFolder, type RunFolder, removeUnbegun } from "../run/folder.ts";
import { type Held, holdOpen } from "../run/held.ts";
import { inputKeyOf, lockInput, lockRun, refuseNetworkFolder } from "../run/locks.ts";
import { type BatchInput, type Connect, type RunOptions, type RunWishes, runOptionsSchema } from "../run/options.ts";
import { openScratchRun } from "../run/scratch-run.ts";
import { explainStorage } from "../run/storage-stop.ts";
import { findBatch, type StagedBatch } from "../staging/stage-batch.ts";
import type { ChangingRun } from "./changing-run.ts";
import { type PlanCall, planRun, stageRun } from "./run-steps.ts";

/** A run that only looks: it lasts as long as it is open, and has no lock. */
export type CheckStart = {
  readonly command: "validate" | "plan" | "drift";
  /** Absent where the caller fills the run file. */
  readonly batch?: BatchInput;
  readonly options?: RunWishes;
  /** Absent for checks that ask no target. */
  readonly connect?: Connect;
  /** Where its file stays when the run is closed; absent: it is thrown away. */
  readonly path?: string;
};

/** A run that changes something at its target: it has a folder, is alone with its input, and can be gone on with. */
export type ChangeStart =
  | {
      readonly command: "apply" | "retry";
      readonly batch: BatchInput;
      readonly options: RunWishes;
      readonly connect: Connect;
      /** The run whose rows these are. */
      readonly retryOf?: string | undefined;
    }
  | {
      /** Its rows are given to it by its verb, once it knows whose target this is. */
      readonly command: "go-live";
      readonly options: RunWishes;
      readonly connect: Connect;
      /** No two runs of the same key are carried out at once. */
      readonly inputKey: string;
    }
  | {
      /** Its rows are given to it by its verb: those of a run whose users are mailed. */
      readonly command: "remind";
      readonly remindOf: string;
      readonly options: RunWishes;
      readonly connect: Connect;
      readonly inputKey: string;
    }
  | {
      readonly command: "undo";
      /** The file of the run that is taken back: its rows are those of this run. */
      readonly takesBack: RunFile;
      readonly connect: Connect;
    };

export type CheckingRun = AsyncDisposable & {
  readonly runFile: RunFile;
  /** Of its folder, with whatever else is gone when it is closed. */
  readonly path: string;
  readonly options: RunOptions;
  /** Absent for checks that ask no target. */
  readonly target?: TargetFacts;
  /** Reads the batch, checks its rows and writes them down. Throws the signal's reason when a person stops it. */
  stage(): Promise<StagedBatch>;
  /** Holds the rows against the target. Throws UserError when it cannot be read, and the signal's reason. */
  plan(call: PlanCall): Promise<PlanCounts>;
  /** All is looked at. */
  finish(): void;
};

/** Finds the batch and the target first: nothing is left of a run that has not both. Throws UserError when it cannot begin. */
export function startRun(context: RunContext, start: CheckStart): Promise<CheckingRun>;
export function startRun(context: RunContext, start: ChangeStart): Promise<ChangingRun>;
export function startRun(context: RunContext, start: CheckStart | ChangeStart): Promise<CheckingRun | ChangingRun> {
  return isCheck(start)
    ? holding((held) => startCheck(context, start, held))
    : holding((held) => startChange(context, start, held));
}

function isCheck(start: CheckStart | ChangeStart): start is CheckStart {
  return start.command === "validate" || start.command === "plan" || start.command === "drift";
}

/**
 * Goes on with a run that has begun before, with its own options and target. `guard` looks at its file before the target
 * is connected to. Throws what the guard throws, and UserError where another process works on the run or on its input.
 */
export function reopenRun(
  context: RunContext,
  folder: RunFolder,
  connect: Connect,
  guard: (runFile: RunFile) => Promise<void>,
): Promise<ChangingRun> {
  const { stateFolder, emit } = context;
  const { runId } = folder;
  const open = async (held: Held) => {
    held.use(lockRun(folder));
    const runFile = held.use(openRun(folder));
    await guard(runFile);
    const { target, inputKey, options } = readRunFacts(runFile);
    if (inputKey !== undefined) held.use(lockInput(stateFolder, inputKey, runId));
    const log = held.use(await context.openLog(folder.path));
    const connection = held.use(await connect(log.request, target));
    goesOnWith(runFile, context, new Date(context.clock.now()).toISOString());
    emit({ type: "started", runId, command: "resume", target: connection.facts });
    const { changingRun } = await import("./changing-run.ts");
    return changingRun({ context, folder, runFile, options, log, connection }, held);
  };
  return holding((held) => explainStorage(folder, stateFolder, () => open(held)));
}

async function startCheck(context: RunContext, start: CheckStart, held: Held): Promise<CheckingRun> {
  const { command, batch, connect, path } = start;
  const { clock, random, signals, emit } = context;
  const found = batch && (await findBatch(batch, signals.stop));
  const connection = connect && held.use(await connect(() => undefined));
  const target = connection?.facts;
  const opened = path === undefined ? held.use(await openScratchRun()) : { runFile: held.use(openRunFile(path)), path };
  const { runFile } = opened;
  const inputs = [...(batch?.inputs ?? [])];
  const runId = newRunId(clock.now(), random);
  const as = command === "drift" ? "plan" : command;
  const { options } = writeStart(runFile, context, { command: as, runId, inputs, target }, start.options);
  emit({ type: "started", command, ...(target ? { target } : {}) });
  const run = { context, runFile, options, connection };
  return {
    runFile,
    path: opened.path,
    options,
    ...(target ? { target } : {}),
    async stage() {
      if (!batch || !found) throw new Error("this run was begun without a batch");
      return await stageRun(run, { input: batch, found });
    },
    plan: (call) => planRun(run, { ...call, isForApply: false }),
    finish: () => updateRunFacts(runFile, { phase: "finished", finishedAt: new Date(clock.now()).toISOString() }),
    [Symbol.asyncDispose]: held[Symbol.asyncDispose],
  };
}

async function startChange(context: RunContext, start: ChangeStart, held: Held): Promise<ChangingRun> {
  const { clock, random, signals, stateFolder, emit } = context;
  const { command, connect } = start;
  const found = "batch" in start ? await findBatch(start.batch, signals.stop) : undefined;
  await openStateFolder(stateFolder);
  await refuseNetworkFolder(stateFolder);
  const runId = newRunId(clock.now(), random);
  const inputKey =
    "inputKey" in start ? start.inputKey : found && (await inputKeyOf(found.sources, signals.stop, runId));
  if (inputKey !== undefined) held.use(lockInput(stateFolder, inputKey, runId));
  const folder = await createRunFolder(stateFolder, runId);
  held.use({ [Symbol.asyncDispose]: () => removeUnbegun(folder) });
  return explainStorage(folder, stateFolder, async () => {
    held.use(lockRun(folder));
    const log = held.use(await context.openLog(folder.path));
    const connection = held.use(await connect(log.request));
    const runFile = held.use(openRun(folder));
    const target = connection.facts;
    const origin = { command, runId, target, inputKey, ...originOf(start) };
    const { options } = writeStart(runFile, context, origin, command === "undo" ? {} : start.options);
    if (command === "undo") runFile.takeInput(start.takesBack);
    emit({ type: "started", runId, command, target });
    const batch = "batch" in start && found ? { batch: { input: start.batch, found } } : {};
    const { changingRun } = await import("./changing-run.ts"); // a check loads nothing that changes something
    return changingRun({ context, folder, runFile, options, log, connection, ...batch }, held);
  });
}

type Origin = Pick<StoredFacts, "inputs" | "retryOf" | "undoOf" | "remindOf">;

function originOf(start: ChangeStart): Origin {
  if (start.command === "go-live") return { inputs: [] };
  if (start.command === "remind") return { inputs: [], remindOf: start.remindOf };
  if (start.command !== "undo") return { inputs: [...(start.batch.inputs ?? [])], retryOf: start.retryOf };
  const { runId: undoOf, inputs } = readRunFacts(start.takesBack);
  return { inputs, undoOf };
}

/** The first line of the run file: without it the run never began. */
function writeStart(
  runFile: RunFile,
  { clock, operator, ticket }: RunContext,
  origin: Origin & Pick<StoredFacts, "command" | "runId" | "target" | "inputKey">,
  wishes: RunWishes = {},
): StoredFacts {
  const startedAt = new Date(clock.now()).toISOString();
  const doer = { operator, ticket };
  const facts: StoredFacts = {
    ...origin,
    ...doer,
    startedAt,
    options: runOptionsSchema.parse(wishes),
    phase: "staging",
  };
  writeRunFacts(runFile, facts);
  return facts;
}

/** What is opened stays with the run; when opening fails, all of it is closed again. */
async function holding<Run>(open: (held: Held) => Promise<Run>): Promise<Run> {
  const held = holdOpen();
  try {
    return await open(held);
  } catch (error) {
    await closeQuietly(held);
    throw error;
  }
}

/** What kept a run from being opened is what is told. */
async function closeQuietly(held: Held): Promise<void> {
  try {
    await held[Symbol.asyncDispose]();
  } catch {
    return;
  }
}
