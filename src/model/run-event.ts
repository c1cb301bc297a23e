/** What happens in a run, as it happens: the one stream that the screen, `--json` and the page read. Version 1. */

import type { DriftSummary } from "./drift.ts";
import type { Issue } from "./issue.ts";
import type { ReadFile } from "./run-report.ts";
import type { SheetName } from "./sheet.ts";
import type { Text } from "./words/text.ts";

/** The base URL under which a run remembers the built-in simulator: its port differs each time. */
export const builtIn = "built-in";

export type TargetFacts = {
  readonly name: "simulator" | "webex";
  readonly baseUrl: string;
  /** When it is not the base URL without `/v1`. */
  readonly scimBaseUrl?: string;
  /** The sub-partner in whose name the calls are made. */
  readonly onBehalfOf?: string;
  /** The partner organization on which the token acts; for webex only. */
  readonly organization?: { readonly id: string; readonly name?: string };
};

/** Rows by what our checks say of them. */
export type CheckCounts = {
  readonly rows: number;
  readonly invalid: number;
  readonly blocked: number;
  readonly warnings: number;
};

/** Rows by what the plan will do for them. */
export type PlanCounts = {
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Only `undo` takes anything away. */
  readonly delete?: number;
};

/** Rows of a customer that have their last word (`failed` and `blocked` ones among them), of those that run. */
export type CustomerProgress = {
  readonly customer: string;
  readonly done: number;
  readonly of: number;
  readonly failed: number;
  readonly blocked: number;
};

/** Rows of a sheet that have their last word (`failed` and `blocked` ones among them), of those that run. `leftOut`: rows beside these that the checks refused, or that wait for such a row. */
export type SheetProgress = {
  readonly done: number;
  readonly of: number;
  readonly failed: number;
  readonly blocked: number;
  readonly leftOut: number;
};

/** Why rows failed at Webex so far: the same in one group. */
export type RunCause = {
  readonly code: string;
  readonly message: Text;
  readonly hint?: Text;
  readonly rows: number;
};

/** What a comparison found, in counts. */
export type DriftResult = Pick<
  DriftSummary,
  "id" | "customers" | "differing" | "sheets" | "notCompared" | "differences"
>;

/** What a rehearsal promises. Times in ISO 8601, for a run that had begun when the rehearsal did. */
export type Rehearsal = {
  /** What the run would take. */
  readonly seconds: number;
  readonly endsAt: string;
  readonly earliestAt: string;
  readonly latestAt: string;
  readonly calls: { readonly total: number; readonly writes: number; readonly reads: number };
  /** Answers by which the latency is known, and when the last of them came; absent: none is, and it is assumed. */
  readonly measured?: { readonly answers: number; readonly at: string };
  /** On requests, as it was learned; absent: none was met. */
  readonly limit?: string;
};

export type RunEvent =
  /** `runId`: absent for validate and plan, which leave no run behind. */
  | { readonly type: "started"; readonly runId?: string; readonly command: string; readonly target?: TargetFacts }
  | { readonly type: "reading"; readonly file: string; readonly rows: number }
  | { readonly type: "read"; readonly file: ReadFile; readonly isRefused: boolean }
  | { readonly type: "issues"; readonly issues: readonly Issue[] }
  | { readonly type: "checked"; readonly counts: CheckCounts }
  | { readonly type: "planning"; readonly customers: number; readonly of: number }
  | { readonly type: "planned"; readonly counts: PlanCounts }
  /** A comparison is made, and its files are written. `files`: paths, the one for people first. */
  | ({ readonly type: "compared" } & DriftResult & { readonly files: readonly string[] })
  /** Something about the run as a whole that a person should know. */
  | { readonly type: "note"; readonly text: Text }
  /** How far the rows are. `failed`: rows. `waiting`: operations that Webex works on. `bound`: what holds the run back now. */
  | {
      readonly type: "progress";
      readonly sheets: Readonly<Record<SheetName, SheetProgress>>;
      readonly failed: number;
      readonly waiting: number;
      /** Since this process began to carry the plan out. */
      readonly elapsedSeconds: number;
      /** Of the last 30 seconds, as `secondsLeft`. */
      readonly perSecond: number;
      readonly secondsLeft?: number;
      readonly bound: "rate limit" | "latency" | "Webex provisioning" | "dependencies";
    }
  /** Customers of which a row got its last word since this was told last; before the first of them, all that have something to do. */
  | { readonly type: "customers"; readonly customers: readonly CustomerProgress[] }
  /** The most frequent causes of failures so far, when they have changed. */
  | { readonly type: "causes"; readonly causes: readonly RunCause[] }
  /** The last of a rehearsal. */
  | ({ readonly type: "rehearsed" } & Rehearsal)
  | {
      readonly type: "ended";
      /** Absent for validate, which leaves no run behind. */
      readonly runId?: string;
      readonly exitCode: number;
      readonly stopped?: Text;
      readonly files: readonly string[];
    };

export type Emit = (event: RunEvent) => void;
