/** One SQLite file per run: the only memory of what was read, planned and done. Opens, creates and closes it; its tables are served by the files beside this one. */
import Libsql from "libsql";
import { UserError } from "../model/user-error.ts";
import { type OperationTable, operationTable } from "./operation-table.ts";
import { type RowTable, rowTable } from "./row-table.ts";
import { indexesAfterPlanning, indexesAfterStaging, migrate } from "./schema.ts";
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
  finishStaging(): void;
  finishPlanning(): void;
  close(): void;
};

/**
 * Opens a run file, or creates it. `path` may be `:memory:`.
 * An entry is on the disk when the call that wrote it returns (WAL, synchronous FULL).
 * Throws UserError when the file is damaged or not ours.
 */
export function openRunFile(path: string): RunFile {
  const db = openDatabase(path);
  const readFact = db.prepare("select value from facts where name = ?");
  const writeFact = db.prepare("insert or replace into facts (name, value) values (?, ?)");
  const close = () => {
    if (db.open) db.close();
  };
  return {
    path,
    rows: rowTable(db),
    units: unitTable(db),
    operations: operationTable(db),
    readFact(name, parse) {
      const found = readFact.get(name) as { value: string } | undefined; // the table's only shape
      return found ? parse(JSON.parse(found.value)) : undefined;
    },
    writeFact: (name, value) => void writeFact.run(name, JSON.stringify(value)),
    together: (work) => db.transaction(work)(),
    finishStaging: () => void db.exec(indexesAfterStaging),
    finishPlanning: () => void db.exec(indexesAfterPlanning),
    close,
    [Symbol.dispose]: close,
  };
}

function openDatabase(path: string): Libsql.Database {
  try {
    const db = new Libsql(path);
    db.exec(
      "pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = file; pragma busy_timeout = 5000;",
    );
    migrate(db);
    return db;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      "run_file_unreadable",
      `The run file ${path} cannot be opened: ${reason}.`,
      "If the run was copied, copy the whole folder, with the files that end in -wal and -shm. Rows that were done stay done at Webex; a new run finds them there.",
    );
  }
}
