/** Webex, or the simulator in its place, as a target of operations: each resource by its own calls. Decides nothing about order or repetition. */
import type { AttemptResult, Ids } from "../model/outcome.ts";
import type { Operation, OperationOf } from "../model/plan.ts";
import type { PollAnswer, Target, Waiting } from "../model/ports.ts";
import {
  applyCustomer,
  applyInviteEmails,
  applyOrganizationName,
  findCustomerOf,
  pollCustomers,
  readOrganization,
} from "./customer-operations.ts";
import {
  applyCalling,
  applyLocation,
  applyLocationSettings,
  applyNumbers,
  applyPstn,
  findCalling,
  findHeadOffice,
  findLocationOf,
  findNumbersOf,
} from "./place-operations.ts";
import { findRemoved, remove } from "./removals.ts";
import { refuse, toFailed } from "./reply-result.ts";
import type { Http } from "./request.ts";
import { registerTemplate } from "./templates.ts";
import { applyRoles, applyUser, findUser, pollUsers } from "./user-operations.ts";

/** `name`: only the simulator can be given a template. */
export function webexTarget(http: Http, name: Target["name"]): Target {
  return {
    name,
    apply: (operation, ids, signal) => apply(http, name, operation, ids, signal),
    find: (operation, ids, signal) => find(http, operation, ids, signal),
    poll: (waiting, signal) => poll(http, waiting, signal),
  };
}

function apply(
  http: Http,
  name: Target["name"],
  operation: Operation,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  if (operation.action === "delete") return remove(http, operation, ids, signal);
  switch (operation.resource) {
    case "template":
      return applyTemplate(http, name, operation, signal);
    case "customer":
      return applyCustomer(http, operation, ids, signal);
    case "organization":
      return readOrganization(http, operation, ids, signal);
    case "organization_name":
      return applyOrganizationName(http, operation, ids, signal);
    case "head_office":
      return findHeadOffice(http, operation, ids, signal);
    case "location":
      return applyLocation(http, operation, ids, signal);
    case "calling":
      return applyCalling(http, operation, ids, signal);
    case "pstn":
      return applyPstn(http, operation, ids, signal);
    case "numbers":
      return applyNumbers(http, operation, ids, signal);
    case "location_settings":
      return applyLocationSettings(http, operation, ids, signal);
    case "user":
      return applyUser(http, operation, ids, signal);
    case "person":
      throw new Error(`a person is never ${operation.action}d by itself`);
    case "roles":
      return applyRoles(http, operation, ids, signal);
    case "invite_emails":
      return applyInviteEmails(http, operation, ids, signal);
  }
}

/** What is not looked up here may be sent twice without harm: a PUT, a setting, a role. */
async function find(
  http: Http,
  operation: Operation,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult | undefined> {
  if (operation.action === "delete") return findRemoved(http, operation, ids, signal);
  switch (operation.resource) {
    case "customer":
      return findCustomerOf(http, operation, signal);
    case "location":
      return findLocationOf(http, operation, ids, signal);
    case "calling":
      return findCalling(http, ids, signal);
    case "numbers":
      return findNumbersOf(http, operation, ids, signal);
    case "user":
      return findUser(http, operation, ids, signal);
    default:
      return undefined;
  }
}

async function poll(http: Http, waiting: readonly Waiting[], signal: AbortSignal): Promise<PollAnswer> {
  const of = (resource: Operation["resource"]) => waiting.filter(({ operation }) => operation.resource === resource);
  const customers = await pollCustomers(http, of("customer"), signal);
  if (customers.failure || customers.hasMore) return customers;
  const users = await pollUsers(http, of("user"), signal);
  return { ...users, final: new Map([...customers.final, ...users.final]) };
}

/** A person makes templates in Partner Hub; the simulator stands in for the person. */
async function applyTemplate(
  http: Http,
  name: Target["name"],
  { payload, action }: OperationOf<"template">,
  signal: AbortSignal,
): Promise<AttemptResult> {
  if (name === "webex") {
    return refuse(
      "template_without_provisioning_id",
      `Webex has no API that makes templates, and no provisioning ID is known for "${payload.name}".`,
      `Make it in Partner Hub (Customers > Onboarding templates), copy its provisioning ID, and say: wholesale-import templates link "${payload.name}" <provisioning-id>.`,
      "provisioning_id",
    );
  }
  const reply = await registerTemplate(http, payload, signal);
  if (!reply.ok) return toFailed(reply);
  const { provisioningId, isNew } = reply.value;
  return {
    status: "done",
    effect: isNew ? "created" : action === "update" ? "updated" : "unchanged",
    ids: { provisioningId },
    trace: reply.trace,
  };
}
