/** A wholesale customer: its packages, billing address and template, and the tie to its organization. Webex answers 202 to what is sent; what becomes of it is learnt by polling. */
import { addressChanges, type Comparison, changeOf, changeOfName } from "../../model/changes.ts";
import type { ExistingCustomer } from "../../model/existing.ts";
import { type Difference, differencesOf, existsDifferently, type Found, judgeTheirs } from "../../model/found.ts";
import type { AttemptResult, Trace } from "../../model/outcome.ts";
import { hasCalling } from "../../model/packages.ts";
import type { Change, Operation, OperationOf, Payloads } from "../../model/plan.ts";
import type { Waiting } from "../../model/ports.ts";
import type { Address } from "../../model/records.ts";
import { inEnglish, type Text, text } from "../../model/words/text.ts";
import type { Http, Refused, Reply } from "../http/request.ts";
import { isSameId } from "../ids.ts";
import {
  type Customer,
  type CustomerChange,
  createCustomer,
  deleteCustomer,
  findCustomer,
  getCustomer,
  updateCustomer,
} from "./customer.wire.ts";
import { goneText } from "./customer-going.ts";
import {
  blameProvisioningId,
  busy,
  idsOfCustomer,
  outcomeOfCustomer,
  outcomeOfWait,
  phaseOf,
} from "./customer-outcome.ts";
import { type End, pollCustomers } from "./customer-poll.ts";
import { getOrganization, renameOrganization } from "./organization.wire.ts";
import { goneOrNot, idFrom, refuse, toFailed, toRemoved } from "./reply-result.ts";
import { type ByHand, type Call, changesByHand, type PastCall, type Resource } from "./resource.ts";

export type CustomerPayload = Payloads["customer"];

/** What an update of a customer may send in addition to its packages. */
export type CustomerPart =
  | "billingAddress"
  | "headOffice"
  | "packageLimits"
  | "meetingsTimezone"
  | "subPartnerAdminEmail";

declare module "../../model/plan.ts" {
  interface Payloads {
    readonly customer: {
      readonly externalId: string;
      readonly provisioningId?: string;
      readonly orgId?: string;
      readonly name?: string;
      readonly adminEmail?: string;
      readonly language?: string;
      /** The whole list: an update replaces what is there. */
      readonly packages: readonly string[];
      readonly packageLimits: Readonly<Record<string, number>>;
      readonly billingAddress: Address;
      readonly headOffice?: {
        readonly name: string;
        readonly address: Address;
        readonly timezone: string;
        readonly language: string;
        readonly emergencyLocationIdentifier?: string;
      };
      readonly meetingsTimezone?: string;
      readonly subPartnerAdminEmail?: string;
      /** An update sends only these in addition to the packages. */
      readonly only?: readonly CustomerPart[];
    };
    /** Waits until Webex has done with a customer that is there, on behalf of a row of a location or a user. */
    readonly customer_ready: { readonly externalId: string };
  }
}

export const customer = {
  read,
  create,
  update,
  remove,
  find,
  findGone,
  change,
  poll,
  diff,
  byHand,
} satisfies Resource<"customer">;

/** Rows of a customer that Webex still changes wait for it. */
const customerReady = {
  read: async ({ ids }) => ({ status: "accepted", ids: { customerId: idFrom(ids, "customerId") } }),
  poll,
} satisfies Resource<"customer_ready">;

export const customerResources = { customer, customer_ready: customerReady };

type CustomerCall = Call<"customer">;

/** One that was there when the plan was made, and on which Webex still worked. */
async function read(call: CustomerCall): Promise<AttemptResult> {
  const found = await find(call);
  if (!found) return goneSincePlanned(call.operation.key);
  const { result, differences = [] } = found;
  return result.status === "done" && differences.length > 0 ? existsDifferently(call.operation, differences) : result;
}

async function create({ http, operation, ids, signal }: CustomerCall): Promise<AttemptResult> {
  const { provisioningId = ids.provisioningId, ...sent } = operation.payload;
  if (!provisioningId) return withoutProvisioningId();
  const reply = await createCustomer(http, { ...sent, provisioningId }, signal);
  if (reply.ok) return { status: "accepted", ids: reply.value, trace: reply.trace };
  return toFailed({ ...reply, failure: blameProvisioningId(reply.failure) });
}

