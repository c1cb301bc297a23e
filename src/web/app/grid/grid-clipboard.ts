/** Copy and paste between a grid and spreadsheet programs. */
import type { ClipboardEvent } from "react";
import type { GridRow } from "../../api-types.ts";
import { cellOf, type GridColumn } from "./grid-columns.ts";
import { areaOf, type Selection } from "./selection.ts";

type Deps = {
  readonly columns: readonly GridColumn[];
  readonly selection: Selection;
  /** While a cell is written, its field has the clipboard. */
  readonly isEditing: boolean;
  readonly canEdit: boolean;
  load(first: number, last: number): Promise<readonly GridRow[]>;
  /** From the top left of the selection. */
  paste(texts: readonly (readonly string[])[]): void;
  copied(rows: number, columns: number): void;
};

export function gridClipboard({ columns, selection, isEditing, canEdit, load, paste, copied }: Deps) {
  const { firstRow, lastRow, firstColumn, lastColumn } = areaOf(selection);
  return {
    onCopy(event: ClipboardEvent) {
      if (isEditing) return;
      event.preventDefault();
      const wanted = columns.slice(firstColumn, lastColumn + 1);
      void load(Math.max(0, firstRow), lastRow).then(async (rows) => {
        const texts = rows.map((row) => wanted.map((column) => cellOf(row, column) ?? ""));
        await navigator.clipboard.writeText(toClipboard(texts));
        copied(rows.length, wanted.length);
      });
    },
    onPaste(event: ClipboardEvent) {
      if (isEditing || !canEdit) return;
      event.preventDefault();
      const texts = fromClipboard(event.clipboardData.getData("text/plain"));
      if (texts.length > 0) paste(texts);
    },
  };
}

function toClipboard(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quote).join("\t")).join("\r\n");
}

function quote(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The line end behind the last row makes no row of its own. */
export function fromClipboard(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [, quoted, plain = "", end] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\t") continue;
    rows.push(cells);
    cells = [];
    if (end === "" || pattern.lastIndex >= text.length) break;
  }
  return rows;
}
