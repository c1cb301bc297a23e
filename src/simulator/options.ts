/** How a simulator is started, and what can be turned while it runs. */
import type { MeasuredCalls } from "../model/measured-calls.ts";
import type { Clock } from "../model/ports.ts";
import type { FaultRule } from "./faults.ts";
import type { QuirkRule } from "./quirks.ts";
import type { RivalRule } from "./rivals.ts";

export type MeasuredTimes = Pick<MeasuredCalls, "routes" | "provisioningMs">;

export type Knobs = {
  /** Between effect and answer, milliseconds. */
  readonly latencyMs: number;
  /** At most this much more or less. */
  readonly latencyJitterMs: number;
  /** From the 202 of a customer to its final state, milliseconds. */
  readonly provisioningTimeMs: number;
  /** As measured elsewhere: in the place of latency and provisioning time, where it tells them. */
  readonly measured?: MeasuredTimes;
  /** Requests per second; absent: no limit, or the other one. */
  readonly rateLimitPerSecond?: number;
  /** A limit of any kind, as a person writes it. */
  readonly rateLimit?: string;
  readonly faults: readonly FaultRule[];
  /** Lists, single reads and rights are at most so far behind, milliseconds; each answer by itself. */
  readonly lagMs: number;
  /** Who else makes what is to be made. */
  readonly rivals: readonly RivalRule[];
  /** How answers differ from what one would wish. */
  readonly quirks: readonly QuirkRule[];
};

export type SimulatorOptions = Partial<Knobs> & {
  /** Path of the SQLite file that holds its state, or `:memory:`. */
  readonly db: string;
  /** Absent or 0: a free one. */
  readonly port?: number;
  /** Decides ids, jitter, faults, lags, rivals and quirks. Default 1. */
  readonly seed?: number;
  /** Present: only tokens that it issued, and not older than this, are accepted. Absent: any bearer is. */
  readonly tokenLifetimeMs?: number;
  readonly clock: Clock;
};

export const quietKnobs: Knobs = {
  latencyMs: 0,
  latencyJitterMs: 0,
  provisioningTimeMs: 0,
  faults: [],
  lagMs: 0,
  rivals: [],
  quirks: [],
};
