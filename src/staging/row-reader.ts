/** Reads staged rows again: their cells become a record by the same rules as at first. Keeps one checker per file, for many rows. */
import type { FileId } from "../journal/run-file/file-table.ts";
import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Checked } from "../model/issue.ts";
import type { Draft, SheetRecords } from "../model/records.ts";
import type { RowAddress, SheetFile, SheetName } from "../model/sheet.ts";
import { rowChecker } from "../sheets/cells/check-row.ts";
import { viewOf } from "../sheets/mapping/view.ts";
import { profilesOf } from "./profiles.ts";

/** `sheet` is that of the row. */
export type RowReader = <S extends SheetName>(row: StoredRow, sheet: S) => Checked<Draft<SheetRecords[S]>>;

type Check = (cells: readonly string[], at: RowAddress) => Checked<unknown>;

export function rowReader(runFile: RunFile): RowReader {
  const checkers = new Map<FileId, Check>();
  const profiles = profilesOf(runFile);
  const checkerOf = (file: SheetFile) => {
    const view = viewOf(file);
    return rowChecker(file.sheet, file.columns, [], profiles.of(file.sheet, view.columns), view);
  };
  return <S extends SheetName>(row: StoredRow, _sheet: S) => {
    const known = checkers.get(row.file);
    const check = known ?? checkerOf(runFile.files.of(row.file));
    if (!known) checkers.set(row.file, check);
    return check(row.cells, runFile.rows.addressOfRow(row)) as Checked<Draft<SheetRecords[S]>>; // a file holds rows of one sheet
  };
}
