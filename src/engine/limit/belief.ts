/** What is believed of a limit that Webex keeps and does not tell: plain values, replaced at a refusal. */
import type { LearnedLimit } from "../../model/learned-limit.ts";

export type Belief = {
  /** `free`: nothing was refused. `guess`: a first round between what is sure and what was tried. `known`: hold, then search beyond. `capped`: so many in flight. */
  readonly stage: "free" | "guess" | "known" | "capped";
  /** Comes from an earlier run, and nothing was refused in this one. */
  readonly isRecalled: boolean;
  /** Calls per second. */
  readonly limit: number;
  /** Of the limit, what is no guess. */
  readonly proven: number;
  /** A rate that was refused in a hold, less something. */
  readonly ceiling: number;
  /** Searches that found nothing new: each doubles the next hold. */
  readonly level: number;
  /** Holds in a row that were refused right after their pause. */
  readonly shortHolds: number;
  /** What was tried beyond the proven was refused in a hold. */
  readonly hasOverleaned: boolean;
  /** Of guesses. */
  readonly rounds: number;
  /** The rate that a guess begins with. */
  readonly start: number;
  /** Passed before the first refusal, and the time that it took less one latency. */
  readonly burst: number;
  readonly burstMs: number;
  /** If the burst was a window's: calls per second of it. */
  readonly windowRate: number;
  /** The first refusal of all: when, how long after the first call, and at how many calls per second. */
  readonly first: { readonly atMs: number; readonly tookMs: number; readonly tried: number };
  /** May the limit be one on calls in flight? Until the refusals say that it is not. */
  readonly mayBeInFlight: boolean;
  readonly cap: number;
  /** Refusals in a row that the cap should have kept away. */
  readonly doubts: number;
  /** Pauses after which what was saved up was, or is, spent at once; and the calls that were sent before the last of them ended. */
  readonly spendings: number;
  readonly sentBefore: number;
};

export const leastPerSecond = 0.1;
/** Of a stretch of calls: one token of rounding, and half a call of jitter. */
export const slackCalls = 1.5;
/** A pause that costs more is too dear to search by halves. */
export const cheapPauseMs = 2_500;
/** Of a burst that was seen before, so much is taken at once: it may not all be there again. */
export const savedShare = 0.9;
/** The first guess is exact for a bucket that saves up so much. */
const savedMs = 1_000;

const nothingKnown: Belief = {
  stage: "free",
  isRecalled: false,
  limit: Number.POSITIVE_INFINITY,
  proven: 0,
  ceiling: Number.POSITIVE_INFINITY,
  level: 0,
  shortHolds: 0,
  hasOverleaned: false,
  rounds: 0,
  start: 0,
  burst: 0,
  burstMs: 0,
  windowRate: 0,
  first: { atMs: Number.NEGATIVE_INFINITY, tookMs: 0, tried: 0 },
  mayBeInFlight: false,
  cap: Number.POSITIVE_INFINITY,
  doubts: 0,
  spendings: 0,
  sentBefore: 0,
};

/** As long as nothing was refused, what was learned before is all that is known. */
export function recall(learned: LearnedLimit | undefined): Belief {
  if (!learned) return nothingKnown;
  return {
    ...nothingKnown,
    stage: learned.kind === "in_flight" ? "capped" : "known",
    isRecalled: true,
    limit: learned.perSecond,
    proven: learned.perSecond,
    start: learned.perSecond,
    burst: learned.burst,
    cap: learned.inFlight ?? nothingKnown.cap,
  };
}

/** The rate is near enough to the limit to hold it. */
export function know(belief: Belief, level: number): Belief {
  return { ...belief, stage: "known", level, ceiling: Number.POSITIVE_INFINITY, shortHolds: 0 };
}

/** The guess that the burst allows. What was in flight at the first refusal may still pass, and belongs to what had been saved up. */
export function guessFromBurst(belief: Belief, pauseMs: number, latencyMs: number): Belief {
  const { burst, first } = belief;
  const limit = Math.max(1, (burst * 1_000) / (first.tookMs + savedMs));
  const windowRate = (burst * 1_000) / (first.tookMs + pauseMs);
  const tried = Math.max(limit, first.tried);
  const boldness = 0.5 * Math.min(1, 250 / Math.max(1, latencyMs));
  const start = pauseMs > cheapPauseMs ? limit : limit * (tried / limit) ** boldness;
  return { ...belief, limit, windowRate, start };
}

/** What the limit looks like; undefined when nothing was refused. `measured`: calls per second that are sent now. */
export function learnedFrom(belief: Belief, measured: () => number): LearnedLimit | undefined {
  const { stage, limit, burst, cap, windowRate } = belief;
  if (stage === "free" || belief.isRecalled) return undefined;
  const saved = Math.max(0, Math.floor(burst - (limit * belief.burstMs) / 1_000));
  if (stage === "capped") {
    const perSecond = Math.max(limit, measured(), belief.start);
    return { kind: "in_flight", perSecond, burst: Math.min(saved, cap), inFlight: cap };
  }
  const perSecond = stage === "guess" ? Math.max(limit, measured()) : limit;
  const isWindow = windowRate > 0 && burst > 2.5 * perSecond && Math.abs(windowRate / perSecond - 1) < 0.1;
  if (isWindow) return { kind: "window", perSecond, burst, windowSeconds: Math.round((burst / perSecond) * 10) / 10 };
  return { kind: saved > Math.max(3, 0.3 * perSecond) ? "burst" : "rate", perSecond, burst: saved };
}
