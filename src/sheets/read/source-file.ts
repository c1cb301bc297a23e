/** One file or worksheet that holds a sheet, or the rows that a program gives, before it is read. */
import type { SourceMapping } from "../../model/mapped-columns.ts";
import type { SheetName } from "../../model/sheet.ts";
import type { RowObjects } from "./read-objects.ts";

export type SourceFile = {
  readonly sheet: SheetName;
  /** Label relative to the input argument, unique in the batch: `users.csv`, `batch.xlsx[users]`. */
  readonly file: string;
  readonly path: string;
  /** Set for a workbook. */
  readonly worksheet?: string;
  /** As people know the file, where it lies under another name. */
  readonly name?: string;
  /** In the place of a file: what a program gives. */
  readonly rows?: RowObjects;
  /** How its headers and values become ours. */
  readonly mapping?: SourceMapping;
};

/** Most bytes of one file, unpacked. */
export type ReadLimits = { readonly csvBytes: number; readonly workbookBytes: number };

/** All is read piece by piece; the texts that the cells of a workbook share stay in memory. */
export const defaultReadLimits: ReadLimits = { csvBytes: 2 * 1024 ** 3, workbookBytes: 64 * 1024 ** 2 };
