/** Rows as they were read, at most a hundred per page: a million rows are ten thousand pages. Written once and never changed; other tables hold what is found out about a row later. */
import type Libsql from "libsql";
import type { RowId, UnitId } from "../../model/plan.ts";
import type { SheetName } from "../../model/sheet.ts";
import type { FileId } from "./file-table.ts";

/** What a page holds of a row. */
export type PagedRow = {
  readonly id: RowId;
  readonly file: FileId;
  readonly row: number;
  readonly sheet: SheetName;
  readonly cells: readonly string[];
  /** For people: external id, template name, location name, e-mail. */
  readonly key: string;
  readonly unit: UnitId | null;
  /** The row that it needs in addition to its customer: a customer's template, a user's location. */
  readonly parent: RowId | null;
};

export type NewPagedRow = Pick<PagedRow, "row" | "cells" | "key"> & {
  readonly unit?: UnitId | undefined;
  readonly parent?: RowId | undefined;
};

type Span = { readonly first: RowId; readonly last: RowId };

type Page = {
  readonly first: RowId;
  readonly file: FileId;
  readonly sheet: SheetName;
  readonly lines: readonly Line[];
};

/** As written. The key is usually one of the cells: then its index is stored. */
type Line = readonly [
  row: number,
  key: string | number,
  unit: UnitId | null,
  parent: RowId | null,
  cells: readonly string[],
];

type Columns = { readonly first: RowId; readonly file: FileId; readonly sheet: SheetName; readonly lines: string };

const rowsOnPage = 100;
/** A page of rows with far longer texts than sheets have is shorter: several pages are kept in memory. */
const charactersOnPage = 256 * 1024;
const pagesKept = 32;

export type PageTable = ReturnType<typeof pageTable>;

export function pageTable(db: Libsql.Database) {
  const insert = db.prepare("insert into pages (first, count, file, sheet, lines) values (?, ?, ?, ?, ?)");
  const holding = db.prepare(
    "select first, file, sheet, lines from pages where first <= ? order by first desc limit 1",
  );
  const contextFiles = "select id from files where is_context";
  const after = db.prepare(
    `select first, file, sheet, lines from pages where first > ? and file not in (${contextFiles}) order by first limit 1`,
  );
  const contextAfter = db.prepare(
    `select first, file, sheet, lines from pages where first > ? and file in (${contextFiles}) order by first limit 1`,
  );
  const contextSpans = db.prepare(
    `select min(first) as first, max(first + count) - 1 as last from pages where file in (${contextFiles}) group by file`,
  );
  const ofSheet = db.prepare(
    "select first, file, sheet, lines from pages where sheet = ? and first > ? order by first limit 1",
  );
  const sheetSpans = db.prepare(
    "select sheet, min(first) as first, max(first + count) - 1 as last from pages group by file order by min(first) desc",
  );
  const counts = db.prepare(
    `select sheet, sum(count) as rows from pages where file not in (${contextFiles}) group by sheet`,
  );
  const last = db.prepare("select coalesce(max(first + count), 1) as next from pages");
  const kept: Page[] = [];
  let nextId = (last.get() as { next: number }).next; // one column, never null
  /** From the last row to the first; read when they are asked for. */
  let sheets: readonly (Span & { readonly sheet: SheetName })[] | undefined;

  function read(found: unknown): Page | undefined {
    if (found === undefined) return undefined;
    const { lines, ...page } = found as Columns; // selected by name
    return { ...page, lines: JSON.parse(lines) as Line[] }; // written by `add`
  }

  function pageOf(id: RowId): Page {
    const known = kept.find(({ first, lines }) => first <= id && id < first + lines.length);
    const page = known ?? read(holding.get(id));
    if (!page || id >= page.first + page.lines.length) throw new Error(`no row ${id} in the run file`);
    if (!known && kept.unshift(page) > pagesKept) kept.pop();
    return page;
  }

  return {
    /** The id that the next staged row will get. */
    nextId: (): RowId => nextId,

    /** Adds rows in order; the ids of rows follow each other. */
    add(file: FileId, sheet: SheetName, rows: readonly NewPagedRow[]): void {
      sheets = undefined;
      for (const lines of pagesOf(rows)) {
        insert.run(nextId, lines.length, file, sheet, JSON.stringify(lines));
        nextId += lines.length;
      }
    },

    row(id: RowId): PagedRow {
      const page = pageOf(id);
      return toRow(page, id - page.first);
    },

    sheetOf(id: RowId): SheetName {
      sheets ??= sheetSpans.all() as NonNullable<typeof sheets>; // selected by name
      const span = sheets.find(({ first, last }) => first <= id && id <= last);
      if (!span) throw new Error(`no row ${id} in the run file`);
      return span.sheet;
    },

    /** Rows from `first` to `last`, page by page. */
    *between(first: RowId, last: RowId): Generator<readonly PagedRow[]> {
      for (let id = first; id <= last; ) {
        const page = pageOf(id);
        const rows = toRows(page).slice(id - page.first, last - page.first + 1);
        yield rows;
        id += rows.length;
      }
    },

    /** Rows that are not of this run, page by page. */
    *context(): Generator<readonly PagedRow[]> {
      for (let before = 0; ; ) {
        const page = read(contextAfter.get(before));
        if (!page) return;
        yield toRows(page);
        before = page.first;
      }
    },

    /** From and to which id rows are not of this run; one span per file. */
    contextSpans: (): readonly Span[] => contextSpans.all() as Span[], // selected by name

    /** All rows of this run in input order, page by page; or those of one sheet, whosever they are. */
    *all(sheet?: SheetName): Generator<readonly PagedRow[]> {
      for (let before = 0; ; ) {
        const page = read(sheet === undefined ? after.get(before) : ofSheet.get(sheet, before));
        if (!page) return;
        yield toRows(page);
        before = page.first;
      }
    },

    count: () => counts.all() as readonly { readonly sheet: SheetName; readonly rows: number }[], // selected by name
  };
}

function* pagesOf(rows: readonly NewPagedRow[]): Generator<readonly Line[]> {
  let lines: Line[] = [];
  let size = 0;
  for (const row of rows) {
    lines.push(toLine(row));
    for (const cell of row.cells) size += cell.length;
    if (lines.length < rowsOnPage && size < charactersOnPage) continue;
    yield lines;
    lines = [];
    size = 0;
  }
  if (lines.length > 0) yield lines;
}

function toLine({ row, key, unit, parent, cells }: NewPagedRow): Line {
  const index = cells.indexOf(key);
  return [row, index < 0 ? key : index, unit ?? null, parent ?? null, cells];
}

function toRows(page: Page): readonly PagedRow[] {
  return page.lines.map((_, index) => toRow(page, index));
}

function toRow({ first, file, sheet, lines }: Page, index: number): PagedRow {
  const line = lines[index];
  if (!line) throw new Error(`no row ${first + index} in the run file`);
  const [row, key, unit, parent, cells] = line;
  const text = typeof key === "number" ? (cells[key] ?? "") : key;
  return { id: first + index, file, row, sheet, cells, key: text, unit, parent };
}
