/** The one way to SQLite: libsql, with a sentence where its native part is missing. */

import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type Libsql from "libsql";
import { codeOf } from "../model/thrown.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { makePrivateFile, makePrivateFolder } from "./files.ts";

/** Importing this module throws a UserError where libsql's native part is not installed. */
const Sqlite: typeof Libsql = loadLibsql();

/** Opens the database at a path, or `:memory:`. A new file is its owner's alone; `inNewFolder`: missing folders are made, likewise. */
export function openSqlite(path: string, { inNewFolder = false } = {}): Libsql.Database {
  if (path !== ":memory:") {
    if (inNewFolder) makePrivateFolder(dirname(path));
    makePrivateFile(path);
  }
  return letGoSoon(new Sqlite(path));
}

/** So many closed databases may have files open still, three of each: few beside the limit of a process, and a collection takes as long as the heap is large. */
const mostUncollected = 60;
let uncollected = 0;

/**
 * A closed database keeps its files and its cache until its statements are garbage collected (libsql has no call that
 * finalizes them), which Node does only when its own heap grows: a process that opens one run after the other would come
 * to the limit of open files. One of which no statement was prepared, as for a lock, lets go when it is closed.
 */
function letGoSoon(db: Libsql.Database): Libsql.Database {
  let hasStatements = false;
  const prepare = db.prepare.bind(db);
  db.prepare = (sql: string) => {
    hasStatements = true;
    return prepare(sql);
  };
  const close = db.close.bind(db);
  db.close = () => {
    if (db.open && hasStatements) uncollected += 1;
    const closed = close();
    if (uncollected >= mostUncollected) {
      uncollected = 0;
      setImmediate(collectGarbage); // when whoever closed it has let go of it
    }
    return closed;
  };
  return db;
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
}

/** By `require`, whose error can be caught: it comes as an optional dependency for each platform, which npm leaves out with `--omit=optional`. */
function loadLibsql(): typeof Libsql {
  try {
    return createRequire(import.meta.url)("libsql");
  } catch (error) {
    throw isMissingBinary(error) ? missingBinary() : error;
  }
}

function isMissingBinary(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  const isLeftOut = code === "MODULE_NOT_FOUND" && error.message.includes("@libsql/");
  return isLeftOut || code === "ERR_DLOPEN_FAILED" || /^Neon: unsupported /.test(error.message);
}

function missingBinary(): UserError {
  return new UserError(
    "no_native_binary",
    text("libsql_missing", { platform: `${process.platform} ${process.arch}` }),
    text("install_again"),
  );
}
