/** How fast rows get done, and how long the rest takes at that rate. Pure. */

export type Speed = {
  readonly perSecond: number;
  /** Absent where too few rows were done lately to tell. */
  readonly secondsLeft?: number;
};

/** Over which the speed is taken: what was before says little of what is to come. */
const speedOverMs = 30_000;

/** From fewer than so many rows, days or minutes may come out. */
const fewestRows = 10;

/** `doneBefore`: rows that were done when it starts. `at`: with the rows that are done now, and those still to do. */
export function startSpeed(doneBefore: number, startedMs: number) {
  const seen = [{ done: doneBefore, atMs: startedMs }];
  return {
    at(done: number, left: number, nowMs: number): Speed {
      while (seen[1] && nowMs - seen[1].atMs >= speedOverMs) seen.shift();
      const since = seen[0] ?? { done, atMs: nowMs };
      seen.push({ done, atMs: nowMs });
      const rows = done - since.done;
      const perSecond = rows / Math.max(0.001, (nowMs - since.atMs) / 1000);
      if (rows === 0 || rows < Math.min(fewestRows, left)) return { perSecond };
      return { perSecond, secondsLeft: Math.ceil(left / perSecond) };
    },
  };
}
