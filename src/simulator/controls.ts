/** The knobs as they stand now, with what is made of them: the rate limit and the faults. */
import { callName } from "../model/measured-calls.ts";
import type { Random } from "../model/ports.ts";
import { createFaultPicker, type FaultPicker } from "./faults.ts";
import { type Limit, parseLimit, tokenBucket } from "./limits.ts";
import type { Knobs, MeasuredTimes } from "./options.ts";
import type { QuirkKind } from "./quirks.ts";
import { oneOf } from "./random.ts";

export type Controls = {
  knobs(): Knobs;
  /** What is not given stays; `null` takes the limit away, and a new one takes the place of the one before. */
  turn(change: KnobChange): void;
  limit(): Limit | undefined;
  pickFault: FaultPicker;
  /** How long the answer to this call is held back, milliseconds. */
  nextLatencyMs(method: string, route: string): number;
  /** For what faults leave open: was the effect done? */
  flipCoin(): boolean;
  /** What is odd about the next answer. */
  drawQuirks(): ReadonlySet<QuirkKind>;
};

export type KnobChange = {
  readonly [Name in Exclude<keyof Knobs, keyof Limits>]?: Knobs[Name] | undefined;
} & { readonly [Name in keyof Limits]?: Limits[Name] | null | undefined };

type Limits = Pick<Knobs, "rateLimit" | "rateLimitPerSecond">;

export function createControls(
  initial: Knobs,
  latencyRandom: Random,
  faultRandom: Random,
  quirkRandom: Random,
): Controls {
  let knobs = initial;
  let limit = makeLimit(initial);
  let picker = createFaultPicker(initial.faults, faultRandom);
  return {
    knobs: () => knobs,
    turn(change) {
      const before = knobs;
      knobs = changeKnobs(before, change);
      if (knobs.rateLimitPerSecond !== before.rateLimitPerSecond || knobs.rateLimit !== before.rateLimit)
        limit = makeLimit(knobs);
      if (change.faults) picker = createFaultPicker(change.faults, faultRandom);
    },
    limit: () => limit,
    pickFault: (method, route) => picker(method, route),
    nextLatencyMs(method, route) {
      const { latencyMs, latencyJitterMs, measured } = knobs;
      const times = measured && timesOf(measured, method, route);
      if (times && times.length > 0) return oneOf(times, latencyRandom);
      const jitter = latencyJitterMs > 0 ? (latencyRandom() * 2 - 1) * latencyJitterMs : 0;
      return Math.max(0, latencyMs + jitter);
    },
    flipCoin: () => faultRandom() < 0.5,
    drawQuirks: () =>
      new Set(
        knobs.quirks
          .filter(({ probability }) => probability >= 1 || quirkRandom() < probability)
          .map(({ kind }) => kind),
      ),
  };
}

/** Of this call, else of all with its method. */
function timesOf({ routes }: MeasuredTimes, method: string, route: string): readonly number[] {
  const own = routes[callName({ method, route })];
  if (own && own.length > 0) return own;
  return Object.entries(routes).flatMap(([name, times]) => (name.startsWith(`${method} `) ? times : []));
}

function changeKnobs(before: Knobs, change: KnobChange): Knobs {
  const { rateLimitPerSecond, rateLimit, ...others } = before;
  return {
    latencyMs: change.latencyMs ?? others.latencyMs,
    latencyJitterMs: change.latencyJitterMs ?? others.latencyJitterMs,
    provisioningTimeMs: change.provisioningTimeMs ?? others.provisioningTimeMs,
    faults: change.faults ?? others.faults,
    lagMs: change.lagMs ?? others.lagMs,
    rivals: change.rivals ?? others.rivals,
    quirks: change.quirks ?? others.quirks,
    ...keepMeasured(others, change),
    ...changeLimit({ rateLimitPerSecond, rateLimit }, change),
  };
}

/** What was measured gives way to a latency that is told. */
function keepMeasured({ measured }: Pick<Knobs, "measured">, { latencyMs }: KnobChange): Pick<Knobs, "measured"> {
  if (!measured || latencyMs === undefined) return measured ? { measured } : {};
  return { measured: { ...measured, routes: {} } };
}

/** One limit at a time: the one that was given last. */
function changeLimit(
  before: { readonly [Name in keyof Limits]: Limits[Name] | undefined },
  { rateLimit, rateLimitPerSecond }: KnobChange,
): Limits {
  const isGiven = rateLimit !== undefined || rateLimitPerSecond !== undefined;
  const now = isGiven ? { rateLimit, rateLimitPerSecond } : before;
  if (now.rateLimit) return { rateLimit: now.rateLimit };
  return now.rateLimitPerSecond ? { rateLimitPerSecond: now.rateLimitPerSecond } : {};
}

function makeLimit({ rateLimit, rateLimitPerSecond }: Knobs): Limit | undefined {
  if (rateLimit !== undefined) return parseLimit(rateLimit)();
  return rateLimitPerSecond === undefined ? undefined : tokenBucket(rateLimitPerSecond);
}
