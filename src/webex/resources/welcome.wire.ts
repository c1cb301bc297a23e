/** The job that sends Webex's activation mails to all people of an organization: routes, and its answers. The identity API spells ids as UUIDs. */
import { z } from "zod";
import { readAll } from "../http/pages.ts";
import type { Http, Reply } from "../http/request.ts";
import { optionalText, spelledCode, targetText } from "../http/wire.ts";
import { uuidOf } from "../ids.ts";

const route = "/identity/organizations/{orgId}/jobs/sendActivationEmails";

const count = z
  .number()
  .nullish()
  .transform((value) => value ?? 0);

const jobSchema = z
  .object({
    id: z.string(),
    latestExecutionStatus: optionalText,
    counts: z.object({ userResendInviteSent: count, userResendInviteFailed: count, totalUsers: count }).nullish(),
    allowAdminInviteEmails: z.boolean().nullish(),
  })
  .transform(({ id, latestExecutionStatus = "UNKNOWN", counts, allowAdminInviteEmails }) => ({
    id,
    status: latestExecutionStatus,
    isEnded: ended.has(latestExecutionStatus),
    sent: counts?.userResendInviteSent ?? 0,
    failed: counts?.userResendInviteFailed ?? 0,
    users: counts?.totalUsers ?? 0,
    /** The organization sends no such mails. */
    isSuppressed: allowAdminInviteEmails === false,
  }));
export type WelcomeJob = z.infer<typeof jobSchema>;

const ended: ReadonlySet<string> = new Set(["COMPLETED", "FAILED", "ABANDONED"]);

const errorSchema = z
  .object({
    error: z.object({
      key: spelledCode,
      message: z.array(z.object({ description: targetText, code: optionalText })).nullish(),
    }),
  })
  .transform(({ error: { key, message } }) => ({ key, said: message?.[0]?.description }));
/** Why one person got no mail. */
export type WelcomeError = z.infer<typeof errorSchema>;

const errorPageSchema = z.object({ items: z.array(errorSchema) }).transform(({ items }) => items);

/** Begins it: not to be sent twice, for each time all people are mailed who had no such mail in 24 hours. */
export function startWelcome(http: Http, orgId: string, signal: AbortSignal): Promise<Reply<WelcomeJob>> {
  return http.send({ method: "POST", route, ...about(orgId), answer: jobSchema, signal });
}

export type WelcomeOf = { readonly orgId: string; readonly jobId: string };

export function getWelcome(http: Http, { orgId, jobId }: WelcomeOf, signal: AbortSignal): Promise<Reply<WelcomeJob>> {
  const of = about(orgId, { jobId });
  return http.send({ method: "GET", route: `${route}/{jobId}/status`, ...of, answer: jobSchema, signal });
}

export function listWelcomeErrors(
  http: Http,
  { orgId, jobId }: WelcomeOf,
  signal: AbortSignal,
): Promise<Reply<readonly WelcomeError[]>> {
  return readAll(http, {
    route: `${route}/{jobId}/errors`,
    ...about(orgId, { jobId }),
    answer: errorPageSchema,
    signal,
  });
}

function about(orgId: string, more: Readonly<Record<string, string>> = {}) {
  return { params: { orgId: uuidOf(orgId) ?? orgId, ...more }, orgId };
}
