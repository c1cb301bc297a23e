/** Sheets, files, rows and their cells. No rules and no reading. */
import type { FileMapping } from "./mapped-columns.ts";

/** The five sheets, in the order in which every result is written. */
export const sheetNames = ["templates", "profiles", "customers", "locations", "users"] as const;
export type SheetName = (typeof sheetNames)[number];

/** Where a row stands. `file` is relative to the input argument (`batch.xlsx[users]` for a worksheet); `row` is the row that a spreadsheet program shows (the header is usually row 1). */
export type RowAddress = { readonly sheet: SheetName; readonly file: string; readonly row: number };

/** `customers.csv:12`, as `blocked_by` and every message spell it. */
export function formatAddress(at: Pick<RowAddress, "file" | "row">): string {
  return `${at.file}:${at.row}`;
}

/** What separates the cells of a CSV file that was not told otherwise, by the names that people give them. */
export const delimiters: ReadonlyMap<string, string> = new Map([
  ["comma", ","],
  ["semicolon", ";"],
  ["tab", "\t"],
  ["pipe", "|"],
]);

/** One file (or worksheet) of one sheet, after its header was read. */
export type SheetFile = {
  readonly sheet: SheetName;
  /** Label relative to the input argument, unique in the batch. */
  readonly file: string;
  /** Where it was read from; for people only. */
  readonly path: string;
  /** Header cells exactly as in the file, in file order. */
  readonly header: readonly string[];
  /** Canonical column per position; `undefined` for a column that we do not know. */
  readonly columns: readonly (string | undefined)[];
  /** For people: `UTF-8`, `UTF-16LE`, `Windows-1252`, `Excel workbook`. */
  readonly encoding: string;
  /** For people: `comma`, `semicolon`, `tab`, `pipe`; absent for a worksheet. */
  readonly delimiter?: string;
  /** Its rows stand in a worksheet, or stood there when they were refused. */
  readonly isOfWorkbook?: true;
  /** How a mapping makes columns of its cells. */
  readonly mapping?: FileMapping;
};

/** Of the rows to correct in failed/: the workbook. */
export const correctionWorkbook = "correct.xlsx";

/** Columns that we put behind those of a file for a person to read: what is wrong with the row, and what to do. Not read again. */
export const reasonColumns = ["_error", "_hint"] as const;
