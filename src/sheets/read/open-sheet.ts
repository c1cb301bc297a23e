/** Opens a source by what it is: text, a worksheet of a workbook, or objects. What its header means is not looked at here. */
import { type EncodingChoices, encodingChosenFor } from "./encoding-choices.ts";
import type { OpenSheet } from "./file-rows.ts";
import { columnOf, knownHeaders } from "./match-header.ts";
import { openCsv } from "./read-csv.ts";
import { openObjects } from "./read-objects.ts";
import { defaultReadLimits, type ReadLimits, type SourceFile } from "./source-file.ts";

/** The encodings overrule what a file seems to be, unless its bytes plainly show another. */
export type OpenOptions = EncodingChoices & {
  /** One character. */
  readonly delimiter?: string;
  readonly limits?: ReadLimits;
  /** Stops the reading: what is asked next throws its reason. */
  readonly signal?: AbortSignal;
};

/** Throws a FileRefusal when the file cannot be read. */
export async function openSheet(
  source: SourceFile,
  { delimiter, limits = defaultReadLimits, signal, ...choices }: OpenOptions,
): Promise<OpenSheet> {
  if (source.rows) return openObjects(source.sheet, source.rows);
  if (source.worksheet !== undefined) {
    const { openWorksheet } = await import("./read-workbook.ts"); // a batch of CSV files loads nothing of workbooks
    return openWorksheet(source.path, source.worksheet, { limit: limits.workbookBytes, signal });
  }
  const known = knownHeaders(source.sheet);
  const isKnownHeader = (header: string) => columnOf(header, known) !== undefined;
  const encoding = encodingChosenFor(source, choices);
  return openCsv(source.path, { encoding, delimiter, limit: limits.csvBytes, isKnownHeader, signal });
}
