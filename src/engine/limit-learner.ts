/**
 * Learns the limit that Webex keeps and does not tell, of whatever kind, from what passes and what is refused. Pure but
 * for the times it is told; waits for nothing.
 *
 * All is read off one fact: at a refusal the limiter is empty. From one refusal to the next so many calls passed; that,
 * over the time with its pause, is at most the limit, and so is what passed while no pause was, less what had been saved
 * up before. One of the two is the limit for every token bucket, and both come near it for windows.
 */
import type { LearnedLimit } from "../model/learned-limit.ts";
import type { Ticket } from "../model/ports.ts";
import { createFlightRecord } from "./flight-record.ts";
import { createPassCounter } from "./pass-counter.ts";

export type LimitLearner = {
  passed(nowMs: number, ticket: Ticket): void;
  /** `pauseMs`: how long everybody waits now. */
  refused(nowMs: number, pauseMs: number, ticket: Ticket): void;
  sent(nowMs: number): void;
  /** Calls per second to keep to now; Infinity as long as nothing was refused. */
  ratePerSecond(nowMs: number): number;
  /** Calls in flight to keep to now; Infinity when that is not what is limited. */
  mostInFlight(nowMs: number): number;
  /** What the limit looks like; undefined when nothing was refused. */
  learned(nowMs: number): LearnedLimit | undefined;
};

const leastPerSecond = 0.1;
/** Of a stretch of calls: one token of rounding, and half a call of jitter. */
const slackCalls = 1.5;
/** The first guess is exact for a bucket that saves up so much. */
const savedMs = 1_000;
/** A pause that costs more is too dear to search by halves. */
const cheapPauseMs = 2_500;
/** A pause that is longer tells no more of the time in which a limit shows itself. */
const longestScaleMs = 5_000;
/** Two estimates of some fifty calls differ by as much through jitter. */
const agreeing = 1.06;
/** After a search that found nothing the estimate leans by so much towards the rate that was refused: windows gain by it. */
const searchShare = 0.3;
/** Kept of a limit that has fallen: TCP Cubic's share (RFC 9438). */
const fallShare = 0.7;
/** A hold creeps so far over the estimate, slowly. */
const creepShare = 0.03;
/** Fewer passes from refusal to refusal tell no rate but that it was far too high. */
const fewestToTell = 6;
/** One less of fewer calls in flight gives up too much for what may be another limit beside it. */
const fewestToLower = 8;

/** Of a burst that was seen before, so much is taken at once: it may not all be there again. */
const savedShare = 0.9;
/** So many in flight meanwhile: if it is not there, no more are refused. */
const mostWhileSpending = 10;
/** Soon after that the search begins: the limit may have risen since. */
const recalledHoldMs = 5_000;

