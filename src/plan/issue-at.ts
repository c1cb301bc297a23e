/** Writes down one problem of one row, as the rules across rows find them. */
import type { Issue, Severity } from "../model/issue.ts";
import type { RowAddress } from "../model/sheet.ts";

type Problem = {
  readonly code: string;
  readonly column: string;
  readonly value?: string | undefined;
  readonly message: string;
  readonly hint?: string | undefined;
};

export function issueAt(at: RowAddress, severity: Severity, problem: Problem): Issue {
  const { value, hint, ...rest } = problem;
  return { ...rest, severity, at, ...(value === undefined ? {} : { value }), ...(hint === undefined ? {} : { hint }) };
}

export const errorAt = (at: RowAddress, problem: Problem): Issue => issueAt(at, "error", problem);
export const warningAt = (at: RowAddress, problem: Problem): Issue => issueAt(at, "warning", problem);
