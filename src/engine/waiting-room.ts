/** Operations that Webex has accepted and works on. Asks for all of them together; holds no slot of the concurrency limit. */
import type { AttemptResult } from "../model/outcome.ts";
import type { OperationId, UnitId } from "../model/plan.ts";
import type { Clock, Target, Waiting } from "../model/ports.ts";

export type WaitingRoom = {
  /** Adds an operation of a unit that is to be told when its result is there. */
  add(unit: UnitId, waiting: Waiting): void;
  /** Asks until nobody waits any more, or the signal aborts. Returns at once when the room is empty. */
  run(signal: AbortSignal): Promise<void>;
  size(): number;
};

export type WaitingRoomOptions = {
  readonly target: Target;
  readonly clock: Clock;
  /** After this time an operation is given back as pending. */
  readonly timeoutMs: number;
  onResult(unit: UnitId, operation: OperationId, result: AttemptResult): void;
};

type Guest = Waiting & { readonly unit: UnitId; readonly since: number };

const shortestPauseMs = 100;
const longestPauseMs = 30_000;

export function createWaitingRoom(options: WaitingRoomOptions): WaitingRoom {
  const { target, clock, timeoutMs } = options;
  const guests = new Map<OperationId, Guest>();

  const leave = ({ unit, operation }: Guest, result: AttemptResult) => {
    guests.delete(operation.id);
    options.onResult(unit, operation.id, result);
  };

  const ask = async (signal: AbortSignal): Promise<void> => {
    const answer = await target.poll([...guests.values()], signal);
    for (const guest of [...guests.values()]) {
      const result = answer.final.get(guest.operation.id);
      if (result) leave(guest, result);
      else if (clock.now() - guest.since >= timeoutMs) leave(guest, stillWorking(guest, timeoutMs));
    }
  };

  /** Often while somebody has just come, seldom when all wait for long: a quarter of the shortest wait. */
  const pauseMs = (): number => {
    const youngest = Math.max(...[...guests.values()].map(({ since }) => since));
    return Math.min(longestPauseMs, Math.max(shortestPauseMs, (clock.now() - youngest) / 4));
  };

  return {
    add: (unit, waiting) => void guests.set(waiting.operation.id, { ...waiting, unit, since: clock.now() }),
    async run(signal) {
      while (guests.size > 0 && !signal.aborted) {
        await clock.sleep(pauseMs(), signal).catch(() => undefined);
        if (!signal.aborted) await ask(signal);
      }
    },
    size: () => guests.size,
  };
}

function stillWorking({ ids }: Guest, timeoutMs: number): AttemptResult {
  const minutes = Math.round(timeoutMs / 60_000);
  return { status: "pending", reason: `Webex still works on it after ${minutes} minutes`, ids };
}
