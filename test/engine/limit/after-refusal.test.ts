import { describe, expect, it } from "vitest";
import {
  afterCapped,
  afterFirst,
  afterGuess,
  afterKnown,
  afterRecalled,
} from "../../../src/engine/limit/after-refusal.ts";
import { type Belief, know, learnedFrom, recall } from "../../../src/engine/limit/belief.ts";
import { type Cycle, firstCycle } from "../../../src/engine/limit/cycle.ts";
import { createFlightRecord } from "../../../src/engine/limit/flight-record.ts";
import { holdMs, type LearnerState } from "../../../src/engine/limit/pace.ts";
import { createPassCounter } from "../../../src/engine/limit/pass-counter.ts";

const unknown = recall(undefined);

/** A state in which `perSecond` calls, one in flight, passed every second from 0 until `nowMs`. */
function stateAfter(nowMs: number, perSecond: number, belief: Belief, cycle: Partial<Cycle> = {}): LearnerState {
  const [passes, sends, flights] = [createPassCounter(), createPassCounter(), createFlightRecord()];
  const passed = (nowMs * perSecond) / 1_000;
  for (let each = 0; each < passed; each += 1) {
    const atMs = (each * 1_000) / perSecond;
    passes.add(atMs);
    sends.add(atMs);
    flights.passed({ sentAtMs: atMs, inFlight: 1 }, atMs);
  }
  return {
    belief,
    cycle: { ...firstCycle(0), passed, fresh: passed, ...cycle },
    latencyMs: 100,
    firstSentAtMs: 0,
    passes,
    sends,
    flights,
  };
}

const refusedAt = (nowMs: number, refusedRate: number, inFlight = 1, askedMs = 1_000) => ({
  nowMs,
  askedMs,
  inFlight,
  refusedRate,
});

describe("after the first refusal", () => {
  it("the limit is guessed from what had passed, as if a second of it had been saved up", () => {
    const belief = afterFirst(stateAfter(4_000, 50, unknown), refusedAt(4_000, 50));
    expect(belief).toMatchObject({ stage: "guess", burst: 200, limit: 200 / 5, proven: 0 });
    expect(belief.start).toBeGreaterThan(belief.limit);
  });

  it("whose pause is long the guess begins at the limit, and what was saved up is spent at once", () => {
    const belief = afterFirst(stateAfter(4_000, 50, unknown), refusedAt(4_000, 50, 1, 30_000));
    expect(belief).toMatchObject({ start: belief.limit, spendings: 1 });
  });
});

describe("after the refusal of a guess", () => {
  it("far beyond what passed, the next begins in the middle", () => {
    const guess: Belief = { ...unknown, stage: "guess", proven: 4, limit: 4, start: 4 };
    const belief = afterGuess(stateAfter(10_000, 10, guess), refusedAt(10_000, 90));
    expect(belief).toMatchObject({ stage: "guess", rounds: 1, start: Math.sqrt(belief.limit * 90) });
    expect(belief.limit).toBeCloseTo(10, 0);
  });

  it("that came after hardly a pass, the next begins at half the rate", () => {
    const guess: Belief = { ...unknown, stage: "guess", start: 40 };
    expect(afterGuess(stateAfter(2_000, 2, guess), refusedAt(2_000, 40))).toEqual({ ...guess, start: 20 });
  });

  it("that agrees with the last one, the limit is known", () => {
    const guess: Belief = { ...unknown, stage: "guess", proven: 10, limit: 10, start: 10 };
    const belief = afterGuess(stateAfter(60_000, 10.2, guess), refusedAt(60_000, 40));
    expect(belief.stage).toBe("known");
    expect(belief.limit).toBeCloseTo(10.2, 1);
  });
});

describe("after the refusal of a known limit", () => {
  const known = know({ ...unknown, limit: 20, proven: 20 }, 1);

  it("in its hold, the limit gives in a little", () => {
    const belief = afterKnown(stateAfter(8_000, 18, known), refusedAt(8_000, 20));
    expect(belief).toMatchObject({ stage: "known", shortHolds: 0 });
    expect(belief.limit).toBeGreaterThan(18);
    expect(belief.limit).toBeLessThan(20);
  });

  it("twice in a row soon after the pause, with less passed, the limit has fallen", () => {
    const short = { ...known, shortHolds: 1 };
    const cycle = { pauseMs: 1_000, pauseEndsAtMs: 1_000 };
    const belief = afterKnown(stateAfter(2_000, 5, short, cycle), refusedAt(2_000, 20));
    expect(belief).toMatchObject({ stage: "guess", limit: 14, start: 14, proven: 5, rounds: 0 });
  });

  it("in the search beyond it, where more passed than the limit, the limit is what passed", () => {
    const nowMs = holdMs(known, firstCycle(0)) + 4_000;
    const belief = afterKnown(stateAfter(nowMs, 30, known), refusedAt(nowMs, 30));
    expect(belief.level).toBe(0);
    expect(belief.limit).toBeCloseTo(30, 0);
  });

  it("in a search that found nothing, the next hold is twice as long", () => {
    const nowMs = holdMs(known, firstCycle(0)) + 2_000;
    const belief = afterKnown(stateAfter(nowMs, 19, known), refusedAt(nowMs, 24));
    expect(holdMs(belief, firstCycle(0))).toBe(2 * holdMs(known, firstCycle(0)));
  });
});

describe("after the refusal of a cap on calls in flight", () => {
  const capped: Belief = { ...unknown, stage: "capped", cap: 10, limit: 5, proven: 5, mayBeInFlight: true };

  it("that has served, one fewer is in flight", () => {
    expect(afterCapped(stateAfter(10_000, 50, capped), refusedAt(10_000, 50, 10)).cap).toBe(9);
  });

  it("twice in a row that it should have kept away, the limit is taken for one of the rate", () => {
    const once = afterCapped(stateAfter(1_000, 50, capped), refusedAt(1_000, 50, 10));
    expect(once).toMatchObject({ stage: "capped", cap: 9, doubts: 1 });
    const twice = afterCapped(stateAfter(1_000, 50, once), refusedAt(1_000, 50, 9));
    expect(twice).toMatchObject({ stage: "known", cap: Number.POSITIVE_INFINITY, mayBeInFlight: false });
  });
});

describe("after the first refusal of a run that recalls a limit", () => {
  const recalled = recall({ kind: "rate", perSecond: 20, burst: 0 });

  it("the limit is kept when about as much passed as it says", () => {
    expect(afterRecalled(stateAfter(10_000, 19, recalled), refusedAt(10_000, 20))).toMatchObject({
      stage: "known",
      limit: 20,
      isRecalled: false,
    });
  });

  it("the limit is forgotten when far less passed", () => {
    const belief = afterRecalled(stateAfter(10_000, 4, recalled), refusedAt(10_000, 20));
    expect(belief).toMatchObject({ stage: "guess", isRecalled: false, burst: 40 });
  });

  it("and until then nothing is learned of it", () => {
    expect(learnedFrom(recalled, () => 20)).toBeUndefined();
    expect(learnedFrom({ ...recalled, isRecalled: false }, () => 20)).toMatchObject({ kind: "rate", perSecond: 20 });
  });
});
