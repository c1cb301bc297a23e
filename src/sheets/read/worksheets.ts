/** What each worksheet of a workbook is to us, before any is read: a sheet, empty, hidden, or a table that is left out. */
import type { SheetName } from "../../model/sheet.ts";
import { sheetOfName } from "../sheet-names.ts";
import { FileRefusal } from "./file-refusal.ts";
import { isListOfChoices, isResultHeader } from "./own-tables.ts";
import { openWorkbook, readFirstRow } from "./read-workbook.ts";
import { type Unread, unreadWorksheet } from "./unread-files.ts";
import type { Workbook, WorkbookOptions } from "./workbook.ts";

export type Worksheet = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Has it any cell with a value, or none that can be read? Results and lists of ours count as empty. */
  readonly isFilled: boolean;
  /** By its name; never of a hidden one. */
  readonly sheet?: SheetName;
  /** What is to be said where it is not read. */
  readonly unread?: Unread;
};

/** In the order of the workbook. Throws a FileRefusal, and the reason of the signal. */
export async function lookAtWorksheets(path: string, options: WorkbookOptions): Promise<readonly Worksheet[]> {
  const workbook = await openWorkbook(path, options);
  const found: Worksheet[] = [];
  for (const { name, isHidden } of workbook.worksheets) {
    const sheet = isHidden ? undefined : sheetOfName(name);
    const first = await firstRowOf(workbook, name, options);
    const isOurs = first !== undefined && (isResultHeader(first) || (isHidden && isListOfChoices(name, first)));
    const isFilled = first !== undefined && !isOurs;
    const unread = isFilled && !sheet ? unreadWorksheet(path, name, isHidden) : undefined;
    found.push({ name, isHidden, isFilled, ...(sheet ? { sheet } : {}), ...(unread ? { unread } : {}) });
  }
  return found;
}

/** Blank where it cannot be read: whoever reads it says what is wrong with it, and the other worksheets are read. */
async function firstRowOf(
  workbook: Workbook,
  name: string,
  options: WorkbookOptions,
): Promise<readonly string[] | undefined> {
  try {
    return await readFirstRow(workbook, name, options);
  } catch (error) {
    if (error instanceof FileRefusal) return [];
    throw error;
  }
}

/** The same, with what stands against opening it. */
export async function lookIntoWorkbook(
  path: string,
  limit: number,
): Promise<{ readonly worksheets: readonly Worksheet[] } | { readonly refusal: FileRefusal }> {
  try {
    return { worksheets: await lookAtWorksheets(path, { limit }) };
  } catch (error) {
    if (error instanceof FileRefusal) return { refusal: error };
    throw error;
  }
}
