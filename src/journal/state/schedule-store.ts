/** The memory of the nights: when they began and ended, which batches were taken, how far each has come. One SQLite file in the state folder; decides nothing. */
import type Libsql from "libsql";
import type { Text } from "../../model/words/text.ts";
import { openSqlite } from "../../storage/sqlite.ts";

/** How a batch ended. `rows` are those of its sheets, where it was read. */
export type BatchEnd = {
  /** `ran`: by a run of its own. `repeated`: the same content was applied before. `unusable`: no run could begin. */
  readonly kind: "ran" | "repeated" | "unusable";
  readonly exitCode: number;
  readonly rows?: number;
  /** That a comparison has found. */
  readonly differences?: number;
  /** For people: why it did not run to its end. */
  readonly reason?: Text;
};

/** A batch that was taken. `step`: what is being done with it; it is done again after a crash. */
export type NightBatch = {
  readonly id: string;
  /** Of the folder or workbook in the inbox. */
  readonly name: string;
  /** Absolute path of the inbox. */
  readonly inbox: string;
  /** No batch of the inbox: days that are due. */
  readonly isGoLive?: true;
  /** No batch of the inbox: Webex is compared with what was last applied. */
  readonly isDrift?: true;
  /** From 1, first, to 9; absent: before all of them. */
  readonly priority?: number;
  /** The ticket that it belongs to, where it says so. */
  readonly ticket?: string;
  /** Milliseconds since the epoch. */
  readonly takenAtMs: number;
  readonly step: "taking" | "running" | "moving" | "telling" | "closed";
  /** Of what the sheets hold: the same for the same content. */
  readonly contentKey?: string;
  /** Whose customers these are: target and partner organization. */
  readonly owner?: string;
  readonly runId?: string;
  readonly end?: BatchEnd;
  /** The channels that have been notified already. */
  readonly told: readonly string[];
};

export type Night = { readonly id: number; readonly startedMs: number; readonly finishedMs?: number };

export type ScheduleStore = Disposable & {
  /** What these nights are called elsewhere, the same for ever: the name that is proposed first. */
  name(proposed: string): string;
  /** The newest night. */
  lastNight(): Night | undefined;
  startNight(nowMs: number): Night;
  finishNight(night: Night, nowMs: number): void;
  /** The newest comparison: as nights, at times of their own. */
  lastDrift(): Night | undefined;
  startDrift(nowMs: number): Night;
  finishDrift(drift: Night, nowMs: number): void;
  /** Writes down how far a batch has come; it is on the disk when this returns. */
  save(batch: NightBatch): void;
  /** Takes back that a batch was to be taken. */
  remove(batch: NightBatch): void;
  /** Batches that are not closed, oldest first. */
  open(): readonly NightBatch[];
  /** Earlier batches of this content that were applied with exit code 0. */
  appliedBefore(contentKey: string): readonly NightBatch[];
  /** Rows of the last batches that ran, newest first. */
  lastSizes(count: number): readonly number[];
};

const schema = `
  create table if not exists nights (id integer primary key, started_ms integer not null, finished_ms integer);
  create table if not exists drifts (id integer primary key, started_ms integer not null, finished_ms integer);
  create table if not exists batches (
    id text primary key, taken_ms integer not null, step text not null, content_key text, exit_code integer, rows integer,
    batch text not null
  ) without rowid;
  create table if not exists own_name (only integer primary key check (only = 1), name text not null);
  create index if not exists batches_by_content on batches (content_key)`;

/** `path`: made when missing; `:memory:` forgets. */
export function openScheduleStore(path: string): ScheduleStore {
  const db = openSqlite(path, { inNewFolder: true });
  db.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 10000; ${schema}`);
  const nights = startsTable(db, "nights");
  const drifts = startsTable(db, "drifts");
  return {
    ...nameTable(db),
    ...{ lastNight: nights.last, startNight: nights.start, finishNight: nights.finish },
    ...{ lastDrift: drifts.last, startDrift: drifts.start, finishDrift: drifts.finish },
    ...batchTable(db),
    [Symbol.dispose]: () => void db.close(),
  };
}

type BatchKeys = "save" | "remove" | "open" | "appliedBefore" | "lastSizes";

function nameTable(db: Libsql.Database): Pick<ScheduleStore, "name"> {
  const propose = db.prepare("insert or ignore into own_name (only, name) values (1, ?)");
  const named = db.prepare("select name from own_name");
  return {
    name(proposed) {
      propose.run(proposed);
      return (named.get() as { name: string }).name; // selected by name
    },
  };
}

/** What begins at given times, and has ended or not. */
function startsTable(db: Libsql.Database, table: "nights" | "drifts") {
  const last = db.prepare(`select id, started_ms, finished_ms from ${table} order by id desc limit 1`);
  const insert = db.prepare(`insert into ${table} (started_ms) values (?)`);
  const finish = db.prepare(`update ${table} set finished_ms = ? where id = ?`);
  return {
    last(): Night | undefined {
      const found = last.get() as { id: number; started_ms: number; finished_ms: number | null } | undefined; // selected by name
      if (!found) return undefined;
      const { id, started_ms: startedMs, finished_ms: finishedMs } = found;
      return finishedMs === null ? { id, startedMs } : { id, startedMs, finishedMs };
    },
    start: (startedMs: number): Night => ({ id: Number(insert.run(startedMs).lastInsertRowid), startedMs }),
    finish: ({ id }: Night, nowMs: number): void => void finish.run(nowMs, id),
  };
}

function batchTable(db: Libsql.Database): Pick<ScheduleStore, BatchKeys> {
  const put = db.prepare(
    "insert or replace into batches (id, taken_ms, step, content_key, exit_code, rows, batch) values (?, ?, ?, ?, ?, ?, ?)",
  );
  const remove = db.prepare("delete from batches where id = ?");
  const open = db.prepare("select batch from batches where step <> 'closed' order by taken_ms, id");
  const applied = db.prepare("select batch from batches where content_key = ? and exit_code = 0 order by taken_ms, id");
  const sizes = db.prepare("select rows from batches where rows is not null order by taken_ms desc, id desc limit ?");
  const many = (rows: unknown[]) => (rows as { batch: string }[]).map(({ batch }) => JSON.parse(batch) as NightBatch); // written by `save`
  return {
    save(batch) {
      const { id, takenAtMs, step, contentKey = null, end } = batch;
      const exitCode = end?.kind === "ran" ? end.exitCode : null;
      put.run(id, takenAtMs, step, contentKey, exitCode, end?.rows ?? null, JSON.stringify(batch));
    },
    remove: ({ id }) => void remove.run(id),
    open: () => many(open.all()),
    appliedBefore: (contentKey) => many(applied.all(contentKey)),
    lastSizes: (count) => (sizes.all(count) as { rows: number }[]).map(({ rows }) => rows), // selected by name
  };
}
