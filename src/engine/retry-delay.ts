/** What follows a failure: again after a while, the operation fails, or the whole run stops. Pure; the one owner of retries. */
import type { Failure } from "../model/outcome.ts";
import type { Random } from "../model/ports.ts";

export type RetryLimits = {
  /** Attempts of one operation that may fail for other reasons than throttling. */
  readonly tries: number;
  /** From the first such failure on; then the operation fails, even when tries are left. */
  readonly timeMs: number;
  /** The longest `Retry-After` that a run waits for. */
  readonly maxWaitMs: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
};

export const defaultRetryLimits: RetryLimits = {
  tries: 8,
  timeMs: 10 * 60_000,
  maxWaitMs: 15 * 60_000,
  firstDelayMs: 500,
  longestDelayMs: 30_000,
};

export type Verdict =
  | { readonly kind: "again"; readonly delayMs: number }
  | { readonly kind: "give_up" }
  /** Nothing else would fare better: the run stops, resumable. */
  | { readonly kind: "stop"; readonly reason: string };

/** Webex may leave `Retry-After` out, though it says that it should be there. */
const delayWithoutRetryAfterMs = 5_000;

/** `tries`: counted failures of this operation, this one included. `failingForMs`: since the first of them. */
export function decide(
  failure: Failure,
  tries: number,
  limits: RetryLimits,
  random: Random,
  failingForMs = 0,
): Verdict {
  switch (failure.kind) {
    case "rejected":
      return { kind: "give_up" };
    case "unauthorized":
      return { kind: "stop", reason: `Webex does not accept the access token: ${failure.message}` };
    case "throttled":
      return afterThrottling(failure, limits);
    case "unavailable":
    case "contract":
      if (tries < limits.tries && failingForMs < limits.timeMs)
        return { kind: "again", delayMs: backoffMs(tries, limits, random) };
      return failure.sent
        ? { kind: "give_up" }
        : { kind: "stop", reason: `the target cannot be reached: ${failure.message}` };
  }
}

function afterThrottling(failure: Failure, { maxWaitMs }: RetryLimits): Verdict {
  const delayMs = failure.retryAfterMs ?? delayWithoutRetryAfterMs;
  if (delayMs <= maxWaitMs) return { kind: "again", delayMs };
  const minutes = Math.ceil(delayMs / 60_000);
  return { kind: "stop", reason: `Webex asks to wait ${minutes} minutes, longer than --max-wait allows` };
}

/** Doubles each time, with jitter between half and the whole of it. */
function backoffMs(tries: number, { firstDelayMs, longestDelayMs }: RetryLimits, random: Random): number {
  const whole = Math.min(longestDelayMs, firstDelayMs * 2 ** (tries - 1));
  return Math.round(whole * (0.5 + random() / 2));
}
