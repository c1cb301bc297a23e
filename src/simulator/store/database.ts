/** Opens the simulator's SQLite file and hands out prepared statements as functions. Knows no table. */

import type Libsql from "libsql";
import { messageOf } from "../../model/thrown.ts";
import { UserError } from "../../model/user-error.ts";
import { type Text, text, verbatim } from "../../model/words/text.ts";
import { openSqlite } from "../../storage/sqlite.ts";
import { createBatch } from "./batch.ts";
import { schemaVersion, tables } from "./schema.ts";

export type SqlValue = string | number | null;

export type Database = {
  /** The first row, or undefined. */
  one<Row>(sql: string): (...values: readonly SqlValue[]) => Row | undefined;
  many<Row>(sql: string): (...values: readonly SqlValue[]) => readonly Row[];
  /** Rows changed. */
  run(sql: string): (...values: readonly SqlValue[]) => number;
  /** All of it or, when `work` throws, nothing. */
  together<T>(work: () => T): T;
  /** Resolves when what was done together until now is in the file. */
  written(): Promise<void>;
  close(): void;
};

/**
 * Opens or creates the file. It need not survive a power cut, only a restart (synchronous off, WAL).
 * Throws UserError when the file is not ours.
 */
export function openDatabase(path: string): Database {
  const db = openFile(path);
  const batch = createBatch(db);
  return {
    // Two statements are never one object: after all(), libsql's get() without a match repeats the row before.
    one<Row>(sql: string) {
      const statement = db.prepare(sql);
      return (...values) => statement.get(...values) as Row | undefined; // the columns stand in `sql`, beside `Row`
    },
    many<Row>(sql: string) {
      const statement = db.prepare(sql);
      return (...values) => statement.all(...values) as readonly Row[]; // the columns stand in `sql`, beside `Row`
    },
    run(sql) {
      const statement = db.prepare(sql);
      return (...values) => statement.run(...values).changes;
    },
    together: batch.together,
    written: batch.written,
    close() {
      batch.commit();
      db.close();
    },
  };
}

function openFile(path: string): Libsql.Database {
  try {
    const db = openSqlite(path);
    db.exec(
      "pragma page_size = 2048; pragma journal_mode = wal; pragma synchronous = off; pragma wal_autocheckpoint = 8000; pragma cache_size = -32000; pragma busy_timeout = 5000;",
    );
    db.exec(tables);
    claimVersion(db, path);
    return db;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw unusable(path, verbatim(messageOf(error)));
  }
}

function claimVersion(db: Libsql.Database, path: string): void {
  const found = db.prepare("pragma user_version").get() as { user_version: number }; // the only column of this pragma
  if (found.user_version > schemaVersion) throw unusable(path, text("newer_version_wrote_it"));
  db.exec(`pragma user_version = ${schemaVersion}`);
}

function unusable(path: string, reason: Text): UserError {
  return new UserError(
    "simulator_file_unusable",
    text("simulator_file_unusable", { path, reason }),
    text("delete_or_other_db"),
  );
}
