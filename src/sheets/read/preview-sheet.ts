/** The header of a file and its first rows, for a person who matches its columns. Checks nothing. */
import type { Issue } from "../../model/issue.ts";
import type { FileMapping } from "../../model/mapped-columns.ts";
import { FileRefusal, issueOfRefusal } from "./file-refusal.ts";
import { isBlankRow, type OpenSheet, type ReadRow } from "./file-rows.ts";
import { type FoundHeader, type HeaderFinder, headerFinder } from "./find-header.ts";
import { openSheet } from "./open-sheet.ts";
import type { ReadOptions } from "./read-sheet.ts";
import type { SourceFile } from "./source-file.ts";

export type SheetPreview = {
  readonly encoding: string;
  readonly delimiter?: string;
  readonly header: readonly string[];
  /** Canonical column per position; undefined where we do not know the header. */
  readonly columns: readonly (string | undefined)[];
  /** Cells of the first rows that are not blank. */
  readonly samples: readonly (readonly string[])[];
  /** How a mapping makes columns of its cells. */
  readonly mapping?: FileMapping;
  /** Of the file as a whole; an error refuses it. */
  readonly issues: readonly Issue[];
};

/** Reads no further than it needs. Bad files do not throw. */
export async function previewSheet(source: SourceFile, options: ReadOptions, mostRows = 4): Promise<SheetPreview> {
  try {
    const { encoding, delimiter, flaws, pieces } = await openSheet(source, options);
    const found = await firstRows(pieces, headerFinder(source, options.headerChoices), mostRows);
    const { header, columns, samples, mapping } = found;
    const at = { sheet: source.sheet, file: source.file, row: 0 };
    const issues = [...[...flaws, ...found.flaws].map((flaw) => ({ ...flaw, at })), ...found.issues];
    const optional = { ...(delimiter === undefined ? {} : { delimiter }), ...(mapping ? { mapping } : {}) };
    return { encoding, header, columns, samples, issues, ...optional };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { encoding: "", header: [], columns: [], samples: [], issues: [issueOfRefusal(error, source)] };
  }
}

async function firstRows(pieces: OpenSheet["pieces"], finder: HeaderFinder, most: number) {
  let found: FoundHeader | undefined;
  const rows: ReadRow[] = [];
  for await (const piece of pieces) {
    if (found) rows.push(...piece);
    else {
      found = finder.take(piece);
      rows.push(...(found?.rows ?? []));
    }
    if (rows.filter(({ cells }) => !isBlankRow(cells)).length >= most) break;
  }
  if (!found) {
    found = finder.finish();
    rows.push(...(found?.rows ?? []));
  }
  const { header = [], columns = [], issues = [], flaws = [], withoutExtras, mapping } = found ?? {};
  const filled = rows.filter(({ cells }) => !isBlankRow(cells)).slice(0, most);
  return { header, columns, mapping, issues, flaws, samples: filled.map((row) => (withoutExtras?.(row) ?? row).cells) };
}
