/** /wholesale/subscribers: create, read, change, remove, precheck. */
import { defineRoute, type Route } from "../http/routing.ts";
import { decodeId, encodeId } from "../ids.ts";
import { refuse } from "../refusal.ts";
import { onBehalfQuery } from "../requests/customers.ts";
import * as requests from "../requests/subscribers.ts";
import { findSubPartner } from "../rules/organization-access.ts";
import { hasCallingPackage } from "../rules/packages.ts";
import { place, unplace } from "../rules/placement.ts";
import { checkProspectiveSubscriber } from "../rules/prospects.ts";
import { checkChangedSubscriber, checkNewSubscriber, type Granted } from "../rules/subscriber-rules.ts";
import { needsConsent } from "../scenarios.ts";
import type { Subscriber } from "../store/subscribers.ts";
import { timestamp, type World } from "../world.ts";
import { findCustomer } from "./customers.ts";
import { listSubscribers } from "./list-subscribers.ts";
import { prechecked } from "./precheck.ts";
import { viewSubscriber } from "./subscriber-view.ts";

const create = defineRoute({
  method: "POST",
  path: "/wholesale/subscribers",
  query: onBehalfQuery,
  body: requests.createSubscriber,
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
    return { status: isPending ? 202 : 200, body: viewSubscriber(subscriber), headers: located(url, subscriber) };
  },
});

const read = defineRoute({
  method: "GET",
  path: "/wholesale/subscribers/{subscriberId}",
  query: onBehalfQuery,
  answer({ params, query, url }, world) {
    const subscriber = findSubscriber(world, params.subscriberId, query.onBehalfOfSubPartnerOrgId);
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
    if (placement) place(world, before.personUuid, placement);
    if (!hasCallingPackage(packages)) unplace(world, before.personUuid);
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

export const subscriberRoutes: readonly Route[] = [listSubscribers, create, read, update, remove, validate];

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

/** The UUID of the person, new or there already, in its place. */
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
  else people.add({ uuid, orgUuid, email: body.email, firstName, lastName, isPending: isPending ? 1 : 0, created });
  if (placement) place(world, uuid, placement);
  return uuid;
}

/** Whoever never consented leaves nothing behind. */
function forgetPending(world: World, { personUuid }: Subscriber): void {
  unplace(world, personUuid);
  world.store.people.remove(personUuid);
}

function located(url: URL, subscriber: Subscriber): { readonly location: string } {
  return { location: `${url.origin}/v1/wholesale/subscribers/${encodeId("SUBSCRIBER", subscriber.uuid)}` };
}
