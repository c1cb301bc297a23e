/** Webex's activation mails to all people of an organization: a job of Webex that must not be started twice. A lost answer is reported as such, and not repeated. */
import type { AttemptResult, Failure, Remark } from "../../model/outcome.ts";
import type { OperationId } from "../../model/plan.ts";
import type { PollAnswer, Waiting } from "../../model/ports.ts";
import { text, verbatim } from "../../model/words/text.ts";
import type { Http } from "../http/request.ts";
import { idFrom, refuse, toFailed } from "./reply-result.ts";
import type { Call, Resource } from "./resource.ts";
import { getWelcome, listWelcomeErrors, startWelcome, type WelcomeJob, type WelcomeOf } from "./welcome.wire.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    /** Webex's activation mails to all people of an organization who have not signed in yet. */
    readonly welcome: {
      /** The day that a row of the run has set for it. */
      readonly day?: GoLiveDay;
    };
  }
}

const welcome = {
  create,
  find: async ({ operation }) => ({ result: sentOrUnknown(operation.key) }),
  poll,
  byHand: () => [], // what was mailed is read
} satisfies Resource<"welcome">;

export const welcomeResources = { welcome };

async function create({ http, operation, ids, signal }: Call<"welcome">): Promise<AttemptResult> {
  const orgId = idFrom(ids, "orgId");
  const job = await startWelcome(http, orgId, signal);
  if (!job.ok) {
    const { kind, status } = job.failure;
    if (kind === "contract") return sentOrUnknown(operation.key);
    // another one is under way: each sends to all
    return toFailed(
      kind === "rejected" && status === 409 ? { ...job, failure: { ...job.failure, kind: "locked" } } : job,
    );
  }
  return { status: "accepted", ids: { orgId, jobId: job.value.id }, trace: job.trace };
}

/** Webex has no list of such jobs: there is no way to know whether it was started. */
function sentOrUnknown(customer: string): AttemptResult {
  const remark: Remark = {
    code: "welcome_sent_or_unknown",
    message: text("welcome_sent_or_unknown", { customer }),
    hint: text("ask_people_about_mail"),
  };
  return { status: "done", effect: "created", ids: {}, remarks: [remark] };
}

/** Asks job by job: there is one at a time in an organization. */
async function poll(http: Http, waiting: readonly Waiting[], signal: AbortSignal): Promise<PollAnswer> {
  const final = new Map<OperationId, AttemptResult>();
  for (const { operation, ids } of waiting) {
    const of = { orgId: idFrom(ids, "orgId"), jobId: idFrom(ids, "jobId") };
    const job = await getWelcome(http, of, signal);
    if (job.ok && !job.value.isEnded) continue;
    if (!job.ok && job.failure.status !== 404) return { final, failure: job.failure };
    const end = job.ok ? await endOf(http, of, job.value, operation.key, signal) : sentOrUnknown(operation.key);
    if ("question" in end) return { final, failure: end.question };
    final.set(operation.id, end);
  }
  return { final };
}

/** A job that is over has not mailed everybody: its counts tell. */
async function endOf(
  http: Http,
  of: WelcomeOf,
  { sent, failed, isSuppressed, status }: WelcomeJob,
  customer: string,
  signal: AbortSignal,
): Promise<AttemptResult | { readonly question: Failure }> {
  if (isSuppressed)
    return refuse(
      "welcome_suppressed",
      text("welcome_suppressed", { customer }),
      text("allow_invite_emails"),
      "welcome_on",
    );
  if (failed === 0 && status === "COMPLETED") return { status: "done", effect: "created", ids: {} };
  const errors = await listWelcomeErrors(http, of, signal);
  if (!errors.ok) return { question: errors.failure };
  const said = errors.value.find(({ key }) => key !== suppressedLately)?.said;
  const reason = said === undefined ? text("no_reason") : verbatim(said);
  const message = text("welcome_not_to_all", { customer, sent, failed, reason });
  const hint = text("send_rest_by_hand");
  if (sent > 0)
    return { status: "done", effect: "created", ids: {}, remarks: [{ code: "welcome_not_to_all", message, hint }] };
  return refuse("welcome_not_to_all", message, hint, "welcome_on");
}

/** Who had a mail within 24 hours gets no second one: that is no trouble. */
const suppressedLately = "304";
