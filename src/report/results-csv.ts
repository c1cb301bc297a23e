/** results.csv: one line per input row, in both directions. Does no file work. */

import { pipeline, type Readable } from "node:stream";
import { parse } from "csv-parse";
import { isError } from "../model/issue.ts";
import type { Problem, RowOutcome } from "../model/run-report.ts";
import { formatAddress } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { escapeFormula, unescapeFormula } from "./escape-formula.ts";

export const resultColumns = [
  "run_id",
  "sheet",
  "file",
  "row",
  "customer",
  "key",
  "action",
  "status",
  "error_code",
  "column",
  "message",
  "hint",
  "blocked_by",
  "warnings",
  "webex_id",
  "tracking_id",
  "http_status",
  "attempts",
  "started_at",
  "finished_at",
  "duration_ms",
] as const;

/** A line of results.csv: every value as text, empty where there is none. */
export type ResultLine = Readonly<Record<(typeof resultColumns)[number], string>>;

/** The values of a row. Of several errors the first fills the columns; `message` has those of all, separated by ` | `. */
export function toResultLine(runId: string, row: RowOutcome): ResultLine {
  const errors = row.problems.filter(isError);
  const warnings = row.problems.filter((problem) => problem.severity === "warning");
  return {
    run_id: runId,
    sheet: row.at.sheet,
    file: row.at.file,
    row: String(row.at.row),
    customer: row.customer,
    key: row.key,
    action: row.action,
    status: row.status,
    ...describeErrors(errors),
    ...(row.lastAppliedAt ? { message: notAskedAbout(row.lastAppliedAt) } : {}),
    blocked_by: row.blockedBy ? formatAddress(row.blockedBy) : "",
    warnings: joinMessages(warnings),
    ...describeAttempts(row),
  };
}

function describeErrors(errors: readonly Problem[]) {
  const first = errors[0];
  return {
    error_code: first?.code ?? "",
    column: first?.column ?? "",
    message: joinMessages(errors),
    hint: first?.hint ?? "",
  };
}

/** Webex was not asked whether it still holds. */
function notAskedAbout(lastAppliedAt: string): string {
  return `Not asked about: the same as when it was last applied, ${lastAppliedAt}.`;
}

function joinMessages(problems: readonly Problem[]): string {
  return problems.map((problem) => problem.message).join(" | ");
}

function describeAttempts(row: RowOutcome) {
  return {
    webex_id: row.webexId ?? "",
    tracking_id: row.trackingId ?? "",
    http_status: row.httpStatus?.toString() ?? "",
    attempts: String(row.attempts),
    started_at: row.startedAt ?? "",
    finished_at: row.finishedAt ?? "",
    duration_ms: row.durationMs?.toString() ?? "",
  };
}

/** The cells of a line in the order of `resultColumns`, safe to open in a spreadsheet. */
export function toResultCells(line: ResultLine): readonly string[] {
  return resultColumns.map((column) => escapeFormula(line[column]));
}

/**
 * Reads a results.csv back: the same values that were written, one line per input row. Columns may stand in any order.
 * Throws a `UserError` when a column is missing, and the error of csv-parse when the content is no CSV.
 */
export async function* readResultsCsv(content: Readable): AsyncGenerator<ResultLine> {
  const parser = parse({ bom: true, columns: requireColumns });
  // What goes wrong with the content comes out of the parser, which the pipeline destroys with it.
  const records: AsyncIterable<Record<string, string>> = pipeline(content, parser, () => {});
  for await (const record of records) {
    const values = resultColumns.map((column) => [column, unescapeFormula(record[column] ?? "")]);
    yield Object.fromEntries(values) as ResultLine; // every column of the type was just put in
  }
}

function requireColumns(header: readonly string[]): string[] {
  const missing = resultColumns.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new UserError(
      "not_results_csv",
      `This is not a results.csv: it has no column ${missing.join(", ")}.`,
      "Give the results.csv of a run as it was written, with its header line.",
    );
  return [...header];
}
