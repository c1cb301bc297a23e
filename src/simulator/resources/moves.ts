/** Jobs that move people to another location: asked about first, carried out per person, looked at afterwards. */
import { z } from "zod";
import { cutPage, pageSize, wholeNumber } from "../http/paging.ts";
import { type Answer, defineRoute, type Route } from "../http/routing.ts";
import { orgQuery } from "../http/wire.ts";
import { decodeId, encodeId, uuidOfText } from "../ids.ts";
import { partner } from "../partner.ts";
import { refuse } from "../refusal.ts";
import { carryOutMove, findMover, judgeMove, type Mover, type Told, type WantedMove } from "../rules/moves.ts";
import { checkStays, enterOrganization } from "../rules/organization-access.ts";
import type { MoveFailure, MoveJob, StoredMoveJob } from "../store/move-jobs.ts";
import type { World } from "../world.ts";

const path = "/telephony/config/jobs/person/moveLocation";

/** People in one request. */
const most = 100;

const moveRequest = z.strictObject({
  usersList: z.array(
    z.strictObject({
      locationId: z.string(),
      validate: z.boolean(),
      users: z.array(
        z.strictObject({
          userId: z.string(),
          extension: z.string().optional(),
          phoneNumber: z.string().optional(),
        }),
      ),
    }),
  ),
});

type MoveRequest = z.infer<typeof moveRequest>;

const start = defineRoute({
  method: "POST",
  path,
  questionStatus: 200,
  query: orgQuery,
  body: moveRequest,
  half: ({ body }) => ({
    usersList: body.usersList.map(({ users, ...list }) => ({
      ...list,
      users: users.slice(0, Math.ceil(users.length / 2)),
    })),
  }),
  answer({ query, body }, world) {
    const orgUuid = enterOrganization(world, query.orgId);
    checkStays(world, orgUuid);
    const wanted = body.usersList.flatMap(({ users, locationId }) => users.map((user) => ({ ...user, locationId })));
    const fault = faultOf(body, wanted);
    if (fault) return refused(fault);
    const isValidating = body.usersList.some(({ validate }) => validate);
    const movers: Mover[] = [];
    for (const one of wanted) {
      const mover = findMover(world, orgUuid, one, isValidating);
      if ("code" in mover) return refused(mover);
      movers.push(mover);
    }
    return isValidating ? validated(world, movers) : started(world, orgUuid, movers);
  },
});

const jobsQuery = z.strictObject({
  orgId: z.string().optional(),
  start: wholeNumber.optional(),
  max: pageSize.optional(),
});

const list = defineRoute({
  method: "GET",
  path,
  query: jobsQuery,
  answer({ query, url }, world) {
    const orgUuid = enterOrganization(world, query.orgId);
    const page = { max: Math.min(query.max ?? 2000, 2000), offset: query.start ?? 0 };
    const found = world.store.moveJobs.list(orgUuid, page.max + 1, page.offset);
    const { rows, headers } = cutPage(found, page, { url, offsetName: "start" });
    return { status: 200, body: { items: rows.map((job) => viewJob(world, job)) }, headers };
  },
});

const read = defineRoute({
  method: "GET",
  path: `${path}/{jobId}` as const,
  query: orgQuery,
  answer({ params, query }, world) {
    return { status: 200, body: viewJob(world, findJob(world, query.orgId, params.jobId)) };
  },
});

const errors = defineRoute({
  method: "GET",
  path: `${path}/{jobId}/errors` as const,
  query: jobsQuery,
  answer({ params, query, url }, world) {
    const job = findJob(world, query.orgId, params.jobId);
    const page = { max: Math.min(query.max ?? 2000, 2000), offset: query.start ?? 0 };
    const failures = isAtWork(world, job) ? [] : job.failures;
    const { rows, headers } = cutPage(failures.slice(page.offset, page.offset + page.max + 1), page, {
      url,
      offsetName: "start",
    });
    const items = rows.map((failure, index) => viewFailure(failure, page.offset + index + 1));
    return { status: 200, body: { items }, headers };
  },
});

export const moveRoutes: readonly Route[] = [start, list, read, errors];

function faultOf({ usersList }: MoveRequest, wanted: readonly WantedMove[]): Told | undefined {
  const isOf = (code: number, message: string) => ({ code, message });
  if (usersList.length === 0) return isOf(1026011, "Users list should not be empty.");
  if (usersList.some(({ users }) => users.length === 0)) return isOf(1026012, "Users should not be empty.");
  if (wanted.length > most) return isOf(1026018, "Selected Users list exceeds the maximum limit.");
  if (new Set(wanted.map(({ userId }) => userId)).size < wanted.length)
    return isOf(1026019, "Duplicate entry for user is not allowed.");
  if (usersList.some(({ validate }) => validate) && wanted.length > 1)
    return isOf(1026020, "Validate 'true' is supported only for single user.");
  return undefined;
}

