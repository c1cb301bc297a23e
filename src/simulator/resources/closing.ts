/** Ending Webex Calling at a location: Webex's own check, and the job that does it. */
import { z } from "zod";
import { cutPage, oneMore, pageSize, wholeNumber } from "../http/paging.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { nonEmpty, orgQuery } from "../http/wire.ts";
import { decodeId, encodeId } from "../ids.ts";
import { partner } from "../partner.ts";
import { refuse } from "../refusal.ts";
import { inUseAt, isBlocked } from "../rules/closing.ts";
import { enterOrganization, findCallingLocation } from "../rules/organization-access.ts";
import type { ClosingJob } from "../store/jobs.ts";
import type { World } from "../world.ts";

const jobsPath = "/telephony/config/jobs/locations/deleteCallingLocation";

const startRequest = z.strictObject({
  locationId: nonEmpty,
  locationName: z.string().optional(),
  forceDelete: z.boolean().optional(),
});

const jobsQuery = z.strictObject({
  orgId: z.string().optional(),
  max: pageSize.optional(),
  start: wholeNumber.optional(),
});

const check = defineRoute({
  method: "POST",
  path: "/telephony/config/locations/{locationId}/actions/precheckForDeletion/invoke",
  effect: "read",
  query: orgQuery,
  answer({ params, query }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    const inUse = inUseAt(world, location);
    const needsForce = inUse.features > 0;
    return {
      status: 200,
      body: {
        locationDeleteStatus: isBlocked(inUse) ? "BLOCKED" : needsForce ? "FORCE_REQUIRED" : "UNBLOCKED",
        blocking: {
          lastLocation: inUse.isLast,
          trunksInUseCount: 0,
          usersInUseCount: inUse.users,
          workspacesInUseCount: inUse.workspaces,
          virtualLineInUseCount: 0,
          numbersOrderPending: false,
        },
        nonBlocking: { numbersPresent: world.store.numbers.anyIn(location.uuid) !== undefined },
        blockingUnlessForced: { nonUserEntitiesInUse: needsForce, trunksCount: 0 },
      },
    };
  },
});

const start = defineRoute({
  method: "POST",
  path: jobsPath,
  query: orgQuery,
  body: startRequest,
  answer({ query, body }, world) {
    const location = findCallingLocation(world, body.locationId, query.orgId);
    if (world.store.jobs.open(location.orgUuid, "close"))
      refuse(409, "Another job of this kind is in progress for the organization.");
    const startedAt = world.clock.now();
    const job: ClosingJob = {
      ...{ kind: "close", uuid: world.newUuid(), orgUuid: location.orgUuid, state: "PROCESSING", errors: [] },
      ...{ startedAt, dueAt: startedAt + world.knobs().provisioningTimeMs },
      locationUuid: location.uuid,
      locationName: body.locationName ?? location.name,
      isForced: body.forceDelete ?? false,
      features: inUseAt(world, location).features,
    };
    world.store.jobs.save(job);
    return { status: 202, body: viewJob(job) };
  },
});

const list = defineRoute({
  method: "GET",
  path: jobsPath,
  query: jobsQuery,
  answer({ query, url }, world) {
    const page = { max: query.max ?? 20, offset: query.start ?? 0 };
    const { limit, offset } = oneMore(page);
    const jobs = world.store.jobs.newest(enterOrganization(world, query.orgId), "close", { max: limit, start: offset });
    const { rows, headers } = cutPage(jobs, page, { url, offsetName: "start" });
    return {
      status: 200,
      body: { items: rows.flatMap((job) => (job.kind === "close" ? [viewJob(job)] : [])) },
      headers,
    };
  },
});

const read = defineRoute({
  method: "GET",
  path: "/telephony/config/jobs/locations/deleteCallingLocation/{jobId}",
  query: orgQuery,
  answer: ({ params, query }, world) => ({ status: 200, body: viewJob(findJob(world, params.jobId, query.orgId)) }),
});

const errors = defineRoute({
  method: "GET",
  path: "/telephony/config/jobs/locations/deleteCallingLocation/{jobId}/errors",
  query: orgQuery,
  answer({ params, query }, world) {
    const job = findJob(world, params.jobId, query.orgId);
    const locationId = encodeId("LOCATION", job.locationUuid);
    const items = job.errors.map(({ key, code, description }, index) => ({
      itemNumber: index + 1,
      errorType: "ERROR",
      error: { key, message: [{ description, code, locationId }] },
      trackingId: `SIMULATOR_${job.uuid}`,
    }));
    return { status: 200, body: { items } };
  },
});

export const closingRoutes: readonly Route[] = [check, start, list, read, errors];

/** A job is known in its organization alone. */
function findJob(world: World, jobId: string, orgId: string | undefined): ClosingJob {
  const orgUuid = enterOrganization(world, orgId);
  const uuid = decodeId("JOB_ID", jobId);
  const job = uuid === undefined ? undefined : world.store.jobs.byUuid(uuid);
  if (job?.kind !== "close" || job.orgUuid !== orgUuid) refuse(404, `Job ${jobId} not found.`);
  return job;
}

function viewJob(job: ClosingJob): Record<string, unknown> {
  const { uuid, orgUuid, state, startedAt, locationName, features } = job;
  const at = new Date(startedAt).toISOString();
  const exitCode = state === "PROCESSING" ? "UNKNOWN" : state;
  const deleted = state === "COMPLETED" ? features : 0;
  return {
    name: "deletecallinglocation",
    id: encodeId("JOB_ID", uuid),
    locationName,
    trackingId: `SIMULATOR_${uuid}`,
    sourceCustomerId: encodeId("ORGANIZATION", partner.orgUuid),
    targetCustomerId: encodeId("ORGANIZATION", orgUuid),
    instanceId: startedAt,
    jobExecutionStatus: [
      { id: startedAt, lastUpdated: at, createdTime: at, statusMessage: state, exitCode, timeElapsed: "PT0S" },
    ],
    latestExecutionStatus: state === "PROCESSING" ? "STARTED" : state,
    latestExecutionExitCode: exitCode,
    counts: {
      totalVirtualExtensionsAccount: 0,
      virtualExtensionsDeleted: 0,
      virtualExtensionsDeleteFailed: 0,
      totalFeatureAccounts: features,
      featureAccountsDeleted: deleted,
      featureAccountsDeleteFailed: 0,
    },
  };
}
