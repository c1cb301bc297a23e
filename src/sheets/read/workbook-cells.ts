/** The text of a cell of a workbook in any format, and its problems. Pure. */
import { text } from "../../model/words/text.ts";
import { largestCell } from "../cells/check-cell.ts";
import { readDay } from "./days-in-cells.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { Flaw } from "./file-rows.ts";

/** The last cell of a worksheet is XFD1048576: what lies beyond does not count. */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** Columns to the right of this one are read only when the first row reaches that far. */
const usualWidth = 256;

/** A cell that has something in it. */
export type FilledCell = {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  readonly flaw?: CellFlaw;
};

/** What is wrong with one cell for reasons of the workbook, before its text is looked at. */
export type CellFlaw = Omit<Flaw, "position">;

export const uncalculated: CellFlaw = {
  code: "formula_without_result",
  severity: "error",
  message: text("formula_without_result"),
  hint: text("calculate_or_write_value"),
};

/** An error cell, in the words of whatever language. */
export function errorCell(shown: string): { readonly text: string; readonly flaw: CellFlaw } {
  const value = shown.trim() === "" ? "#ERROR!" : shown;
  return {
    text: value,
    flaw: {
      code: "formula_error",
      severity: "error",
      message: text("formula_shows_error", { value }),
      hint: text("write_value_itself"),
    },
  };
}

/** A cell that the workbook says is a date or a time. `value`: in ISO 8601, where it is known. */
export function dateCell(shown: string, value = ""): { readonly text: string; readonly flaw: CellFlaw } {
  const { day } = readDay(value);
  return {
    text: shown,
    flaw: {
      ...(day === undefined ? {} : { day }),
      code: "date_in_cell",
      severity: "error",
      message: text("cell_is_date", { value: shown }),
      hint: text("format_as_text_and_write_again"),
    },
  };
}

/** The day of 31 December 9999, the last that there is. */
const lastDay = 2_958_465;

/** False for a number that a spreadsheet shows as `####` in a format for dates: somebody typed no date. */
export function canBeDate(value: number): boolean {
  return value >= 0 && value < lastDay + 1;
}

/** A number: as its format shows it, unless that leaves digits out. `shown`: undefined without a format. */
export function numberCell(
  value: number,
  shown: string | undefined,
): { readonly text: string; readonly flaw?: CellFlaw } {
  const digits = allDigits(value);
  const length = digits.replace(/\D/g, "").length;
  if (Number.isInteger(value) && length > keptDigits) return { text: shortened(value), flaw: digitsLost(length) };
  return { text: shown === undefined ? digits : textShown(digits, shown.trim()) };
}

const keptDigits = 15;

/** With the digits that are left and an exponent: written anywhere as a text, it is refused again, where made-up digits would pass for right ones. */
function shortened(value: number): string {
  return value.toExponential(keptDigits - 1).toUpperCase();
}

function digitsLost(length: number): CellFlaw {
  return {
    code: "digits_lost",
    severity: "error",
    message: text("number_lost_digits", { digits: length, kept: keptDigits }),
    hint: text("take_from_source_as_text"),
  };
}

/** Without an exponent; no more digits than a spreadsheet keeps. */
function allDigits(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) >= 1e15) return BigInt(value).toString();
  const kept = Number(value.toPrecision(keptDigits));
  const plain = String(kept);
  return plain.includes("e") ? kept.toFixed(20).replace(/\.?0+$/, "") : plain;
}

/** As a person sees it, with what the format adds; but never with fewer digits than the number has. */
function textShown(digits: string, shown: string): string {
  const needed = digits.replace(/\D/g, "").replace(/^0+/, "");
  const isWhole = !/\dE[+-]?\d/i.test(shown) && shown.replace(/\D/g, "").includes(needed);
  return isWhole ? shown : digits;
}

/** A text no longer than what is too long: the rest of it would cost memory and help nobody. */
export function cutText(content: string): string {
  return content.length > largestCell ? content.slice(0, largestCell + 1) : content;
}

/**
 * Counts the text of a worksheet, and throws a FileRefusal beyond `limit` characters: a text that thousands of cells share,
 * or a row that is repeated, is stored once and read as often as it is shown.
 */
export function textCounter(limit: number): (cells: readonly string[], times?: number) => void {
  let size = 0;
  return (cells, times = 1) => {
    size += times * (cells.length + cells.reduce((sum, cell) => sum + cell.length, 0));
    if (size > limit) throw tooMuchText(limit);
  };
}

function tooMuchText(limit: number): FileRefusal {
  return new FileRefusal(
    "file_too_large",
    text("worksheet_too_large", { mib: Math.round(limit / 1024 ** 2) }),
    text("split_or_raise_limit"),
  );
}

