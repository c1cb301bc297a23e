/** Operations that Webex has accepted and works on. Asks for all of them together; holds no slot of the concurrency limit. */
import type { AttemptResult, Failure } from "../model/outcome.ts";
import type { OperationId, UnitId } from "../model/plan.ts";
import type { Clock, PollAnswer, Random, Waiting } from "../model/ports.ts";
import { decide, type RetryLimits } from "./retry-delay.ts";

/** An operation of a unit that is to be told when its result is there. `attempt`: the one that Webex accepted. */
export type Guest = Waiting & { readonly unit: UnitId; readonly attempt: number };

export type WaitingRoom = {
  /** `waitedMs`: elsewhere, before it came here. */
  add(guest: Guest, waitedMs?: number): void;
  /** Who waits, and for how many milliseconds. */
  waiting(): readonly (readonly [OperationId, number])[];
  /** Asks until nobody waits any more, or the signal aborts. Returns at once when the room is empty. */
  run(signal: AbortSignal): Promise<void>;
  size(): number;
};

export type WaitingRoomOptions = {
  readonly target: { poll(guests: readonly Guest[], signal: AbortSignal): Promise<PollAnswer> };
  readonly clock: Clock;
  readonly random: Random;
  readonly retry: RetryLimits;
  /** After this time an operation is given back as pending. */
  readonly timeoutMs: number;
  /** Between two questions, at least; default 100. */
  readonly shortestPauseMs?: number;
  onResult(guest: Guest, result: AttemptResult): void;
  /** Asking has no future: the token is dead, or the target gone. */
  onStop(reason: string): void;
};

type Seated = Guest & { readonly since: number };

const defaultShortestPauseMs = 100;
const longestPauseMs = 30_000;

export function createWaitingRoom(options: WaitingRoomOptions): WaitingRoom {
  const { target, clock, timeoutMs, shortestPauseMs = defaultShortestPauseMs } = options;
  /** In the order in which they came. */
  const guests = new Map<OperationId, Seated>();

  const leave = (guest: Seated, result: AttemptResult) => {
    guests.delete(guest.operation.id);
    options.onResult(guest, result);
  };

  const ask = async (signal: AbortSignal): Promise<PollAnswer> => {
    const answer = await target.poll([...guests.values()], signal);
    for (const guest of [...guests.values()]) {
      const result = answer.final.get(guest.operation.id);
      if (result) leave(guest, result);
      else if (clock.now() - guest.since >= timeoutMs) leave(guest, stillWorking(guest, timeoutMs));
    }
    return answer;
  };

  /** A quarter of what half of them have waited: often at first, seldom when Webex takes long; neither those who have just come nor a few who never end change it. */
  const pauseMs = (): number => {
    const middle = [...guests.values()][Math.floor(guests.size / 2)];
    const waitedMs = middle ? clock.now() - middle.since : 0;
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
    while (guests.size > 0 && !signal.aborted) {
      if (!isCutShort) await clock.sleep(Math.max(pauseMs(), extraMs), signal);
      const { failure, hasMore = false } = await ask(signal);
      isCutShort = hasMore;
      failuresInARow = failure ? failuresInARow + 1 : 0;
      extraMs = failure ? pauseAfter(failure, failuresInARow) : 0;
    }
  };

  return {
    add: (guest, waitedMs = 0) => void guests.set(guest.operation.id, { ...guest, since: clock.now() - waitedMs }),
    waiting: () => [...guests.values()].map(({ operation, since }) => [operation.id, clock.now() - since]),
    async run(signal) {
      try {
        await keepAsking(signal);
      } catch (error) {
        // a pause or a question that was cut short
        if (!signal.aborted) throw error;
      }
    },
    size: () => guests.size,
  };
}

function stillWorking({ ids }: Guest, timeoutMs: number): AttemptResult {
  const minutes = Math.round(timeoutMs / 60_000);
  return { status: "pending", reason: `Webex still works on it after ${minutes} minutes`, ids };
}
