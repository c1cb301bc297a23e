/** A clock that goes on as the machine's does, and skips every wait: whenever nothing is done until somebody wakes, it is that time at once. */
import type { Clock } from "../model/ports.ts";

type Sleeper = { readonly atMs: number; readonly isAwaited: boolean; readonly wake: () => void };

/** So many turns of the event loop in a row with nothing done before time is skipped. */
const idleTurns = 3;

/** `isBusy`: is something under way that no sleeper waits for, such as an answer or a disk? */
export function skippingClock(base: Clock, isBusy: () => boolean): Clock {
  const sleepers = new Set<Sleeper>();
  let skippedMs = 0;
  let isTurning = false;
  let idle = 0;

  const monotonic = () => base.monotonic() + skippedMs;
  const next = (isWanted: (sleeper: Sleeper) => boolean): Sleeper | undefined => {
    let first: Sleeper | undefined;
    for (const sleeper of sleepers) if (isWanted(sleeper) && (!first || sleeper.atMs < first.atMs)) first = sleeper;
    return first;
  };
  const wakeDue = (): boolean => {
    const nowMs = monotonic();
    const due = [...sleepers].filter(({ atMs }) => atMs <= nowMs).sort((a, b) => a.atMs - b.atMs);
    for (const { wake } of due) wake();
    return due.length > 0;
  };
  const turn = (): void => {
    if (wakeDue() || isBusy()) idle = 0;
    else idle += 1;
    const first = idle >= idleTurns ? next(({ isAwaited }) => isAwaited) : undefined;
    if (first) {
      idle = 0;
      skippedMs += Math.max(0, first.atMs - monotonic());
      wakeDue();
    }
    isTurning = next(({ isAwaited }) => isAwaited) !== undefined;
    if (isTurning) setImmediate(turn);
  };
  const begin = (): void => {
    if (isTurning) return;
    isTurning = true;
    idle = 0;
    setImmediate(turn);
  };

  return {
    now: () => Math.floor(base.now() + skippedMs),
    monotonic,
    sleep: (ms, signal, { ref } = { ref: true }) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const giveUp = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const wake = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener("abort", giveUp);
          resolve();
        };
        const sleeper = { atMs: monotonic() + Math.max(0, ms), isAwaited: ref, wake };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", giveUp, { once: true });
        if (ref) begin();
      }),
  };
}
