/** Cells of one row -> its record and all that is wrong with it. Pure; rules across rows are in `staging/`. */
import { unescapeCell } from "../../model/formula-signs.ts";
import { type Checked, type Issue, isError } from "../../model/issue.ts";
import type { CellView } from "../../model/mapped-columns.ts";
import type { Draft, SheetRecords } from "../../model/records.ts";
import type { RowAddress, SheetName } from "../../model/sheet.ts";
import { shorten } from "../../model/shorten.ts";
import { type Text, text } from "../../model/words/text.ts";
import { numberingPlans } from "../data/numbering-plans.ts";
import { removalReader } from "../read/removal-columns.ts";
import { sheets } from "../sheets.ts";
import { columnReader, readCell, textOfCell, trimBlanks } from "./check-cell.ts";
import { type Filled, type RowFiller, tellFilled } from "./fill-blanks.ts";
import { columnsLacking, isKeyOfRemoval, keysOfRemoval } from "./required-columns.ts";
import { type RowNotes, rowNotes } from "./row-notes.ts";

/** Canonical column per position; undefined for a column that we do not know. */
type Columns = readonly (string | undefined)[];
/** `cells` as the file has them; `hasApostrophe` false: none of them is known to hold one. */
type RowChecker<S extends SheetName> = (
  cells: readonly string[],
  at: RowAddress,
  hasApostrophe?: boolean,
) => Checked<Draft<SheetRecords[S]>>;

/**
 * Checks rows of one file, each on its own. `columns` as `matchHeader` found them; `header`: as written, for what columns
 * that we do not use may ask; `filler`: what their blank cells take from profiles; `view`: what a mapping makes of them
 * before. For many rows faster than `checkRow`.
 */
export function rowChecker<S extends SheetName>(
  sheet: S,
  columns: Columns,
  header: readonly string[] = [],
  filler?: RowFiller,
  view?: CellView,
): RowChecker<S> {
  const { columns: known, toRecord, countryColumns } = sheets[sheet];
  const all = filler?.columns ?? view?.columns ?? columns;
  const positions = new Map(all.map((name, index) => [name, index]));
  const readers = all.map((name, index) => {
    return { index, name, reader: columnReader(name, name === undefined ? undefined : known[name]) };
  });
  const lacking = columnsLacking(sheet, new Set(all)).map((name) => ({
    name,
    reader: columnReader(name, known[name]),
  }));
  const lastKnown = all.findLastIndex((name) => name !== undefined);
  const checkUnused = unusedColumns(sheet, columns, header);
  const notes = rowNotes({ positions, textOf: textOfCell, plans: numberingPlans(), countryColumns });

  /** Of the row in hand: each overwrites those of the one before. */
  const values: Record<string, unknown> = {};

  return (written, at, hasApostrophe = true) => {
    const own = hasApostrophe ? withoutMarks(written) : written;
    const seen = view?.read(own) ?? own;
    const filled = filler?.fill(seen);
    const cells = filled?.cells ?? seen;
    notes.start(cells, at);
    if (filled?.unknown) refuseProfile(filled.unknown, notes);
    const end = Math.max(lastKnown + 1, Math.min(cells.length, readers.length));
    for (const { index, name, reader } of end < readers.length ? readers.slice(0, end) : readers) {
      const value = readCell(cells[index] ?? "", reader, notes);
      if (name !== undefined) values[name] = value;
    }
    for (const { name, reader } of lacking) values[name] = readCell("", reader, notes);
    for (const check of checkUnused) check(own, notes);
    const value = toRecord(values, notes.row);
    const found = filled ? tellFilled(notes.issues(), filled) : notes.issues();
    const issues = isRemoval(value) ? found.filter(isOfRemoval(sheet)) : found;
    if (isHeaderAgain(own, header, issues)) return { value: toRecord({}, notes.row), issues: [headerAgain(at)] };
    const taken = filled && !isRemoval(value) ? { taken: filled } : {};
    if (own.length === columns.length) return { value, issues, ...taken };
    const misread = misreading(own, columns, issues, at);
    if (!misread) return { value, issues, ...taken };
    const key = isFooter(own, columns) ? {} : leadingKey(sheet, columns, values);
    return { value: toRecord(key, notes.row), issues: misread };
  };
}

function refuseProfile({ name, hint }: NonNullable<Filled["unknown"]>, { row }: RowNotes): void {
  row.error("profile", "unknown_profile", text("profile_unknown", { name }), hint);
}

/** Our own marks before what a spreadsheet would run are not part of a cell, and nothing to speak of. */
function withoutMarks(cells: readonly string[]): readonly string[] {
  return cells.some((cell) => cell.includes("'")) ? cells.map(unescapeCell) : cells;
}

/** Exports that were joined bring the header of each. */
function isHeaderAgain(cells: readonly string[], header: readonly string[], issues: readonly Issue[]): boolean {
  const isSame = (name: string, index: number) => name === "" || textOfCell(cells[index] ?? "") === textOfCell(name);
  return header.length > 1 && issues.some(isError) && header.some((name) => name !== "") && header.every(isSame);
}

function headerAgain(at: RowAddress): Issue {
  return {
    code: "header_repeated",
    severity: "error",
    at,
    message: text("header_repeated"),
    hint: text("delete_row"),
  };
}

