/** How long a target took over calls, and what it let pass, as runs have measured it. */
import type { LearnedLimit } from "./learned-limit.ts";
import type { RequestRecord } from "./ports.ts";

export type MeasuredCalls = {
  /** Of each `METHOD /route` some of the newest answers: how long each took, milliseconds. */
  readonly routes: Readonly<Record<string, readonly number[]>>;
  /** From the 202 of a new customer to its final state, milliseconds, as near as the questions tell. */
  readonly provisioningMs: readonly number[];
  /** Absent where nothing was ever refused. */
  readonly limit?: LearnedLimit;
  /** The last of it, epoch. */
  readonly atMs: number;
};

/** What a call is counted under. */
export function callName({ method, route }: Pick<RequestRecord, "method" | "route">): string {
  return `${method} ${route}`;
}

/** The limit as `simulate --rate-limit` reads it. What a plain rate saves up is not learned: then it is what a second gives. */
export function writtenLimit({ kind, perSecond, burst, windowSeconds, inFlight }: LearnedLimit): string {
  if (kind === "in_flight" && inFlight !== undefined) return `${inFlight}-in-flight`;
  if (kind === "window" && windowSeconds !== undefined) return `${Math.round(burst)}/${windowSeconds}s`;
  const rate = `${Math.round(perSecond * 100) / 100}/s`;
  return kind === "burst" ? `${rate},burst=${Math.max(1, Math.round(burst))}` : rate;
}

/** Mean and standard deviation; of nothing: both 0. */
export function spreadOf(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  if (values.length === 0) return { mean: 0, deviation: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}

/** What a call is taken to cost where no run has measured any. */
export const assumed = { latencyMs: 400, latencyJitterMs: 200, provisioningTimeMs: 60_000 };
