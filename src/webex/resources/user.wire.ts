/** How Webex spells a user, which it calls a subscriber: routes, what is read, what is sent. One request a call. */

import { z } from "zod";
import { isSameName } from "../../model/names.ts";
import type { Payloads } from "../../model/plan.ts";
import { type SentWithUser, sentWithUser } from "../../model/records.ts";
import { type ListRequest, readAll, readPages } from "../http/pages.ts";
import type { Http, Reply } from "../http/request.ts";
import { noAnswer, optionalText, remarksSchema } from "../http/wire.ts";
import { isSameOrUnknown } from "../ids.ts";

export const subscriberSchema = z
  .object({
    id: z.string(),
    /** Only when provisioned. */
    personId: optionalText,
    email: z.string(),
    customerId: optionalText,
    externalCustomerId: optionalText,
    /** Old spelling, for one package. */
    package: optionalText,
    packages: z.array(z.string()).nullish(),
    /** provisioned, pending_user_migration */
    status: optionalText,
    errors: remarksSchema,
    created: optionalText,
  })
  .transform(({ package: single, packages, created, ...subscriber }) => ({
    ...subscriber,
    createdAt: created,
    email: subscriber.email.toLowerCase(),
    packages: packages ?? (single ? [single] : []),
  }));
export type Subscriber = z.infer<typeof subscriberSchema>;

export const subscriberPageSchema = z
  .object({ items: z.array(subscriberSchema).nullish() })
  .transform((page) => page.items ?? []);

/** Number, extension and location of a user; they are for packages with calling. */
export type Telephone = Pick<Payloads["user"], "phoneNumber" | "extension"> & { readonly locationId?: string };

export type NewSubscriber = Telephone &
  SentWithUser &
  Pick<Payloads["user"], "email" | "packages"> & { readonly customerId: string };

/** `telephone` only on the way from a package without calling to one with it. */
export type SubscriberChange = { readonly packages: readonly string[]; readonly telephone?: Telephone };

/** Body of POST /wholesale/subscribers, and of its precheck in the full variant. The fields sent with a user bear Webex's names. */
export function encodeNewSubscriber(subscriber: NewSubscriber) {
  const { customerId, email, packages } = subscriber;
  return {
    customerId,
    email,
    packages,
    provisioningParameters: { ...sentWithUser(subscriber), ...encodeTelephone(subscriber) },
  };
}

/** Body of PUT /wholesale/subscribers/{subscriberId}. */
export function encodeSubscriberChange({ packages, telephone }: SubscriberChange) {
  return { packages, ...(telephone && { provisioningParameters: encodeTelephone(telephone) }) };
}

function encodeTelephone({ phoneNumber, extension, locationId }: Telephone) {
  return {
    ...(phoneNumber && { primaryPhoneNumber: phoneNumber }),
    ...(extension && { extension }),
    ...(locationId && { locationId }),
  };
}

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

/** The user of a customer, or of any of ours, with this e-mail, whatever its case; `undefined` when there is none. */
export async function findSubscriber(
  http: Http,
  { customerId, email }: { readonly customerId?: string; readonly email: string },
  signal: AbortSignal,
): Promise<Reply<Subscriber | undefined>> {
  const reply = await readAll(http, subscriberList({ ...(customerId ? { customerId } : {}), email }, signal));
  return reply.ok ? { ...reply, value: reply.value.find((subscriber) => isSameName(subscriber.email, email)) } : reply;
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

/** As it is documented; and as its neighbours are, should Webex know it there alone. */
export const consentRoutes = [
  "/subscribers/{subscriberId}/emails/consentMove",
  "/wholesale/subscribers/{subscriberId}/emails/consentMove",
] as const;

/** Sends the mail that asks for consent again. Each time somebody is mailed. */
export function sendConsentMail(
  http: Http,
  route: (typeof consentRoutes)[number],
  subscriberId: string,
  signal: AbortSignal,
): Promise<Reply<undefined>> {
  return http.send({ method: "POST", route, params: { subscriberId }, answer: noAnswer, signal });
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
    isAskedFor: ({ customerId }) => isSameOrUnknown(customerId, filter.customerId),
    counted: { parameter: "offset", first: 0, pageSize },
    signal,
  };
}
