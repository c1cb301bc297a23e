/** How a simulator is started, and what can be turned while it runs. */
import type { Clock } from "../model/ports.ts";
import type { FaultRule } from "./faults.ts";

export type Knobs = {
  /** Between effect and answer, milliseconds. */
  readonly latencyMs: number;
  /** At most this much more or less. */
  readonly latencyJitterMs: number;
  /** From the 202 of a customer to its final state, milliseconds. */
  readonly provisioningTimeMs: number;
  /** Requests per second; absent: no limit. */
  readonly rateLimitPerSecond?: number;
  readonly faults: readonly FaultRule[];
};

export type SimulatorOptions = Partial<Knobs> & {
  /** Path of the SQLite file that holds its state, or `:memory:`. */
  readonly db: string;
  /** Absent or 0: a free one. */
  readonly port?: number;
  /** Decides ids, jitter and faults. Default 1. */
  readonly seed?: number;
  /** Present: only tokens that it issued, and not older than this, are accepted. Absent: any bearer is. */
  readonly tokenLifetimeMs?: number;
  readonly clock: Clock;
};

export const quietKnobs: Knobs = { latencyMs: 0, latencyJitterMs: 0, provisioningTimeMs: 0, faults: [] };
