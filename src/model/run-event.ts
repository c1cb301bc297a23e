/** What happens in a run, as it happens: the one stream that the screen, `--json` and the page read. Version 1. */
import type { Issue } from "./issue.ts";
import type { ReadFile } from "./run-report.ts";
import type { SheetName } from "./sheet.ts";

/** The base URL under which a run remembers the built-in simulator: its port differs each time. */
export const builtIn = "built-in";

export type TargetFacts = {
  readonly name: "simulator" | "webex";
  readonly baseUrl: string;
  /** When it is not the base URL without `/v1`. */
  readonly scimBaseUrl?: string;
  /** The sub-partner in whose name the calls are made. */
  readonly onBehalfOf?: string;
  /** The partner organisation on which the token acts; for webex only. */
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

/** Rows of a customer that have their last word, of those that run; `failed`: operations. */
export type CustomerProgress = {
  readonly customer: string;
  readonly done: number;
  readonly of: number;
  readonly failed: number;
};

export type RunEvent =
  | { readonly type: "started"; readonly runId: string; readonly command: string; readonly target?: TargetFacts }
  | { readonly type: "reading"; readonly file: string; readonly rows: number }
  | { readonly type: "read"; readonly file: ReadFile; readonly isRefused: boolean }
  | { readonly type: "issues"; readonly issues: readonly Issue[] }
  | { readonly type: "checked"; readonly counts: CheckCounts }
  | { readonly type: "planning"; readonly customers: number; readonly of: number }
  | { readonly type: "planned"; readonly counts: PlanCounts }
  /** Something about the run as a whole that a person should know. */
  | { readonly type: "note"; readonly text: string }
  /** Operations of a sheet's rows that have their last word, of those that run. `bound`: what holds the run back now. */
  | {
      readonly type: "progress";
      readonly sheets: Readonly<Record<SheetName, { readonly done: number; readonly of: number }>>;
      readonly failed: number;
      readonly waiting: number;
      readonly perSecond: number;
      readonly secondsLeft?: number;
      readonly bound: "rate limit" | "latency" | "Webex provisioning" | "dependencies";
    }
  /** Customers of which a row got its last word since this was told last; before the first of them, all that have something to do. */
  | { readonly type: "customers"; readonly customers: readonly CustomerProgress[] }
  | {
      readonly type: "ended";
      readonly runId: string;
      readonly exitCode: number;
      readonly stopped?: string;
      readonly files: readonly string[];
    };

export type Emit = (event: RunEvent) => void;
