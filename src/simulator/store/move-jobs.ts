/** Jobs that move people to another location: what became of whom. */
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json.ts";

export type MoveFailure = {
  readonly personUuid: string;
  readonly locationUuid: string;
  readonly code: number;
  readonly message: string;
};

export type MoveJob = {
  readonly uuid: string;
  readonly orgUuid: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Until then it is at work. */
  readonly dueAt: number;
  /** People in it. */
  readonly total: number;
  readonly failures: readonly MoveFailure[];
};

type JobRow = { readonly seq: number; readonly record: string };

export type StoredMoveJob = MoveJob & { readonly seq: number };

export type MoveJobTable = ReturnType<typeof moveJobTable>;

export function moveJobTable(db: Database) {
  const select = "select seq, record from move_jobs";
  const insert = db.run("insert into move_jobs (uuid, org_uuid, record) values (?, ?, ?)");
  const byUuid = db.one<JobRow>(`${select} where org_uuid = ? and uuid = ?`);
  const newest = db.many<JobRow>(`${select} where org_uuid = ? order by seq desc limit ? offset ?`);
  return {
    add: (job: MoveJob) => insert(job.uuid, job.orgUuid, toJson(job)),
    byUuid(orgUuid: string, uuid: string): StoredMoveJob | undefined {
      const row = byUuid(orgUuid, uuid);
      return row && toJob(row);
    },
    /** The newest first. */
    list: (orgUuid: string, limit: number, offset: number) => newest(orgUuid, limit, offset).map(toJob),
  };
}

function toJob({ seq, record }: JobRow): StoredMoveJob {
  return { ...(fromJson(record) as MoveJob), seq }; // as `add` has written it
}
