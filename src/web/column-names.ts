/** How the columns of a file are called by issues, filters and edits, whatever its header says. Pure. */
import type { SheetFile } from "../model/sheet.ts";

/** By position: the canonical name, or the header as written where we do not know it; blank for a column without a header. */
export function columnNames({ header, columns }: Pick<SheetFile, "header" | "columns">): readonly string[] {
  return header.map((title, position) => columns[position] ?? title.trim());
}
