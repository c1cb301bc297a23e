/** Calls for wholesale subscribers: the users of a customer. */

import { type ListRequest, readAll, readPages } from "./pages.ts";
import type { Http, Reply } from "./request.ts";
import { noAnswer } from "./wire.ts";
import {
  encodeNewSubscriber,
  encodeSubscriberChange,
  type NewSubscriber,
  type Subscriber,
  type SubscriberChange,
  subscriberPageSchema,
  subscriberSchema,
} from "./wire-subscribers.ts";

const listRoute = "/wholesale/subscribers";
const oneRoute = "/wholesale/subscribers/{subscriberId}";
/** The most that Webex gives. */
const pageSize = 100;

export type SubscriberFilter = { readonly customerId?: string; readonly email?: string; readonly status?: string };

/** Subscribers of the partner or of one customer, page by page. */
export function listSubscribers(
  http: Http,
  filter: SubscriberFilter,
  signal: AbortSignal,
): AsyncGenerator<Reply<readonly Subscriber[]>, void> {
  return readPages(http, subscriberList(filter, signal));
}

/** The user of a customer with this e-mail, whatever its case; `undefined` when there is none. */
export async function findSubscriber(
  http: Http,
  { customerId, email }: { readonly customerId: string; readonly email: string },
  signal: AbortSignal,
): Promise<Reply<Subscriber | undefined>> {
  const reply = await readAll(http, subscriberList({ customerId, email }, signal));
  const sought = email.toLowerCase();
  return reply.ok ? { ...reply, value: reply.value.find((subscriber) => subscriber.email === sought) } : reply;
}

/** One subscriber. */
export function getSubscriber(http: Http, subscriberId: string, signal: AbortSignal): Promise<Reply<Subscriber>> {
  return http.send({ method: "GET", route: oneRoute, params: { subscriberId }, answer: subscriberSchema, signal });
}

/** Makes a user. Status 200: done; 202: Webex waits for the consent of somebody who has a free account. */
export function createSubscriber(
  http: Http,
  subscriber: NewSubscriber,
  signal: AbortSignal,
): Promise<Reply<Subscriber>> {
  const body = encodeNewSubscriber(subscriber);
  return http.send({ method: "POST", route: listRoute, body, answer: subscriberSchema, signal });
}

/** Changes a user's packages. Name, e-mail, and the telephone of a user who has calling already cannot be changed here. */
export function updateSubscriber(
  http: Http,
  { subscriberId, change }: { readonly subscriberId: string; readonly change: SubscriberChange },
  signal: AbortSignal,
): Promise<Reply<Subscriber>> {
  const body = encodeSubscriberChange(change);
  const params = { subscriberId };
  return http.send({ method: "PUT", route: oneRoute, params, body, answer: subscriberSchema, signal });
}

/** Undoes the tie between wholesale and a user. */
export function deleteSubscriber(http: Http, subscriberId: string, signal: AbortSignal): Promise<Reply<undefined>> {
  return http.send({ method: "DELETE", route: oneRoute, params: { subscriberId }, answer: noAnswer, signal });
}

function subscriberList(filter: SubscriberFilter, signal: AbortSignal): ListRequest<Subscriber> {
  return {
    route: listRoute,
    query: { ...filter, max: pageSize },
    answer: subscriberPageSchema,
    counted: { parameter: "offset", first: 0, pageSize },
    signal,
  };
}
