/** One file -> its header, then its rows, each checked on its own. The only road by which rows come into a batch. */
import { type Checked, type Issue, isError } from "../../model/issue.ts";
import type { Draft, SheetRecords } from "../../model/records.ts";
import type { RowAddress, SheetFile, SheetName } from "../../model/sheet.ts";
import { shorten } from "../../model/shorten.ts";
import { text } from "../../model/words/text.ts";
import { trimBlanks } from "../cells/check-cell.ts";
import { rowChecker } from "../cells/check-row.ts";
import { type Corrections, correctRow, type RowCorrections } from "../cells/corrections.ts";
import type { RowFillers } from "../cells/fill-blanks.ts";
import type { Column } from "../define-sheet.ts";
import { viewOf } from "../mapping/view.ts";
import { sheets } from "../sheets.ts";
import { FileRefusal, issueOfRefusal } from "./file-refusal.ts";
import { type Flaw, isBlank, isBlankRow, type OpenSheet, type ReadRow } from "./file-rows.ts";
import { type FoundHeader, headerFinder } from "./find-header.ts";
import type { HeaderChoices } from "./match-header.ts";
import { type OpenOptions, openSheet } from "./open-sheet.ts";
import { emptyFile } from "./read-csv.ts";
import type { SourceFile } from "./source-file.ts";

export type ReadOptions = OpenOptions & {
  /** What a person said that the headers of a file mean. */
  readonly headerChoices?: (sheet: SheetName, header: readonly string[]) => HeaderChoices;
  /** What a person wrote over cells. */
  readonly corrections?: Corrections;
  /** What blank cells take from the profiles of the batch. */
  readonly profiles?: RowFillers;
};

export type CheckedRow = {
  readonly at: RowAddress;
  /** As read, untouched. */
  readonly cells: readonly string[];
  readonly checked: Checked<Draft<SheetRecords[SheetName]>>;
};

export type ReadEvent =
  /** Once, first; of a file that cannot be read the header is empty. */
  | { readonly kind: "header"; readonly file: SheetFile }
  /** Up to 1 000, in the order of the file. Blank rows are left out, and count for row numbers. */
  | { readonly kind: "rows"; readonly rows: readonly CheckedRow[] }
  /** Of the file as a whole. */
  | { readonly kind: "issues"; readonly issues: readonly Issue[] }
  /** Once, last. `refused`: the file cannot be used, also when rows of it were given before. */
  | { readonly kind: "end"; readonly rows: number; readonly refused: boolean };

const mostRowsAtOnce = 1000;

/** Reads one source. Bad data never throws; a UserError says that an option is wrong. */
export async function* readSheet(source: SourceFile, options: ReadOptions): AsyncGenerator<ReadEvent> {
  let hasHeader = false;
  let rows = 0;
  try {
    for await (const event of readEvents(source, options)) {
      if (event.kind === "header") hasHeader = true;
      if (event.kind === "rows") rows += event.rows.length;
      yield event;
      if (event.kind === "issues" && event.issues.some(isError)) {
        return yield { kind: "end", rows, refused: true };
      }
    }
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    if (!hasHeader) yield { kind: "header", file: fileOf(source, { encoding: "" }) };
    yield { kind: "issues", issues: [issueOfRefusal(error, source)] };
    return yield { kind: "end", rows, refused: true };
  }
  if (rows === 0) yield { kind: "issues", issues: [fileIssue(source, noRows)] };
  yield { kind: "end", rows, refused: false };
}

async function* readEvents(source: SourceFile, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const sheet = await openSheet(source, options);
  const finder = headerFinder(source, options.headerChoices, options.profiles?.given(source.sheet));
  let found: FoundHeader | undefined;
  let reader: Reader | undefined;

  function* begin(header: FoundHeader): Generator<ReadEvent> {
    found = header;
    yield { kind: "header", file: fileOf(source, sheet, header) };
    const flaws = [...sheet.flaws, ...header.flaws].map((flaw) => fileIssue(source, flaw));
    yield* issuesOf([...flaws, ...header.issues]);
    reader = rowReader(source, header, options.profiles, options.corrections?.get(source.file));
    yield* read(header.rows);
  }

  function* read(rows: readonly ReadRow[]): Generator<ReadEvent> {
    for (let start = 0; start < rows.length; start += mostRowsAtOnce) {
      const taken = rows.slice(start, start + mostRowsAtOnce);
      if (reader) yield* reader.read(found?.withoutExtras ? taken.map(found.withoutExtras) : taken);
    }
  }

  for await (const piece of sheet.pieces) {
    options.signal?.throwIfAborted();
    if (found) yield* read(piece);
    else {
      const header = finder.take(piece);
      if (header) yield* begin(header);
    }
  }
  if (!found) {
    const header = finder.finish();
    if (!header) throw emptyFile(source.file);
    yield* begin(header);
  }
  if (reader) yield* reader.readAdded();
  yield* issuesOf((sheet.closingFlaws?.() ?? []).map((flaw) => fileIssue(source, flaw)));
}

function fileOf(
  source: SourceFile,
  { encoding, delimiter }: Pick<OpenSheet, "encoding" | "delimiter">,
  { header, columns, hasRefusedCells, mapping }: HeaderFacts = noHeader,
): SheetFile {
  const { sheet, file, path, worksheet } = source;
  return {
    sheet,
    file,
    path,
    header,
    columns,
    encoding,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(worksheet !== undefined || hasRefusedCells ? { isOfWorkbook: true } : {}),
    ...(mapping ? { mapping } : {}),
  };
}

