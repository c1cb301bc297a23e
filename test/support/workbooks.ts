/** Workbooks as a person has them open: read as cells, changed in places, saved by the parser that we read with. */
import { readFile, writeFile } from "node:fs/promises";
import { type CellObject, read, type WorkBook, write } from "@e965/xlsx";

async function openBook(path: string): Promise<WorkBook> {
  return read(await readFile(path), { type: "buffer", cellStyles: true });
}

/** Writes other texts over cells of a file: by worksheet and place. */
export async function editBook(
  path: string,
  changes: readonly (readonly [worksheet: string, place: string, text: string])[],
): Promise<void> {
  const book = await openBook(path);
  for (const [worksheet, place, text] of changes) {
    const sheet = book.Sheets[worksheet];
    if (!sheet) throw new Error(`no worksheet ${worksheet}`);
    const cell: CellObject = { t: "s", v: text, z: "@" };
    sheet[place] = cell;
  }
  await writeFile(path, write(book, { type: "buffer", bookType: "xlsx" }));
}

/** The text of a part of the archive that a workbook is. */
export async function partOf(path: string, name: string): Promise<string> {
  const book: WorkBook & { files?: Record<string, { content: Uint8Array }> } = read(await readFile(path), {
    type: "buffer",
    bookFiles: true,
  });
  return Buffer.from(book.files?.[name]?.content ?? []).toString("utf8");
}
