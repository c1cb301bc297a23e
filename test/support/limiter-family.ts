/** Services that limit requests in many ways, drawn by a seed: what a governor may meet that nobody told it. */
import type { Random } from "../../src/model/ports.ts";
import { allOf, fixedWindow, inFlight, type Limit, slidingWindow, tokenBucket } from "../../src/simulator/limits.ts";
import { seededRandom } from "../../src/simulator/random.ts";

/** What a refusal says of when to come back, given when one would pass. */
export type Asked = "whole seconds" | "exact" | "missing" | "5 s" | "60 s" | "zero";

export type Answered =
  | { readonly isPassed: true; readonly queuedMs: number }
  | { readonly isPassed: false; readonly waitMs: number };

export type Service = {
  /** A request arrives. `queuedMs`: so long the service itself keeps it before it works on it. */
  arrive(nowMs: number, organization: number): Answered;
  /** A request that had passed is answered. */
  answered(organization: number): void;
};

export type LimiterCase = {
  readonly name: string;
  readonly kind: string;
  readonly asked: Asked;
  readonly latencyMs: number;
  /** Of the latency, the part that is spent on the way up; as much again on the way down. */
  readonly wayShare: number;
  readonly concurrency: number;
  readonly organizations: number;
  /** A new one, full of tokens. */
  open(): Service;
};

export const kinds = [
  "token bucket",
  "fixed window",
  "sliding window",
  "leaky queue",
  "in flight",
  "bucket and window",
  "rate and in flight",
  "per organization",
  "changing",
  "shared",
  "refused at random",
] as const;
type Kind = (typeof kinds)[number];

const weights: Readonly<Record<Kind, number>> = {
  "token bucket": 32,
  "fixed window": 14,
  "sliding window": 14,
  "leaky queue": 6,
  "in flight": 10,
  "bucket and window": 8,
  "rate and in flight": 6,
  "per organization": 6,
  changing: 10,
  shared: 8,
  "refused at random": 4,
};

/** `count` of them by this seed, as many of each kind as the weights say. */
export function limiterFamily(seed: number, count: number): readonly LimiterCase[] {
  const random = seededRandom(seed, 23);
  const total = kinds.reduce((sum, kind) => sum + weights[kind], 0);
  const list: LimiterCase[] = [];
  for (const kind of kinds) {
    const share = Math.max(1, Math.round((weights[kind] / total) * count));
    for (let each = 0; each < share; each += 1) list.push(draw(kind, random));
  }
  return list;
}

const pick = <T>(random: Random, list: readonly T[]): T => {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error("the list is empty");
  return chosen;
};

function draw(kind: Kind, random: Random): LimiterCase {
  const perSecond = round(3 * (250 / 3) ** random());
  const latencyMs = pick(random, [100, 100, 200, 200, 500, 1_000, 2_500]);
  const concurrency = pick(random, [15, 20, 50, 50, 100]);
  const asked = pick<Asked>(random, [
    ...Array.from({ length: 9 }, () => "whole seconds" as const),
    ...(["exact", "exact", "exact", "missing", "missing", "missing", "5 s", "60 s", "zero"] as const),
  ]);
  const { open, says, organizations = 1 } = servicesOf[kind](perSecond, random, latencyMs, concurrency);
  const name = `${kind}: ${says}, ${latencyMs} ms, ${concurrency} at a time, Retry-After ${asked}`;
  return {
    name,
    kind,
    asked,
    latencyMs,
    wayShare: pick(random, kind.includes("in flight") ? [0.02, 0.05] : [0.1, 0.3]),
    concurrency,
    organizations,
    open,
  };
}

type Drawn = { readonly says: string; readonly organizations?: number; open(): Service };

const round = (value: number) => (value < 20 ? Math.round(value * 2) / 2 : Math.round(value));

