import { describe, expect, it } from "vitest";
import { createGovernor, type Governor } from "../../src/engine/governor.ts";
import { createRateLearner } from "../../src/engine/rate-learner.ts";
import { virtualClock } from "../support/virtual-clock.ts";

type Case = {
  readonly limitAt: (seconds: number) => number;
  readonly seconds: number;
  readonly latencyMs?: number;
  readonly retryAfterMs?: number;
  /** Programs that share the limit and do not know of each other. */
  readonly programs?: number;
};

/** A token bucket of one second's worth behind a latency, asked by `workers` who never rest. */
async function askFor({ limitAt, seconds, latencyMs = 100, retryAfterMs = 1_000, programs = 1 }: Case, workers = 20) {
  const clock = virtualClock();
  const governors = Array.from({ length: programs }, () => createGovernor({ clock }));
  const startMs = clock.now();
  const secondsGone = () => (clock.now() - startMs) / 1_000;
  let tokens = limitAt(0);
  let filledAt = 0;
  const counts = { sent: 0, done: 0, throttled: 0, throttledLater: 0 };
  const take = () => {
    const now = secondsGone();
    tokens = Math.min(limitAt(now), tokens + (now - filledAt) * limitAt(now));
    filledAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
  const work = async (governor: Governor) => {
    while (secondsGone() < seconds) {
      await governor.enter(undefined, new AbortController().signal);
      counts.sent += 1;
      const isAllowed = take();
      await clock.sleep(latencyMs);
      governor.leave(
        undefined,
        isAllowed ? { status: 200, durationMs: latencyMs } : { status: 429, retryAfterMs, durationMs: latencyMs },
      );
      if (isAllowed) counts.done += 1;
      else counts.throttled += 1;
      if (!isAllowed && counts.sent > 100) counts.throttledLater += 1;
    }
  };
  await clock.until(
    Promise.all(governors.flatMap((governor) => Array.from({ length: workers / programs }, () => work(governor)))),
  );
  let possible = 0;
  for (let tenth = 0; tenth < seconds * 10; tenth += 1) possible += limitAt(tenth / 10) / 10;
  return { share: counts.done / possible, per1000: (counts.throttledLater * 1_000) / (counts.sent - 100) };
}

describe("a limit that Webex does not tell", () => {
  it.each<[string, Case, number]>([
    ["20 a second", { limitAt: () => 20, seconds: 300 }, 0.95],
    ["100 a second", { limitAt: () => 100, seconds: 120 }, 0.95],
    ["100 a second, far away", { limitAt: () => 60, seconds: 120, latencyMs: 300 }, 0.95],
    [
      "100 a second that is halved and doubled",
      { limitAt: (at) => (at > 60 && at <= 120 ? 50 : 100), seconds: 240 },
      0.9,
    ],
    [
      "20 a second that is halved and doubled",
      { limitAt: (at) => (at > 60 && at <= 180 ? 10 : 20), seconds: 400 },
      0.88,
    ],
    [
      "60 a second that is halved and doubled every 20 s",
      { limitAt: (at) => (at > 20 && at <= 40 ? 30 : 60), seconds: 90, latencyMs: 50 },
      0.9,
    ],
    ["10 a second that is raised tenfold", { limitAt: (at) => (at > 60 ? 100 : 10), seconds: 240 }, 0.75],
    ["60 a second, shared by three programs", { limitAt: () => 60, seconds: 180, programs: 3, latencyMs: 50 }, 0.95],
    ["60 a second, with pauses of 10 s", { limitAt: () => 60, seconds: 400, retryAfterMs: 10_000 }, 0.8],
    ["10 a second, with pauses of a minute", { limitAt: () => 10, seconds: 3_600, retryAfterMs: 60_000 }, 0.75],
  ])("of %s is used almost whole, and seldom overstepped", async (name, limits, leastShare) => {
    const { share, per1000 } = await askFor(limits);
    console.log(
      `${name}: ${(share * 100).toFixed(1)} % of what is possible, ${per1000.toFixed(1)} answers 429 in 1 000`,
    );
    expect(share).toBeGreaterThan(leastShare);
    expect(share).toBeLessThan(1.05);
    expect(per1000).toBeLessThan(5);
  });

  it("is found within seconds when it is cut to a tenth", async () => {
    const { share, per1000 } = await askFor({ limitAt: (at) => (at > 60 ? 10 : 100), seconds: 240 });
    expect(share).toBeGreaterThan(0.9);
    expect(per1000).toBeLessThan(10);
  });

  it("is not taken for higher because nobody asked for a long while", async () => {
    const clock = virtualClock();
    const learner = createRateLearner();
    const ask = async (count: number) => {
      for (let each = 0; each < count; each += 1) {
        learner.sent(clock.now());
        learner.passed();
        await clock.advance(20);
      }
      learner.throttled(clock.now(), 1_000);
    };
    await ask(100);
    const before = learner.ratePerSecond(clock.now());
    await clock.advance(24 * 3_600_000);
    await ask(100);
    expect(learner.ratePerSecond(clock.now())).toBeGreaterThan(before * 0.7);
    expect(learner.ratePerSecond(clock.now())).toBeLessThan(before * 2);
  });

  it("costs nothing where there is none", async () => {
    const { per1000 } = await askFor({ limitAt: () => 1_000_000, seconds: 10 });
    expect(per1000).toBe(0);
  });
});
