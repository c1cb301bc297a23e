/** A clock that stands still until a test moves it. Sleepers wake in the order of their time. */
import type { Clock } from "../../../src/model/ports.ts";

export type ManualClock = Clock & {
  /** Moves the time on and wakes everybody who is due. */
  advance(ms: number): void;
  /** Resolves when so many sleep. */
  sleepers(count: number): Promise<void>;
};

type Sleeper = { readonly at: number; wake(): void };

export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start;
  let asleep: Sleeper[] = [];
  let watchers: { readonly count: number; resolve(): void }[] = [];
  const tellWatchers = () => {
    for (const watcher of watchers) if (asleep.length >= watcher.count) watcher.resolve();
    watchers = watchers.filter(({ count }) => asleep.length < count);
  };
  return {
    now: () => now,
    monotonic: () => now - start,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        asleep.push({ at: now + ms, wake: resolve });
        signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
        tellWatchers();
      }),
    advance(ms) {
      now += ms;
      const due = asleep.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      asleep = asleep.filter(({ at }) => at > now);
      for (const { wake } of due) wake();
    },
    sleepers: (count) =>
      new Promise((resolve) => {
        watchers.push({ count, resolve });
        tellWatchers();
      }),
  };
}
