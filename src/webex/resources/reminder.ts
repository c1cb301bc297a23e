/** The mail that asks a person to consent to the move of an account, sent once more. A lost answer is reported as such, and not repeated. */
import type { AttemptResult } from "../../model/outcome.ts";
import { text } from "../../model/words/text.ts";
import { idFrom, refuse, toFailed } from "./reply-result.ts";
import type { Call, Resource } from "./resource.ts";
import { consentRoutes, getSubscriber, sendConsentMail } from "./user.wire.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    /** The mail to a person who has not consented yet. */
    readonly reminder: Readonly<Record<string, never>>;
  }
}

const reminder = {
  create,
  find: async ({ operation }) => ({ result: sentOrUnknown(operation.key) }),
  byHand: () => [], // what was mailed is read
} satisfies Resource<"reminder">;

export const reminderResources = { reminder };

/** Only who has not consented yet is mailed: Webex takes it for nobody else. */
async function create({ http, operation: { key }, ids, signal }: Call<"reminder">): Promise<AttemptResult> {
  const subscriberId = idFrom(ids, "subscriberId");
  const user = await getSubscriber(http, subscriberId, signal);
  if (!user.ok) {
    if (user.failure.status === 404) return userGone(key);
    return toFailed({ ...user, failure: { ...user.failure, sent: false } }); // no mail has left
  }
  if (user.value.status !== "pending_user_migration")
    return { status: "done", effect: "unchanged", ids: {}, trace: user.trace };
  const [usual, other] = consentRoutes;
  const first = await sendConsentMail(http, usual, subscriberId, signal);
  // the user is there: it is the route that is not
  const isNoRoute = !first.ok && first.failure.status === 404;
  const reply = isNoRoute ? await sendConsentMail(http, other, subscriberId, signal) : first;
  if (reply.ok) return { status: "done", effect: "created", ids: {}, trace: reply.trace };
  return reply.failure.kind === "contract" ? sentOrUnknown(key) : toFailed(reply);
}

function userGone(email: string): AttemptResult {
  return refuse("user_gone", text("reminded_user_gone", { email }), text("apply_user_again"), "email");
}

/** Webex does not tell whom it has mailed. */
function sentOrUnknown(email: string): AttemptResult {
  const message = text("reminder_sent_or_unknown", { email });
  const remark = { code: "reminder_sent_or_unknown", message, hint: text("ask_person_about_mail") } as const;
  return { status: "done", effect: "created", ids: {}, remarks: [remark] };
}
