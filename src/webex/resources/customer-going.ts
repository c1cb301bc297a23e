/** Everything in a customer is removed with it: a refusal caused by that is reported as such. */
import type { AttemptResult, Failure } from "../../model/outcome.ts";
import type { ResourceKind } from "../../model/plan.ts";
import { inEnglish, text } from "../../model/words/text.ts";
import { getCustomer } from "./customer.wire.ts";
import { beingDeleted } from "./customer-outcome.ts";
import type { Call } from "./resource.ts";

/** May it be that the customer goes, or has gone? Statuses of answers that would tell so. */
const tellingStatuses: ReadonlySet<number | undefined> = new Set([400, 403, 404, 409, 410]);

/** Why something of a customer was refused, when it is that the customer goes; else as it was refused. */
export async function explainGoing(
  { http, operation, ids: { customerId }, signal }: Call<ResourceKind>,
  result: AttemptResult,
): Promise<AttemptResult> {
  const { resource, action, key, payload } = operation;
  if (result.status !== "failed" || !customerId || result.refused || action === "delete") return result;
  const { failure } = result;
  const isTelling = failure.kind === "rejected" && tellingStatuses.has(failure.status);
  if (!isTelling || (failure.status === 400 && !/\bcustomer\b/i.test(inEnglish(failure.message)))) return result;
  if (resource === "customer" && action === "create") return result;
  const reply = await getCustomer(http, customerId, signal);
  if (reply.ok) return reply.value.status === "deleting" ? beingDeleted(reply.value, reply.trace) : result;
  if (reply.failure.status !== 404) return result;
  const name = "externalId" in payload ? payload.externalId : key;
  return { status: "failed", failure: { ...reply.failure, ...goneText(name) } };
}

/** Of a customer that was there, and for which nothing can be done any more. */
export function goneText(name: string): Pick<Failure, "errorCode" | "message" | "hint"> {
  return {
    errorCode: "customer_gone",
    message: text("customer_not_there", { name }),
    hint: text("ask_who_removed"),
  };
}
