/** A problem with the data. Collected, never thrown. */

import type { RowId } from "./plan.ts";
import type { ProblemCode } from "./problem-code.ts";
import type { RowAddress, SheetName } from "./sheet.ts";
import type { Text } from "./words/text.ts";

export type Severity = "error" | "warning";

/** Without a sheet: of a file that is none, or of which nobody knows which it is. */
export type IssueAddress = Omit<RowAddress, "sheet"> & { readonly sheet?: SheetName };

export type Issue = {
  /** One of the catalogue (`issue-codes.ts`); of a remark of Webex, its own. */
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** `row` 0: the file as a whole. */
  readonly at: IssueAddress;
  /** Canonical column name, or the header as written where we do not know it. */
  readonly column?: string;
  /** The cell as written. */
  readonly value?: string;
  readonly message: Text;
  /** The way out: what to write instead. */
  readonly hint?: Text;
  /** The whole cell as it should be; only where that is certain. */
  readonly repair?: string;
};

/** Where the value of a blank cell stands. */
export type Origin = {
  readonly profile: string;
  /** `profiles.csv:3` */
  readonly row: string;
  /** Of the sheet of profiles. */
  readonly column: string;
  /** In the place of a profile it is a template. */
  readonly isTemplate?: true;
};

/** What a row takes from profiles. */
export type Taken = {
  /** By column of the row: the cells that were blank. */
  readonly from: ReadonlyMap<string, Origin>;
  /** A profile that it takes values from, and that is not valid. */
  readonly blockedBy?: RowId;
  /** A profile of the row is not there: nobody knows which cells it would fill. */
  readonly isOpen: boolean;
};

export type Checked<T> = { readonly value: T; readonly issues: readonly Issue[]; readonly taken?: Taken };

export function isError({ severity }: { readonly severity: Severity }): boolean {
  return severity === "error";
}
