/** Calls for wholesale customers. One request each; waiting for a customer is the caller's. */

import { type ListRequest, readAll, readPages } from "./pages.ts";
import type { Http, Refused, Reply } from "./request.ts";
import { noAnswer } from "./wire.ts";
import {
  type Customer,
  type CustomerChange,
  customerIdOf,
  customerPageSchema,
  customerSchema,
  customerUrlSchema,
  encodeCustomerChange,
  encodeNewCustomer,
  type NewCustomer,
} from "./wire-customers.ts";

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

/** Asks for a customer to be made. The answer (202) is its id; `getCustomer` tells what becomes of it. */
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

/** Asks for a customer to be changed (202); `getCustomer` tells when it is. */
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
    counted: { parameter: "offset", first: 0, pageSize },
    signal,
  };
}

function withoutId(status: number): Refused {
  const message = "Webex took the customer, and its answer holds no customer id.";
  return { ok: false, failure: { kind: "contract", sent: true, message, status } };
}
