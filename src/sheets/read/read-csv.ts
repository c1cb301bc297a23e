/** A text file -> rows of cells: finds encoding and delimiter, then reads piece by piece, so that its size does not matter. */
import { basename } from "node:path";
import { type Text, text } from "../../model/words/text.ts";
import { trimBlanks } from "../cells/check-cell.ts";
import { type CsvBytes, type CsvEnd, type CsvOddity, type CsvRow, csvReader } from "./csv-rows.ts";
import { delimiterName, delimiterNamed, guessDelimiter, readSeparatorLine } from "./delimiter.ts";
import {
  type ByteSurvey,
  byteSurvey,
  type Encoding,
  encodingLabel,
  encodingNamed,
  encodingOfStart,
  startOfUtf8,
  textDecoder,
} from "./encoding.ts";
import { isNoise, knownKind } from "./file-kind.ts";
import { FileRefusal } from "./file-refusal.ts";
import { type Flaw, headerRows, type OpenSheet, type ReadRow } from "./file-rows.ts";
import { isCompressed, type ReadBytesOptions, readBytes } from "./read-bytes.ts";

export type CsvOptions = ReadBytesOptions & {
  /** As a person named it. */
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** Is it a header of this sheet? Decides between delimiters. */
  readonly isKnownHeader: (header: string) => boolean;
};

/** Throws a FileRefusal when the file is no text or cannot be read. */
export async function openCsv(path: string, options: CsvOptions): Promise<OpenSheet> {
  const { encoding, bytes, flaws } = await surveyFile(path, options);
  const start = await startOf(path, encoding, options);
  const line = readSeparatorLine(start.toString());
  const told = options.delimiter === undefined ? undefined : delimiterNamed(options.delimiter);
  const delimiter = told ?? line?.delimiter ?? guess(start, options);
  const pieces = readUtf8(path, encoding, options);
  return {
    encoding: encodingLabel(encoding),
    delimiter: delimiterName(delimiter),
    flaws,
    pieces: readPieces(path, line ? skipBytes(pieces, line.length) : pieces, delimiter, bytes),
  };
}

const startBytes = 64 * 1024;

type FoundEncoding = { readonly encoding: Encoding; readonly flaws: readonly Flaw[] };

type FileSurvey = FoundEncoding & { readonly bytes: CsvBytes };

const carriageReturn = 0x0d;
const quote = 0x22;

/** Reads the whole file once: only its last byte tells whether it is UTF-8. */
async function surveyFile(path: string, options: CsvOptions): Promise<FileSurvey> {
  const told = options.encoding === undefined ? undefined : encodingNamed(options.encoding);
  let start: Buffer | undefined;
  let hasCarriageReturn = false;
  let hasQuote = false;
  const survey = byteSurvey();
  const letters = told === undefined ? undefined : letterCount(told);
  for await (const piece of readBytes(path, options)) {
    start ??= Buffer.from(piece.subarray(0, startBytes));
    survey.push(piece);
    hasCarriageReturn ||= piece.includes(carriageReturn);
    hasQuote ||= piece.includes(quote);
    letters?.push(piece);
  }
  if (!start) throw emptyFile(path);
  const found = encodingOfStart(start);
  const isTwoBytes = (found ?? told ?? "").startsWith("utf-16");
  const kind = knownKind(start);
  if (kind || (!isTwoBytes && isNoise(start))) throw notText(path, kind);

  const chosen = chooseEncoding(path, told, found, survey.finish(), letters?.finish() ?? 0);
  return { ...chosen, bytes: { hasCarriageReturn, hasQuote } };
}

/** `told`: by a person; `found`: by the first bytes; `lettersAsTold`: see `letterCount`. */
function chooseEncoding(
  path: string,
  told: Encoding | undefined,
  found: Encoding | undefined,
  { wholeLetters, wrongBytes, oneByteEncoding }: ByteSurvey,
  lettersAsTold: number,
): FoundEncoding {
  const isUtf8 = wrongBytes === 0 && (wholeLetters > 0 || (told?.startsWith("utf-16") ?? false));
  const shown = found ?? (isUtf8 ? "utf-8" : undefined);
  if (shown !== undefined) {
    return { encoding: shown, flaws: told === undefined || told === shown ? [] : [overruled(told, shown)] };
  }
  if (told !== undefined) {
    if (lettersAsTold < 0) throw notIn(path, told);
    return { encoding: told, flaws: [] };
  }
  if (wrongBytes === 0 || wholeLetters > wrongBytes) return { encoding: "utf-8", flaws: [] };
  return { encoding: oneByteEncoding, flaws: [assumed(oneByteEncoding)] };
}

