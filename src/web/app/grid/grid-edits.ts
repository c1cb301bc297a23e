/** The cell edits that typing, pasting, filling and clearing make, and the rows as they are meanwhile. Pure. */
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
export function editCells(
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

/** Cells that were written and are not checked yet, by the address of their row. */
export type Written = ReadonlyMap<string, ReadonlyMap<number, string>>;

export const nothingWritten: Written = new Map();

export function writeOver(before: Written, edits: readonly CellEdit[]): Written {
  const written = new Map(before);
  for (const { file, row, position, text } of edits) {
    const address = addressOf(file, row);
    written.set(address, new Map(written.get(address)).set(position, text));
  }
  return written;
}

/** The row as it was written; problems of a cell that changed no longer apply. */
export function rowWritten(row: GridRow, columns: readonly GridColumn[], written: Written): GridRow {
  const own = written.get(addressOf(row.at.file, row.at.row));
  if (!own) return row;
  const cells = [...row.cells];
  for (const [position, text] of own) cells[position] = text;
  const isOpen = (name: string | undefined) => {
    const position = columns.find((column) => column.name === name)?.positions.get(row.at.file);
    return position === undefined || !own.has(position);
  };
  return { ...row, cells, problems: row.problems.filter(({ column }) => isOpen(column)) };
}

/** Is this cell written and not checked yet? */
export function isWritten(row: GridRow, column: GridColumn, written: Written): boolean {
  const position = column.positions.get(row.at.file);
  return position !== undefined && written.get(addressOf(row.at.file, row.at.row))?.has(position) === true;
}

function addressOf(file: string, row: number): string {
  return `${row} ${file}`;
}
