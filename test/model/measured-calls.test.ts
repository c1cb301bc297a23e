import { describe, expect, it } from "vitest";
import type { LearnedLimit } from "../../src/model/learned-limit.ts";
import { spreadOf, writtenLimit } from "../../src/model/measured-calls.ts";
import { parseLimit } from "../../src/simulator/limits.ts";

describe("a learned limit", () => {
  it.each<[LearnedLimit, string]>([
    [{ kind: "rate", perSecond: 19.996, burst: 0 }, "20/s"],
    [{ kind: "burst", perSecond: 9.5, burst: 40.4 }, "9.5/s,burst=40"],
    [{ kind: "window", perSecond: 5, burst: 300, windowSeconds: 60 }, "300/60s"],
    [{ kind: "in_flight", perSecond: 12, burst: 0, inFlight: 8 }, "8-in-flight"],
  ])("is written as the simulator reads it: %j", (limit, written) => {
    expect(writtenLimit(limit)).toBe(written);
    expect(() => parseLimit(written)).not.toThrow();
  });
});

it("spreads as far as its values differ", () => {
  expect(spreadOf([])).toEqual({ mean: 0, deviation: 0 });
  expect(spreadOf([1, 3])).toEqual({ mean: 2, deviation: 1 });
});