/** `mostPerSecond`: the user's own cap. `recalled`: what was learned before; if it is wrong, it is forgotten at the first refusal. */
export function createLimitLearner(mostPerSecond = Number.POSITIVE_INFINITY, recalled?: LearnedLimit): LimitLearner {
  const passes = createPassCounter();
  const sends = createPassCounter();
  const flights = createFlightRecord();
  /** `free`: nothing was refused. `guess`: a first round between what is sure and what was tried. `known`: hold, then search beyond. `capped`: so many in flight. */
  let stage: "free" | "guess" | "known" | "capped" = "free";
  let limit = Number.POSITIVE_INFINITY;
  /** Of the limit, what is no guess. */
  let proven = 0;
  /** A rate that was refused in a hold, less something. */
  let ceiling = Number.POSITIVE_INFINITY;
  /** Searches that found nothing new: each doubles the next hold. */
  let level = 0;
  /** Holds in a row that were refused right after their pause. */
  let shortHolds = 0;
  /** What was tried beyond the proven was refused in a hold. */
  let hasOverleaned = false;
  /** Of guesses. */
  let rounds = 0;
  /** The rate that a guess begins with. */
  let start = 0;
  /** Passed before the first refusal, and the time that it took less one latency. */
  let burst = 0;
  let burstMs = 0;
  let firstSentAtMs: number | undefined;
  /** The refusal that began this cycle. */
  let emptyAtMs = 0;
  let passedSince = 0;
  /** Of these, the ones that left after the refusal. */
  let freshSince = 0;
  let pauseMs = 0;
  let scaleMs = 0;
  let pauseEndsAtMs = 0;
  let brake = 1;
  let brakedAtMs = Number.NEGATIVE_INFINITY;
  let latencyMs = 0;
  /** May the limit be one on calls in flight? Until the refusals say that it is not. */
  let mayBeInFlight = false;
  let cap = Number.POSITIVE_INFINITY;
  /** Pauses after which what was saved up was, or is, spent at once; and the calls that were sent before the last of them ended. */
  let spendings = 0;
  let sentBefore = 0;
  /** Refusals in a row that the cap should have kept away. */
  let doubts = 0;

  /** As long as nothing was refused, what was learned before is all that is known. */
  let isRecalled = recalled !== undefined;
  if (recalled) {
    limit = recalled.perSecond;
    proven = limit;
    burst = recalled.burst;
    start = limit;
    cap = recalled.inFlight ?? cap;
    stage = recalled.kind === "in_flight" ? "capped" : "known";
  }

  const holdMs = () => {
    if (isRecalled) return recalledHoldMs;
    const longest =
      Math.min(900_000, Math.max(15_000, 600_000 / limit, 25 * scaleMs)) * (1 + Math.max(0, level - 4) / 4);
    return Math.min(longest, Math.max(6_000, 6 * scaleMs) * 2 ** level);
  };
  const measured = (nowMs: number) => sends.count(nowMs, 2_000) / 2;

  const limitNow = (nowMs: number) =>
    Math.max(limit, passedSince > 20 && !isRecalled ? (passedSince * 1_000) / Math.max(1, nowMs - emptyAtMs) : 0);

  /** After a long pause what had been saved up, or the next window, is there at once: waiting for it by a pace would cost as long again. */
  const isSpending = () => spendings > 0 && sends.total() - sentBefore < savedShare * burst;

  const plainRate = (nowMs: number): number => {
    const sinceMs = Math.max(0, nowMs - pauseEndsAtMs);
    if (stage === "free") return Number.POSITIVE_INFINITY;
    if (isRecalled && sends.total() < savedShare * burst) return Number.POSITIVE_INFINITY;
    if (isSpending()) return Number.POSITIVE_INFINITY;
    if (stage === "capped") {
      const doublingMs = Math.max(3_500, 3 * scaleMs, 4 * latencyMs);
      return start * 2 ** Math.min(60, (sinceMs / doublingMs) ** 2);
    }
    if (stage === "guess") {
      const doublingMs = Math.max(3_500, 3 * scaleMs, 4 * latencyMs) * 2 ** rounds;
      return Math.max(start, Math.min(start * 2 ** ((sinceMs / doublingMs) ** 2), 2 * measured(nowMs)));
    }
    const hold = holdMs();
    const margin = Math.min(0.03, 0.3 / Math.sqrt(Math.max(1, burst)));
    const held = Math.min(
      ceiling,
      limitNow(nowMs) * (1 - margin + (creepShare + margin) * Math.min(1, sinceMs / hold)),
    );
    if (sinceMs < hold) return held;
    const doublingMs = isRecalled ? recalledHoldMs : Math.max(8_000, 3 * scaleMs, 6 * latencyMs);
    return Math.max(held, Math.min(held * 2 ** (((sinceMs - hold) / doublingMs) ** 2), 2 * measured(nowMs)));
  };
  const rate = (nowMs: number): number => {
    const isBraked = brake < 1 && nowMs < emptyAtMs + 2 * shortestCycleMs();
    return Math.max(leastPerSecond, plainRate(nowMs) * (isBraked ? brake : 1));
  };
  const shortestCycleMs = () => Math.max(1_000, 2 * latencyMs);

  /** What the limit is at least, by all that passed since it was empty. */
  const estimate = (nowMs: number): number => {
    const lengthMs = nowMs - emptyAtMs;
    const byCycle = ((passedSince - slackCalls) * 1_000) / lengthMs;
    let bySpending = 0;
    const shortestMs = Math.max(1_000, Math.min(scaleMs, longestScaleMs), 4 * burstMs);
    for (const { count, lengthMs: stretchMs } of passes.stretches(nowMs, pauseEndsAtMs)) {
      if (stretchMs < shortestMs || stretchMs <= burstMs) continue;
      bySpending = Math.max(bySpending, ((count - burst - slackCalls) * 1_000) / (stretchMs - burstMs));
    }
    return Math.max(byCycle, bySpending, leastPerSecond);
  };

  const beginCycle = (nowMs: number, askedMs: number) => {
    emptyAtMs = nowMs;
    passedSince = 0;
    freshSince = 0;
    flights.beginCycle();
    pauseMs = askedMs;
    brake = 1;
    lengthen(nowMs, askedMs, true);
  };
  const lengthen = (nowMs: number, askedMs: number, isNew = false) => {
    scaleMs = isNew ? Math.max(askedMs, fallShare * scaleMs) : Math.max(scaleMs, askedMs);
    pauseMs = Math.max(pauseMs, askedMs);
    pauseEndsAtMs = Math.max(pauseEndsAtMs, nowMs + askedMs);
  };

  const know = (nextLevel: number) => {
    stage = "known";
    level = nextLevel;
    ceiling = Number.POSITIVE_INFINITY;
    shortHolds = 0;
  };

  let windowRate = 0;
  let firstTookMs = 0;
  let firstRefusedAtMs = Number.NEGATIVE_INFINITY;
  let firstTried = 0;

  const first = (nowMs: number, askedMs: number, inFlight: number) => {
    const isFirstWave = passedSince <= 1.5 * Math.max(inFlight, flights.widest());
    mayBeInFlight = isFirstWave || flights.passedWithAtLeast(inFlight) <= 2;
    firstRefusedAtMs = nowMs;
    firstTookMs = Math.max(1, nowMs - (firstSentAtMs ?? nowMs));
    firstTried = (sends.total() * 1_000) / firstTookMs;
    burst = passedSince;
    burstMs = Math.max(0, firstTookMs - latencyMs);
    proven = 0;
    stage = "guess";
    rounds = 0;
    spendings = askedMs > cheapPauseMs ? 1 : 0;
    sentBefore = sends.total();
    beginCycle(nowMs, askedMs);
    guessFromBurst();
  };
  /** What was in flight at the first refusal may still pass, and belongs to what had been saved up. */
  const guessFromBurst = () => {
    limit = Math.max(1, (burst * 1_000) / (firstTookMs + savedMs));
    windowRate = (burst * 1_000) / (firstTookMs + pauseMs);
    const tried = Math.max(limit, firstTried);
    const boldness = 0.5 * Math.min(1, 250 / Math.max(1, latencyMs));
    start = pauseMs > cheapPauseMs ? limit : limit * (tried / limit) ** boldness;
  };

  /** Does this refusal, at a pace, look as if too many were in flight? As many as passed together before, and hardly more. */
  const looksCapped = (inFlight: number, askedMs: number): boolean => {
    if (!mayBeInFlight || askedMs > cheapPauseMs) return false;
    const least = flights.passedTogether();
    if (least < 2 || inFlight <= least || inFlight > 2.5 * least + 1) return false;
    return flights.passedWithAtLeast(inFlight) <= Math.max(2, 0.7 * passedSince);
  };
  const keepToCap = (nowMs: number, askedMs: number, inFlight: number, refusedRate: number) => {
    stage = "capped";
    cap = inFlight - 1;
    doubts = 0;
    level = 2; // it is seldom too low
    limit = Math.max(proven, estimate(nowMs));
    proven = limit;
    start = refusedRate;
    beginCycle(nowMs, askedMs);
  };
  /** So many more than the cap are tried after a hold; the longer nothing is refused, the more. */
  const capNow = (nowMs: number): number => {
    if (isSpending() && stage !== "free") return Math.min(cap, mostWhileSpending);
    if (stage !== "capped") return cap;
    const beyondMs = nowMs - pauseEndsAtMs - holdMs();
    return beyondMs < 0 ? cap : cap + 1 + Math.floor((beyondMs / Math.max(2_000, 10 * latencyMs, scaleMs)) ** 2);
  };
  const afterCapped = (nowMs: number, askedMs: number, inFlight: number, refusedRate: number) => {
    const hasServed = passedSince > 10 * cap && nowMs - emptyAtMs > 20 * latencyMs;
    if (inFlight > cap) {
      // every one that was tried and passed may be kept
      if (flights.passedWithAtLeast(inFlight - 1) > 4 * inFlight) cap = inFlight - 1;
      if (hasServed) doubts = 0;
      level += 1;
      start = Math.max(start, refusedRate);
      return beginCycle(nowMs, askedMs);
    }
    if (hasServed && inFlight >= 0.8 * cap && cap >= fewestToLower) {
      cap -= 1;
      doubts = 0;
      return beginCycle(nowMs, askedMs);
    }
    doubts += 1;
    if (doubts === 1 && inFlight >= 0.8 * cap && cap >= fewestToLower / 2) {
      cap = Math.max(1, Math.floor(0.9 * Math.min(inFlight, cap)));
      return beginCycle(nowMs, askedMs);
    }
    // it is no limit on calls in flight, or not that alone
    mayBeInFlight = false;
    if (!hasServed) cap = Number.POSITIVE_INFINITY;
    limit = estimate(nowMs);
    proven = limit;
    if (refusedRate < 1.6 * limit || askedMs > cheapPauseMs) know(0);
    else {
      stage = "guess";
      start = Math.sqrt(proven * refusedRate);
      rounds = 1;
    }
    beginCycle(nowMs, askedMs);
  };

  const afterGuess = (nowMs: number, askedMs: number, refusedRate: number, inFlight: number) => {
    if (looksCapped(inFlight, askedMs)) return keepToCap(nowMs, askedMs, inFlight, refusedRate);
    if (freshSince < fewestToTell && start > 1) {
      start = Math.max(1, start / 2);
      return beginCycle(nowMs, askedMs);
    }
    mayBeInFlight = false;
    const found = estimate(nowMs);
    const isAgreed = proven > 0 && Math.max(found / proven, proven / found) <= agreeing;
    proven = Math.max(found, proven);
    if (windowRate > 0 && found > windowRate * 0.9 && found < windowRate * 1.1) proven = Math.max(proven, windowRate);
    limit = proven;
    if (spendings === 1 && askedMs > cheapPauseMs && freshSince >= savedShare * burst) {
      spendings = 2;
      sentBefore = sends.total();
    } else spendings = 0;
    if (isAgreed || refusedRate < 1.6 * limit || askedMs > cheapPauseMs) {
      know(isAgreed ? 1 : 0);
      if (!isAgreed && askedMs <= cheapPauseMs)
        limit = proven ** (1 - searchShare) * Math.max(proven, refusedRate) ** searchShare;
    } else {
      start = Math.sqrt(proven * refusedRate);
      rounds += 1;
    }
    beginCycle(nowMs, askedMs);
  };

  /** What passed of late is more than a window's refusals prove, and for a bucket part of it had been saved up: tried until it fails. */
  const bold = (nowMs: number, refusedRate: number): number => {
    if (hasOverleaned) return 0;
    const lengthMs = Math.max(2_000, Math.min(16_000, 4 * scaleMs));
    return 0.97 * Math.min(refusedRate, (passes.count(nowMs, lengthMs) * 1_000) / lengthMs);
  };
  const afterSearch = (nowMs: number, found: number, refusedRate: number) => {
    if (found > agreeing * limit) {
      limit = Math.max(found, bold(nowMs, refusedRate));
      proven = found;
      level = 0;
      ceiling = Number.POSITIVE_INFINITY;
      return;
    }
    level += 1;
    if (refusedRate > ceiling) ceiling *= 1.01;
    proven = Math.max(found, Math.min(limit, ceiling));
    limit = Math.max(proven, proven ** (1 - searchShare) * Math.min(refusedRate, ceiling) ** searchShare);
    const tried = bold(nowMs, refusedRate);
    if (tried > 1.1 * limit) {
      limit = tried;
      ceiling = Number.POSITIVE_INFINITY;
    }
    shortHolds = 0;
  };

  const afterHold = (nowMs: number, found: number, refusedRate: number, hold: number, sinceMs: number) => {
    const lengthMs = nowMs - emptyAtMs;
    const give = Math.min(0.06, Math.max(0.01, (0.4 * pauseMs) / lengthMs));
    ceiling = refusedRate * (1 - give);
    if (10 * pauseMs > lengthMs) level = Math.max(0, level - 1);
    shortHolds = sinceMs - latencyMs < hold / 4 ? shortHolds + 1 : 0;
    const perSecond = (passedSince * 1_000) / lengthMs;
    if (proven < 0.99 * limit) {
      hasOverleaned = true;
      proven = Math.max(found, proven);
      limit = proven;
    } else if (shortHolds < 2 || perSecond > 0.85 * limit) {
      proven = Math.max(found, limit * (1 - give));
      limit = proven;
    } else {
      const isOnBurst = found > ((passedSince - slackCalls) * 1_000) / lengthMs;
      proven = Math.max(leastPerSecond, perSecond);
      limit = Math.max(proven, fallShare * limit);
      level = 0;
      ceiling = Number.POSITIVE_INFINITY;
      if (isOnBurst) burst *= 1.5;
      if (pauseMs <= cheapPauseMs) {
        stage = "guess";
        start = limit;
        rounds = 0;
      }
    }
  };

  /** The first refusal of all shows whether what was learned before holds: so much must have passed. */
  const afterRecall = (nowMs: number, askedMs: number, inFlight: number, refusedRate: number) => {
    isRecalled = false;
    const tookMs = nowMs - (firstSentAtMs ?? nowMs);
    const expected = stage === "capped" ? 10 * cap : savedShare * burst + (limit * tookMs) / 1_000;
    if (passedSince >= 0.8 * expected) {
      const higher = 0.9 * Math.min(refusedRate, passes.count(nowMs, 2_000) / 2);
      if (stage === "known" && higher > 1.2 * limit) limit = higher;
      else level = 2;
      return beginCycle(nowMs, askedMs);
    }
    cap = Number.POSITIVE_INFINITY;
    first(nowMs, askedMs, inFlight);
  };

  const learned = (nowMs: number): LearnedLimit | undefined => {
    if (stage === "free" || isRecalled) return undefined;
    const saved = Math.max(0, Math.floor(burst - (limit * burstMs) / 1_000));
    if (stage === "capped") {
      const perSecond = Math.max(limit, measured(nowMs), start);
      return { kind: "in_flight", perSecond, burst: Math.min(saved, cap), inFlight: cap };
    }
    const perSecond = stage === "guess" ? Math.max(limit, measured(nowMs)) : limit;
    const isWindow = windowRate > 0 && burst > 2.5 * perSecond && Math.abs(windowRate / perSecond - 1) < 0.1;
    if (isWindow) return { kind: "window", perSecond, burst, windowSeconds: Math.round((burst / perSecond) * 10) / 10 };
    return { kind: saved > Math.max(3, 0.3 * perSecond) ? "burst" : "rate", perSecond, burst: saved };
  };

  return {
    learned,
    sent(nowMs) {
      if (firstSentAtMs === undefined) {
        firstSentAtMs = nowMs;
        emptyAtMs = nowMs;
        pauseEndsAtMs = nowMs;
      }
      sends.add(nowMs);
    },
    passed(nowMs, ticket) {
      const { sentAtMs } = ticket;
      flights.passed(ticket, nowMs);
      const tookMs = nowMs - sentAtMs;
      latencyMs += (tookMs - latencyMs) / (latencyMs === 0 ? 1 : 16);
      passedSince += 1;
      if (sentAtMs > emptyAtMs) freshSince += 1;
      passes.add(nowMs);
      if (stage === "free" || sentAtMs <= firstRefusedAtMs) flights.passedFirst(ticket, nowMs);
      if (sentAtMs <= firstRefusedAtMs && stage === "guess") {
        burst += 1;
        guessFromBurst();
      }
    },
    refused(nowMs, askedMs, { sentAtMs, inFlight }) {
      if (latencyMs === 0) latencyMs = nowMs - sentAtMs;
      if (nowMs < pauseEndsAtMs || (stage !== "free" && sentAtMs <= emptyAtMs)) return lengthen(nowMs, askedMs);
      if (isRecalled) return afterRecall(nowMs, askedMs, inFlight, Math.min(mostPerSecond, rate(nowMs - latencyMs)));
      if (stage === "free") return first(nowMs, askedMs, inFlight);
      // the pause was too short, or somebody else is at it: that tells nothing of our pace, nor of the time in which it shows
      if (freshSince === 0) {
        pauseEndsAtMs = Math.max(pauseEndsAtMs, nowMs + askedMs);
        return;
      }
      if (isSpending()) spendings = 0;
      if (nowMs - emptyAtMs < shortestCycleMs()) {
        if (nowMs - brakedAtMs >= latencyMs) {
          brake = Math.max(0.4, brake * 0.8);
          brakedAtMs = nowMs;
        }
        return lengthen(nowMs, askedMs);
      }
      const refusedRate = Math.min(
        mostPerSecond,
        rate(nowMs - latencyMs),
        Math.max(limit, 1.5 * (passes.count(nowMs, 2_000) / 2)),
      );
      if (stage === "guess") return afterGuess(nowMs, askedMs, refusedRate, inFlight);
      if (stage === "capped") return afterCapped(nowMs, askedMs, inFlight, refusedRate);
      const found = estimate(nowMs);
      const hold = holdMs();
      const sinceMs = nowMs - pauseEndsAtMs;
      if (sinceMs - latencyMs >= hold) afterSearch(nowMs, found, refusedRate);
      else afterHold(nowMs, found, refusedRate, hold, sinceMs);
      beginCycle(nowMs, askedMs);
    },
    ratePerSecond: rate,
    mostInFlight: capNow,
  };
}
