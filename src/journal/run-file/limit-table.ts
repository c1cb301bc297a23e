/** How many users draw on the limit that a customer has for a package, counted while rows are staged. Rows that are refused later are still counted. */
import type Libsql from "libsql";
import type { RowId, UnitId } from "../../model/plan.ts";

/** A package or add-on that a user gets, and of which the customer's row allows so many. */
export type Drawn = { readonly package: string; readonly limit: number };

/** `users`: at most; those refused after staging are among them. */
export type Overdrawn = Drawn & { readonly unit: UnitId; readonly row: RowId; readonly users: number };

type Drawing = { readonly unit?: UnitId | undefined; readonly draws?: readonly Drawn[] };

type Line = [unit: UnitId, code: string, limit: number, users: number];

export function limitTable(db: Libsql.Database) {
  const add = db.prepare(`
    insert into drawn (unit, package, most, users)
    select json_extract(d.value, '$[0]'), json_extract(d.value, '$[1]'), json_extract(d.value, '$[2]'), json_extract(d.value, '$[3]')
    from json_each(?) d where true on conflict do update set users = users + excluded.users`);
  const overdrawn = db.prepare(`
    select d.unit as unit, u.row as row, d.package as package, d.most as "limit", d.users as users
    from drawn d join units u on u.id = d.unit where d.users > d.most order by u.row, d.package`);

  return {
    /** Counts the draws of rows. */
    add(rows: readonly Drawing[]): void {
      const units = new Map<UnitId, Map<string, Line>>();
      let last: { readonly unit: UnitId; readonly lines: Map<string, Line> } | undefined;
      for (const { unit, draws } of rows) {
        if (unit === undefined || draws === undefined || draws.length === 0) continue;
        if (last?.unit !== unit) {
          last = { unit, lines: units.get(unit) ?? new Map<string, Line>() };
          units.set(unit, last.lines);
        }
        for (const draw of draws) countDraw(last.lines, unit, draw);
      }
      const lines = [...units.values()].flatMap((each) => [...each.values()]);
      if (lines.length > 0) add.run(JSON.stringify(lines));
    },

    /** Limits that may be too low. */
    overdrawn: (): readonly Overdrawn[] => overdrawn.all() as Overdrawn[], // selected by name
  };
}

function countDraw(lines: Map<string, Line>, unit: UnitId, { package: code, limit }: Drawn): void {
  const line = lines.get(code);
  if (line) line[3] += 1;
  else lines.set(code, [unit, code, limit, 1]);
}
