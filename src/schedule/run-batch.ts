/** Runs one batch of a night, or finds that it ran already: from where it was left, when it was left. Moves nothing. */
import type { BatchEnd, NightBatch, NightBook } from "../journal/night-book.ts";
import { ownerOf } from "../journal/template-registry.ts";
import { exitCodes } from "../model/exit-codes.ts";
import type { Emit } from "../model/run-event.ts";
import { UserError } from "../model/user-error.ts";
import { apply, resume } from "../pipeline/apply.ts";
import type { RunEnd } from "../pipeline/end-run.ts";
import { inputKeyOf } from "../pipeline/locks.ts";
import type { ApplyOptions, Connect, Surroundings } from "../pipeline/request.ts";
import { readRunLine } from "../pipeline/runs.ts";
import { findBatch } from "../pipeline/stage-batch.ts";
import { rowLimit, sizesCounted } from "./growth.ts";
import { takenPath } from "./inbox.ts";

export type RunDeps = {
  readonly book: NightBook;
  readonly surroundings: Surroundings;
  readonly connect: Connect;
  readonly options: ApplyOptions;
  /** How many times the usual rows a batch may have. */
  readonly maxGrowth: number;
};

/** Writes down the run as soon as it begins. Throws nothing: what goes wrong with a batch is its end. */
export async function runBatch(batch: NightBatch, deps: RunDeps): Promise<NightBatch> {
  let current = batch;
  const keep = (facts: Partial<NightBatch>) => {
    current = { ...current, ...facts };
    deps.book.save(current);
  };
  const end = await endOf(() => work(batch, keep, deps), deps.surroundings.signals.stop);
  return { ...current, end };
}

async function endOf(work: () => Promise<BatchEnd>, stop: AbortSignal): Promise<BatchEnd> {
  try {
    return await work();
  } catch (error) {
    if (stop.aborted && error === stop.reason) return { kind: "ran", exitCode: exitCodes.interrupted };
    const exitCode = error instanceof UserError ? error.exitCode : exitCodes.bug;
    const hint = error instanceof UserError && error.hint ? ` ${error.hint}` : "";
    return { kind: "unusable", exitCode, reason: `${error instanceof Error ? error.message : String(error)}${hint}` };
  }
}

type Keep = (facts: Partial<NightBatch>) => void;

async function work(batch: NightBatch, keep: Keep, deps: RunDeps): Promise<BatchEnd> {
  const left = batch.runId ? await goOn(batch.runId, deps) : undefined;
  if (left) return left;
  const input = { inputs: [takenPath(batch)] };
  const contentKey = await inputKeyOf((await findBatch(input)).sources);
  keep({ contentKey });
  const before = await findRepeated(contentKey, deps);
  if (before) return { kind: "repeated", exitCode: exitCodes.allRight, reason: before };
  const surroundings = { ...deps.surroundings, emit: telling(deps.surroundings.emit, keep) };
  const maxRows = rowLimit(deps.book.lastSizes(sizesCounted), deps.maxGrowth);
  const options = maxRows ? { ...deps.options, maxRows } : deps.options;
  return toEnd(await apply({ batch: input, options, connect: deps.connect }, surroundings));
}

/** What became of a run that a crash or a person cut off. Undefined: nothing of it was sent, and it begins anew. */
async function goOn(runId: string, { surroundings, connect, options }: RunDeps): Promise<BatchEnd | undefined> {
  const line = await readRunLine(surroundings.stateFolder, runId).catch(orUndefined("no_such_run"));
  if (!line) return undefined;
  const { exitCode, rows } = line;
  if (exitCode !== undefined && exitCode !== exitCodes.interrupted)
    return { kind: "ran", exitCode, ...(exitCode === exitCodes.stopped ? {} : { rows }) };
  const end = await resume(runId, options, connect, surroundings).catch(
    orUndefined("nothing_to_resume", "run_not_begun", "no_such_run"),
  );
  return end && toEnd(end);
}

function orUndefined(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof UserError) || !codes.includes(error.code)) throw error;
  };
}

function toEnd({ exitCode, written, stopped }: RunEnd): BatchEnd {
  const rows = { rows: written.run.total.rows };
  const isRefused = stopped?.kind === "refused";
  return { kind: "ran", exitCode, ...(isRefused ? {} : rows), ...(stopped ? { reason: stopped.reason } : {}) };
}

/** The run is written down before anything of it is read or sent. */
function telling(emit: Emit, keep: Keep): Emit {
  return (event) => {
    if (event.type === "started")
      keep({ runId: event.runId, ...(event.target ? { owner: ownerOf(event.target) } : {}) });
    emit(event);
  };
}

/** When the same content was applied to this target, with nothing left to do; for people. */
async function findRepeated(contentKey: string, { book, connect }: RunDeps): Promise<string | undefined> {
  const candidates = book.appliedBefore(contentKey);
  if (candidates.length === 0) return undefined;
  await using connection = await connect(() => undefined);
  const owner = ownerOf(connection.facts);
  const before = candidates.findLast((batch) => batch.owner === owner);
  if (!before) return undefined;
  const when = new Date(before.takenAtMs).toISOString();
  return `the same content was applied already, as ${before.name} on ${when} (run ${before.runId})`;
}
