/** The columns of a grid: those of all files of a sheet, each once, in order of first appearance. Pure. */
import type { ReadFile } from "../../../model/run-report.ts";
import type { SheetName } from "../../../model/sheet.ts";
import { columnLabel } from "../../../model/words/column-texts.ts";
import { languages } from "../../../model/words/language.ts";
import type { GridRow } from "../../api-types.ts";
import { columnNames } from "../../column-names.ts";

export type GridColumn = {
  /** Canonical name, or the header as written: what an issue calls it. */
  readonly name: string;
  /** As written in the first file that has it. */
  readonly title: string;
  readonly sheet: SheetName | undefined;
  /** Position of the cell, by file. */
  readonly positions: ReadonlyMap<string, number>;
  /** Pixels. */
  readonly width: number;
  /** The column that identifies a row of its sheet: it stays in view. */
  readonly isKey: boolean;
};

const keys: Readonly<Record<SheetName, string>> = {
  templates: "template_name",
  profiles: "profile",
  customers: "external_id",
  locations: "name",
  users: "email",
};

/** `widths`: by name, as a person has drawn them. */
export function gridColumns(
  files: readonly ReadFile[],
  samples: readonly GridRow[],
  widths: ReadonlyMap<string, number> = new Map(),
): readonly GridColumn[] {
  const found = new Map<string, { title: string; positions: Map<string, number> }>();
  const sheet = files[0]?.sheet;
  for (const read of files) {
    const { file, header } = read;
    for (const [position, name] of columnNames(read).entries()) {
      if (name === "") continue;
      const known = found.get(name) ?? { title: (header[position] ?? "").trim(), positions: new Map<string, number>() };
      if (!known.positions.has(file)) known.positions.set(file, position);
      found.set(name, known);
    }
  }
  return [...found].map(([name, { title, positions }]) => ({
    name,
    title,
    sheet,
    positions,
    isKey: sheet !== undefined && keys[sheet] === name,
    width:
      widths.get(name) ??
      widthOf(
        longestTitle(sheet, name, title),
        samples.map(({ at, cells }) => cells[positions.get(at.file) ?? -1] ?? ""),
      ),
  }));
}

/** `undefined`: the row's file has no such column. */
export function cellOf(row: GridRow, column: GridColumn): string | undefined {
  const position = column.positions.get(row.at.file);
  return position === undefined ? undefined : (row.cells[position] ?? "");
}

/** In any language: a column stays as wide when the language changes. */
function longestTitle(sheet: SheetName | undefined, name: string, title: string): string {
  const labels = sheet
    ? languages.map((language) => (columnLabel(sheet, name, language) ?? "").slice(0, longestLabel))
    : [];
  return [title, ...labels].reduce((longest, each) => (each.length > longest.length ? each : longest));
}

/** A longer label is cut off: rows are more than their headers. */
const longestLabel = 16;

const pixelsPerLetter = 7.6;
const padding = 26;

function widthOf(title: string, cells: readonly string[]): number {
  const longest = Math.max(...cells.map((text) => text.length), 0);
  const letters = Math.min(34, Math.max(title.length + 2, longest, 6));
  return Math.round(letters * pixelsPerLetter + padding);
}
