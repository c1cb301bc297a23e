/** Four small sheets to begin with: every column, and one row that is right. */
import { constants } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "csv-stringify/sync";
import { sheetNames } from "../model/sheet.ts";
import { columnsOf } from "./describe-columns.ts";

export type StarterSheets = {
  readonly written: readonly string[];
  /** Were there already, and were left alone. */
  readonly kept: readonly string[];
};

/** Writes templates.csv, customers.csv, locations.csv and users.csv into `folder`, which is made if need be. Never over a file. Paths in the result. */
export async function writeStarterSheets(folder: string): Promise<StarterSheets> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  const kept: string[] = [];
  for (const sheet of sheetNames) {
    const path = join(folder, `${sheet}.csv`);
    const columns = columnsOf(sheet);
    const rows = [columns.map(({ name }) => name), columns.map(({ example }) => example)];
    const text = stringify(rows, { bom: true, record_delimiter: "windows" });
    const isNew = await isWritten(writeFile(path, text, { flag: "wx" }));
    (isNew ? written : kept).push(path);
  }
  return { written, kept };
}

/** Made by hand from the columns, and shipped as it is: it lies beside the code, in the sources as in the package. */
const starterWorkbook = fileURLToPath(new URL("../../samples/starter/starter-workbook.xlsx", import.meta.url));

/** The workbook's bytes. */
export function readStarterWorkbook(): Promise<Buffer<ArrayBuffer>> {
  return readFile(starterWorkbook) as Promise<Buffer<ArrayBuffer>>; // readFile makes a buffer of its own
}

/** Writes batch.xlsx: the same sheets as worksheets, with drop-downs and comments. Folder and result as above. */
export async function writeStarterWorkbook(folder: string): Promise<StarterSheets> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, "batch.xlsx");
  const isNew = await isWritten(copyFile(starterWorkbook, path, constants.COPYFILE_EXCL));
  return isNew ? { written: [path], kept: [] } : { written: [], kept: [path] };
}

/** False when the file is there already. */
async function isWritten(writing: Promise<void>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
