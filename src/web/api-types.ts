/** The types of requests and responses between the page and its server. The server validates requests with the schemas next to its routes. */

import type { DriftLine, DriftSummary } from "../model/drift.ts";
import type { RowStatus } from "../model/outcome.ts";
import type { PlanLine, SavedPlan } from "../model/plan-line.ts";
import type { PlanCounts, RunEvent, TargetFacts } from "../model/run-event.ts";
import type { ReadFile, RowOutcome } from "../model/run-report.ts";
import type { SheetName } from "../model/sheet.ts";
import type { Text } from "../model/words/text.ts";
import type { WrittenSection } from "../model/written-mapping.ts";
import type { Causes } from "../report/causes.ts";
import type { CustomerCounts } from "../report/customer-counts.ts";
import type { Summary } from "../report/summary.ts";
import type { Timeline } from "../report/timeline.ts";
import type { RunLine } from "../run/runs.ts";
import type { MatchedBy } from "../sheets/mapping/match-columns.ts";
import type { EditKind } from "./edits.ts";
import type { Places } from "./problem-places.ts";
import type { FileCounts, RepairGroup, SwapGroup } from "./read-rows.ts";
import type { RunState } from "./run-state.ts";
import type { Trouble } from "./trouble.ts";

export type StartReply = {
  readonly version: string;
  readonly target: { readonly name: "simulator" | "webex"; readonly baseUrl?: string };
  readonly batches: readonly BatchLine[];
};

export type BatchLine = {
  readonly id: string;
  readonly createdAt: string;
  /** As a person has called it. */
  readonly name?: string;
  readonly files: readonly string[];
  /** As it was last checked; absent where it never was. */
  readonly found?: BatchFound;
  readonly runId?: string;
  /** Of its run, when that has ended. */
  readonly statuses?: RowStatuses;
};

/** What a check has found in a batch, as lists of batches tell it. `toCorrect`: rows. */
export type BatchFound = {
  readonly customers: NamedCustomers;
  readonly rows: number;
  readonly toCorrect: number;
};

/** How many, and what the first of them are called. */
export type NamedCustomers = { readonly count: number; readonly names: readonly string[] };

type RowStatuses = Readonly<Partial<Record<RowStatus, number>>>;

/** Why something is not read, and the way in. */
export type Unread = { readonly message: Text; readonly hint: Text };

export type UploadedFile = {
  readonly number: number;
  readonly name: string;
  readonly bytes: number;
  readonly encoding?: string;
  readonly parts: readonly {
    readonly worksheet?: string;
    readonly sheet?: SheetName;
    /** Which it seems to hold, by its header. */
    readonly guess?: SheetName;
    readonly unread?: Unread;
  }[];
  /** It says how the others are read. */
  readonly isMapping?: true;
  /** Set for a file of which nothing is kept. */
  readonly unread?: Unread;
};

export type CheckReply = {
  /** State of the batch that was checked. */
  readonly version: number;
  readonly summary: Summary;
  readonly causes: Causes;
  readonly files: readonly ReadFile[];
  readonly customers: readonly CustomerCounts[];
  readonly repairs: readonly RepairGroup[];
  readonly swaps: readonly SwapGroup[];
  /** By label. */
  readonly rowsOfFiles: Readonly<Record<string, FileCounts>>;
  readonly refusedFiles: readonly string[];
};

export type BatchReply = {
  readonly id: string;
  /** Grows from answer to answer: of two, the one with the larger number is the newer. */
  readonly asOf: number;
  readonly files: readonly UploadedFile[];
  /** Of the batch as it is now. */
  readonly version: number;
  readonly isChecking: boolean;
  readonly trouble?: Trouble;
  readonly check?: CheckReply;
  /** What can be taken back, and what can be done again. */
  readonly undo?: StepLine;
  readonly redo?: StepLine;
  readonly hasPlan: boolean;
  readonly isPlanning: boolean;
  readonly runId?: string;
};

/** A step of edits, as shown to people. */
export type StepLine = {
  readonly kind: EditKind;
  readonly cells: number;
  readonly rows: number;
  readonly sheet?: SheetName;
  /** Where all cells stand in one. */
  readonly column?: string;
  /** The first cell. */
  readonly file: string;
  readonly row: number;
};

/** Further effects of an edit. */
export type EditReply = BatchReply & {
  /** Absent where nothing changed. */
  readonly did?: StepLine;
  /** Pasted rows for which there was no room. */
  readonly leftOver?: number;
  readonly added?: number;
};

export type PreviewReply = {
  readonly file: string;
  readonly sheet: SheetName;
  readonly encoding: string;
  readonly delimiter?: string;
  readonly header: readonly string[];
  /** Canonical column per position; null where it is not known. */
  readonly columns: readonly (string | null)[];
  readonly samples: readonly (readonly string[])[];
  readonly issues: readonly {
    readonly severity: string;
    readonly code: string;
    readonly column?: string;
    readonly message: Text;
    readonly hint?: Text;
  }[];
};

