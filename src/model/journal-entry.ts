/** The append-only memory of a run, and the state machine of an operation that is read from it. */

import type { AttemptResult, Failure } from "./outcome.ts";
import type { Operation, OperationId } from "./plan.ts";
import type { ChosenPart, Refusals } from "./spare-after-refusal.ts";

export type JournalEntry =
  /** On the disk before the request leaves. */
  | { readonly kind: "intent"; readonly operation: OperationId; readonly attempt: number; readonly at: string }
  /** The run stopped before the request of this intent had left: it is as if there had been none. */
  | { readonly kind: "withdrawn"; readonly operation: OperationId; readonly attempt: number; readonly at: string }
  /**
   * This attempt failed and will be repeated. `lastedMs`: how long it took (when it failed, and not for the first time) with
   * the pause that follows, by a clock that nobody sets. `look`: so many times in a row, because what was just made may not be
   * everywhere yet. `isConflict`: Webex says that it is there already, and from now on it is only looked for. `isLookUp`:
   * what failed was a question, and nothing was sent. `taken`: what was chosen for the row is somebody else's, and the next
   * one is sent.
   */
  | {
      readonly kind: "retry";
      readonly operation: OperationId;
      readonly attempt: number;
      readonly at: string;
      readonly failure: Failure;
      readonly lastedMs?: number;
      readonly look?: number;
      readonly isConflict?: true;
      readonly isLookUp?: true;
      readonly taken?: ChosenPart;
    }
  /** The last word, or `accepted` on the way to it. */
  | {
      readonly kind: "result";
      readonly operation: OperationId;
      readonly attempt: number;
      readonly at: string;
      readonly result: AttemptResult;
    };

/** Where an operation stands. */
export type OperationState = {
  /** Attempts begun. */
  readonly attempts: number;
  /** Attempts to send it that count against the limit: throttling does not. */
  readonly tries: number;
  /** Milliseconds since the first attempt that failed ended; absent while none has, and after a throttled one: that target lives. */
  readonly failingForMs?: number;
  /** Milliseconds for which its object was found locked, altogether. */
  readonly lockedForMs?: number;
  /** A request of it may have arrived without our knowing what came of it: look up before sending again. */
  readonly isInDoubt: boolean;
  readonly search?: Search;
  /** Webex says that it is there already: it is looked for, and not sent any more. */
  readonly conflict?: Failure;
  /** What was chosen for the row, and is somebody else's. */
  readonly refusals?: Refusals;
} & (
  | { readonly kind: "waiting"; readonly failure?: Failure }
  /** An intent without a word after it. Read from a journal, it means that the process died there: in doubt, unless it only looked. */
  | { readonly kind: "started" }
  /** Webex works on it, or waits for somebody: its final state comes by polling. */
  | { readonly kind: "accepted"; readonly result: AttemptResult }
  /** `at`: since when, ISO 8601. */
  | { readonly kind: "settled"; readonly result: AttemptResult; readonly at?: string }
);

/** It is asked again, because what was just made may not be everywhere yet. Goes on when a question is lost; ends when it is sent. */
export type Search = {
  /** Questions that were answered. */
  readonly looks: number;
  /** Milliseconds since the first one, without those that answers took. */
  readonly forMs: number;
  /** Questions in a row that were lost. */
  readonly tries: number;
  /** The last answer. */
  readonly answer?: Failure;
};

export const notStarted: OperationState = { kind: "waiting", attempts: 0, tries: 0, isInDoubt: false };

/** The state after one more entry. Pure. Doubt stays until a result takes it away. */
export function advance(state: OperationState, entry: JournalEntry): OperationState {
  const attempts = entry.attempt;
  const { tries, refusals } = state;
  switch (entry.kind) {
    case "intent": {
      const isCutOff = state.kind === "started"; // something may have been sent
      return {
        ...{ kind: "started", attempts, tries, ...kept(state, isCutOff ? undefined : state.search) },
        isInDoubt: state.isInDoubt || (isCutOff && !state.conflict),
      };
    }
    case "withdrawn":
      return {
        ...{ kind: "waiting", attempts: attempts - 1, tries, ...kept(state, state.search) },
        isInDoubt: state.isInDoubt,
      };
    case "retry":
      if (entry.taken) return afterTaken(state, entry, entry.taken);
      return entry.look === undefined ? afterFailure(state, entry) : afterAnswer(state, entry, entry.look);
    case "result":
      return isOpen(entry.result)
        ? {
            kind: "accepted",
            attempts,
            tries,
            isInDoubt: false,
            result: entry.result,
            ...(refusals ? { refusals } : {}),
          }
        : {
            ...{ kind: "settled", attempts, tries, isInDoubt: false, result: entry.result, at: entry.at },
            ...(refusals ? { refusals } : {}),
          };
  }
}

