/**
 * Bytes of a CSV in UTF-8, piece by piece -> rows of cells. csv-parse reads them; what it leaves to us is here: the number
 * of a row as a spreadsheet shows it, a quote in the wrong place (only the bytes of the row tell it from a doubled one), a
 * line that is quoted as a whole, and a bound to what one row may hold in memory.
 */
import { CsvError, Parser } from "csv-parse";

/** What is odd about the way in which a row is written. */
export type CsvOddity =
  /** A cell goes on after its closing quote. */
  | "stray_quote"
  /** Blanks stand between a delimiter and the quote that opens a cell. They are left out, as for a cell without quotes. */
  | "blank_before_quote"
  /** The whole line stood in one pair of quotes; the cells are those within. */
  | "quoted_line"
  /** So large that only its shape was read. */
  | "too_large";

/** One row as a spreadsheet shows it. `row` counts from 1, blank rows included; a quoted line break does not count. */
export type CsvRow = {
  readonly row: number;
  readonly cells: string[];
  readonly oddities: readonly CsvOddity[];
  /** False where no cell of it holds a `'`. */
  readonly hasApostrophe: boolean;
};

/** Why the file cannot be read on, and the row in which that begins: a quote that nothing closes, or no end of the row within 16 MiB. */
export type CsvEnd = { readonly reason: "open_quote" | "endless_row"; readonly row: number };

export type CsvReader = {
  /** Rows that end within this piece, which is copied. */
  push(piece: Buffer): readonly CsvRow[];
  /** The row without a line end at the end of the file. */
  finish(): readonly CsvRow[];
  /** The row in which the next byte stands. */
  readonly row: number;
  /** Once set, nothing more should be pushed. */
  readonly end: CsvEnd | undefined;
};

const quote = 0x22;
const apostrophe = 0x27;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Longer cells are cut: enough to see that they are too large. */
const keptOfCell = 64 * 1024;
/** More cells than a spreadsheet has columns are left out: enough to see that they are too many. */
const keptCells = 20_000;
/** Bytes of a row from which on only its end is looked for. */
const largestRow = 4 * 1024 ** 2;
/** Bytes that csv-parse reads of a row before it is given up. */
const endlessRow = 16 * 1024 ** 2;
/** How far csv-parse looks ahead, and more. */
const lookAhead = 16;
const none: readonly CsvOddity[] = [];

/** What no byte of a file is need not be looked for in it. */
export type CsvBytes = { readonly hasCarriageReturn: boolean; readonly hasQuote: boolean };

const anyBytes: CsvBytes = { hasCarriageReturn: true, hasQuote: true };

/** `delimiter` is one character. Line ends are CRLF, LF and CR, also mixed. */
export function csvReader(delimiter: string, bytes: CsvBytes = anyBytes): CsvReader {
  const understandQuotes = quoteReader(delimiter);
  let rows: CsvRow[] = [];
  let row = 1;
  let end: CsvEnd | undefined;
  /** Positions in what csv-parse was given. */
  let given = 0;
  let startOfRow = 0;
  let skippedAt = -1;
  let isWithinQuotes = false;
  /** What it was given from the row in hand on. */
  let kept: Buffer = Buffer.alloc(0);
  let startOfKept = 0;
  let hasQuote = false;
  let hasApostrophe = false;

  const parser = new RecordParser(delimiter, bytes, (record, endOfRow) => {
    const cells = record.length > keptCells ? record.slice(0, keptCells) : record;
    if (endOfRow - startOfRow > keptOfCell) cutCells(cells);
    if (startOfRow <= skippedAt || startOfRow < startOfKept)
      rows.push({ row, cells, oddities: ["too_large"], hasApostrophe: true });
    else if (!hasQuote) rows.push({ row, cells, oddities: none, hasApostrophe });
    else {
      const text = kept.toString("utf8", startOfRow - startOfKept, endOfRow - startOfKept);
      rows.push({ row, ...understandQuotes(cells, text), hasApostrophe });
    }
    row += 1;
    startOfRow = endOfRow;
  });

  function give(piece: Buffer): void {
    const rest = kept.subarray(Math.max(0, startOfRow - startOfKept));
    const isWhole = rest.length <= largestRow && startOfRow >= startOfKept;
    startOfKept = isWhole ? startOfRow : given;
    kept = isWhole && rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    hasQuote = kept.includes(quote);
    hasApostrophe = kept.includes(apostrophe);
    given += piece.length;
    parser.readPiece(piece);
  }

  /** What csv-parse must see of a piece when the row in hand is far too large: from the quote on that may close its cell, or from its line end. */
  function whereRowMayEnd(piece: Buffer): Buffer {
    if (given - startOfRow <= largestRow || startOfRow < startOfKept) return piece;
    if (skippedAt !== given) isWithinQuotes = isQuoteOpen(kept.subarray(startOfRow - startOfKept), delimiter);
    const stops = isWithinQuotes ? [quote] : [lineFeed, carriageReturn];
    const before = kept.subarray(-lookAhead);
    if (before.includes(quote) || stops.some((byte) => before.includes(byte))) return piece;
    const found = stops.map((byte) => piece.indexOf(byte)).filter((index) => index >= 0);
    skippedAt = given;
    return piece.subarray(found.length > 0 ? Math.min(...found) : piece.length);
  }

  function close(): void {
    if (!parser.hasClosed()) end = { reason: "open_quote", row };
  }

  function takeRows(): readonly CsvRow[] {
    const taken = rows;
    rows = [];
    return taken;
  }

  return {
    push(piece) {
      const needed = whereRowMayEnd(piece);
      if (needed.length > 0) give(Buffer.from(needed));
      if (given - startOfRow <= endlessRow) return takeRows();
      const endless = row;
      const taken = takeRows();
      close();
      end ??= { reason: "endless_row", row: endless };
      return taken;
    },
    finish() {
      close();
      return takeRows();
    },
    get row() {
      return row;
    },
    get end() {
      return end;
    },
  };
}

