import { describe, expect, it } from "vitest";
import { createCallTimes } from "../../src/engine/call-times.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const call = { method: "POST", route: "/wholesale/subscribers" };

async function answer(times: ReturnType<typeof createCallTimes>, perSecond: number, seconds: number) {
  for (let second = 0; second < seconds; second += 1) {
    for (let index = 0; index < perSecond; index += 1) times.answered({ ...call, status: 200, durationMs: 100 });
    await clock.advance(1_000);
  }
}

let clock = virtualClock();

function begin() {
  clock = virtualClock();
  return createCallTimes({ clock, random: () => 0 });
}

describe("the time of calls", () => {
  it("is kept of answers, not of those that ask to come back later or never came", () => {
    const times = begin();
    times.answered({ ...call, status: 200, durationMs: 120 });
    times.answered({ ...call, status: 400, durationMs: 80 });
    times.answered({ ...call, status: 429, durationMs: 1 });
    times.answered({ ...call, status: 503, durationMs: 2 });
    times.answered({ ...call, durationMs: 60_000 });
    expect(times.measured()).toEqual({ routes: { "POST /wholesale/subscribers": [120, 80] }, provisioningMs: [] });
  });

  it("is a sample of a hundred of each kind, however many there are", async () => {
    const times = begin();
    await answer(times, 50, 20);
    expect(times.measured().routes["POST /wholesale/subscribers"]).toHaveLength(100);
  });
});

describe("a limit", () => {
  const learned = { kind: "burst", perSecond: 14, burst: 30 } as const;

  it("is not below what passed for half a minute, less what had been saved up", async () => {
    const times = begin();
    await answer(times, 21, 30);
    expect(times.sharpen(learned)).toEqual({ ...learned, perSecond: 20 });
    expect(times.sharpen({ ...learned, kind: "rate", burst: 0 }).perSecond).toBeCloseTo(630 / 31);
  });

  it("stays as learned after less than half a minute, and where more than a rate is limited", async () => {
    const times = begin();
    await answer(times, 40, 20);
    expect(times.sharpen(learned)).toEqual(learned);
    await answer(times, 40, 20);
    const inFlight = { kind: "in_flight", perSecond: 9, burst: 0, inFlight: 4 } as const;
    expect(times.sharpen(inFlight)).toEqual(inFlight);
  });
});
