/** errors.csv: one line per error or warning of a row or of a file as a whole. Does no file work. */
import type { Issue } from "../model/issue.ts";
import type { Problem, RowOutcome } from "../model/run-report.ts";
import { escapeFormula } from "./escape-formula.ts";

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
] as const;

/** A line of errors.csv: every value as text, empty where there is none. */
export type ErrorLine = Readonly<Record<(typeof errorColumns)[number], string>>;

/** One line per problem of the row, in their order. */
export function toErrorLines(row: RowOutcome): readonly ErrorLine[] {
  const { sheet, file } = row.at;
  return row.problems.map((problem) => ({
    sheet,
    file,
    row: String(row.at.row),
    ...describeProblem(problem),
    customer: row.customer,
    tracking_id: problem.trackingId ?? "",
  }));
}

/** The line of an issue of a file. Its row is empty when the issue is of the file as a whole. */
export function toFileErrorLine(issue: Issue): ErrorLine {
  const { sheet, file, row } = issue.at;
  return { sheet, file, row: row > 0 ? String(row) : "", ...describeProblem(issue), customer: "", tracking_id: "" };
}

function describeProblem(problem: Problem) {
  return {
    column: problem.column ?? "",
    severity: problem.severity,
    code: problem.code,
    value: problem.value ?? "",
    message: problem.message,
    hint: problem.hint ?? "",
  };
}

/** The cells of a line in the order of `errorColumns`, safe to open in a spreadsheet. */
export function toErrorCells(line: ErrorLine): readonly string[] {
  return errorColumns.map((column) => escapeFormula(line[column]));
}
