/** How Webex spells a wholesale customer: routes, what is read, what is sent. One request a call; waiting for a customer is the caller's. */

import { z } from "zod";
import type { Payloads } from "../../model/plan.ts";
import { text } from "../../model/words/text.ts";
import { type ListRequest, readAll, readPages } from "../http/pages.ts";
import type { Http, Refused, Reply } from "../http/request.ts";
import { longestCode, toTargetText } from "../http/target-text.ts";
import {
  encodeCustomerLanguage,
  encodeLocationLanguage,
  encodeWholesaleAddress,
  noAnswer,
  optionalText,
  remarksSchema,
  wholesaleAddressSchema,
} from "../http/wire.ts";
import { isSameOrUnknown } from "../ids.ts";

/** Codes are texts here, not our `PackageCode`: an organization may have a package that is newer than this program, and must keep it. */
const packagesSchema = z
  .array(z.string())
  .nullish()
  .transform((codes) => codes ?? []);

const packageStateSchema = z.object({
  name: z.string(),
  /** provisioned, provisioning, deleting, error */
  status: optionalText,
  warnings: remarksSchema,
  errors: remarksSchema,
});

/** In whatever case; one that is deleted and still listed goes like one that is being deleted. */
function readStatus(spelled: string): string {
  const status = toTargetText(spelled, longestCode).toLowerCase();
  return status === "deleted" ? "deleting" : status;
}

export const customerSchema = z
  .object({
    id: z.string(),
    orgId: optionalText,
    externalId: optionalText,
    address: wholesaleAddressSchema.nullish(),
    status: z.string().transform(readStatus),
    packages: packagesSchema,
    resourceDetails: z.object({ packages: z.array(packageStateSchema).nullish() }).nullish(),
    errors: remarksSchema,
  })
  .transform(({ address, resourceDetails, ...customer }) => ({
    ...customer,
    billingAddress: address ?? undefined,
    packageStates: resourceDetails?.packages ?? [],
  }));
export type Customer = z.infer<typeof customerSchema>;

export const customerPageSchema = z
  .object({ items: z.array(customerSchema).nullish() })
  .transform((page) => page.items ?? []);

/** Answer to a creation, an update: where the customer can be asked for. */
export const customerUrlSchema = z.object({ url: z.string() });

