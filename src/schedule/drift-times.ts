/** Comparisons at times of their own: one at each start, one made up for all that were missed, never beside a night. */
import type { Night, NightBatch } from "../journal/state/schedule-store.ts";
import { exitCodes } from "../model/exit-codes.ts";
import { paragraphOf, UserError } from "../model/user-error.ts";
import type { Text } from "../model/words/text.ts";
import { newRunId } from "../run/folder.ts";
import { batchIdOf, prepareInbox } from "./inbox.ts";
import { outcomeOf } from "./notice.ts";
import { codeOf, processBatch, type WorkDeps } from "./process-batch.ts";
import { lookIntoInbox } from "./readiness.ts";
import type { Starts } from "./starts.ts";

export type DriftDeps = WorkDeps & {
  /** Absolute path. */
  readonly inbox: string;
  /** When Webex is compared with what was last applied; absent: never. */
  readonly driftStarts?: Starts;
};

/** When the next one begins, in milliseconds since the epoch; infinite where none is wanted. One that was cut off begins again at once. */
export function nextDriftMs({ driftStarts, book, runContext: { clock } }: DriftDeps): number {
  if (!driftStarts) return Number.POSITIVE_INFINITY;
  const last = book.lastDrift() ?? beforeFirst(book, clock.now());
  return last.finishedMs === undefined ? clock.now() : driftStarts.after(last.startedMs);
}

/** Starts before the first time that anybody asked for one were not missed. */
function beforeFirst(book: WorkDeps["book"], nowMs: number): Night {
  const none = book.startDrift(nowMs);
  book.finishDrift(none, nowMs);
  return { ...none, finishedMs: nowMs };
}

/** Undefined: it is not time yet. */
export async function runDueDrift(deps: DriftDeps): Promise<number | undefined> {
  return nextDriftMs(deps) <= deps.runContext.clock.now() ? await runDrift(deps) : undefined;
}

/** Compares, keeps the files where batches keep theirs, and tells. Returns the exit code, as `drift` has it. */
export async function runDrift(deps: DriftDeps): Promise<number> {
  const { book, metrics, runContext } = deps;
  const { clock } = runContext;
  const last = book.lastDrift();
  const cutOff = last && last.finishedMs === undefined ? last : undefined;
  const drift = cutOff ?? book.startDrift(clock.now());
  metrics.driftStarted(clock.now());
  const left = book.open().filter(({ isDrift }) => isDrift);
  const work = cutOff && left.length > 0 ? left : [...left, await newComparison(deps)];
  const codes: number[] = [];
  for (const batch of work) {
    if (runContext.signals.stop.aborted) break;
    codes.push(await codeOf(batch.name, () => compareAndTell(batch, deps), deps));
  }
  const exitCode = codes.at(-1) ?? exitCodes.interrupted;
  if (exitCode !== exitCodes.interrupted) book.finishDrift(drift, clock.now());
  metrics.driftEnded(clock.now());
  return exitCode;
}

async function compareAndTell(batch: NightBatch, deps: DriftDeps): Promise<NightBatch | undefined> {
  const ended = await processBatch(batch, deps);
  if (ended?.step === "closed") deps.metrics.driftTold(outcomeOf(ended), ended.end?.differences);
  return ended;
}

/** Of the folder with its files. */
const driftName = "drift";

/** Written down. Where there is no inbox to keep its files, that is how it has ended. */
async function newComparison({ book, inbox, runContext }: DriftDeps): Promise<NightBatch> {
  const { clock, random } = runContext;
  const id = batchIdOf(newRunId(clock.now(), random), driftName);
  const trouble = await troubleWith(inbox, clock.now());
  const batch: NightBatch = {
    ...{ id, name: driftName, inbox, isDrift: true, takenAtMs: clock.now(), told: [] },
    ...(trouble
      ? { step: "telling", end: { kind: "unusable", exitCode: exitCodes.stopped, reason: trouble } }
      : { step: "running" }),
  };
  book.save(batch);
  return batch;
}

async function troubleWith(inbox: string, nowMs: number): Promise<Text | undefined> {
  try {
    await lookIntoInbox(inbox, Number.POSITIVE_INFINITY, nowMs);
    await prepareInbox(inbox);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return paragraphOf(error);
    throw error;
  }
}
