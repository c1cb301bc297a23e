/** One attempt at one operation: intent on the disk, look-up if in doubt, the call, its result on the disk. Both engines call it; it never waits and never repeats. */

import { advance, type JournalEntry, type OperationState } from "../model/journal-entry.ts";
import type { AttemptResult, Failure } from "../model/outcome.ts";
import type { Operation } from "../model/plan.ts";
import type { Clock, Random, Target } from "../model/ports.ts";
import { type ChosenPart, takenPart, withSpare } from "../model/spare-after-refusal.ts";
import { type Text, text } from "../model/words/text.ts";
import { type Carried, carryOut, type NotYet } from "./carry-out.ts";
import type { Needed } from "./operation-graph.ts";
import { decide, isCounted, type RetryLimits } from "./retry-delay.ts";

export type AttemptDeps = {
  readonly target: Target;
  readonly append: (entry: JournalEntry) => void;
  /** Resolves when everything appended so far is on the disk. */
  readonly onDisk: () => Promise<void>;
  readonly clock: Clock;
  readonly random: Random;
  readonly limits: RetryLimits;
};

export type AttemptOutcome =
  | { readonly kind: "result"; readonly state: OperationState; readonly result: AttemptResult }
  /** `waitsAlone`: for its own object, which is locked, or not everywhere yet; nobody else need wait with it. */
  | {
      readonly kind: "again";
      readonly state: OperationState;
      readonly delayMs: number;
      readonly failure: Failure;
      readonly waitsAlone?: true;
    }
  | { readonly kind: "stop"; readonly state: OperationState; readonly reason: Text; readonly failure: Failure }
  | { readonly kind: "withdrawn"; readonly state: OperationState };

/**
 * `needed`: what it has from those that it needs. `mayLeave` waits until the request may leave, and gives false when it
 * must not leave any more.
 */
export async function attempt(
  planned: Operation,
  before: OperationState,
  needed: Needed,
  deps: AttemptDeps,
  signal: AbortSignal,
  mayLeave = atOnce,
): Promise<AttemptOutcome> {
  const operation = withSpare(planned, before.refusals);
  const started = write(deps, before, { kind: "intent", ...stamp(operation, before.attempts + 1, deps) });
  const refused = refusalOf(operation, needed);
  // the intent must be there before the request leaves; a result that is lost only costs a look-up
  const isWriting = !refused && operation.action !== "read";
  if (isWriting) await deps.onDisk();
  if (refused) return settle(operation, started, refused, deps);
  if (!(await mayLeave())) return withdraw(operation, started, deps);
  const leftAtMs = deps.clock.monotonic();
  const carried = await carryOut({ operation, started, needed, ...deps, signal });
  return conclude(operation, started, carried, deps.clock.monotonic() - leftAtMs, deps);
}

const atOnce = () => Promise.resolve(true);

function refusalOf({ refusal }: Operation, { gone }: Needed): AttemptResult | undefined {
  if (refusal) return resultOfRefusal(refusal);
  return gone && { status: "failed", failure: { ...gone, sent: false } };
}

function conclude(
  operation: Operation,
  started: OperationState,
  carried: Carried,
  tookMs: number,
  deps: AttemptDeps,
): AttemptOutcome {
  if (carried.kind === "not_yet") return lookAgain(operation, started, carried, deps);
  const { result } = carried;
  if (result.status !== "failed" || result.refused) return settle(operation, started, result, deps);
  const isLookUp = carried.isLookUp ?? operation.action === "read";
  return afterFailure(operation, started, { result, isLookUp }, tookMs, deps);
}

function lookAgain(operation: Operation, state: OperationState, notYet: NotYet, deps: AttemptDeps): AttemptOutcome {
  const { failure, delayMs, looks: look, isConflict } = notYet;
  const stamped = stamp(operation, state.attempts, deps);
  const entry = {
    kind: "retry",
    ...{ ...stamped, failure, look, lastedMs: delayMs },
    ...(isConflict ? { isConflict } : {}),
  } as const;
  return { kind: "again", state: write(deps, state, entry), delayMs, failure, waitsAlone: true };
}

