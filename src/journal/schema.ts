/** The tables of the run file, one migration per version. Their meaning is told by the files that read and write them. */
import type Libsql from "libsql";

/** Applied in order; the file's `user_version` is the number of those that it has. */
const migrations: readonly string[] = [
  `
  create table facts (name text primary key, value text not null) without rowid;
  create table files (id integer primary key, sheet text not null, facts text not null, rows integer not null default 0);
  create table pages (first integer primary key, count integer not null, file integer not null, sheet text not null, lines text not null);
  create index pages_by_sheet on pages (sheet, first, count);
  create table spans (sheet text not null, unit integer not null, first integer not null, last integer not null);
  create index spans_of_locations on spans (unit, first) where sheet = 'locations';
  create table verdicts (row integer primary key, sheet text not null, verdict text not null, blocked_by integer);
  create table fingerprints (
    sheet text not null, kind text not null, first integer not null, prints blob not null,
    primary key (sheet, kind, first)
  ) without rowid;
  create table template_names (row integer primary key, name text not null);
  create index templates_by_name on template_names (name);
  create table issues (id integer primary key, row integer, file integer not null, severity text not null, issue text not null);
  create index issues_by_row on issues (row);
  create table units (
    id integer primary key,
    row integer,
    reference text not null,
    external_match text,
    name_match text,
    fold text,
    name_fold text,
    digits text,
    is_planned integer not null default 0,
    weight integer not null default 0
  );
  create index units_by_external on units (external_match);
  create index units_by_name on units (name_match);
  create table unlisted (unit integer not null, kind text not null, key text not null);
  create table numbers (lowest integer not null, highest integer not null, row integer not null, primary key (lowest, highest, row)) without rowid;
  create table drawn (unit integer not null, package text not null, most integer not null, users integer not null, primary key (unit, package)) without rowid;
  create table operations (id integer primary key, unit integer not null, row integer not null, action text not null, operation text not null);
  create table entries (id integer primary key, operation integer not null, entry text not null);
  `,
];

/** Brings a run file to the newest version. Throws when a newer version of the product wrote it. */
export function migrate(db: Libsql.Database): void {
  const version = userVersion(db);
  if (version > migrations.length) throw new Error(`run file version ${version} is newer than ${migrations.length}`);
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    db.exec(`begin; ${sql}; pragma user_version = ${index + 1}; commit;`);
  }
}

/** Throws when the file is a database that no version of the product made. Writes nothing. */
export function refuseForeign(db: Libsql.Database): void {
  const isOurs = userVersion(db) > 0 || db.prepare("select 1 from sqlite_master limit 1").all().length === 0;
  if (!isOurs) throw new Error("it is a database of another program, not a run file");
}

function userVersion(db: Libsql.Database): number {
  const row = db.prepare("pragma user_version").get() as { user_version: number }; // the pragma's only shape
  return row.user_version;
}

/** Indexes that serve questions across rows; made once all rows are staged, which is faster than keeping them up row by row. */
export const indexesAfterStaging = `
  create index if not exists spans_of_users on spans (unit, first) where sheet = 'users';
`;

/** Indexes that serve the search for what a mistaken reference meant. */
export const indexesOfNearMisses = `
  create index if not exists units_by_fold on units (fold);
  create index if not exists units_by_name_fold on units (name_fold);
  create index if not exists units_by_digits on units (digits);
`;

/** Indexes that serve a run. */
export const indexesAfterPlanning = `
  create index if not exists operations_by_unit on operations (unit);
  create index if not exists operations_by_row on operations (row);
  create index if not exists entries_by_operation on entries (operation);
`;
