/** A CSV file as a spreadsheet program likes it (UTF-8 with BOM, CRLF), written in batches. Knows nothing of runs. */
import { createHash } from "node:crypto";
import { openDraft } from "./draft-file.ts";

/** Cells are written exactly as given: what must not run as a formula is escaped before. */
export type CsvFile = {
  add(cells: readonly string[]): Promise<void>;
  /** Completes the file. `path` differs from the one asked for where another program holds that open. */
  publish(): Promise<{ readonly path: string; readonly sha256: string }>;
  discard(): Promise<void>;
};

const batchSize = 500;
const byteOrderMark = "\uFEFF";

/** Opens the file and writes its header. Rows are held back until a batch is full. */
export async function openCsvFile(path: string, header: readonly string[], delimiter = ","): Promise<CsvFile> {
  const draft = await openDraft(path);
  const hash = createHash("sha256");
  let batch: (readonly string[])[] = [header];

  const write = async (text: string) => {
    hash.update(text);
    await draft.write(text);
  };
  const flush = async () => {
    const text = toCsv(batch, delimiter);
    batch = [];
    await write(text);
  };

  await write(byteOrderMark);
  return {
    add: async (cells) => {
      batch.push(cells);
      if (batch.length >= batchSize) await flush();
    },
    publish: async () => {
      await flush();
      return { path: await draft.publish(), sha256: hash.digest("hex") };
    },
    discard: () => draft.discard(),
  };
}

/** Each line with its line end. (A million rows are written at the end of a run: csv-stringify takes five times as long.) */
export function toCsv(records: readonly (readonly string[])[], delimiter: string): string {
  let text = "";
  for (const cells of records) {
    for (const [index, cell] of cells.entries())
      text += index === 0 ? quote(cell, delimiter) : delimiter + quote(cell, delimiter);
    text += "\r\n";
  }
  return text;
}

function quote(cell: string, delimiter: string): string {
  return mayEndACell.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const mayEndACell = /["\r\n]/;
