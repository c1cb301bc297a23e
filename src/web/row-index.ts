/** Finds rows by sheet, customer, code, status and text, and sorts them, for the server and for report.html. Pure; holds no cells, only their text in lower case. */
import { isError } from "../model/issue.ts";
import type { RowStatus } from "../model/outcome.ts";
import type { RowOutcome } from "../model/run-report.ts";
import type { SheetFile, SheetName } from "../model/sheet.ts";

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

type Entry = {
  readonly id: number;
  readonly sheet: SheetName;
  readonly file: string;
  readonly customer: string;
  readonly status: RowStatus;
  /** `code` and `code column`, of errors and warnings. */
  readonly causes: ReadonlySet<string> | undefined;
  readonly severity: 0 | 1 | 2;
  readonly text: string;
};

const separator = "\u0001";

export type RowIndex = {
  add(id: number, outcome: RowOutcome): void;
  /** Ids in input order, or as sorted. The last answer is kept: scrolling asks the same again and again. */
  find(filter: RowFilter): readonly number[];
};

type Answer = { readonly question: string; readonly ids: readonly number[] };

/** `files`: where each column stands in each file. */
export function startRowIndex(files: readonly SheetFile[]): RowIndex {
  const entries: Entry[] = [];
  const positions = new Map(files.map(({ file, columns }) => [file, columns]));
  const causes = causeSets();
  let last: Answer = { question: "", ids: [] };
  return {
    add: (id, outcome) => void entries.push(entryOf(id, outcome, causes)),
    find: (filter) => {
      const question = JSON.stringify([entries.length, filter]);
      if (last.question !== question) last = { question, ids: search(entries, filter, positions) };
      return last.ids;
    },
  };
}

function search(entries: readonly Entry[], { sort, ...filter }: RowFilter, positions: Positions): readonly number[] {
  const found = entries.filter(matcherOf(filter));
  return (sort ? sorted(found, sort, positions) : found).map(({ id }) => id);
}

function entryOf(id: number, { at, customer, status, problems, cells }: RowOutcome, causes: CauseSets): Entry {
  const hasError = problems.some(isError);
  return {
    id,
    sheet: at.sheet,
    file: at.file,
    customer,
    status,
    causes: problems.length === 0 ? undefined : causes(problems),
    severity: hasError ? 2 : problems.length > 0 ? 1 : 0,
    text: cells.join(separator).toLowerCase(),
  };
}

type CauseSets = (problems: RowOutcome["problems"]) => ReadonlySet<string>;

/** Rows with the same causes share a set: a hundred thousand rows have few of them. */
function causeSets(): CauseSets {
  const known = new Map<string, ReadonlySet<string>>();
  return (problems) => {
    const causes = problems.flatMap(({ code, column = "" }) => [code, `${code} ${column}`]);
    const name = causes.join(separator);
    const set = known.get(name) ?? new Set(causes);
    known.set(name, set);
    return set;
  };
}

function matcherOf({ sheet, customer, code, column, status, only, text = "" }: Omit<RowFilter, "sort">) {
  const wanted = text.trim().toLowerCase();
  const cause = column === undefined ? code : `${code} ${column}`;
  const least = only === "errors" ? 2 : only === "problems" ? 1 : 0;
  return (entry: Entry): boolean =>
    (sheet === undefined || entry.sheet === sheet) &&
    (customer === undefined || entry.customer === customer) &&
    (status === undefined || entry.status === status) &&
    entry.severity >= least &&
    (cause === undefined || entry.causes?.has(cause) === true) &&
    (wanted === "" || entry.text.includes(wanted));
}

type Positions = ReadonlyMap<string, readonly (string | undefined)[]>;

/** Blank cells last, whatever the direction. */
function sorted(
  entries: readonly Entry[],
  { column, isDescending }: NonNullable<RowFilter["sort"]>,
  positions: Positions,
): readonly Entry[] {
  const cellOf = (entry: Entry) =>
    entry.text.split(separator)[positions.get(entry.file)?.indexOf(column) ?? -1]?.trim() ?? "";
  const direction = isDescending ? -1 : 1;
  return entries
    .map((entry) => ({ entry, value: cellOf(entry) }))
    .sort((a, b) => {
      if (a.value === "" || b.value === "") return Number(a.value === "") - Number(b.value === "");
      return a.value < b.value ? -direction : a.value > b.value ? direction : 0;
    })
    .map(({ entry }) => entry);
}
