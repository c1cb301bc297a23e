/** The problems among rows that were found, one after the other: which comes next, and how many there are. Pure. */
import type { IndexedRow, Positions, RowFilter } from "./row-index.ts";

/** Where a person stands: a row among those that were found, and the name of a column; none for the row as a whole. */
export type Standpoint = { readonly row: number; readonly column?: string };

export type ProblemPlace = Standpoint & {
  /** From 1. */
  readonly number: number;
};

export type Places = {
  /** Cells with problems, and rows that have one as a whole. */
  readonly total: number;
  /** Absent where there is none in this direction. */
  readonly place?: ProblemPlace;
};

export type Direction = "here" | "next" | "previous";

/** Of a filter by cause, its problems; else the errors; where there are none, the warnings. */
export function findPlace(
  rows: readonly IndexedRow[],
  positions: Positions,
  filter: Pick<RowFilter, "code" | "column">,
  from: Standpoint,
  direction: Direction,
): Places {
  const isWanted = wantedOf(rows, filter);
  const placesOf = (row: IndexedRow | undefined) => (row ? columnsOf(row, positions, isWanted) : []);
  let total = 0;
  let before = 0;
  for (const [index, row] of rows.entries()) {
    const { length } = placesOf(row);
    total += length;
    if (index < from.row) before += length;
  }
  const own = placesOf(rows[from.row]);
  const order = orderIn(rows[from.row], positions);
  const here = order(from.column);
  const at = (row: number, column: string | undefined, number: number): Places => ({
    total,
    place: { row, ...(column === undefined ? {} : { column }), number },
  });
  if (direction === "here") {
    const index = own.findIndex((column) => order(column) === here);
    return index < 0 ? { total } : at(from.row, own[index], before + index + 1);
  }
  if (direction === "next") {
    const index = own.findIndex((column) => order(column) > here);
    if (index >= 0) return at(from.row, own[index], before + index + 1);
    const row = rows.findIndex((each, position) => position > from.row && placesOf(each).length > 0);
    return row < 0 ? { total } : at(row, placesOf(rows[row])[0], before + own.length + 1);
  }
  const index = own.findLastIndex((column) => order(column) < here);
  if (index >= 0) return at(from.row, own[index], before + index + 1);
  const row = rows.findLastIndex((each, position) => position < from.row && placesOf(each).length > 0);
  return row < 0 ? { total } : at(row, placesOf(rows[row]).at(-1), before);
}

type IsWanted = (problem: NonNullable<IndexedRow["problems"]>["list"][number]) => boolean;

function wantedOf(rows: readonly IndexedRow[], { code, column }: Pick<RowFilter, "code" | "column">): IsWanted {
  if (code !== undefined)
    return (problem) => problem.code === code && (column === undefined || problem.column === column);
  const hasErrors = rows.some(({ severity }) => severity === 2);
  return (problem) => problem.isError === hasErrors;
}

/** The columns of a row that have a problem, in the order of its file; undefined, first, for the row as a whole. */
function columnsOf(row: IndexedRow, positions: Positions, isWanted: IsWanted): readonly (string | undefined)[] {
  if (!row.problems) return [];
  const wanted = row.problems.list.filter(isWanted);
  if (wanted.length < 2) return wanted.map(({ column }) => shownColumn(row, positions, column));
  const columns = new Set(wanted.map(({ column }) => shownColumn(row, positions, column)));
  const order = orderIn(row, positions);
  return [...columns].sort((a, b) => order(a) - order(b));
}

/** A column that the file lacks is a matter of the row as a whole. */
function shownColumn({ file }: IndexedRow, positions: Positions, column: string | undefined): string | undefined {
  return column !== undefined && positions.get(file)?.includes(column) ? column : undefined;
}

function orderIn(row: IndexedRow | undefined, positions: Positions): (column: string | undefined) => number {
  const names = positions.get(row?.file ?? "") ?? [];
  return (column) => (column === undefined ? -1 : names.indexOf(column));
}
