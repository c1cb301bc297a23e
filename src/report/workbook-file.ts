/** An .xlsx workbook of which every cell is text, so that no spreadsheet program makes a number or a date of a phone number. All of it is in memory until it is written. */
import type { CellObject, WorkSheet } from "@e965/xlsx";
import { openDraft } from "./draft-file.ts";

export type Workbook = {
  /** `worksheet`: one of those that it was opened with. */
  add(worksheet: string, cells: readonly string[]): void;
  /** Completes the file; its path. */
  publish(): Promise<string>;
  discard(): Promise<void>;
};

/** Throws UserError where the file cannot be written. */
export async function openWorkbook(
  path: string,
  worksheets: readonly { readonly name: string; readonly header: readonly string[] }[],
): Promise<Workbook> {
  const draft = await openDraft(path);
  const rows = new Map(worksheets.map(({ name, header }) => [name, [header.map(toCell)]]));
  return {
    add: (worksheet, cells) => void rows.get(worksheet)?.push(cells.map(toCell)),
    async publish() {
      const { utils, write } = await import("@e965/xlsx");
      const workbook = utils.book_new();
      for (const [name, cells] of rows) utils.book_append_sheet(workbook, toWorksheet(cells), name);
      const bytes: Buffer = write(workbook, { type: "buffer", bookType: "xlsx", compression: true });
      await draft.write(bytes);
      return draft.publish();
    },
    discard: () => draft.discard(),
  };
}

/** `@`: the format that keeps what a person types later as text too. */
function toCell(text: string): CellObject {
  return { t: "s", v: text, z: "@" };
}

function toWorksheet(cells: CellObject[][]): WorkSheet {
  const [header = []] = cells;
  const widths = header.map(({ v }) => ({ wch: Math.max(10, String(v).length + 2) }));
  return { "!data": cells, "!ref": rangeOf(cells.length, header.length), "!cols": widths };
}

/** `A1:Z9` */
function rangeOf(rows: number, columns: number): string {
  return `A1:${columnName(columns)}${rows}`;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? `${columnName(Math.floor((column - 1) / 26))}${letter}` : letter;
}
