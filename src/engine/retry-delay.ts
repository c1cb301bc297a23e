/** What follows a failure: again after a while, the operation fails, or the whole run stops. Pure; the one owner of retries. */

import type { Failure } from "../model/outcome.ts";
import type { Random } from "../model/ports.ts";
import { type Text, text } from "../model/words/text.ts";

export type RetryLimits = {
  /** Attempts to send one operation that may fail for other reasons than throttling; and questions about it, in a row. */
  readonly tries: number;
  /** From the first such failure on; then the operation fails, even when tries are left. */
  readonly timeMs: number;
  /** The longest `Retry-After` that a run waits for. */
  readonly maxWaitMs: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** So long what was just made may take until lists, single reads and rights know of it. */
  readonly settlingMs: number;
};

export const defaultRetryLimits: RetryLimits = {
  tries: 8,
  timeMs: 10 * 60_000,
  maxWaitMs: 15 * 60_000,
  firstDelayMs: 500,
  longestDelayMs: 30_000,
  settlingMs: 60_000,
};

/** Does this failure use up a try? To be asked to come back later does not. */
export function isCounted({ kind }: Failure): boolean {
  return kind !== "throttled" && kind !== "locked";
}

export type Verdict =
  | { readonly kind: "again"; readonly delayMs: number }
  | { readonly kind: "give_up" }
  /** Nothing else would fare better: the run stops, resumable. */
  | { readonly kind: "stop"; readonly reason: Text };

/** Webex may leave `Retry-After` out, though it says that it should be there. */
const delayWithoutRetryAfterMs = 5_000;

/** Nobody else waits for an object that is locked, so that nothing else keeps the questions apart. */
const leastLockedDelayMs = 1_000;

/** Where another try would hardly fare better: it may have been a proxy's word, once. */
const lastingTries = 3;

/**
 * `tries`: counted failures of this operation, this one included. `failingForMs`: since the first of them; where the
 * object is locked, since it was found so.
 */
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
      return { kind: "stop", reason: text("token_not_accepted", { reason: failure.message }) };
    case "throttled":
      return afterThrottling(failure, limits);
    case "locked":
      return whileLocked(failure, failingForMs, limits);
    case "unavailable":
    case "contract":
      if (
        tries < (failure.isLasting ? Math.min(lastingTries, limits.tries) : limits.tries) &&
        failingForMs < limits.timeMs
      )
        return { kind: "again", delayMs: backoffMs(tries, limits, random) };
      return failure.sent
        ? { kind: "give_up" }
        : { kind: "stop", reason: text("target_unreachable", { reason: failure.message }) };
  }
}

function afterThrottling(failure: Failure, { maxWaitMs }: RetryLimits): Verdict {
  const delayMs = failure.retryAfterMs ?? delayWithoutRetryAfterMs;
  if (delayMs <= maxWaitMs) return { kind: "again", delayMs };
  return { kind: "stop", reason: text("wait_too_long", { seconds: roundUp(delayMs / 1000) }) };
}

/** To what is said of it, so that a wait is never told as the limit that it exceeds. */
function roundUp(seconds: number): number {
  const step = seconds < 90 ? 1 : seconds < 5_400 ? 60 : seconds < 172_800 ? 360 : 86_400;
  return Math.ceil(seconds / step) * step;
}

/** An object that is locked waits alone, and has so long altogether. */
function whileLocked({ retryAfterMs }: Failure, lockedForMs: number, { maxWaitMs }: RetryLimits): Verdict {
  const delayMs = Math.max(leastLockedDelayMs, retryAfterMs ?? delayWithoutRetryAfterMs);
  return lockedForMs + delayMs > maxWaitMs ? { kind: "give_up" } : { kind: "again", delayMs };
}

/** Doubles each time, with jitter between half and the whole of it. */
function backoffMs(tries: number, { firstDelayMs, longestDelayMs }: RetryLimits, random: Random): number {
  const whole = Math.min(longestDelayMs, firstDelayMs * 2 ** (tries - 1));
  return Math.round(whole * (0.5 + random() / 2));
}

/** When it is looked for again, in seconds after the first look, while it has 60 to settle; then every 30. */
const looksAtSeconds = [0, 1, 3, 8, 15, 30, 45, 60];
const settlingSeconds = 60;

/**
 * How long to wait for the next look when the first one was `forMs` ago; `undefined` when the next one would be later
 * than `untilMs` after the first. Looks that fall into a time without answers are not made up for.
 */
export function nextLookMs(forMs: number, untilMs: number, { settlingMs }: RetryLimits): number | undefined {
  if (settlingMs <= 0) return undefined;
  for (let look = 1; lookAtMs(look, settlingMs) <= untilMs; look += 1) {
    const delayMs = lookAtMs(look, settlingMs) - forMs;
    if (delayMs > 0) return delayMs;
  }
  return undefined;
}

/** So long a thing that Webex itself refuses to make twice is looked for, before it is sent again. */
export function shortSettlingMs({ settlingMs }: RetryLimits): number {
  return (settlingMs * 15) / settlingSeconds;
}

function lookAtMs(look: number, settlingMs: number): number {
  const last = looksAtSeconds.length - 1;
  const seconds = looksAtSeconds[look] ?? settlingSeconds + (look - last) * 30;
  return (seconds * settlingMs) / settlingSeconds;
}
