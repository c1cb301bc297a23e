/** Webex's activation mails to all people of an organization: a job, one at a time. Who had one within 24 hours is left out. */
import { z } from "zod";
import { defineRoute, type Route } from "../http/routing.ts";
import { decodeId, encodeId } from "../ids.ts";
import { partner } from "../partner.ts";
import { refuse } from "../refusal.ts";
import { enterOrganization, findManagedOrganization } from "../rules/organization-access.ts";
import type { WelcomeJob } from "../store/jobs.ts";
import type { World } from "../world.ts";

const path = "/identity/organizations/{orgId}/jobs/sendActivationEmails";

const start = defineRoute({
  method: "POST",
  path,
  answer({ params }, world) {
    const { uuid: orgUuid } = findManagedOrganization(world, params.orgId);
    if (world.store.jobs.open(orgUuid, "welcome"))
      refuse(409, "Another job of this kind is in progress for the organization.");
    const startedAt = world.clock.now();
    const job: WelcomeJob = {
      ...{ kind: "welcome", uuid: world.newUuid(), orgUuid, state: "PROCESSING", errors: [], mailed: [], left: 0 },
      ...{ startedAt, dueAt: startedAt + world.knobs().provisioningTimeMs },
      isAllowed: world.store.organizations.setting(orgUuid, "allow-admin-invite-emails")?.value !== 0,
    };
    world.store.jobs.save(job);
    return { status: 202, body: viewJob(job) };
  },
});

const status = defineRoute({
  method: "GET",
  path: `${path}/{jobId}/status`,
  answer: ({ params }, world) => ({ status: 200, body: viewJob(findJob(world, params)) }),
});

const errors = defineRoute({
  method: "GET",
  path: `${path}/{jobId}/errors`,
  query: z.strictObject({ max: z.string().optional() }),
  answer({ params }, world) {
    const items = findJob(world, params).errors.map(({ key, code, description }, index) => ({
      itemNumber: index + 1,
      error: { key, message: [{ description, code, locationId: null }] },
      trackingId: `SIMULATOR_${index + 1}`,
    }));
    return { status: 200, body: { items } };
  },
});

export const welcomeRoutes: readonly Route[] = [start, status, errors];

/** A job is known in its organization alone. */
function findJob(world: World, { orgId, jobId }: { readonly orgId: string; readonly jobId: string }): WelcomeJob {
  const orgUuid = enterOrganization(world, orgId);
  const uuid = decodeId("JOB_ID", jobId);
  const job = uuid === undefined ? undefined : world.store.jobs.byUuid(uuid);
  if (job?.kind !== "welcome" || job.orgUuid !== orgUuid) refuse(404, `Job ${jobId} not found.`);
  return job;
}

function viewJob(job: WelcomeJob): Record<string, unknown> {
  const { uuid, orgUuid, state, startedAt, mailed, left, isAllowed } = job;
  const at = new Date(startedAt).toISOString();
  const status = state === "PROCESSING" ? "STARTED" : state;
  const exitCode = state === "PROCESSING" ? "UNKNOWN" : state;
  return {
    name: "resendinviteemail",
    id: encodeId("JOB_ID", uuid),
    trackingId: `SIMULATOR_${uuid}`,
    sourceCustomerId: encodeId("ORGANIZATION", partner.orgUuid),
    targetCustomerId: encodeId("ORGANIZATION", orgUuid),
    instanceId: startedAt,
    jobExecutionStatus: [
      {
        ...{ id: startedAt, startTime: at, lastUpdated: at, createdTime: at },
        ...{ statusMessage: status, exitCode, timeElapsed: "PT0S" },
      },
    ],
    latestExecutionStatus: status,
    latestExecutionExitCode: exitCode,
    counts: {
      userResendInviteSent: mailed.length,
      userResendInviteFailed: 0,
      userResendInviteSkipped: left,
      totalUsers: mailed.length + left,
    },
    allowAdminInviteEmails: isAllowed,
  };
}
