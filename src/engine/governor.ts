/** Decides when a request may leave: one cool-down and one rate for the whole process. Holds no slots and repeats nothing. */
import type { Clock, Gate } from "../model/ports.ts";

export type GovernorOptions = {
  readonly clock: Clock;
  /** Requests per second at most; undefined: no cap. */
  readonly ratePerSecond?: number;
};

export type Governor = Gate & {
  /** Milliseconds that all requests still have to wait because Webex said so. */
  cooldownMs(): number;
  /** Answers 429 and 423 so far. */
  throttled(): number;
};

/** When Webex throttles without saying how long. */
const cooldownWithoutRetryAfterMs = 5_000;

export function createGovernor({ clock, ratePerSecond }: GovernorOptions): Governor {
  let closedUntil = 0;
  let nextTurn = 0;
  let throttled = 0;
  const spacingMs = ratePerSecond ? 1_000 / ratePerSecond : 0;

  const turn = (): number => {
    const at = Math.max(clock.now(), nextTurn, closedUntil);
    nextTurn = at + spacingMs;
    return at;
  };

  return {
    async enter(_orgId, signal) {
      signal.throwIfAborted();
      for (let at = turn(); at > clock.now(); ) {
        await clock.sleep(at - clock.now(), signal);
        if (closedUntil > clock.now()) at = turn();
      }
    },
    leave(_orgId, { status, retryAfterMs }) {
      if (status !== 429 && status !== 423) return;
      throttled += 1;
      closedUntil = Math.max(closedUntil, clock.now() + (retryAfterMs ?? cooldownWithoutRetryAfterMs));
    },
    cooldownMs: () => Math.max(0, closedUntil - clock.now()),
    throttled: () => throttled,
  };
}
