/** Cells of one row -> its record and all that is wrong with it. Pure; rules across rows are in `plan/`. */
import { type Checked, type Issue, isError } from "../model/issue.ts";
import type { Draft, SheetRecords } from "../model/records.ts";
import type { RowAddress, SheetName } from "../model/sheet.ts";
import { readCell, trimBlanks } from "./check-cell.ts";
import { numberingPlans } from "./numbering-plans.ts";
import { rowNotes } from "./row-notes.ts";
import { sheets } from "./sheets.ts";

/** Canonical column per position; undefined for a column that we do not know. */
type Columns = readonly (string | undefined)[];
type RowChecker<S extends SheetName> = (cells: readonly string[], at: RowAddress) => Checked<Draft<SheetRecords[S]>>;

/** Checks rows of one file, each on its own. `columns` as `matchHeader` found them. For many rows faster than `checkRow`. */
export function rowChecker<S extends SheetName>(sheet: S, columns: Columns): RowChecker<S> {
  const { columns: known, toRecord, countryColumns } = sheets[sheet];
  const positions = new Map(columns.map((name, index) => [name, index]));
  const readers = columns.map((name, index) => ({ index, name, column: name === undefined ? undefined : known[name] }));
  const notes = rowNotes({ positions, textOf: trimBlanks, plans: numberingPlans(), countryColumns });

  return (cells, at) => {
    notes.start(cells, at);
    const values: Record<string, unknown> = {};
    for (const { index, name, column } of readers) {
      const value = readCell(cells[index] ?? "", name, column, notes);
      if (name !== undefined) values[name] = value;
    }
    const value = toRecord(values, notes.row);
    return { value, issues: cells.length === columns.length ? notes.issues() : [wrongCount(cells, columns, at)] };
  };
}

/** Checks one row; see `rowChecker`. */
export function checkRow<S extends SheetName>(sheet: S, columns: Columns, cells: readonly string[], at: RowAddress) {
  return rowChecker(sheet, columns)(cells, at);
}

/** Is there no error, and every value without which a record cannot be sent? */
export function isComplete<S extends SheetName>(
  sheet: S,
  checked: Checked<Draft<SheetRecords[S]>>,
): checked is Checked<Draft<SheetRecords[S]> & SheetRecords[S]> {
  const needs: readonly (keyof SheetRecords[S])[] = sheets[sheet].needs;
  return needs.every((name) => checked.value[name] !== undefined) && !checked.issues.some(isError);
}

/** The other findings are left out: with one cell too few or too many, each of them may be about the wrong column. */
function wrongCount(cells: readonly string[], columns: Columns, at: RowAddress): Issue {
  return {
    code: "wrong_cell_count",
    severity: "error",
    at,
    message: `The row has ${cells.length} cells, and the header has ${columns.length}.`,
    hint:
      cells.length > columns.length
        ? "Put a cell that contains the delimiter between double quotes."
        : "Write a delimiter for each blank cell too, also at the end of the row.",
  };
}
