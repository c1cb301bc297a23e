/** The append-only memory of a run, and the state machine of an operation that is read from it. */
import type { AttemptResult, Failure } from "./outcome.ts";
import type { Operation, OperationId } from "./plan.ts";

export type JournalEntry =
  /** On the disk before the request leaves. */
  | { readonly kind: "intent"; readonly operation: OperationId; readonly attempt: number; readonly at: string }
  /** The run stopped before the request of this intent had left: it is as if there had been none. */
  | { readonly kind: "withdrawn"; readonly operation: OperationId; readonly attempt: number; readonly at: string }
  /** This attempt failed and will be repeated. */
  | {
      readonly kind: "retry";
      readonly operation: OperationId;
      readonly attempt: number;
      readonly at: string;
      readonly failure: Failure;
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
  /** Attempts that count against the limit: throttling does not. */
  readonly tries: number;
  /** When the first of these attempts ended, ISO 8601; absent while none has, and after a throttled one: that target lives. */
  readonly failingSince?: string;
  /** A request of it may have arrived without our knowing what came of it: look up before sending again. */
  readonly isInDoubt: boolean;
} & (
  | { readonly kind: "waiting"; readonly failure?: Failure }
  /** An intent without a word after it. Read from a journal, it means that the process died there: in doubt. */
  | { readonly kind: "started" }
  /** Webex works on it, or waits for somebody: its final state comes by polling. */
  | { readonly kind: "accepted"; readonly result: AttemptResult }
  | { readonly kind: "settled"; readonly result: AttemptResult }
);

export const notStarted: OperationState = { kind: "waiting", attempts: 0, tries: 0, isInDoubt: false };

/** The state after one more entry. Pure. Doubt stays until a result takes it away. */
export function advance(state: OperationState, entry: JournalEntry): OperationState {
  const attempts = entry.attempt;
  const { tries } = state;
  const failing = state.failingSince ? { failingSince: state.failingSince } : {};
  switch (entry.kind) {
    case "intent":
      return { kind: "started", attempts, tries, ...failing, isInDoubt: state.isInDoubt || state.kind === "started" };
    case "withdrawn":
      return { kind: "waiting", attempts: attempts - 1, tries, ...failing, isInDoubt: state.isInDoubt };
    case "retry": {
      const isInDoubt = state.isInDoubt || entry.failure.sent;
      if (entry.failure.kind === "throttled")
        return { kind: "waiting", attempts, tries, isInDoubt, failure: entry.failure };
      const since = state.failingSince ?? entry.at;
      return { kind: "waiting", attempts, tries: tries + 1, failingSince: since, isInDoubt, failure: entry.failure };
    }
    case "result":
      return isOpen(entry.result)
        ? { kind: "accepted", attempts, tries, isInDoubt: false, result: entry.result }
        : { kind: "settled", attempts, tries, isInDoubt: false, result: entry.result };
  }
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
