/** Which column of ours each header of a file means. What is under the headers is not looked at. */
import type { Issue } from "../model/issue.ts";
import type { IssueCode } from "../model/issue-codes.ts";
import type { SheetName } from "../model/sheet.ts";
import { trimBlanks } from "./check-cell.ts";
import { headerAliases } from "./header-aliases.ts";
import { nearestName } from "./nearest-name.ts";
import { shorten } from "./row-notes.ts";
import { sheets } from "./sheets.ts";

/** What a person said a header means: header as written -> canonical column, or "" for one to leave out. */
export type HeaderChoices = Readonly<Record<string, string>>;

export type HeaderMatch = {
  /** Canonical column per position; undefined where we do not know the header. */
  readonly columns: readonly (string | undefined)[];
  /** At row 0 of `file`. An error refuses the file. */
  readonly issues: readonly Issue[];
};

/** Matches the header of one file. `choices` go before names and aliases. */
export function matchHeader(
  sheet: SheetName,
  header: readonly string[],
  file: string,
  choices: HeaderChoices = {},
): HeaderMatch {
  const known = knownHeaders(sheet);
  const columns = header.map((name) => columnOf(name, known, choices));
  const matched: Matched = { sheet, file, header, columns };
  if (columns.every((column) => column === undefined)) return { columns, issues: [noHeader(matched)] };
  return {
    columns,
    issues: [...missingColumns(matched), ...repeatedColumns(matched), ...unknownColumns(matched, choices)],
  };
}

type Matched = {
  readonly sheet: SheetName;
  readonly file: string;
  readonly header: readonly string[];
  readonly columns: readonly (string | undefined)[];
};

/** Folded header -> canonical column, for names and aliases. A name goes before an alias of another column. */
export function knownHeaders(sheet: SheetName): ReadonlyMap<string, string> {
  const names = Object.keys(sheets[sheet].columns);
  const aliases = names.flatMap((name) =>
    (headerAliases[sheet][name] ?? []).map((alias) => [fold(alias), name] as const),
  );
  return new Map([...aliases, ...names.map((name) => [fold(name), name] as const)]);
}

/** Column that a header means; `known` by `knownHeaders`. */
export function columnOf(
  header: string,
  known: ReadonlyMap<string, string>,
  choices: HeaderChoices = {},
): string | undefined {
  const chosen = Object.hasOwn(choices, header) ? choices[header] : undefined;
  return chosen === undefined ? known.get(fold(header)) : chosen || undefined;
}

/** Without case, blanks, `_`, `-`, and what says that it is required. */
function fold(header: string): string {
  return header
    .toLowerCase()
    .replace(/[\s\u200b\ufeff_-]/g, "")
    .replace(/(\((required|verplicht)\)|\*)$/, "");
}

function noHeader({ sheet, file, header }: Matched): Issue {
  const shown = shorten(header.filter((cell) => trimBlanks(cell) !== "").join(", "));
  const message = `The first row of ${file} has no column of ${sheet}: ${shown}`;
  return fileError(
    "no_header",
    sheet,
    file,
    message,
    `Put the names of the columns in the first row: ${requiredColumns(sheet).join(", ")}...`,
  );
}

function requiredColumns(sheet: SheetName): readonly string[] {
  return Object.entries(sheets[sheet].columns).flatMap(([name, column]) => (column.isRequired ? [name] : []));
}

function missingColumns({ sheet, file, header, columns }: Matched): readonly Issue[] {
  const missing = requiredColumns(sheet).filter((name) => {
    const other = sheets[sheet].columns[name]?.optionalWith;
    return !columns.includes(name) && !(other && columns.includes(other));
  });
  const unknown = header.filter((_, index) => columns[index] === undefined);
  return missing.map((name) => {
    const near = nearestName(name, unknown);
    const hint = near ? `Is it the column "${near}"? Then name it ${name}.` : `Add a column ${name}.`;
    return {
      ...fileError(
        "missing_column",
        sheet,
        file,
        `${file} has no column ${name}, which every row of ${sheet} needs.`,
        hint,
      ),
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
      const message = `${file} has ${written.length} columns for ${name}: ${written.join(", ")}.`;
      return {
        ...fileError("duplicate_column", sheet, file, message, "Take all but one of them out, or rename them."),
        column: name,
      };
    });
}

const mostGuesses = 5;

/** One warning for all of them. A header that a person left out by choice is known well enough. */
function unknownColumns({ sheet, file, header, columns }: Matched, choices: HeaderChoices): readonly Issue[] {
  const unknown = header.filter(
    (cell, index) => columns[index] === undefined && trimBlanks(cell) !== "" && choices[cell] !== "",
  );
  if (unknown.length === 0) return [];
  const free = Object.keys(sheets[sheet].columns).filter((name) => !columns.includes(name));
  const guesses = unknown.flatMap((cell) => {
    const near = nearestName(cell, free);
    return near ? [`"${trimBlanks(cell)}" -> ${near}`] : [];
  });
  const names = unknown.map((cell) => `"${trimBlanks(cell)}"`).join(", ");
  const [only] = unknown;
  const isOne = unknown.length === 1;
  return [
    {
      code: "unknown_column" satisfies IssueCode,
      severity: "warning",
      at: { sheet, file, row: 0 },
      ...(isOne && only !== undefined ? { column: trimBlanks(only) } : {}),
      message: `${file} has ${isOne ? "a column" : `${unknown.length} columns`} that we do not know: ${shorten(names)}. ${isOne ? "It is" : "They are"} kept, and not used.`,
      hint:
        guesses.length > 0
          ? `Did you mean: ${guesses.slice(0, mostGuesses).join(", ")}?`
          : `Rename ${isOne ? "it" : "them"} if one of our columns was meant.`,
    },
  ];
}

function fileError(code: IssueCode, sheet: SheetName, file: string, message: string, hint: string): Issue {
  return { code, severity: "error", at: { sheet, file, row: 0 }, message, hint };
}
