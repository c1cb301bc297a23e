/** Asks the target until it answers, with the retry policy of operations. For reads only: changes go through the journal. */
import type { Failure } from "../model/outcome.ts";
import type { Clock, Random } from "../model/ports.ts";
import { decide, isCounted, type RetryLimits } from "./retry-delay.ts";

export type Patience = {
  readonly clock: Clock;
  readonly random: Random;
  readonly limits: RetryLimits;
  /** Told before each pause. */
  onWait?(failure: Failure, delayMs: number): void;
};

type Answered = { readonly ok: true } | { readonly ok: false; readonly failure: Failure };

/** The first good answer, or the failure after which another try makes no sense. Throws the signal's reason. */
export async function askPatiently<T extends Answered>(
  ask: () => Promise<T>,
  { clock, random, limits, onWait }: Patience,
  signal: AbortSignal,
): Promise<T> {
  const startedMs = clock.monotonic();
  for (let tries = 0; ; ) {
    const answered = await ask();
    if (answered.ok) return answered;
    if (isCounted(answered.failure)) tries += 1;
    const verdict = decide(answered.failure, tries, limits, random, clock.monotonic() - startedMs);
    if (verdict.kind !== "again") return answered;
    onWait?.(answered.failure, verdict.delayMs);
    await clock.sleep(verdict.delayMs, signal);
  }
}
