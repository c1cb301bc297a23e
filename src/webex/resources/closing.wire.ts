/** Calls that end Webex Calling at a location: Webex's own check, the job that does it, and what the job could not do. */
import { z } from "zod";
import type { ClosingCheck } from "../../model/existing.ts";
import type { Http, Reply } from "../http/request.ts";
import { optionalText, spelledCode, targetText } from "../http/wire.ts";
import type { LocationOf } from "./location.wire.ts";
import { orAbsent } from "./reply-result.ts";

const count = z
  .number()
  .nullish()
  .transform((value) => value ?? 0);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

const checkSchema = z
  .object({
    /** BLOCKED, UNBLOCKED, FORCE_REQUIRED */
    locationDeleteStatus: z.string(),
    blocking: z
      .object({
        lastLocation: flag,
        trunksInUseCount: count,
        usersInUseCount: count,
        workspacesInUseCount: count,
        virtualLineInUseCount: count,
        numbersOrderPending: flag,
      })
      .nullish(),
    blockingUnlessForced: z.object({ nonUserEntitiesInUse: flag, trunksCount: count }).nullish(),
  })
  .transform(
    ({ locationDeleteStatus, blocking, blockingUnlessForced }): ClosingCheck => ({
      status: locationDeleteStatus,
      isLast: blocking?.lastLocation ?? false,
      users: blocking?.usersInUseCount ?? 0,
      workspaces: blocking?.workspacesInUseCount ?? 0,
      virtualLines: blocking?.virtualLineInUseCount ?? 0,
      trunks: blocking?.trunksInUseCount ?? 0,
      isOrderPending: blocking?.numbersOrderPending ?? false,
      hasFeatures: blockingUnlessForced?.nonUserEntitiesInUse ?? false,
      idleTrunks: blockingUnlessForced?.trunksCount ?? 0,
    }),
  );

const jobSchema = z
  .object({
    id: z.string(),
    locationName: optionalText,
    latestExecutionStatus: optionalText,
    counts: z.object({ featureAccountsDeleteFailed: count, virtualExtensionsDeleteFailed: count }).nullish(),
  })
  .transform(({ counts, latestExecutionStatus, ...job }) => ({
    ...job,
    status: latestExecutionStatus,
    failed: (counts?.featureAccountsDeleteFailed ?? 0) + (counts?.virtualExtensionsDeleteFailed ?? 0),
  }));
/** `failed`: features that it could not take away. */
export type ClosingJob = z.infer<typeof jobSchema>;

const jobsSchema = z.object({ items: z.array(jobSchema).nullish() }).transform(({ items }) => items ?? []);

const errorsSchema = z
  .object({
    items: z
      .array(
        z.object({
          error: z
            .object({ message: z.array(z.object({ description: targetText, code: spelledCode })).nullish() })
            .nullish(),
        }),
      )
      .nullish(),
  })
  .transform(({ items }) => (items ?? []).flatMap(({ error }) => error?.message ?? []));
export type ClosingError = z.infer<typeof errorsSchema>[number];

const jobsRoute = "/telephony/config/jobs/locations/deleteCallingLocation";
const jobRoute = "/telephony/config/jobs/locations/deleteCallingLocation/{jobId}";

/** Which job, in which organization: it is known there alone. */
export type JobOf = { readonly orgId: string; readonly jobId: string };

/** What stands against ending calling at a location; `undefined` where it has none (404). Changes nothing. */
export async function checkClosing(
  http: Http,
  { orgId, locationId }: LocationOf,
  signal: AbortSignal,
): Promise<Reply<ClosingCheck | undefined>> {
  const route = "/telephony/config/locations/{locationId}/actions/precheckForDeletion/invoke";
  const about = { params: { locationId }, query: { orgId }, orgId };
  return orAbsent(await http.send({ method: "POST", route, ...about, answer: checkSchema, signal }));
}

/** Begins the job that ends calling at a location, with its numbers. `isForced`: its features go too. */
export function closeCalling(
  http: Http,
  { orgId, locationId, name, isForced }: LocationOf & { readonly name: string; readonly isForced: boolean },
  signal: AbortSignal,
): Promise<Reply<ClosingJob>> {
  const body = { locationId, locationName: name, ...(isForced ? { forceDelete: true } : {}) };
  const about = { query: { orgId }, orgId };
  return http.send({ method: "POST", route: jobsRoute, ...about, body, answer: jobSchema, signal });
}

/** The newest jobs of an organization. */
export function listClosings(http: Http, orgId: string, signal: AbortSignal): Promise<Reply<readonly ClosingJob[]>> {
  return http.send({ method: "GET", route: jobsRoute, query: { orgId }, orgId, answer: jobsSchema, signal });
}

/** A job, as far as it has got. */
export function getClosing(http: Http, { orgId, jobId }: JobOf, signal: AbortSignal): Promise<Reply<ClosingJob>> {
  const about = { params: { jobId }, query: { orgId }, orgId };
  return http.send({ method: "GET", route: jobRoute, ...about, answer: jobSchema, signal });
}

/** Why a job has failed, error by error. */
export function listClosingErrors(
  http: Http,
  { orgId, jobId }: JobOf,
  signal: AbortSignal,
): Promise<Reply<readonly ClosingError[]>> {
  const about = { params: { jobId }, query: { orgId }, orgId };
  const route = "/telephony/config/jobs/locations/deleteCallingLocation/{jobId}/errors";
  return http.send({ method: "GET", route, ...about, answer: errorsSchema, signal });
}
