/** Runs one batch of a night, or finds that it ran already: from where it was left, when it was left. Moves nothing. */

import type { BatchEnd, NightBatch, ScheduleStore } from "../journal/state/schedule-store.ts";
import { ownerOf } from "../journal/state/template-registry.ts";
import { exitCodes } from "../model/exit-codes.ts";
import type { Emit } from "../model/run-event.ts";
import { messageOf } from "../model/thrown.ts";
import { paragraphOf, UserError } from "../model/user-error.ts";
import { type Text, text, verbatim } from "../model/words/text.ts";
import type { RunEnd } from "../outcome/end-run.ts";
import { apply } from "../pipeline/apply.ts";
import { drift } from "../pipeline/drift.ts";
import { goLive } from "../pipeline/go-live.ts";
import { resume } from "../pipeline/resume.ts";
import type { RunContext } from "../run/context.ts";
import { inputKeyOf } from "../run/locks.ts";
import type { ApplyOptions, Connect } from "../run/options.ts";
import { readRunLine } from "../run/runs.ts";
import { findBatch } from "../staging/stage-batch.ts";
import { readWishes } from "./batch-file.ts";
import { refuseUnsafe, resultsFolder, takenFolder, takenPath } from "./inbox.ts";
import { readInboxMapping } from "./inbox-mapping.ts";

export type RunDeps = {
  readonly book: ScheduleStore;
  readonly runContext: RunContext;
  readonly connect: Connect;
  readonly options: ApplyOptions;
  /** How many times the usual rows a batch may have. */
  readonly maxGrowth: number;
};

/** `left`: its run has begun and can go on, and tonight nothing more can be done about it; why, for people. `isIdle`: there was nothing to do. */
export type Ran = { readonly batch: NightBatch; readonly left?: Text; readonly isIdle?: true };

/**
 * Writes down the run as soon as it begins. What goes wrong with a batch is its end; that the target does not answer is
 * nothing of the batch's: thrown where no run has begun (UserError `target_unavailable`), else the batch is left as it is.
 */
export async function runBatch(batch: NightBatch, asked: RunDeps): Promise<Ran> {
  let current = batch;
  const { ticket } = batch;
  const deps = ticket === undefined ? asked : { ...asked, runContext: { ...asked.runContext, ticket } };
  const keep = (facts: Partial<NightBatch>) => {
    current = { ...current, ...facts };
    deps.book.save(current);
  };
  const end = await endOf(() => workOf(batch)(batch, keep, deps), deps.runContext.signals.stop, batch);
  if (!end) return { batch: current, isIdle: true };
  const ran = { ...current, end };
  const isOpen = end.exitCode === exitCodes.stopped && (await isRunOpen(current, deps));
  return isOpen ? { batch: ran, left: end.reason ?? text("run_was_stopped") } : { batch: ran };
}

/** Can its run go on, or does a process work on it? */
async function isRunOpen({ runId }: NightBatch, { runContext }: RunDeps): Promise<boolean> {
  if (!runId) return false;
  const line = await readRunLine(runContext.stateFolder, runId).catch(orUndefined("no_such_run"));
  return line !== undefined && (line.canGoOn || line.state === "going");
}

async function endOf<End extends BatchEnd | undefined>(
  work: () => Promise<End>,
  stop: AbortSignal,
  { isDrift }: NightBatch,
): Promise<End | BatchEnd> {
  try {
    return await work();
  } catch (error) {
    if (stop.aborted && error === stop.reason) return { kind: "ran", exitCode: exitCodes.interrupted };
    if (error instanceof UserError && error.code === "target_unavailable" && !isDrift) throw error;
    const exitCode = error instanceof UserError ? error.exitCode : exitCodes.bug;
    return {
      kind: "unusable",
      exitCode,
      reason: error instanceof UserError ? paragraphOf(error) : verbatim(messageOf(error)),
    };
  }
}

type Keep = (facts: Partial<NightBatch>) => void;

function workOf({ isGoLive, isDrift }: NightBatch) {
  if (isDrift) return compareApplied;
  return isGoLive ? workOnDue : work;
}

async function work(batch: NightBatch, keep: Keep, deps: RunDeps): Promise<BatchEnd> {
  const left = batch.runId ? await goOn(batch.runId, deps) : undefined;
  if (left) return left;
  await refuseUnsafe(batch);
  await readWishes(takenPath(batch), batch.name); // what it says wrongly of itself
  const usualMapping = await readInboxMapping(batch.inbox, deps.options.usualMapping);
  const input = {
    inputs: [takenPath(batch)],
    reading: deps.options.reading ?? {},
    ...(usualMapping ? { usualMapping } : {}),
  };
  const { stop } = deps.runContext.signals;
  const contentKey = await inputKeyOf((await findBatch(input, stop)).sources, stop);
  keep({ contentKey });
  const before = await findRepeated(contentKey, deps);
  if (before) return { kind: "repeated", exitCode: exitCodes.allRight, reason: before };
  const runContext = { ...deps.runContext, emit: telling(deps.runContext.emit, keep) };
  const maxRows = rowLimit(deps.book.lastSizes(sizesCounted), deps.maxGrowth);
  const options = maxRows ? { ...deps.options, maxRows } : deps.options;
  return toEnd(await apply({ batch: input, options, connect: deps.connect }, runContext));
}

