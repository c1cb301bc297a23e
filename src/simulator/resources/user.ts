/** /wholesale/subscribers: create, read, change, remove, precheck. */
import { ownCodes } from "../codes.ts";
import { cutPage, oneMore } from "../http/paging.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { onBehalfQuery } from "../http/wire.ts";
import { decodeId, encodeId } from "../ids.ts";
import { refuse } from "../refusal.ts";
import { findSubPartner } from "../rules/organization-access.ts";
import { hasCallingPackage } from "../rules/packages.ts";
import { giveLine, takeLine } from "../rules/placement.ts";
import {
  checkChangedSubscriber,
  checkNewSubscriber,
  checkProspectiveSubscriber,
  type Granted,
} from "../rules/user-rules.ts";
import { needsConsent, userErrorFor } from "../scenarios.ts";
import type { Subscriber } from "../store/subscribers.ts";
import { timestamp, type World } from "../world.ts";
import { findCustomer, prechecked } from "./customer.ts";
import * as requests from "./user.wire.ts";

const list = defineRoute({
  method: "GET",
  path: "/wholesale/subscribers",
  query: requests.subscribersQuery,
  answer({ query, url }, world) {
    const page = { max: Math.min(query.max ?? 50, 100), offset: query.offset ?? 0 };
    const found = world.store.subscribers.list(toFilter(world, query), toOrder(query), oneMore(page));
    const { rows, headers } = cutPage(found, page, { url, offsetName: "offset" });
    return {
      status: 200,
      body: { items: rows.filter(({ uuid }) => world.sight.sees(uuid)).map(viewSubscriber) },
      headers,
    };
  },
});

const create = defineRoute({
  method: "POST",
  path: "/wholesale/subscribers",
  query: onBehalfQuery,
  body: requests.createSubscriber,
  rival: {
    kind: "user",
    key: ({ email }) => email,
    differ: ({ provisioningParameters, ...body }) => ({
      ...body,
      provisioningParameters: {
        ...provisioningParameters,
        ...{ firstName: "Somebody", lastName: "Else" },
        ...(provisioningParameters.extension ? { extension: otherExtension(provisioningParameters.extension) } : {}),
      },
    }),
  },
  answer({ query, body, url }, world) {
    const customer = findCustomer(world, body.customerId, query.onBehalfOfSubPartnerOrgId);
    const packages = packagesOf(body);
    const parameters = body.provisioningParameters;
    const granted = checkNewSubscriber(world, customer, { email: body.email, packages, parameters });
    const isPending = !granted.person && needsConsent(body.email);
    const now = world.clock.now();
    const subscriber: Subscriber = {
      uuid: world.newUuid(),
      customerUuid: customer.uuid,
      externalCustomerId: customer.externalId,
      subPartnerUuid: customer.subPartnerUuid ?? null,
      personUuid: admitPerson(world, customer.orgUuid, body, granted, isPending),
      email: body.email,
      packages,
      status: isPending ? "pending_user_migration" : "provisioned",
      created: now,
      lastStatusChange: now,
    };
    world.store.subscribers.add(subscriber);
    world.sight.note(subscriber.uuid);
    return { status: isPending ? 202 : 200, body: viewSubscriber(subscriber), headers: located(url, subscriber) };
  },
});

const read = defineRoute({
  method: "GET",
  path: "/wholesale/subscribers/{subscriberId}",
  query: onBehalfQuery,
  answer({ params, query, url }, world) {
    const subscriber = findSubscriber(world, params.subscriberId, query.onBehalfOfSubPartnerOrgId);
    if (!world.sight.sees(subscriber.uuid)) refuse(404, `Subscriber ${params.subscriberId} not found.`);
    return { status: 200, body: viewSubscriber(subscriber), headers: located(url, subscriber) };
  },
});

const update = defineRoute({
  method: "PUT",
  path: "/wholesale/subscribers/{subscriberId}",
  query: onBehalfQuery,
  body: requests.updateSubscriber,
  answer({ params, query, body, url }, world) {
    const before = findSubscriber(world, params.subscriberId, query.onBehalfOfSubPartnerOrgId);
    const customer = findCustomer(world, encodeId("ENTERPRISE", before.customerUuid), query.onBehalfOfSubPartnerOrgId);
    const packages = packagesOf(body);
    const parameters = body.provisioningParameters ?? {};
    const placement = checkChangedSubscriber(world, customer, before, { email: before.email, packages, parameters });
    if (placement) giveLine(world, before.personUuid, placement);
    if (!hasCallingPackage(packages)) {
      takeLine(world, before.personUuid);
      world.store.people.forgetShown(before.personUuid);
    }
    const after = { ...before, packages, lastStatusChange: world.clock.now() };
    world.store.subscribers.replace(before, after);
    return { status: 200, body: viewSubscriber(after), headers: located(url, after) };
  },
});

const remove = defineRoute({
  method: "DELETE",
  path: "/wholesale/subscribers/{subscriberId}",
  query: onBehalfQuery,
  answer({ params, query }, world) {
    const subscriber = findSubscriber(world, params.subscriberId, query.onBehalfOfSubPartnerOrgId);
    world.store.subscribers.remove(subscriber);
    if (subscriber.status === "pending_user_migration") forgetPending(world, subscriber);
    return { status: 204 };
  },
});

