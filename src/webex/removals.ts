/** Takes things away: roles, users, identities, customers, organisations. What is gone already is done. */
import type { AttemptResult, Ids } from "../model/outcome.ts";
import type { Operation } from "../model/plan.ts";
import { orAbsent } from "./absent.ts";
import { deleteCustomer, getCustomer } from "./customers.ts";
import { deleteOrganization, getOrganization } from "./organizations.ts";
import { idFrom, refuse, toFailed } from "./reply-result.ts";
import type { Http, Reply } from "./request.ts";
import { deletePerson, getPerson, patchRoles } from "./roles.ts";
import { deleteSubscriber, getSubscriber } from "./subscribers.ts";

/** Webex answers 202 for a customer: when it is gone is learnt by polling. */
export async function remove(http: Http, operation: Operation, ids: Ids, signal: AbortSignal): Promise<AttemptResult> {
  switch (operation.resource) {
    case "customer":
      return removeCustomer(http, ids, signal);
    case "organization":
      return toRemoved(await deleteOrganization(http, idFrom(ids, "orgId"), signal));
    case "user":
      return toRemoved(await deleteSubscriber(http, idFrom(ids, "subscriberId"), signal));
    case "person":
      return toRemoved(await deletePerson(http, personOf(ids), signal));
    case "roles":
      return toRemoved(
        await patchRoles(http, { ...personOf(ids), change: { remove: operation.payload.roles } }, signal),
      );
    case "location":
      return { status: "done", effect: "deleted", ids: {} }; // it went with its organisation, which this needs
    default:
      return refuse(
        "undo_by_hand",
        `Webex offers no call that removes this (${operation.resource}).`,
        "Use Control Hub.",
      );
  }
}

/** Is it gone? `undefined`: it is still there. For removals of which we do not know whether they arrived. */
export async function findRemoved(
  http: Http,
  { resource }: Operation,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult | undefined> {
  switch (resource) {
    case "customer":
      return findCustomerGone(http, ids, signal);
    case "organization":
      return goneOrNot(await getOrganization(http, idFrom(ids, "orgId"), signal));
    case "user":
      return goneOrNot(await getSubscriber(http, idFrom(ids, "subscriberId"), signal));
    case "person":
      return goneOrNot(await getPerson(http, personOf(ids), signal));
    default:
      return undefined; // taking a role that is not there changes nothing
  }
}

async function removeCustomer(http: Http, ids: Ids, signal: AbortSignal): Promise<AttemptResult> {
  const customerId = idFrom(ids, "customerId");
  const reply = await deleteCustomer(http, customerId, signal);
  return reply.ok ? { status: "accepted", ids: { customerId }, trace: reply.trace } : toRemoved(reply);
}

/** On its way out, it is waited for. */
async function findCustomerGone(http: Http, ids: Ids, signal: AbortSignal): Promise<AttemptResult | undefined> {
  const customerId = idFrom(ids, "customerId");
  const reply = await getCustomer(http, customerId, signal);
  const isLeaving = reply.ok && reply.value.status === "deleting";
  return isLeaving ? { status: "accepted", ids: { customerId }, trace: reply.trace } : goneOrNot(reply);
}

function toRemoved(reply: Reply<unknown>): AttemptResult {
  const gone = orAbsent(reply);
  return gone.ok ? { status: "done", effect: "deleted", ids: {}, trace: gone.trace } : toFailed(gone);
}

function goneOrNot(reply: Reply<unknown>): AttemptResult | undefined {
  return reply.ok ? undefined : toRemoved(reply);
}

function personOf(ids: Ids) {
  return { orgId: idFrom(ids, "orgId"), personId: idFrom(ids, "personId") };
}
