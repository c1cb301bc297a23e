/** errors.csv: one line per error or warning of a row or of a file as a whole. Does no file work. */

import type { Issue } from "../../model/issue.ts";
import type { Problem, RowOutcome } from "../../model/run-report.ts";
import type { Language } from "../../model/words/language.ts";
import { say } from "../../model/words/text.ts";
import type { FailedLocation } from "./failed-rows.ts";
import { type Table, toneByColumn } from "./output.ts";

export const errorColumns = [
  "sheet",
  "file",
  "row",
  "column",
  "severity",
  "code",
  "value",
  "message",
  "hint",
  "customer",
  "tracking_id",
  "key",
  "failed_file",
  "failed_row",
  "proposed_value",
] as const;

/** A line of errors.csv: every value as text, empty where there is none. */
export type ErrorLine = Readonly<Record<(typeof errorColumns)[number], string>>;

/** One line per problem of the row, in their order. `place`: absent for a row that is not to be corrected. */
export function toErrorLines(
  row: RowOutcome,
  failed: FailedLocation | undefined,
  language: Language,
): readonly ErrorLine[] {
  const { sheet, file } = row.at;
  return row.problems.map((problem) => ({
    sheet,
    file,
    row: String(row.at.row),
    ...describeProblem(problem, language),
    customer: row.customer,
    tracking_id: problem.trackingId ?? "",
    key: row.key,
    failed_file: failed?.file ?? "",
    failed_row: failed ? String(failed.row) : "",
    proposed_value: problem.repair ?? "",
  }));
}

/** The line of an issue of a file. Its row is empty when the issue is of the file as a whole. */
export function toFileErrorLine(issue: Issue, language: Language): ErrorLine {
  const { sheet = "", file, row } = issue.at;
  return {
    sheet,
    file,
    row: row > 0 ? String(row) : "",
    ...describeProblem(issue, language),
    customer: "",
    tracking_id: "",
    key: "",
    failed_file: "",
    failed_row: "",
    proposed_value: issue.repair ?? "",
  };
}

function describeProblem(problem: Problem, language: Language) {
  return {
    column: problem.column ?? "",
    severity: problem.severity,
    code: problem.code,
    value: problem.value ?? "",
    message: say(problem.message, language),
    hint: problem.hint ? say(problem.hint, language) : "",
  };
}

export const errorsTable: Table = {
  name: "errors",
  columns: errorColumns,
  toneOf: toneByColumn(errorColumns, "severity"),
  screenLabel: ({ errorGroups, fileIssues }) =>
    errorGroups.length + fileIssues.length > 0 ? "label_errors" : undefined,
  start: (source, language) => ({
    before: () => source.fileIssues().map((issue) => toErrorCells(toFileErrorLine(issue, language))),
    linesOf: (row, location) => toErrorLines(row, location, language).map(toErrorCells),
  }),
};

/** The cells of a line in the order of `errorColumns`. */
export function toErrorCells(line: ErrorLine): readonly string[] {
  return errorColumns.map((column) => line[column]);
}
