/** What a caller asks of the pipeline, whoever the caller is: command line, page, schedule, library. */
import { z } from "zod";
import type { Engine, EngineLimits } from "../engine/engine.ts";
import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Issue } from "../model/issue.ts";
import type { SavedPlan } from "../model/plan-line.ts";
import type { RequestRecord } from "../model/ports.ts";
import type { PlanCounts, TargetFacts } from "../model/run-event.ts";
import type { SheetName } from "../model/sheet.ts";
import { languages } from "../model/words/language.ts";
import type { WrittenMapping } from "../model/written-mapping.ts";
import type { ResultOptions } from "../report/files/write-reports.ts";
import type { Connection } from "../runtime.ts";
import type { Mapping } from "../sheets/mapping/mapping-file.ts";
import type { RowObjects } from "../sheets/read/read-objects.ts";
import type { ReadOptions } from "../sheets/read/read-sheet.ts";
import { alwaysRefresh, refreshModes } from "./defaults.ts";
import type { RunFolder } from "./folder.ts";
import { guardFlags, planFlags, type RunFlag } from "./run-flags.ts";
import { saidSchema } from "./said-schema.ts";

export type { WrittenMapping, WrittenSection } from "../model/written-mapping.ts";
export type { RowObject, RowObjects, RowValue } from "../sheets/read/read-objects.ts";

export type BatchInput = {
  /** Files, folders and workbooks. */
  readonly inputs?: readonly string[];
  readonly sheets?: Partial<Record<SheetName, readonly string[]>>;
  /** Rows that a program gives, beside those of files. */
  readonly rows?: Partial<Record<SheetName, RowObjects>>;
  /** By path: the names under which people know files that lie under others. */
  readonly names?: ReadonlyMap<string, string>;
  /** What somebody has left out of the batch, and what would have been read. */
  readonly unread?: readonly Issue[];
  readonly reading?: ReadOptions;
  /** A mapping file, or what it says, for all files; absent: a `mapping.json` beside them. */
  readonly mapping?: string | WrittenMapping;
  /** For files beside which there is none. */
  readonly usualMapping?: Mapping;
  /** The run whose rows these are: they are checked beside those of it that they do not replace. */
  readonly parent?: ParentRun;
};

/** The run that a retry is of, and the rows of it that stay as they are. */
export type ParentRun = {
  readonly folder: RunFolder;
  /** In the order of the input. `parent`: that run's file. */
  rowsLeft(parent: RunFile): (sheet: SheetName) => Iterable<StoredRow>;
};

const kinds = {
  switch: z.boolean().default(false),
  count: z.number().exactOptional(),
  customers: z.array(z.string()).readonly().exactOptional(),
} as const satisfies Record<RunFlag["kind"], z.ZodType>;

type OptionsOf<F extends Readonly<Record<string, RunFlag>>> = { [K in keyof F]: (typeof kinds)[F[K]["kind"]] };

function optionsOf<const F extends Readonly<Record<string, RunFlag>>>(flags: F): OptionsOf<F> {
  return Object.fromEntries(Object.entries(flags).map(([name, { kind }]) => [name, kinds[kind]])) as OptionsOf<F>; // one for each flag
}

/** What makes one plan of a batch another one than the next: a saved plan keeps it. */
export const planOptionsSchema = z.object(optionsOf(planFlags));

/** What is asked of a run, whichever process carries it out: stored whole with it, and read again by `resume`. */
export const runOptionsSchema = planOptionsSchema.extend({
  ...optionsOf(guardFlags),
  /** Which rows are asked about. */
  refresh: z
    .object({ mode: z.enum(refreshModes), afterMs: z.number() })
    .readonly()
    .default(alwaysRefresh),
  /** In which its files tell people what is wrong. */
  language: z.enum(languages).default("en"),
  /** Rows of the batch; more refuse the run. */
  maxRows: z.object({ rows: z.number(), reason: saidSchema }).readonly().exactOptional(),
});

export type RunOptions = Readonly<z.output<typeof runOptionsSchema>>;

/** As a caller gives them. */
export type RunWishes = Readonly<z.input<typeof runOptionsSchema>>;

/** What holds for one call alone, and is not stored: who goes on with the run brings their own. */
export type CallOptions = {
  readonly limits: EngineLimits;
  /** What carries the plan out; default: what carried it out before, else `local`. */
  readonly engine?: "local" | "temporal";
  /** The way to Temporal, for a run that is carried out there. */
  readonly openTemporal?: OpenEngine;
  /** Refuse the run when the plan made now differs from this one. */
  readonly signedPlan?: SavedPlan;
  /** Where copies of the result files go. */
  readonly outFolder?: string;
  /** How they are written. */
  readonly files?: ResultOptions;
  /** How the files are read that nobody has named: those of failed/, and of an inbox. */
  readonly reading?: ReadOptions;
  /** The mapping of an inbox, for batches without one of their own. */
  readonly usualMapping?: string;
  /** Asked once, with the plan, before anything is written; false: nothing is done. */
  confirm(counts: PlanCounts, target: TargetFacts): Promise<boolean>;
  /** A person types how many users or customers go. Absent: nobody is there to ask. */
  readonly confirmRemovals?: (removals: number, of: "users" | "customers") => Promise<boolean>;
};

export type ApplyOptions = RunWishes & CallOptions;

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
