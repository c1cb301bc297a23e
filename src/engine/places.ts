/** So many at a time: who comes when all places are taken waits, in the order of coming. Knows nothing of rates. */

export type Places = {
  /** Waits for a place. Throws the signal's reason when aborted; then no place is held. */
  take(signal: AbortSignal): Promise<void>;
  /** Gives one place back. */
  free(): void;
};

/**
 * So many more than there are places may have all ready, so that the next request leaves when an answer comes: its
 * intent takes milliseconds to the disk. The same share of the whole and of each customer, or those who wait for a place
 * of their customer would keep others out.
 */
export const placesAhead = (places: number): number => Math.floor(places / 4);

export function createPlaces(limit: number): Places {
  let taken = 0;
  const line = new Set<() => void>();

  const queue = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const enter = () => {
        signal.removeEventListener("abort", giveUp);
        resolve();
      };
      const giveUp = () => {
        line.delete(enter);
        reject(signal.reason);
      };
      signal.addEventListener("abort", giveUp, { once: true });
      line.add(enter);
    });

  return {
    async take(signal) {
      signal.throwIfAborted();
      if (taken < limit) taken += 1;
      else await queue(signal); // takes over the place of who leaves
    },
    free() {
      const [next] = line;
      if (!next) {
        taken -= 1;
        return;
      }
      line.delete(next);
      next();
    },
  };
}
