/** The governor against limits of many kinds that nobody told it, in virtual time: what it never breaks, and what it makes of them. */
import { describe, expect, it } from "vitest";
import { createGovernor, type Governor } from "../../src/engine/governor.ts";
import type { LearnedLimit } from "../../src/model/learned-limit.ts";
import type { Clock } from "../../src/model/ports.ts";
import { inFlight, type Limit, tokenBucket } from "../../src/simulator/limits.ts";
import { type LimiterCase, limiterFamily, serviceOf } from "../support/limiter-family.ts";
import { boundsOf, EventClock, runTrial } from "../support/limiter-trial.ts";

const family = limiterFamily(7, 60);
const governed = (clock: Clock, concurrency: number) => createGovernor({ clock, concurrency });
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe("an unknown limit", () => {
  it.each(family.map((limiter) => [limiter.name, limiter] as const))("%s: no rule is broken", async (_, limiter) => {
    const { brokenRules } = await runTrial(limiter, 300, governed);
    expect(brokenRules).toEqual([]);
  });

  it("of most kinds is used almost whole, and seldom overstepped", async () => {
    const trials = [];
    for (const limiter of family) {
      const { seconds, sent, refusedLater } = await runTrial(limiter, 2_000, governed);
      trials.push({
        share: boundsOf(limiter, 2_000).leastSeconds / seconds,
        per1000: (refusedLater * 1_000) / (sent - 100),
      });
    }
    expect(median(trials.map(({ share }) => share))).toBeGreaterThan(0.85);
    expect(median(trials.map(({ per1000 }) => per1000))).toBeLessThan(10);
  });

  it("costs nothing where there is none", async () => {
    const limiter = { ...family[0], latencyMs: 100, wayShare: 0.1, concurrency: 20, organizations: 1 };
    const open = () => ({ arrive: () => ({ isPassed: true, queuedMs: 0 }) as const, answered: () => {} });
    const { seconds, refused } = await runTrial(
      { ...limiter, name: "none", kind: "none", asked: "exact", open },
      2_000,
      governed,
    );
    expect(refused).toBe(0);
    expect(seconds).toBeLessThan(11);
  });

  it("leaves the cap of the user above all", async () => {
    const perSecond = 20;
    const clock = new EventClock();
    const governor = createGovernor({ clock, concurrency: 50, ratePerSecond: perSecond });
    const never = new AbortController().signal;
    const leftAtMs: number[] = [];
    const call = async (each: number) => {
      const ticket = await governor.enter(undefined, never);
      leftAtMs.push(clock.monotonic());
      await clock.sleep(150);
      governor.leave(ticket, each % 40 === 0 ? { status: 429, retryAfterMs: 200 } : { status: 200 });
    };
    await clock.until(Promise.all(Array.from({ length: 600 }, (_, each) => call(each))));
    const most = leftAtMs.map((from) => leftAtMs.filter((at) => at >= from && at < from + 1_000).length);
    expect(Math.max(...most)).toBeLessThanOrEqual(perSecond + 1);
  });

  describe("that an earlier run has learned", () => {
    const limited = (open: () => Limit): LimiterCase => {
      const shape = { latencyMs: 100, wayShare: 0.1, concurrency: 20, organizations: 1 };
      return { name: "", kind: "", asked: "whole seconds", ...shape, open: () => serviceOf(open()) };
    };
    const bucket = (perSecond: number, burst: number) => limited(() => tokenBucket(perSecond, burst));
    /** What a run finds out. */
    const learn = async (limiter: LimiterCase, calls: number, recalled?: LearnedLimit) => {
      let governor: Governor | undefined;
      const trial = await runTrial(limiter, calls, (clock, concurrency) => {
        governor = createGovernor({ clock, concurrency, ...(recalled ? { recalled } : {}) });
        return governor;
      });
      return { ...trial, learned: governor?.learned() };
    };

    it("is the first guess of the next: hardly anything is refused", async () => {
      const limiter = bucket(20, 20);
      const { learned } = await learn(limiter, 3_000);
      expect(learned).toMatchObject({ kind: "burst" });
      expect(learned?.perSecond).toBeGreaterThan(18);
      expect(learned?.perSecond).toBeLessThan(22);
      const [cold, warm] = [await learn(limiter, 300), await learn(limiter, 300, learned)];
      expect(warm.refused).toBeLessThan(cold.refused / 3);
      expect(warm.seconds).toBeLessThan(cold.seconds * 1.05);
    });

    it.each([0.25, 4])("costs little when it has become %s times as high since", async (factor) => {
      const { learned } = await learn(bucket(20, 20), 3_000);
      const limiter = bucket(20 * factor, 20 * factor);
      const calls = 1_000;
      const [cold, wrong] = [await learn(limiter, calls), await learn(limiter, calls, learned)];
      expect(wrong.brokenRules).toEqual([]);
      expect(wrong.seconds).toBeLessThan(cold.seconds + 10);
      expect(wrong.learned?.perSecond ?? 0).toBeGreaterThan(20 * factor * 0.7);
      expect(wrong.learned?.perSecond ?? 0).toBeLessThan(20 * factor * 1.4);
    });

    it("is recognized by its kind", async () => {
      expect(
        (
          await learn(
            limited(() => inFlight(5)),
            2_000,
          )
        ).learned,
      ).toMatchObject({ kind: "in_flight" });
      expect((await learn(bucket(50, 2), 2_000)).learned).toMatchObject({ kind: "rate" });
      expect((await learn(bucket(1_000, 1_000), 500)).learned).toBeUndefined();
    });
  });
});
