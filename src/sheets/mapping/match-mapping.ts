/** A section of a mapping and the header of a file: which cells make which columns. */
import type { Issue } from "../../model/issue.ts";
import type { FileMapping, MappedColumn, MappingSection, SourceMapping } from "../../model/mapped-columns.ts";
import type { SheetName } from "../../model/sheet.ts";
import { text } from "../../model/words/text.ts";
import { trimBlanks } from "../cells/check-cell.ts";
import { nearestName } from "../cells/nearest.ts";
import { foldHeader } from "../read/header-aliases.ts";
import type { HeaderChoices } from "../read/match-header.ts";
import { sheets } from "../sheets.ts";
import { pathOf } from "./mistakes.ts";

export type MappedHeader = {
  /** What the mapping says of the headers that are there. */
  readonly choices: HeaderChoices;
  /** Left out because nothing is said of them. */
  readonly others: ReadonlySet<string>;
  /** Columns that it gives: no other header means them. */
  readonly gives: ReadonlySet<string>;
  /** Is any of its headers there? */
  readonly isFound: boolean;
  readonly issues: readonly Issue[];
};

export const noMapping: MappedHeader = {
  choices: {},
  others: new Set(),
  gives: new Set(),
  isFound: false,
  issues: [],
};

/** In the place of a header: all that the section does not name. */
const anyOther = "*";

/** Before the other headers are matched. */
export function readMappedHeader(
  sheet: SheetName,
  header: readonly string[],
  file: string,
  { name, path, section }: SourceMapping,
): MappedHeader {
  const used = headersOf(section);
  const found = used.map(({ header: wanted }) => positionsOf(wanted, header));
  const choices: Record<string, string> = {};
  for (const [index, { column = "" }] of used.entries())
    for (const at of found[index] ?? []) {
      const cell = header[at] ?? "";
      choices[cell] ||= column;
    }
  const isRestLeftOut = Object.hasOwn(section.headers, anyOther);
  const others = new Set(isRestLeftOut ? header.filter((cell) => !Object.hasOwn(choices, cell)) : []);
  const issues = used.flatMap(({ header: wanted, parts, isLeftOut }, index): readonly Issue[] => {
    const count = found[index]?.length ?? 0;
    if (count === 1 || (isLeftOut && count === 0)) return [];
    const at = { sheet, file, row: 0 };
    const told = { file, mapping: name, path: pathOf(path, parts), header: wanted };
    if (count > 1) {
      const message = text("mapped_header_repeated", { ...told, count });
      return isLeftOut
        ? []
        : [{ code: "mapped_header_repeated", severity: "error", at, message, hint: text("rename_one_header") }];
    }
    const near = nearestName(
      wanted,
      header.map(trimBlanks).filter((cell) => cell !== ""),
    );
    const hint = near ? text("did_you_mean_header", { meant: near }) : text("mapping_write_header", { mapping: name });
    return [
      { code: "mapped_header_missing", severity: "error", at, message: text("mapped_header_missing", told), hint },
    ];
  });
  return {
    choices,
    others,
    gives: new Set(columnsGiven(section)),
    isFound: found.some(({ length }) => length > 0),
    issues,
  };
}

type UsedHeader = {
  readonly header: string;
  readonly parts: readonly (string | number)[];
  /** Where the cell alone is a column. */
  readonly column?: string;
  readonly isLeftOut?: boolean;
};

/** In the order in which what is said of a header counts. */
function headersOf({ headers, split, join }: MappingSection): readonly UsedHeader[] {
  return [
    ...Object.entries(headers)
      .filter(([header]) => header !== anyOther)
      .map(([header, [column]]) => ({
        header,
        parts: ["headers", header],
        ...(column === undefined ? { isLeftOut: true } : { column }),
      })),
    ...split.map(({ header }, rule) => ({ header, parts: ["split", rule, "header"] })),
    ...join.flatMap(({ headers: joined }, rule) =>
      joined.map((header, index) => ({ header, parts: ["join", rule, "headers", index] })),
    ),
  ];
}

function positionsOf(wanted: string, header: readonly string[]): readonly number[] {
  const exact = header.flatMap((cell, index) => (trimBlanks(cell) === trimBlanks(wanted) ? [index] : []));
  if (exact.length > 0) return exact;
  const folded = foldHeader(wanted);
  return header.flatMap((cell, index) => (foldHeader(cell) === folded ? [index] : []));
}

function columnsGiven({ headers, constants, split, join }: MappingSection): readonly string[] {
  return [
    ...Object.values(headers).flat(),
    ...Object.keys(constants),
    ...split.flatMap(({ into }) => into.filter((column) => column !== "")),
    ...join.map(({ into }) => into),
  ];
}

/** Once all headers are matched: `columns` by position. */
export function mapColumns(
  sheet: SheetName,
  header: readonly string[],
  columns: readonly (string | undefined)[],
  source: SourceMapping,
): FileMapping {
  const { section } = source;
  const at = (wanted: string) => positionsOf(wanted, header)[0];
  const words = (column: string) => {
    const values = section.values[column];
    const prefix = section.prefix[column];
    return {
      ...(values ? { values } : {}),
      ...(prefix === undefined ? {} : { prefix }),
      ...(sheets[sheet].columns[column]?.type.isList ? { isList: true as const } : {}),
    };
  };
  const inPlace = columns.flatMap((column, position): readonly MappedColumn[] => {
    const isChanged = column !== undefined && (section.values[column] || section.prefix[column] !== undefined);
    return isChanged ? [{ column, from: [position], ...words(column) }] : [];
  });
  const made = [...copies(section), ...parts(section), ...joined(section)].flatMap(
    ({ from, column, ...rest }): readonly MappedColumn[] => {
      const positions = from.map(at).filter((position) => position !== undefined);
      return positions.length < from.length ? [] : [{ column, from: positions, ...rest, ...words(column) }];
    },
  );
  const constants = Object.entries(section.constants).map(([column, constant]) => ({ column, from: [], constant }));
  return { ...source, columns: [...inPlace, ...made, ...constants] };
}

type Made = Omit<MappedColumn, "from"> & { readonly from: readonly string[] };

/** A header of several columns: its cell is the first itself. */
function copies({ headers }: MappingSection): readonly Made[] {
  return Object.entries(headers).flatMap(([header, [, ...others]]) =>
    others.map((column) => ({ column, from: [header] })),
  );
}

function parts({ split }: MappingSection): readonly Made[] {
  return split.flatMap(({ header, at, where, into }) =>
    into.flatMap((column, part) =>
      column === "" ? [] : [{ column, from: [header], split: { at, where, part, parts: into.length } }],
    ),
  );
}

function joined({ join }: MappingSection): readonly Made[] {
  return join.map(({ headers, with: between, into }) => ({ column: into, from: headers, join: between }));
}
