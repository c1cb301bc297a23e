/** One problem of one row, as the rules across rows find them: as an issue, and written down once rows are staged. */

import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Issue, Severity } from "../model/issue.ts";
import type { ProblemCode } from "../model/problem-code.ts";
import type { RowAddress } from "../model/sheet.ts";
import { type Text, withValues } from "../model/words/text.ts";
import { showUnseen } from "../sheets/cells/odd-characters.ts";

type Problem = {
  readonly code: ProblemCode;
  readonly column?: string;
  readonly value?: string | undefined;
  readonly message: Text;
  readonly hint?: Text | undefined;
  /** The whole cell as it should be, where that is certain. */
  readonly repair?: string;
};

function issueAt(at: RowAddress, severity: Severity, problem: Problem): Issue {
  const { value, hint, message, ...rest } = problem;
  return {
    ...rest,
    severity,
    at,
    message: withValues(message, showUnseen),
    ...(value === undefined ? {} : { value }),
    ...(hint === undefined ? {} : { hint: withValues(hint, showUnseen) }),
  };
}

export const errorAt = (at: RowAddress, problem: Problem): Issue => issueAt(at, "error", problem);
export const warningAt = (at: RowAddress, problem: Problem): Issue => issueAt(at, "warning", problem);

/** For rows that are staged already. */
export function addProblem(runFile: RunFile, row: StoredRow, severity: Severity, problem: Problem): void {
  runFile.rows.addIssue(row.id, row.file, issueAt(runFile.rows.addressOfRow(row), severity, problem));
}
