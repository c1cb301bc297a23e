import { describe, expect, it } from "vitest";
import { createGovernor, type Governor } from "../../src/engine/governor.ts";
import { type VirtualClock, virtualClock } from "../support/virtual-clock.ts";

const never = new AbortController().signal;
const many = { concurrency: 100 };

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

/** One request is let through, and answered so at once. */
async function ask(governor: Governor, status: number | undefined, retryAfterMs?: number): Promise<void> {
  governor.leave(await governor.enter("org", never), { status, retryAfterMs });
}

describe("the governor", () => {
  it("lets everybody through at once when Webex has not complained", async () => {
    const clock = virtualClock();
    expect(await enter(clock, createGovernor({ clock, ...many }), 5)).toEqual([0, 0, 0, 0, 0]);
  });

  it.each([429, 503])(
    "holds every request of the process after a %i, for the time that Webex asks for",
    async (status) => {
      const clock = virtualClock();
      const governor = createGovernor({ clock, ...many });
      await ask(governor, status, 7_000);
      expect(governor.cooldownMs()).toBe(7_000);
      expect(governor.throttled()).toBe(1);
      expect(await enter(clock, governor, 1)).toEqual([7_000]);
      expect(governor.cooldownMs()).toBe(0);
    },
  );

  it("waits a second when Webex does not say how long", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock, ...many });
    await ask(governor, 429);
    expect(governor.cooldownMs()).toBe(1_000);
  });

  it("never makes a cool-down shorter", async () => {
    const governor = createGovernor({ clock: virtualClock(), ...many });
    const [first, second] = [await governor.enter("org", never), await governor.enter("org", never)];
    governor.leave(first, { status: 429, retryAfterMs: 60_000 });
    governor.leave(second, { status: 429, retryAfterMs: 1_000 });
    expect(governor.cooldownMs()).toBe(60_000);
    expect(governor.throttled()).toBe(2);
  });

  it("also holds those that were already waiting when the cool-down grew", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock, ...many });
    const [first, second] = [await governor.enter("org", never), await governor.enter("org", never)];
    governor.leave(first, { status: 429, retryAfterMs: 1_000 });
    const waiting = enter(clock, governor, 1);
    governor.leave(second, { status: 429, retryAfterMs: 9_000 });
    expect(await waiting).toEqual([9_000]);
  });

  it.each([200, 202, 400, 401, 404, 423, 500, 503, undefined])(
    "takes an answer %s that says no more for no throttling",
    async (status) => {
      const governor = createGovernor({ clock: virtualClock(), ...many });
      await ask(governor, status);
      expect(governor.cooldownMs()).toBe(0);
      expect(governor.throttled()).toBe(0);
    },
  );

  it("takes a locked object for its own trouble, also when Webex says for how long", async () => {
    const governor = createGovernor({ clock: virtualClock(), ...many });
    await ask(governor, 423, 60_000);
    expect([governor.cooldownMs(), governor.throttled()]).toEqual([0, 0]);
  });

  it.each([0, undefined])(
    "neither hammers nor crawls when Webex answers %s to everything for a minute",
    async (retryAfterMs) => {
      const clock = virtualClock();
      const governor = createGovernor({ clock, concurrency: 10 });
      const openMs = 60_000;
      let [refused, through] = [0, 0];
      const requests = Array.from({ length: 200 }, async () => {
        for (;;) {
          const ticket = await governor.enter("org", never);
          await clock.sleep(100);
          const isOpen = clock.monotonic() >= openMs + 1_000 || clock.monotonic() < 1_000;
          governor.leave(ticket, isOpen ? { status: 200 } : { status: 429, retryAfterMs });
          if (isOpen) break;
          refused += 1;
        }
        through += 1;
      });
      await clock.until(Promise.all(requests));
      expect(through).toBe(200);
      expect(refused).toBeLessThan(40);
      expect(clock.monotonic()).toBeLessThan(openMs + 25_000);
    },
  );

  it("sends one alone to find out whether a pause in vain is over", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock, concurrency: 5 });
    const together: number[] = [];
    const work = async () => {
      while (clock.monotonic() < 30_000) {
        const ticket = await governor.enter("org", never);
        together.push(governor.inFlight());
        await clock.sleep(100);
        governor.leave(ticket, { status: 429, retryAfterMs: 1_000 });
      }
    };
    await clock.until(Promise.all(Array.from({ length: 5 }, work)));
    expect(together.length).toBeGreaterThan(12);
    expect(Math.max(...together.slice(10))).toBe(1);
  });

  it("spaces requests by the rate that it was given, after a pause too", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock, ...many, ratePerSecond: 4 });
    expect(await enter(clock, governor, 4)).toEqual([0, 250, 500, 750]);
    await clock.advance(60_000);
    expect(await enter(clock, governor, 2)).toEqual([0, 250]);
  });

  it("turns everybody away once it is shut, with the reason, those who wait too", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock, ...many });
    await ask(governor, 429, 600_000);
    const waiting = governor.enter("org", never);
    governor.shut(new Error("the run stops"));
    await expect(waiting).rejects.toThrow("the run stops");
    await expect(governor.enter("org", never)).rejects.toThrow("the run stops");
    expect(clock.sleepers()).toBe(0);
  });

  it("releases a request that is given up, and no other", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock, ...many });
    await ask(governor, 429, 1_000);
    const given = new AbortController();
    const gone = governor.enter("org", given.signal);
    const stays = governor.enter("org", never);
    given.abort(new Error("interrupted"));
    await expect(gone).rejects.toThrow("interrupted");
    await clock.until(stays);
    await expect(governor.enter("org", given.signal)).rejects.toThrow("interrupted");
  });

  it("keeps no timer once nothing waits", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock, ...many });
    await ask(governor, 429, 600_000);
    const given = new AbortController();
    const gone = governor.enter("org", given.signal);
    expect(clock.sleepers()).toBe(1);
    given.abort(new Error("interrupted"));
    await expect(gone).rejects.toThrow("interrupted");
    expect(clock.sleepers()).toBe(0);
  });

  it("has one timer, however many wait", async () => {
    const clock = virtualClock();
    const governor = createGovernor({ clock, ...many, ratePerSecond: 10 });
    const waiting = enter(clock, governor, 50);
    expect(clock.sleepers()).toBe(1);
    await waiting;
  });

  it("admits a limited number at a time, in order of arrival", async () => {
    const governor = createGovernor({ clock: virtualClock(), concurrency: 2 });
    const left: number[] = [];
    const requests = [1, 2, 3, 4].map((each) =>
      governor.enter("org", never).then((ticket) => {
        left.push(each);
        return ticket;
      }),
    );
    const [first, second] = await Promise.all(requests.slice(0, 2));
    expect([left, governor.inFlight(), governor.waiting()]).toEqual([[1, 2], 2, 0]);
    if (!first || !second) throw new Error("two were let through");
    governor.leave(first, { status: 200 });
    await requests[2];
    governor.leave(second, { status: 200 });
    await requests[3];
    expect([left, governor.inFlight(), governor.waiting()]).toEqual([[1, 2, 3, 4], 2, 0]);
  });

  it("gives the slot of a request that is given up to the next one", async () => {
    const governor = createGovernor({ clock: virtualClock(), concurrency: 1 });
    const ticket = await governor.enter("org", never);
    const impatient = new AbortController();
    const inLine = governor.enter("org", impatient.signal);
    const next = governor.enter("org", never);
    impatient.abort(new Error("enough"));
    await expect(inLine).rejects.toThrow("enough");
    expect(governor.inFlight()).toBe(1);
    governor.leave(ticket, { status: 200 });
    await next;
    expect(governor.inFlight()).toBe(1);
  });

  describe.each([
    ["back an hour", -3_600_000],
    ["forward a day", 86_400_000],
  ])("continues as before when the clock is set %s", (_how, byMs) => {
    it.each([undefined, 4])("with a rate of %s", async (ratePerSecond) => {
      const clock = virtualClock();
      const governor = createGovernor({ clock, ...many, ...(ratePerSecond ? { ratePerSecond } : {}) });
      await enter(clock, governor, 2);
      clock.set(byMs);
      const startMs = clock.monotonic();
      await enter(clock, governor, 2);
      expect(clock.monotonic() - startMs).toBe(ratePerSecond ? 500 : 0);
    });

    it("while Webex has asked to wait", async () => {
      const clock = virtualClock();
      const governor = createGovernor({ clock, ...many });
      await ask(governor, 429, 6_000);
      const waiting = enter(clock, governor, 1);
      clock.set(byMs);
      expect(governor.cooldownMs()).toBe(6_000);
      const startMs = clock.monotonic();
      await waiting;
      expect(clock.monotonic() - startMs).toBe(6_000);
    });
  });
});
