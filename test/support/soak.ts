/** How much of the soak runs: all of it with `npm run soak`, a tenth beside the other tests. */
import PQueue from "p-queue";
import { seededRandom } from "../../src/simulator/random.ts";

export const isSoak = process.env.SOAK === "full";

/** Long enough for the whole of it on a slow machine. */
export const soakTimeoutMs = isSoak ? 3_600_000 : 600_000;

/** All cases with `npm run soak`; else every tenth, beginning with one that `seed` chooses. */
export function portion<T>(cases: readonly T[], seed = 1): readonly T[] {
  const offset = Math.floor(seededRandom(seed)() * 10);
  return isSoak ? cases : cases.filter((_, index) => index % 10 === offset);
}

/** Runs the cases, two at a time, and gives what each gave, in order. */
export function runEach<T, R>(cases: readonly T[], run: (one: T) => Promise<R>): Promise<readonly R[]> {
  return new PQueue({ concurrency: 2 }).addAll(cases.map((one) => () => run(one)));
}

/** Numbers of all cases, added up by name. */
export function addUp(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const each of counts) for (const [name, count] of Object.entries(each)) total[name] = (total[name] ?? 0) + count;
  return total;
}
