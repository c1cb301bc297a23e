/** A mapping for a foreign file, from its headers and values, for a person to look at: what it could not tell has "?" in it. */
import { isError } from "../../model/issue.ts";
import type { SheetName } from "../../model/sheet.ts";
import type { WrittenSection } from "../../model/written-mapping.ts";
import { trimBlanks } from "../cells/check-cell.ts";
import { listSeparators } from "../cells/repair.ts";
import { fullNames, houseNumbers } from "../data/foreign-headers.ts";
import { columnsOf } from "../describe/describe-columns.ts";
import { foldHeader } from "../read/header-aliases.ts";
import type { SheetPreview } from "../read/preview-sheet.ts";
import { sheets } from "../sheets.ts";
import { prefixFor } from "./column-values.ts";
import { type ColumnMatch, filledAt, type MatchedBy, matchColumns } from "./match-columns.ts";
import { pathOf } from "./mistakes.ts";
import { issuesOfValue } from "./read-value.ts";
import { numberColumns, toFillIn } from "./section-mistakes.ts";

export type Proposal = {
  readonly sheet: SheetName;
  readonly section: WrittenSection;
  /** In the order of the file. */
  readonly headers: readonly ProposedHeader[];
  /** Where the section has "?": what only a person knows. */
  readonly open: readonly OpenPlace[];
};

export type ProposedHeader = {
  readonly header: string;
  /** None: it is left out. */
  readonly columns: readonly string[];
  readonly by?: MatchedBy;
};

/** `path`: within the section. */
export type OpenPlace = { readonly path: string; readonly column: string; readonly value?: string };

type Table = Pick<SheetPreview, "header" | "samples">;

/** The sheet that a file with this header and these rows probably is; undefined: none is likelier than others. */
export function likeliestSheet(tables: Readonly<Partial<Record<SheetName, Table>>>): SheetName | undefined {
  const counts = (Object.entries(tables) as [SheetName, Table][]) // the keys of a record of sheets
    .map(([sheet, table]) => ({ sheet, weight: weightOf(sheet, table) }))
    .sort((one, other) => other.weight - one.weight);
  const [best, next] = counts;
  return best && best.weight > 1 && best.weight > (next?.weight ?? 0) ? best.sheet : undefined;
}

/** Columns that a sheet needs count twice, and so do those that no other sheet has. */
function weightOf(sheet: SheetName, { header, samples }: Table): number {
  const matches = matchColumns(sheet, header, samples);
  const weights = matches.map(({ column, by }) => {
    const isTelling = sheets[sheet].columns[column]?.isRequired === true || column === "extension";
    return (isTelling ? 2 : 1) * (by === "values" ? 0.5 : 1);
  });
  const ofName = splitName(sheet, header, samples, matches) ? 2 : 0;
  return weights.reduce((sum, weight) => sum + weight, ofName);
}

/** `files`: names of the files that it is for. */
export function proposeSection(sheet: SheetName, { header, samples }: Table, files: readonly string[]): Proposal {
  const matches = matchColumns(sheet, header, samples);
  const split = splitName(sheet, header, samples, matches);
  const joins = [joinStreet(header, matches), joinRange(sheet, header)].filter((join) => join !== undefined);
  const joinAt = (position: number) => joins.find(({ positions }) => positions.includes(position));
  const single = matches.filter(
    ({ position, column }) =>
      position !== split?.position && !joinAt(position) && !joins.some(({ into }) => into === column),
  );
  const given = new Set([
    ...single.map(({ column }) => column),
    ...(split?.into ?? []),
    ...joins.map(({ into }) => into),
  ]);
  const values = valuesOf(sheet, single, samples);
  const constants = constantsOf(sheet, given);
  const ranges = joins.flatMap(({ positions, into }) => positions.map((position) => ({ position, column: into })));
  const prefix = prefixesOf([...single, ...ranges], samples);
  const columnsAt = (position: number): Pick<ProposedHeader, "columns" | "by"> => {
    if (position === split?.position) return { columns: split.into, by: "values" };
    const join = joinAt(position);
    if (join) return { columns: [join.into], by: "other_name" };
    const match = single.find((each) => each.position === position);
    return match ? { columns: [match.column], by: match.by } : { columns: [] };
  };
  const named = header.flatMap((cell, position) => (trimBlanks(cell) === "" ? [] : [{ cell, position }]));
  const nameOf = (position: number) => trimBlanks(header[position] ?? "");
  const used = new Set([...(split ? [split.position] : []), ...joins.flatMap(({ positions }) => positions)]);
  const headers = named.flatMap(({ position }) => {
    const [column] = used.has(position) ? [] : columnsAt(position).columns;
    return column === undefined ? [] : [[nameOf(position), column] as const];
  });
  const isAllUsed = named.every(({ position }) => columnsAt(position).columns.length > 0);
  return {
    sheet,
    section: {
      files,
      headers: { ...Object.fromEntries(headers), ...(isAllUsed ? {} : { "*": "" }) },
      ...(split ? { split: [{ header: nameOf(split.position), at: split.at, into: split.into }] } : {}),
      ...(joins.length > 0
        ? { join: joins.map(({ positions, ...rule }) => ({ headers: positions.map(nameOf), ...rule })) }
        : {}),
      ...(Object.keys(constants).length > 0 ? { constants } : {}),
      ...(Object.keys(values).length > 0 ? { values } : {}),
      ...(Object.keys(prefix).length > 0 ? { prefix } : {}),
    },
    headers: named.map(({ position }) => ({ header: nameOf(position), ...columnsAt(position) })),
    open: [...openIn("constants", constants), ...openValues(values), ...openIn("prefix", prefix)],
  };
}

