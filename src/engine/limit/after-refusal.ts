/**
 * What is believed of a limit after a refusal: one function for each stage. At a refusal the limiter is empty. From one
 * refusal to the next so many calls passed; that, over the time with its pause, is at most the limit, and so is what
 * passed while no pause was, less what had been saved up before. One of the two is the limit for every token bucket, and
 * both come near it for windows.
 */
import { type Belief, cheapPauseMs, guessFromBurst, know, leastPerSecond, savedShare, slackCalls } from "./belief.ts";
import { holdMs, type LearnerState } from "./pace.ts";

export type Refusal = {
  readonly nowMs: number;
  /** How long everybody waits now. */
  readonly askedMs: number;
  /** Calls in flight when it was sent, it included. */
  readonly inFlight: number;
  /** Calls per second that were tried. */
  readonly refusedRate: number;
};

/** A pause that is longer tells no more of the time in which a limit shows itself. */
const longestScaleMs = 5_000;
/** Two estimates of some fifty calls differ by as much through jitter. */
const agreeing = 1.06;
/** After a search that found nothing the estimate leans by so much towards the rate that was refused: windows gain by it. */
const searchShare = 0.3;
/** Kept of a limit that has fallen: TCP Cubic's share (RFC 9438). */
const fallShare = 0.7;
/** Fewer passes from refusal to refusal tell no rate but that it was far too high. */
const fewestToTell = 6;
/** One less of fewer calls in flight gives up too much for what may be another limit beside it. */
const fewestToLower = 8;

/** The first refusal of all. */
export function afterFirst(state: LearnerState, { nowMs, askedMs, inFlight }: Omit<Refusal, "refusedRate">): Belief {
  const { belief, cycle, flights, latencyMs } = state;
  const isFirstWave = cycle.passed <= 1.5 * Math.max(inFlight, flights.widest());
  const tookMs = Math.max(1, nowMs - (state.firstSentAtMs ?? nowMs));
  const sent = state.sends.total();
  const first: Belief = {
    ...belief,
    stage: "guess",
    isRecalled: false,
    mayBeInFlight: isFirstWave || flights.passedWithAtLeast(inFlight) <= 2,
    first: { atMs: nowMs, tookMs, tried: (sent * 1_000) / tookMs },
    burst: cycle.passed,
    burstMs: Math.max(0, tookMs - latencyMs),
    proven: 0,
    rounds: 0,
    spendings: askedMs > cheapPauseMs ? 1 : 0,
    sentBefore: sent,
  };
  return guessFromBurst(first, askedMs, latencyMs);
}

/** Where a limit was recalled, the first refusal shows whether it holds: so much must have passed. */
export function afterRecalled(state: LearnerState, refusal: Refusal): Belief {
  const { belief, cycle, passes } = state;
  const { nowMs, refusedRate } = refusal;
  const tookMs = nowMs - (state.firstSentAtMs ?? nowMs);
  const { stage, cap, burst, limit } = belief;
  const expected = stage === "capped" ? 10 * cap : savedShare * burst + (limit * tookMs) / 1_000;
  if (cycle.passed < 0.8 * expected)
    return afterFirst({ ...state, belief: { ...belief, cap: Number.POSITIVE_INFINITY } }, refusal);
  const higher = 0.9 * Math.min(refusedRate, passes.count(nowMs, 2_000) / 2);
  const confirmed = { ...belief, isRecalled: false };
  return stage === "known" && higher > 1.2 * limit ? { ...confirmed, limit: higher } : { ...confirmed, level: 2 };
}

export function afterGuess(state: LearnerState, refusal: Refusal): Belief {
  const { belief, cycle, sends } = state;
  const { askedMs, refusedRate } = refusal;
  if (looksCapped(state, refusal)) return keepToCap(state, refusal);
  if (cycle.fresh < fewestToTell && belief.start > 1) return { ...belief, start: Math.max(1, belief.start / 2) };
  const found = estimate(state, refusal.nowMs);
  const isAgreed = belief.proven > 0 && Math.max(found / belief.proven, belief.proven / found) <= agreeing;
  const proven = provenBy(found, belief);
  const hasSpent = belief.spendings === 1 && askedMs > cheapPauseMs && cycle.fresh >= savedShare * belief.burst;
  const told: Belief = {
    ...belief,
    mayBeInFlight: false,
    proven,
    limit: proven,
    spendings: hasSpent ? 2 : 0,
    sentBefore: hasSpent ? sends.total() : belief.sentBefore,
  };
  if (!isAgreed && !isNearOrDear(proven, refusal))
    return { ...told, start: Math.sqrt(proven * refusedRate), rounds: belief.rounds + 1 };
  const known = know(told, isAgreed ? 1 : 0);
  return isAgreed || askedMs > cheapPauseMs
    ? known
    : { ...known, limit: leaning(proven, Math.max(proven, refusedRate)) };
}

