/** Decides when a request may leave: one pause, one cap, one learnt limit, and so many in flight for the whole process. Repeats nothing. */
import { setMaxListeners } from "node:events";
import type { LearnedLimit } from "../model/learned-limit.ts";
import type { Clock, Gate, Ticket } from "../model/ports.ts";
import { createLimitLearner } from "./limit/limit-learner.ts";

export type GovernorOptions = {
  readonly clock: Clock;
  /** Requests in flight at most, whoever sends them. */
  readonly concurrency: number;
  /** Requests per second at most; undefined: no cap. */
  readonly ratePerSecond?: number;
  /** What was learned of the limit before: the first guess. */
  readonly recalled?: LearnedLimit;
};

export type Governor = Gate & {
  /** Milliseconds that all requests still have to wait because Webex said so. */
  cooldownMs(): number;
  /** Answers so far that asked to come back later: 429, and 503 that says when. */
  throttled(): number;
  /** Requests per second that are kept to now; undefined: as many as there are. */
  ratePerSecond(): number | undefined;
  /** What the limit looks like that was found; undefined when nothing was refused. */
  learned(): LearnedLimit | undefined;
  /** Requests that `concurrency` would let leave, and that wait for a pause or a limit. */
  waiting(): number;
  /** Requests that have left and are not answered. */
  inFlight(): number;
  /** Lets nobody in any more: those who wait are turned away with this reason. What has left goes on. */
  shut(reason: unknown): void;
};

/** Timers fire late: so much may be caught up with. */
const lateMs = 50;

/** A rate that was raised is noticed by then. */
const longestNapMs = 500;

/** How long to wait when Webex does not say, or says not at all; twice as long after each pause in vain, up to the longest. */
const untoldPauseMs = 1_000;
const zeroPauseMs = 250;
const longestOwnPauseMs = 10_000;

type Waiter = {
  readonly signal: AbortSignal;
  readonly resolve: (ticket: Ticket) => void;
  readonly giveUp: () => void;
};

/** All who wait stand in one line, and one timer wakes the first of it. */
export function createGovernor({ clock, concurrency, ratePerSecond, recalled }: GovernorOptions): Governor {
  const mostPerSecond = ratePerSecond ?? Number.POSITIVE_INFINITY;
  const learner = createLimitLearner(mostPerSecond, recalled);
  const line = new Set<Waiter>();
  let closedUntilMs = 0;
  let lastTurnMs = Number.NEGATIVE_INFINITY;
  let throttled = 0;
  let inFlight = 0;
  let hasPassed = true;
  let closedAtMs = Number.NEGATIVE_INFINITY;
  let vainPauses = 0;
  let shutFor: { readonly reason: unknown } | undefined;
  let napping = false;
  let stopNap = newStop();

  const rate = (nowMs: number) => Math.min(mostPerSecond, learner.ratePerSecond(nowMs));
  /** After a pause in vain one alone finds out whether it is over. */
  const mostInFlight = (nowMs: number) =>
    vainPauses > 0 && !hasPassed ? 1 : Math.min(concurrency, learner.mostInFlight(nowMs));
  const turnMs = (nowMs: number) => Math.max(closedUntilMs, lastTurnMs + 1_000 / rate(nowMs));

  const leaveNow = (nowMs: number): Ticket => {
    const dueMs = turnMs(nowMs);
    lastTurnMs = dueMs < nowMs - lateMs ? nowMs : Math.max(dueMs, closedUntilMs);
    inFlight += 1;
    learner.sent(nowMs);
    return { sentAtMs: nowMs, inFlight };
  };
  const letGo = (waiter: Waiter) => {
    line.delete(waiter);
    waiter.signal.removeEventListener("abort", waiter.giveUp);
  };

  const dispatch = (): void => {
    const nowMs = clock.monotonic();
    for (const waiter of line) {
      if (inFlight >= mostInFlight(nowMs)) return;
      const waitMs = turnMs(nowMs) - nowMs;
      if (waitMs > 0) {
        nap(waitMs, nowMs);
        return;
      }
      letGo(waiter);
      waiter.resolve(leaveNow(nowMs));
    }
  };
  const nap = (waitMs: number, nowMs: number): void => {
    if (napping) return;
    napping = true;
    const wake = () => {
      napping = false;
      dispatch();
    };
    const ms = closedUntilMs > nowMs ? closedUntilMs - nowMs : Math.min(longestNapMs, waitMs);
    clock.sleep(ms, stopNap.signal).then(wake, () => {
      napping = false;
      if (line.size > 0) dispatch();
    });
  };
  const endNap = () => {
    if (!napping || line.size > 0) return;
    stopNap.abort();
    stopNap = newStop();
  };

  /** How long everybody waits after this refusal. Those that were in flight when the gate closed tell nothing new. */
  const pauseAfter = (retryAfterMs: number | undefined, nowMs: number): number => {
    if (nowMs >= closedUntilMs) {
      vainPauses = hasPassed ? 0 : vainPauses + 1;
      hasPassed = false;
      closedAtMs = nowMs;
    }
    if (retryAfterMs !== undefined && retryAfterMs > 0 && vainPauses === 0) return retryAfterMs;
    const firstMs = retryAfterMs === undefined ? untoldPauseMs : zeroPauseMs;
    return Math.max(retryAfterMs ?? 0, Math.min(longestOwnPauseMs, firstMs * 2 ** vainPauses));
  };

  return {
    enter(_organization, signal) {
      if (shutFor) return Promise.reject(shutFor.reason);
      if (signal.aborted) return Promise.reject(signal.reason);
      const nowMs = clock.monotonic();
      if (line.size === 0 && inFlight < mostInFlight(nowMs) && turnMs(nowMs) <= nowMs)
        return Promise.resolve(leaveNow(nowMs));
      return new Promise((resolve, reject) => {
        const waiter = {
          signal,
          resolve,
          giveUp() {
            line.delete(waiter);
            reject(shutFor ? shutFor.reason : signal.reason);
            endNap();
          },
        };
        line.add(waiter);
        signal.addEventListener("abort", waiter.giveUp, { once: true });
        dispatch();
      });
    },
    leave(ticket, { status, retryAfterMs }) {
      inFlight -= 1;
      const nowMs = clock.monotonic();
      if (status !== 429 && (status !== 503 || retryAfterMs === undefined)) {
        if (ticket.sentAtMs > closedAtMs) hasPassed = true;
        learner.passed(nowMs, ticket);
      } else {
        throttled += 1;
        const pauseMs = pauseAfter(retryAfterMs, nowMs);
        closedUntilMs = Math.max(closedUntilMs, nowMs + pauseMs);
        learner.refused(nowMs, pauseMs, ticket);
      }
      dispatch();
    },
    cooldownMs: () => Math.max(0, closedUntilMs - clock.monotonic()),
    throttled: () => throttled,
    learned: () => learner.learned(clock.monotonic()),
    waiting: () => Math.min(line.size, concurrency - inFlight),
    inFlight: () => inFlight,
    ratePerSecond() {
      const now = rate(clock.monotonic());
      return Number.isFinite(now) ? now : undefined;
    },
    shut(reason) {
      shutFor ??= { reason };
      for (const waiter of line) {
        letGo(waiter);
        waiter.giveUp();
      }
    },
  };
}

function newStop(): AbortController {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  return stop;
}
