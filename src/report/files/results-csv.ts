/** results.csv: one line per input row, in both directions. Does no file work. */

import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import { unescapeFormula } from "../../model/formula-signs.ts";
import { isError } from "../../model/issue.ts";
import { waitCodes } from "../../model/outcome.ts";
import { formatAssigned, type Problem, type RowOutcome } from "../../model/run-report.ts";
import { formatAddress } from "../../model/sheet.ts";
import { UserError } from "../../model/user-error.ts";
import type { Language } from "../../model/words/language.ts";
import { say, type Text, text } from "../../model/words/text.ts";
import { type Table, toneByColumn } from "./output.ts";

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
  "assigned",
] as const;

/** A line of results.csv: every value as text, empty where there is none. */
export type ResultLine = Readonly<Record<(typeof resultColumns)[number], string>>;

/** The values of a row. Of several errors, or reasons why it is pending, the first fills the columns; `message` has those of all, separated by ` | `. */
export function toResultLine(runId: string, row: RowOutcome, language: Language): ResultLine {
  const reasons = row.problems.filter((problem) => isError(problem) || isWhyPending(row, problem));
  const warnings = row.problems.filter((problem) => !reasons.includes(problem));
  return {
    run_id: runId,
    sheet: row.at.sheet,
    file: row.at.file,
    row: String(row.at.row),
    customer: row.customer,
    key: row.key,
    action: row.action,
    status: row.status,
    ...describeReasons(reasons, language),
    ...(row.lastAppliedAt ? { message: say(notAskedAbout(row.lastAppliedAt), language) } : {}),
    blocked_by: row.blockedBy ? formatAddress(row.blockedBy) : "",
    warnings: joinMessages(warnings, language),
    ...describeAttempts(row),
  };
}

/** A row that is not final says why where others say what is wrong. */
function isWhyPending({ status }: RowOutcome, { code }: Problem): boolean {
  return status === "pending" && whyPending.has(code);
}

const whyPending: ReadonlySet<string> = new Set([
  ...waitCodes,
  "pending",
  "run_interrupted",
  "run_undone",
  "run_overtaken",
]);

function describeReasons(reasons: readonly Problem[], language: Language) {
  const first = reasons[0];
  return {
    error_code: first?.code ?? "",
    column: first?.column ?? "",
    message: joinMessages(reasons, language),
    hint: first?.hint ? say(first.hint, language) : "",
  };
}

/** Webex was not asked whether it still holds. */
function notAskedAbout(lastAppliedAt: string): Text {
  return text("not_asked_about", { lastAppliedAt });
}

function joinMessages(problems: readonly Problem[], language: Language): string {
  return problems.map((problem) => say(problem.message, language)).join(" | ");
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
    assigned: formatAssigned(row.assigned),
  };
}

export const resultsTable: Table = {
  name: "results",
  columns: resultColumns,
  toneOf: toneByColumn(resultColumns, "status"),
  screenLabel: (_run, shown) => (shown.includes("label_results") ? "label_as_csv" : "label_results"),
  start(source, language) {
    const { runId } = source.facts();
    return { linesOf: (row) => [toResultCells(toResultLine(runId, row, language))] };
  },
};

/** The cells of a line in the order of `resultColumns`. */
export function toResultCells(line: ResultLine): readonly string[] {
  return resultColumns.map((column) => line[column]);
}

/**
 * Reads a results.csv back, whatever its delimiter: the same values that were written, one line per input row. Columns may
 * stand in any order.
 * Throws a `UserError` when a column is missing, and the error of csv-parse when the content is no CSV.
 */
export async function* readResultsCsv(content: Readable): AsyncGenerator<ResultLine> {
  const { delimiter, whole } = await findDelimiter(content);
  const parser = parse({ bom: true, columns: requireColumns, delimiter });
  // What goes wrong with the content comes out of the parser, which the pipeline destroys with it.
  const records: AsyncIterable<Record<string, string>> = pipeline(whole, parser, () => {});
  for await (const record of records) {
    const values = resultColumns.map((column) => [column, unescapeFormula(record[column] ?? "")]);
    yield Object.fromEntries(values) as ResultLine; // every column of the type was just put in
  }
}

/** By the header: no name of a column holds one. `whole`: the content, from its beginning. */
async function findDelimiter(content: Readable): Promise<{ readonly delimiter: string; readonly whole: Readable }> {
  const pieces: AsyncIterator<Buffer | string> = content[Symbol.asyncIterator]();
  const start: (Buffer | string)[] = [];
  let delimiter: string | undefined;
  while (delimiter === undefined) {
    const { done, value } = await pieces.next();
    if (done) break;
    start.push(value);
    delimiter = /[,;\t|]/.exec(value.toString())?.[0];
  }
  const whole = async function* () {
    yield* start;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  };
  return { delimiter: delimiter ?? ",", whole: Readable.from(whole()) };
}

function requireColumns(header: readonly string[]): string[] {
  const missing = resultColumns.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new UserError("not_results_csv", text("not_results_csv", { missing }), text("give_results_csv"));
  return [...header];
}
