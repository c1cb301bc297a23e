import { describe, expect, it } from "vitest";
import { createLimitLearner } from "../../../src/engine/limit/limit-learner.ts";

/**
 * `together` calls leave at once and pass, and the next ones are refused for a second; then one leaves every 12 ms and
 * passes, until one is refused that has `refusedWith` in flight.
 */
function learnFrom(together: number, refusedWith: number) {
  const learner = createLimitLearner();
  const pass = (sentAtMs: number, inFlight: number) => learner.passed(sentAtMs + 60, { sentAtMs, inFlight });
  const wave = Array.from({ length: together }, (_, index) => index + 1);
  for (const _ of wave) learner.sent(0);
  for (const inFlight of wave) pass(0, inFlight);
  learner.sent(60);
  learner.refused(120, 1_000, { sentAtMs: 60, inFlight: together + 1 });
  for (let atMs = 1_200; atMs < 5_000; atMs += 12) {
    learner.sent(atMs);
    pass(atMs, 3);
  }
  learner.refused(5_060, 1_000, { sentAtMs: 5_000, inFlight: refusedWith });
  return learner.mostInFlight(6_100);
}

describe("a refusal at a pace", () => {
  it("with one more in flight than ever passed together is one of too many in flight", () => {
    expect(learnFrom(5, 6)).toBe(5);
  });

  it.each([10, 9])("with %i in flight, where ten have passed together, is one of the rate", (refusedWith) => {
    expect(learnFrom(10, refusedWith)).toBe(Number.POSITIVE_INFINITY);
  });

  it("with far more in flight than passed together is one of the rate", () => {
    expect(learnFrom(5, 40)).toBe(Number.POSITIVE_INFINITY);
  });
});
