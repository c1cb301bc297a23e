/** The knobs as they stand now, with what is made of them: the rate limit and the faults. */
import type { Random } from "../model/ports.ts";
import { createFaultPicker, type FaultPicker } from "./faults.ts";
import { createRateLimit, type RateLimit } from "./http/rate-limit.ts";
import type { Knobs } from "./options.ts";

export type Controls = {
  knobs(): Knobs;
  /** What is not given stays; `rateLimitPerSecond: null` takes the limit away. */
  turn(change: KnobChange): void;
  rateLimit(): RateLimit | undefined;
  pickFault: FaultPicker;
  /** How long this answer is held back, milliseconds. */
  nextLatencyMs(): number;
  /** For what faults leave open: was the effect done? */
  flipCoin(): boolean;
};

export type KnobChange = {
  readonly [Name in Exclude<keyof Knobs, "rateLimitPerSecond">]?: Knobs[Name] | undefined;
} & { readonly rateLimitPerSecond?: number | null | undefined };

export function createControls(initial: Knobs, latencyRandom: Random, faultRandom: Random): Controls {
  let knobs = initial;
  let limit = makeLimit(initial);
  let picker = createFaultPicker(initial.faults, faultRandom);
  return {
    knobs: () => knobs,
    turn(change) {
      const before = knobs;
      knobs = changeKnobs(before, change);
      if (knobs.rateLimitPerSecond !== before.rateLimitPerSecond) limit = makeLimit(knobs);
      if (change.faults) picker = createFaultPicker(change.faults, faultRandom);
    },
    rateLimit: () => limit,
    pickFault: (method, route) => picker(method, route),
    nextLatencyMs() {
      const { latencyMs, latencyJitterMs } = knobs;
      const jitter = latencyJitterMs > 0 ? (latencyRandom() * 2 - 1) * latencyJitterMs : 0;
      return Math.max(0, latencyMs + jitter);
    },
    flipCoin: () => faultRandom() < 0.5,
  };
}

function changeKnobs(before: Knobs, { rateLimitPerSecond, ...change }: KnobChange): Knobs {
  const { rateLimitPerSecond: limitBefore, ...others } = before;
  const limit = rateLimitPerSecond === undefined ? limitBefore : (rateLimitPerSecond ?? undefined);
  return {
    latencyMs: change.latencyMs ?? others.latencyMs,
    latencyJitterMs: change.latencyJitterMs ?? others.latencyJitterMs,
    provisioningTimeMs: change.provisioningTimeMs ?? others.provisioningTimeMs,
    faults: change.faults ?? others.faults,
    ...(limit === undefined ? {} : { rateLimitPerSecond: limit }),
  };
}

function makeLimit({ rateLimitPerSecond }: Knobs): RateLimit | undefined {
  return rateLimitPerSecond === undefined ? undefined : createRateLimit(rateLimitPerSecond);
}
