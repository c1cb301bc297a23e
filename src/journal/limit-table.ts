/** How many users draw on the limit that a customer has for a package, counted while rows are staged. Rows that are refused later are still counted. */
import type Libsql from "libsql";
import type { RowId, UnitId } from "../model/plan.ts";

/** A package or add-on that a user gets, and of which the customer's row allows so many. */
export type Drawn = { readonly package: string; readonly limit: number };

/** `users`: at most; those refused after staging are among them. */
export type Overdrawn = Drawn & { readonly unit: UnitId; readonly row: RowId; readonly users: number };

export function limitTable(db: Libsql.Database) {
  const add = db.prepare(
    "insert into drawn (unit, package, most, users) values (?, ?, ?, ?) on conflict do update set users = users + excluded.users",
  );
  const overdrawn = db.prepare(`
    select d.unit as unit, u.row as row, d.package as package, d.most as "limit", d.users as users
    from drawn d join units u on u.id = d.unit where d.users > d.most order by u.row, d.package`);

  return {
    add(draws: Iterable<Drawn & { readonly unit: UnitId }>): void {
      const counts = new Map<string, Drawn & { readonly unit: UnitId; users: number }>();
      for (const draw of draws) {
        const key = `${draw.unit} ${draw.package}`;
        const counted = counts.get(key);
        if (counted) counted.users += 1;
        else counts.set(key, { ...draw, users: 1 });
      }
      for (const { unit, package: code, limit, users } of counts.values()) add.run(unit, code, limit, users);
    },

    /** Limits that may be too low. */
    overdrawn: (): readonly Overdrawn[] => overdrawn.all() as Overdrawn[], // selected by name
  };
}
