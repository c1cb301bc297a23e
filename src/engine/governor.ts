/** Decides when a request may leave: one cool-down and one rate for the whole process. Holds no slots and repeats nothing. */
import { setMaxListeners } from "node:events";
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
  /** Lets nobody in any more: those who wait are turned away with this reason. What has left goes on. */
  shut(reason: unknown): void;
};

/** When Webex throttles without saying how long. */
const cooldownWithoutRetryAfterMs = 5_000;

export function createGovernor({ clock, ratePerSecond }: GovernorOptions): Governor {
  let closedUntil = 0;
  let nextTurn = 0;
  let throttled = 0;
  const gate = new AbortController();
  setMaxListeners(0, gate.signal);
  const spacingMs = ratePerSecond ? 1_000 / ratePerSecond : 0;

  const turn = (): number => {
    const at = Math.max(clock.now(), nextTurn, closedUntil);
    nextTurn = at + spacingMs;
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

  return {
    async enter(_orgId, signal) {
      signal.throwIfAborted();
      gate.signal.throwIfAborted();
      for (let at = turn(); at > clock.now(); ) {
        await wait(at - clock.now(), signal);
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
    shut: (reason) => gate.abort(reason),
  };
}