/** In the shape of this API, which is not that of the others. */
function refused(fault: Told): Answer {
  return { status: 400, body: { error: [fault] } };
}

function validated(world: World, movers: readonly Mover[]): Answer {
  const response = movers.map((mover) => ({ userId: mover.userId, ...judgeMove(world, mover, false) }));
  return { status: 200, body: { response } };
}

/** Each person by themselves: who cannot be moved stays, and the job is COMPLETED. */
function started(world: World, orgUuid: string, movers: readonly Mover[]): Answer {
  const failures: MoveFailure[] = [];
  for (const mover of movers) {
    const [error] = judgeMove(world, mover, true).errors;
    if (error) failures.push({ personUuid: mover.person.uuid, locationUuid: mover.locationUuid, ...error });
    else carryOutMove(world, mover);
  }
  const startedAt = world.clock.now();
  const dueAt = startedAt + world.knobs().provisioningTimeMs;
  const job: MoveJob = { uuid: world.newUuid(), orgUuid, startedAt, dueAt, total: movers.length, failures };
  world.store.moveJobs.add(job);
  const [stored] = world.store.moveJobs.list(orgUuid, 1, 0);
  return { status: 201, body: { response: { ...viewJob(world, stored ?? { ...job, seq: 0 }), ...justStarted } } };
}

const justStarted = { latestExecutionStatus: "STARTED", latestExecutionExitCode: "UNKNOWN" };

function findJob(world: World, orgId: string | undefined, jobId: string): StoredMoveJob {
  const orgUuid = enterOrganization(world, orgId);
  const uuid = decodeId("JOB_ID", jobId) ?? jobId;
  return world.store.moveJobs.byUuid(orgUuid, uuid) ?? refuse(404, `Job ${jobId} not found.`);
}

function isAtWork(world: World, { dueAt }: MoveJob): boolean {
  return world.clock.now() < dueAt;
}

function viewJob(world: World, job: StoredMoveJob): Record<string, unknown> {
  const isOpen = isAtWork(world, job);
  const status = isOpen ? "STARTED" : "COMPLETED";
  const customerId = encodeId("ORGANIZATION", job.orgUuid);
  return {
    name: "moveusers",
    id: encodeId("JOB_ID", job.uuid),
    trackingId: `ROUTER_${uuidOfText(job.uuid)}`,
    sourceUserId: encodeId("PEOPLE", partner.personUuid),
    sourceCustomerId: customerId,
    targetCustomerId: customerId,
    instanceId: job.seq,
    jobExecutionStatus: [viewExecution(job, isOpen)],
    latestExecutionStatus: status,
    latestExecutionExitCode: isOpen ? "UNKNOWN" : "COMPLETED",
    counts: countsOf(job, isOpen),
  };
}

/** That somebody was not moved shows in the step alone, and in the counts. */
function viewExecution(job: StoredMoveJob, isOpen: boolean): Record<string, unknown> {
  const at = (ms: number) => new Date(ms).toISOString();
  const times = {
    id: job.seq,
    startTime: at(job.startedAt),
    ...(isOpen ? {} : { endTime: at(job.dueAt) }),
    lastUpdated: at(isOpen ? job.startedAt : job.dueAt),
    timeElapsed: `PT${isOpen ? 0 : (job.dueAt - job.startedAt) / 1000}S`,
    statusMessage: isOpen ? "STARTED" : "COMPLETED",
  };
  const ended = job.failures.length > 0 ? "COMPLETED_WITH_ERRORS" : "COMPLETED";
  return {
    ...times,
    exitCode: isOpen ? "UNKNOWN" : "COMPLETED",
    createdTime: at(job.startedAt),
    stepExecutionStatuses: [{ ...times, name: "moveusersvalidateAndMove", exitCode: isOpen ? "UNKNOWN" : ended }],
  };
}

function countsOf({ total, failures }: MoveJob, isOpen: boolean): Record<string, number> {
  const failed = isOpen ? 0 : failures.length;
  return { totalMoves: total, moved: isOpen ? 0 : total - failed, failed, pending: 0, skipped: 0 };
}

/** The person by the bare UUID. */
function viewFailure({ personUuid, locationUuid, code, message }: MoveFailure, itemNumber: number) {
  const locationId = encodeId("LOCATION", locationUuid);
  return {
    itemNumber,
    item: personUuid,
    trackingId: `NA_${uuidOfText(`${personUuid} ${code}`)}`,
    error: { key: "400", message: [{ description: message, code: String(code), locationId }] },
  };
}
