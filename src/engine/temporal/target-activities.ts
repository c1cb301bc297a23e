/** What a worker does for a workflow: one attempt at an operation, or one poll. The attempt is the same as in every engine; Temporal repeats it when the attempt asks for it, or when a worker died. */

import { ApplicationFailure, Context } from "@temporalio/activity";
import { advance, type JournalEntry, type OperationState } from "../../model/journal-entry.ts";
import type { Clock, Random, Target } from "../../model/ports.ts";
import { inEnglish } from "../../model/words/text.ts";
import { type AttemptOutcome, attempt } from "../attempt.ts";
import { isBelieved } from "../poller.ts";
import type { AttemptOrder, Question, TargetActivities } from "./hand-over.ts";
import { showLifeSigns } from "./life-sign.ts";

export type ActivityDeps = { readonly target: Target; readonly clock: Clock; readonly random: Random };

/** What the next attempt must know of those before it. `attempt`: Temporal's number of the one that wrote it. */
type Memory = { readonly attempt: number; readonly entries: readonly JournalEntry[] };

export function targetActivities(deps: ActivityDeps): TargetActivities {
  return {
    attemptOperation: (order) => attemptOnce(order, deps),
    askTarget: (question) => ask(question, deps),
  };
}

async function attemptOnce({ operation, state, needed, retry }: AttemptOrder, { target, clock, random }: ActivityDeps) {
  const context = Context.current();
  const entries = [...entriesBefore(context, operation.id, state, clock)];
  const before = entries.reduce(advance, state);
  using life = showLife(context, clock);
  const outcome = await attempt(
    operation,
    before,
    needed,
    {
      ...{ target, clock, random, limits: retry },
      append: (entry) => void entries.push(entry),
      // that this attempt has begun is written in Temporal's history: one that follows it knows that it may have sent
      onDisk: async () => undefined,
    },
    life.lost,
  ).catch((error) => throwOnce(error, life.lost));
  if (outcome.kind === "again" && !outcome.waitsAlone) throw askForAnother(context, outcome, entries);
  return {
    entries,
    ...(outcome.kind === "stop" ? { stop: outcome.reason } : {}),
    ...(outcome.kind === "again" ? { waitsAloneMs: outcome.delayMs } : {}),
  };
}

/** Entries of Temporal's earlier attempts at this activity. One that ended without a word may have sent: its intent stands alone. */
function entriesBefore(
  { info }: Context,
  operation: number,
  state: OperationState,
  clock: Clock,
): readonly JournalEntry[] {
  const { attempt: last, entries } = memoryOf(info);
  if (last === info.attempt - 1) return entries;
  const known = entries.reduce(advance, state);
  const at = new Date(clock.now()).toISOString();
  return [...entries, { kind: "intent", operation, attempt: known.attempts + 1, at }];
}

function memoryOf({ heartbeatDetails }: Context["info"]): Memory {
  const written = heartbeatDetails as Memory | undefined; // only `askForAnother` and `showLife` write them
  return written ?? { attempt: 0, entries: [] };
}

/** Temporal waits as long as the attempt says, holding no slot of a worker. */
function askForAnother(
  context: Context,
  { failure, delayMs }: Extract<AttemptOutcome, { kind: "again" }>,
  entries: readonly JournalEntry[],
): ApplicationFailure {
  context.heartbeat({ attempt: context.info.attempt, entries } satisfies Memory);
  return ApplicationFailure.create({
    type: failure.kind,
    message: inEnglish(failure.message),
    nextRetryDelay: delayMs,
  });
}

type Life = Disposable & {
  /** Aborts when Temporal has given the operation to another worker, or this one must end at once. */
  readonly lost: AbortSignal;
};

/** A run that is cancelled lets what is in flight come to its end. */
function showLife(context: Context, clock: Clock): Life {
  const memory = memoryOf(context.info);
  const lost = new AbortController();
  const signs = showLifeSigns(context, clock, memory);
  const listen = () => {
    if (!context.cancellationDetails?.cancelRequested) lost.abort(context.cancellationSignal.reason);
  };
  context.cancellationSignal.addEventListener("abort", listen);
  return {
    lost: lost.signal,
    [Symbol.dispose]() {
      signs[Symbol.dispose]();
      context.cancellationSignal.removeEventListener("abort", listen);
    },
  };
}

/** A target throws when it was cut off, and then another worker goes on, or because of a bug, which no repetition mends. */
function throwOnce(error: unknown, lost: AbortSignal): never {
  if (lost.aborted) throw error;
  throw ApplicationFailure.fromError(error, { nonRetryable: true });
}

async function ask({ waiting, settlingMs }: Question, { target, clock }: ActivityDeps) {
  const context = Context.current();
  const { cancellationSignal } = context;
  using _life = showLife(context, clock);
  const answer = await target.poll(waiting, cancellationSignal).catch((error) => throwOnce(error, cancellationSignal));
  const { final, failure, hasMore } = answer;
  const at = new Date(clock.now()).toISOString();
  const entries = waiting.flatMap(({ operation, attempt, waitedMs }): readonly JournalEntry[] => {
    const result = final.get(operation.id);
    return result && isBelieved(result, waitedMs, settlingMs)
      ? [{ kind: "result", operation: operation.id, attempt, at, result }]
      : [];
  });
  return { entries, ...(failure ? { failure } : {}), ...(hasMore ? { hasMore } : {}) };
}
