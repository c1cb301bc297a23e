/** What a service may limit: a rate with a burst, a number per window, requests in flight, or several of these at once. Pure but for the times it is told. */
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";

export type Limit = {
  /** Milliseconds until a request would pass; 0: it would now. */
  waitMs(nowMs: number): number;
  /** A request passes. */
  take(nowMs: number): void;
  /** A request that had passed is answered. */
  give(): void;
};

/** `burst`: so many may pass at once after a rest, at least one. */
export function tokenBucket(perSecond: number, burst = Math.max(1, perSecond)): Limit {
  let tokens = burst;
  let filledAtMs = Number.NEGATIVE_INFINITY;
  return {
    waitMs(nowMs) {
      if (nowMs > filledAtMs) {
        tokens = Math.min(burst, tokens + ((nowMs - filledAtMs) / 1_000) * perSecond);
        filledAtMs = nowMs;
      }
      // what is short by rounding alone is there
      return tokens > 1 - 1e-9 ? 0 : ((1 - tokens) / perSecond) * 1_000;
    },
    take() {
      tokens -= 1;
    },
    give() {},
  };
}

/** So many per window; a window begins with the first request after the one before has ended. */
export function fixedWindow(count: number, lengthMs: number): Limit {
  let endsAtMs = Number.NEGATIVE_INFINITY;
  let passed = 0;
  return {
    waitMs(nowMs) {
      return nowMs >= endsAtMs || passed < count ? 0 : endsAtMs - nowMs;
    },
    take(nowMs) {
      if (nowMs >= endsAtMs) {
        endsAtMs = nowMs + lengthMs;
        passed = 0;
      }
      passed += 1;
    },
    give() {},
  };
}

/** So many in any stretch of that length. */
export function slidingWindow(count: number, lengthMs: number): Limit {
  const passedAtMs: number[] = [];
  let next = 0;
  return {
    waitMs(nowMs) {
      const oldestMs = passedAtMs[next];
      return oldestMs === undefined ? 0 : Math.max(0, oldestMs + lengthMs - nowMs);
    },
    take(nowMs) {
      passedAtMs[next] = nowMs;
      next = (next + 1) % count;
    },
    give() {},
  };
}

/** `askedMs`: how long a request that does not pass is asked to wait, as nobody knows when a place is free. */
export function inFlight(most: number, askedMs = 1_000): Limit {
  let count = 0;
  return {
    waitMs: () => (count < most ? 0 : askedMs),
    take() {
      count += 1;
    },
    give() {
      count -= 1;
    },
  };
}

/** A request passes when it passes all of them; one that does not counts for none. */
export function allOf(limits: readonly Limit[]): Limit {
  return {
    waitMs: (nowMs) => limits.reduce((most, limit) => Math.max(most, limit.waitMs(nowMs)), 0),
    take(nowMs) {
      for (const limit of limits) limit.take(nowMs);
    },
    give() {
      for (const limit of limits) limit.give();
    },
  };
}

/** A limit that nothing has passed yet. */
export type OpenLimit = () => Limit;

const ratePattern = /^(\d+(?:\.\d+)?)(?:\/s)?(?:,burst=(\d+(?:\.\d+)?))?$/;
const windowPattern = /^(\d+)\/(\d+(?:\.\d+)?)s(,sliding)?$/;
const inFlightPattern = /^(\d+)-in-flight$/;

/**
 * Reads a limit as a person writes it: `100/s,burst=10`, `300/60s`, `300/60s,sliding`, `5-in-flight`, several with `+`
 * between them. A rate without a burst saves up a second's worth. Throws UserError when it is written otherwise.
 */
export function parseLimit(written: string): OpenLimit {
  const parts = written.split("+").map((part) => parseOne(part.trim().toLowerCase()));
  if (parts.includes(undefined))
    throw new UserError(
      "rate_limit_unreadable",
      text("rate_limit_unreadable", { value: written }),
      text("write_rate_limit"),
    );
  return () => allOf(parts.flatMap((open) => (open ? [open()] : [])));
}

function parseOne(written: string): OpenLimit | undefined {
  const [, perSecond, burst] = ratePattern.exec(written) ?? [];
  if (Number(perSecond) > 0 && (burst === undefined || Number(burst) >= 1))
    return () => tokenBucket(Number(perSecond), burst === undefined ? undefined : Number(burst));
  const [, count, seconds, sliding] = windowPattern.exec(written) ?? [];
  if (Number(count) > 0 && Number(seconds) > 0)
    return () => (sliding ? slidingWindow : fixedWindow)(Number(count), Number(seconds) * 1_000);
  const [, most] = inFlightPattern.exec(written) ?? [];
  return Number(most) > 0 ? () => inFlight(Number(most)) : undefined;
}
