/** The rows of a run that a retry does not repeat: the retried rows are checked against them. */
import type { FileId } from "../journal/run-file/file-table.ts";
import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { SheetName } from "../model/sheet.ts";
import type { CheckedRow } from "../sheets/read/read-sheet.ts";
import type { RowLinker } from "./link-rows.ts";
import { type RowReader, rowReader } from "./row-reader.ts";

const rowsAtOnce = 1_000;

/** Stages the rows of one sheet that the retry leaves alone. They bring no issues with them. */
export function stageParentRows(
  runFile: RunFile,
  linker: RowLinker,
  parent: RunFile,
  sheet: SheetName,
  left: Iterable<StoredRow>,
): void {
  const read = rowReader(parent);
  const files = new Map<FileId, { readonly id: FileId; rows: number }>();
  let waiting: StoredRow[] = [];
  const fileFor = (file: FileId) => {
    const known = files.get(file);
    if (known) return known;
    // under its own name: what a hint says of it is what it said in the run before
    const added = { id: runFile.files.add(parent.files.of(file), true), rows: 0 };
    files.set(file, added);
    return added;
  };
  const write = () => {
    const [one] = waiting;
    if (!one) return;
    const file = fileFor(one.file);
    const rows = waiting.map((row) => checkAgain(read, row, runFile.files.of(file.id).file));
    runFile.together(() => {
      const first = runFile.rows.nextId();
      const linked = rows.map((row, index) => linker.link(sheet, row, first + index));
      runFile.rows.stage(file.id, sheet, linked);
    });
    file.rows += rows.length;
    waiting = [];
  };
  for (const row of left) {
    if (waiting.length >= rowsAtOnce || (waiting[0] && waiting[0].file !== row.file)) write();
    waiting.push(row);
  }
  write();
  for (const { id, rows } of files.values()) runFile.files.setRowCount(id, rows);
}

function checkAgain(read: RowReader, row: StoredRow, file: string): CheckedRow {
  const { sheet, cells } = row;
  return { at: { sheet, file, row: row.row }, cells, checked: read(row, sheet) };
}
