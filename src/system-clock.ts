/** The machine's clock. A file of its own, so that code that only needs the time loads nothing else. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "./model/ports.ts";

export const systemClock: Clock = {
  now: Date.now,
  monotonic: () => performance.now(),
  sleep: async (ms, signal, { ref } = { ref: true }) => {
    try {
      await sleep(Math.max(0, ms), undefined, { ref, ...(signal ? { signal } : {}) });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
