/** Which section of a mapping is for which file. */
import { basename } from "node:path";
import { spellPlainly } from "../../model/names.ts";
import type { SheetName } from "../../model/sheet.ts";
import type { SourceFile } from "../read/source-file.ts";
import type { Mapping, NamedSection } from "./mapping-file.ts";

/** The file with the section that is for it; as it was, where the mapping says nothing of it. */
export function withSection(source: SourceFile, mapping: Mapping | undefined): SourceFile {
  const found = mapping && sectionFor(mapping, source);
  return found ? { ...source, mapping: { name: mapping.name, path: found.path, section: found.section } } : source;
}

function sectionFor(mapping: Mapping, source: SourceFile): NamedSection | undefined {
  const { sheet, file, path, name, worksheet, rows } = source;
  const known = rows ? file : basename(name ?? path);
  return mapping.sections.find(
    (each) =>
      each.sheet === sheet && (each.section.files ?? ["*"]).some((pattern) => isNamed(pattern, known, worksheet)),
  );
}

/** The sheet that a file or worksheet holds because the mapping names it. `worksheet` absent: the file as a whole. */
export function sheetByMapping(mapping: Mapping | undefined, file: string, worksheet?: string): SheetName | undefined {
  return mapping?.sections.find(({ section: { files = [] } }) =>
    files.some(
      (pattern) =>
        isNamed(pattern, file, worksheet) && (worksheetOf(pattern) === undefined) === (worksheet === undefined),
    ),
  )?.sheet;
}

/** The only sheet of a mapping that names no files: it is for whatever file it is given with. */
export function onlySheetOf(mapping: Mapping | undefined): SheetName | undefined {
  const [only, ...others] = mapping?.sections ?? [];
  return others.length === 0 && only?.section.files === undefined ? only?.sheet : undefined;
}

function isNamed(pattern: string, file: string, worksheet: string | undefined): boolean {
  const wanted = worksheetOf(pattern);
  const name = wanted === undefined ? pattern : pattern.slice(0, -wanted.length - 2);
  if (wanted !== undefined && (worksheet === undefined || !isLike(wanted, worksheet))) return false;
  return isLike(name, file);
}

/** `batch.xlsx[Export]` */
function worksheetOf(pattern: string): string | undefined {
  return /\.(?:xlsx|xlsm|ods|xls)\[(.*)\]$/is.exec(pattern)?.[1];
}

/** Case does not count; `*` stands for any text. */
function isLike(pattern: string, text: string): boolean {
  const pieces = spellPlainly(pattern)
    .split("*")
    .map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pieces.join(".*")}$`, "isu").test(spellPlainly(text));
}