async function update(call: CustomerCall): Promise<AttemptResult> {
  const customerId = idFrom(call.ids, "customerId");
  const reply = await sendChange(call, customerId);
  if (!reply.ok) return whyNotNow(call, customerId, reply);
  return { status: "accepted", ids: { customerId }, trace: reply.trace };
}

/** Where Webex asks for it, with the head office too: its description wants it when a calling package changes, and the service mostly does not. */
async function sendChange(
  { http, operation: { payload }, signal }: CustomerCall,
  customerId: string,
): Promise<Reply<undefined>> {
  const change = changeSent(payload);
  const reply = await updateCustomer(http, { customerId, change }, signal);
  const { headOffice } = payload;
  const isAskedFor =
    !reply.ok && reply.failure.status === 400 && headOfficeWanted.test(inEnglish(reply.failure.message));
  if (!isAskedFor || !headOffice || change.headOffice) return reply;
  return updateCustomer(http, { customerId, change: { ...change, headOffice } }, signal);
}

const headOfficeWanted = /provisioning ?parameters|calling\.location|calling location/i;

/** The packages are the whole list always; of the rest only what differs. */
function changeSent({ packages, only, ...parts }: OperationOf<"customer">["payload"]): CustomerChange {
  if (!only) return { packages, ...parts };
  const changed = Object.fromEntries(only.map((part) => [part, parts[part]]));
  return { packages, ...changed };
}

/** A change that Webex does not take (409): because it still works on the customer? Then it will. */
async function whyNotNow({ http, signal }: CustomerCall, customerId: string, refused: Refused): Promise<AttemptResult> {
  if (refused.failure.status !== 409) return toFailed(refused);
  const reply = await getCustomer(http, customerId, signal);
  const isWorking = reply.ok && phaseOf(reply.value.status) === "working" && reply.value.status !== "deleting";
  return isWorking ? busy(reply.value) : toFailed(refused);
}

/** The tie between wholesale and the organization is undone; the organization stays. */
async function remove({ http, ids, signal }: CustomerCall): Promise<AttemptResult> {
  const customerId = idFrom(ids, "customerId");
  const reply = await deleteCustomer(http, customerId, signal);
  return reply.ok ? { status: "accepted", ids: { customerId }, trace: reply.trace } : toRemoved(reply);
}

/** On its way out, it is waited for. */
async function findGone({ http, ids, signal }: CustomerCall): Promise<AttemptResult | undefined> {
  const customerId = idFrom(ids, "customerId");
  const reply = await getCustomer(http, customerId, signal);
  const isLeaving = reply.ok && reply.value.status === "deleting";
  return isLeaving ? { status: "accepted", ids: { customerId }, trace: reply.trace } : goneOrNot(reply);
}

// What differs

/** What is wanted of a customer, or was sent. `packages`: the whole list that it is to have; see `withKept`. */
export type WantedCustomer = {
  readonly packages?: readonly string[];
  readonly billingAddress?: Address;
  readonly orgId?: string | undefined;
  readonly name?: string | undefined;
} & SentCustomer;

/** What Webex does not tell of a customer, or only when it is made. */
export type SentCustomer = {
  readonly language?: string | undefined;
  readonly packageLimits?: Readonly<Record<string, number>> | undefined;
  readonly meetingsTimezone?: string | undefined;
  readonly subPartnerAdminEmail?: string | undefined;
  readonly adminEmail?: string | undefined;
  readonly provisioningId?: string | undefined;
  readonly template?: string | undefined;
};

/** What was read of a customer, as far as it was. `sent`: what it was sent last, where that is known. */
export type FoundCustomer = Partial<
  Pick<ExistingCustomer, "packages" | "failedPackages" | "billingAddress" | "orgId">
> & {
  readonly name?: string | undefined;
  readonly sent?: (SentCustomer & { readonly name?: string | undefined }) | undefined;
};

/** The name stands at the organization, and so does the language. */
function diff(want: WantedCustomer, found: FoundCustomer, how: Comparison = "asked"): readonly Change[] {
  const { name, orgId, sent } = found;
  const isElsewhere = want.orgId && orgId && !isSameId(want.orgId, orgId);
  return [
    ...packageChanges(want, found, how),
    ...(want.billingAddress ? addressChanges(found.billingAddress, want.billingAddress, how) : []),
    ...(name === undefined ? [] : changeOfName("name", name, want.name, sent?.name, how)),
    ...(isElsewhere ? changeOf("org_id", orgId, want.orgId) : []),
    ...(sent ? sentChanges(want, sent) : []),
  ];
}

