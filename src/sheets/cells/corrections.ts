/** Cells that a person wrote over those of a file, and below its last row, laid over its rows as they are read: the file itself stays as it is. */
import type { ReadRow } from "../read/file-rows.ts";

/** Texts by position of the cell, by row as a spreadsheet shows it. */
export type RowCorrections = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** By label of the file. */
export type Corrections = ReadonlyMap<string, RowCorrections>;

/** The row as corrected, with a cell for each header. What was wrong with the format of the row or of a corrected cell is settled by whoever corrected it. */
export function correctRow(row: ReadRow, corrections: RowCorrections, width: number): ReadRow {
  const written = corrections.get(row.row);
  if (!written) return row;
  const length = Math.max(width, row.cells.length);
  const cells = Array.from({ length }, (_, index) => written.get(index) ?? row.cells[index] ?? "");
  const left = (row.flaws ?? []).filter(({ position }) => position !== undefined && !written.has(position));
  return { row: row.row, cells, ...(left.length > 0 ? { flaws: left } : {}) };
}
