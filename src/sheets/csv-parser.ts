/** Text of a CSV, piece by piece -> rows of cells. Knows delimiter, quotes and line ends; not headers, and not what cells mean. */

/** One row as a spreadsheet shows it. `row` counts from 1, blank rows included; a quoted line break does not count. */
export type CsvRow = {
  readonly row: number;
  readonly cells: string[];
  /** A cell goes on after its closing quote. */
  readonly hasStrayQuote: boolean;
};

export type CsvParser = {
  /** Rows that end within this piece. */
  push(piece: string): readonly CsvRow[];
  /** The row without a line end at the end of the file. `openQuote`: the row in which a quote opens that nothing closes. */
  finish(): { readonly rows: readonly CsvRow[]; readonly openQuote?: number };
};

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** Longer cells are cut: enough to see that they are too large. */
const keptOfCell = 64 * 1024;
/** More cells than a spreadsheet has columns are left out: enough to see that they are too many. */
const keptCells = 20_000;

/** Where the parser stands in a cell. `closing`: behind a quote that closes it, or is the first of a doubled one. `closed`: behind blanks after that. */
type Place = "start" | "plain" | "quoted" | "closing" | "closed";

/** `delimiter` is one character. Line ends are CRLF, LF and CR, also mixed. */
export function csvParser(delimiter: string): CsvParser {
  const separator = delimiter.charCodeAt(0);
  let place: Place = "start";
  let isAfterCarriageReturn = false;
  let row = 1;
  /** Of the row in hand. */
  const cells: string[] = [];
  /** The part of the cell that was read before. */
  let kept = "";
  /** Blanks behind a closing quote; they belong to the cell only if text follows. */
  let gap = "";
  let hasStrayQuote = false;

  function keep(text: string): void {
    if (kept.length < keptOfCell) kept += text;
  }

  function endCell(rest: string): void {
    if (cells.length < keptCells) cells.push(kept === "" ? rest : kept + rest);
    kept = "";
    gap = "";
    place = "start";
  }

  function endRow(): CsvRow {
    const ended = { row, cells: cells.slice(), hasStrayQuote };
    row += 1;
    cells.length = 0;
    hasStrayQuote = false;
    return ended;
  }

  /** Up to the next quote. Returns the position behind it. */
  function readQuoted(piece: string, from: number): number {
    const end = piece.indexOf('"', from);
    keep(end < 0 ? piece.slice(from) : piece.slice(from, end));
    if (end < 0) return piece.length;
    place = "closing";
    return end + 1;
  }

  /** A quote that opens a cell, or goes on in one where two quotes stand for one. */
  function readQuote(from: number): number {
    if (place === "closing") keep('"');
    place = "quoted";
    return from + 1;
  }

  /** Up to the next delimiter or line end. Returns the position behind it. */
  function readPlain(piece: string, from: number, rows: CsvRow[]): number {
    const end = endOfPlain(piece, from, separator);
    const text = behindQuote(piece.slice(from, end));
    if (end < piece.length) {
      endCell(text);
      if (piece.charCodeAt(end) !== separator) {
        rows.push(endRow());
        isAfterCarriageReturn = piece.charCodeAt(end) === carriageReturn;
      }
    } else if (place !== "closed") {
      keep(text);
      place = "plain";
    }
    return end + 1;
  }

  /** Blanks behind a closing quote do not count; any other text should not be there. */
  function behindQuote(text: string): string {
    if (place !== "closing" && place !== "closed") return text;
    gap += text;
    place = "closed";
    if (text.trim() === "") return "";
    hasStrayQuote = true;
    place = "plain";
    return gap;
  }

  return {
    push(piece) {
      const rows: CsvRow[] = [];
      let index = 0;
      while (index < piece.length) {
        const code = piece.charCodeAt(index);
        const isSecondHalf = isAfterCarriageReturn && code === lineFeed;
        isAfterCarriageReturn = false;
        if (isSecondHalf) index += 1;
        else if (place === "quoted") index = readQuoted(piece, index);
        else if (code === quote && (place === "start" || place === "closing")) index = readQuote(index);
        else index = readPlain(piece, index, rows);
      }
      return rows;
    },

    finish() {
      if (place === "quoted") return { rows: [], openQuote: row };
      if (place === "start" && cells.length === 0) return { rows: [] };
      endCell("");
      return { rows: [endRow()] };
    },
  };
}

/** Position of the next delimiter or line end, or the length of the text. */
function endOfPlain(text: string, from: number, separator: number): number {
  let index = from;
  for (; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === separator || code === lineFeed || code === carriageReturn) break;
  }
  return index;
}
