/** The mapping of a batch of the page: one that a person uploads, and the one that the matched columns make. */
import { readFile } from "node:fs/promises";
import type { SheetName } from "../model/sheet.ts";
import { sheetNames } from "../model/sheet.ts";
import { type WrittenMapping, type WrittenSection, writeSection } from "../model/written-mapping.ts";
import { sheetByMapping } from "../sheets/mapping/choose-section.ts";
import { type Mapping, mappingFileName, parseMapping } from "../sheets/mapping/mapping-file.ts";
import type { SheetPreview } from "../sheets/read/preview-sheet.ts";
import { sheetOfName } from "../sheets/sheet-names.ts";
import type { StoredFile } from "./batch-store.ts";

/** It lies in the folder of the batch under the name by which the files of a folder find it. */
export const storedMapping = mappingFileName;

/** Rows that somebody has saved as JSON are none. */
export function isMappingName(name: string): boolean {
  return /\.json$/i.test(name) && sheetOfName(name) === undefined;
}

/** `name`: as people know it. Throws a UserError that says what is wrong with it. */
export async function readUploaded(path: string, name: string): Promise<Mapping> {
  return parseMapping(await readFile(path, "utf8"), name);
}

/** Files that the mapping names hold the sheet that it says, unless a person chose one. */
export function withSheetsOf(files: readonly StoredFile[], mapping: Mapping): StoredFile[] {
  return files.map((file) => ({
    ...file,
    parts: file.parts.map((part) => {
      const sheet = part.sheet ?? sheetByMapping(mapping, file.name, part.worksheet);
      return sheet ? { ...part, sheet } : part;
    }),
  }));
}

type Matched = Pick<SheetPreview, "header" | "columns" | "mapping"> & {
  readonly file: string;
  readonly sheet: SheetName;
};

/** What was matched by name, by a person or by a mapping, as a mapping of its own: headers that mean nothing are left out. */
export function mappingOf(previews: readonly Matched[]): WrittenMapping {
  const bySheet = sheetNames.flatMap(
    (sheet): readonly (readonly [SheetName, WrittenSection | readonly WrittenSection[]])[] => {
      const sections = previews.filter((each) => each.sheet === sheet).map(sectionOf);
      const [only, ...others] = sections;
      return only ? [[sheet, others.length === 0 ? only : sections]] : [];
    },
  );
  return Object.fromEntries(bySheet);
}

function sectionOf({ file, header, columns, mapping }: Matched): WrittenSection {
  if (mapping) return writeSection(mapping.section, [file]);
  const used = header.flatMap((name, index) => (columns[index] === undefined ? [] : [[name, columns[index]] as const]));
  return { files: [file], headers: { ...Object.fromEntries(used), "*": "" } };
}
