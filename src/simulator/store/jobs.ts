/** Batch work that Webex does in an organization on demand: one job of a kind at a time. */
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json.ts";

/** What a job ended with that it could not do, in the words of the API. */
export type JobError = { readonly code: string; readonly description: string; readonly key: string };

type JobCourse = {
  readonly uuid: string;
  readonly orgUuid: string;
  readonly state: "PROCESSING" | "COMPLETED" | "FAILED";
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly dueAt: number;
  readonly errors: readonly JobError[];
};

/** Webex Calling of a location is to end. */
export type ClosingJob = JobCourse & {
  readonly kind: "close";
  readonly locationUuid: string;
  readonly locationName: string;
  readonly isForced: boolean;
  readonly features: number;
};

/** The extensions of a location get another prefix. */
export type PrefixJob = JobCourse & {
  readonly kind: "prefix";
  readonly locationUuid: string;
  readonly routingPrefix: string;
};

/** Activation mails go to the people of an organization. */
export type WelcomeJob = JobCourse & {
  readonly kind: "welcome";
  /** UUIDs of the people who got one. */
  readonly mailed: readonly string[];
  /** How many got none, for they had one lately, or nobody gets any. */
  readonly left: number;
  /** The organization sends such mails. */
  readonly isAllowed: boolean;
};

export type Job = ClosingJob | PrefixJob | WelcomeJob;

type JobRow = { readonly record: string };

export type JobTable = ReturnType<typeof jobTable>;

export function jobTable(db: Database) {
  const select = "select record from jobs";
  const byUuid = db.one<JobRow>(`${select} where uuid = ?`);
  const due = db.many<JobRow>(`${select} where state = 'PROCESSING' and due_at <= ? order by due_at, seq`);
  const open = db.one<JobRow>(`${select} where org_uuid = ? and kind = ? and state = 'PROCESSING' limit 1`);
  const newest = db.many<JobRow>(`${select} where org_uuid = ? and kind = ? order by seq desc limit ? offset ?`);
  const ofKind = db.many<JobRow>(`${select} where kind = ? order by seq`);
  const write = db.run(`
    insert into jobs (uuid, org_uuid, kind, state, due_at, record) values (?, ?, ?, ?, ?, ?)
    on conflict (uuid) do update set state = excluded.state, record = excluded.record`);
  return {
    ofKind: (kind: Job["kind"]) => ofKind(kind).map(readRecord),
    byUuid: (uuid: string) => readJob(byUuid(uuid)),
    isAnyDue: db.one<{ uuid: string }>("select uuid from jobs where state = 'PROCESSING' and due_at <= ? limit 1"),
    due: (now: number) => due(now).map(readRecord),
    /** The one of this kind that the organization is busy with. */
    open: (orgUuid: string, kind: Job["kind"]) => readJob(open(orgUuid, kind)),
    newest: (orgUuid: string, kind: Job["kind"], page: { readonly max: number; readonly start: number }) =>
      newest(orgUuid, kind, page.max, page.start).map(readRecord),
    /** Adds it, or writes it over. */
    save: (job: Job) => write(job.uuid, job.orgUuid, job.kind, job.state, job.dueAt, toJson(job)),
  };
}

function readJob(row: JobRow | undefined): Job | undefined {
  return row && readRecord(row);
}

function readRecord(row: JobRow): Job {
  return fromJson(row.record);
}
