/** Opens a file by what it is: text, or a worksheet of a workbook. What its header means is not looked at here. */
import type { OpenSheet } from "./file-rows.ts";
import { columnOf, knownHeaders } from "./match-header.ts";
import { openCsv } from "./read-csv.ts";
import { openWorksheet } from "./read-workbook.ts";
import { defaultReadLimits, type ReadLimits, type SourceFile } from "./source-file.ts";

export type OpenOptions = {
  /** Overrules what the file seems to be: a name of the WHATWG, such as `iso-8859-15`. */
  readonly encoding?: string;
  /** One character. */
  readonly delimiter?: string;
  readonly limits?: ReadLimits;
};

/** Throws a FileRefusal when the file cannot be read. */
export function openSheet(
  source: SourceFile,
  { encoding, delimiter, limits = defaultReadLimits }: OpenOptions,
): Promise<OpenSheet> {
  if (source.worksheet !== undefined) return openWorksheet(source.path, source.worksheet, limits.workbookBytes);
  const known = knownHeaders(source.sheet);
  const isKnownHeader = (header: string) => columnOf(header, known) !== undefined;
  return openCsv(source.path, { encoding, delimiter, limit: limits.csvBytes, isKnownHeader });
}
