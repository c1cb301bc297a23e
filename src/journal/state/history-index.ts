/**
 * Where the runs of a state folder name a customer, a person or a number: an index made from their run files, that is made
 * again whenever one has changed, and reveals nothing by itself. It holds fingerprints, not the values. One SQLite file.
 */
import { openSqlite } from "../../storage/sqlite.ts";

/** What a run is searched for. email: of users and administrators. number: a single one. range: numbers of a location. customer: external id and name. */
export type TermKind = "email" | "number" | "range" | "customer";

/**
 * The terms of a run file, one after the other, as `strides` numbers each. The last of them is where the term stands, a row
 * or (of customers) a unit: negative where the run had nothing to do there.
 */
export type RunTerms = { readonly [Kind in TermKind]: Float64Array<ArrayBuffer> };

/** email, number: fingerprint. range: lowest, highest. customer: fingerprints of external id and name, 1 for one that the batch only names. */
export const strides = { email: 2, number: 2, range: 3, customer: 4 } as const satisfies Record<TermKind, number>;

const kinds = ["email", "number", "range", "customer"] as const satisfies readonly TermKind[];

export type HistoryIndex = Disposable & {
  /** By run id: what its run file looked like when its terms were read. */
  marks(): ReadonlyMap<string, string>;
  put(runId: string, mark: string, terms: RunTerms): void;
  forget(runIds: readonly string[]): void;
  /** The terms of one kind, run by run, oldest first. */
  terms(kind: TermKind): Iterable<{ readonly runId: string; readonly terms: Float64Array }>;
};

/** What stands in the tables changes with it: an index of another version is made again. */
const indexVersion = 1;

const tables = `
  drop table if exists runs;
  drop table if exists terms;
  create table runs (run_id text primary key, mark text not null) without rowid;
  create table terms (kind text not null, run_id text not null, terms blob not null);
  create unique index terms_by_kind on terms (kind, run_id);
  create index terms_by_run on terms (run_id);
  pragma user_version = ${indexVersion};`;

/** `path`: made when missing. Several processes may use it side by side. */
export function openHistoryIndex(path: string): HistoryIndex {
  const db = openSqlite(path, { inNewFolder: true });
  db.exec("pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = normal;");
  const { user_version: version } = db.prepare("pragma user_version").get() as { user_version: number }; // the pragma's only shape
  if (version !== indexVersion) db.exec(`begin immediate; ${tables} commit;`);
  const allMarks = db.prepare("select run_id as runId, mark from runs");
  const mark = db.prepare("insert or replace into runs (run_id, mark) values (?, ?)");
  const insert = db.prepare("insert or replace into terms (kind, run_id, terms) values (?, ?, ?)");
  const remove = [db.prepare("delete from terms where run_id = ?"), db.prepare("delete from runs where run_id = ?")];
  const after = db.prepare(
    `select run_id as runId, terms from terms where kind = ? and run_id > ? order by run_id limit ${runsAtOnce}`,
  );
  const together = (work: () => void) => {
    db.exec("begin immediate");
    try {
      work();
      db.exec("commit");
    } catch (error) {
      if (db.inTransaction) db.exec("rollback");
      throw error;
    }
  };
  return {
    marks: () => new Map((allMarks.all() as { runId: string; mark: string }[]).map((row) => [row.runId, row.mark])), // selected by name
    put: (runId, marked, terms) =>
      together(() => {
        for (const kind of kinds) insert.run(kind, runId, Buffer.from(terms[kind].buffer));
        mark.run(runId, marked);
      }),
    forget(runIds) {
      if (runIds.length === 0) return;
      together(() => {
        for (const runId of runIds) for (const each of remove) each.run(runId);
      });
    },
    *terms(kind) {
      for (let last = ""; ; ) {
        const found = after.all(kind, last) as { runId: string; terms: ArrayBuffer }[]; // selected by name; a blob comes as its bytes
        for (const { runId, terms } of found) yield { runId, terms: new Float64Array(terms) };
        const end = found.at(-1);
        if (!end) return;
        last = end.runId;
      }
    },
    [Symbol.dispose]: () => void db.close(),
  };
}

const runsAtOnce = 20;
