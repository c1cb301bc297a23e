/**
 * Loaded into the program before it starts (`node --import`): counts what reaches the disk in its run file, and ends the
 * process by SIGKILL right before or right after one of these writes. Stands at the border to the SQLite package: the
 * program knows nothing of it.
 * WATCH_WRITES: `17 before`, `17 after`, or the path of a file that gets the count when the program ends.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const order = process.env.WATCH_WRITES ?? "";
const [, number, side] = /^(\d+) (before|after)$/.exec(order) ?? [];
const Sqlite = createRequire(import.meta.url)("libsql");
const { exec, prepare } = Sqlite.prototype;
const runFiles = new WeakMap();
let writes = 0;

function isRunFile(db) {
  if (!runFiles.has(db)) runFiles.set(db, /run\.db$/.test(prepare.call(db, "pragma database_list").all()[0]?.file));
  return runFiles.get(db);
}

/** One write that is on the disk when it returns. */
function watched(write) {
  writes += 1;
  const isTheOne = writes === Number(number);
  if (isTheOne && side === "before") process.kill(process.pid, "SIGKILL");
  const result = write();
  if (isTheOne && side === "after") process.kill(process.pid, "SIGKILL");
  return result;
}

Sqlite.prototype.exec = function (sql) {
  const isWrite = /^\s*(commit|create|update)|; commit;/i.test(sql) && isRunFile(this);
  return isWrite ? watched(() => exec.call(this, sql)) : exec.call(this, sql);
};

Sqlite.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  if (!isRunFile(this)) return statement;
  const run = statement.run.bind(statement);
  statement.run = (...values) => (this.inTransaction ? run(...values) : watched(() => run(...values)));
  return statement;
};

if (order && !number) process.on("exit", () => writeFileSync(order, String(writes)));