/** The customer's id: the last segment of the URL that a creation answers with. */
export function customerIdOf(url: string): string | undefined {
  const last = url
    .split(/[?#]/)[0]
    ?.split("/")
    .findLast((segment) => segment !== "");
  return last === undefined || last.includes(":") ? undefined : decodeSegment(last);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** What an update may send. `packages` replaces the whole list: a package that is not in it is taken away. */
export type CustomerChange = Pick<Payloads["customer"], "packages"> &
  Partial<Pick<Payloads["customer"], "externalId" | NonNullable<Payloads["customer"]["only"]>[number]>>;

/** What a creation sends. `name` and `adminEmail` may be absent for an organization that exists (`orgId`). */
export type NewCustomer = CustomerChange &
  Pick<Payloads["customer"], "externalId" | "billingAddress" | "orgId" | "name" | "adminEmail" | "language"> & {
    readonly provisioningId: string;
  };

/** Body of PUT /wholesale/customers/{customerId}. */
export function encodeCustomerChange(change: CustomerChange) {
  const provisioningParameters = encodeParameters(change);
  return {
    ...(change.externalId && { externalId: change.externalId }),
    packages: change.packages,
    ...(change.billingAddress && { address: encodeWholesaleAddress(change.billingAddress) }),
    ...(provisioningParameters && { provisioningParameters }),
    ...(change.subPartnerAdminEmail && { subPartnerAdminEmail: change.subPartnerAdminEmail }),
  };
}

/** What a precheck is asked about: the template may not be made yet. */
export type ProspectiveCustomer = Omit<NewCustomer, "provisioningId"> & { readonly provisioningId?: string };

/** Body of POST /wholesale/customers, and of its precheck in the full variant, which tests the provisioning ID too. */
export function encodeNewCustomer(customer: ProspectiveCustomer) {
  const customerInfo = encodeCustomerInfo(customer);
  return {
    ...(customer.provisioningId && { provisioningId: customer.provisioningId }),
    ...(customer.orgId && { orgId: customer.orgId }),
    ...encodeCustomerChange(customer),
    ...(customerInfo && { customerInfo }),
  };
}

/** The API wants name and e-mail together or not at all. */
function encodeCustomerInfo({ name, adminEmail, language }: ProspectiveCustomer) {
  if (!name || !adminEmail) return undefined;
  return { name, primaryEmail: adminEmail, ...(language && { language: encodeCustomerLanguage(language) }) };
}

function encodeParameters({ headOffice, meetingsTimezone, packageLimits = {} }: CustomerChange) {
  const parameters = {
    ...(headOffice && { calling: { location: encodeHeadOffice(headOffice) } }),
    ...(meetingsTimezone && { meetings: { timezone: meetingsTimezone } }),
    ...(Object.keys(packageLimits).length > 0 && { packages: { limits: packageLimits } }),
  };
  return Object.keys(parameters).length > 0 ? parameters : undefined;
}

function encodeHeadOffice(location: NonNullable<CustomerChange["headOffice"]>) {
  const emergencyLocationIdentifier = location.emergencyLocationIdentifier;
  return {
    name: location.name,
    address: encodeWholesaleAddress(location.address),
    timezone: location.timezone,
    language: encodeLocationLanguage(location.language),
    ...(emergencyLocationIdentifier && { emergencyLocationIdentifier }),
  };
}

const listRoute = "/wholesale/customers";
const oneRoute = "/wholesale/customers/{customerId}";
/** Elements of a page. Not documented for customers; Cisco's reference application asks for as many. */
const pageSize = 100;

export type CustomerFilter = {
  readonly externalId?: string;
  readonly orgId?: string;
  readonly status?: readonly string[];
};

/** Customers of the partner, page by page: there may be many. */
export function listCustomers(
  http: Http,
  filter: CustomerFilter,
  signal: AbortSignal,
): AsyncGenerator<Reply<readonly Customer[]>, void> {
  return readPages(http, customerList(filter, signal));
}

/** The customer with this external id; `undefined` when there is none. */
export async function findCustomer(
  http: Http,
  externalId: string,
  signal: AbortSignal,
): Promise<Reply<Customer | undefined>> {
  const reply = await readAll(http, customerList({ externalId }, signal));
  return reply.ok ? { ...reply, value: reply.value.find((customer) => customer.externalId === externalId) } : reply;
}

/** One customer as it stands now. */
export function getCustomer(http: Http, customerId: string, signal: AbortSignal): Promise<Reply<Customer>> {
  return http.send({ method: "GET", route: oneRoute, params: { customerId }, answer: customerSchema, signal });
}

/** Asks for a customer to be made. The answer (202) is its id; `getCustomer` shows the outcome. */
export async function createCustomer(
  http: Http,
  customer: NewCustomer,
  signal: AbortSignal,
): Promise<Reply<{ readonly customerId: string }>> {
  const body = encodeNewCustomer(customer);
  const reply = await http.send({ method: "POST", route: listRoute, body, answer: customerUrlSchema, signal });
  if (!reply.ok) return reply;
  const customerId = customerIdOf(reply.value.url);
  return customerId ? { ...reply, value: { customerId } } : withoutId(reply.status);
}

/** Asks for a customer to be changed (202); `getCustomer` shows when it is done. */
export function updateCustomer(
  http: Http,
  { customerId, change }: { readonly customerId: string; readonly change: CustomerChange },
  signal: AbortSignal,
): Promise<Reply<undefined>> {
  const body = encodeCustomerChange(change);
  return http.send({ method: "PUT", route: oneRoute, params: { customerId }, body, answer: noAnswer, signal });
}

/** Asks for a customer to be removed (202): the tie between wholesale and the organization is undone. */
export function deleteCustomer(http: Http, customerId: string, signal: AbortSignal): Promise<Reply<undefined>> {
  return http.send({ method: "DELETE", route: oneRoute, params: { customerId }, answer: noAnswer, signal });
}

function customerList(filter: CustomerFilter, signal: AbortSignal): ListRequest<Customer> {
  return {
    route: listRoute,
    query: { ...filter, max: pageSize },
    answer: customerPageSchema,
    isAskedFor: (customer) => matches(customer, filter),
    counted: { parameter: "offset", first: 0, pageSize },
    signal,
  };
}

function matches({ externalId, orgId, status }: Customer, wanted: CustomerFilter): boolean {
  const isStatus = !wanted.status || wanted.status.includes(status);
  const isExternalId = wanted.externalId === undefined || externalId === wanted.externalId;
  return isStatus && isExternalId && isSameOrUnknown(orgId, wanted.orgId);
}

function withoutId(status: number): Refused {
  const message = text("customer_without_id");
  return { ok: false, failure: { kind: "contract", sent: true, message, status } };
}
