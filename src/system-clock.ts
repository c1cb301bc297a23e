/** The machine's clock. Stands alone, so that who only needs the time loads nothing else. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "./model/ports.ts";

export const systemClock: Clock = {
  now: Date.now,
  sleep: async (ms, signal) => {
    try {
      await sleep(Math.max(0, ms), undefined, signal ? { signal } : {});
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
