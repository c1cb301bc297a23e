/** What a file gives, whatever its format: how it was read, and its rows. */
import type { Severity } from "../model/issue.ts";
import type { IssueCode } from "../model/issue-codes.ts";
import { trimBlanks } from "./check-cell.ts";

/** What is wrong with a row or a file for reasons of its format. */
export type Flaw = {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
};

export type ReadRow = {
  /** As a spreadsheet shows it. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly flaws?: readonly Flaw[];
};

export type OpenSheet = {
  /** For people. */
  readonly encoding: string;
  readonly delimiter?: string;
  readonly flaws: readonly Flaw[];
  /** Every row, blank ones too, in pieces of any size. Throws a FileRefusal where it cannot go on. */
  readonly pieces: AsyncIterable<readonly ReadRow[]>;
};

export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every(isBlank);
}

/** Also where a row has no such cell. */
export function isBlank(cell: string | undefined): boolean {
  return trimBlanks(cell ?? "") === "";
}
