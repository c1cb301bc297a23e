/** How fast to go, and with how many in flight, by what is believed of the limit: reads the state, changes nothing. */
import { type Belief, leastPerSecond, savedShare } from "./belief.ts";
import { brakeAt, type Cycle } from "./cycle.ts";
import type { FlightRecord } from "./flight-record.ts";
import type { PassCounter } from "./pass-counter.ts";

/** All that a limit is judged by: what is believed of it, what happened since the last refusal, and what was counted. */
export type LearnerState = {
  belief: Belief;
  cycle: Cycle;
  latencyMs: number;
  firstSentAtMs: number | undefined;
  readonly passes: PassCounter;
  readonly sends: PassCounter;
  readonly flights: FlightRecord;
};

/** A hold creeps so far over the estimate, slowly. */
const creepShare = 0.03;
/** While what was saved up is spent, so many in flight: if it is not there, no more are refused. */
const mostWhileSpending = 10;
/** Soon after a recalled burst the search begins: the limit may have risen since. */
const recalledHoldMs = 5_000;

/** Calls per second to keep to now; Infinity as long as nothing was refused. */
export function rateAt(nowMs: number, state: LearnerState): number {
  return Math.max(leastPerSecond, unbrakedRate(nowMs, state) * brakeAt(nowMs, state.cycle, state.latencyMs));
}

function unbrakedRate(nowMs: number, state: LearnerState): number {
  const { belief, sends } = state;
  if (belief.stage === "free" || isSpending(state)) return Number.POSITIVE_INFINITY;
  if (belief.isRecalled && sends.total() < savedShare * belief.burst) return Number.POSITIVE_INFINITY;
  if (belief.stage === "capped") return rateOfCap(nowMs, state);
  return belief.stage === "guess" ? rateOfGuess(nowMs, state) : rateOfHold(nowMs, state);
}

/** Where calls in flight are limited, their rate soon is not. */
function rateOfCap(nowMs: number, state: LearnerState): number {
  const doublings = (sinceMs(nowMs, state) / guessDoublingMs(state)) ** 2;
  return state.belief.start * 2 ** Math.min(60, doublings);
}

/** Faster and faster, but never far beyond what is really sent. */
function rateOfGuess(nowMs: number, state: LearnerState): number {
  const { start, rounds } = state.belief;
  const doublingMs = guessDoublingMs(state) * 2 ** rounds;
  const grown = start * 2 ** ((sinceMs(nowMs, state) / doublingMs) ** 2);
  return Math.max(start, Math.min(grown, 2 * measuredRate(nowMs, state)));
}

/** First the limit, and when that was held long enough, a search beyond it. */
function rateOfHold(nowMs: number, state: LearnerState): number {
  const { belief, cycle, latencyMs } = state;
  const since = sinceMs(nowMs, state);
  const hold = holdMs(belief, cycle);
  const margin = Math.min(0.03, 0.3 / Math.sqrt(Math.max(1, belief.burst)));
  const crept = 1 - margin + (creepShare + margin) * Math.min(1, since / hold);
  const held = Math.min(belief.ceiling, limitAt(nowMs, belief, cycle) * crept);
  if (since < hold) return held;
  const doublingMs = belief.isRecalled ? recalledHoldMs : Math.max(8_000, 3 * cycle.scaleMs, 6 * latencyMs);
  const grown = held * 2 ** (((since - hold) / doublingMs) ** 2);
  return Math.max(held, Math.min(grown, 2 * measuredRate(nowMs, state)));
}

/** Calls in flight to keep to now. So many more than the cap are tried after a hold; the longer nothing is refused, the more. */
export function mostInFlightAt(nowMs: number, state: LearnerState): number {
  const { belief, cycle, latencyMs } = state;
  if (belief.stage !== "free" && isSpending(state)) return Math.min(belief.cap, mostWhileSpending);
  if (belief.stage !== "capped") return belief.cap;
  const beyondMs = nowMs - cycle.pauseEndsAtMs - holdMs(belief, cycle);
  if (beyondMs < 0) return belief.cap;
  return belief.cap + 1 + Math.floor((beyondMs / Math.max(2_000, 10 * latencyMs, cycle.scaleMs)) ** 2);
}

/** How long a rate is held before more is tried. */
export function holdMs(belief: Belief, { scaleMs }: Cycle): number {
  if (belief.isRecalled) return recalledHoldMs;
  const { limit, level } = belief;
  const longest = Math.min(900_000, Math.max(15_000, 600_000 / limit, 25 * scaleMs)) * (1 + Math.max(0, level - 4) / 4);
  return Math.min(longest, Math.max(6_000, 6 * scaleMs) * 2 ** level);
}

/** After a long pause what had been saved up, or the next window, is there at once: waiting for it by a pace would cost as long again. */
export function isSpending({ belief, sends }: LearnerState): boolean {
  return belief.spendings > 0 && sends.total() - belief.sentBefore < savedShare * belief.burst;
}

/** Calls per second that are sent now. */
export function measuredRate(nowMs: number, { sends }: LearnerState): number {
  return sends.count(nowMs, 2_000) / 2;
}

/** The limit, or more when more passed since the last refusal. */
function limitAt(nowMs: number, { limit, isRecalled }: Belief, { passed, emptyAtMs }: Cycle): number {
  const shown = passed > 20 && !isRecalled ? (passed * 1_000) / Math.max(1, nowMs - emptyAtMs) : 0;
  return Math.max(limit, shown);
}

function guessDoublingMs({ cycle, latencyMs }: LearnerState): number {
  return Math.max(3_500, 3 * cycle.scaleMs, 4 * latencyMs);
}

function sinceMs(nowMs: number, { cycle }: LearnerState): number {
  return Math.max(0, nowMs - cycle.pauseEndsAtMs);
}
