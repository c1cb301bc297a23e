/** From one refusal, at which the limiter is empty, to the next: when it began, what passed since, and its pause. */

export type Cycle = {
  /** The refusal that began it. */
  readonly emptyAtMs: number;
  readonly passed: number;
  /** Of these, the ones that left after the refusal. */
  readonly fresh: number;
  readonly pauseMs: number;
  readonly pauseEndsAtMs: number;
  /** The pauses of late: the time in which the limit shows itself. */
  readonly scaleMs: number;
  /** Of the rate, so much is kept to for the moment. */
  readonly brake: number;
  readonly brakedAtMs: number;
};

/** Kept of the scale from cycle to cycle. */
const scaleKept = 0.7;

/** Before the first refusal. */
export function firstCycle(nowMs: number): Cycle {
  return {
    emptyAtMs: nowMs,
    passed: 0,
    fresh: 0,
    pauseMs: 0,
    pauseEndsAtMs: nowMs,
    scaleMs: 0,
    brake: 1,
    brakedAtMs: Number.NEGATIVE_INFINITY,
  };
}

export function nextCycle(cycle: Cycle, nowMs: number, pauseMs: number): Cycle {
  return {
    emptyAtMs: nowMs,
    passed: 0,
    fresh: 0,
    pauseMs,
    pauseEndsAtMs: Math.max(cycle.pauseEndsAtMs, nowMs + pauseMs),
    scaleMs: Math.max(pauseMs, scaleKept * cycle.scaleMs),
    brake: 1,
    brakedAtMs: cycle.brakedAtMs,
  };
}

export function withPass(cycle: Cycle, sentAtMs: number): Cycle {
  return { ...cycle, passed: cycle.passed + 1, fresh: sentAtMs > cycle.emptyAtMs ? cycle.fresh + 1 : cycle.fresh };
}

export function withPauseUntil(cycle: Cycle, atMs: number): Cycle {
  return { ...cycle, pauseEndsAtMs: Math.max(cycle.pauseEndsAtMs, atMs) };
}

/** The same refusal once more: what was in flight with it is refused too. */
export function withLongerPause(cycle: Cycle, nowMs: number, pauseMs: number): Cycle {
  return {
    ...withPauseUntil(cycle, nowMs + pauseMs),
    pauseMs: Math.max(cycle.pauseMs, pauseMs),
    scaleMs: Math.max(cycle.scaleMs, pauseMs),
  };
}

/** A cycle that was refused sooner tells nothing of the rate. */
export function shortestCycleMs(latencyMs: number): number {
  return Math.max(1_000, 2 * latencyMs);
}

/** Refused too soon after the last refusal: slower for a moment, at most once per latency. */
export function withBrake(cycle: Cycle, nowMs: number, latencyMs: number): Cycle {
  if (nowMs - cycle.brakedAtMs < latencyMs) return cycle;
  return { ...cycle, brake: Math.max(0.4, cycle.brake * 0.8), brakedAtMs: nowMs };
}

/** What is kept to of the rate now. */
export function brakeAt(nowMs: number, cycle: Cycle, latencyMs: number): number {
  const isBraked = cycle.brake < 1 && nowMs < cycle.emptyAtMs + 2 * shortestCycleMs(latencyMs);
  return isBraked ? cycle.brake : 1;
}
