/** One problem of one row, as the rules across rows find them: as an issue, and written down once rows are staged. */
import type { StoredRow } from "../journal/row-table.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { Issue, Severity } from "../model/issue.ts";
import type { RowAddress } from "../model/sheet.ts";

type Problem = {
  readonly code: string;
  readonly column: string;
  readonly value?: string | undefined;
  readonly message: string;
  readonly hint?: string | undefined;
};

function issueAt(at: RowAddress, severity: Severity, problem: Problem): Issue {
  const { value, hint, ...rest } = problem;
  return { ...rest, severity, at, ...(value === undefined ? {} : { value }), ...(hint === undefined ? {} : { hint }) };
}

export const errorAt = (at: RowAddress, problem: Problem): Issue => issueAt(at, "error", problem);
export const warningAt = (at: RowAddress, problem: Problem): Issue => issueAt(at, "warning", problem);

/** For rows that are staged already. */
export function addProblem(runFile: RunFile, row: StoredRow, severity: Severity, problem: Problem): void {
  runFile.rows.addIssue(row.id, row.file, issueAt(runFile.rows.addressOfRow(row), severity, problem));
}