function provenBy(found: number, { proven, windowRate }: Belief): number {
  const isOfWindow = windowRate > 0 && found > windowRate * 0.9 && found < windowRate * 1.1;
  return Math.max(found, proven, isOfWindow ? windowRate : 0);
}

/** No need, or too dear, to search between the limit and what was refused. */
function isNearOrDear(limit: number, { refusedRate, askedMs }: Refusal): boolean {
  return refusedRate < 1.6 * limit || askedMs > cheapPauseMs;
}

/** Between what is proven and what was refused. */
function leaning(proven: number, refusedRate: number): number {
  return proven ** (1 - searchShare) * refusedRate ** searchShare;
}

/** Does this refusal, at a pace, look as if too many were in flight? As many as passed together before, and hardly more. */
function looksCapped({ belief, cycle, flights }: LearnerState, { inFlight, askedMs }: Refusal): boolean {
  if (!belief.mayBeInFlight || askedMs > cheapPauseMs) return false;
  const least = flights.passedTogether();
  if (least < 2 || inFlight <= least || inFlight > 2.5 * least + 1) return false;
  return flights.passedWithAtLeast(inFlight) <= Math.max(2, 0.7 * cycle.passed);
}

function keepToCap(state: LearnerState, { nowMs, inFlight, refusedRate }: Refusal): Belief {
  const proven = Math.max(state.belief.proven, estimate(state, nowMs));
  return {
    ...state.belief,
    stage: "capped",
    cap: inFlight - 1,
    doubts: 0,
    level: 2, // it is seldom too low
    limit: proven,
    proven,
    start: refusedRate,
  };
}

export function afterCapped(state: LearnerState, refusal: Refusal): Belief {
  const { belief, cycle, latencyMs } = state;
  const { cap } = belief;
  const hasServed = cycle.passed > 10 * cap && refusal.nowMs - cycle.emptyAtMs > 20 * latencyMs;
  if (refusal.inFlight > cap) return afterMoreThanCap(state, refusal, hasServed);
  const isNearCap = refusal.inFlight >= 0.8 * cap;
  if (hasServed && isNearCap && cap >= fewestToLower) return { ...belief, cap: cap - 1, doubts: 0 };
  const doubted = { ...belief, doubts: belief.doubts + 1 };
  if (doubted.doubts === 1 && isNearCap && cap >= fewestToLower / 2)
    return { ...doubted, cap: Math.max(1, Math.floor(0.9 * Math.min(refusal.inFlight, cap))) };
  return {
    ...asRate(doubted, estimate(state, refusal.nowMs), refusal),
    cap: hasServed ? cap : Number.POSITIVE_INFINITY,
  };
}

/** Every one that was tried beyond the cap and passed may be kept. */
function afterMoreThanCap({ belief, flights }: LearnerState, refusal: Refusal, hasServed: boolean): Belief {
  const tried = refusal.inFlight - 1;
  return {
    ...belief,
    cap: flights.passedWithAtLeast(tried) > 4 * refusal.inFlight ? tried : belief.cap,
    doubts: hasServed ? 0 : belief.doubts,
    level: belief.level + 1,
    start: Math.max(belief.start, refusal.refusedRate),
  };
}

/** It is no limit on calls in flight, or not that alone. */
function asRate(belief: Belief, found: number, refusal: Refusal): Belief {
  const rated: Belief = { ...belief, mayBeInFlight: false, limit: found, proven: found };
  if (isNearOrDear(found, refusal)) return know(rated, 0);
  return { ...rated, stage: "guess", start: Math.sqrt(found * refusal.refusedRate), rounds: 1 };
}

/** Of a limit that is known: in its hold, or in the search beyond it. */
export function afterKnown(state: LearnerState, refusal: Refusal): Belief {
  const sinceMs = refusal.nowMs - state.cycle.pauseEndsAtMs;
  const hold = holdMs(state.belief, state.cycle);
  return sinceMs - state.latencyMs >= hold
    ? afterSearch(state, refusal)
    : afterHold(state, refusal, sinceMs - state.latencyMs < hold / 4);
}

