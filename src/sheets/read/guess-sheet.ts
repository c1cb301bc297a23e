/** Which sheet a file holds whose name does not say it: that of which its header has most columns. */
import { type SheetName, sheetNames } from "../../model/sheet.ts";
import { FileRefusal } from "./file-refusal.ts";
import { headerRows, type ReadRow } from "./file-rows.ts";
import { type FoundHeader, headerFinder } from "./find-header.ts";
import { openSheet } from "./open-sheet.ts";
import type { ReadOptions } from "./read-sheet.ts";
import type { SourceFile } from "./source-file.ts";

export type GuessedSheet = {
  readonly sheet: SheetName;
  /** Has it every column that is needed? */
  readonly isWhole: boolean;
  readonly header: readonly string[];
};

/** Fewer known columns say nothing. */
const leastKnown = 2;

/** Undefined where no sheet is near, or two are as near as each other. Bad files do not throw. */
export async function guessSheet(
  source: Omit<SourceFile, "sheet">,
  options: ReadOptions,
): Promise<GuessedSheet | undefined> {
  const rows = await firstRows(source, options);
  const [best, second] = sheetNames
    .map((sheet) => rate(sheet, source.file, rows, options))
    .filter(({ known }) => known >= leastKnown)
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.known - a.known);
  if (!best || (second && second.isWhole === best.isWhole && second.known === best.known)) return undefined;
  return { sheet: best.sheet, isWhole: best.isWhole, header: best.header };
}

function rate(sheet: SheetName, file: string, rows: readonly ReadRow[], options: ReadOptions) {
  const finder = headerFinder({ sheet, file }, options.headerChoices);
  const found: FoundHeader | undefined = finder.take(rows) ?? finder.finish();
  const known = new Set(found?.columns.filter((column) => column !== undefined)).size;
  const isWhole = found?.issues.every(({ severity }) => severity !== "error") ?? false;
  return { sheet, known, isWhole, header: found?.header ?? [] };
}

/** As many as a header may stand in. */
async function firstRows(source: Omit<SourceFile, "sheet">, options: ReadOptions): Promise<readonly ReadRow[]> {
  const rows: ReadRow[] = [];
  try {
    const { pieces } = await openSheet({ ...source, sheet: "users" }, options); // the sheet decides only which delimiter is likelier
    for await (const piece of pieces) {
      rows.push(...piece.slice(0, headerRows + 1));
      if (rows.length > headerRows) break;
    }
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
  }
  return rows;
}
