/** Decides when a request may leave: one cool-down, one cap, one learnt rate, and so many in flight for the whole process. Repeats nothing. */
import { setMaxListeners } from "node:events";
import type { Clock, Gate } from "../model/ports.ts";
import { createPlaces } from "./places.ts";
import { createRateLearner } from "./rate-learner.ts";

export type GovernorOptions = {
  readonly clock: Clock;
  /** Requests per second at most; undefined: no cap. */
  readonly ratePerSecond?: number;
  /** Requests in flight at most, whoever sends them; undefined: no cap. */
  readonly concurrency?: number;
};

export type Governor = Gate & {
  /** Milliseconds that all requests still have to wait because Webex said so. */
  cooldownMs(): number;
  /** Answers 429 and 423 so far. */
  throttled(): number;
  /** Requests per second that are kept to now; undefined: as many as there are. */
  ratePerSecond(): number | undefined;
  /** Requests that have a place, and wait for their turn by the rate. */
  waiting(): number;
  /** Requests that have left and are not answered. */
  inFlight(): number;
  /** Lets nobody in any more: those who wait are turned away with this reason. What has left goes on. */
  shut(reason: unknown): void;
};

/** Timers fire late: so much may be caught up with. */
const lateMs = 50;

/** When Webex throttles without saying how long. */
const cooldownWithoutRetryAfterMs = 5_000;

export function createGovernor({ clock, ratePerSecond, concurrency }: GovernorOptions): Governor {
  let closedUntil = 0;
  let nextTurn = 0;
  let throttled = 0;
  const gate = new AbortController();
  setMaxListeners(0, gate.signal);
  const places = createPlaces(concurrency ?? Number.POSITIVE_INFINITY);
  let waiting = 0;
  let inFlight = 0;
  const learner = createRateLearner();
  const rate = (nowMs: number) => Math.min(ratePerSecond ?? Number.POSITIVE_INFINITY, learner.ratePerSecond(nowMs));

  /** Evenly spaced; a turn that came a little late is not lost. */
  const turn = (): number => {
    const nowMs = clock.now();
    const at = Math.max(nowMs, nextTurn, closedUntil);
    const isIdle = nextTurn < nowMs - lateMs;
    nextTurn = Math.max(isIdle ? nowMs : nextTurn, closedUntil) + 1_000 / rate(nowMs);
    return at;
  };

  /** Ends early when the caller gives up or the gate shuts. (`AbortSignal.any` on signals that live as long as a run would grow with every wait.) */
  const wait = async (ms: number, signal: AbortSignal): Promise<void> => {
    const waiting = new AbortController();
    const giveUp = () => waiting.abort(gate.signal.aborted ? gate.signal.reason : signal.reason);
    const causes = [signal, gate.signal];
    for (const cause of causes) cause.addEventListener("abort", giveUp);
    try {
      await clock.sleep(ms, waiting.signal);
    } finally {
      for (const cause of causes) cause.removeEventListener("abort", giveUp);
    }
  };

  const waitForTurn = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    gate.signal.throwIfAborted();
    for (let at = turn(); at > clock.now(); ) {
      await wait(at - clock.now(), signal);
      if (closedUntil > clock.now()) at = turn();
    }
  };

  return {
    async enter(_orgId, signal) {
      gate.signal.throwIfAborted();
      await places.take(signal);
      waiting += 1;
      try {
        await waitForTurn(signal);
      } catch (reason) {
        places.free();
        throw reason;
      } finally {
        waiting -= 1;
      }
      inFlight += 1;
      learner.sent(clock.now());
    },
    leave(_orgId, { status, retryAfterMs }) {
      inFlight -= 1;
      places.free();
      if (status !== 429 && status !== 423) return learner.passed();
      throttled += 1;
      const pauseMs = retryAfterMs ?? cooldownWithoutRetryAfterMs;
      closedUntil = Math.max(closedUntil, clock.now() + pauseMs);
      learner.throttled(clock.now(), pauseMs);
    },
    cooldownMs: () => Math.max(0, closedUntil - clock.now()),
    throttled: () => throttled,
    waiting: () => waiting,
    inFlight: () => inFlight,
    ratePerSecond() {
      const now = rate(clock.now());
      return Number.isFinite(now) ? now : undefined;
    },
    shut: (reason) => gate.abort(reason),
  };
}