/** One limit for whoever asks. */
export const serviceOf = (limit: Limit): Service => ({
  arrive(nowMs) {
    const waitMs = limit.waitMs(nowMs);
    if (waitMs > 0) return { isPassed: false, waitMs };
    limit.take(nowMs);
    return { isPassed: true, queuedMs: 0 };
  },
  answered: limit.give,
});

const burstOf = (perSecond: number, random: Random) =>
  Math.max(1, round(pick(random, [0, 0.1, 0.3, 1, 1, 3, 10]) * perSecond));

const windowOf = (perSecond: number, random: Random) => {
  const seconds = pick(random, [1, 5, 10, 30, 60]);
  return { seconds, count: Math.max(2, Math.round(perSecond * seconds)) };
};

const servicesOf: Readonly<
  Record<Kind, (perSecond: number, random: Random, latencyMs: number, concurrency: number) => Drawn>
> = {
  "token bucket"(perSecond, random) {
    const burst = burstOf(perSecond, random);
    return { says: `${perSecond}/s, burst ${burst}`, open: () => serviceOf(tokenBucket(perSecond, burst)) };
  },
  "fixed window"(perSecond, random) {
    const { seconds, count } = windowOf(perSecond, random);
    return { says: `${count} in ${seconds} s`, open: () => serviceOf(fixedWindow(count, seconds * 1_000)) };
  },
  "sliding window"(perSecond, random) {
    const { seconds, count } = windowOf(perSecond, random);
    return { says: `${count} in ${seconds} s`, open: () => serviceOf(slidingWindow(count, seconds * 1_000)) };
  },
  "leaky queue"(perSecond, random) {
    const places = Math.max(2, round(pick(random, [0.2, 0.5, 1]) * perSecond));
    return { says: `${perSecond}/s, ${places} places`, open: () => leakyQueue(perSecond, places) };
  },
  "in flight"(_perSecond, random, _latencyMs, concurrency) {
    const most = Math.max(2, Math.round(concurrency * pick(random, [0.15, 0.3, 0.5, 0.8])));
    return { says: `${most}`, open: () => serviceOf(inFlight(most)) };
  },
  "bucket and window"(perSecond, random) {
    const bucket = round(perSecond * pick(random, [1.5, 3]));
    const seconds = pick(random, [10, 60]);
    const count = Math.max(2, Math.round(perSecond * seconds));
    const isFixed = random() < 0.5;
    return {
      says: `${bucket}/s and ${count} in ${seconds} s`,
      open: () =>
        serviceOf(
          allOf([
            tokenBucket(bucket),
            isFixed ? fixedWindow(count, seconds * 1_000) : slidingWindow(count, seconds * 1_000),
          ]),
        ),
    };
  },
  "rate and in flight"(perSecond, random, latencyMs) {
    const most = Math.max(2, Math.round(((perSecond * latencyMs) / 1_000) * pick(random, [0.6, 1.5])));
    return {
      says: `${perSecond}/s and ${most}`,
      open: () => serviceOf(allOf([tokenBucket(perSecond), inFlight(most)])),
    };
  },
  "per organization"(perSecond, random) {
    const organizations = pick(random, [2, 5, 10]);
    const each = Math.max(1, round(perSecond / organizations));
    return {
      says: `${each}/s each of ${organizations}`,
      organizations,
      open: () =>
        perOrganization(Array.from({ length: organizations }, () => serviceOf(tokenBucket(each, Math.max(3, each))))),
    };
  },
  changing(perSecond, random, latencyMs, concurrency) {
    const factor = pick(random, [0.25, 0.5, 0.5, 2, 4]);
    const atMs = (1_000 / Math.min(perSecond, (concurrency * 1_000) / latencyMs)) * pick(random, [150, 1_500]);
    const burstSeconds = pick(random, [0.1, 1]);
    const isBack = random() < 0.5;
    return {
      says: `${perSecond}/s x ${factor} after ${Math.round(atMs / 1_000)} s${isBack ? " and back" : ""}`,
      open: () => changing(perSecond, factor, atMs, burstSeconds, isBack),
    };
  },
  shared(perSecond, random) {
    const others = perSecond * pick(random, [0.2, 0.4]);
    const isOnAndOff = random() < 0.5;
    const burst = Math.max(2, round(perSecond * pick(random, [0.5, 1, 3])));
    const seed = Math.floor(random() * 1e6);
    return {
      says: `${perSecond}/s, burst ${burst}, others ${round(others)}/s${isOnAndOff ? " on and off" : ""}`,
      open: () => shared(tokenBucket(perSecond, burst), others, isOnAndOff, seededRandom(seed)),
    };
  },
  "refused at random"(perSecond, random) {
    const seed = Math.floor(random() * 1e6);
    const share = pick(random, [0.0005, 0.001]);
    return {
      says: `${perSecond}/s, and ${share * 10_000} in 10 000`,
      open() {
        const inner = serviceOf(tokenBucket(perSecond));
        const dice = seededRandom(seed);
        return {
          ...inner,
          arrive: (nowMs, organization) =>
            dice() < share ? { isPassed: false, waitMs: 500 } : inner.arrive(nowMs, organization),
        };
      },
    };
  },
};

