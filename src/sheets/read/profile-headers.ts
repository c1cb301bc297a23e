/** Headers of the sheet of profiles: every column of three other sheets, and which header means which. */
import type { Issue } from "../../model/issue.ts";
import { text } from "../../model/words/text.ts";
import { trimBlanks } from "../cells/check-cell.ts";
import { isGiven, type ProfiledSheet, profileColumn, profiledSheets } from "../profiles.ts";
import { sheets } from "../sheets.ts";
import { aliasesOf, foldHeader } from "./header-aliases.ts";

/** As people call the sheets before the name of a column. */
const prefixes: Readonly<Record<ProfiledSheet, readonly string[]>> = {
  customers: ["customer", "klant"],
  locations: ["location", "locatie", "vestiging"],
  users: ["user", "gebruiker"],
};

type Meant = { readonly sheet: ProfiledSheet; readonly column: string };

/** Folded header -> the columns that it names in each of the sheets; those that are named so themselves go before others. */
function bareHeaders(): ReadonlyMap<string, readonly Meant[]> {
  const byName = new Map<string, Meant[]>();
  const byAlias = new Map<string, Meant[]>();
  const add = (to: Map<string, Meant[]>, header: string, meant: Meant) => {
    const folded = foldHeader(header);
    const others = to.get(folded) ?? [];
    if (!others.some(({ sheet, column }) => sheet === meant.sheet && column === meant.column))
      to.set(folded, [...others, meant]);
  };
  for (const sheet of profiledSheets) {
    for (const column of Object.keys(sheets[sheet].columns)) {
      add(byName, column, { sheet, column });
      for (const alias of aliasesOf(sheet, column)) add(byAlias, alias, { sheet, column });
    }
  }
  return new Map([...byAlias, ...byName]);
}

/** Folded header -> column of the sheet of profiles, with or without the name of the sheet before it. */
export function profileHeaders(): ReadonlyMap<string, string> {
  const bare = [...bareHeaders()].flatMap(([header, meant]) => {
    const [only] = meant;
    return only && meant.length === 1 && isGiven(only.sheet, only.column)
      ? [[header, profileColumn(only.sheet, only.column)] as const]
      : [];
  });
  const prefixed = profiledSheets.flatMap((sheet) =>
    Object.keys(sheets[sheet].columns)
      .filter((column) => isGiven(sheet, column))
      .flatMap((column) =>
        prefixes[sheet].flatMap((prefix) =>
          [...aliasesOf(sheet, column), column].map(
            (name) => [foldHeader(`${prefix} ${name}`), profileColumn(sheet, column)] as const,
          ),
        ),
      ),
  );
  return new Map([...bare, ...prefixed]);
}

/** Headers that several sheets have, and those of cells that are a row's own. Each refuses the file. `columns`: those known already. */
export function refuseProfileHeaders(
  header: readonly string[],
  columns: readonly (string | undefined)[],
  file: string,
): ReadonlyMap<string, Issue> {
  const bare = bareHeaders();
  const found = new Map<string, Issue>();
  for (const [index, cell] of header.entries()) {
    if (columns[index] !== undefined) continue;
    const name = trimBlanks(cell);
    const own = ownOf(cell);
    const meant = own.length > 0 ? own : (bare.get(foldHeader(cell)) ?? []);
    if (meant.length === 0) continue;
    const given = meant.filter(({ sheet, column }) => isGiven(sheet, column));
    const at = { sheet: "profiles", file, row: 0 } as const;
    const problem =
      given.length === 0
        ? ({
            code: "column_of_row_itself",
            message: text("column_of_row_itself", { file, name }),
            hint: text("write_in_rows"),
          } as const)
        : ({
            code: "ambiguous_column",
            message: text("column_of_several_sheets", { file, name, sheets: meant.map(({ sheet }) => sheet) }),
            hint: text("write_prefixed", { names: given.map(({ sheet, column }) => profileColumn(sheet, column)) }),
          } as const);
    found.set(cell, { ...problem, severity: "error", at, column: name });
  }
  return found;
}

/** `user_email`, `location_name`: columns that no profile gives, by their sheet. */
function ownOf(header: string): readonly Meant[] {
  const folded = foldHeader(header);
  return profiledSheets.flatMap((sheet) =>
    Object.keys(sheets[sheet].columns)
      .filter((column) => prefixes[sheet].some((prefix) => foldHeader(`${prefix} ${column}`) === folded))
      .map((column) => ({ sheet, column })),
  );
}
