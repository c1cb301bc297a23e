/** The tables of the run file. The files that read and write them document their meaning. */
import type Libsql from "libsql";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";

/** What stands in the tables changes with it: a run file of another version is refused, not guessed at. */
const fileVersion = 5;

const tables = `
  create table facts (name text primary key, value text not null) without rowid;
  create table files (id integer primary key, sheet text not null, facts text not null, rows integer not null default 0, is_context integer not null default 0);
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
    weight integer not null default 0,
    users integer
  );
  create index units_by_external on units (external_match);
  create index units_by_name on units (name_match);
  create table unlisted (unit integer not null, kind text not null, key text not null);
  create table numbers (lowest integer not null, highest integer not null, row integer not null, primary key (lowest, highest, row)) without rowid;
  create table drawn (unit integer not null, package text not null, most integer not null, users integer not null, primary key (unit, package)) without rowid;
  create table operations (id integer primary key, unit integer not null, row integer not null, resource text not null, action text not null, is_refused integer not null, operation text not null);
  create table entries (id integer primary key, operation integer not null, entry text not null);
  `;

/** Makes the tables of a new run file. Throws `UserError` for a file that another version of the product wrote. */
export function makeTables(db: Libsql.Database, path: string): void {
  const version = userVersion(db);
  if (version === 0) db.exec(`begin; ${tables} pragma user_version = ${fileVersion}; commit;`);
  else if (version !== fileVersion) throw otherVersion(path, version);
}

function otherVersion(path: string, version: number): UserError {
  return new UserError(
    "run_file_of_other_version",
    text("other_format", { path, isOlder: version < fileVersion, format: version, ours: fileVersion }),
    text("finish_with_that_version"),
  );
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
  create table if not exists near_thirds (third text not null, unit integer not null, fold text not null);
  insert into near_thirds
    select length(fold) || ':' || n || ':' ||
        substr(fold, n * length(fold) / 3 + 1, (n + 1) * length(fold) / 3 - n * length(fold) / 3), id, fold
    from (
      select id, fold from units where row is not null and length(fold) >= 6 and not exists (select 1 from near_thirds)
      union select id, name_fold from units where row is not null and length(name_fold) >= 6 and not exists (select 1 from near_thirds)
    ), (select 0 as n union select 1 union select 2);
  create index if not exists near_thirds_by_third on near_thirds (third);
`;

/** Indexes that serve a run. */
export const indexesAfterPlanning = `
  create index if not exists operations_by_unit on operations (unit);
  create index if not exists operations_by_row on operations (row);
  create index if not exists entries_by_operation on entries (operation);
`;
