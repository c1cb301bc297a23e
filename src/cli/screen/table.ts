/** Rows of text as a table for a terminal. Pure. */
import { lengthOf, type Palette, padEnd, toPrintable } from "../../report/screen/text-layout.ts";

/** A header and a line per row, each column as wide as its widest cell; empty without rows. `right`: columns of numbers. */
export function renderTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  palette: Palette,
  right: ReadonlySet<string> = new Set(),
): string {
  if (rows.length === 0) return "";
  const cells = rows.map((row) => row.map(toPrintable));
  const widths = header.map((title, at) => Math.max(title.length, ...cells.map((row) => lengthOf(row[at] ?? ""))));
  const toLine = (row: readonly string[]) => {
    const padded = row.map((text, at) => {
      const width = widths[at] ?? 0;
      return right.has(header[at] ?? "") ? " ".repeat(Math.max(0, width - lengthOf(text))) + text : padEnd(text, width);
    });
    return padded.join("  ").trimEnd();
  };
  return `${[palette.quiet(toLine(header)), ...cells.map(toLine)].join("\n")}\n`;
}
