/** Operations on a user: the subscriber, and the admin roles. */
import type { AttemptResult, Ids } from "../model/outcome.ts";
import type { Operation } from "../model/plan.ts";
import type { Waiting } from "../model/ports.ts";
import { effectOf, idFrom, toFailed, toResult } from "./reply-result.ts";
import type { Http, Reply } from "./request.ts";
import { findRoles, patchRoles } from "./roles.ts";
import { createSubscriber, findSubscriber, getSubscriber, updateSubscriber } from "./subscribers.ts";
import type { Subscriber } from "./wire-subscribers.ts";

type Of<R extends Operation["resource"]> = Extract<Operation, { resource: R }>;

export async function applyUser(
  http: Http,
  operation: Of<"user">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const { email, firstName, lastName, packages, phoneNumber, extension } = operation.payload;
  const telephone = {
    ...(phoneNumber ? { phoneNumber } : {}),
    ...(extension ? { extension } : {}),
    ...(ids.locationId ? { locationId: ids.locationId } : {}),
  };
  if (operation.action === "update") {
    const subscriberId = idFrom(ids, "subscriberId");
    const change = operation.payload.mayGetTelephone ? { packages, telephone } : { packages };
    return resultOf(await updateSubscriber(http, { subscriberId, change }, signal), operation);
  }
  const subscriber = { customerId: idFrom(ids, "customerId"), email, firstName, lastName, packages, ...telephone };
  return resultOf(await createSubscriber(http, subscriber, signal), operation);
}

/** Looks for a user by e-mail within the customer. */
export async function findUser(
  http: Http,
  operation: Of<"user">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult | undefined> {
  if (operation.action !== "create") return undefined;
  const { email } = operation.payload;
  const reply = await findSubscriber(http, { customerId: idFrom(ids, "customerId"), email }, signal);
  if (!reply.ok) return toFailed(reply);
  return reply.value && resultOf({ ...reply, value: reply.value }, operation);
}

/** Has this user consented by now? `undefined`: the question did not work, ask later. */
export async function pollUser(
  http: Http,
  { operation, ids }: Waiting,
  signal: AbortSignal,
): Promise<AttemptResult | undefined> {
  const reply = await getSubscriber(http, idFrom(ids, "subscriberId"), signal);
  return reply.ok ? resultOf(reply, operation) : undefined;
}

/** A person's id comes with the subscriber once it is provisioned, else by e-mail. */
export async function applyRoles(
  http: Http,
  operation: Of<"roles">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const orgId = idFrom(ids, "orgId");
  const personId = ids.personId ?? (await findPerson(http, orgId, operation.key, signal));
  if (typeof personId !== "string") return personId;
  const change = { add: operation.payload.roles };
  return toResult(await patchRoles(http, { orgId, personId, change }, signal), operation);
}

async function findPerson(
  http: Http,
  orgId: string,
  email: string,
  signal: AbortSignal,
): Promise<string | AttemptResult> {
  const reply = await findRoles(http, { orgId, email }, signal);
  if (!reply.ok) return toFailed(reply);
  if (reply.value) return reply.value.id;
  const message = `The organization has no person ${email} yet.`;
  return { status: "failed", failure: { kind: "unavailable", sent: false, message } };
}

function resultOf(reply: Reply<Subscriber>, operation: Operation): AttemptResult {
  if (!reply.ok) return toFailed(reply);
  const { value: subscriber, trace } = reply;
  const ids = { subscriberId: subscriber.id, ...(subscriber.personId ? { personId: subscriber.personId } : {}) };
  if (subscriber.status !== "pending_user_migration")
    return { status: "done", effect: effectOf(operation), ids, trace };
  const reason =
    "The person has a free Webex account and must consent to the move (pending_user_migration); Webex has sent the mail.";
  return { status: "pending", reason, ids, trace };
}
