/** One attempt at one operation: intent on the disk, look-up if in doubt, the call, its result on the disk. Both engines call it; it never waits and never repeats. */
import { advance, type JournalEntry, type OperationState } from "../model/journal-entry.ts";
import type { AttemptResult, Failure, Ids } from "../model/outcome.ts";
import type { Operation } from "../model/plan.ts";
import type { Clock, Random, Target } from "../model/ports.ts";
import { decide, type RetryLimits } from "./retry-delay.ts";

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
  | { readonly kind: "again"; readonly state: OperationState; readonly delayMs: number; readonly failure: Failure }
  | { readonly kind: "stop"; readonly state: OperationState; readonly reason: string; readonly failure: Failure }
  | { readonly kind: "withdrawn"; readonly state: OperationState };

/**
 * `ids`: those of the operation's plan and of all that it needs. `mayLeave` waits until the request may leave, and gives
 * false when it must not leave any more.
 */
export async function attempt(
  operation: Operation,
  before: OperationState,
  ids: Ids,
  deps: AttemptDeps,
  signal: AbortSignal,
  mayLeave = atOnce,
): Promise<AttemptOutcome> {
  const started = write(deps, before, { kind: "intent", ...stamp(operation, before.attempts + 1, deps) });
  // the intent must be there before the request leaves; a result that is lost only costs a look-up
  const isWriting = !operation.refusal && operation.action !== "read";
  if (isWriting) await deps.onDisk();
  if (operation.refusal) return settle(operation, started, resultOfRefusal(operation.refusal), deps);
  if (!(await mayLeave())) return withdraw(operation, started, deps);
  const result = await carryOut(operation, started, ids, deps.target, signal);
  if (result.status !== "failed" || result.refused) return settle(operation, started, result, deps);
  return afterFailure(operation, started, result, deps);
}

const atOnce = () => Promise.resolve(true);

/** A create that may have arrived is looked up first; so is one that Webex refuses as being there already. What is there after our own intent, we made. */
async function carryOut(
  operation: Operation,
  state: OperationState,
  ids: Ids,
  target: Target,
  signal: AbortSignal,
): Promise<AttemptResult> {
  if (state.isInDoubt) {
    const found = await target.find(operation, ids, signal);
    if (found) return found;
  }
  const result = await target.apply(operation, ids, signal);
  if (operation.action !== "create") return result;
  if (state.isInDoubt && result.status === "done") return { ...result, effect: "created" };
  const mayExist = result.status === "failed" && result.failure.kind === "rejected" && !result.refused;
  const isConflict = mayExist && (result.failure.status === 409 || state.isInDoubt);
  const found = isConflict ? await target.find(operation, ids, signal) : undefined;
  return found && found.status !== "failed" ? found : result;
}

function afterFailure(
  operation: Operation,
  state: OperationState,
  result: Extract<AttemptResult, { status: "failed" }>,
  deps: AttemptDeps,
): AttemptOutcome {
  const { failure } = result;
  const counted = failure.kind === "throttled" ? 0 : 1;
  const failingForMs = state.failingSince ? deps.clock.now() - Date.parse(state.failingSince) : 0;
  const verdict = decide(failure, state.tries + counted, deps.limits, deps.random, failingForMs);
  if (verdict.kind === "give_up") return settle(operation, state, result, deps);
  const next = write(deps, state, { kind: "retry", ...stamp(operation, state.attempts, deps), failure });
  return { ...verdict, state: next, failure };
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
