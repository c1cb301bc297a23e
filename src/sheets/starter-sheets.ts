/** Four small sheets to begin with: every column, and one row that is right. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
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
    ((await writeNew(path, text)) ? written : kept).push(path);
  }
  return { written, kept };
}

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
