/** The external id of a wholesale customer that exists: given by its customer id, since a search by the old one finds nothing any more. */
import type { AttemptResult, Failure } from "../../model/outcome.ts";
import type { Waiting } from "../../model/ports.ts";
import { text } from "../../model/words/text.ts";
import type { Http, Reply } from "../http/request.ts";
import { type Customer, getCustomer, updateCustomer } from "./customer.wire.ts";
import { beingDeleted, busy, idsOfCustomer, phaseOf } from "./customer-outcome.ts";
import { type End, pollCustomers } from "./customer-poll.ts";
import { idFrom, toFailed } from "./reply-result.ts";
import { type Call, changesByHand, type Resource } from "./resource.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    /** Gives a customer that is there another external id; its packages are sent as they are. */
    readonly external_id: {
      readonly externalId: string;
      /** As they were when the plan was made: they must be the same afterwards. */
      readonly packages: readonly string[];
    };
  }
}

/** Given twice, it is the same. */
const externalId = {
  update: give,
  poll: (http, waiting, signal) => pollCustomers(http, waiting, endOf, signal),
  byHand: ({ operation: { key, changes } }) => changesByHand(changes, text("page_customer", { where: key })),
} satisfies Resource<"external_id">;

export const externalIdResources = { external_id: externalId };

/** The customer is read first: it may have the id already, after an answer that was lost; and its packages are sent exactly as they are, or they would go. */
async function give({ http, operation, ids, signal }: Call<"external_id">): Promise<AttemptResult> {
  const customerId = idFrom(ids, "customerId");
  const read = await getCustomer(http, customerId, signal);
  if (!read.ok) return toFailed(read);
  const { externalId: wanted } = operation.payload;
  if (read.value.externalId === wanted) return { status: "accepted", ids: { customerId }, trace: read.trace };
  const { packages } = read.value;
  const reply = await updateCustomer(http, { customerId, change: { externalId: wanted, packages } }, signal);
  if (reply.ok) return { status: "accepted", ids: { customerId }, trace: reply.trace };
  const isWorking = reply.failure.status === 409 && phaseOf(read.value.status) === "working";
  return isWorking ? busy(read.value) : toFailed(reply);
}

/** Done when Webex has done with the customer, shows it under the new id, and with the packages that it had. */
async function endOf(_http: Http, { operation }: Waiting, reply: Reply<Customer>): Promise<End> {
  if (!reply.ok) return reply.failure.kind === "rejected" ? { result: toFailed(reply) } : { failure: reply.failure };
  const { value: customer, trace } = reply;
  if (operation.resource !== "external_id") return {};
  const { externalId: wanted, packages } = operation.payload;
  if (customer.status === "deleting") return { result: beingDeleted(customer, trace) };
  const isGiven = customer.externalId === wanted;
  if (phaseOf(customer.status) === "working" || (!isGiven && customer.status !== "error")) return {};
  const lost = packages.filter((code) => !customer.packages.includes(code));
  if (isGiven && lost.length === 0)
    return { result: { status: "done", effect: "updated", ids: idsOfCustomer(customer), trace } };
  const failure = isGiven ? packagesLost(wanted, lost) : notGiven(wanted, customer);
  return { result: { status: "failed", failure: { ...failure, ...trace } } };
}

function notGiven(wanted: string, { externalId: now = "" }: Customer): Failure {
  const message = text("external_id_not_given", { wanted, now });
  return { ...halfApplied, column: "external_id", message, hint: text("retry_later") };
}

function packagesLost(name: string, packages: readonly string[]): Failure {
  const message = text("packages_lost", { name, packages });
  return { ...halfApplied, column: "packages", message, hint: text("apply_gives_them_again") };
}

const halfApplied = { kind: "rejected", sent: true, errorCode: "half_applied" } as const;
