/** The summary of a run, as summary.json and the screen tell it: counts, causes, timings. Renders nothing. */
import { type Issue, isError } from "../model/issue.ts";
import type { CheckSource, ReadFile, RowOutcome, RunFacts } from "../model/run-report.ts";
import { type SheetName, sheetNames } from "../model/sheet.ts";
import type { Language } from "../model/words/language.ts";
import { type ErrorGroup, startErrorGroups } from "./error-groups.ts";
import { type Counts, startTally } from "./tally.ts";

export type Summary = Omit<RunFacts, "files" | "folder"> & {
  /** Version of this shape. */
  readonly v: 1;
  readonly durationMs?: number;
  readonly files: readonly FileSummary[];
  readonly total: Counts;
  readonly sheets: Readonly<Record<SheetName, Counts>>;
  readonly errorGroups: readonly ErrorGroup[];
  /** Problems of files as a whole. */
  readonly fileIssues: readonly Issue[];
};

export type FileSummary = Pick<ReadFile, "sheet" | "file" | "rows" | "encoding" | "delimiter">;

export type GrowingSummary = {
  /** Rows come in input order. */
  add(row: RowOutcome): void;
  addGood(sheet: SheetName, rows: number): void;
  finish(): Summary;
};

/** The summary of a run that only checked, without reading the rows that are good. */
export function summarizeChecks(source: CheckSource, language: Language): Summary {
  const summary = startSummary(source.facts(), source.fileIssues(), language);
  const good = source.goodRows();
  for (const sheet of sheetNames) summary.addGood(sheet, good[sheet]);
  for (const row of source.otherRows()) summary.add(row);
  return summary.finish();
}

/** Is there a row or a file that a person must put right? */
export function hasBadRows({ total, fileIssues }: Summary): boolean {
  const { invalid, failed, blocked } = total.statuses;
  return invalid + failed + blocked > 0 || fileIssues.some(isError);
}

/** A summary that grows row by row; its memory does not. `language`: of what is said of its causes. */
export function startSummary(facts: RunFacts, fileIssues: readonly Issue[], language: Language): GrowingSummary {
  const total = startTally();
  const sheets = {
    templates: startTally(),
    profiles: startTally(),
    customers: startTally(),
    locations: startTally(),
    users: startTally(),
  };
  const errorGroups = startErrorGroups(language);
  return {
    add: (row) => {
      total.add(row);
      sheets[row.at.sheet].add(row);
      errorGroups.add(row);
    },
    addGood: (sheet, rows) => {
      const status = sheet === "profiles" ? "unchanged" : "not_attempted";
      total.addGood(rows, status);
      sheets[sheet].addGood(rows, status);
    },
    finish: () => ({
      v: 1,
      ...describeRun(facts),
      total: total.counts(),
      sheets: {
        templates: sheets.templates.counts(),
        profiles: sheets.profiles.counts(),
        customers: sheets.customers.counts(),
        locations: sheets.locations.counts(),
        users: sheets.users.counts(),
      },
      errorGroups: errorGroups.list(),
      fileIssues,
    }),
  };
}

function describeRun({ folder: _folder, files, ...facts }: RunFacts) {
  const { startedAt, finishedAt } = facts;
  return {
    ...facts,
    ...(finishedAt !== undefined && { durationMs: Date.parse(finishedAt) - Date.parse(startedAt) }),
    files: files.map(describeFile),
  };
}

function describeFile({ sheet, file, rows, encoding, delimiter }: ReadFile): FileSummary {
  return { sheet, file, rows, encoding, ...(delimiter !== undefined && { delimiter }) };
}
