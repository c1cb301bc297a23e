/** The files of the batch, in the order in which they were read. */
import type Libsql from "libsql";
import type { ReadFile } from "../model/run-report.ts";
import type { SheetFile, SheetName } from "../model/sheet.ts";

export type FileId = number;

export function fileTable(db: Libsql.Database) {
  const insert = db.prepare("insert into files (sheet, facts) values (?, ?)");
  const countRows = db.prepare("update files set rows = ? where id = ?");
  const all = db.prepare("select id, facts, rows from files order by id");
  let known: ReadonlyMap<FileId, ReadFile> | undefined;

  const files = (): ReadonlyMap<FileId, ReadFile> => {
    known ??= new Map((all.all() as Columns[]).map((row) => [row.id, toFile(row)])); // selected by name
    return known;
  };

  return {
    addFile(file: SheetFile): FileId {
      known = undefined;
      return Number(insert.run(file.sheet, JSON.stringify(file)).lastInsertRowid);
    },

    setRowCount(file: FileId, rows: number): void {
      known = undefined;
      countRows.run(rows, file);
    },

    files: (): readonly ReadFile[] => [...files().values()],

    fileOf(id: FileId): ReadFile {
      const found = files().get(id);
      if (!found) throw new Error(`no file ${id} in the run file`);
      return found;
    },

    hasFile: (sheet: SheetName): boolean => [...files().values()].some((file) => file.sheet === sheet),
  };
}

type Columns = { readonly id: number; readonly facts: string; readonly rows: number };

function toFile({ facts, rows }: Columns): ReadFile {
  return { ...(JSON.parse(facts) as SheetFile), rows }; // written by `addFile`
}
