/** Moments of the last while, in the order in which they came: how many, and when the first. At a cost that does not grow with them. */

export type SlidingWindow = {
  /** `atMs`: not before the last one. */
  add(atMs: number): void;
  /** How many there are, and when the first of them was; what lies `lengthMs` back has left. */
  look(nowMs: number): { readonly count: number; readonly firstMs: number | undefined };
};

/** Space is given back when so many have left. */
const leastToForget = 1_024;

export function createSlidingWindow(lengthMs: number): SlidingWindow {
  let moments: number[] = [];
  let from = 0;

  const forget = (nowMs: number): void => {
    while (from < moments.length && (moments[from] ?? nowMs) <= nowMs - lengthMs) from += 1;
    if (from < leastToForget || from * 2 < moments.length) return;
    moments = moments.slice(from);
    from = 0;
  };

  return {
    add(atMs) {
      forget(atMs);
      moments.push(atMs);
    },
    look(nowMs) {
      forget(nowMs);
      return { count: moments.length - from, firstMs: moments[from] };
    },
  };
}