type Retry = Extract<JournalEntry, { kind: "retry" }>;

/** Webex has done nothing: the same is sent with the next number or extension. What was searched for long enough is not searched for anew. */
function afterTaken(state: OperationState, { attempt, failure }: Retry, part: ChosenPart): OperationState {
  const { tries, isInDoubt, search } = state;
  const refusals = { ...state.refusals, [part]: (state.refusals?.[part] ?? 0) + 1 };
  const searched = search ? { search } : {};
  return { kind: "waiting", attempts: attempt, tries, isInDoubt, failure, refusals, ...searched };
}

/** Answered, and it is not there yet: that target lives. */
function afterAnswer(
  state: OperationState,
  { attempt, failure, lastedMs = 0, isConflict }: Retry,
  looks: number,
): OperationState {
  const isOfAnother = looks === 1 && state.search?.answer !== undefined;
  const forMs = (isOfAnother ? 0 : (state.search?.forMs ?? 0)) + lastedMs;
  return {
    kind: "waiting",
    ...{ attempts: attempt, tries: state.tries, isInDoubt: state.isInDoubt, failure },
    ...kept(lasting(state, lastedMs), { looks, forMs, tries: 0, answer: failure }),
    ...(isConflict ? { conflict: failure } : {}),
  };
}

function afterFailure(state: OperationState, entry: Retry): OperationState {
  const { attempt: attempts, failure, lastedMs = 0, isLookUp } = entry;
  const conflict = entry.isConflict ? failure : state.conflict;
  const isWaited = failure.kind === "throttled" || failure.kind === "locked";
  const next: OperationState = {
    kind: "waiting",
    ...{ attempts, failure },
    tries: state.tries + (isWaited || isLookUp ? 0 : 1),
    // a question that is lost leaves nothing in doubt
    isInDoubt: state.isInDoubt || (failure.sent && !conflict && !isLookUp),
    ...kept(state, searchAfter(state, entry)),
    ...(conflict ? { conflict } : {}),
  };
  if (failure.kind === "locked") return { ...next, lockedForMs: (state.lockedForMs ?? 0) + lastedMs };
  if (failure.kind !== "throttled") return { ...next, failingForMs: (state.failingForMs ?? 0) + lastedMs };
  const { failingForMs: _lives, ...living } = next;
  return living;
}

/** It goes on over questions without an answer, and over what was not done; what may have been done is looked for from the start. */
function searchAfter({ search }: OperationState, { failure, lastedMs = 0, isLookUp }: Retry): Search | undefined {
  const isDone = failure.sent && !isLookUp && failure.kind !== "throttled";
  if (isDone || (!search && !isLookUp)) return undefined;
  const { looks, forMs, tries, answer } = search ?? { looks: 0, forMs: 0, tries: 0 };
  const isCounted = isLookUp && failure.kind !== "throttled" && failure.kind !== "locked";
  return { looks, forMs: forMs + lastedMs, tries: tries + (isCounted ? 1 : 0), ...(answer ? { answer } : {}) };
}

function lasting(state: OperationState, ms: number): OperationState {
  return state.failingForMs === undefined ? state : { ...state, failingForMs: state.failingForMs + ms };
}

/** What an operation takes along from one state to the next. */
function kept({ failingForMs, lockedForMs, conflict, refusals }: OperationState, search: Search | undefined) {
  return {
    ...(failingForMs === undefined ? {} : { failingForMs }),
    ...(lockedForMs === undefined ? {} : { lockedForMs }),
    ...(search ? { search } : {}),
    ...(conflict ? { conflict } : {}),
    ...(refusals ? { refusals } : {}),
  };
}

/** Will this result be followed by another one? */
function isOpen(result: AttemptResult): boolean {
  return result.status === "accepted" || result.status === "pending";
}

/** An operation of the plan, with all that the journal says of it. */
export type JournalledOperation = { readonly operation: Operation; readonly entries: readonly JournalEntry[] };

/** The state that a list of entries leads to. */
export function stateOf(entries: readonly JournalEntry[]): OperationState {
  return entries.reduce(advance, notStarted);
}

/** What came back of an operation, while nothing later is known. */
export function resultOf(state: OperationState): AttemptResult | undefined {
  return state.kind === "settled" || state.kind === "accepted" ? state.result : undefined;
}
