/** The result of reading a file, whatever its format: how it was read, and its rows. */

import type { Severity } from "../../model/issue.ts";
import type { IssueCode } from "../../model/issue-codes.ts";
import type { CalendarDay } from "../../model/records.ts";
import type { Text } from "../../model/words/text.ts";
import { trimBlanks } from "../cells/check-cell.ts";

/** What is wrong with a row or a file for reasons of its format. */
export type Flaw = {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly message: Text;
  readonly hint: Text;
  /** The cell, from 0, where it is one: it counts only under a header that we know. */
  readonly position?: number;
  /** The whole cell as it should be; only where that is certain. */
  readonly repair?: string;
  /** The day that the cell is, where that is all that is wrong with it: a column of days takes it. */
  readonly day?: CalendarDay;
  /** The row that its cell begins in, where that is one above. */
  readonly firstRow?: number;
};

export type ReadRow = {
  /** As a spreadsheet shows it. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly flaws?: readonly Flaw[];
  /** False where it is known that no cell holds a `'`. */
  readonly hasApostrophe?: boolean;
};

/** The header stands in one of so many rows at the top. */
export const headerRows = 20;

export type OpenSheet = {
  /** For people. */
  readonly encoding: string;
  readonly delimiter?: string;
  readonly flaws: readonly Flaw[];
  /** Every row, blank ones too, in pieces of any size. Throws a FileRefusal where it cannot go on. */
  readonly pieces: AsyncIterable<readonly ReadRow[]>;
  /** What is known of the file only when all of it was read. */
  readonly closingFlaws?: () => readonly Flaw[];
};

export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every(isBlank);
}

/** Also where a row has no such cell. */
export function isBlank(cell: string | undefined): boolean {
  return trimBlanks(cell ?? "") === "";
}
