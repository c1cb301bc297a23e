/** Jobs that move people to another location of their organization: routes, what is sent, and answers in each of the documented shapes. */
import { z } from "zod";
import type { WebexCode } from "../../model/problem-code.ts";
import { readAll } from "../http/pages.ts";
import type { Http, Reply } from "../http/request.ts";
import { optionalText, spelledCode, targetText } from "../http/wire.ts";

const route = "/telephony/config/jobs/person/moveLocation";

/** People in one job. */
export const mostInMove = 100;

const saidSchema = z
  .object({ code: spelledCode, errorCode: spelledCode, message: targetText, description: targetText })
  .transform(({ code, errorCode, message, description }) => ({
    code: code ?? errorCode,
    message: message ?? description,
  }));
/** An error or an impact of a move. */
export type MoveSaid = { readonly code: WebexCode | undefined; readonly message: string | undefined };

const saidList = z
  .array(saidSchema)
  .nullish()
  .transform((list) => list ?? []);

const judgedSchema = z.object({ userId: z.string(), errors: saidList, impacts: saidList });
/** What Webex says of the move of one person. */
export type JudgedMove = z.infer<typeof judgedSchema>;

const jobRef = z.object({ id: z.string() });

/** Documents and programs of others differ in how deep the answer lies. */
const startedSchema = z
  .object({
    response: z.union([
      z.array(judgedSchema).transform((judged) => ({ judged })),
      z.object({ usersList: z.array(judgedSchema) }).transform(({ usersList }) => ({ judged: usersList })),
      z.object({ jobDetails: jobRef }).transform(({ jobDetails }) => ({ jobId: jobDetails.id })),
      jobRef.transform(({ id }) => ({ jobId: id })),
    ]),
  })
  .transform(({ response }) => response);
/** The job that has started; or, if there is none, the answer for each person. */
export type StartedMove = { readonly jobId: string } | { readonly judged: readonly JudgedMove[] };

const ended: ReadonlySet<string> = new Set(["COMPLETED", "FAILED", "ABANDONED"]);

const jobSchema = z
  .object({
    id: z.string(),
    latestExecutionStatus: optionalText,
    counts: z.object({ pending: z.number().nullish() }).nullish(),
  })
  .transform(({ id, latestExecutionStatus = "UNKNOWN", counts }) => ({
    id,
    status: latestExecutionStatus,
    isEnded: ended.has(latestExecutionStatus),
    /** Numbers that the carrier is still asked for: the people have moved. */
    ordersPending: counts?.pending ?? 0,
  }));
export type MoveJob = z.infer<typeof jobSchema>;

const jobPageSchema = z.object({ items: z.array(jobSchema) }).transform(({ items }) => items);

const failureSchema = z
  .object({
    item: optionalText,
    error: z.object({ message: z.union([z.array(saidSchema), saidSchema.transform((said) => [said])]) }),
  })
  .transform(({ item, error }) => ({ personId: item, said: error.message }));
/** Why a person of a job was not moved; the id may be the bare one. */
export type MoveFailure = z.infer<typeof failureSchema>;

const failurePageSchema = z.object({ items: z.array(failureSchema) }).transform(({ items }) => items);

/** Absent: it stays; blank: there is none any more. */
export type MovingPerson = {
  readonly personId: string;
  readonly phoneNumber?: string | undefined;
  readonly extension?: string | undefined;
};

export type MoveOf = {
  readonly orgId: string;
  readonly locationId: string;
  readonly people: readonly MovingPerson[];
};

/** Begins a job; with `isValidating` only asks what would come of it: of one person, and nothing changes. */
export function startMove(
  http: Http,
  { orgId, locationId, people, isValidating }: MoveOf & { readonly isValidating: boolean },
  signal: AbortSignal,
): Promise<Reply<StartedMove>> {
  const users = people.map(({ personId, phoneNumber, extension }) => ({
    userId: personId,
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
    ...(extension === undefined ? {} : { extension }),
  }));
  const body = { usersList: [{ locationId, validate: isValidating, users }] };
  return http.send({ method: "POST", route, query: { orgId }, orgId, body, answer: startedSchema, signal });
}

type JobOf = { readonly orgId: string; readonly jobId: string };

export function getMoveJob(http: Http, { orgId, jobId }: JobOf, signal: AbortSignal): Promise<Reply<MoveJob>> {
  const about = { params: { jobId }, query: { orgId }, orgId };
  return http.send({ method: "GET", route: `${route}/{jobId}`, ...about, answer: jobSchema, signal });
}

/** The newest one of the organization, whoever started it. */
export async function newestMoveJob(
  http: Http,
  orgId: string,
  signal: AbortSignal,
): Promise<Reply<MoveJob | undefined>> {
  const query = { orgId, max: 1 };
  const reply = await http.send({ method: "GET", route, query, orgId, answer: jobPageSchema, signal });
  return reply.ok ? { ...reply, value: reply.value[0] } : reply;
}

const failuresOfPage = 1000;

export function listMoveFailures(
  http: Http,
  { orgId, jobId }: JobOf,
  signal: AbortSignal,
): Promise<Reply<readonly MoveFailure[]>> {
  return readAll(http, {
    route: `${route}/{jobId}/errors`,
    params: { jobId },
    query: { orgId, max: failuresOfPage },
    orgId,
    answer: failurePageSchema,
    counted: { parameter: "start", first: 0, pageSize: failuresOfPage },
    signal,
  });
}
