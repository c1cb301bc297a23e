/** Sends calls through a gate to a limited service in virtual time, and tells how it went beside what can be reached. */
import { setMaxListeners } from "node:events";
import type { Clock } from "../../src/model/ports.ts";
import { seededRandom } from "../../src/simulator/random.ts";
import type { Asked, LimiterCase } from "./limiter-family.ts";

/** What is asked of a governor. */
export type GateInTrial = {
  enter(organization: string | undefined, signal: AbortSignal): Promise<unknown>;
  leave(ticket: unknown, answer: { status: number; retryAfterMs?: number }): void;
};

export type Trial = {
  readonly seconds: number;
  readonly sent: number;
  readonly refused: number;
  /** Of those sent after the first 100. */
  readonly refusedLater: number;
  /** What was sent although it must not leave, and why. */
  readonly brokenRules: readonly string[];
};

/** What it asks for, of the time after which a request would pass; undefined: nothing. */
function askedMs(asked: Asked, waitMs: number): number | undefined {
  switch (asked) {
    case "whole seconds":
      return Math.max(1, Math.ceil(waitMs / 1_000)) * 1_000;
    case "exact":
      return Math.ceil(waitMs);
    case "missing":
      return undefined;
    case "5 s":
      return 5_000;
    case "60 s":
      return 60_000;
    case "zero":
      return 0;
  }
}

