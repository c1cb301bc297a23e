/** Operations on a user: the subscriber, and the admin roles. */
import type { AttemptResult, Failure, Ids } from "../model/outcome.ts";
import type { Operation, OperationId, OperationOf } from "../model/plan.ts";
import type { PollAnswer, Waiting } from "../model/ports.ts";
import { effectOf, idFrom, toFailed, toResult } from "./reply-result.ts";
import type { Http, Reply, Success } from "./request.ts";
import { findRoles, patchRoles } from "./roles.ts";
import { createSubscriber, findSubscriber, getSubscriber, listSubscribers, updateSubscriber } from "./subscribers.ts";
import type { Subscriber } from "./wire-subscribers.ts";

/** `read`: somebody who had not consented when the plan was made; asked about together with all who wait. */
export async function applyUser(
  http: Http,
  operation: OperationOf<"user">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  if (operation.action === "read") return { status: "accepted", ids: { subscriberId: idFrom(ids, "subscriberId") } };
  const { email, firstName, lastName, packages, phoneNumber, extension } = operation.payload;
  const telephone = {
    ...(phoneNumber ? { phoneNumber } : {}),
    ...(extension ? { extension } : {}),
    ...(ids.locationId ? { locationId: ids.locationId } : {}),
  };
  if (operation.action === "update") {
    const subscriberId = idFrom(ids, "subscriberId");
    const change = operation.payload.mayGetTelephone ? { packages, telephone } : { packages };
    return toUserResult(await updateSubscriber(http, { subscriberId, change }, signal), operation);
  }
  const subscriber = { customerId: idFrom(ids, "customerId"), email, firstName, lastName, packages, ...telephone };
  return toUserResult(await createSubscriber(http, subscriber, signal), operation);
}

/** Looks for a user by e-mail within the customer. */
export async function findUser(
  http: Http,
  operation: OperationOf<"user">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult | undefined> {
  if (operation.action !== "create") return undefined;
  const { email } = operation.payload;
  const reply = await findSubscriber(http, { customerId: idFrom(ids, "customerId"), email }, signal);
  if (!reply.ok) return toFailed(reply);
  return reply.value && resultOf({ ...reply, value: reply.value }, operation);
}

/** Up to so many users are asked about one by one; more are taken from the list of those who have not consented. */
const askOneByOne = 3;

/** What became of users who must consent: all that could be asked about. */
export async function pollUsers(http: Http, waiting: readonly Waiting[], signal: AbortSignal): Promise<PollAnswer> {
  const final = new Map<OperationId, AttemptResult>();
  const listed = waiting.length > askOneByOne ? await listUndecided(http, signal) : new Map<string, Subscriber>();
  if ("failure" in listed) return { final, failure: listed.failure };
  for (const { operation, ids } of waiting) {
    const subscriberId = idFrom(ids, "subscriberId");
    const undecided = listed.get(subscriberId);
    const reply = undecided ? { value: undecided, trace: {} } : await getSubscriber(http, subscriberId, signal);
    if ("failure" in reply && reply.failure.kind !== "rejected") return { final, failure: reply.failure };
    final.set(operation.id, "failure" in reply ? toFailed(reply) : resultOf(reply, operation));
  }
  return { final };
}

async function listUndecided(
  http: Http,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Subscriber> | { readonly failure: Failure }> {
  const found = new Map<string, Subscriber>();
  for await (const page of listSubscribers(http, { status: "pending_user_migration" }, signal)) {
    if (!page.ok) return { failure: page.failure };
    for (const subscriber of page.value) found.set(subscriber.id, subscriber);
  }
  return found;
}

/** A person's id comes with the subscriber once it is provisioned, else by e-mail. */
export async function applyRoles(
  http: Http,
  operation: OperationOf<"roles">,
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
  return { status: "failed", failure: { kind: "unavailable", sent: true, message } };
}

function toUserResult(reply: Reply<Subscriber>, operation: Operation): AttemptResult {
  return reply.ok ? resultOf(reply, operation) : toFailed(reply);
}

function resultOf(
  { value: subscriber, trace }: Pick<Success<Subscriber>, "value" | "trace">,
  operation: Operation,
): AttemptResult {
  const ids = { subscriberId: subscriber.id, ...(subscriber.personId ? { personId: subscriber.personId } : {}) };
  if (subscriber.status !== "pending_user_migration")
    return { status: "done", effect: effectOf(operation), ids, trace };
  return { status: "pending", reason: undecidedReason, ids, trace };
}

const undecidedReason =
  "The person has a free Webex account and must consent to the move (pending_user_migration); Webex has sent the mail.";
