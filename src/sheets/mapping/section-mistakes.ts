/** What is wrong with a section of a mapping, whatever file it is for: columns that there are not, two values for one column, values that no cell of the column may have. */
import { isError } from "../../model/issue.ts";
import type { MappingSection } from "../../model/mapped-columns.ts";
import type { SheetName } from "../../model/sheet.ts";
import { text } from "../../model/words/text.ts";
import { textOfCell } from "../cells/check-cell.ts";
import { nearestName } from "../cells/nearest.ts";
import { foldHeader } from "../read/header-aliases.ts";
import { knownHeaders } from "../read/match-header.ts";
import { sheets } from "../sheets.ts";
import { type Mistake, pathOf } from "./mistakes.ts";
import { issuesOfValue } from "./read-value.ts";

/** Columns that take a prefix: those with phone numbers. */
export const numberColumns = [
  "phone_number",
  "phone_numbers",
  "main_number",
  "caller_id",
  "hq_phone_numbers",
  "hq_main_number",
];

export function* sectionMistakes(sheet: SheetName, path: string, section: MappingSection): Generator<Mistake> {
  if ((section.headers["*"] ?? []).length > 0)
    yield { path: pathOf(path, ["headers", "*"]), message: text("mapping_star_leaves_out") };
  const named = columnsNamed(section).map(({ parts, column }) => ({ column, path: pathOf(path, parts) }));
  for (const each of named) yield* unknownColumn(sheet, each);
  const first = new Map<string, string>();
  for (const { column, path: at } of named) {
    const before = first.get(column);
    if (before === undefined) first.set(column, at);
    else yield { path: at, message: text("mapping_column_twice", { column, other: before }) };
  }
  yield* valueMistakes(sheet, path, section);
  for (const [column, prefix] of Object.entries(section.prefix)) {
    const at = pathOf(path, ["prefix", column]);
    if (prefix === toFillIn) yield { path: at, message: text("mapping_fill_in"), hint: text("mapping_fill_in_prefix") };
    const ofSheet = numberColumns.filter((name) => isColumn(sheet, name));
    if (!numberColumns.includes(column) || !isColumn(sheet, column))
      yield { path: at, message: text("mapping_no_number_column", { column, columns: ofSheet }) };
  }
}

type Named = { readonly parts: readonly (string | number)[]; readonly column: string };

/** Wherever a column gets its values from. */
function columnsNamed({ headers, constants, split, join }: MappingSection): readonly Named[] {
  return [
    ...Object.entries(headers).flatMap(([header, to]) => to.map((column) => ({ parts: ["headers", header], column }))),
    ...Object.keys(constants).map((column) => ({ parts: ["constants", column], column })),
    ...split.flatMap(({ into }, rule) =>
      into.flatMap((column, part) => (column === "" ? [] : [{ parts: ["split", rule, "into", part], column }])),
    ),
    ...join.map(({ into }, rule) => ({ parts: ["join", rule, "into"], column: into })),
  ];
}

function* unknownColumn(sheet: SheetName, { column, path }: { column: string; path: string }): Generator<Mistake> {
  if (isColumn(sheet, column)) return;
  const near = knownHeaders(sheet).get(foldHeader(column)) ?? nearestName(column, Object.keys(sheets[sheet].columns));
  yield {
    path,
    message: text("mapping_unknown_column", { column, sheet }),
    hint: near
      ? text("did_you_mean", { meant: near })
      : text("columns_of_sheet", { command: `wholesale-import schema ${sheet}` }),
  };
}

function isColumn(sheet: SheetName, column: string): boolean {
  return Object.hasOwn(sheets[sheet].columns, column);
}

/** What a mapping writes into a column must be what the column takes. */
function* valueMistakes(sheet: SheetName, path: string, { constants, values }: MappingSection): Generator<Mistake> {
  for (const [column, value] of Object.entries(constants))
    yield* wrongValue(sheet, column, value, pathOf(path, ["constants", column]));
  for (const [column, pairs] of Object.entries(values)) {
    const at = pathOf(path, ["values", column]);
    yield* unknownColumn(sheet, { column, path: at });
    for (const [from, to] of Object.entries(pairs)) yield* wrongValue(sheet, column, to, pathOf(at, [from]));
  }
}

function* wrongValue(sheet: SheetName, name: string, value: string, path: string): Generator<Mistake> {
  if (value === toFillIn) return yield placeholder(sheet, name, path);
  if (textOfCell(value) === "") return;
  const found = issuesOfValue(sheet, name, value).find(isError);
  if (found) yield { path, message: found.message, ...(found.hint ? { hint: found.hint } : {}) };
}

/** What a proposal writes where only a person knows the value. */
export const toFillIn = "?";

function placeholder(sheet: SheetName, name: string, path: string): Mistake {
  const column = isColumn(sheet, name) ? sheets[sheet].columns[name] : undefined;
  return { path, message: text("mapping_fill_in"), ...(column ? { hint: column.description } : {}) };
}