/** A clock that goes on when nothing else can happen, from event to event. */
export class EventClock implements Clock {
  #now = 0;
  readonly #times: number[] = [];
  readonly #events: (() => void)[] = [];
  now = () => this.#now;
  monotonic = () => this.#now;
  timers = 0;

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.timers += 1;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const giveUp = () => reject(signal?.reason);
      signal?.addEventListener("abort", giveUp, { once: true });
      this.at(this.#now + Math.max(0, ms), () => {
        signal?.removeEventListener("abort", giveUp);
        resolve();
      });
    });
  }

  /** Does it at that time; of those of one time, in no order. */
  at(ms: number, event: () => void): void {
    let index = this.#times.length;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const before = this.#times[parent] ?? 0;
      if (before <= ms) break;
      this.#times[index] = before;
      this.#events[index] = this.#events[parent] ?? event;
      index = parent;
    }
    this.#times[index] = ms;
    this.#events[index] = event;
  }

  #pop(): boolean {
    const [ms, event] = [this.#times[0], this.#events[0]];
    const [lastMs, last] = [this.#times.pop(), this.#events.pop()];
    if (ms === undefined || !event || lastMs === undefined || !last) return false;
    const size = this.#times.length;
    if (size > 0) {
      let index = 0;
      for (;;) {
        let child = 2 * index + 1;
        if (child >= size) break;
        if ((this.#times[child + 1] ?? Number.POSITIVE_INFINITY) < (this.#times[child] ?? 0)) child += 1;
        const childMs = this.#times[child] ?? 0;
        if (childMs >= lastMs) break;
        this.#times[index] = childMs;
        this.#events[index] = this.#events[child] ?? last;
        index = child;
      }
      this.#times[index] = lastMs;
      this.#events[index] = last;
    }
    this.#now = Math.max(this.#now, ms);
    event();
    return true;
  }

  /** Lets time go on until the work has ended. Throws when nothing goes on any more. */
  async until(work: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    work.then(over, over);
    for (;;) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (isOver) return void (await work);
      if (!this.#pop()) throw new Error(`nothing goes on any more at ${this.#now}`);
    }
  }
}

const never = new AbortController().signal;
setMaxListeners(0, never); // each call that waits listens

/** `calls` calls through the gate, by more callers than may be in flight; who is refused asks again. */
export async function runTrial(
  limiter: LimiterCase,
  calls: number,
  makeGate: (clock: Clock, concurrency: number) => GateInTrial,
  seed = 1,
): Promise<Trial> {
  const clock = new EventClock();
  const random = seededRandom(seed, calls);
  const service = limiter.open();
  const gate = makeGate(clock, limiter.concurrency);
  const counts = { given: 0, done: 0, sent: 0, refused: 0, refusedLater: 0, inFlight: 0 };
  const brokenRules: string[] = [];
  let toldUntilMs = 0;
  const way = () => limiter.latencyMs * limiter.wayShare * (0.7 + 0.6 * random());

  const send = (organization: number) =>
    new Promise<{ status: number; retryAfterMs?: number }>((resolve) => {
      const upMs = clock.monotonic() + way();
      const work = limiter.latencyMs * (1 - 2 * limiter.wayShare) * (0.7 + 0.6 * random());
      clock.at(upMs, () => {
        const answered = service.arrive(upMs, organization);
        const leavesAt = upMs + work + (answered.isPassed ? answered.queuedMs : 0);
        clock.at(leavesAt, () => {
          if (answered.isPassed) service.answered(organization);
          const retryAfterMs = answered.isPassed ? undefined : askedMs(limiter.asked, answered.waitMs);
          const status = answered.isPassed ? 200 : 429;
          clock.at(leavesAt + way(), () => resolve(retryAfterMs === undefined ? { status } : { status, retryAfterMs }));
        });
      });
    });

  const carry = async (organization: number): Promise<void> => {
    for (;;) {
      const ticket = await gate.enter(`organization ${organization}`, never);
      const nowMs = clock.monotonic();
      counts.sent += 1;
      counts.inFlight += 1;
      if (nowMs < toldUntilMs - 1e-6) brokenRules.push(`left ${toldUntilMs - nowMs} ms before it was told to`);
      if (counts.inFlight > limiter.concurrency) brokenRules.push(`${counts.inFlight} in flight`);
      const isLater = counts.sent > 100;
      const answer = await send(organization);
      counts.inFlight -= 1;
      if (answer.retryAfterMs !== undefined)
        toldUntilMs = Math.max(toldUntilMs, clock.monotonic() + answer.retryAfterMs);
      gate.leave(ticket, answer);
      if (answer.status === 200) return;
      counts.refused += 1;
      if (isLater) counts.refusedLater += 1;
    }
  };
  const work = async (): Promise<void> => {
    while (counts.given < calls) {
      counts.given += 1;
      await carry(counts.given % limiter.organizations);
    }
  };
  await clock.until(Promise.all(Array.from({ length: limiter.concurrency + 5 }, work)));
  const { sent, refused, refusedLater } = counts;
  return { seconds: clock.monotonic() / 1_000, sent, refused, refusedLater, brokenRules };
}

export type Bounds = {
  /** T*, in seconds, of a sender who knows everything. */
  readonly leastSeconds: number;
  /** Of one who knows everything after the first refusal and its pause. */
  readonly refusedOnceSeconds: number;
};

/** What can be reached at this service, with latencies that do not vary. */
export function boundsOf(limiter: LimiterCase, calls: number): Bounds {
  const knowing = openSender(limiter);
  knowing.sendAll(calls);
  const learning = openSender(limiter);
  const done = learning.sendUntilRefused(calls);
  learning.sendAll(calls - done);
  return { leastSeconds: knowing.endMs() / 1_000, refusedOnceSeconds: learning.endMs() / 1_000 };
}

/** Requests in the order of their arrival. */
function openSender(limiter: LimiterCase) {
  const service = limiter.open();
  const { latencyMs, concurrency, wayShare } = limiter;
  const upMs = latencyMs * wayShare;
  const workMs = latencyMs - 2 * upMs;
  /** When the slots are free again, and when what has passed is answered: each in the order of time, as latencies are equal. */
  const slots: number[] = Array.from({ length: concurrency }, () => 0);
  let freed = 0;
  const working: { readonly atMs: number; readonly organization: number }[] = [];
  let answered = 0;
  let atMs = 0;
  let endMs = 0;
  let each = 0;

  const goTo = (nowMs: number) => {
    atMs = Math.max(atMs, nowMs);
    for (; (working[answered]?.atMs ?? Number.POSITIVE_INFINITY) <= atMs; answered += 1)
      service.answered(working[answered]?.organization ?? 0);
  };
  const pass = (queuedMs: number, organization: number) => {
    const leavesAt = atMs + queuedMs + workMs;
    working.push({ atMs: leavesAt, organization });
    slots.push(leavesAt + upMs);
    endMs = Math.max(endMs, leavesAt + upMs);
  };

  return {
    endMs: () => endMs,
    /** Each as soon as it passes. */
    sendAll(calls: number): void {
      for (let sent = 0; sent < calls; sent += 1) {
        each += 1;
        const organization = each % limiter.organizations;
        goTo((slots[freed] ?? 0) + upMs);
        freed += 1;
        for (;;) {
          const came = service.arrive(atMs, organization);
          if (came.isPassed) {
            pass(came.queuedMs, organization);
            break;
          }
          goTo(Math.min(atMs + Math.max(0.01, came.waitMs), working[answered]?.atMs ?? Number.POSITIVE_INFINITY));
        }
      }
    },
    /** As fast as it can, until it knows of the first refusal and has kept its pause; how many have passed. */
    sendUntilRefused(calls: number): number {
      let passed = 0;
      let knownMs = Number.POSITIVE_INFINITY;
      let untilMs = 0;
      while (passed < calls) {
        const sendMs = Math.max(slots[freed] ?? 0, atMs - upMs);
        if (sendMs >= knownMs) break;
        freed += 1;
        each += 1;
        const organization = each % limiter.organizations;
        goTo(sendMs + upMs);
        const came = service.arrive(atMs, organization);
        if (came.isPassed) {
          passed += 1;
          pass(came.queuedMs, organization);
          continue;
        }
        const answeredMs = atMs + workMs + upMs;
        knownMs = Math.min(knownMs, answeredMs);
        untilMs = Math.max(untilMs, answeredMs + (askedMs(limiter.asked, came.waitMs) ?? 1_000));
        slots.push(answeredMs);
      }
      for (let slot = freed; slot < slots.length; slot += 1) slots[slot] = Math.max(slots[slot] ?? 0, untilMs);
      return passed;
    },
  };
}