export type ColumnReply = {
  readonly name: string;
  readonly isRequired: boolean;
  /** May be blank where this other column is filled. */
  readonly optionalWith?: string;
  readonly description: Text;
  readonly example: string;
  readonly choices?: readonly string[];
  /** Does it hold phone numbers, before which something may be missing? */
  readonly isNumber: boolean;
};

/** A file whose columns a person matches. By position of the header: */
export type MatchReply = {
  readonly file: string;
  readonly sheet: SheetName;
  readonly header: readonly string[];
  /** How it is read now, and what is proposed for the rest. "?" stands for what only a person knows. */
  readonly section: WrittenSection;
  /** How a proposal came to its column; null: it is none. */
  readonly by: readonly (MatchedBy | null)[];
  /** The first rows. */
  readonly samples: readonly (readonly string[])[];
  /** The different cells of the column; none where there are many. */
  readonly texts: readonly (readonly string[])[];
};

/** Rows as they are read. */
export type MatchedRowsReply = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** `id`: of the row within its check or run. */
export type GridRow = RowOutcome & {
  readonly id: number;
  /** The filter that found it finds it no more: it was repaired. */
  readonly isDone?: boolean;
};

export type RowsReply = {
  readonly version: number;
  /** With those that were repaired since the filter was set. */
  readonly total: number;
  readonly matching: number;
  readonly from: number;
  readonly rows: readonly GridRow[];
};

/** `row`: where one stands; -1 for a row that the filter does not find. */
export type PlaceReply = Places & { readonly row: number };

export type CustomerPlan = {
  readonly customer: string;
  /** Of its row; absent where the batch has none. */
  readonly name?: string;
  readonly counts: PlanCounts;
  readonly sheets: Readonly<Partial<Record<SheetName, PlanCounts>>>;
};

export type PlanReply = {
  readonly target: TargetFacts;
  readonly counts: PlanCounts;
  readonly sheets: Readonly<Partial<Record<SheetName, PlanCounts>>>;
  readonly customers: readonly CustomerPlan[];
  readonly notes: SavedPlan["notes"];
  readonly checklist: SavedPlan["checklist"];
  readonly unlisted: SavedPlan["unlisted"];
  /** How many are removed; whoever runs the plan types these numbers. */
  readonly removals: { readonly users: number; readonly customers: number };
  /** Of customers that go: do their organizations go with them? Absent: no customer goes. */
  readonly organizations?: "stay" | "go";
  /** What would let refused rows through. */
  readonly offers: readonly PlanOffer[];
};

/** An option that a plan can be made with anew. */
export type PlanOffer = "isAdopting" | "isRemovingCustomers";

/** `facts`: what a row that is created says of itself, by column. */
export type ShownPlanLine = PlanLine & {
  readonly facts: readonly { readonly column: string; readonly value: string }[];
};

export type PlanLinesReply = { readonly total: number; readonly lines: readonly ShownPlanLine[] };

export type RunFileReply = { readonly path: string; readonly bytes: number };

export type RunReply = {
  readonly line: RunLine;
  /** Of its customers, by external id, where a batch of the page knows them. */
  readonly names: Readonly<Record<string, string>>;
  readonly state: RunState;
  /** Is it carried out by this server now? */
  readonly isGoing: boolean;
  readonly trouble?: Trouble;
};

export type ReviewReply = {
  readonly summary: Summary;
  readonly causes: Causes;
  readonly files: readonly ReadFile[];
  readonly customers: readonly CustomerCounts[];
  readonly timeline: Timeline;
  readonly downloads: readonly RunFileReply[];
};

/** `files`, `customers`, `statuses`: by the result files of the run; absent where it has none. */
export type RunsReply = {
  readonly runs: readonly (RunLine & {
    readonly files?: readonly string[];
    readonly customers?: NamedCustomers;
    readonly statuses?: RowStatuses;
  })[];
};

/** Newest first. */
export type DriftsReply = {
  readonly drifts: readonly Omit<DriftSummary, "licenses">[];
  /** Is one made by this server now? */
  readonly isGoing: boolean;
};

/** A customer in which something differs. */
export type DriftCustomer = { readonly customer: string; readonly name?: string; readonly differences: number };

export type DriftReply = {
  readonly summary: DriftSummary;
  readonly customers: readonly DriftCustomer[];
  /** Names of the files that can be downloaded. */
  readonly files: readonly string[];
};

/** `total`: lines that the filter finds. */
export type DriftLinesReply = { readonly total: number; readonly lines: readonly DriftLine[] };

/** What the event stream sends: where it stands when one begins to listen, then what happens, then that it is over. */
export type StreamMessage =
  | { readonly kind: "state"; readonly state: RunState; readonly isGoing: boolean }
  | { readonly kind: "event"; readonly event: RunEvent }
  | { readonly kind: "closed"; readonly trouble?: Trouble };
