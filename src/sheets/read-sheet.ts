/** One file -> its header, then its rows, each checked on its own. The only road by which rows come into a batch. */
import { type Checked, type Issue, isError } from "../model/issue.ts";
import type { Draft, SheetRecords } from "../model/records.ts";
import type { RowAddress, SheetFile, SheetName } from "../model/sheet.ts";
import { trimBlanks } from "./check-cell.ts";
import { rowChecker } from "./check-row.ts";
import { type Corrections, correctRow, type RowCorrections } from "./corrections.ts";
import { FileRefusal, issueOfRefusal } from "./file-refusal.ts";
import { type Flaw, isBlank, isBlankRow, type OpenSheet, type ReadRow } from "./file-rows.ts";
import { type HeaderChoices, matchHeader } from "./match-header.ts";
import { type OpenOptions, openSheet } from "./open-sheet.ts";
import { emptyFile } from "./read-csv.ts";
import type { SourceFile } from "./source-file.ts";

export type ReadOptions = OpenOptions & {
  /** What a person said that the headers of a file mean. */
  readonly headerChoices?: (sheet: SheetName, header: readonly string[]) => HeaderChoices;
  /** What a person wrote over cells. */
  readonly corrections?: Corrections;
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
    if (!hasHeader) yield { kind: "header", file: fileOf(source, { encoding: "" }, [], []) };
    yield { kind: "issues", issues: [issueOfRefusal(error, source)] };
    return yield { kind: "end", rows, refused: true };
  }
  if (rows === 0) yield { kind: "issues", issues: [fileIssue(source, noRows)] };
  yield { kind: "end", rows, refused: false };
}

async function* readEvents(source: SourceFile, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const sheet = await openSheet(source, options);
  let reader: Reader | undefined;
  for await (const piece of sheet.pieces) {
    let rows = piece;
    if (!reader) {
      const index = piece.findIndex(({ cells }) => !isBlankRow(cells));
      const header = piece[index];
      if (!header) continue;
      const choices = options.headerChoices?.(source.sheet, header.cells);
      const { columns, issues } = matchHeader(source.sheet, header.cells, source.file, choices);
      yield { kind: "header", file: fileOf(source, sheet, header.cells, columns) };
      yield* issuesOf([...sheet.flaws.map((flaw) => fileIssue(source, flaw)), ...issues]);
      reader = rowReader(source, header.cells, columns, options.corrections?.get(source.file));
      rows = piece.slice(index + 1);
    }
    for (let start = 0; start < rows.length; start += mostRowsAtOnce) {
      yield* reader.read(rows.slice(start, start + mostRowsAtOnce));
    }
  }
  if (!reader) throw emptyFile(source.file);
}

function fileOf(
  source: SourceFile,
  { encoding, delimiter }: Pick<OpenSheet, "encoding" | "delimiter">,
  header: readonly string[],
  columns: SheetFile["columns"],
): SheetFile {
  const { sheet, file, path } = source;
  return { sheet, file, path, header, columns, encoding, ...(delimiter === undefined ? {} : { delimiter }) };
}

type Reader = { read(rows: readonly ReadRow[]): Iterable<ReadEvent> };

/** Checks rows under one header, and warns once of cells without a header. */
function rowReader(
  source: SourceFile,
  header: readonly string[],
  columns: SheetFile["columns"],
  corrections: RowCorrections = new Map(),
): Reader {
  const check = rowChecker(source.sheet, columns);
  const { sheet, file } = source;
  let nameless = header.flatMap((cell, index) => (trimBlanks(cell) === "" ? [index] : []));

  function checkedRow({ row, cells, flaws }: ReadRow): CheckedRow {
    const at = { sheet, file, row };
    const checked = check(cells, at);
    if (!flaws) return { at, cells, checked };
    return {
      at,
      cells,
      checked: { ...checked, issues: [...flaws.map((flaw) => ({ ...flaw, at })), ...checked.issues] },
    };
  }

  return {
    *read(rows) {
      const corrected = corrections.size > 0 ? rows.map((row) => correctRow(row, corrections, header.length)) : rows;
      const filled = corrected.filter(({ cells }) => !isBlankRow(cells));
      if (filled.length > 0) yield { kind: "rows", rows: filled.map(checkedRow) };
      const odd =
        nameless.length > 0 ? filled.find(({ cells }) => nameless.some((index) => !isBlank(cells[index]))) : undefined;
      if (!odd) return;
      nameless = [];
      yield { kind: "issues", issues: [fileIssue(source, dataWithoutHeader(odd.row))] };
    },
  };
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
  message: "The sheet has a header and no rows.",
  hint: "Nothing to do, unless rows were expected.",
};

function dataWithoutHeader(row: number): Flaw {
  return {
    code: "data_without_header",
    severity: "warning",
    message: `Row ${row} has a value in a column without a header; such columns are not used.`,
    hint: "Give the column a header, or clear its cells.",
  };
}