function afterSearch(state: LearnerState, { nowMs, refusedRate }: Refusal): Belief {
  const { belief } = state;
  const found = estimate(state, nowMs);
  const tried = bold(state, nowMs, refusedRate);
  if (found > agreeing * belief.limit)
    return { ...belief, limit: Math.max(found, tried), proven: found, level: 0, ceiling: Number.POSITIVE_INFINITY };
  const ceiling = refusedRate > belief.ceiling ? belief.ceiling * 1.01 : belief.ceiling;
  const proven = Math.max(found, Math.min(belief.limit, ceiling));
  const limit = Math.max(proven, leaning(proven, Math.min(refusedRate, ceiling)));
  const nothingFound: Belief = { ...belief, level: belief.level + 1, proven, shortHolds: 0 };
  return tried > 1.1 * limit
    ? { ...nothingFound, limit: tried, ceiling: Number.POSITIVE_INFINITY }
    : { ...nothingFound, limit, ceiling };
}

/** What passed of late is more than a window's refusals prove, and for a bucket part of it had been saved up: tried until it fails. */
function bold({ belief, cycle, passes }: LearnerState, nowMs: number, refusedRate: number): number {
  if (belief.hasOverleaned) return 0;
  const lengthMs = Math.max(2_000, Math.min(16_000, 4 * cycle.scaleMs));
  return 0.97 * Math.min(refusedRate, (passes.count(nowMs, lengthMs) * 1_000) / lengthMs);
}

function afterHold(state: LearnerState, { nowMs, refusedRate }: Refusal, isShort: boolean): Belief {
  const { belief, cycle } = state;
  const found = estimate(state, nowMs);
  const lengthMs = nowMs - cycle.emptyAtMs;
  const give = Math.min(0.06, Math.max(0.01, (0.4 * cycle.pauseMs) / lengthMs));
  const shortHolds = isShort ? belief.shortHolds + 1 : 0;
  const refused: Belief = {
    ...belief,
    ceiling: refusedRate * (1 - give),
    level: 10 * cycle.pauseMs > lengthMs ? Math.max(0, belief.level - 1) : belief.level,
    shortHolds,
  };
  if (belief.proven < 0.99 * belief.limit) {
    const proven = Math.max(found, belief.proven);
    return { ...refused, hasOverleaned: true, proven, limit: proven };
  }
  const perSecond = (cycle.passed * 1_000) / lengthMs;
  if (shortHolds >= 2 && perSecond <= 0.85 * belief.limit) return afterFall(refused, state, found, lengthMs);
  const proven = Math.max(found, belief.limit * (1 - give));
  return { ...refused, proven, limit: proven };
}

/** Refused twice in a row soon after the pause: the limit has fallen. */
function afterFall(belief: Belief, { cycle }: LearnerState, found: number, lengthMs: number): Belief {
  const isOnBurst = found > ((cycle.passed - slackCalls) * 1_000) / lengthMs;
  const proven = Math.max(leastPerSecond, (cycle.passed * 1_000) / lengthMs);
  const limit = Math.max(proven, fallShare * belief.limit);
  const fallen: Belief = {
    ...belief,
    proven,
    limit,
    level: 0,
    ceiling: Number.POSITIVE_INFINITY,
    burst: isOnBurst ? belief.burst * 1.5 : belief.burst,
  };
  return cycle.pauseMs <= cheapPauseMs ? { ...fallen, stage: "guess", start: limit, rounds: 0 } : fallen;
}

/** What the limit is at least, by all that passed since it was empty. */
function estimate({ belief, cycle, passes }: LearnerState, nowMs: number): number {
  const { burst, burstMs } = belief;
  const byCycle = ((cycle.passed - slackCalls) * 1_000) / (nowMs - cycle.emptyAtMs);
  let bySpending = 0;
  const shortestMs = Math.max(1_000, Math.min(cycle.scaleMs, longestScaleMs), 4 * burstMs);
  for (const { count, lengthMs } of passes.stretches(nowMs, cycle.pauseEndsAtMs)) {
    if (lengthMs < shortestMs || lengthMs <= burstMs) continue;
    bySpending = Math.max(bySpending, ((count - burst - slackCalls) * 1_000) / (lengthMs - burstMs));
  }
  return Math.max(byCycle, bySpending, leastPerSecond);
}
