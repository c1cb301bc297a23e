/** Learns the rate that Webex allows and does not publish, from its answers. Pure but for the times it is told; waits for nothing. */
import { createSlidingWindow } from "./sliding-window.ts";

export type RateLearner = {
  /** A request was let through. */
  sent(nowMs: number): void;
  /** A request ended in any other way than throttled: Webex had room for it. */
  passed(): void;
  /** Webex throttled a request. `pauseMs`: how long it asks everybody to wait. */
  throttled(nowMs: number, pauseMs: number): void;
  /** Requests per second to keep to now; Infinity as long as nothing was throttled. */
  ratePerSecond(nowMs: number): number;
};

/**
 * After a 429 the rate follows TCP Cubic (RFC 9438), whose trade-offs are known: it falls to 90 % of the limit as
 * estimated, comes back to that fast and then slowly. Having stayed there, it searches beyond, faster and faster.
 * One 429 takes at most Cubic's share from the estimate, however bad it looks.
 */
const keptShare = 0.9;
const leastKept = 0.7;
/** How long to stay before the next search: every 429 is earned by so many calls, every pause by ten of its length. */
const callsPerThrottled = 400;
const calmPerPause = 10;
const leastCalmMs = 6_000;
/** A limit so low that the calls would take longer is looked for all the same. */
const longestCalmMs = 90_000;
/** In so long a search doubles the rate: after long pauses, in so many of them. */
const doublingMs = 8_000;
const doublingPerPause = 8;
/** Answers to what was in flight together count once: so long after the pause they may still come in. */
const burstMs = 500;
/** What was sent in this time tells the rate that was reached. */
const windowMs = 2_000;
/** So much of unused limit Webex may have saved up for us: what passed lately may owe as much to it. */
const savedMs = 1_000;
/** Fewer requests tell no rate: somebody else may have used it up. */
const leastSample = 10;
const leastPerSecond = 0.2;

/** A 429 with those that came with it: since then so many passed, and the pause that it asked for ends at `endMs`. */
type Burst = {
  readonly atMs: number;
  /** What had left before anything was known counts once. */
  readonly isFirst: boolean;
  pauseMs: number;
  endMs: number;
  throttled: number;
  passed: number;
};

/** Between two rates, in the ratio of their logarithms: `towards` 0 is the first, 1 the second. */
const between = (a: number, b: number, towards: number): number => a ** (1 - towards) * b ** towards;

export function createRateLearner(): RateLearner {
  const lately = createSlidingWindow(windowMs);
  let limit = Number.POSITIVE_INFINITY;
  let last: Burst | undefined;

  const measured = (nowMs: number, moreMs = 0): number => {
    const { count, firstMs } = lately.look(nowMs);
    return firstMs === undefined ? leastPerSecond : (count * 1_000) / Math.max(1_000, nowMs - firstMs + moreMs);
  };
  const calmMs = ({ throttled, pauseMs }: Burst): number => {
    const earnedMs = (throttled * callsPerThrottled * 1_000) / limit;
    return Math.max(leastCalmMs, Math.min(earnedMs, longestCalmMs), pauseMs * calmPerPause);
  };
  const rateAfter = (burst: Burst, nowMs: number): number => {
    const calm = calmMs(burst);
    const beyondMs = Math.max(0, nowMs - burst.endMs) - calm;
    if (beyondMs < 0) return limit * (1 + (1 - keptShare) * (beyondMs / calm) ** 3);
    return limit * 2 ** ((beyondMs / Math.max(doublingMs, burst.pauseMs * doublingPerPause)) ** 2);
  };

  /** A rate that nobody makes use of proves nothing: not far beyond what was sent lately. */
  const rateNow = (burst: Burst, nowMs: number): number =>
    Math.max(leastPerSecond, Math.min(rateAfter(burst, nowMs), Math.max(limit, measured(nowMs) * 1.5)));

  /**
   * The limit lies between two rates. After a calm: what held so far, and what was too much. Before it: what passed
   * since the last 429, without its pause and with it: nearer to this, for most limits save up what a pause leaves unused.
   */
  const estimate = (before: Burst, nowMs: number): number => {
    const rate = rateNow(before, nowMs);
    const busyMs = Math.max(1, nowMs - before.endMs);
    if (busyMs >= calmMs(before)) return between(Math.max(limit, Math.min(measured(nowMs, savedMs), rate)), rate, 0.5);
    const passed = before.passed * 1_000;
    return Math.max(limit * leastKept, between(Math.min(rate, passed / busyMs), passed / (nowMs - before.atMs), 0.75));
  };

  return {
    sent: lately.add,
    passed() {
      if (last) last.passed += 1;
    },
    throttled(nowMs, pauseMs) {
      if (!last && lately.look(nowMs).count < leastSample) return;
      if (last && nowMs < last.atMs + last.pauseMs + burstMs) {
        last.throttled += last.isFirst ? 0 : 1;
        last.pauseMs = Math.max(last.pauseMs, pauseMs);
        last.endMs = Math.max(last.endMs, nowMs + pauseMs);
        return;
      }
      limit = Math.max(leastPerSecond, last ? estimate(last, nowMs) : measured(nowMs, savedMs));
      last = { atMs: nowMs, isFirst: !last, pauseMs, endMs: nowMs + pauseMs, throttled: 1, passed: 0 };
    },
    ratePerSecond: (nowMs) => (last ? rateNow(last, nowMs) : limit),
  };
}
