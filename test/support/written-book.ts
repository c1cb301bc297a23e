/** A workbook that we write, and what is read of it again. */
import { join } from "node:path";
import { openWorkbook } from "../../src/report/files/workbook-file.ts";
import { openWorksheet } from "../../src/sheets/read/read-workbook.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

export type Rows = readonly (readonly string[])[];

export async function writeBook(header: readonly string[], rows: Rows): Promise<string> {
  const path = join(await makeTemporaryFolder(), "book.xlsx");
  const workbook = await openWorkbook(path);
  const worksheet = await workbook.open({ name: "users", header });
  for (const cells of rows) await worksheet.add(cells, (index) => (index === 0 ? "bad" : "plain"));
  return workbook.publish();
}

export async function readBook(path: string): Promise<Rows> {
  const rows: (readonly string[])[] = [];
  const { pieces } = await openWorksheet(path, "users", { limit: 256 * 1024 ** 2 });
  for await (const piece of pieces) rows.push(...piece.map(({ cells }) => cells));
  return rows;
}

/** What a spreadsheet makes something else of when it can. */
export const temptations = [
  ...[
    "+31201234567",
    "0012",
    "3-4",
    "1E5",
    "12345678901234567890",
    "1,5",
    "TRUE",
    "=1+1",
    "-2",
    "@x",
    "'t Hart",
    "'=1",
  ],
  ...[
    " leading",
    "trailing ",
    "two  blanks",
    "a\nb",
    "tab\there",
    "é ü ñ 日本 🙂",
    "<&>\"'",
    "_x0041_",
    "x".repeat(32_767),
  ],
  ...["#N/A", "2026-11-29", "10%", "€ 5", "\u00a0hard", "zero\u200bwidth"],
];
export const temptingRows = temptations.map((text, index) => [text, "x", String(index)]);
