/** One SQLite file per run: the only memory of what was read, planned and done. Opens, creates and closes it; its tables are served by the files beside this one. */
import Libsql from "libsql";
import { UserError } from "../model/user-error.ts";
import { copyInput } from "./copy-input.ts";
import { durabilityOf } from "./durability.ts";
import { type OperationTable, operationTable } from "./operation-table.ts";
import { makePrivateFile } from "./private-file.ts";
import { type RowTable, rowTable } from "./row-table.ts";
import { indexesAfterPlanning, indexesAfterStaging, migrate, refuseForeign } from "./schema.ts";
import { type StorageTrouble, storageTroubleOf } from "./storage-trouble.ts";
import { type UnitTable, unitTable } from "./unit-table.ts";

export type RunFile = Disposable & {
  readonly path: string;
  readonly rows: RowTable;
  readonly units: UnitTable;
  readonly operations: OperationTable;
  /** A fact of the run, or undefined. Facts are plain data. */
  readFact<T>(name: string, parse: (value: unknown) => T): T | undefined;
  writeFact(name: string, value: unknown): void;
  /** Runs `work` in one transaction: all of it, or nothing. */
  together<T>(work: () => T): T;
  /** Takes over the files, rows and customers of another run, as if they had been read here. */
  takeInput(other: RunFile): void;
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
 * Throws UserError when the file is damaged or not ours.
 */
export function openRunFile(path: string, { isScratch = false }: RunFileOptions = {}): RunFile {
  let db: Libsql.Database | undefined;
  try {
    if (path !== ":memory:") makePrivateFile(path);
    db = new Libsql(path);
    prepare(db, isScratch);
    return serve(db, path);
  } catch (error) {
    db?.close();
    throw unreadable(path, error);
  }
}

function prepare(db: Libsql.Database, isScratch: boolean): void {
  db.exec("pragma busy_timeout = 5000; pragma temp_store = file;");
  refuseForeign(db);
  db.exec(
    isScratch
      ? "pragma journal_mode = off; pragma synchronous = off;"
      : "pragma journal_mode = wal; pragma synchronous = normal;",
  );
  migrate(db);
}

function serve(db: Libsql.Database, path: string): RunFile {
  const readFact = db.prepare("select value from facts where name = ?");
  const writeFact = db.prepare("insert or replace into facts (name, value) values (?, ?)");
  const operations = operationTable(db);
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
    rows: rowTable(db),
    units: unitTable(db),
    operations,
    readFact(name, parse) {
      const found = readFact.get(name) as { value: string } | undefined; // the table's only shape
      return found ? parse(JSON.parse(found.value)) : undefined;
    },
    writeFact: (name, value) => void writeFact.run(name, JSON.stringify(value)),
    together: (work) => doTogether(db, work),
    takeInput: (other) => {
      copyInput(db, other.path);
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
  const reason = error instanceof Error ? error.message : String(error);
  const hint = remedies[storageTroubleOf(error)?.kind ?? "damaged"];
  return new UserError("run_file_unreadable", `The run file ${path} cannot be opened: ${reason}.`, hint);
}

const remedies: Readonly<Record<StorageTrouble["kind"], string>> = {
  full: "Make room on its disk, and try again; nothing is lost.",
  unwritable: "Make its folder writable, or copy the folder to where it is.",
  held: "Close the program that has it open, and try again.",
  failing: "Copy its folder to another disk, and try again there.",
  damaged:
    "If the run was copied, copy its whole folder once more, after the run has ended. Rows that were done stay done at Webex; a new run finds them there.",
};
