/** Which column each header of a foreign file probably is: by its name, by what other systems call it, and by its values. */
import type { SheetName } from "../../model/sheet.ts";
import { textOfCell } from "../cells/check-cell.ts";
import { foreignHeaders, neverByValues, tellingWords } from "../data/foreign-headers.ts";
import { foldHeader } from "../read/header-aliases.ts";
import { columnOf, knownHeaders } from "../read/match-header.ts";
import { columnsByValues, type Filled, fitOf, variety } from "./column-values.ts";

/** How a header came to its column. */
export type MatchedBy = "name" | "other_name" | "values";

export type ColumnMatch = { readonly position: number; readonly column: string; readonly by: MatchedBy };

type Candidate = ColumnMatch & { readonly score: number };

/** Each header and each column once, the likeliest first. `cells`: rows below the header. */
export function matchColumns(
  sheet: SheetName,
  header: readonly string[],
  cells: readonly (readonly string[])[],
): readonly ColumnMatch[] {
  const known = knownHeaders(sheet);
  const foreign = foreignNames(sheet);
  const candidates = header.flatMap((name, position): readonly Candidate[] => {
    const filled = filledAt(cells, position);
    const own = columnOf(name, known);
    const others = foreign.get(foldHeader(name)) ?? [];
    const told = Object.entries(tellingWords[sheet]).filter(([, words]) => words.test(name.replaceAll("_", " ")));
    const byValues = neverByValues.test(name) ? [] : columnsByValues(sheet);
    return [
      ...(own === undefined ? [] : scored(sheet, { position, column: own, by: "name" }, 3, filled)),
      ...others.flatMap(({ column, rank }) =>
        scored(sheet, { position, column, by: "other_name" }, 2 - rank / 100, filled),
      ),
      ...told.flatMap(([column]) => scored(sheet, { position, column, by: "other_name" }, 1, filled, 0)),
      ...byValues.flatMap((column) => byTheirValues(sheet, { position, column, by: "values" }, filled)),
    ];
  });
  return chooseBest(candidates);
}

/** The filled cells of a column. */
export function filledAt(cells: readonly (readonly string[])[], position: number): Filled {
  const values = cells.map((row) => textOfCell(row[position] ?? "")).filter((value) => value !== "");
  return { values, rows: cells.length };
}

/** Fewer cells than this part that the column could take: the name says another thing here. */
const leastFitOfNamed = 0.3;
const leastFitOfValues = 0.8;

function scored(
  sheet: SheetName,
  match: ColumnMatch,
  base: number,
  filled: Filled,
  leastFit = leastFitOfNamed,
): readonly Candidate[] {
  const fit = fitOf(sheet, match.column, filled);
  if (fit !== undefined && fit < leastFit) return [];
  return [{ ...match, score: base + (fit ?? 0) / 2 + fullness(filled) / 2 }];
}

function byTheirValues(sheet: SheetName, match: ColumnMatch, filled: Filled): readonly Candidate[] {
  const fit = fitOf(sheet, match.column, filled) ?? 0;
  if (fit < leastFitOfValues) return [];
  const isKey = match.column === "email" || match.column === "extension";
  return [{ ...match, score: fit / 2 + fullness(filled) / 2 + (isKey ? variety(filled) / 2 : 0) }];
}

function fullness({ values, rows }: Filled): number {
  return rows === 0 ? 0 : values.length / rows;
}

function foreignNames(sheet: SheetName) {
  const byHeader = new Map<string, { readonly column: string; readonly rank: number }[]>();
  for (const [column, names] of Object.entries(foreignHeaders[sheet])) {
    for (const [rank, name] of names.entries()) {
      const folded = foldHeader(name);
      byHeader.set(folded, [...(byHeader.get(folded) ?? []), { column, rank }]);
    }
  }
  return byHeader;
}

function chooseBest(candidates: readonly Candidate[]): readonly ColumnMatch[] {
  const positions = new Set<number>();
  const columns = new Set<string>();
  const chosen: ColumnMatch[] = [];
  for (const { score: _, ...match } of candidates.toSorted((one, other) => other.score - one.score)) {
    if (positions.has(match.position) || columns.has(match.column)) continue;
    positions.add(match.position);
    columns.add(match.column);
    chosen.push(match);
  }
  return chosen.toSorted((one, other) => one.position - other.position);
}
