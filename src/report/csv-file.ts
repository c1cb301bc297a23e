/** A CSV file as a spreadsheet program likes it (UTF-8 with BOM, CRLF), written in batches. Knows nothing of runs. */
import { createHash } from "node:crypto";
import { stringify } from "csv-stringify/sync";
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

function toCsv(records: (readonly string[])[], delimiter: string): string {
  return stringify(records, { delimiter, record_delimiter: "windows", quote_record_delimiter: true });
}
