/** What was last applied, row by row, per target: for what Webex does not give back, and for nights that only look at what changed. One SQLite file in the state folder. */

import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { SheetName } from "../../model/sheet.ts";
import { isThere } from "../../storage/files.ts";
import { openSqlite } from "../../storage/sqlite.ts";
import { type GoLiveDays, goLiveDays, goLiveSchema } from "./go-live-days.ts";

export type AppliedRow = {
  readonly sheet: SheetName;
  readonly key: string;
  /** The record as it was applied. */
  readonly record: unknown;
  /** Of the record: the same for the same content. Empty: something was sent since, and what became of it is not known. */
  readonly digest: string;
  readonly webexId?: string;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
};

/** `customer`: its external id. */
export type AppliedRowOf = AppliedRow & { readonly customer: string };

export type AppliedRows = Disposable & {
  /** Days on which something of these rows goes live. What is forgotten of rows is forgotten of them too. */
  readonly goLive: GoLiveDays;
  /** Rows of one customer, as they were last applied. */
  ofCustomer(owner: string, customer: string): readonly AppliedRow[];
  /** Rows of one sheet, by customer and key. */
  ofSheet(owner: string, sheet: SheetName): Iterable<AppliedRowOf>;
  /** Rows by customer; written in one go. */
  remember(owner: string, rows: ReadonlyMap<string, readonly AppliedRow[]>): void;
  /** Rows about to be changed: what becomes of them is not known until they are remembered again, though what was applied is. */
  doubt(owner: string, customer: string, rows: readonly Pick<AppliedRow, "sheet" | "key">[]): void;
  /** For what was taken back. */
  forget(owner: string, customer: string, sheet: SheetName, key: string): void;
  /** All of it: the customer is gone, or has another external id. */
  forgetCustomer(owner: string, customer: string): void;
};

const schema = `
  create table if not exists applied (
    owner text not null, customer text not null, sheet text not null, key text not null,
    record text not null, digest text not null, webex_id text, at_ms integer not null,
    primary key (owner, customer, sheet, key)
  ) without rowid`;

/** `path`: made when missing; `:memory:` forgets. Several processes may use it side by side. */
export function appliedRows(path: string): AppliedRows {
  const db = openSqlite(path, { inNewFolder: true });
  db.exec(
    `pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 10000; ${schema}; ${goLiveSchema}`,
  );
  const goLive = goLiveDays(db);
  const select = db.prepare(
    "select sheet, key, record, digest, webex_id as webexId, at_ms as atMs from applied where owner = ? and customer = ?",
  );
  const page = db.prepare(
    `select customer, sheet, key, record, digest, webex_id as webexId, at_ms as atMs from applied
     where owner = ?1 and sheet = ?2 and customer >= ?3 and (customer > ?3 or key > ?4) order by customer, key limit 1000`,
  );
  const insert = db.prepare(`
    insert or replace into applied (owner, customer, sheet, key, record, digest, webex_id, at_ms)
    select ?1, json_extract(r.value, '$.customer'), json_extract(r.value, '$.sheet'), json_extract(r.value, '$.key'),
      json_extract(r.value, '$.record'), json_extract(r.value, '$.digest'), json_extract(r.value, '$.webexId'),
      json_extract(r.value, '$.atMs')
    from json_each(?2) r`);
  const remove = db.prepare("delete from applied where owner = ? and customer = ? and sheet = ? and key = ?");
  const removeAll = db.prepare("delete from applied where owner = ? and customer = ?");
  const doubt = db.prepare(
    `update applied set digest = '' where owner = ? and customer = ? and (sheet, key) in
      (select json_extract(r.value, '$.sheet'), json_extract(r.value, '$.key') from json_each(?) r)`,
  );
  return {
    goLive,
    ofCustomer: (owner, customer) => select.all(owner, customer).map(toAppliedRow),
    *ofSheet(owner, sheet) {
      for (let last = { customer: "", key: "" }; ; ) {
        const rows = page.all(owner, sheet, last.customer, last.key).map(toAppliedRow) as AppliedRowOf[]; // selected by name
        yield* rows;
        const end = rows.at(-1);
        if (!end) return;
        last = end;
      }
    },
    remember(owner, rows) {
      const lines = [...rows].flatMap(([customer, list]) => list.map((row) => ({ customer, ...row })));
      if (lines.length > 0) insert.run(owner, JSON.stringify(lines));
    },
    doubt(owner, customer, rows) {
      const lines = rows.map(({ sheet, key }) => ({ sheet, key }));
      if (lines.length > 0) doubt.run(owner, customer, JSON.stringify(lines));
    },
    forget(owner, customer, sheet, key) {
      remove.run(owner, customer, sheet, key);
      goLive.dropOfRow(owner, customer, sheet, key);
    },
    forgetCustomer(owner, customer) {
      removeAll.run(owner, customer);
      goLive.dropCustomer(owner, customer);
    },
    [Symbol.dispose]: () => void db.close(),
  };
}

function toAppliedRow(found: unknown): AppliedRow {
  const row = found as Omit<AppliedRow, "record" | "webexId"> & { record: string; webexId: string | null }; // selected by name
  const { webexId, ...rest } = row;
  return { ...rest, record: JSON.parse(row.record), ...(webexId ? { webexId } : {}) };
}

/** All that is remembered there, for a state folder of its own; nothing where nothing is. The other stays as it is. */
export async function copyAppliedRows(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  if (!(await isThere(from))) return;
  const db = openSqlite(from);
  try {
    db.exec(`vacuum into '${to.replaceAll("'", "''")}'`);
  } finally {
    db.close();
  }
}
