/** Asks the target until it answers, by the rules by which operations are repeated. For questions only: what changes something goes through the journal. */
import type { Failure } from "../model/outcome.ts";
import type { Clock, Random } from "../model/ports.ts";
import { decide, type RetryLimits } from "./retry-delay.ts";

export type Patience = { readonly clock: Clock; readonly random: Random; readonly limits: RetryLimits };

type Answered = { readonly ok: true } | { readonly ok: false; readonly failure: Failure };

/** The first good answer, or the failure after which another try makes no sense. Throws the signal's reason. */
export async function askPatiently<T extends Answered>(
  ask: () => Promise<T>,
  { clock, random, limits }: Patience,
  signal: AbortSignal,
): Promise<T> {
  const startedMs = clock.now();
  for (let tries = 0; ; ) {
    const answered = await ask();
    if (answered.ok) return answered;
    if (answered.failure.kind !== "throttled") tries += 1;
    const verdict = decide(answered.failure, tries, limits, random, clock.now() - startedMs);
    if (verdict.kind !== "again") return answered;
    await clock.sleep(verdict.delayMs, signal);
  }
}
