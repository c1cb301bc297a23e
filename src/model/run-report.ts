/** What a run reports, one record per input row: the single source of every rendering (results.csv, errors.csv, failed/, screen, page). */

import type { TemplateChecklist } from "./checklist.ts";
import type { Issue, Severity } from "./issue.ts";
import type { RowAction, RowStatus } from "./outcome.ts";
import type { Change, PlannedAction, Unlisted } from "./plan.ts";
import type { ProblemCode } from "./problem-code.ts";
import type { RowAddress, SheetFile, SheetName } from "./sheet.ts";
import type { Language } from "./words/language.ts";
import type { Text } from "./words/text.ts";

/** An error or a warning of a row, by our checks or by Webex. */
export type Problem = {
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly column?: string;
  readonly value?: string;
  readonly message: Text;
  readonly hint?: Text;
  /** The whole cell as it should be; only where that is certain. */
  readonly repair?: string;
  readonly trackingId?: string;
};

/** What was chosen for a row. */
export type Assigned = {
  readonly profile?: string;
  readonly phoneNumber?: string;
  readonly extension?: string;
};

/** `profile=sales;phone_number=+31201234507;extension=4507`, as results and plans write it; empty: nothing was chosen. */
export function formatAssigned({ profile, phoneNumber, extension }: Assigned = {}): string {
  return Object.entries({ profile, phone_number: phoneNumber, extension })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(";");
}

/** What `formatAssigned` wrote. */
export function parseAssigned(text: string): Assigned {
  const values = new Map(
    text.split(";").map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]),
  );
  const [profile, phoneNumber, extension] = ["profile", "phone_number", "extension"].map((name) => values.get(name));
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
    ...(extension === undefined ? {} : { extension }),
  };
}

/** A blank cell that a profile or a template fills. */
export type TakenCell = {
  readonly column: string;
  readonly profile: string;
  readonly row: string;
  /** In the place of a profile it is a template. */
  readonly isTemplate?: true;
};

export type RowOutcome = {
  readonly at: RowAddress;
  /** Every cell as read, in the order of the file's header. */
  readonly cells: readonly string[];
  /** External id of the customer, or the reference as written. Empty for templates. */
  readonly customer: string;
  /** External id, template name, location name, e-mail. */
  readonly key: string;
  readonly action: RowAction;
  readonly status: RowStatus;
  /** Errors first, then warnings. */
  readonly problems: readonly Problem[];
  readonly blockedBy?: RowAddress;
  readonly assigned?: Assigned;
  readonly taken?: readonly TakenCell[];
  /** ISO 8601, UTC: the row is what was last applied then, and was not asked about in this run. */
  readonly lastAppliedAt?: string;
  readonly webexId?: string;
  readonly trackingId?: string;
  readonly httpStatus?: number;
  /** Requests sent for the row's operations, look-ups not counted. */
  readonly attempts: number;
  /** ISO 8601, UTC. */
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly durationMs?: number;
  /** ISO 8601, UTC: when Webex throttled its requests; absent when it never did. */
  readonly throttledAt?: readonly string[];
};

/** What was planned for a row, before anything was done. */
export type PlannedRow = { readonly action: PlannedAction; readonly changes: readonly Change[] };

export type ReadFile = SheetFile & { readonly rows: number };

/** What a run is for. `go-live`: it carries out days that earlier runs have remembered. */
export const runVerbs = ["validate", "plan", "apply", "retry", "undo", "go-live", "remind"] as const;
export type RunVerb = (typeof runVerbs)[number];

/** Are its rows those of sheets that somebody has written, with all that they say? */
export function isOfSheets(verb: RunVerb): boolean {
  return verb !== "undo" && verb !== "go-live" && verb !== "remind";
}

export type RunFacts = {
  readonly runId: string;
  readonly command: RunVerb;
  /** `simulator` or `webex`, and its base URL; absent for validate. */
  readonly target?: { readonly name: "simulator" | "webex"; readonly baseUrl: string };
  readonly startedAt: string;
  readonly finishedAt?: string;
  /** Who began it, and the ticket that it belongs to. */
  readonly operator?: string;
  readonly ticket?: string;
  /** Did it come to its end, or was it stopped (`reason` for people)? */
  readonly stopped?: { readonly reason: Text };
  /** In which its files tell people what is wrong; absent for English. */
  readonly language?: Language;
  /** What held its speed down, as measured: rate limit, latency, provisioning at Webex, dependencies. */
  readonly bound?: string;
  readonly files: readonly ReadFile[];
  /** Templates that a person still has to make; absent where none is left. */
  readonly checklist?: readonly TemplateChecklist[];
  /** Absolute path of the run's folder. */
  readonly folder?: string;
};

/** Reads a run. Iterables are read more than once, in input order, without holding all rows in memory. */
export type ReportSource = {
  facts(): RunFacts;
  rows(): Iterable<RowOutcome>;
  /** What was planned for a row as `rows` has just given it; absent, or undefined, where nothing was. */
  planned?(row: RowOutcome): PlannedRow | undefined;
  /** What is at Webex in the customers of the batch, and in no sheet. */
  unlisted?(): readonly Unlisted[];
  /** Problems of files as a whole: unknown columns, wrong encodings, refused files. */
  fileIssues(): readonly Issue[];
};

/** Reads a run that only checked: rows with nothing to report are counted, not read. */
export type CheckSource = Pick<ReportSource, "facts" | "fileIssues"> & {
  /** Rows that are good, by sheet. */
  goodRows(): Readonly<Record<SheetName, number>>;
  /** The others, and those with warnings, in input order. */
  otherRows(): Iterable<RowOutcome>;
};
