import { describe, expect, it } from "vitest";
import { decide, defaultRetryLimits, type RetryLimits } from "../../src/engine/retry-delay.ts";
import type { Failure } from "../../src/model/outcome.ts";
import { verbatim } from "../../src/model/words/text.ts";

const limits: RetryLimits = {
  tries: 8,
  timeMs: 600_000,
  maxWaitMs: 900_000,
  firstDelayMs: 500,
  settlingMs: 60_000,
  longestDelayMs: 30_000,
};
const lowest = () => 0;
const highest = () => 0.999_999;

function failure(kind: Failure["kind"], given: Partial<Failure> = {}): Failure {
  return { kind, sent: true, message: verbatim("what Webex said"), ...given };
}

describe("after a failure", () => {
  it("the operation is given up when Webex refuses it, however often it was tried", () => {
    for (const tries of [1, 2, 100]) {
      expect(decide(failure("rejected"), tries, limits, lowest)).toEqual({ kind: "give_up" });
    }
  });

  it("the run stops when the token is not accepted, and says so", () => {
    const verdict = decide(failure("unauthorized"), 1, limits, lowest);
    expect(verdict).toEqual({ kind: "stop", reason: expect.stringContaining("what Webex said") });
  });

  it.each([
    [1, 250, 500],
    [2, 500, 1_000],
    [3, 1_000, 2_000],
    [4, 2_000, 4_000],
    [6, 8_000, 16_000],
    [7, 15_000, 30_000],
  ])("try %i is repeated after %i to %i ms", (tries, fromMs, toMs) => {
    for (const kind of ["unavailable", "contract"] as const) {
      expect(decide(failure(kind), tries, limits, lowest)).toEqual({ kind: "again", delayMs: fromMs });
      expect(decide(failure(kind), tries, limits, highest)).toEqual({ kind: "again", delayMs: toMs });
    }
  });

  it("the operation is given up when the tries are used up and Webex had it each time", () => {
    expect(decide(failure("unavailable"), 8, limits, lowest)).toEqual({ kind: "give_up" });
    expect(decide(failure("contract"), 8, limits, lowest)).toEqual({ kind: "give_up" });
  });

  it("the operation is given up when its time is used up", () => {
    expect(decide(failure("unavailable"), 2, limits, lowest, 599_999)).toMatchObject({ kind: "again" });
    expect(decide(failure("unavailable"), 2, limits, lowest, 600_000)).toEqual({ kind: "give_up" });
    expect(decide(failure("throttled", { retryAfterMs: 5 }), 2, limits, lowest, 600_000)).toMatchObject({
      kind: "again",
    });
  });

  it("the run stops when the tries are used up and nothing has ever reached Webex", () => {
    const verdict = decide(failure("unavailable", { sent: false }), 8, limits, lowest);
    expect(verdict).toEqual({ kind: "stop", reason: expect.stringContaining("cannot be reached") });
  });

  it.each([
    [0, 0],
    [1_000, 1_000],
    [900_000, 900_000],
    [undefined, 5_000],
  ])("throttling that asks for %s ms is waited for exactly, for %i ms", (retryAfterMs, delayMs) => {
    const throttled = failure("throttled", retryAfterMs === undefined ? {} : { retryAfterMs });
    for (const tries of [0, 1, 1_000]) {
      expect(decide(throttled, tries, limits, highest)).toEqual({ kind: "again", delayMs });
    }
  });

  it("the run stops when Webex asks for more time than the limit, and says how much", () => {
    const verdict = decide(failure("throttled", { retryAfterMs: 900_001 }), 1, limits, lowest);
    expect(verdict).toEqual({ kind: "stop", reason: expect.stringContaining("16 min") });
  });

  it.each([
    [900_001, "16 min"],
    [7_200_001, "2.1 h"],
    [12 * 86_400_000, "12 days"],
    [10 * 365 * 86_400_000, "3\u00a0650 days"],
  ])("a wait of %i ms is shown as %s", (retryAfterMs, words) => {
    const verdict = decide(failure("throttled", { retryAfterMs }), 1, limits, lowest);
    expect(verdict).toEqual({ kind: "stop", reason: expect.stringContaining(words) });
  });

  it("a locked object is asked for again alone, until it was locked as long as anybody waits", () => {
    const locked = failure("locked", { retryAfterMs: 60_000 });
    expect(decide(locked, 0, limits, highest, 0)).toEqual({ kind: "again", delayMs: 60_000 });
    expect(decide(locked, 0, limits, highest, 840_000)).toEqual({ kind: "again", delayMs: 60_000 });
    expect(decide(locked, 0, limits, highest, 840_001)).toEqual({ kind: "give_up" });
    expect(decide(failure("locked"), 0, limits, highest)).toEqual({ kind: "again", delayMs: 5_000 });
    expect(decide(failure("locked", { retryAfterMs: 0 }), 0, limits, highest)).toEqual({
      kind: "again",
      delayMs: 1_000,
    });
  });

  it("what is not the weather is tried three times, and not for a minute", () => {
    const lasting = failure("contract", { isLasting: true });
    expect(decide(lasting, 2, limits, lowest)).toMatchObject({ kind: "again" });
    expect(decide(lasting, 3, limits, lowest)).toEqual({ kind: "give_up" });
    expect(decide({ ...lasting, sent: false }, 3, limits, lowest)).toMatchObject({ kind: "stop" });
  });

  it("an operation is waited for about a minute by default, before it counts as unreachable", () => {
    let waitedMs = 0;
    for (let tries = 1; tries < 100; tries += 1) {
      const verdict = decide(failure("unavailable", { sent: false }), tries, defaultRetryLimits, () => 0.5);
      if (verdict.kind !== "again") break;
      waitedMs += verdict.delayMs;
    }
    expect(waitedMs).toBeGreaterThan(30_000);
    expect(waitedMs).toBeLessThan(120_000);
  });
});
