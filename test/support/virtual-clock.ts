/** A clock that stands still until a test lets it go on; sleeping costs no time. */
import { setImmediate as turn } from "node:timers/promises";
import type { Clock } from "../../src/model/ports.ts";

export type VirtualClock = Clock & {
  /** Lets `ms` pass, waking sleepers in the order of their times. */
  advance(ms: number): Promise<void>;
  /**
   * Lets as much time pass as `work` needs: whenever nothing else can happen, the next sleeper wakes.
   * Throws when nobody sleeps and the work has not ended, or when it takes a week.
   */
  until<T>(work: Promise<T>): Promise<T>;
  /** Those for whom a process stays. */
  sleepers(): number;
  /** Sets the clock on the wall by so much, back when negative. No time passes. */
  set(byMs: number): void;
  /** Lets time pass to the moment at which the next sleeper wakes, or to `latestMs`. */
  wakeNext(latestMs: number): Promise<void>;
};

type Sleeper = { readonly at: number; readonly wake: () => void; readonly isAwaited: boolean };

const weekMs = 7 * 24 * 3_600_000;

export function virtualClock(startMs = Date.UTC(2026, 10, 22, 2)): VirtualClock {
  let now = startMs;
  let wallAheadMs = 0;
  const sleepers = new Set<Sleeper>();

  const wakeNext = (latestMs: number): boolean => {
    let next: Sleeper | undefined;
    for (const sleeper of sleepers) if (!next || sleeper.at < next.at) next = sleeper;
    if (!next || next.at > latestMs) return false;
    sleepers.delete(next);
    now = Math.max(now, next.at);
    next.wake();
    return true;
  };

  return {
    now: () => now + wallAheadMs,
    monotonic: () => now - startMs,
    set(byMs) {
      wallAheadMs += byMs;
    },
    sleepers: () => [...sleepers].filter(({ isAwaited }) => isAwaited).length,
    async wakeNext(latestMs) {
      if (!wakeNext(latestMs)) now = Math.max(now, latestMs);
      await turn();
    },
    sleep(ms, signal, { ref } = { ref: true }) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const giveUp = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const wake = () => {
          signal?.removeEventListener("abort", giveUp);
          resolve();
        };
        const sleeper = { at: now + Math.max(0, Math.ceil(ms)), wake, isAwaited: ref };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", giveUp, { once: true });
      });
    },
    async advance(ms) {
      const end = now + ms;
      await turn();
      while (wakeNext(end)) await turn();
      now = end;
    },
    async until(work) {
      let isOver = false;
      const over = () => {
        isOver = true;
      };
      work.then(over, over);
      for (await turn(); !isOver; await turn()) {
        if (!wakeNext(startMs + weekMs)) throw new Error(`nothing goes on any more, ${sleepers.size} asleep`);
      }
      return work;
    },
  };
}
