/** Columns that a file has in words of its own, and how the cells of a row make them. Pure; the mapping file itself is read in `sheets/mapping/`. */
import { foldName } from "./names.ts";

/** One section of a mapping file, checked: how files of one sheet become its columns. */
export type MappingSection = {
  /** Names of the files that hold the sheet, `*` for any text; absent: whatever is found as the sheet. */
  readonly files?: readonly string[];
  /** Header -> column or columns; none: the header is left out. `*`: every header that the section does not name. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly constants: Readonly<Record<string, string>>;
  readonly split: readonly SplitRule[];
  readonly join: readonly JoinRule[];
  /** Column -> what the file says -> what we say. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Column -> what stands before its digits: `+31`. */
  readonly prefix: Readonly<Record<string, string>>;
};

export type SplitRule = {
  readonly header: string;
  /** What separates the parts; a blank stands for any run of blanks. */
  readonly at: string;
  /** Which of several separators counts. */
  readonly where: "first" | "last";
  /** "": that part is left out. */
  readonly into: readonly string[];
};

export type JoinRule = { readonly headers: readonly string[]; readonly with: string; readonly into: string };

/** A column that is not a cell of the file as it is. */
export type MappedColumn = {
  readonly column: string;
  /** The cells it is made of; none: a constant. */
  readonly from: readonly number[];
  readonly constant?: string;
  readonly split?: Pick<SplitRule, "at" | "where"> & { readonly part: number; readonly parts: number };
  readonly join?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly prefix?: string;
  readonly isList?: true;
};

/** How one file was mapped. */
export type FileMapping = {
  /** Of the mapping file, as people know it. */
  readonly name: string;
  /** Of the section in it: `users`, `users[1]`. */
  readonly path: string;
  readonly section: MappingSection;
  /** Those that are not cells of the file as they are. */
  readonly columns: readonly MappedColumn[];
};

/** A section, and where it stands: with the file before its header is read. */
export type SourceMapping = Omit<FileMapping, "columns">;

export type MappedFile = {
  readonly header: readonly string[];
  /** By position, where one cell is one column. */
  readonly columns: readonly (string | undefined)[];
  readonly mapping?: FileMapping;
};

/** The cells of a row under our columns. */
export type CellView = {
  /** Those of the file by position, and behind them those that have no cell of their own. */
  readonly columns: readonly (string | undefined)[];
  /** A row of the file under these columns. */
  read(cells: readonly string[]): readonly string[];
};

/** Is an E.164 number one that its country's numbering plan has? */
export type IsPlausible = (phoneNumber: string) => boolean;

export type CellReading = {
  /** A cell as a person means it: without blanks around it and the marks by which programs say that it is a text. */
  readonly textOf: (cell: string) => string;
  readonly isPlausible: IsPlausible;
};

export function cellView({ header, columns, mapping }: MappedFile, reading: CellReading): CellView {
  if (!mapping || mapping.columns.length === 0) return { columns, read: (cells) => cells };
  const makers = mapping.columns.map((mapped) => {
    const own = columns.indexOf(mapped.column);
    return { own, column: mapped.column, make: makerOf(mapped, reading) };
  });
  const behind = makers.filter(({ own }) => own < 0);
  const inPlace = makers.filter(({ own }) => own >= 0);
  const width = header.length;
  return {
    columns: [...columns, ...behind.map(({ column }) => column)],
    read(cells) {
      const view = Array.from({ length: width }, (_, index) => cells[index] ?? "");
      for (const { own, make } of inPlace) view[own] = make(cells);
      for (const { make } of behind) view.push(make(cells));
      return view;
    },
  };
}

function makerOf(mapped: MappedColumn, reading: CellReading): (cells: readonly string[]) => string {
  const { from, constant, split, join, prefix, isList = false } = mapped;
  const textAt = (cells: readonly string[], index: number) => reading.textOf(cells[index] ?? "");
  const [first = 0] = from;
  const source = (cells: readonly string[]): string => {
    if (constant !== undefined) return constant;
    if (split) return splitCell(textAt(cells, first), split)[split.part] ?? "";
    if (join === undefined) return textAt(cells, first);
    const filled = from.map((index) => textAt(cells, index)).filter((cell) => cell !== "");
    return filled.join(join);
  };
  const translate = translator(mapped);
  return (cells) => {
    const text = translate(source(cells));
    return prefix === undefined ? text : withPrefix(text, prefix, isList, reading.isPlausible);
  };
}