function packageChanges(want: WantedCustomer, found: FoundCustomer, how: Comparison): readonly Change[] {
  if (!want.packages || !found.packages) return [];
  const { packages, failedPackages = [] } = found;
  const wanted = new Set(want.packages);
  const changes = changeOf("packages", listed(packages), listed(want.packages), "exact");
  if (how === "exact") return changes;
  // Webex may manage now what it could not before
  const failed = failedPackages.filter((code) => wanted.has(code));
  return [
    ...changes,
    ...failed.map((code) => ({ field: "packages", before: [code, "failed"].join(" "), after: code })),
  ];
}

/** A value that was never sent is not known to differ, where Webex accepts it only once. */
function sentChanges(want: WantedCustomer, sent: SentCustomer): readonly Change[] {
  const limits = { ...sent.packageLimits, ...want.packageLimits };
  return [
    ...changeOf("package_limits", formatLimits(sent.packageLimits), want.packageLimits && formatLimits(limits)),
    ...changeOf("meetings_timezone", sent.meetingsTimezone, want.meetingsTimezone),
    ...changeOf("sub_partner_admin_email", sent.subPartnerAdminEmail, want.subPartnerAdminEmail),
    ...changeOf("language", sent.language, want.language),
    ...(sent.adminEmail ? changeOf("admin_email", sent.adminEmail, want.adminEmail) : []),
    ...(sent.provisioningId ? changeOf("provisioning_id", sent.provisioningId, want.provisioningId) : []),
    ...(sent.template ? changeOf("template", sent.template, want.template) : []),
  ];
}

/** The wanted packages, and those that are there: nothing that a row does not name is taken away. */
export function withKept(wanted: readonly string[], existing: readonly string[]): readonly string[] {
  return [...new Set([...existing, ...wanted])];
}

function listed(codes: readonly string[]): string {
  return codes.toSorted().join(";");
}

/** As a cell of `package_limits` has them. */
export function formatLimits(limits: Readonly<Record<string, number>> = {}): string {
  return Object.entries(limits)
    .map(([code, limit]) => `${code}=${limit}`)
    .toSorted()
    .join(";");
}

// What is there already

/** By external id. */
async function find(call: CustomerCall): Promise<Found | undefined> {
  const { http, operation, signal } = call;
  const reply = await findCustomer(http, operation.payload.externalId, signal);
  if (!reply.ok) return { result: toFailed(reply) };
  return reply.value && compare(call, { value: reply.value, trace: reply.trace });
}

type Read = { readonly value: Customer; readonly trace: Trace };

/** The name is that of the organization; an attached organization keeps its own until it is renamed. */
async function compare(
  { http, operation, signal }: Pick<CustomerCall, "http" | "operation" | "signal">,
  read: Read,
): Promise<Found> {
  const { value: there, trace } = read;
  const { packages, billingAddress, orgId, name } = operation.payload;
  const ids = idsOfCustomer(there);
  const result = outcomeOfCustomer(operation, read) ?? ({ status: "accepted", ids, trace } as const);
  if (result.status === "failed" && !result.refused) return { result };
  const existing = toExistingCustomer(there);
  const differences = [
    ...differencesOf(diff({ packages: withKept(packages, existing.packages), billingAddress }, existing), true),
    ...differencesOf(diff({ orgId }, existing), false),
  ];
  if (!name || orgId || !there.orgId) return { result, differences };
  const organization = await getOrganization(http, there.orgId, signal);
  if (!organization.ok) return { result: toFailed(organization) };
  const names = diff({ name }, { name: organization.value.displayName });
  return { result, differences: [...differences, ...differencesOf(names, true)] };
}

