/** An open workbook of whatever format. Types alone. */
import type { OpenSheet } from "./file-rows.ts";

export type WorkbookOptions = {
  /** Most bytes of all parts that are read, unpacked; and most characters of the cells of a worksheet. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
};

export type Workbook = {
  /** For people: `Excel workbook`. */
  readonly kind: string;
  /** In the order of the workbook; charts and macros are none. */
  readonly worksheets: readonly { readonly name: string; readonly isHidden: boolean }[];
  readonly unpackedBytes: number;
  /** `name`: one of `worksheets`. */
  open(name: string, signal: AbortSignal | undefined): Promise<OpenSheet>;
};
