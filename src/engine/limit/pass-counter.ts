/** How many calls there were in the last while, by quarters of a second: at a cost that does not grow with them. */

export type PassCounter = {
  add(nowMs: number): void;
  total(): number;
  /** In the last `lengthMs`, at most 16 s. */
  count(nowMs: number, lengthMs: number): number;
  /** Of the stretches that end now: the whole since `fromMs`, and shorter ones; none reaches back beyond it. */
  stretches(nowMs: number, fromMs: number): Iterable<{ readonly count: number; readonly lengthMs: number }>;
};

const binMs = 250;
const bins = 64;

export function createPassCounter(): PassCounter {
  const counts = new Float64Array(bins);
  let newest = 0;
  let total = 0;

  const goTo = (nowMs: number): number => {
    const bin = Math.floor(nowMs / binMs);
    for (let empty = Math.max(newest + 1, bin - bins + 1); empty <= bin; empty += 1) counts[empty % bins] = 0;
    newest = Math.max(newest, bin);
    return newest;
  };

  return {
    add(nowMs) {
      const index = goTo(nowMs) % bins;
      counts[index] = (counts[index] ?? 0) + 1;
      total += 1;
    },
    total: () => total,
    count(nowMs, lengthMs) {
      const last = goTo(nowMs);
      let sum = 0;
      const whole = Math.min(bins - 1, Math.floor(lengthMs / binMs));
      for (let bin = Math.max(0, last - whole + 1); bin <= last; bin += 1) sum += counts[bin % bins] ?? 0;
      return sum;
    },
    *stretches(nowMs, fromMs) {
      const last = goTo(nowMs);
      let sum = 0;
      for (let bin = last; bin > Math.max(-1, last - bins) && bin * binMs >= fromMs; bin -= 1) {
        sum += counts[bin % bins] ?? 0;
        yield { count: sum, lengthMs: nowMs - bin * binMs };
      }
    },
  };
}
