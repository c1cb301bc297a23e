/** So many at a time, in the order of coming: a slot of a p-queue that is taken in the middle of work which has begun. Knows nothing of rates. */
import PQueue from "p-queue";

export type Semaphore = {
  /** Waits for a slot, and gives the way to free it, to be called once. Throws the signal's reason when aborted before; then no slot is held. */
  acquire(signal: AbortSignal): Promise<() => void>;
};

/**
 * So many more than there are slots may have all ready, so that the next request leaves when an answer comes: its intent
 * takes milliseconds to the disk. The same share of the whole and of each customer, or those who wait for a slot of their
 * customer would keep others out.
 */
export const slotsAhead = (slots: number): number => Math.floor(slots / 4);

/** `limit`: at least 1; infinite: everybody gets a slot at once. */
export function createSemaphore(limit: number): Semaphore {
  const queue = new PQueue({ concurrency: limit });
  return {
    acquire(signal) {
      signal.throwIfAborted();
      return new Promise((resolve, reject) => {
        const giveUp = () => reject(signal.reason);
        signal.addEventListener("abort", giveUp, { once: true });
        // without the signal: p-queue would free the slot of work that is still in flight
        void queue.add(() => {
          signal.removeEventListener("abort", giveUp);
          return signal.aborted ? Promise.resolve() : new Promise<void>(resolve);
        });
      });
    },
  };
}
