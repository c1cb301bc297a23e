/** Operations on a customer and its organisation: create, change, wait, read, set. */
import type { AttemptResult, Failure, Ids } from "../model/outcome.ts";
import type { Operation, OperationId, OperationOf } from "../model/plan.ts";
import type { PollAnswer, Waiting } from "../model/ports.ts";
import { blameProvisioningId, idsOfCustomer, outcomeOfCustomer } from "./customer-outcome.ts";
import { createCustomer, findCustomer, getCustomer, listCustomers, updateCustomer } from "./customers.ts";
import { getOrganization, renameOrganization } from "./organizations.ts";
import { idFrom, refuse, toFailed, toResult } from "./reply-result.ts";
import type { Http, Refused } from "./request.ts";
import { setInviteEmails } from "./settings.ts";
import type { CustomerChange } from "./wire-customers.ts";

/** Webex answers 202: what becomes of the customer is learnt by polling. */
export async function applyCustomer(
  http: Http,
  operation: OperationOf<"customer">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const { provisioningId = ids.provisioningId, ...customer } = operation.payload;
  if (operation.action === "update") {
    const customerId = idFrom(ids, "customerId");
    const reply = await updateCustomer(http, { customerId, change: changeOf(customer) }, signal);
    return reply.ok ? { status: "accepted", ids: { customerId }, trace: reply.trace } : toFailed(reply);
  }
  if (operation.action === "read")
    return (await findCustomerOf(http, operation, signal)) ?? goneCustomer(operation.key);
  if (!provisioningId) return withoutProvisioningId();
  const reply = await createCustomer(http, { ...customer, provisioningId }, signal);
  if (reply.ok) return { status: "accepted", ids: reply.value, trace: reply.trace };
  return toFailed({ ...reply, failure: blameProvisioningId(reply.failure) });
}

/** The packages are the whole list always; of the rest only what differs. */
function changeOf({ packages, only, ...parts }: OperationOf<"customer">["payload"]): CustomerChange {
  if (!only) return { packages, ...parts };
  const changed = Object.fromEntries(only.map((part) => [part, parts[part]]));
  return { packages, ...changed };
}

/** Looks for a customer by its external id. */
export async function findCustomerOf(
  http: Http,
  operation: OperationOf<"customer">,
  signal: AbortSignal,
): Promise<AttemptResult | undefined> {
  if (operation.action === "update") return undefined;
  const reply = await findCustomer(http, operation.payload.externalId, signal);
  if (!reply.ok) return toFailed(reply);
  const { value: customer, trace } = reply;
  if (!customer) return undefined;
  const accepted = { status: "accepted", ids: idsOfCustomer(customer), trace } as const;
  return outcomeOfCustomer(operation, { value: customer, trace }) ?? accepted;
}

/** Puts the organisation on the list of those that the administrator manages. */
export async function readOrganization(
  http: Http,
  operation: OperationOf<"organization">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const orgId = idFrom(ids, "orgId");
  return toResult(await getOrganization(http, orgId, signal), operation, () => ({ orgId }));
}

export async function applyOrganizationName(
  http: Http,
  operation: OperationOf<"organization_name">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  return toResult(
    await renameOrganization(http, { orgId: idFrom(ids, "orgId"), ...operation.payload }, signal),
    operation,
  );
}

export async function applyInviteEmails(
  http: Http,
  operation: OperationOf<"invite_emails">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const { value } = operation.payload;
  return toResult(await setInviteEmails(http, { orgId: idFrom(ids, "orgId"), value }, signal), operation);
}

/** Up to so many customers are asked about one by one; more are taken from the list of those in flight. */
const askOneByOne = 3;

/** Read side by side: of a few hundred that end together the first can go on before the last has been read. */
const readTogether = 25;

/** Which of the waiting customers have come to their end. Lists those in flight in pages, then reads those that left the list until some have ended. */
export async function pollCustomers(http: Http, waiting: readonly Waiting[], signal: AbortSignal): Promise<PollAnswer> {
  const final = new Map<OperationId, AttemptResult>();
  const working = waiting.length > askOneByOne ? await idsInFlight(http, signal) : new Set<string>();
  if ("failure" in working) return { final, failure: working.failure };
  const left = waiting.filter(({ ids }) => !working.has(idFrom(ids, "customerId")));
  for (let from = 0; from < left.length; from += readTogether) {
    const asked = left.slice(from, from + readTogether);
    const ends = await Promise.all(asked.map((each) => readEnd(http, each, signal)));
    for (const { id, result } of ends) if (result) final.set(id, result);
    const failure = ends.find((end) => end.failure)?.failure;
    if (failure) return { final, failure };
    if (final.size > 0 && from + readTogether < left.length) return { final, hasMore: true };
  }
  return { final };
}

type End = { readonly id: OperationId; readonly result?: AttemptResult | undefined; readonly failure?: Failure };

async function readEnd(http: Http, { operation, ids }: Waiting, signal: AbortSignal): Promise<End> {
  const { id } = operation;
  const reply = await getCustomer(http, idFrom(ids, "customerId"), signal);
  if (reply.ok) return { id, result: outcomeOfCustomer(operation, reply) };
  if (reply.failure.kind !== "rejected") return { id, failure: reply.failure };
  return { id, result: outcomeOfMissing(operation, reply) };
}

/** Who was to be removed, and is not there any more, is removed. */
function outcomeOfMissing({ action }: Operation, reply: Refused): AttemptResult {
  const isGone = action === "delete" && reply.failure.status === 404;
  return isGone ? { status: "done", effect: "deleted", ids: {}, trace: { status: 404 } } : toFailed(reply);
}

async function idsInFlight(http: Http, signal: AbortSignal) {
  const ids = new Set<string>();
  for await (const page of listCustomers(http, { status: ["provisioning", "updating", "deleting"] }, signal)) {
    if (!page.ok) return { failure: page.failure };
    for (const { id } of page.value) ids.add(id);
  }
  return ids;
}

function goneCustomer(externalId: string): AttemptResult {
  return refuse(
    "customer_gone",
    `The customer ${externalId} was there when the plan was made, and is not any more.`,
    "Apply again.",
  );
}

function withoutProvisioningId(): AttemptResult {
  return refuse(
    "template_without_provisioning_id",
    "No provisioning ID is known for this customer's template.",
    "Make the template in Partner Hub, copy its provisioning ID, and say: wholesale-import templates link <name> <provisioning-id>.",
    "template",
  );
}
