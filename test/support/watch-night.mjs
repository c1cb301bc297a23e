/**
 * Loaded into the program before it starts (`node --import`): counts what a night writes down and moves, and ends the
 * process by SIGKILL right before or right after one of these. Stands at the borders to SQLite and to the file system: the
 * program knows nothing of it.
 * WATCH_NIGHT: `17 before`, `17 after`, or the path of a file that gets a line for each when the program ends.
 */
import { writeFileSync } from "node:fs";
import files from "node:fs/promises";
import { createRequire, syncBuiltinESMExports } from "node:module";

const order = process.env.WATCH_NIGHT ?? "";
const [, number, side] = /^(\d+) (before|after)$/.exec(order) ?? [];
const seen = [];

function die() {
  process.kill(process.pid, "SIGKILL");
}

function begins(what) {
  seen.push(what);
  const isTheOne = seen.length === Number(number);
  if (isTheOne && side === "before") die();
  return () => isTheOne && side === "after" && die();
}

const Sqlite = createRequire(import.meta.url)("libsql");
const { prepare } = Sqlite.prototype;
Sqlite.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  if (!/\b(nights|batches)\b/.test(sql) || /^\s*select/i.test(sql)) return statement;
  const run = statement.run.bind(statement);
  statement.run = (...values) => {
    const ends = begins(`book: ${sql.trim().slice(0, 30)}`);
    const result = run(...values);
    ends();
    return result;
  };
  return statement;
};

for (const name of ["rename", "mkdir", "rmdir", "rm", "writeFile"]) {
  const work = files[name];
  files[name] = async (path, ...rest) => {
    if (!/[/\\]inbox[/\\]/.test(String(path))) return work(path, ...rest);
    const ends = begins(`${name} ${String(path).replace(/.*[/\\]inbox[/\\]/, "")}`);
    const result = await work(path, ...rest);
    ends();
    return result;
  };
}
syncBuiltinESMExports();

if (order && !number) process.on("exit", () => writeFileSync(order, seen.map((what) => `${what}\n`).join("")));
