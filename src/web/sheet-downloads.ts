/** The current rows of a batch as CSV or as one workbook: every cell as text, under the headers of its file. */
import { Readable } from "node:stream";
import { markCell } from "../model/formula-signs.ts";
import type { ReadFile } from "../model/run-report.ts";
import { csvPieces } from "../storage/csv-text.ts";
import type { Checked } from "./batch-check.ts";

/** UTF-8 with BOM, comma, CRLF; no cell runs as a formula, and all read back equal. */
export function csvOf(checked: Checked, file: ReadFile): ReadableStream {
  const pieces = Readable.from(piecesOf(checked, file));
  return Readable.toWeb(pieces) as ReadableStream; // the same stream, under the name that the web gives it
}

function* piecesOf(checked: Checked, file: ReadFile): Generator<Buffer> {
  const { add, finish } = csvPieces(file.header, { protect: markCell });
  for (const cells of cellsOf(checked, file)) {
    const piece = add(cells);
    if (piece !== undefined) yield Buffer.from(piece);
  }
  yield Buffer.from(finish());
}

function* cellsOf({ rows }: Checked, { file }: ReadFile): Generator<readonly string[]> {
  for (const { outcome } of rows.all()) if (outcome.at.file === file) yield outcome.cells;
}

/** A worksheet per file, its columns formatted as text. */
export async function workbookOf(checked: Checked): Promise<Uint8Array<ArrayBuffer>> {
  const { utils, write } = await import("@e965/xlsx");
  const book = utils.book_new();
  const names = new Set<string>();
  for (const file of checked.rows.source.facts().files) {
    const cells = [file.header, ...cellsOf(checked, file)];
    const sheet = utils.aoa_to_sheet(cells.map((row) => row.map((text) => ({ t: "s", v: text, z: "@" }))));
    utils.book_append_sheet(book, sheet, worksheetName(file, names));
  }
  return new Uint8Array(write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer<ArrayBuffer>); // by its type option
}

/** The sheet's name, with a number where it has several files: so it is found as that sheet again. */
function worksheetName({ sheet }: ReadFile, taken: Set<string>): string {
  let name: string = sheet;
  for (let count = 2; taken.has(name); count += 1) name = `${sheet} ${count}`;
  taken.add(name);
  return name;
}
