/** The header of a file and its first rows, for a person who says what the headers mean. Checks nothing. */
import type { Issue } from "../model/issue.ts";
import { FileRefusal, issueOfRefusal } from "./file-refusal.ts";
import { isBlankRow } from "./file-rows.ts";
import { matchHeader } from "./match-header.ts";
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
  /** Of the file as a whole; an error refuses it. */
  readonly issues: readonly Issue[];
};

/** Reads no further than it needs. Bad files do not throw. */
export async function previewSheet(source: SourceFile, options: ReadOptions, mostRows = 4): Promise<SheetPreview> {
  try {
    const { encoding, delimiter, pieces } = await openSheet(source, options);
    const rows = await firstRows(pieces, mostRows + 1);
    const [header = [], ...samples] = rows;
    const { columns, issues } = matchHeader(
      source.sheet,
      header,
      source.file,
      options.headerChoices?.(source.sheet, header),
    );
    return { encoding, header, columns, samples, issues, ...(delimiter === undefined ? {} : { delimiter }) };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { encoding: "", header: [], columns: [], samples: [], issues: [issueOfRefusal(error, source)] };
  }
}

async function firstRows(
  pieces: AsyncIterable<readonly { readonly cells: readonly string[] }[]>,
  most: number,
): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const piece of pieces) {
    rows.push(...piece.flatMap(({ cells }) => (isBlankRow(cells) ? [] : [cells])).slice(0, most - rows.length));
    if (rows.length >= most) break;
  }
  return rows;
}
