/** One file or worksheet that holds a sheet, before it is read. */
import type { SheetName } from "../model/sheet.ts";

export type SourceFile = {
  readonly sheet: SheetName;
  /** Label relative to the input argument, unique in the batch: `users.csv`, `batch.xlsx[users]`. */
  readonly file: string;
  readonly path: string;
  /** Set for a workbook. */
  readonly worksheet?: string;
  /** As people know the file, where it lies under another name. */
  readonly name?: string;
};

/** Most bytes of one file, unpacked. */
export type ReadLimits = { readonly csvBytes: number; readonly workbookBytes: number };

/** A CSV is read piece by piece; a worksheet is in memory, about six times its size. */
export const defaultReadLimits: ReadLimits = { csvBytes: 2 * 1024 ** 3, workbookBytes: 256 * 1024 ** 2 };
