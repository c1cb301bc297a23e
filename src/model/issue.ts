/** A problem with the data. Collected, never thrown. */

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

export type Checked<T> = { readonly value: T; readonly issues: readonly Issue[] };

export function isError({ severity }: { readonly severity: Severity }): boolean {
  return severity === "error";
}