/** The name of a person in one cell, where no others hold it. */
function splitName(
  sheet: SheetName,
  header: readonly string[],
  samples: Table["samples"],
  matches: readonly ColumnMatch[],
) {
  const isFree = (column: string) => !matches.some((match) => match.column === column);
  if (sheet !== "users" || !isFree("first_name") || !isFree("last_name")) return undefined;
  const names = fullNames.map(foldHeader);
  const position = header.findIndex((cell) => names.includes(foldHeader(cell)));
  if (position < 0) return undefined;
  const { values } = filledAt(samples, position);
  const isLastFirst = values.filter((value) => value.includes(",")).length * 2 > values.length;
  return isLastFirst
    ? { position, at: ",", into: ["last_name", "first_name"] }
    : { position, at: " ", into: ["first_name", "last_name"] };
}

/** A street, and its number in a cell of its own. */
function joinStreet(header: readonly string[], matches: readonly ColumnMatch[]) {
  const street = matches.find(({ column }) => column === "address_line1");
  const names = houseNumbers.map(foldHeader);
  const number = header.findIndex((cell) => names.includes(foldHeader(cell)));
  if (!street || number < 0 || number === street.position) return undefined;
  return { positions: [street.position, number], with: " ", into: "address_line1" };
}

/** A block of numbers whose ends have a cell each: headers that differ in that word alone. */
function joinRange(sheet: SheetName, header: readonly string[]) {
  const into = sheet === "customers" ? "hq_phone_numbers" : "phone_numbers";
  if (sheet !== "customers" && sheet !== "locations") return undefined;
  for (const [first, cell] of header.entries()) {
    const name = cell.replaceAll("_", " ");
    if (!rangeStart.test(name) || !/did|ddi|num|tel|phone|blok|range|reeks/i.test(name)) continue;
    const wanted = name.replace(rangeStart, "");
    const last = header.findIndex((each) => {
      const other = each.replaceAll("_", " ");
      return rangeEnd.test(other) && other.replace(rangeEnd, "") === wanted;
    });
    if (last >= 0) return { positions: [first, last], with: "-", into };
  }
  return undefined;
}

const rangeStart = /\b(?:from|start|first|van|begin|eerste)\b/i;
const rangeEnd = /\b(?:to|until|end|last|tot|t\/m|eind|laatste)\b/i;

/** What a customer with calling needs beside the columns that every row needs. */
const neededMostly: Readonly<Partial<Record<SheetName, readonly string[]>>> = {
  customers: ["template", "hq_timezone", "hq_language"],
};

/** What every row needs and no header gives. */
function constantsOf(sheet: SheetName, given: ReadonlySet<string>): Readonly<Record<string, string>> {
  const mostly = neededMostly[sheet] ?? [];
  const needed = columnsOf(sheet).filter(
    ({ name, isRequired, optionalWith }) =>
      (isRequired || mostly.includes(name)) &&
      !given.has(name) &&
      (optionalWith === undefined || !given.has(optionalWith)),
  );
  return Object.fromEntries(needed.map(({ name }) => [name, toFillIn]));
}

/** Further ones are met when the file is checked. */
const mostValues = 30;

/** Values of a column of choices that it does not take, each with what is certainly meant, else "?". */
function valuesOf(sheet: SheetName, matches: readonly ColumnMatch[], samples: Table["samples"]) {
  const found = matches.flatMap(({ column, position }): readonly (readonly [string, Record<string, string>])[] => {
    const type = sheets[sheet].columns[column]?.type;
    if (!type || !(type.values || type.isCode)) return [];
    const { values } = filledAt(samples, position);
    const texts = new Set(
      values.flatMap((value) => (type.isList ? value.split(listSeparators).map(trimBlanks) : [value])),
    );
    const unknown = [...texts]
      .filter((value) => value !== "")
      .flatMap((value) => {
        const issue = issuesOfValue(sheet, column, value).find(isError);
        return issue ? [[value, issue.repair ?? toFillIn] as const] : [];
      });
    return unknown.length === 0 ? [] : [[column, Object.fromEntries(unknown.slice(0, mostValues))]];
  });
  return Object.fromEntries(found);
}

function prefixesOf(
  matches: readonly Pick<ColumnMatch, "column" | "position">[],
  samples: Table["samples"],
): Readonly<Record<string, string>> {
  const country = matches.find(({ column }) => column === "country" || column === "hq_country");
  const countries = new Set(country ? filledAt(samples, country.position).values : []);
  const [only] = countries.size === 1 ? countries : [];
  const found = matches.flatMap(({ column, position }): readonly (readonly [string, string])[] => {
    const filled = filledAt(samples, position);
    if (!numberColumns.includes(column) || filled.values.length === 0) return [];
    const prefix = prefixFor(filled, only);
    return prefix === undefined ? [] : [[column, prefix]];
  });
  return Object.fromEntries(found);
}

function openIn(part: string, record: Readonly<Record<string, string>>): readonly OpenPlace[] {
  return Object.entries(record).flatMap(([column, value]) =>
    value === toFillIn ? [{ path: pathOf(part, [column]), column }] : [],
  );
}

function openValues(values: Readonly<Record<string, Readonly<Record<string, string>>>>): readonly OpenPlace[] {
  return Object.entries(values).flatMap(([column, pairs]) =>
    Object.entries(pairs).flatMap(([value, to]) =>
      to === toFillIn ? [{ path: pathOf("values", [column, value]), column, value }] : [],
    ),
  );
}
