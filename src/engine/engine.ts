/** What an engine is: it carries out a plan. */
import type { AttemptResult } from "../model/outcome.ts";
import type { Operation } from "../model/plan.ts";
import type { Clock, Log, PlanStore, Random, Target } from "../model/ports.ts";
import type { Text } from "../model/words/text.ts";
import type { RetryLimits } from "./retry-delay.ts";

export type EngineLimits = {
  /** Operations in flight. */
  readonly concurrency: number;
  /** Operations in flight within one organization. */
  readonly perCustomer: number;
  readonly provisioningTimeoutMs: number;
  readonly retry: RetryLimits;
  /** Stop when so many operations failed. */
  readonly stopAfterErrors?: number;
};

export type EngineDeps = {
  readonly store: PlanStore;
  readonly target: Target;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly limits: EngineLimits;
  /** Called for each result, in the order in which they come. */
  onResult(operation: Operation, result: AttemptResult): void;
  /** How many operations wait for Webex to work on them, whenever that changes. */
  onWaiting?(operations: number): void;
  /** Called once when the run stops: what has not left yet need not leave. */
  onStop?(reason: unknown): void;
};

export type EngineSignals = {
  /** No new operation starts; those in flight come to their end. */
  readonly stop: AbortSignal;
  /** Those in flight are given up too. */
  readonly abort: AbortSignal;
};

/** `stopped`: why the run did not come to its end. `refused`: it never began; `target`: no access, or nobody there; `guard`: too many failures; `interrupted`: a person's wish. */
export type EngineEnd = {
  readonly stopped?: {
    readonly kind: "refused" | "target" | "guard" | "interrupted";
    readonly reason: Text;
    /** Lines of a table that shows why, for people. */
    readonly details?: readonly Text[];
  };
};

export type Engine = (deps: EngineDeps, signals: EngineSignals) => Promise<EngineEnd>;