/** Works on them one after the other, keeps some waiting, and refuses more. */
function leakyQueue(perSecond: number, places: number): Service {
  const eachMs = 1_000 / perSecond;
  let freeAtMs = 0;
  return {
    arrive(nowMs) {
      const queuedMs = Math.max(0, freeAtMs - nowMs);
      if (queuedMs > (places - 1) * eachMs) return { isPassed: false, waitMs: queuedMs - (places - 1) * eachMs };
      freeAtMs = Math.max(freeAtMs, nowMs) + eachMs;
      return { isPassed: true, queuedMs };
    },
    answered() {},
  };
}

function perOrganization(services: readonly Service[]): Service {
  const of = (organization: number): Service => {
    const service = services[organization % services.length];
    if (!service) throw new Error("there is no organization");
    return service;
  };
  return {
    arrive: (nowMs, organization) => of(organization).arrive(nowMs, organization),
    answered: (organization) => of(organization).answered(organization),
  };
}

function changing(perSecond: number, factor: number, atMs: number, burstSeconds: number, isBack: boolean): Service {
  const rateAt = (nowMs: number) => (nowMs < atMs || (isBack && nowMs >= 2.5 * atMs) ? perSecond : perSecond * factor);
  let tokens = Math.max(1, perSecond * burstSeconds);
  let lastMs = 0;
  return {
    arrive(nowMs) {
      const rate = rateAt(nowMs);
      tokens = Math.min(Math.max(1, rate * burstSeconds), tokens + ((nowMs - lastMs) / 1_000) * rate);
      lastMs = nowMs;
      if (tokens < 1 - 1e-9) return { isPassed: false, waitMs: ((1 - tokens) / rate) * 1_000 };
      tokens -= 1;
      return { isPassed: true, queuedMs: 0 };
    },
    answered() {},
  };
}

/** Others take from the same limit, and always get it: as chance has it, or for ten seconds in twenty twice as much. */
function shared(limit: Limit, othersPerSecond: number, isOnAndOff: boolean, random: Random): Service {
  let nextMs = 0;
  const inner = serviceOf(limit);
  return {
    ...inner,
    arrive(nowMs, organization) {
      while (nextMs <= nowMs) {
        if (isOnAndOff && nextMs % 20_000 >= 10_000) nextMs = Math.ceil(nextMs / 20_000) * 20_000;
        if (nextMs > nowMs) break;
        limit.waitMs(nextMs);
        limit.take(nextMs);
        nextMs -= (Math.log(1 - random()) * 1_000) / (othersPerSecond * (isOnAndOff ? 2 : 1));
      }
      return inner.arrive(nowMs, organization);
    },
  };
}
