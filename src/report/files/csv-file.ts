/** A CSV file that is written in batches, and stands in its place when it is complete. Knows nothing of runs. */
import { createHash } from "node:crypto";
import { type CsvStyle, csvPieces } from "../../storage/csv-text.ts";
import { openDraft } from "./draft-file.ts";

export type CsvFile = {
  add(cells: readonly string[]): Promise<void>;
  /** Completes the file. `path` differs from the one asked for where another program holds that open. */
  publish(): Promise<{ readonly path: string; readonly sha256: string }>;
  discard(): Promise<void>;
};

/** Opens the file and writes its header. Rows are held back until a batch is full. */
export async function openCsvFile(path: string, header: readonly string[], style: CsvStyle = {}): Promise<CsvFile> {
  const draft = await openDraft(path);
  const hash = createHash("sha256");
  const { add, finish } = csvPieces(header, style);
  const write = async (text: string) => {
    hash.update(text);
    await draft.write(text);
  };
  return {
    add: async (cells) => {
      const piece = add(cells);
      if (piece !== undefined) await write(piece);
    },
    publish: async () => {
      await write(finish());
      return { path: await draft.publish(), sha256: hash.digest("hex") };
    },
    discard: () => draft.discard(),
  };
}
