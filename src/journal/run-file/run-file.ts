/** One SQLite file per run: the only memory of what was read, planned and done. Opens, creates and closes it; its tables are in the other files of this folder. */
import type Libsql from "libsql";
import { messageOf } from "../../model/thrown.ts";
import { UserError } from "../../model/user-error.ts";
import { type Text, text } from "../../model/words/text.ts";
import { openSqlite } from "../../storage/sqlite.ts";
import { type StorageTrouble, storageTroubleOf } from "../../storage/storage-trouble.ts";
import { durabilityOf } from "./durability.ts";
import { type FileTable, fileTable } from "./file-table.ts";
import { type IssueTable, issueTable } from "./issue-table.ts";
import { type OperationTable, operationTable } from "./operation-table.ts";
import { type RowTable, rowTable } from "./row-table.ts";
import { indexesAfterPlanning, indexesAfterStaging, makeTables, refuseForeign } from "./schema.ts";
import { type UnitTable, unitTable } from "./unit-table.ts";

export type RunFile = Disposable & {
  readonly path: string;
  readonly files: FileTable;
  readonly rows: RowTable;
  /** To be read; what is found wrong is written down by way of its row (`rows.addIssue`). */
  readonly issues: Pick<IssueTable, "of" | "between" | "ofFiles">;
  readonly units: UnitTable;
  readonly operations: OperationTable;
  /** A fact of the run, or undefined. Facts are plain data. */
  readFact<T>(name: string, parse: (value: unknown) => T): T | undefined;
  writeFact(name: string, value: unknown): void;
  /** Runs `work` in one transaction: all of it, or nothing. */
  together<T>(work: () => T): T;
  /** Takes over the files, rows and customers of another run, as if they had been read here; `withVerdicts`: and which rows were refused. */
  takeInput(other: RunFile, options?: { readonly withVerdicts?: boolean }): void;
  finishStaging(): void;
  finishPlanning(): void;
  /** Resolves when everything written so far is on the disk. Rejects when it cannot be brought there. */
  onDisk(): Promise<void>;
  close(): void;
};

export type RunFileOptions = {
  /** Thrown away with the process: nothing is done to bring it to the disk, nor to undo what failed halfway. */
  readonly isScratch?: boolean;
};

/**
 * Opens a run file, or creates it. `path` may be `:memory:`.
 * What is written is seen at once. `onDisk` makes it safe from the end of this process and of power.
 * Throws UserError when the file is damaged, not ours, or of another version of the product.
 */
export function openRunFile(path: string, { isScratch = false }: RunFileOptions = {}): RunFile {
  let db: Libsql.Database | undefined;
  try {
    db = openSqlite(path);
    prepare(db, path, isScratch);
    return serve(db, path);
  } catch (error) {
    db?.close();
    throw error instanceof UserError ? error : unreadable(path, error);
  }
}

function prepare(db: Libsql.Database, path: string, isScratch: boolean): void {
  // a page as large as a hundred rows: smaller ones make a chain of them, written piece by piece
  if (isScratch) db.exec("pragma page_size = 16384;");
  db.exec("pragma busy_timeout = 5000; pragma temp_store = file;");
  refuseForeign(db);
  db.exec(
    isScratch
      ? "pragma journal_mode = off; pragma synchronous = off;"
      : "pragma journal_mode = wal; pragma synchronous = normal;",
  );
  makeTables(db, path);
}

function serve(db: Libsql.Database, path: string): RunFile {
  const readFact = db.prepare("select value from facts where name = ?");
  const writeFact = db.prepare("insert or replace into facts (name, value) values (?, ?)");
  const operations = operationTable(db);
  const files = fileTable(db);
  const issues = issueTable(db);
  const durability = durabilityOf(path, operations.writeEntries);
  const close = () => {
    if (!db.open) return;
    try {
      operations.writeEntries();
    } finally {
      void durability.close();
      gather(db);
      db.close();
    }
  };
  return {
    path,
    files,
    rows: rowTable(db, files, issues),
    issues,
    units: unitTable(db),
    operations,
    readFact(name, parse) {
      const found = readFact.get(name) as { value: string } | undefined; // the table's only shape
      return found ? parse(JSON.parse(found.value)) : undefined;
    },
    writeFact: (name, value) => void writeFact.run(name, JSON.stringify(value)),
    together: (work) => doTogether(db, work),
    takeInput: (other, { withVerdicts = false } = {}) => {
      copyInput(db, other.path, withVerdicts);
      db.exec(indexesAfterStaging);
    },
    finishStaging: () => void db.exec(indexesAfterStaging),
    finishPlanning: () => void db.exec(indexesAfterPlanning),
    onDisk: durability.onDisk,
    close,
    [Symbol.dispose]: close,
  };
}

/** (libsql's own `transaction` hides a full disk: SQLite has rolled back by itself then, and there is nothing left to roll back.) */
function doTogether<T>(db: Libsql.Database, work: () => T): T {
  db.exec("begin");
  try {
    const result = work();
    db.exec("commit");
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec("rollback");
    throw error;
  }
}

/** Brings everything into the one file, so that it may be copied alone. What cannot be brought there now is safe in its -wal file. */
function gather(db: Libsql.Database): void {
  try {
    db.exec("pragma wal_checkpoint(truncate)");
  } catch {
    return;
  }
}

function unreadable(path: string, error: unknown): UserError {
  const hint = remedies[storageTroubleOf(error)?.kind ?? "damaged"];
  return new UserError("run_file_unreadable", text("run_file_unopened", { path, reason: messageOf(error) }), hint);
}

const remedies: Readonly<Record<StorageTrouble["kind"], Text>> = {
  full: text("make_room_try_again"),
  unwritable: text("make_folder_writable"),
  held: text("close_program_try_again"),
  failing: text("copy_to_other_disk"),
  damaged: text("copy_run_again"),
};

/** `path`: the other run file, of the same version. Row and unit ids stay the same. */
function copyInput(db: Libsql.Database, path: string, withVerdicts: boolean): void {
  db.prepare("attach database ? as other").run(path);
  try {
    db.exec(`
      begin;
      insert into files select * from other.files;
      insert into pages select * from other.pages;
      insert into spans select * from other.spans;
      insert into template_names select * from other.template_names;
      insert into units (id, row, reference) select id, row, reference from other.units;
      ${withVerdicts ? "insert into verdicts select * from other.verdicts;" : ""}
      commit;
    `);
  } catch (error) {
    if (db.inTransaction) db.exec("rollback");
    throw error;
  } finally {
    db.exec("detach database other");
  }
}
