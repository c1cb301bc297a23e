import { describe, expect, it } from "vitest";
import { type Limit, parseLimit } from "../../src/simulator/limits.ts";

/** How many of so many requests pass at that time. */
function ask(limit: Limit, count: number, nowMs: number): number {
  let passed = 0;
  for (let each = 0; each < count; each += 1) {
    if (limit.waitMs(nowMs) > 0) continue;
    limit.take(nowMs);
    passed += 1;
  }
  return passed;
}

describe("a limit", () => {
  it.each(["100", "100/s", " 100/S "])("%s lets a second's worth pass at once, and so many per second", (written) => {
    const limit = parseLimit(written)();
    expect(ask(limit, 200, 0)).toBe(100);
    expect(limit.waitMs(0)).toBe(10);
    expect(ask(limit, 200, 500)).toBe(50);
    expect(ask(limit, 200, 60_000)).toBe(100);
  });

  it("with a burst saves up no more than that", () => {
    const limit = parseLimit("100/s,burst=10")();
    expect([0, 1_000, 1_050].map((nowMs) => ask(limit, 50, nowMs))).toEqual([10, 10, 5]);
  });

  it("per window begins anew when the window has ended", () => {
    const limit = parseLimit("300/60s")();
    expect(ask(limit, 500, 5_000)).toBe(300);
    expect(limit.waitMs(30_000)).toBe(35_000);
    expect(ask(limit, 500, 64_999)).toBe(0);
    expect(ask(limit, 500, 65_000)).toBe(300);
  });

  it("per sliding window holds for every stretch of its length", () => {
    const limit = parseLimit("3/10s,sliding")();
    expect([0, 4_000, 8_000, 9_000].map((nowMs) => ask(limit, 1, nowMs))).toEqual([1, 1, 1, 0]);
    expect(limit.waitMs(9_000)).toBe(1_000);
    expect([10_000, 11_000, 14_000].map((nowMs) => ask(limit, 2, nowMs))).toEqual([1, 0, 1]);
  });

  it("on requests in flight lets the next one pass when one is answered", () => {
    const limit = parseLimit("5-in-flight")();
    expect(ask(limit, 9, 0)).toBe(5);
    expect(ask(limit, 9, 60_000)).toBe(0);
    limit.give();
    expect(ask(limit, 9, 60_000)).toBe(1);
  });

  it("of several parts holds for each of them, and counts what passes all", () => {
    const limit = parseLimit("10/s,burst=10+3-in-flight")();
    expect(ask(limit, 20, 0)).toBe(3);
    for (let each = 0; each < 3; each += 1) limit.give();
    expect(ask(limit, 20, 0)).toBe(3);
    for (let each = 0; each < 3; each += 1) limit.give();
    expect(ask(limit, 20, 0)).toBe(3);
    for (let each = 0; each < 3; each += 1) limit.give();
    expect(ask(limit, 20, 0)).toBe(1);
  });

  it.each(["", "0", "-5/s", "ten", "100/s,burst=0", "300/0s", "300/60", "0-in-flight", "5 in flight", "100/s+", "1e3"])(
    "is not written %j",
    (written) => {
      expect(() => parseLimit(written)).toThrow("cannot be read");
    },
  );
});