/** How many letters beyond ASCII the bytes make in this encoding, less those that are none. */
function letterCount(encoding: Encoding): { push(piece: Buffer): void; finish(): number } {
  const decoder = textDecoder(encoding);
  let count = 0;
  const add = (text: string) => {
    for (const [letter] of text.matchAll(/[^\0-\x7f]/g)) count += letter === "\ufffd" ? -1 : 1;
  };
  return {
    push: (piece) => add(decoder.push(piece)),
    finish() {
      add(decoder.finish());
      return count;
    },
  };
}

function assumed(encoding: Encoding): Flaw {
  return {
    code: "assumed_encoding",
    severity: "warning",
    message: text("encoding_assumed", { shown: encodingLabel(encoding) }),
    hint: text("check_accents"),
  };
}

function overruled(told: Encoding, shown: Encoding): Flaw {
  return {
    code: "encoding_overruled",
    severity: "warning",
    message: text("encoding_overruled", { told: encodingLabel(told), shown: encodingLabel(shown) }),
    hint: text("omit_encoding_here", { encoding: told }),
  };
}

function notIn(path: string, encoding: Encoding): FileRefusal {
  return new FileRefusal(
    "invalid_encoding",
    text("not_in_encoding", { file: path, told: encodingLabel(encoding) }),
    text("omit_encoding_or_correct"),
  );
}

/** `kind`: see `knownKind`; undefined for bytes of no format that we know. */
function notText(path: string, kind: Text | undefined): FileRefusal {
  const what = kind ?? text("binary_data");
  return new FileRefusal("binary_content", text("not_a_text_file", { file: path, what }), hintFor(path, what));
}

function hintFor(path: string, { says }: Text): Text {
  if (says !== "a_gzip_file") return text("save_as_csv_or_rename");
  return isCompressed(path) ? text("compressed_twice") : text("rename_to", { name: `${basename(path)}.gz` });
}

export function emptyFile(path: string): FileRefusal {
  return new FileRefusal("empty_file", text("file_empty", { file: path }), text("export_again_or_remove"));
}

/** The text of a file in UTF-8, piece by piece, without byte order marks and the end mark of DOS. A piece is there until the next one is asked for. */
async function* readUtf8(path: string, encoding: Encoding, options: ReadBytesOptions): AsyncGenerator<Buffer> {
  const pieces = readBytes(path, options);
  yield* withoutEndMark(encoding === "utf-8" ? withoutMarks(pieces) : recode(pieces, encoding));
}

const mark = Buffer.from("\ufeff");

async function* withoutMarks(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isStart = true;
  for await (const piece of pieces) {
    let rest = piece;
    while (isStart && rest.subarray(0, mark.length).equals(mark)) rest = rest.subarray(mark.length);
    isStart = false;
    yield rest;
  }
}

/** Two texts of different encodings in one file: the first is UTF-16, what follows is UTF-8. */
class MixedEncodings extends Error {
  constructor(readonly encoding: Encoding) {
    super(encoding);
  }
}

async function* recode(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = textDecoder(encoding);
  for await (const piece of pieces) {
    const text = decoder.push(piece);
    const end = startOfUtf8(text, encoding);
    yield Buffer.from(end === undefined ? text : text.slice(0, end));
    if (end !== undefined) throw new MixedEncodings(encoding);
  }
  yield Buffer.from(decoder.finish());
}

const endMark = 0x1a;
/** DOS filled its last block of 128 bytes with end marks. */
const longestEndMark = 512;

async function* withoutEndMark(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = held.length > 0 ? Buffer.concat([held, piece]) : piece;
    const end = startOfEndMark(bytes);
    held = Buffer.from(bytes.subarray(end));
    yield bytes.subarray(0, end);
  }
}

/** Where the end marks and line ends begin that the bytes end in; their length when there is no end mark. */
function startOfEndMark(bytes: Buffer): number {
  let start = bytes.length;
  for (let index = bytes.length - 1; index >= Math.max(0, bytes.length - longestEndMark); index -= 1) {
    const byte = bytes[index] ?? 0;
    if (byte === endMark) start = index;
    else if (byte !== 0x0d && byte !== 0x0a && byte !== 0) break;
  }
  return start;
}

