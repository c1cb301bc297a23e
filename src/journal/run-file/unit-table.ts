/** Units of work: one per customer, in the batch or only named by it. */
import type Libsql from "libsql";
import type { RowId, UnitId } from "../../model/plan.ts";
import type { Unlisted } from "../../model/plan-line.ts";
import { indexesOfNearMisses } from "./schema.ts";

export type Unit = {
  readonly id: UnitId;
  /** The customers row; null when the batch only names the customer. */
  readonly row: RowId | null;
  /** External id, or the reference as a sheet writes it. */
  readonly reference: string;
};

export type NewUnit = {
  readonly row?: RowId;
  readonly reference: string;
  /** What references are compared with: the external id, and the name. */
  readonly externalMatch?: string;
  readonly nameMatch?: string;
  /** What a mistaken reference is compared with. */
  readonly fold?: string;
  readonly nameFold?: string;
  readonly digits?: string;
};

/** A unit with its external id and its name, as references to it are compared with them. */
export type UnitMatches = Unit & { readonly externalMatch: string | null; readonly nameMatch: string | null };

export type UnitTable = ReturnType<typeof unitTable>;

const columns = "id, row, reference";

export function unitTable(db: Libsql.Database) {
  const insert = db.prepare(
    "insert into units (row, reference, external_match, name_match, fold, name_fold, digits) values (?, ?, ?, ?, ?, ?, ?)",
  );
  const byExternal = db.prepare(`select ${columns} from units where external_match = ? order by id`);
  const byName = db.prepare(`select ${columns} from units where name_match = ? order by id`);
  let isIndexed = false;
  const byFold = db.prepare(
    `select ${columns} from units where row is not null and (fold = ?1 or name_fold = ?1) order by id limit 10`,
  );
  const byDigits = db.prepare(`select ${columns} from units where row is not null and digits = ? order by id limit 50`);
  let byThirds: Libsql.Statement | undefined;
  const insertUnlisted = db.prepare("insert into unlisted (unit, kind, key) select ?, ?, value from json_each(?)");
  const allUnlisted = db.prepare(
    "select u.reference as customer, l.kind as kind, l.key as key from unlisted l join units u on u.id = l.unit order by l.rowid",
  );
  const unplanned = db.prepare(`select ${columns} from units where is_planned = 0 order by id`);
  const after = db.prepare(`select ${columns} from units where id > ? order by id limit 1000`);
  const matchesAfter = db.prepare(
    `select ${columns}, external_match as externalMatch, name_match as nameMatch from units where id > ? order by id limit 1000`,
  );
  const one = db.prepare(`select ${columns} from units where id = ?`);
  const setPlanned = db.prepare("update units set is_planned = 1, weight = ? where id = ?");
  const heaviest = db.prepare(
    "select id, weight from units where is_planned = 1 and weight > 0 order by weight desc, id",
  );
  const shared = db.prepare("select value from facts where name = 'sharedUnit'");
  const share = db.prepare("insert or replace into facts (name, value) values ('sharedUnit', ?)");
  /** Most batches have no mistaken reference: they do without these indexes. */
  const indexNearMisses = (): void => {
    if (!isIndexed) db.exec(indexesOfNearMisses);
    isIndexed = true;
  };
  const many = (rows: unknown[]): readonly Unit[] => rows as Unit[]; // selected by name

  return {
    add(unit: NewUnit): UnitId {
      const { row = null, reference, externalMatch = null, nameMatch = null } = unit;
      const { fold = null, nameFold = null, digits = null } = unit;
      return Number(insert.run(row, reference, externalMatch, nameMatch, fold, nameFold, digits).lastInsertRowid);
    },
    /** Customers of the batch of which id or name look the same once folded. */
    byFold(fold: string): readonly Unit[] {
      indexNearMisses();
      return many(byFold.all(fold));
    },
    byDigits(digits: string): readonly Unit[] {
      indexNearMisses();
      return many(byDigits.all(digits));
    },
    /** Customers of the batch of which id or name share one of these thirds (`thirdsOf`), the likeliest first, each with the text that does. */
    byThirds(thirds: readonly string[]): readonly (Unit & { readonly fold: string })[] {
      indexNearMisses();
      byThirds ??= db.prepare(
        `select u.id, u.row, u.reference, t.fold from near_thirds t join units u on u.id = t.unit where t.third in (select value from json_each(?)) group by t.unit, t.fold order by count(*) desc, u.id limit 50`,
      );
      return byThirds.all(JSON.stringify(thirds)) as (Unit & { fold: string })[]; // selected by name
    },
    byExternalMatch: (match: string): readonly Unit[] => many(byExternal.all(match)),
    byNameMatch: (match: string): readonly Unit[] => many(byName.all(match)),
    /** All units, each with what references to it are compared with. */
    *matches(): Generator<UnitMatches> {
      for (let last = 0; ; ) {
        const page = matchesAfter.all(last) as UnitMatches[]; // selected by name
        yield* page;
        const end = page.at(-1);
        if (!end) return;
        last = end.id;
      }
    },
    get(id: UnitId): Unit {
      const [found] = many(one.all(id)); // `get` would add a field of its own
      if (!found) throw new Error(`no unit ${id} in the run file`);
      return found;
    },
    *all(): Generator<Unit> {
      for (let last = 0; ; ) {
        const page = many(after.all(last));
        yield* page;
        const end = page.at(-1);
        if (!end) return;
        last = end.id;
      }
    },
    /** What the target has in this customer and no sheet of the batch names. */
    addUnlisted(id: UnitId, kind: Unlisted["kind"], keys: readonly string[]): void {
      if (keys.length > 0) insertUnlisted.run(id, kind, JSON.stringify(keys));
    },
    unlisted: (): readonly Unlisted[] => allUnlisted.all() as Unlisted[], // selected by name
    /** Customers of which only rows of another run stand here are done with. `context`: the ids of such rows. */
    setAside(context: readonly { readonly first: RowId; readonly last: RowId }[]): void {
      if (context.length === 0) return;
      const within = (column: string) =>
        context.map(({ first, last }) => `${column} between ${first} and ${last}`).join(" or ");
      db.exec(`
        update units set is_planned = 1, weight = 0
        where (row is null or ${within("row")})
          and not exists (select 1 from spans s where s.unit = units.id and not (${within("s.first")}))`);
    },
    /** How many users the customer has at the target. */
    setUsers: (id: UnitId, users: number): void =>
      void db.prepare("update units set users = ? where id = ?").run(users, id),
    unplanned: (): readonly Unit[] => many(unplanned.all()),
    /** `weight`: operations that the unit must wait for one after the other, roughly; the heaviest start first. */
    setPlanned: (id: UnitId, weight: number): void => void setPlanned.run(weight, id),
    /** The unit of the operations that others wait for; undefined until it is planned. */
    shared(): UnitId | undefined {
      const found = shared.get() as { value: string } | undefined; // selected by name
      return found && Number(found.value);
    },
    setShared: (id: UnitId): void => void share.run(String(id)),
    byWeight: (): readonly { readonly id: UnitId; readonly weight: number }[] =>
      heaviest.all() as { id: UnitId; weight: number }[], // selected by name
  };
}