/** As many parts as there are, at most `parts`; the last of them (or the first, for `last`) keeps what separators are left over. */
export function splitCell(
  cell: string,
  { at, where, parts }: Pick<SplitRule, "at" | "where"> & { readonly parts: number },
): readonly string[] {
  const pieces = (at.trim() === "" ? cell.split(/\s+/) : cell.split(at)).map((piece) => piece.trim());
  if (pieces.length <= parts) return pieces;
  const glue = at.trim() === "" ? " " : at;
  const extra = pieces.length - parts + 1;
  return where === "first"
    ? [...pieces.slice(0, parts - 1), pieces.slice(parts - 1).join(glue)]
    : [pieces.slice(0, extra).join(glue), ...pieces.slice(extra)];
}

const parts = /[;\r\n\v\f\u0085\u2028\u2029]+/;

function translator({ values, isList }: MappedColumn): (text: string) => string {
  if (!values) return (text) => text;
  const known = new Map(Object.entries(values).map(([from, to]) => [foldName(from), to]));
  return (text) => {
    const whole = known.get(foldName(text));
    if (whole !== undefined || isList !== true || !parts.test(text)) return whole ?? text;
    const pieces = text.split(parts).map((piece) => piece.trim());
    return pieces.some((piece) => known.has(foldName(piece)))
      ? pieces.map((piece) => known.get(foldName(piece)) ?? piece).join(";")
      : text;
  };
}

function withPrefix(text: string, prefix: string, isList: boolean, isPlausible: IsPlausible): string {
  const number = (each: string) => prefixed(each, prefix, isPlausible);
  if (!isList || text.trim() === "") return number(text);
  return text
    .split(parts)
    .map((part) => rangeOf(part, number) ?? number(part))
    .join(";");
}

/** A dash may stand between two numbers, or within one: it is a range where both sides are numbers, and the whole is none. */
function rangeOf(text: string, number: (each: string) => string): string | undefined {
  if (e164.test(number(text))) return undefined;
  const cuts = [...text.matchAll(/\s*(?:[-\u2010-\u2015]|\.\.|\bto\b|\bt\/m\b)\s*/gi)].map(({ index, 0: { length } }) =>
    [text.slice(0, index), text.slice(index + length)].map(number),
  );
  const ranges = cuts.filter((ends) => ends.every((end) => e164.test(end)));
  return ranges.length === 1 ? ranges[0]?.join("-") : undefined;
}

const e164 = /^\+[1-9]\d{6,14}$/;

/** What people and programs put between the digits of a number. */
const separators = /[\s().\-\u2010-\u2015/]|\(0\)/g;

/**
 * The number in E.164. Only where one reading of the digits is a number of its country: as they are with a plus, behind the
 * prefix, or behind it without the 0 that is dialled within the country. Else the text as it was: the checks name it.
 */
export function prefixed(text: string, prefix: string, isPlausible: IsPlausible): string {
  const bare = text.replaceAll("(0)", "").replace(separators, "");
  if (/^\+\d+$/.test(bare)) return bare;
  if (!/^\d+$/.test(bare)) return text;
  const readings = new Set([
    ...(bare.startsWith("00") ? [`+${bare.slice(2)}`] : []),
    ...(bare.startsWith(prefix.slice(1)) ? [`+${bare}`] : []),
    `${prefix}${bare}`,
    `${prefix}${bare.replace(/^0/, "")}`,
  ]);
  const likely = [...readings].filter((each) => e164.test(each) && isPlausible(each));
  return likely.length === 1 ? (likely[0] ?? text) : text;
}

/** Of the cell that a column comes from, or of the first of them; -1: the file has none. A header that we do not know names itself. */
export function positionOf({ columns, header, mapping }: MappedFile, column: string): number {
  const own = columns.indexOf(column);
  if (own >= 0) return own;
  const mapped = mapping?.columns.find((each) => each.column === column);
  if (mapped) return mapped.from[0] ?? -1;
  return header.indexOf(column);
}
