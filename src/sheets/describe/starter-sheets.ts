/** Starter sheets: every column, and one valid row. */
import { constants } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sheetNames } from "../../model/sheet.ts";
import { codeOf } from "../../model/thrown.ts";
import { csvPieces } from "../../storage/csv-text.ts";
import { columnsOf } from "./describe-columns.ts";

export type StarterSheets = {
  readonly written: readonly string[];
  /** Were there already, and were left alone. */
  readonly kept: readonly string[];
};

/** Writes templates.csv, profiles.csv, customers.csv, locations.csv and users.csv into `folder`, which is made if need be. Never over a file. Paths in the result. */
export async function writeStarterSheets(folder: string): Promise<StarterSheets> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  const kept: string[] = [];
  for (const sheet of sheetNames) {
    const path = join(folder, `${sheet}.csv`);
    const columns = columnsOf(sheet);
    const { add, finish } = csvPieces(columns.map(({ name }) => name));
    add(columns.map(({ example }) => example));
    const isNew = await isWritten(writeFile(path, finish(), { flag: "wx" }));
    (isNew ? written : kept).push(path);
  }
  return { written, kept };
}

/** Made by hand from the columns, and shipped as it is: it lies beside the code, in the sources as in the package. */
const starterWorkbook = fileURLToPath(new URL("../../../samples/starter/starter-workbook.xlsx", import.meta.url));

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
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}