async function* skipBytes(pieces: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count;
  for await (const piece of pieces) {
    yield piece.subarray(left);
    left = Math.max(0, left - piece.length);
  }
}

async function startOf(path: string, encoding: Encoding, options: ReadBytesOptions): Promise<Buffer> {
  try {
    for await (const piece of readUtf8(path, encoding, options)) {
      if (piece.length > 0) return Buffer.from(piece.subarray(0, startBytes));
    }
  } catch (error) {
    if (!(error instanceof MixedEncodings)) throw error;
  }
  return Buffer.alloc(0);
}

function guess(start: Buffer, { isKnownHeader }: CsvOptions): string {
  return guessDelimiter(
    (delimiter) => firstRows(start, delimiter),
    isKnownHeader,
    (delimiter) => start.includes(delimiter),
  );
}

/** The first rows are seldom longer, all together. */
const guessedBytes = 4 * 1024;

/** The rows among which the header is, as far as they are filled. */
function firstRows(start: Buffer, delimiter: string): readonly (readonly string[])[] {
  const reader = csvReader(delimiter);
  const read: CsvRow[] = [];
  for (let at = 0; at < start.length && read.length < headerRows && !reader.end; at += guessedBytes)
    read.push(...reader.push(start.subarray(at, at + guessedBytes)));
  if (read.length < headerRows) read.push(...reader.finish());
  const rows = read.slice(0, headerRows).map(({ cells }) => cells);
  const filled = rows.filter((cells) => cells.some((cell) => trimBlanks(cell) !== ""));
  if (filled.length > 0 || !reader.end) return filled;
  const line = start
    .toString()
    .trimStart()
    .split(/[\r\n]/)[0];
  return line ? [line.split(delimiter)] : [];
}

async function* readPieces(
  path: string,
  pieces: AsyncIterable<Buffer>,
  delimiter: string,
  bytes: CsvBytes,
): AsyncGenerator<readonly ReadRow[]> {
  const reader = csvReader(delimiter, bytes);
  const toReadRow = rowMaker();
  try {
    for await (const piece of pieces) {
      yield reader.push(piece).map(toReadRow);
      if (reader.end) throw refusalOf(path, reader.end);
    }
  } catch (error) {
    if (!(error instanceof MixedEncodings)) throw error;
    yield reader.push(Buffer.from("?".repeat(startOfNextRow))).map(toReadRow);
    throw mixed(path, error.encoding, reader.row);
  }
  yield reader.finish().map(toReadRow);
  if (reader.end) throw refusalOf(path, reader.end);
}

/** csv-parse looks so many bytes ahead before it ends a row. */
const startOfNextRow = 16;

function mixed(path: string, encoding: Encoding, row: number): FileRefusal {
  return new FileRefusal(
    "invalid_encoding",
    text("encodings_mixed", { file: path, encoding: encodingLabel(encoding), row }),
    text("join_in_one_encoding"),
    row,
  );
}

function refusalOf(path: string, { reason, row }: CsvEnd): FileRefusal {
  if (reason === "open_quote") {
    return new FileRefusal("open_quote", text("quote_not_closed", { row }), text("close_or_double_quote"), row);
  }
  return new FileRefusal("endless_row", text("row_without_end", { file: path, row }), text("check_line_ends"), row);
}

const flaws: Readonly<Record<CsvOddity, Flaw>> = {
  stray_quote: {
    code: "stray_quote",
    severity: "error",
    message: text("text_after_quote"),
    hint: text("double_quotes_of_text"),
  },
  too_large: {
    code: "cell_too_large",
    severity: "error",
    message: text("row_too_large"),
    hint: text("shorten_or_close_quote"),
  },
  blank_before_quote: {
    code: "blank_before_quote",
    severity: "warning",
    message: text("space_before_quote"),
    hint: text("drop_space_before_quote"),
  },
  quoted_line: {
    code: "quoted_line",
    severity: "warning",
    message: text("line_quoted_as_a_whole"),
    hint: text("import_with_delimiter"),
  },
};

/** Gives rows their flaws. A warning about how the file is written is said at the first row that is written so. */
function rowMaker(): (row: CsvRow) => ReadRow {
  const said = new Set<CsvOddity>();
  return (read) => {
    const { row, cells, oddities } = read;
    if (oddities.length === 0) return read;
    const told = oddities.filter((oddity) => flaws[oddity].severity === "error" || !said.has(oddity));
    for (const oddity of told) said.add(oddity);
    return { row, cells, flaws: told.map((oddity) => flaws[oddity]) };
  };
}
