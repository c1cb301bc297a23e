/** Collects what is wrong with one row while its cells are read. Knows no rule itself. */
import type { Issue, Severity } from "../model/issue.ts";
import type { IssueCode } from "../model/issue-codes.ts";
import type { RowAddress } from "../model/sheet.ts";

/** What a cell type may say about the cell in its hand. */
export type CellCheck = {
  error(code: IssueCode, message: string, hint?: string): void;
  warn(code: IssueCode, message: string, hint?: string): void;
  /** Is an E.164 number one that its country's numbering plan knows? */
  isPlausible(phoneNumber: string): boolean;
};

/** What the rules across the cells of a row may ask and say. */
export type RowCheck<Column extends string = string> = {
  /** The cell without surrounding blanks; empty when it is blank or the file has no such column. */
  text(column: Column): string;
  error(column: Column, code: IssueCode, message: string, hint?: string): void;
  warn(column: Column, code: IssueCode, message: string, hint?: string): void;
};

export type RowIssues = {
  readonly found: readonly Issue[];
  add(severity: Severity, code: IssueCode, where: Where, message: string, hint: string | undefined): void;
};

type Where = { readonly column?: string | undefined; readonly value?: string | undefined };

/** An empty list for the issues of the row at `at`. */
export function rowIssues(at: RowAddress): RowIssues {
  const found: Issue[] = [];
  return {
    found,
    add(severity, code, { column, value }, message, hint) {
      found.push({
        code,
        severity,
        at,
        ...(column === undefined ? {} : { column }),
        ...(value === undefined || value === "" ? {} : { value: shorten(value) }),
        message,
        ...(hint === undefined ? {} : { hint }),
      });
    },
  };
}

const longestShown = 200;

/** A cell of 32 KiB in a message helps nobody. */
export function shorten(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
