/** How the columns of one file are matched: what is known of them, what is proposed for the others, and the rows that come of it. */
import type { SheetName } from "../model/sheet.ts";
import { sheetNames } from "../model/sheet.ts";
import { type WrittenMapping, type WrittenSection, writeSection } from "../model/written-mapping.ts";
import { checkMapping, type Mapping, mappingFileName } from "../sheets/mapping/mapping-file.ts";
import { proposeSection } from "../sheets/mapping/propose-mapping.ts";
import { toFillIn } from "../sheets/mapping/section-mistakes.ts";
import { viewOf } from "../sheets/mapping/view.ts";
import { previewSheet, type SheetPreview } from "../sheets/read/preview-sheet.ts";
import type { ReadOptions } from "../sheets/read/read-sheet.ts";
import type { SourceFile } from "../sheets/read/source-file.ts";
import type { MatchedRowsReply, MatchReply } from "./api-types.ts";

/** Rows that are looked at: enough for every value of a choice. */
const rowsSeen = 20_000;
const rowsShown = 4;
/** More are no choice that a person translates one by one. */
const textsShown = 40;

export async function matchingOf(source: SourceFile, reading: ReadOptions): Promise<MatchReply> {
  const preview = await previewSheet(source, reading, rowsSeen);
  const { sheet, file } = source;
  const { header, samples, columns, mapping } = preview;
  const proposal = proposeSection(sheet, preview, [file]);
  const base = mapping ? writeSection(mapping.section, undefined) : proposal.section;
  const by = new Map(proposal.headers.flatMap(({ header: name, by: how }) => (how ? [[name, how] as const] : [])));
  return {
    file,
    sheet,
    header,
    section: besideKnown(base, preview),
    by: header.map((name, index) => (columns[index] === undefined ? (by.get(name.trim()) ?? null) : null)),
    samples: samples.slice(0, rowsShown),
    texts: header.map((_, index) => textsAt(samples, index)),
  };
}

/** What is known of a header goes before what is proposed for it, and for the column that it is. */
function besideKnown(base: WrittenSection, { header, columns }: SheetPreview): WrittenSection {
  const known = new Set(columns);
  const isOpen = (column: string) => !known.has(column);
  const split = (base.split ?? []).filter(({ into }) => into.every(isOpen));
  const join = (base.join ?? []).filter(({ into }) => isOpen(into));
  const constants = Object.entries(base.constants ?? {}).filter(
    ([column, value]) => isOpen(column) && !(value === toFillIn && ofOneRow.test(column)),
  );
  const made = new Set([...split.map((rule) => rule.header), ...join.flatMap(({ headers }) => headers)]);
  const headers = header.flatMap((cell, index): [string, string | readonly string[]][] => {
    const name = cell.trim();
    if (name === "" || made.has(name)) return [];
    const told = base.headers?.[name] ?? base.headers?.[cell] ?? "";
    if (typeof told !== "string") return [[name, told]];
    return [[name, columns[index] ?? (isOpen(told) ? told : "")]];
  });
  return {
    headers: Object.fromEntries(headers),
    ...(split.length > 0 ? { split } : {}),
    ...(join.length > 0 ? { join } : {}),
    ...(constants.length > 0 ? { constants: Object.fromEntries(constants) } : {}),
    ...(base.values ? { values: base.values } : {}),
    ...(base.prefix ? { prefix: base.prefix } : {}),
  };
}

/** Columns that no two rows have alike: nobody gives one value for all. */
const ofOneRow = /^(?:email|admin_.*|external_id|name|.*_name)$/;

/** Different cells, in the order of the file; none where there are too many. */
function textsAt(rows: readonly (readonly string[])[], index: number): readonly string[] {
  const texts = new Set<string>();
  for (const cells of rows) {
    const text = (cells[index] ?? "").trim();
    if (text !== "") texts.add(text);
    if (texts.size > textsShown) return [];
  }
  return [...texts];
}

/** The first rows as they are read by the section. Throws a UserError that says what is wrong with it. */
export async function matchedRows(
  source: SourceFile,
  reading: ReadOptions,
  section: WrittenSection,
): Promise<MatchedRowsReply> {
  const { sheet, file } = source;
  const { name, sections } = checkMapping({ [sheet]: { ...section, files: [file] } }, mappingFileName);
  const [only] = sections;
  const mapping = only && { name, path: only.path, section: only.section };
  const preview = await previewSheet({ ...source, ...(mapping ? { mapping } : {}) }, reading, rowsShown);
  const view = viewOf(preview);
  const shown = view.columns.flatMap((column, index) => (column === undefined ? [] : [{ column, index }]));
  return {
    columns: shown.map(({ column }) => column),
    rows: preview.samples.map((cells) => {
      const read = view.read(cells);
      return shown.map(({ index }) => read[index] ?? "");
    }),
  };
}

/** Does it say more than which header is which column? */
export function isMoreThanHeaders({ headers = {}, split, join, constants, values, prefix }: WrittenSection): boolean {
  const parts = [split ?? [], join ?? [], constants ?? {}, values ?? {}, prefix ?? {}];
  return (
    parts.some((part) => Object.keys(part).length > 0) || Object.values(headers).some((to) => typeof to !== "string")
  );
}

/** The mapping with a section for one file; what it says of others stays as it is. */
export function withSectionFor(
  mapping: Mapping | undefined,
  file: string,
  sheet: SheetName,
  section: WrittenSection,
): WrittenMapping {
  const others = (mapping?.sections ?? []).filter(({ section: { files } }) => files?.length !== 1 || files[0] !== file);
  const sheetsOf = sheetNames.flatMap((each): [SheetName, readonly WrittenSection[]][] => {
    const own = others
      .filter((other) => other.sheet === each)
      .map((other) => writeSection(other.section, other.section.files));
    const all = each === sheet ? [{ files: [file], ...section }, ...own] : own;
    return all.length > 0 ? [[each, all]] : [];
  });
  return Object.fromEntries(sheetsOf.map(([each, all]) => [each, all.length === 1 ? all[0] : all]));
}
