/** How the columns of a file are called by issues, filters and edits, whatever its header says. Pure. */
import type { SheetFile } from "../model/sheet.ts";

/**
 * By position: the canonical name, or the header as written where we do not know it; blank for a column without a header. A cell
 * of which a mapping makes several columns is called after the first.
 */
export function columnNames({
  header,
  columns,
  mapping,
}: Pick<SheetFile, "header" | "columns" | "mapping">): readonly string[] {
  return header.map((title, position) => {
    const made = mapping?.columns.find(({ from }) => from.includes(position))?.column;
    return columns[position] ?? (made !== undefined && !columns.includes(made) ? made : title.trim());
  });
}
