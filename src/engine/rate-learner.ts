/** Learns the rate that Webex allows and does not publish, from its answers. Pure but for the times it is told; waits for nothing. */
import { createSlidingWindow } from "./sliding-window.ts";

export type RateLearner = {
  /** A request was let through. */
  sent(nowMs: number): void;
  /** Webex throttled a request. `pauseMs`: how long it asks everybody to wait. */
  throttled(nowMs: number, pauseMs: number): void;
  /** Requests per second to keep to now; Infinity as long as nothing was throttled. */
  ratePerSecond(nowMs: number): number;
};

/**
 * The curve of TCP Cubic (RFC 9438), whose trade-offs are known: after a 429 the rate falls to 90 % of what was
 * reached, comes back to it slowly, stays near it, and goes beyond it faster and faster, so that a limit that was raised is found too.
 */
const keptShare = 0.9;
/** Beyond it, so many times as steep as Cubic: a limit that was doubled is found in half a minute. */
const searchFactor = 8;
/** From the fall to where the rate was before: at least so long, and so many calls. */
const recoveryMs = 15_000;
const recoveryCalls = 400;
/** Throttled again so shortly after a fall: the limit itself was lowered, and small steps would take long. */
const soonMs = 6_000;
const keptWhenSoon = 0.75;
/** Answers to what was in flight together count once: so long after the pause they may still come in. */
const burstMs = 500;
/** What was sent in this time tells the rate that was reached. */
const windowMs = 2_000;
/** Fewer requests tell no rate: somebody else may have used it up. */
const leastSample = 10;
const leastPerSecond = 0.2;

export function createRateLearner(): RateLearner {
  const lately = createSlidingWindow(windowMs);
  let reached = Number.POSITIVE_INFINITY;
  let fellMs = 0;
  let burstEndMs = 0;

  const measured = (nowMs: number): number => {
    const { count, firstMs } = lately.look(nowMs);
    return firstMs === undefined ? leastPerSecond : (count * 1_000) / Math.max(1_000, nowMs - firstMs);
  };
  const cubicSince = (fell: number, nowMs: number): number => {
    const recovery = Math.max(recoveryMs, (recoveryCalls / reached) * 1_000);
    const away = Math.max(0, nowMs - fell) / recovery - 1;
    return reached * (1 + (1 - keptShare) * (away > 0 ? searchFactor : 1) * away ** 3);
  };

  return {
    sent: lately.add,
    throttled(nowMs, pauseMs) {
      if (!Number.isFinite(reached) && lately.look(nowMs).count < leastSample) return;
      const before = fellMs;
      fellMs = Math.max(fellMs, nowMs + pauseMs);
      if (nowMs < burstEndMs) return;
      burstEndMs = nowMs + pauseMs + burstMs;
      const isSoon = nowMs - before < soonMs;
      const rate = Number.isFinite(reached) ? cubicSince(before, nowMs) * (isSoon ? keptWhenSoon : 1) : measured(nowMs);
      reached = Math.max(leastPerSecond, rate);
    },
    ratePerSecond(nowMs) {
      if (!Number.isFinite(reached)) return reached;
      // a rate that nobody makes use of proves nothing
      const proven = Math.max(reached, measured(nowMs) * 1.5);
      return Math.max(leastPerSecond, Math.min(cubicSince(fellMs, nowMs), proven));
    },
  };
}
