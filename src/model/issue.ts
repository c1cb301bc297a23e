/** What is wrong with the data. Collected, never thrown. */
import type { RowAddress } from "./sheet.ts";

export type Severity = "error" | "warning";

export type Issue = {
  /** One of the catalogue (`issue-codes.ts`). */
  readonly code: string;
  readonly severity: Severity;
  /** `row` 0: the file as a whole. */
  readonly at: RowAddress;
  /** Canonical column name, or the header as written where we do not know it. */
  readonly column?: string;
  /** The cell as written. */
  readonly value?: string;
  readonly message: string;
  /** The way out: what to write instead. */
  readonly hint?: string;
  /** The whole cell as it should be; only where that is certain. */
  readonly repair?: string;
};

export type Checked<T> = { readonly value: T; readonly issues: readonly Issue[] };

export function isError({ severity }: { readonly severity: Severity }): boolean {
  return severity === "error";
}
