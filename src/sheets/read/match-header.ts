/** Matches the headers of a file to columns. Does not look at the cells below. */

import type { Issue } from "../../model/issue.ts";
import type { IssueCode } from "../../model/issue-codes.ts";
import type { SheetName } from "../../model/sheet.ts";
import { shorten } from "../../model/shorten.ts";
import { type Text, text, withValues } from "../../model/words/text.ts";
import { trimBlanks } from "../cells/check-cell.ts";
import { nearestName } from "../cells/nearest.ts";
import { showUnseen } from "../cells/odd-characters.ts";
import { columnsLacking, isKeyOfRemoval, requiredColumns } from "../cells/required-columns.ts";
import { sheets } from "../sheets.ts";
import { headerRows } from "./file-rows.ts";
import { aliasesOf, foldHeader } from "./header-aliases.ts";
import { profileHeaders, refuseProfileHeaders } from "./profile-headers.ts";

/** What a person said a header means: header as written -> canonical column, or "" for one to leave out. */
export type HeaderChoices = Readonly<Record<string, string>>;

export type HeaderMatch = {
  /** Canonical column per position; undefined where we do not know the header. */
  readonly columns: readonly (string | undefined)[];
  /** At row 0 of `file`. An error refuses the file. */
  readonly issues: readonly Issue[];
};

/** What a mapping gives beside the headers: no other header means these columns. `isFound`: it uses one of the headers. */
export type MappedNames = { readonly gives: ReadonlySet<string>; readonly isFound: boolean };

/** Matches the header of one file. `choices` go before names and aliases. `given`: columns that profiles give, which need not be there. */
export function matchHeader(
  sheet: SheetName,
  header: readonly string[],
  file: string,
  choices: HeaderChoices = {},
  given: ReadonlySet<string> = new Set(),
  { gives, isFound }: MappedNames = { gives: new Set(), isFound: false },
): HeaderMatch {
  const known = knownHeaders(sheet);
  const columns = header.map((name) => {
    const column = columnOf(name, known, choices);
    return column !== undefined && gives.has(column) && !Object.hasOwn(choices, name) ? undefined : column;
  });
  const refused = sheet === "profiles" ? refuseProfileHeaders(header, columns, file) : new Map<string, Issue>();
  const matched: Matched = { sheet, file, header, columns };
  if (!isFound && columns.every((column) => column === undefined)) return { columns, issues: [noHeader(matched)] };
  return {
    columns,
    issues: [
      ...missingColumns(matched, new Set([...given, ...gives])),
      ...repeatedColumns(matched),
      ...refused.values(),
      ...unknownColumns(matched, (cell) => choices[cell] === "" || refused.has(cell)),
    ],
  };
}

type Matched = {
  readonly sheet: SheetName;
  readonly file: string;
  readonly header: readonly string[];
  readonly columns: readonly (string | undefined)[];
};

/** By sheet: they are the same for every file of a process. */
const known = new Map<SheetName, ReadonlyMap<string, string>>();

/** Folded header -> canonical column, for names and aliases. A name goes before an alias of another column. */
export function knownHeaders(sheet: SheetName): ReadonlyMap<string, string> {
  const found =
    known.get(sheet) ?? new Map([...(sheet === "profiles" ? profileHeaders() : []), ...namedHeaders(sheet)]);
  known.set(sheet, found);
  return found;
}

function namedHeaders(sheet: SheetName): ReadonlyMap<string, string> {
  const names = Object.keys(sheets[sheet].columns);
  const aliases = names.flatMap((name) => aliasesOf(sheet, name).map((alias) => [foldHeader(alias), name] as const));
  return new Map([...aliases, ...names.map((name) => [foldHeader(name), name] as const)]);
}

/** Column that a header means; `known` by `knownHeaders`. */
export function columnOf(
  header: string,
  known: ReadonlyMap<string, string>,
  choices: HeaderChoices = {},
): string | undefined {
  const chosen = Object.hasOwn(choices, header) ? choices[header] : undefined;
  return chosen === undefined ? known.get(foldHeader(header)) : chosen || undefined;
}