/** Undefined: nothing is due at this target. */
async function workOnDue(batch: NightBatch, keep: Keep, deps: RunDeps): Promise<BatchEnd | undefined> {
  const left = batch.runId ? await goOn(batch.runId, deps) : undefined;
  if (left) return withoutRows(left);
  const runContext = { ...deps.runContext, emit: telling(deps.runContext.emit, keep) };
  const end = await goLive({ ...deps.options, confirm: async () => true }, deps.connect, runContext);
  return end && withoutRows(toEnd(end));
}

/** Webex with the rows last applied. */
async function compareApplied(batch: NightBatch, _keep: Keep, deps: RunDeps): Promise<BatchEnd> {
  const { connect, runContext, options } = deps;
  const { limits, language, only, files } = options;
  const { exitCode, summary } = await drift(
    {
      ...{ source: { of: "applied" }, connect, concurrency: limits.concurrency },
      outFolder: resultsFolder(takenFolder(batch)),
      ...(language ? { language } : {}),
      ...(only ? { only } : {}),
      ...(files?.csvDelimiter ? { csvDelimiter: files.csvDelimiter } : {}),
    },
    runContext,
  );
  return { kind: "ran", exitCode, differences: summary.differences };
}

/** They are no measure of a batch. */
function withoutRows({ rows: _rows, ...end }: BatchEnd): BatchEnd {
  return end;
}

/** What became of a run that a crash or a person cut off. Undefined: nothing of it was sent, or its plan is out of date, and it begins anew. */
async function goOn(runId: string, { runContext, connect, options }: RunDeps): Promise<BatchEnd | undefined> {
  const line = await readRunLine(runContext.stateFolder, runId).catch(orUndefined("no_such_run"));
  if (!line) return undefined;
  const { exitCode, rows, state } = line;
  if (state === "going") return { kind: "ran", exitCode: exitCodes.stopped, reason: text("other_process_works") };
  const isCutOff = exitCode === exitCodes.interrupted || (exitCode === exitCodes.stopped && line.canGoOn);
  if (exitCode !== undefined && !isCutOff)
    return { kind: "ran", exitCode, ...(exitCode === exitCodes.stopped ? {} : { rows }) };
  const end = await resume(runId, options, connect, runContext).catch(
    orUndefined("nothing_to_resume", "run_not_begun", "run_overtaken", "no_such_run"),
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
    if (event.type === "started" && event.runId !== undefined)
      keep({ runId: event.runId, ...(event.target ? { owner: ownerOf(event.target) } : {}) });
    emit(event);
  };
}

/** When the same content was applied to this target, with nothing left to do; for people. */
async function findRepeated(contentKey: string, { book, connect }: RunDeps): Promise<Text | undefined> {
  const candidates = book.appliedBefore(contentKey);
  if (candidates.length === 0) return undefined;
  await using connection = await connect(() => undefined);
  const owner = ownerOf(connection.facts);
  const before = candidates.findLast((batch) => batch.owner === owner);
  if (!before) return undefined;
  const { name, runId = "" } = before;
  return text("applied_before", { name, at: new Date(before.takenAtMs).toISOString(), runId });
}

/** Batches that count. */
const sizesCounted = 7;
/** A batch of so many rows is never too large. */
const alwaysAllowed = 100;

type RowLimit = { readonly rows: number; readonly reason: Text };

/** `sizes`: rows of the last batches. Undefined: there is nothing to compare with. */
export function rowLimit(sizes: readonly number[], maxGrowth: number): RowLimit | undefined {
  if (sizes.length === 0 || maxGrowth === Number.POSITIVE_INFINITY) return undefined;
  const median = medianOf(sizes);
  const rows = Math.max(alwaysAllowed, Math.floor(median * maxGrowth));
  return { rows, reason: text("grown_too_much", { times: maxGrowth, usual: median, batches: sizes.length }) };
}

function medianOf(sizes: readonly number[]): number {
  const sorted = sizes.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = low] = sorted.length % 2 === 0 ? sorted.slice(middle - 1, middle + 1) : [sorted[middle] ?? 0];
  return (low + high) / 2;
}
