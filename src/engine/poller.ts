/** Operations that Webex has accepted and works on. Asks for all of them together; holds no slot of the concurrency limit. */

import type { AttemptResult, Failure } from "../model/outcome.ts";
import type { OperationId, UnitId } from "../model/plan.ts";
import type { Clock, PollAnswer, Random, Waiting } from "../model/ports.ts";
import { type Text, text } from "../model/words/text.ts";
import { isAbsence } from "./carry-out.ts";
import { decide, type RetryLimits } from "./retry-delay.ts";

/** An operation of a unit that is to be told when its result is there. `attempt`: the one that Webex accepted. */
export type PolledOperation = Waiting & { readonly unit: UnitId; readonly attempt: number };

export type Poller = {
  /** `waitedMs`: elsewhere, before it came here. */
  add(each: PolledOperation, waitedMs?: number): void;
  /** Who waits, and for how many milliseconds. */
  waiting(): readonly (readonly [OperationId, number])[];
  /** Asks until nobody waits any more, or the signal aborts. Returns at once when the room is empty. */
  run(signal: AbortSignal): Promise<void>;
  size(): number;
};

export type PollerOptions = {
  readonly target: { poll(polled: readonly PolledOperation[], signal: AbortSignal): Promise<PollAnswer> };
  readonly clock: Clock;
  readonly random: Random;
  readonly retry: RetryLimits;
  /** After this time an operation is given back as pending. */
  readonly timeoutMs: number;
  /** Between two questions, at least; default 250. */
  readonly shortestPauseMs?: number;
  onResult(each: PolledOperation, result: AttemptResult): void;
  /** Asking has no future: the token is dead, or the target gone. */
  onStop(reason: Text): void;
};

type Scheduled = PolledOperation & { readonly since: number };

const defaultShortestPauseMs = 250;
const longestPauseMs = 30_000;

export function createPoller(options: PollerOptions): Poller {
  const { target, clock, timeoutMs, shortestPauseMs = defaultShortestPauseMs } = options;
  /** In the order in which they came. */
  const polled = new Map<OperationId, Scheduled>();

  const leave = (each: Scheduled, result: AttemptResult) => {
    polled.delete(each.operation.id);
    options.onResult(each, result);
  };

  const ask = async (signal: AbortSignal): Promise<PollAnswer> => {
    const answer = await target.poll([...polled.values()], signal);
    for (const each of [...polled.values()]) {
      const result = answer.final.get(each.operation.id);
      if (result && isBelieved(result, clock.monotonic() - each.since, options.retry.settlingMs)) leave(each, result);
      else if (clock.monotonic() - each.since >= timeoutMs) leave(each, stillWorking(each, timeoutMs));
    }
    return answer;
  };

  /** A quarter of what half of them have waited: often at first, seldom when Webex takes long; neither those who have just come nor a few who never end change it. */
  const pauseMs = (): number => {
    const middle = [...polled.values()][Math.floor(polled.size / 2)];
    const waitedMs = middle ? clock.monotonic() - middle.since : 0;
    return Math.min(longestPauseMs, Math.max(shortestPauseMs, waitedMs / 4));
  };

  const pauseAfter = (failure: Failure, inARow: number): number => {
    const verdict = decide(failure, inARow, options.retry, options.random);
    if (verdict.kind === "stop") options.onStop(verdict.reason);
    return verdict.kind === "again" ? verdict.delayMs : 0;
  };

  const keepAsking = async (signal: AbortSignal): Promise<void> => {
    let failuresInARow = 0;
    let extraMs = 0;
    let isCutShort = false;
    while (polled.size > 0 && !signal.aborted) {
      if (!isCutShort) await clock.sleep(Math.max(pauseMs(), extraMs), signal);
      const { failure, hasMore = false } = await ask(signal);
      isCutShort = hasMore;
      failuresInARow = failure ? failuresInARow + 1 : 0;
      extraMs = failure ? pauseAfter(failure, failuresInARow) : 0;
    }
  };

  return {
    add: (each, waitedMs = 0) => void polled.set(each.operation.id, { ...each, since: clock.monotonic() - waitedMs }),
    waiting: () => [...polled.values()].map(({ operation, since }) => [operation.id, clock.monotonic() - since]),
    async run(signal) {
      try {
        await keepAsking(signal);
      } catch (error) {
        // a pause or a question that was cut short
        if (!signal.aborted) throw error;
      }
    },
    size: () => polled.size,
  };
}

/** Of what Webex took a moment ago a "not there", or a "not open to you", says nothing yet. `waitedMs`: since Webex took it. */
export function isBelieved(result: AttemptResult, waitedMs: number, settlingMs: number): boolean {
  return result.status !== "failed" || !isAbsence(result.failure) || waitedMs >= settlingMs;
}

function stillWorking({ operation, ids, effect }: PolledOperation, timeoutMs: number): AttemptResult {
  const { resource, key } = operation;
  const reason = text("still_working", { thing: { resource, key }, seconds: timeoutMs / 1000 });
  return { status: "pending", reason, ids, ...(effect ? { effect } : {}) };
}
