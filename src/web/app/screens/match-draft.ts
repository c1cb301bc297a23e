/** What a person says of the columns of a file, while they say it. Pure. */
import type { WrittenSection } from "../../../model/written-mapping.ts";
import type { ColumnReply, MatchReply } from "../../api-types.ts";

/** In the place of a column: the cell holds two of them. */
export const inTwo = "*";

export type Split = {
  readonly at: string;
  readonly where: "first" | "last";
  readonly into: readonly [string, string];
};

export type Draft = {
  /** By header: its column, `inTwo`, or "" to leave it out. */
  readonly targets: Readonly<Record<string, string>>;
  readonly splits: Readonly<Record<string, Split>>;
  readonly constants: readonly { readonly column: string; readonly value: string }[];
  /** Column -> what the file says -> what it means. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly prefix: Readonly<Record<string, string>>;
  /** What only a mapping file can change. */
  readonly kept: Pick<WrittenSection, "headers" | "split" | "join">;
};

/** What only a person knows, as a proposal has it. */
const open = "?";

export function draftOf({ section, header }: Pick<MatchReply, "section" | "header">): Draft {
  const { headers = {}, split = [], join = [], constants = {}, values = {}, prefix = {} } = section;
  const isPlain = ({ header: of, into }: (typeof split)[number]) =>
    into.length === 2 && split.filter((each) => each.header === of).length === 1;
  const splits = split.filter(isPlain).map((rule): [string, Split] => {
    const [first = "", second = ""] = rule.into;
    return [rule.header, { at: rule.at ?? " ", where: rule.where ?? "first", into: [first, second] }];
  });
  const several = Object.entries(headers).filter(([, to]) => typeof to !== "string");
  const left = split.filter((rule) => !isPlain(rule));
  const kept = {
    ...(several.length > 0 ? { headers: Object.fromEntries(several) } : {}),
    ...(left.length > 0 ? { split: left } : {}),
    ...(join.length > 0 ? { join } : {}),
  };
  const ofKept = headersKept(kept);
  const targets = header.flatMap((cell): [string, string][] => {
    const name = cell.trim();
    if (name === "" || ofKept.has(name)) return [];
    const to = headers[name];
    return [[name, splits.some(([of]) => of === name) ? inTwo : typeof to === "string" ? to : ""]];
  });
  const told = (pairs: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== open));
  return {
    targets: Object.fromEntries(targets),
    splits: Object.fromEntries(splits),
    constants: Object.entries(constants).map(([column, value]) => ({ column, value: value === open ? "" : value })),
    values: Object.fromEntries(Object.entries(values).map(([column, pairs]) => [column, told(pairs)])),
    prefix: told(prefix),
    kept,
  };
}

/** Headers of which something is said that this screen does not change. */
export function headersKept({ headers = {}, split = [], join = [] }: Draft["kept"]): ReadonlySet<string> {
  return new Set([
    ...Object.keys(headers),
    ...split.map(({ header }) => header),
    ...join.flatMap(({ headers: of }) => of),
  ]);
}

/** Every column that something makes. */
export function givenBy({ targets, splits, constants, kept }: Draft): readonly string[] {
  const own = Object.entries(targets).flatMap(([header, to]) => (to === inTwo ? (splits[header]?.into ?? []) : [to]));
  return [
    ...own,
    ...constants.flatMap(({ column, value }) => (value.trim() === "" ? [] : [column])),
    ...Object.values(kept.headers ?? {}).flat(),
    ...(kept.split ?? []).flatMap(({ into }) => into),
    ...(kept.join ?? []).map(({ into }) => into),
  ].filter((column) => column !== "");
}

/** Columns that every row needs and nothing makes. */
export function missingIn(draft: Draft, columns: readonly ColumnReply[]): readonly string[] {
  const given = new Set(givenBy(draft));
  return columns
    .filter(({ name, isRequired, optionalWith = "" }) => isRequired && !given.has(name) && !given.has(optionalWith))
    .map(({ name }) => name);
}

/** As a mapping has it. Of columns that nothing makes any more, nothing is said. */
export function sectionOf(draft: Draft): WrittenSection {
  const { targets, splits, constants, values, prefix, kept } = draft;
  const given = new Set(givenBy(draft));
  const plain = Object.entries(targets).filter(([, to]) => to !== inTwo);
  const split = Object.entries(targets).flatMap(([header, to]) => {
    const own = splits[header];
    return to === inTwo && own ? [{ header, ...own }] : [];
  });
  const filled = constants.filter(({ column, value }) => column !== "" && value.trim() !== "");
  const pairs = Object.entries(values).filter(([column, own]) => given.has(column) && Object.keys(own).length > 0);
  const before = Object.entries(prefix).filter(([column, value]) => given.has(column) && value.trim() !== "");
  const splitAll = [...split, ...(kept.split ?? [])];
  return {
    headers: { ...Object.fromEntries(plain), ...kept.headers },
    ...(splitAll.length > 0 ? { split: splitAll } : {}),
    ...(kept.join ? { join: kept.join } : {}),
    ...(filled.length > 0
      ? { constants: Object.fromEntries(filled.map(({ column, value }) => [column, value.trim()])) }
      : {}),
    ...(pairs.length > 0 ? { values: Object.fromEntries(pairs) } : {}),
    ...(before.length > 0
      ? { prefix: Object.fromEntries(before.map(([column, value]) => [column, value.trim()])) }
      : {}),
  };
}
