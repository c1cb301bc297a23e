/** How much of the soak runs: all of it with `npm run soak`, a tenth or less beside the other tests. */
import PQueue from "p-queue";
import { seededRandom } from "../../src/simulator/random.ts";

export const isSoak = process.env.SOAK === "full";

/** Long enough for the whole of it on a slow machine. */
export const soakTimeoutMs = isSoak ? 3_600_000 : 600_000;

/** All cases with `npm run soak`; else each `nth`, beginning with one that `seed` chooses. */
export function portion<T>(cases: readonly T[], { seed = 1, nth = 10 } = {}): readonly T[] {
  const offset = Math.floor(seededRandom(seed)() * nth);
  return isSoak ? cases : cases.filter((_, index) => index % nth === offset);
}

/** Runs the cases, two at a time, and gives what each gave, in order. */
export function runEach<T, R>(cases: readonly T[], run: (one: T) => Promise<R>): Promise<readonly R[]> {
  return new PQueue({ concurrency: 2 }).addAll(cases.map((one) => () => run(one)));
}

/** A test whose disturbance hardly struck proves nothing. `least`: how often each has to have struck. Empty when all did. */
export function struckTooSeldom(
  counts: Readonly<Record<string, number>>,
  least: Readonly<Record<string, number>>,
): readonly string[] {
  return Object.entries(least).flatMap(([name, wanted]) =>
    (counts[name] ?? 0) >= wanted ? [] : [`${name}: ${counts[name] ?? 0}, and ${wanted} at least are wanted`],
  );
}

/** Four in five: now and then a moment comes only when all is over. */
export const most = (count: number): number => Math.floor(count * 0.8);

/** Numbers of all cases, added up by name. */
export function addUp(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const each of counts) for (const [name, count] of Object.entries(each)) total[name] = (total[name] ?? 0) + count;
  return total;
}