/** Does the begin of a row end within quotes? */
function isQuoteOpen(text: Buffer, delimiter: string): boolean {
  const parser = new RecordParser(delimiter, anyBytes, () => {});
  parser.readPiece(text);
  return !parser.hasClosed();
}

/** csv-parse without the buffers of a stream: each record is handed on where it ends. */
class RecordParser extends Parser {
  readonly #take: (record: string[], endOfRow: number) => void;

  constructor(delimiter: string, bytes: CsvBytes, take: (record: string[], endOfRow: number) => void) {
    super({
      delimiter,
      record_delimiter: bytes.hasCarriageReturn ? ["\r\n", "\n", "\r"] : ["\n"],
      // rows of any length, and quotes within a cell, are taken as people mean them
      relax_column_count: true,
      relax_quotes: true,
      // a quote behind blanks opens a cell; blanks before other text are left to those who check cells
      ltrim: bytes.hasQuote,
    });
    this.#take = take;
  }

  override push(record: string[] | null): boolean {
    if (record) this.#take(record, this.info.bytes);
    this.#forgetLength();
    return true;
  }

  /** It would make an error, with its stack, for each row that is not as long as the first; a row after none is the first. */
  #forgetLength(): void {
    const info: { records: number } = this.info;
    info.records = 0;
  }

  readPiece(piece: Buffer): void {
    this._transform(piece, "utf8", throwIfAny);
  }

  /** Gives the last row. False when a quote is still open. */
  hasClosed(): boolean {
    try {
      this._flush(throwIfAny);
      return true;
    } catch (error) {
      if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") return false;
      throw error;
    }
  }
}

function throwIfAny(error?: Error | null): void {
  if (error) throw error;
}

function cutCells(cells: string[]): void {
  for (const [index, cell] of cells.entries()) {
    if (cell.length > keptOfCell) cells[index] = Buffer.from(cell.slice(0, keptOfCell)).toString(); // lets go of the rest
  }
}

type ReadCells = { readonly cells: string[]; readonly oddities: readonly CsvOddity[] };

/** Compares the cells that csv-parse found with the text of their row, where that holds quotes. */
function quoteReader(delimiter: string): (cells: string[], text: string) => ReadCells {
  const by = escapeAll(delimiter);
  const blank = `(?:(?!${by})[^\\S\\r\\n])*`;
  const rest = `[^\\r\\n${by}]*`;
  const cell = new RegExp(`(${blank})(?:"([^"]*(?:""[^"]*)*)"(${rest})|${rest})(?:${by}|\\r\\n?|\\n|$)`, "y");

  function unwrap(quoted: string, behind: string): string[] | undefined {
    if (!quoted.includes(delimiter) || !/^[\s,;|]*$/.test(behind)) return undefined;
    const records: string[][] = [];
    const parser = new RecordParser(delimiter, anyBytes, (record) => records.push(record));
    parser.readPiece(Buffer.from(quoted.replaceAll('""', '"')));
    // a quote that stays open within: it is one cell that holds a quote
    if (!parser.hasClosed()) return undefined;
    return records.length === 1 && (records[0]?.length ?? 0) > 1 ? records[0] : undefined;
  }

  return (cells, text) => {
    if (!text.includes('"')) return { cells, oddities: none };
    const oddities = new Set<CsvOddity>();
    cell.lastIndex = 0;
    for (let index = 0; index < cells.length; index += 1) {
      const match = cell.exec(text);
      if (!match) break;
      const [, before = "", quoted, behind = ""] = match;
      if (quoted === undefined) continue;
      const inner = cells.length === 1 ? unwrap(quoted, behind) : undefined;
      if (inner) return { cells: inner, oddities: ["quoted_line"] };
      if (before !== "") oddities.add("blank_before_quote");
      if (behind === "") continue;
      if (behind.trim() === "") cells[index] = quoted.replaceAll('""', '"');
      else oddities.add("stray_quote");
    }
    return { cells, oddities: oddities.size === 0 ? none : [...oddities] };
  };
}

function escapeAll(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