/** Sends what differs; a customer that Webex still works on is busy. */
async function change(
  { http, operation, ids, signal }: CustomerCall,
  differences: readonly Difference[],
): Promise<AttemptResult> {
  const { name, packages: wanted, billingAddress, headOffice } = operation.payload;
  const differs = (isMeant: (field: string) => boolean) => differences.some(({ field }) => isMeant(field));
  const customerId = idFrom(ids, "customerId");
  const reply = await getCustomer(http, customerId, signal);
  if (!reply.ok) return toFailed(reply);
  const there = reply.value;
  if (phaseOf(there.status) === "working") return busy(there);
  if (name && differs((field) => field === "name")) {
    const renamed = await renameOrganization(http, { orgId: idFrom(ids, "orgId"), name }, signal);
    if (!renamed.ok) return toFailed(renamed);
  }
  const isNewCalling = hasCalling(wanted) && !hasCalling(there.packages);
  const change = {
    packages: withKept(wanted, there.packages),
    ...(differs((field) => field !== "name" && field !== "packages") ? { billingAddress } : {}),
    ...(isNewCalling && headOffice ? { headOffice } : {}),
  };
  if (!differs((field) => field !== "name")) return { status: "done", effect: "updated", ids };
  const sent = await updateCustomer(http, { customerId, change }, signal);
  return sent.ok ? { status: "accepted", ids: idsOfCustomer(there), trace: sent.trace } : toFailed(sent);
}

// What becomes of it

function poll(http: Http, waiting: readonly Waiting[], signal: AbortSignal) {
  return pollCustomers(http, waiting, endOf, signal);
}

/** Nothing is claimed of a customer that was found, not made, before it was compared as it is now. */
async function endOf(
  http: Http,
  { operation, effect }: Waiting,
  reply: Reply<Customer>,
  signal: AbortSignal,
): Promise<End> {
  if (!reply.ok)
    return reply.failure.kind === "rejected"
      ? { result: outcomeOfMissing(operation, reply) }
      : { failure: reply.failure };
  if (operation.resource === "customer_ready") return { result: outcomeOfWait(operation, reply) };
  const result = outcomeOfCustomer(operation, reply);
  if (!result || operation.resource !== "customer") return { result };
  const isTheirs = effect === "unchanged" || (operation.action === "read" && result.status === "done");
  if (!isTheirs) return { result: effect && result.status !== "failed" ? { ...result, effect } : result };
  const found = judgeTheirs(operation, await compare({ http, operation, signal }, reply));
  const isPassing = found.status === "failed" && found.failure.kind !== "rejected";
  return isPassing ? { failure: found.failure } : { result: found };
}

/** Who was to be removed, and is not there any more, is removed. */
function outcomeOfMissing({ resource, action, key }: Operation, reply: Refused): AttemptResult {
  const isGone = action === "delete" && reply.failure.status === 404;
  if (isGone) return { status: "done", effect: "deleted", ids: {}, trace: { status: 404 } };
  if (reply.failure.status !== 404) return toFailed(reply);
  if (resource === "customer_ready") return { status: "failed", failure: { ...reply.failure, ...goneText(key) } };
  const message = text("customer_not_under_id", { name: key, reason: reply.failure.message });
  const hint = text("look_in_partner_hub");
  return { status: "failed", failure: { ...reply.failure, message, hint } };
}

/** As a plan knows it. */
export function toExistingCustomer(customer: Customer): ExistingCustomer {
  const { id, orgId, externalId, status, packages, packageStates, billingAddress } = customer;
  const failed = packageStates.filter((state) => state.status === "error").map(({ name }) => name);
  return {
    customerId: id,
    status,
    packages,
    ...(failed.length > 0 ? { failedPackages: failed } : {}),
    ...(orgId ? { orgId } : {}),
    ...(externalId ? { externalId } : {}),
    ...(billingAddress ? { billingAddress } : {}),
  };
}

function goneSincePlanned(externalId: string): AttemptResult {
  return refuse("customer_gone", text("customer_gone_since_plan", { name: externalId }), text("apply_once_more"));
}

function withoutProvisioningId(): AttemptResult {
  return refuse(
    "template_without_provisioning_id",
    text("template_unlinked"),
    text("make_template_and_link", {}),
    "template",
  );
}

// What a person does

/** `name`: as people know it, or its external id. */
export function pageOfCustomer(name: string): Text {
  return text("page_customer", { where: name });
}

/** One that was created is removed; what was changed of another stays. */
function byHand({ operation: { key, changes } }: PastCall<"customer">): readonly ByHand[] {
  return changesByHand(changes, pageOfCustomer(key));
}
