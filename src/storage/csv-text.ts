/** CSV in the form that spreadsheet programs prefer (UTF-8 with BOM, CRLF), in pieces. The only place that writes CSV. */
import { stringify } from "csv-stringify/sync";

export type CsvStyle = {
  /** One character; default: comma. */
  readonly delimiter?: string;
  /** What makes a cell safe to open in a spreadsheet; default: it is written as it is. */
  readonly protect?: (cell: string) => string;
};

const batchSize = 500;
/** A batch of rows with far longer texts than sheets have is shorter. */
const charactersInBatch = 256 * 1024;
const byteOrderMark = "\uFEFF";

/** The text of a file, piece by piece: rows are held back until a piece is full. */
export function csvPieces(header: readonly string[], style: CsvStyle = {}) {
  let mark = byteOrderMark;
  let batch: (readonly string[])[] = [header];
  let characters = 0;
  const take = (): string => {
    const text = mark + toCsv(batch, style);
    mark = "";
    batch = [];
    characters = 0;
    return text;
  };
  return {
    add(cells: readonly string[]): string | undefined {
      batch.push(cells);
      for (const cell of cells) characters += cell.length;
      return batch.length >= batchSize || characters >= charactersInBatch ? take() : undefined;
    },
    /** What is left; nothing may be added behind it. */
    finish: take,
  };
}

/** Each line with its line end. */
export function toCsv(records: readonly (readonly string[])[], { delimiter = ",", protect }: CsvStyle = {}): string {
  const lines = protect ? records.map((cells) => cells.map(protect)) : records;
  return stringify(lines as string[][], { delimiter, record_delimiter: "windows", quoted_match: lineEnd }); // it does not write to them
}

/** It quotes for its own line end alone. */
const lineEnd = /[\r\n]/;
