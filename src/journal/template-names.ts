/** The names of the batch's templates, for customers that refer to them. */
import type Libsql from "libsql";
import type { RowId } from "../model/plan.ts";
import type { UniqueValues } from "./fingerprint-table.ts";

type Named = { readonly unique?: UniqueValues };

export function templateNames(db: Libsql.Database) {
  const insert = db.prepare("insert into template_names (row, name) values (?, ?)");
  const byName = db.prepare("select row from template_names where name = ? order by row limit 1");
  const all = db.prepare("select name from template_names order by row");

  return {
    /** `rows` in a row, the first of which has the id `first`; those without a name are left out. */
    add(first: RowId, rows: readonly Named[]): void {
      for (const [index, { unique }] of rows.entries()) {
        if (unique?.match !== undefined) insert.run(first + index, toText(unique.match));
      }
    },
    /** The first one of that name. */
    find: (name: string): RowId | undefined => (byName.get(toText(name)) as { row: RowId } | undefined)?.row, // selected by name
    all: (): readonly string[] => (all.all() as { name: string }[]).map(({ name }) => name), // selected by name
  };
}

/** SQLite's text ends at a NUL, and libsql breaks on half characters: a mark stands for them. */
function toText(name: string): string {
  return name.replaceAll("\0", "\ufffd").replace(/\p{Surrogate}/gu, "\ufffd");
}