function noHeader({ sheet, file, header }: Matched): Issue {
  const shown = shorten(header.filter((cell) => trimBlanks(cell) !== "").join(", "));
  const message = text("no_header", { file, rows: headerRows, sheet, shown });
  return fileError("no_header", sheet, file, message, hintOfNoHeader(sheet, header));
}

function hintOfNoHeader(sheet: SheetName, header: readonly string[]): Text {
  const delimiter = unusualDelimiter(sheet, header);
  if (delimiter !== undefined) return text("name_delimiter", { delimiter });
  return text("put_names_in_first_row", { columns: requiredColumns(sheet) });
}

/** A character, other than those that are found, between names of columns that stand in one cell. */
function unusualDelimiter(sheet: SheetName, header: readonly string[]): string | undefined {
  const [only = "", ...others] = header.filter((cell) => trimBlanks(cell) !== "");
  if (others.length > 0) return undefined;
  const known = knownHeaders(sheet);
  const marks = new Set(only.slice(0, 1000).match(/[^\p{L}\p{N}\s_"'-]/gu) ?? []);
  return [...marks].find((mark) => only.split(mark).filter((cell) => columnOf(cell, known) !== undefined).length > 1);
}

function missingColumns({ sheet, file, header, columns }: Matched, given: ReadonlySet<string>): readonly Issue[] {
  const isOfRemovals = columns.includes("action");
  const lacking = columnsLacking(sheet, new Set(columns)).filter((name) => !given.has(name));
  const missing = lacking.filter((name) => !isOfRemovals || isKeyOfRemoval(sheet, name));
  const unknown = header.filter((_, index) => columns[index] === undefined);
  return missing.map((name) => {
    const near = nearestName(name, unknown);
    const hint = near ? text("rename_near_column", { near, column: name }) : text("add_column", { column: name });
    return {
      ...fileError("missing_column", sheet, file, text("column_missing", { file, column: name, sheet }), hint),
      column: name,
    };
  });
}

function repeatedColumns({ sheet, file, header, columns }: Matched): readonly Issue[] {
  const repeated = new Set(columns.filter((name, index) => name !== undefined && columns.indexOf(name) !== index));
  return [...repeated]
    .filter((name) => name !== undefined)
    .map((name) => {
      const written = header.filter((_, index) => columns[index] === name).map((cell) => `"${trimBlanks(cell)}"`);
      const message = text("columns_repeated", {
        file,
        count: written.length,
        column: name,
        written: shorten(written.join(", ")),
      });
      return {
        ...fileError("duplicate_column", sheet, file, message, text("keep_one_column")),
        column: name,
      };
    });
}

const mostGuesses = 5;

/** One warning for all of them. `isSettled`: a person left the header out by choice, or it is refused already. */
function unknownColumns(
  { sheet, file, header, columns }: Matched,
  isSettled: (header: string) => boolean,
): readonly Issue[] {
  const unknown = header.filter(
    (cell, index) => columns[index] === undefined && trimBlanks(cell) !== "" && !isSettled(cell),
  );
  if (unknown.length === 0) return [];
  const free = Object.keys(sheets[sheet].columns).filter((name) => !columns.includes(name));
  const guesses = unknown.flatMap((cell) => {
    const near = nearestName(cell.replace(/[([].*$/s, ""), free); // a unit or a remark may stand behind the name
    return near ? [{ header: trimBlanks(cell), column: near }] : [];
  });
  const names = unknown.map((cell) => `"${trimBlanks(cell)}"`).join(", ");
  const [only] = unknown;
  const isOne = unknown.length === 1;
  return [
    {
      code: "unknown_column",
      severity: "warning",
      at: { sheet, file, row: 0 },
      ...(isOne && only !== undefined ? { column: trimBlanks(only) } : {}),
      message: withValues(text("columns_unknown", { file, count: unknown.length, names: shorten(names) }), showUnseen),
      hint:
        guesses.length > 0
          ? withValues(text("did_you_mean_columns", { guesses: guesses.slice(0, mostGuesses) }), showUnseen)
          : text("rename_if_known"),
    },
  ];
}

function fileError(code: IssueCode, sheet: SheetName, file: string, message: Text, hint: Text): Issue {
  return {
    code,
    severity: "error",
    at: { sheet, file, row: 0 },
    message: withValues(message, showUnseen),
    hint: withValues(hint, showUnseen),
  };
}
