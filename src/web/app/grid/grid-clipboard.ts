/** Copy and paste between a grid and spreadsheet programs. */
import type { ClipboardEvent } from "react";
import type { GridRow } from "../../api-types.ts";
import type { CellEdit } from "../../edits.ts";
import { cellOf, type GridColumn } from "./grid-columns.ts";
import { editArea } from "./grid-edits.ts";
import { areaOf, type Selection } from "./selection.ts";

type Deps = {
  readonly columns: readonly GridColumn[];
  readonly total: number;
  readonly selection: Selection;
  /** While a cell is written, its field has the clipboard. */
  readonly isEditing: boolean;
  readonly canEdit: boolean;
  load(first: number, last: number): Promise<readonly GridRow[]>;
  write(edits: readonly CellEdit[]): void;
};

/** Rows of one copy or paste: what one answer of the server holds. */
export const mostRowsAtOnce = 500;

export function gridClipboard({ columns, total, selection, isEditing, canEdit, load, write }: Deps) {
  const area = areaOf(selection);
  const firstRow = Math.max(0, area.firstRow);
  const loadFrom = (rows: number) => load(firstRow, Math.min(total, firstRow + Math.min(rows, mostRowsAtOnce)) - 1);
  return {
    onCopy(event: ClipboardEvent) {
      if (isEditing) return;
      event.preventDefault();
      const wanted = columns.slice(area.firstColumn, area.lastColumn + 1);
      void loadFrom(area.lastRow - firstRow + 1).then((rows) => {
        const texts = rows.map((row) => wanted.map((column) => cellOf(row, column) ?? ""));
        return navigator.clipboard.writeText(toClipboard(texts));
      });
    },
    onPaste(event: ClipboardEvent) {
      if (isEditing || !canEdit) return;
      event.preventDefault();
      const texts = fromClipboard(event.clipboardData.getData("text/plain"));
      const isOne = texts.length === 1 && texts[0]?.length === 1;
      const height = isOne ? area.lastRow - firstRow + 1 : texts.length;
      const width = isOne ? area.lastColumn - area.firstColumn + 1 : Math.max(0, ...texts.map(({ length }) => length));
      const wanted = columns.slice(area.firstColumn, area.firstColumn + width);
      void loadFrom(height).then((rows) => write(editArea(rows, wanted, texts)));
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
function fromClipboard(text: string): readonly (readonly string[])[] {
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
