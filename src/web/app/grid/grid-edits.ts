/** The cell edits that typing, pasting, filling and clearing make. Pure. */
import type { GridRow } from "../../api-types.ts";
import type { CellEdit } from "../../edits.ts";
import type { GridColumn } from "./grid-columns.ts";

/** Blank where the file has no such column: such a cell cannot be written. */
export function editCell(row: GridRow, column: GridColumn | undefined, text: string): readonly CellEdit[] {
  const position = column?.positions.get(row.at.file);
  if (position === undefined || (row.cells[position] ?? "") === text) return [];
  return [{ file: row.at.file, row: row.at.row, position, text }];
}

/** `texts`: rows of cells, repeated over a larger area as a spreadsheet does with one cell. */
export function editArea(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  texts: readonly (readonly string[])[],
): readonly CellEdit[] {
  const [first = []] = texts;
  const isOne = texts.length === 1 && first.length === 1;
  return rows.flatMap((row, index) =>
    columns.flatMap((column, cell) => {
      const text = isOne ? first[0] : texts[index]?.[cell];
      return text === undefined ? [] : editCell(row, column, text);
    }),
  );
}

/** The first row's cells, written over those below it. */
export function fillDown(rows: readonly GridRow[], columns: readonly GridColumn[]): readonly CellEdit[] {
  const [first, ...others] = rows;
  if (!first) return [];
  const texts = columns.map((column) => first.cells[column.positions.get(first.at.file) ?? -1] ?? "");
  return others.flatMap((row) => columns.flatMap((column, cell) => editCell(row, column, texts[cell] ?? "")));
}