function afterFailure(
  operation: Operation,
  state: OperationState,
  { result, isLookUp }: { readonly result: Extract<AttemptResult, { status: "failed" }>; readonly isLookUp: boolean },
  tookMs: number,
  deps: AttemptDeps,
): AttemptOutcome {
  const { failure } = result;
  const taken = isLookUp ? undefined : takenPart(operation, failure, state.refusals);
  if (taken) return takeNext(operation, state, failure, taken, deps);
  const counted = isCounted(failure) ? 1 : 0;
  const beforeMs = failure.kind === "locked" ? state.lockedForMs : state.failingForMs;
  const lastedMs = beforeMs === undefined ? 0 : tookMs; // from the end of the first failure on
  const forMs = (beforeMs ?? 0) + lastedMs;
  const { tries } = isLookUp ? (state.search ?? { tries: 0 }) : state;
  const verdict = decide(failure, tries + counted, deps.limits, deps.random, forMs);
  if (verdict.kind === "give_up") return settle(operation, state, nameLocked(operation, result, forMs), deps);
  const pauseMs = verdict.kind === "again" ? verdict.delayMs : 0;
  const stamped = stamp(operation, state.attempts, deps);
  const lasted = { lastedMs: Math.round(lastedMs + pauseMs) };
  const entry = { kind: "retry", ...stamped, failure, ...lasted, ...(isLookUp ? { isLookUp } : {}) } as const;
  const next = write(deps, state, entry);
  return { ...verdict, state: next, failure, ...(failure.kind === "locked" ? { waitsAlone: true } : {}) };
}

/** Somebody else has what was chosen for the row: at once with the next one. */
function takeNext(
  operation: Operation,
  state: OperationState,
  failure: Failure,
  taken: ChosenPart,
  deps: AttemptDeps,
): AttemptOutcome {
  const entry = { kind: "retry", ...stamp(operation, state.attempts, deps), failure, taken } as const;
  return { kind: "again", state: write(deps, state, entry), delayMs: 0, failure, waitsAlone: true };
}

/** Webex tells that something is locked, and not what. */
function nameLocked(
  { resource, key }: Operation,
  result: Extract<AttemptResult, { status: "failed" }>,
  lockedForMs: number,
): AttemptResult {
  const { failure } = result;
  if (failure.kind !== "locked") return result;
  const message = text("still_locked", {
    thing: { resource, key },
    status: failure.status ?? 423,
    seconds: lockedForMs / 1000,
    ...(failure.retryAfterMs === undefined ? {} : { waitSeconds: failure.retryAfterMs / 1000 }),
    reason: failure.message,
  });
  return { ...result, failure: { ...failure, message } };
}

function settle(operation: Operation, state: OperationState, result: AttemptResult, deps: AttemptDeps): AttemptOutcome {
  const next = write(deps, state, { kind: "result", ...stamp(operation, state.attempts, deps), result });
  deps.onDisk().catch(() => undefined); // a disk that fails stops the run at the next intent
  return { kind: "result", state: next, result };
}

/** Nothing has left: who goes on with the run need not look for it. */
function withdraw(operation: Operation, state: OperationState, deps: AttemptDeps): AttemptOutcome {
  const entry = { kind: "withdrawn", ...stamp(operation, state.attempts, deps) } as const;
  return { kind: "withdrawn", state: write(deps, state, entry) };
}

/** What becomes of an operation that the plan refused: it fails, and nothing is sent. */
export function resultOfRefusal({ code, column, message, hint }: NonNullable<Operation["refusal"]>): AttemptResult {
  const failure: Failure = {
    kind: "rejected",
    sent: false,
    errorCode: code,
    message,
    ...(column ? { column } : {}),
    ...(hint ? { hint } : {}),
  };
  return { status: "failed", failure };
}

function stamp(operation: Operation, attemptNumber: number, { clock }: AttemptDeps) {
  return { operation: operation.id, attempt: attemptNumber, at: new Date(clock.now()).toISOString() };
}

function write(deps: AttemptDeps, state: OperationState, entry: JournalEntry): OperationState {
  deps.append(entry);
  return advance(state, entry);
}
