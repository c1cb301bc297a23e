/** Learns the limit that Webex keeps and does not tell, of whatever kind, from what passes and what is refused. Pure but for the times it is told; waits for nothing. */
import type { LearnedLimit } from "../../model/learned-limit.ts";
import type { Ticket } from "../../model/ports.ts";
import { afterCapped, afterFirst, afterGuess, afterKnown, afterRecalled, type Refusal } from "./after-refusal.ts";
import { type Belief, guessFromBurst, learnedFrom, recall } from "./belief.ts";
import {
  firstCycle,
  nextCycle,
  shortestCycleMs,
  withBrake,
  withLongerPause,
  withPass,
  withPauseUntil,
} from "./cycle.ts";
import { createFlightRecord } from "./flight-record.ts";
import { isSpending, type LearnerState, measuredRate, mostInFlightAt, rateAt } from "./pace.ts";
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

/** `mostPerSecond`: the user's own cap. `recalled`: what was learned before; if it is wrong, it is forgotten at the first refusal. */
export function createLimitLearner(mostPerSecond = Number.POSITIVE_INFINITY, recalled?: LearnedLimit): LimitLearner {
  const state: LearnerState = {
    belief: recall(recalled),
    cycle: firstCycle(0),
    latencyMs: 0,
    firstSentAtMs: undefined,
    passes: createPassCounter(),
    sends: createPassCounter(),
    flights: createFlightRecord(),
  };
  return {
    sent(nowMs) {
      if (state.firstSentAtMs === undefined) {
        state.firstSentAtMs = nowMs;
        state.cycle = firstCycle(nowMs);
      }
      state.sends.add(nowMs);
    },
    passed: (nowMs, ticket) => countPass(state, nowMs, ticket),
    refused(nowMs, askedMs, ticket) {
      const belief = believeAfter(state, nowMs, askedMs, ticket, mostPerSecond);
      if (!belief) return;
      state.belief = belief;
      state.cycle = nextCycle(state.cycle, nowMs, askedMs);
      state.flights.beginCycle();
    },
    ratePerSecond: (nowMs) => rateAt(nowMs, state),
    mostInFlight: (nowMs) => mostInFlightAt(nowMs, state),
    learned: (nowMs) => learnedFrom(state.belief, () => measuredRate(nowMs, state)),
  };
}

function countPass(state: LearnerState, nowMs: number, ticket: Ticket): void {
  const { sentAtMs } = ticket;
  const { stage, first } = state.belief;
  state.flights.passed(ticket, nowMs);
  state.latencyMs += (nowMs - sentAtMs - state.latencyMs) / (state.latencyMs === 0 ? 1 : 16);
  state.cycle = withPass(state.cycle, sentAtMs);
  state.passes.add(nowMs);
  const isOfFirst = sentAtMs <= first.atMs;
  if (stage === "free" || isOfFirst) state.flights.passedFirst(ticket, nowMs);
  if (!isOfFirst || stage !== "guess") return;
  const counted = { ...state.belief, burst: state.belief.burst + 1 };
  state.belief = guessFromBurst(counted, state.cycle.pauseMs, state.latencyMs);
}

/** What is believed after this refusal; undefined when it belongs to the last one and only its pause, or a brake, comes of it. */
function believeAfter(
  state: LearnerState,
  nowMs: number,
  askedMs: number,
  { sentAtMs, inFlight }: Ticket,
  mostPerSecond: number,
): Belief | undefined {
  const { stage, isRecalled } = state.belief;
  if (state.latencyMs === 0) state.latencyMs = nowMs - sentAtMs;
  const { cycle, latencyMs } = state;
  if (nowMs < cycle.pauseEndsAtMs || (stage !== "free" && sentAtMs <= cycle.emptyAtMs)) {
    state.cycle = withLongerPause(cycle, nowMs, askedMs);
    return;
  }
  if (isRecalled) {
    const refusedRate = Math.min(mostPerSecond, rateAt(nowMs - latencyMs, state));
    return afterRecalled(state, { nowMs, askedMs, inFlight, refusedRate });
  }
  if (stage === "free") return afterFirst(state, { nowMs, askedMs, inFlight });
  // the pause was too short, or somebody else is at it: that tells nothing of our pace, nor of the time in which it shows
  if (cycle.fresh === 0) {
    state.cycle = withPauseUntil(cycle, nowMs + askedMs);
    return;
  }
  if (isSpending(state)) state.belief = { ...state.belief, spendings: 0 };
  if (nowMs - cycle.emptyAtMs < shortestCycleMs(latencyMs)) {
    state.cycle = withLongerPause(withBrake(cycle, nowMs, latencyMs), nowMs, askedMs);
    return;
  }
  return afterStage[stage](state, {
    nowMs,
    askedMs,
    inFlight,
    refusedRate: triedRate(state, nowMs, mostPerSecond),
  });
}

const afterStage = {
  guess: afterGuess,
  capped: afterCapped,
  known: afterKnown,
} satisfies Record<Exclude<Belief["stage"], "free">, (state: LearnerState, refusal: Refusal) => Belief>;

/** Calls per second that were tried when this refusal was sent, and hardly more than passed. */
function triedRate(state: LearnerState, nowMs: number, mostPerSecond: number): number {
  const passedRate = state.passes.count(nowMs, 2_000) / 2;
  return Math.min(
    mostPerSecond,
    rateAt(nowMs - state.latencyMs, state),
    Math.max(state.belief.limit, 1.5 * passedRate),
  );
}
