import { describe, expect, it } from "vitest";
import { createGovernor, type Governor } from "../../src/engine/governor.ts";
import { type VirtualClock, virtualClock } from "../support/virtual-clock.ts";

const never = new AbortController().signal;
const throttled = { status: 429, durationMs: 10 };

/** Lets `count` requests come to the gate at once; gives back when each was let through, from the start. */
async function enter(clock: VirtualClock, governor: Governor, count: number): Promise<readonly number[]> {
  const startMs = clock.now();
  const times: number[] = [];
  const requests = Array.from({ length: count }, async () => {
    await governor.enter("org", never);
    times.push(clock.now() - startMs);
  });
  await clock.until(Promise.all(requests));
  return times;
}

describe("the governor", () => {
  it("lets everybody through at once when Webex has not complained", async () => {
    const clock = virtualClock();
    expect(await enter(clock, createGovernor({ clock }), 5)).toEqual([0, 0, 0, 0, 0]);
  });

  it.each([429, 423])(
    "holds every request of the process after a %i, for the time that Webex asks for",
    async (status) => {
      const clock = virtualClock();
      const governor = createGovernor({ clock });
      governor.leave("org a", { status, retryAfterMs: 7_000, durationMs: 10 });
      expect(governor.cooldownMs()).toBe(7_000);
      expect(governor.throttled()).toBe(1);
      expect(await enter(clock, governor, 3)).toEqual([7_000, 7_000, 7_000]);
      expect(governor.cooldownMs()).toBe(0);
    },
  );

  it("waits for some seconds when Webex does not say how long", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock });
    governor.leave(undefined, throttled);
    expect(governor.cooldownMs()).toBe(5_000);
  });

  it("never makes a cool-down shorter", () => {
    const governor = createGovernor({ clock: virtualClock() });
    governor.leave("org", { ...throttled, retryAfterMs: 60_000 });
    governor.leave("org", { ...throttled, retryAfterMs: 1_000 });
    expect(governor.cooldownMs()).toBe(60_000);
    expect(governor.throttled()).toBe(2);
  });

  it("holds those too who were waiting already when the cool-down grew", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock });
    governor.leave("org", { ...throttled, retryAfterMs: 1_000 });
    const waiting = enter(clock, governor, 2);
    governor.leave("org", { ...throttled, retryAfterMs: 9_000 });
    expect(await waiting).toEqual([9_000, 9_000]);
  });

  it.each([200, 202, 400, 401, 404, 500, 503, undefined])("takes an answer %s for no throttling", (status) => {
    const governor = createGovernor({ clock: virtualClock() });
    governor.leave("org", { ...(status ? { status } : {}), durationMs: 10 });
    expect(governor.cooldownMs()).toBe(0);
    expect(governor.throttled()).toBe(0);
  });

  it("spaces requests by the rate that it was given, after a pause too", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock, ratePerSecond: 4 });
    expect(await enter(clock, governor, 4)).toEqual([0, 250, 500, 750]);
    await clock.advance(60_000);
    expect(await enter(clock, governor, 2)).toEqual([0, 250]);
  });

  it("lets them through one by one behind a cool-down, by the rate", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock, ratePerSecond: 10 });
    governor.leave("org", { ...throttled, retryAfterMs: 2_000 });
    expect(await enter(clock, governor, 3)).toEqual([2_000, 2_100, 2_200]);
  });

  it("turns everybody away once it is shut, with the reason, those who wait too", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock });
    governor.leave("org", { ...throttled, retryAfterMs: 600_000 });
    const waiting = governor.enter("org", never);
    governor.shut(new Error("the run stops"));
    await expect(waiting).rejects.toThrow("the run stops");
    await expect(governor.enter("org", never)).rejects.toThrow("the run stops");
    expect(clock.sleepers()).toBe(0);
  });

  it("lets go of a request that is given up, and of no other", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock });
    governor.leave("org", { ...throttled, retryAfterMs: 1_000 });
    const given = new AbortController();
    const gone = governor.enter("org", given.signal);
    const stays = governor.enter("org", never);
    given.abort(new Error("interrupted"));
    await expect(gone).rejects.toThrow("interrupted");
    await clock.until(stays);
    await expect(governor.enter("org", given.signal)).rejects.toThrow("interrupted");
  });

  it("lets so many out at a time, whoever they are, in the order in which they came", async () => {
    const governor = createGovernor({ clock: virtualClock(), concurrency: 2 });
    const left: number[] = [];
    const requests = [1, 2, 3, 4].map((each) => governor.enter("org", never).then(() => left.push(each)));
    await Promise.all(requests.slice(0, 2));
    expect([left, governor.inFlight(), governor.waiting()]).toEqual([[1, 2], 2, 0]);
    governor.leave("org", { status: 200, durationMs: 10 });
    await requests[2];
    governor.leave("org", { status: 200, durationMs: 10 });
    await requests[3];
    expect([left, governor.inFlight(), governor.waiting()]).toEqual([[1, 2, 3, 4], 2, 0]);
  });

  it("gives the place of one who gives up to the next", async () => {
    const governor = createGovernor({ clock: virtualClock(), concurrency: 1 });
    await governor.enter("org", never);
    const impatient = new AbortController();
    const inLine = governor.enter("org", impatient.signal);
    const next = governor.enter("org", never);
    impatient.abort(new Error("enough"));
    await expect(inLine).rejects.toThrow("enough");
    expect(governor.inFlight()).toBe(1);
    governor.leave("org", { status: 200, durationMs: 10 });
    await next;
    expect(governor.inFlight()).toBe(1);
  });
});