export type SheetRow = { readonly row: number; readonly cells: readonly string[]; readonly flaws?: readonly Flaw[] };

/** In more rows, values far to the right are no slip of a hand: the worksheet is refused as a whole. */
const mostFarRows = 1_000;

/** Puts the cells of rows in their places. A value far to the right of the table is named, not kept. */
export function rowBuilder() {
  let width = 0;
  let farRows = 0;
  return {
    /** `filled` in any order; `count`: how many rows are the same as this one, itself included. Undefined where no cell has a value. Throws a FileRefusal where too many rows have one far to the right. */
    build(row: number, filled: readonly FilledCell[], count = 1): SheetRow | undefined {
      if (filled.length === 0) return undefined;
      const isFirst = width === 0;
      const limit = isFirst ? mostColumns : Math.max(width, usualWidth);
      const cells: string[] = [];
      const flaws: Flaw[] = [];
      let far: number | undefined;
      for (const { column, text: content, flaw } of filled) {
        if (column >= limit) far ??= column;
        if (column >= limit) continue;
        while (cells.length < column) cells.push("");
        cells[column] = content;
        if (flaw) flaws.push({ ...flaw, position: column });
      }
      if (isFirst) width = cells.length;
      while (cells.length < Math.min(width, usualWidth)) cells.push("");
      if (far !== undefined) {
        farRows += count;
        if (farRows > mostFarRows) throw tooManyFarRows(far, row);
        flaws.push(farCell(far, row));
      }
      return flaws.length > 0 ? { row, cells, flaws } : { row, cells };
    },
  };
}

function farCell(column: number, row: number): Flaw {
  return {
    code: "cell_outside_table",
    severity: "error",
    message: text("value_far_right", { cell: `${columnName(column)}${row}` }),
    hint: text("clear_or_give_header"),
  };
}

function tooManyFarRows(column: number, row: number): FileRefusal {
  return new FileRefusal(
    "cell_outside_table",
    text("many_values_far_right", { rows: mostFarRows, cell: `${columnName(column)}${row}` }),
    text("clear_columns_or_give_headers"),
    row,
  );
}

/** `A` for 0, `XFD` for 16 383. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column >= 26 ? `${columnName(Math.floor(column / 26) - 1)}${letter}` : letter;
}

/** Cells that stand merged over several rows. */
export type MergedCells = {
  readonly firstRow: number;
  readonly lastRow: number;
  /** From 0: the one that holds the value. */
  readonly column: number;
};

/** Says in each row below the first of a merged cell what stands there. At most `mostMerged` in a row. */
export function mergedRows(merged: readonly MergedCells[] = []) {
  const coming = merged.filter(isOverRows).sort((a, b) => b.firstRow - a.firstRow);
  let open: { readonly lastRow: number; readonly column: number; readonly firstRow: number; value: string }[] = [];
  return {
    /** One that begins in the row that is marked next. */
    add(merge: MergedCells): void {
      if (isOverRows(merge)) coming.push(merge);
    },
    /** Rows in their order. */
    mark({ row, cells, flaws = [] }: SheetRow): SheetRow {
      open = open.filter(({ lastRow }) => lastRow >= row);
      const found: Flaw[] = [];
      for (const { column, firstRow, value } of open) {
        if (firstRow < row && value !== "") found.push(coveredCell(column, firstRow, value));
      }
      for (let next = coming.at(-1); next && next.firstRow <= row; next = coming.at(-1)) {
        coming.pop();
        const value = next.firstRow === row ? (cells[next.column] ?? "") : "";
        if (next.lastRow > row && value !== "" && open.length < mostMerged) open.push({ ...next, value });
      }
      return found.length + flaws.length > 0 ? { row, cells, flaws: [...flaws, ...found] } : { row, cells };
    },
  };
}

const mostMerged = 20;

function isOverRows({ firstRow, lastRow }: MergedCells): boolean {
  return lastRow > firstRow;
}

function coveredCell(position: number, firstRow: number, value: string): Flaw {
  const shown = value.length > 200 ? `${value.slice(0, 200)}…` : value;
  return {
    code: "merged_cell",
    severity: "error",
    position,
    firstRow,
    message: text("cell_merged", { row: firstRow, value: shown }),
    hint: text("write_here_or_unmerge", { value: shown }),
    ...(value.length > 200 ? {} : { repair: value }),
  };
}

/** Text once, after all rows. */
export function hiddenRows(rows: readonly number[], count: number): readonly Flaw[] {
  if (count === 0) return [];
  return [
    {
      code: "hidden_rows",
      severity: "warning",
      message: text("rows_hidden", { rows, count }),
      hint: text("delete_foreign_rows"),
    },
  ];
}
