/** The days on which something goes live, as they were applied, and which of them were carried out: for the nights to come. A table in the database of what was last applied. */
import type Libsql from "libsql";
import { isReached } from "../../model/calendar-day.ts";
import { foldName } from "../../model/names.ts";
import type { GoLiveDay, GoLiveKind } from "../../model/plan.ts";
import type { CalendarDay } from "../../model/records.ts";
import type { SheetName } from "../../model/sheet.ts";

/** What a day is of. `place`: of a branch its folded name; blank for what stands in the customer's row. */
export type GoLiveKey = { readonly customer: string; readonly place: string; readonly kind: GoLiveKind };

export type StoredGoLive = GoLiveKey &
  Omit<GoLiveDay, "on"> & {
    readonly on: CalendarDay;
    /** It was carried out. Milliseconds since the epoch. */
    readonly settledMs?: number;
  };

export type GoLiveDays = {
  ofCustomer(owner: string, customer: string): readonly StoredGoLive[];
  /** Those that were not carried out, of one owner or of all, the earliest first. */
  open(owner?: string): readonly (StoredGoLive & { readonly owner: string })[];
  /** In the place of another one. */
  set(owner: string, day: StoredGoLive): void;
  settle(owner: string, key: GoLiveKey, atMs: number): void;
  drop(owner: string, key: GoLiveKey): void;
  /** What stands in a row that is taken back, or whose thing has gone. */
  dropOfRow(owner: string, customer: string, sheet: SheetName, key: string): void;
  dropCustomer(owner: string, customer: string): void;
  /** The customer has another external id now. */
  rename(owner: string, from: string, to: string): void;
  /** The run that carries out what is due, until it has come to its end. */
  begun(owner: string): string | undefined;
  begin(owner: string, runId: string): void;
  end(owner: string, runId: string): void;
};

/** Has the day come, and was it not carried out? */
export function isDue({ on, timezone, settledMs }: StoredGoLive, nowMs: number): boolean {
  return settledMs === undefined && isReached(on, nowMs, timezone);
}

export const goLiveSchema = `
  create table if not exists go_live (
    owner text not null, customer text not null, place text not null, kind text not null,
    day text not null, timezone text not null, name text not null, numbers text not null, settled_ms integer,
    primary key (owner, customer, place, kind)
  ) without rowid;
  create table if not exists go_live_runs (owner text not null primary key, run_id text not null) without rowid`;

export function goLiveDays(db: Libsql.Database): GoLiveDays {
  const ofCustomer = db.prepare("select * from go_live where owner = ? and customer = ?");
  const open = db.prepare("select * from go_live where settled_ms is null order by day, customer, place, kind");
  const insert = db.prepare(
    `insert or replace into go_live (owner, customer, place, kind, day, timezone, name, numbers, settled_ms)
    values (?, ?, ?, ?, ?, ?, ?, ?, null)`,
  );
  const settle = db.prepare(
    "update go_live set settled_ms = ? where owner = ? and customer = ? and place = ? and kind = ?",
  );
  const drop = db.prepare("delete from go_live where owner = ? and customer = ? and place = ? and kind = ?");
  const dropPlace = db.prepare("delete from go_live where owner = ? and customer = ? and place = ?");
  const dropAll = db.prepare("delete from go_live where owner = ? and customer = ?");
  const rename = db.prepare("update or ignore go_live set customer = ? where owner = ? and customer = ?");
  const begun = db.prepare("select run_id from go_live_runs where owner = ?");
  const begin = db.prepare("insert or replace into go_live_runs (owner, run_id) values (?, ?)");
  const end = db.prepare("delete from go_live_runs where owner = ? and run_id = ?");
  return {
    begun: (owner) => (begun.get(owner) as { run_id: string } | undefined)?.run_id, // selected by name
    begin: (owner, runId) => void begin.run(owner, runId),
    end: (owner, runId) => void end.run(owner, runId),
    ofCustomer: (owner, customer) => ofCustomer.all(owner, customer).map(toStored),
    open: (owner) =>
      open
        .all()
        .map(toStored)
        .filter((day) => owner === undefined || day.owner === owner),
    set: (owner, { customer, place, kind, on, timezone, name, numbers }) =>
      void insert.run(owner, customer, place, kind, on, timezone, name, JSON.stringify(numbers)),
    settle: (owner, { customer, place, kind }, atMs) => void settle.run(atMs, owner, customer, place, kind),
    drop: (owner, { customer, place, kind }) => void drop.run(owner, customer, place, kind),
    dropOfRow(owner, customer, sheet, key) {
      if (sheet === "customers") dropPlace.run(owner, customer, "");
      if (sheet === "locations") dropPlace.run(owner, customer, foldName(key));
    },
    dropCustomer: (owner, customer) => void dropAll.run(owner, customer),
    rename: (owner, from, to) => void rename.run(to, owner, from),
  };
}

type Columns = Omit<StoredGoLive, "on" | "numbers" | "settledMs"> & {
  readonly owner: string;
  readonly day: string;
  readonly numbers: string;
  readonly settled_ms: number | null;
};

function toStored(found: unknown): StoredGoLive & { readonly owner: string } {
  const { day: on, numbers, settled_ms: settledMs, ...row } = found as Columns; // the table's only shape
  return { ...row, on, numbers: JSON.parse(numbers), ...(settledMs === null ? {} : { settledMs }) };
}