type HeaderFacts = Pick<FoundHeader, "header" | "columns" | "hasRefusedCells" | "mapping">;

const noHeader: HeaderFacts = { header: [], columns: [], hasRefusedCells: false };

type Reader = {
  read(rows: readonly ReadRow[]): Iterable<ReadEvent>;
  /** The rows that a person added: those of the corrections that the file did not have. Last. */
  readAdded(): Iterable<ReadEvent>;
};

/** Checks rows under one header, and warns once of cells without a header. */
function rowReader(
  source: SourceFile,
  { used: header, header: written, columns, mapping, row: headerRow }: FoundHeader,
  profiles: RowFillers | undefined,
  corrections: RowCorrections = new Map(),
): Reader {
  const view = viewOf({ header: written, columns, ...(mapping ? { mapping } : {}) });
  const check = rowChecker(source.sheet, columns, header, profiles?.of(source.sheet, view.columns), view);
  const { sheet, file } = source;
  const columnAt = (position: number) =>
    columns[position] ?? mapping?.columns.find(({ from }) => from.includes(position))?.column;
  const isOfDays = (position: number) => columnOf(sheet, columnAt(position))?.type.isDay === true;
  let nameless = written.flatMap((cell, index) => (trimBlanks(cell) === "" ? [index] : []));

  function checkedRow(read: ReadRow): CheckedRow {
    const { row, cells, flaws, hasApostrophe } = read.flaws ? withDays(read, isOfDays) : read;
    const at = { sheet, file, row };
    const checked = check(cells, at, hasApostrophe);
    if (!flaws) return { at, cells, checked };
    const found = flaws.flatMap((flaw) => issueOfFlaw(flaw, at, cells));
    const others = isBlankRow(cells) ? [] : checked.issues.filter((issue) => !found.some(isAbout(issue)));
    return { at, cells, checked: { ...checked, issues: [...found, ...others] } };
  }

  /** What is wrong with a cell in a column that we do not know is nobody's trouble; and a header that is merged with the cells below has no value for them. */
  function issueOfFlaw(
    { position, firstRow, day: _day, ...flaw }: Flaw,
    at: RowAddress,
    cells: readonly string[],
  ): readonly Issue[] {
    if (firstRow !== undefined && firstRow <= headerRow) return [];
    if (position === undefined) return [{ ...flaw, at }];
    const column = columnAt(position);
    const value = cells[position] ?? "";
    return column === undefined ? [] : [{ ...flaw, at, column, ...(value === "" ? {} : { value: shorten(value) }) }];
  }

  const unread = new Set(corrections.keys());

  function correct(row: ReadRow): ReadRow {
    unread.delete(row.row);
    return correctRow(row, corrections, header.length);
  }

  return {
    *read(rows) {
      const corrected = corrections.size > 0 ? rows.map(correct) : rows;
      const filled = corrected.filter(({ cells, flaws }) => flaws !== undefined || !isBlankRow(cells));
      if (filled.length > 0) yield { kind: "rows", rows: filled.map(checkedRow) };
      const odd =
        nameless.length > 0 ? filled.find(({ cells }) => nameless.some((index) => !isBlank(cells[index]))) : undefined;
      if (!odd) return;
      nameless = [];
      yield { kind: "issues", issues: [fileIssue(source, dataWithoutHeader(odd.row))] };
    },
    *readAdded() {
      const added = [...unread].filter((row) => row > headerRow).sort((a, b) => a - b);
      for (let start = 0; start < added.length; start += mostRowsAtOnce) {
        const rows = added.slice(start, start + mostRowsAtOnce).map((row) => correct({ row, cells: [] }));
        const filled = rows.filter(({ cells }) => !isBlankRow(cells));
        if (filled.length > 0) yield { kind: "rows", rows: filled.map(checkedRow) };
      }
    },
  };
}

function columnOf(sheet: SheetName, name: string | undefined): Column<unknown> | undefined {
  const known: Readonly<Record<string, Column<unknown>>> = sheets[sheet].columns;
  return name === undefined ? undefined : known[name];
}

/** Cells that the workbook says are days, as such, where a day is wanted. */
function withDays(read: ReadRow, isOfDays: (position: number) => boolean): ReadRow {
  const cells = [...read.cells];
  const others = (read.flaws ?? []).filter(({ day, position }) => {
    if (day === undefined || position === undefined || !isOfDays(position)) return true;
    cells[position] = day;
    return false;
  });
  const { flaws: _flaws, ...row } = read;
  return others.length > 0 ? { ...row, cells, flaws: others } : { ...row, cells };
}

/** The text of a cell that is wrong for what it is has nothing more to tell. */
function isAbout({ column }: Issue): (found: Issue) => boolean {
  return (found) => column !== undefined && found.column === column && isError(found);
}

function* issuesOf(issues: readonly Issue[]): Generator<ReadEvent> {
  if (issues.length > 0) yield { kind: "issues", issues };
}

function fileIssue({ sheet, file }: SourceFile, flaw: Flaw): Issue {
  return { ...flaw, at: { sheet, file, row: 0 } };
}

const noRows: Flaw = {
  code: "no_rows",
  severity: "warning",
  message: text("no_rows"),
  hint: text("nothing_to_do_unless_rows"),
};

function dataWithoutHeader(row: number): Flaw {
  return {
    code: "data_without_header",
    severity: "warning",
    message: text("value_without_header", { row }),
    hint: text("give_header_or_clear"),
  };
}
