/** What a caller asks of the pipeline, whoever the caller is: command line, page, schedule, library. */
import type { Engine, EngineLimits } from "../engine/engine.ts";
import { defaultRetryLimits } from "../engine/retry-delay.ts";
import type { AppliedRows } from "../journal/applied-rows.ts";
import type { TemplateRegistry } from "../journal/template-registry.ts";
import type { SavedPlan } from "../model/plan-line.ts";
import type { Clock, Random, RequestRecord, RunLog } from "../model/ports.ts";
import type { Emit, PlanCounts, TargetFacts } from "../model/run-event.ts";
import type { Refresh } from "../plan/fresh-rows.ts";
import type { Connection } from "../runtime.ts";
import type { BatchInput } from "./stage-batch.ts";

export type Surroundings = {
  readonly stateFolder: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Opens the log of a run, in the run's folder. */
  openLog(folder: string): RunLog;
  readonly emit: Emit;
  readonly templates: TemplateRegistry;
  /** Opens what was last applied, per target. */
  openApplied(): AppliedRows;
  readonly signals: { readonly stop: AbortSignal; readonly abort: AbortSignal };
};

export type ApplyOptions = {
  readonly limits: EngineLimits;
  /** Refuse to start when any row is not valid. */
  readonly isStrict: boolean;
  readonly isRemovingPackages: boolean;
  /** Which rows are asked about; default: all. */
  readonly refresh?: Refresh;
  /** Ask Webex's own checks about what is to be created, before anything is sent. */
  readonly isPrechecking?: boolean;
  /** External ids of the only customers to be dealt with. */
  readonly only?: readonly string[];
  /** Only so many customers, in the order of the batch. */
  readonly limit?: number;
  /** Rows to be created or changed; more refuse the run. */
  readonly maxChanges?: number;
  /** Rows of the batch; more refuse the run. */
  readonly maxRows?: { readonly rows: number; readonly reason: string };
  /** What carries the plan out; default: what carried it out before, else `local`. */
  readonly engine?: "local" | "temporal";
  /** The way to Temporal, for a run that is carried out there. */
  readonly openTemporal?: OpenEngine;
  /** Refuse the run when the plan made now differs from this one. */
  readonly signedPlan?: SavedPlan;
  /** Where copies of the result files go. */
  readonly outFolder?: string;
  /** Asked once, with the plan, before anything is written; false: nothing is done. */
  confirm(counts: PlanCounts, target: TargetFacts): Promise<boolean>;
};

/** `isResumed`: this engine has carried the run out before, as far as it got. Throws UserError when it cannot be had. */
export type OpenEngine = (run: {
  readonly runId: string;
  readonly target: TargetFacts;
  readonly isResumed: boolean;
}) => Promise<AsyncDisposable & { readonly carryOut: Engine }>;

export type ApplyRequest = {
  readonly batch: BatchInput;
  readonly options: ApplyOptions;
  readonly connect: Connect;
  /** Default: `apply`. */
  readonly command?: "apply" | "retry";
  /** The run whose rows these are. */
  readonly retryOf?: string;
};

/** `target`: absent for the one that the caller asked for; a run that goes on brings its own. */
export type Connect = (onRequest: (record: RequestRecord) => void, target?: TargetFacts) => Promise<Connection>;

export const alwaysRefresh: Refresh = { mode: "always", afterMs: 7 * 24 * 3_600_000 };

export const defaultLimits: EngineLimits = {
  concurrency: 10,
  perCustomer: 4,
  provisioningTimeoutMs: 30 * 60_000,
  retry: defaultRetryLimits,
};
