/** A text file -> rows of cells: finds encoding and delimiter, then reads piece by piece, so that its size does not matter. */
import { trimBlanks } from "./check-cell.ts";
import { type CsvRow, csvParser } from "./csv-parser.ts";
import { delimiterName, delimiterNamed, guessDelimiter, readSeparatorLine } from "./delimiter.ts";
import { type Encoding, encodingLabel, encodingNamed, encodingOfStart, textDecoder, utf8Check } from "./encoding.ts";
import { isNoise, knownKind } from "./file-kind.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { Flaw, OpenSheet, ReadRow } from "./file-rows.ts";
import { readBytes } from "./read-bytes.ts";

export type CsvOptions = {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** Most bytes, unpacked. */
  readonly limit: number;
  /** Is it a header of this sheet? Decides between delimiters. */
  readonly isKnownHeader: (header: string) => boolean;
};

/** Throws a FileRefusal when the file is no text or cannot be read. */
export async function openCsv(path: string, options: CsvOptions): Promise<OpenSheet> {
  const { encoding, isAssumed } = await findEncoding(path, options);
  const start = await startOf(path, encoding, options.limit);
  const line = readSeparatorLine(start);
  const told = options.delimiter === undefined ? undefined : delimiterNamed(options.delimiter);
  const delimiter = told ?? line?.delimiter ?? guess(start, options);
  return {
    encoding: encodingLabel(encoding),
    delimiter: delimiterName(delimiter),
    flaws: isAssumed ? [assumed] : [],
    pieces: readPieces(readText(path, encoding, options.limit), delimiter, line?.length ?? 0),
  };
}

const assumed: Flaw = {
  code: "assumed_encoding",
  severity: "warning",
  message: "The file is not UTF-8 and does not say what it is; it was read as Windows-1252.",
  hint: "Look at names with accents. If they are wrong, name the encoding with --encoding, or save as CSV UTF-8.",
};

const startBytes = 64 * 1024;

/** Reads the whole file once: only its last byte tells whether it is UTF-8. */
async function findEncoding(
  path: string,
  { encoding, limit }: CsvOptions,
): Promise<{ encoding: Encoding; isAssumed: boolean }> {
  let start: Buffer | undefined;
  const utf8 = utf8Check();
  for await (const piece of readBytes(path, limit)) {
    start ??= Buffer.from(piece.subarray(0, startBytes));
    if (encoding !== undefined) break;
    utf8.push(piece);
  }
  if (!start) throw emptyFile(path);
  const found = encodingOfStart(start);
  const isTwoBytes = (found ?? encoding ?? "").toLowerCase().startsWith("utf-16");
  const kind = knownKind(start) ?? (!isTwoBytes && isNoise(start) ? "binary" : undefined);
  if (kind) throw notText(path, kind);
  if (encoding !== undefined) return { encoding: encodingNamed(encoding), isAssumed: false };
  if (found && isTwoBytes) return { encoding: found, isAssumed: false };
  return utf8.isUtf8() ? { encoding: "utf-8", isAssumed: false } : { encoding: "windows-1252", isAssumed: true };
}

function notText(path: string, kind: string): FileRefusal {
  return new FileRefusal(
    "binary_content",
    `${path} is no text: it is ${kind}.`,
    "Save it as CSV, or give it the ending that fits its content.",
  );
}

export function emptyFile(path: string): FileRefusal {
  return new FileRefusal(
    "empty_file",
    `${path} is empty.`,
    "Export the sheet again, or take the file out of the batch.",
  );
}

async function* readText(path: string, encoding: Encoding, limit: number): AsyncGenerator<string> {
  const decoder = textDecoder(encoding);
  try {
    for await (const piece of readBytes(path, limit)) yield decoder.push(piece);
    yield decoder.finish();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new FileRefusal(
      "invalid_encoding",
      `${path} is not in ${encodingLabel(encoding)}.`,
      "Leave --encoding out, or name the right one.",
    );
  }
}

async function startOf(path: string, encoding: Encoding, limit: number): Promise<string> {
  for await (const text of readText(path, encoding, limit)) if (text !== "") return text.slice(0, startBytes);
  return "";
}

function guess(start: string, { isKnownHeader }: CsvOptions): string {
  return guessDelimiter((delimiter) => firstRow(start, delimiter), isKnownHeader);
}

function firstRow(start: string, delimiter: string): readonly string[] | undefined {
  const parser = csvParser(delimiter);
  const rows = parser.push(start);
  const end = parser.finish();
  const found = [...rows, ...end.rows].find(({ cells }) => cells.some((cell) => trimBlanks(cell) !== ""));
  return (
    found?.cells ??
    (end.openQuote === undefined
      ? undefined
      : start
          .trimStart()
          .split(/[\r\n]/)[0]
          ?.split(delimiter))
  );
}

/** `skipped`: characters of a first line that is no row. */
async function* readPieces(
  texts: AsyncIterable<string>,
  delimiter: string,
  skipped: number,
): AsyncGenerator<readonly ReadRow[]> {
  const parser = csvParser(delimiter);
  let left = skipped;
  for await (const text of texts) {
    yield parser.push(left > 0 ? text.slice(left) : text).map(toReadRow);
    left = Math.max(0, left - text.length);
  }
  const { rows, openQuote } = parser.finish();
  yield rows.map(toReadRow);
  if (openQuote === undefined) return;
  throw new FileRefusal(
    "open_quote",
    `A double quote opens in row ${openQuote} and nothing closes it.`,
    "Close it, or double it if it belongs to the text.",
    openQuote,
  );
}

const strayQuote: Flaw = {
  code: "stray_quote",
  severity: "error",
  message: "A cell goes on after its closing quote.",
  hint: 'Double the quotes that belong to the text: """Acme"" B.V.".',
};

function toReadRow(row: CsvRow): ReadRow {
  return row.hasStrayQuote ? { ...row, flaws: [strayQuote] } : row;
}