/** Its path has no /wholesale, as it is documented. */
const remind = defineRoute({
  method: "POST",
  path: "/subscribers/{subscriberId}/emails/consentMove",
  query: onBehalfQuery,
  answer({ params, query }, world) {
    const { status, email } = findSubscriber(world, params.subscriberId, query.onBehalfOfSubPartnerOrgId);
    if (status !== "pending_user_migration") refuse(400, `${email} is not pending_user_migration.`);
    return { status: 204 };
  },
});

const validate = defineRoute({
  method: "POST",
  path: "/wholesale/subscribers/validate",
  effect: "read",
  query: onBehalfQuery,
  body: requests.validateSubscriber,
  answer({ query, body }, world) {
    const onBehalfOf = query.onBehalfOfSubPartnerOrgId;
    findSubPartner(world, onBehalfOf);
    const customer = body.customerId === undefined ? undefined : findCustomer(world, body.customerId, onBehalfOf);
    checkProspectiveSubscriber(world, customer, body);
    return prechecked;
  },
});

export const subscriberRoutes: readonly Route[] = [list, create, read, update, remove, remind, validate];

/** Of as many digits, and hardly anybody's. */
function otherExtension(extension: string): string {
  return extension.replace(/^./, (digit) => (digit === "8" ? "7" : "8"));
}

function packagesOf(body: {
  readonly package?: string | undefined;
  readonly packages?: readonly string[] | undefined;
}) {
  return body.packages ?? (body.package === undefined ? [] : [body.package]);
}

function findSubscriber(world: World, subscriberId: string, onBehalfOf: string | undefined): Subscriber {
  const uuid = decodeId("SUBSCRIBER", subscriberId);
  const subscriber = uuid === undefined ? undefined : world.store.subscribers.byUuid(uuid);
  if (!subscriber) refuse(404, `Subscriber ${subscriberId} not found.`);
  findCustomer(world, encodeId("ENTERPRISE", subscriber.customerUuid), onBehalfOf);
  return subscriber;
}

/** The UUID of the person, new or there already, with the line that it gets. */
function admitPerson(
  world: World,
  orgUuid: string,
  body: requests.CreateSubscriber,
  { person, placement }: Granted,
  isPending: boolean,
): string {
  const { people } = world.store;
  const { firstName = null, lastName = null } = body.provisioningParameters;
  const uuid = person?.uuid ?? world.newUuid();
  const created = timestamp(world);
  if (person) people.name(firstName, lastName, uuid);
  else {
    people.add({ uuid, orgUuid, email: body.email, firstName, lastName, isPending: isPending ? 1 : 0, created });
    world.sight.note(uuid);
  }
  if (placement) giveLine(world, uuid, placement);
  return uuid;
}

/** Whoever never consented leaves nothing behind. */
function forgetPending(world: World, { personUuid }: Subscriber): void {
  takeLine(world, personUuid);
  world.store.people.remove(personUuid);
}

function located(url: URL, subscriber: Subscriber): { readonly location: string } {
  return { location: `${url.origin}/v1/wholesale/subscribers/${encodeId("SUBSCRIBER", subscriber.uuid)}` };
}

function toFilter(world: World, query: requests.SubscribersQuery) {
  return {
    customerUuid: customerUuidOf(world, query),
    externalCustomerId: query.externalCustomerId,
    personUuid: query.personId && (decodeId("PEOPLE", query.personId) ?? query.personId),
    email: query.email,
    status: query.status,
    createdAfter: query.after,
    changedAfter: query.lastStatusChange,
    subPartnerUuid: findSubPartner(world, query.onBehalfOfSubPartnerOrgId),
  };
}

/** No customer has the empty UUID: what names none finds nothing. */
function customerUuidOf(world: World, query: requests.SubscribersQuery): string | undefined {
  if (query.customerId !== undefined) return decodeId("ENTERPRISE", query.customerId) ?? "";
  if (query.externalCustomerId === undefined) return undefined;
  return world.store.customers.byExternalId(query.externalCustomerId)?.uuid ?? "";
}

/** In the order of creation, unless asked otherwise. */
function toOrder({ sortBy, sortOrder = "ASC" }: requests.SubscribersQuery): string {
  return sortBy === "lastStatusChange" ? `last_status_change ${sortOrder}, seq ${sortOrder}` : `seq ${sortOrder}`;
}

/** Who has not consented yet has no person to show. */
function viewSubscriber(subscriber: Subscriber): Record<string, unknown> {
  const base = subscriber.packages.find((code) => requests.isSinglePackage(code));
  const error = userErrorFor(subscriber.email);
  const hasPerson = subscriber.status === "provisioned" && error?.works !== false;
  return {
    id: encodeId("SUBSCRIBER", subscriber.uuid),
    ...(hasPerson ? { personId: encodeId("PEOPLE", subscriber.personUuid) } : {}),
    email: subscriber.email,
    customerId: encodeId("ENTERPRISE", subscriber.customerUuid),
    externalCustomerId: subscriber.externalCustomerId,
    ...(base === undefined ? {} : { package: base }),
    packages: subscriber.packages,
    status: subscriber.status,
    ...(error ? { errors: [userError] } : {}),
    created: new Date(subscriber.created).toISOString(),
    lastStatusChange: new Date(subscriber.lastStatusChange).toISOString(),
  };
}

const userError = { errorCode: ownCodes.userIncomplete, description: "The user could not be provisioned completely." };
