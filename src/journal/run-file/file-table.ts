/** The files of the batch in the order in which they were read, and those of the previous run, whose rows are compared. */
import type Libsql from "libsql";
import type { ReadFile } from "../../model/run-report.ts";
import type { SheetFile, SheetName } from "../../model/sheet.ts";

export type FileId = number;

export type FileTable = ReturnType<typeof fileTable>;

export function fileTable(db: Libsql.Database) {
  const insert = db.prepare("insert into files (sheet, facts, is_context) values (?, ?, ?)");
  const countRows = db.prepare("update files set rows = ? where id = ?");
  const all = db.prepare("select id, facts, rows, is_context from files order by id");
  let known: ReadonlyMap<FileId, KnownFile> | undefined;

  const files = (): ReadonlyMap<FileId, KnownFile> => {
    known ??= new Map((all.all() as Columns[]).map((row) => [row.id, toFile(row)])); // selected by name
    return known;
  };

  return {
    /** `isContext`: its rows are not of this run. */
    add(file: SheetFile, isContext = false): FileId {
      known = undefined;
      return Number(insert.run(file.sheet, JSON.stringify(file), isContext ? 1 : 0).lastInsertRowid);
    },

    setRowCount(file: FileId, rows: number): void {
      known = undefined;
      countRows.run(rows, file);
    },

    /** Of this run. */
    all: (): readonly ReadFile[] => [...files().values()].flatMap(({ file, isContext }) => (isContext ? [] : [file])),

    isContext: (id: FileId): boolean => files().get(id)?.isContext === true,

    of(id: FileId): ReadFile {
      const found = files().get(id);
      if (!found) throw new Error(`no file ${id} in the run file`);
      return found.file;
    },

    has: (sheet: SheetName): boolean => [...files().values()].some(({ file }) => file.sheet === sheet),
  };
}

type Columns = { readonly id: number; readonly facts: string; readonly rows: number; readonly is_context: 0 | 1 };

type KnownFile = { readonly file: ReadFile; readonly isContext: boolean };

function toFile({ facts, rows, is_context }: Columns): KnownFile {
  return { file: { ...(JSON.parse(facts) as SheetFile), rows }, isContext: is_context === 1 }; // written by `add`
}
