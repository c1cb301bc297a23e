/** Finds rows by sheet, customer, code, status and text, and sorts them, for the server and for report.html. Pure; holds no cells, only their text in lower case. */
import { isError } from "../model/issue.ts";
import type { RowStatus } from "../model/outcome.ts";
import type { RowOutcome } from "../model/run-report.ts";
import type { SheetFile, SheetName } from "../model/sheet.ts";
import { columnNames } from "./column-names.ts";

export type RowFilter = {
  readonly sheet?: SheetName;
  readonly customer?: string;
  readonly code?: string;
  readonly column?: string;
  readonly status?: RowStatus;
  readonly only?: "errors" | "problems";
  /** Anywhere in the cells, whatever the case. */
  readonly text?: string;
  readonly sort?: { readonly column: string; readonly isDescending: boolean };
};

/** A row, by what it is found by. */
export type IndexedRow = {
  readonly id: number;
  readonly sheet: SheetName;
  readonly file: string;
  /** As a spreadsheet shows it. */
  readonly row: number;
  readonly customer: string;
  readonly status: RowStatus;
  readonly problems: ProblemSet | undefined;
  readonly severity: 0 | 1 | 2;
  readonly text: string;
};

/** The problems of a row, without their words. Rows with the same ones share a set: a hundred thousand rows have few of them. */
export type ProblemSet = {
  readonly list: readonly { readonly code: string; readonly column?: string; readonly isError: boolean }[];
  /** `code` and `code column`, of errors and warnings. */
  readonly causes: ReadonlySet<string>;
};

const separator = "\u0001";

export type RowIndex = {
  add(id: number, outcome: RowOutcome): void;
  /** In input order, or as sorted. The last answer is kept: scrolling asks the same again and again. */
  find(filter: RowFilter): readonly IndexedRow[];
  /** Where the columns of a file stand, by name. */
  readonly positions: Positions;
};

export type Positions = ReadonlyMap<string, readonly string[]>;

type Answer = { readonly question: string; readonly rows: readonly IndexedRow[] };

/** `files`: where each column stands in each file. */
export function startRowIndex(files: readonly SheetFile[]): RowIndex {
  const rows: IndexedRow[] = [];
  const positions: Positions = new Map(files.map((file) => [file.file, columnNames(file)]));
  const setOf = problemSets();
  let last: Answer = { question: "", rows: [] };
  return {
    add: (id, outcome) => void rows.push(indexedRow(id, outcome, setOf)),
    find: (filter) => {
      const question = JSON.stringify([rows.length, filter]);
      if (last.question !== question) last = { question, rows: search(rows, filter, positions) };
      return last.rows;
    },
    positions,
  };
}

function search(rows: readonly IndexedRow[], { sort, ...filter }: RowFilter, positions: Positions) {
  const found = rows.filter(matcherOf(filter));
  return sort ? sorted(found, sort, positions) : found;
}

function indexedRow(id: number, { at, customer, status, problems, cells }: RowOutcome, setOf: SetOf): IndexedRow {
  const hasError = problems.some(isError);
  return {
    id,
    sheet: at.sheet,
    file: at.file,
    row: at.row,
    customer,
    status,
    problems: problems.length === 0 ? undefined : setOf(problems),
    severity: hasError ? 2 : problems.length > 0 ? 1 : 0,
    text: cells.join(separator).toLowerCase(),
  };
}

type SetOf = (problems: RowOutcome["problems"]) => ProblemSet;

function problemSets(): SetOf {
  const known = new Map<string, ProblemSet>();
  return (problems) => {
    const name = problems.map(({ severity, code, column = "" }) => [severity, code, column].join(" ")).join(separator);
    const set = known.get(name) ?? problemSet(problems);
    known.set(name, set);
    return set;
  };
}

function problemSet(problems: RowOutcome["problems"]): ProblemSet {
  return {
    list: problems.map((problem) => ({
      code: problem.code,
      ...(problem.column === undefined ? {} : { column: problem.column }),
      isError: isError(problem),
    })),
    causes: new Set(problems.flatMap(({ code, column = "" }) => [code, `${code} ${column}`])),
  };
}

function matcherOf({ sheet, customer, code, column, status, only, text = "" }: Omit<RowFilter, "sort">) {
  const wanted = text.trim().toLowerCase();
  const cause = column === undefined ? code : `${code} ${column}`;
  const least = only === "errors" ? 2 : only === "problems" ? 1 : 0;
  return (row: IndexedRow): boolean =>
    (sheet === undefined || row.sheet === sheet) &&
    (customer === undefined || row.customer === customer) &&
    (status === undefined || row.status === status) &&
    row.severity >= least &&
    (cause === undefined || row.problems?.causes.has(cause) === true) &&
    (wanted === "" || row.text.includes(wanted));
}

/** Blank cells last, whatever the direction. */
function sorted(
  rows: readonly IndexedRow[],
  { column, isDescending }: NonNullable<RowFilter["sort"]>,
  positions: Positions,
): readonly IndexedRow[] {
  const cellOf = (row: IndexedRow) =>
    row.text.split(separator)[positions.get(row.file)?.indexOf(column) ?? -1]?.trim() ?? "";
  const direction = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: cellOf(row) }))
    .sort((a, b) => {
      if (a.value === "" || b.value === "") return Number(a.value === "") - Number(b.value === "");
      return a.value < b.value ? -direction : a.value > b.value ? direction : 0;
    })
    .map(({ row }) => row);
}