/** Columns by which rows are found; they count as long as they stand before all others. */
const keys: Readonly<Record<SheetName, readonly string[]>> = {
  templates: ["template_name"],
  profiles: ["profile"],
  customers: ["external_id"],
  locations: ["customer", "name"],
  users: ["customer"],
};

/** Of a row whose cells may stand in the wrong columns: its key, where it stands before any cell that may have shifted. */
function leadingKey(sheet: SheetName, columns: Columns, values: Readonly<Record<string, unknown>>) {
  const end = columns.findIndex((name) => name === undefined || !keys[sheet].includes(name));
  const names = columns.slice(0, end < 0 ? columns.length : end).filter((name) => name !== undefined);
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

/**
 * What is wrong with a row that has not as many cells as the header; undefined: nothing is. Cells that are missing at its
 * end are blank, and blank ones beyond the header do not count: so spreadsheet programs write them.
 */
function misreading(
  cells: readonly string[],
  columns: Columns,
  issues: readonly Issue[],
  at: RowAddress,
): readonly Issue[] | undefined {
  if (cells.length < columns.length) {
    if (!isFooter(cells, columns)) return undefined;
    return [...issues.filter(({ code }) => unreadable.has(code)), footer(cells[0] ?? "", columns, at)];
  }
  const extra = cells.slice(columns.length).map(textOfCell);
  if (extra.some((cell) => cell !== "")) return [tooMany(cells, columns, at)];
  return issues.some(isError) ? [...issues, perhapsShifted(cells, columns, at)] : undefined;
}

/** True of a cell in whatever column it stands. */
const unreadable: ReadonlySet<string> = new Set(["broken_character", "nul_character", "cell_too_large"]);

/** A line such as `(13 rows affected)`: no row has one cell only. */
function isFooter(cells: readonly string[], columns: Columns): boolean {
  return columns.length > 2 && cells.length === 1;
}

function footer(cell: string, columns: Columns, at: RowAddress): Issue {
  const shown = shorten(textOfCell(cell), 60);
  return wrongCount(at, text("single_cell", { cell: shown, header: columns.length }), text("delete_footer"));
}

function tooMany(cells: readonly string[], columns: Columns, at: RowAddress): Issue {
  const beyond = shorten(
    cells
      .slice(columns.length)
      .map(textOfCell)
      .filter((cell) => cell !== "")
      .join(", "),
    60,
  );
  return wrongCount(
    at,
    text("too_many_cells", { cells: cells.length, header: columns.length, beyond }),
    text("quote_cell_with_delimiter"),
  );
}

function perhapsShifted(cells: readonly string[], columns: Columns, at: RowAddress): Issue {
  return wrongCount(
    at,
    text("blank_cells_beyond", { cells: cells.length, header: columns.length }),
    text("quote_cell_or_drop_delimiters"),
  );
}

type UnusedCheck = (cells: readonly string[], notes: RowNotes) => void;

/** Of columns that we do not use, those whose cells must not be left out in silence. */
function unusedColumns(sheet: SheetName, columns: Columns, header: readonly string[]): readonly UnusedCheck[] {
  return header.flatMap((name, index) => {
    if (columns[index] !== undefined) return [];
    const isMarked = removalReader(name);
    if (isMarked === undefined) return [];
    const title = trimBlanks(name);
    return [
      (cells, notes) => {
        const raw = cells[index] ?? "";
        const value = textOfCell(raw);
        if (value === "") return;
        notes.turnTo(title, raw);
        if (!isMarked(value)) return;
        const message = text("marked_for_removal", { title, value });
        const hint = text("action" in sheets[sheet].columns ? "use_action_column" : "delete_row_or_clear_cell");
        notes.cell.error("action_not_understood", message, hint);
      },
    ];
  });
}

/** Checks one row; see `rowChecker`. */
export function checkRow<S extends SheetName>(sheet: S, columns: Columns, cells: readonly string[], at: RowAddress) {
  return rowChecker(sheet, columns)(cells, at);
}

/** May cells of the row stand in the wrong columns? Then its value is its key at most, and no rule but being needed by others holds for it. */
export function isMisread({ issues }: Checked<unknown>): boolean {
  return issues.some(({ code }) => code === "wrong_cell_count");
}

/** Does the row say that what it stands for is to go? */
export function isRemoval(value: object): boolean {
  return "action" in value && value.action === "remove";
}

function isOfRemoval(sheet: SheetName): (issue: Issue) => boolean {
  return ({ column, code }) => column === "action" || isKeyOfRemoval(sheet, column) || unreadable.has(code);
}

/** Is there no error, and every value without which a record cannot be sent? */
export function isComplete<S extends SheetName>(
  sheet: S,
  checked: Checked<Draft<SheetRecords[S]>>,
): checked is Checked<Draft<SheetRecords[S]> & SheetRecords[S]> {
  const needs: readonly string[] = isRemoval(checked.value) ? keysOfRemoval[sheet].fields : sheets[sheet].needs;
  const value: Readonly<Record<string, unknown>> = checked.value;
  return needs.every((name) => value[name] !== undefined) && !checked.issues.some(isError);
}

function wrongCount(at: RowAddress, message: Text, hint: Text): Issue {
  return { code: "wrong_cell_count", severity: "error", at, message, hint };
}
