/** The selection of a grid, and how the keys of a spreadsheet program move it. Pure; row -1 is the header. */

export type CellPosition = { readonly row: number; readonly column: number };

/** `active`: where one types; `anchor`: the other corner. */
export type Selection = { readonly active: CellPosition; readonly anchor: CellPosition };

export type Size = { readonly rows: number; readonly columns: number; readonly rowsInSight: number };

export const startOfGrid: Selection = { active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } };

export function at(row: number, column: number): Selection {
  return { active: { row, column }, anchor: { row, column } };
}

/** The corners of the rectangle, first and last included. */
export function areaOf({ active, anchor }: Selection) {
  return {
    firstRow: Math.min(active.row, anchor.row),
    lastRow: Math.max(active.row, anchor.row),
    firstColumn: Math.min(active.column, anchor.column),
    lastColumn: Math.max(active.column, anchor.column),
  };
}

export function holds(selection: Selection, row: number, column: number): boolean {
  const { firstRow, lastRow, firstColumn, lastColumn } = areaOf(selection);
  return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
}

/** The rows of the selection from the first column to the last; one types in the first. */
export function wholeRows({ active, anchor }: Selection, { columns }: Size): Selection {
  return { active: { row: active.row, column: 0 }, anchor: { row: anchor.row, column: columns - 1 } };
}

/** The columns of the selection from the first row to the last. */
export function wholeColumns({ active, anchor }: Selection, { rows }: Size): Selection {
  return { active: { row: 0, column: active.column }, anchor: { row: rows - 1, column: anchor.column } };
}

export function wholeGrid({ rows, columns }: Size): Selection {
  return { active: { row: 0, column: 0 }, anchor: { row: rows - 1, column: columns - 1 } };
}

type Key = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean };

/** Undefined: the key moves nothing. */
export function move(
  selection: Selection,
  { key, ctrlKey, metaKey, shiftKey }: Key,
  size: Size,
): Selection | undefined {
  const target = targetOf(selection.active, key, ctrlKey || metaKey, size);
  if (!target) return undefined;
  const active = within(target, size);
  return { active, anchor: shiftKey && active.row >= 0 ? selection.anchor : active };
}

function targetOf({ row, column }: CellPosition, key: string, isFar: boolean, size: Size): CellPosition | undefined {
  switch (key) {
    case "ArrowUp":
      return { row: isFar ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: isFar ? size.rows - 1 : row + 1, column };
    case "ArrowLeft":
      return { row, column: isFar ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: isFar ? size.columns - 1 : column + 1 };
    case "Home":
      return { row: isFar ? 0 : row, column: 0 };
    case "End":
      return { row: isFar ? size.rows - 1 : row, column: size.columns - 1 };
    case "PageUp":
      return { row: Math.max(0, row - size.rowsInSight), column };
    case "PageDown":
      return { row: row + size.rowsInSight, column };
    default:
      return undefined;
  }
}

function within({ row, column }: CellPosition, { rows, columns }: Size): CellPosition {
  return {
    row: Math.max(-1, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}
