/** What is not everywhere yet: lists, single reads and rights that lag behind what was just made. Knows no route; what is not in memory any more is seen by all. */
import type { Clock, Random } from "../model/ports.ts";

export type Sight = {
  /** Something came into being under this key: an id, a number, a right. */
  note(key: string): void;
  /** Does the request that is being answered see it? */
  sees(key: string): boolean;
  /** Draws how far behind the next answer is. */
  draw(): void;
};

/** `lagMs`: the most that an answer is behind; asked before each one. */
export function createSight(clock: Clock, random: Random, lagMs: () => number): Sight {
  const since = new Map<string, number>();
  let horizonMs = Number.POSITIVE_INFINITY;
  return {
    note(key) {
      if (lagMs() > 0) since.set(key, clock.now());
    },
    sees: (key) => (since.get(key) ?? Number.NEGATIVE_INFINITY) <= horizonMs,
    draw() {
      const most = lagMs();
      if (most === 0 && since.size === 0) return;
      const nowMs = clock.now();
      horizonMs = most === 0 ? Number.POSITIVE_INFINITY : nowMs - random() * most;
      // in the order in which they came
      for (const [key, atMs] of since) {
        if (atMs > nowMs - most) break;
        since.delete(key);
      }
    },
  };
}
