/** GET /wholesale/subscribers: filters, order and pages. */
import { cutPage, oneMore } from "../http/paging.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { decodeId } from "../ids.ts";
import { type SubscribersQuery, subscribersQuery } from "../requests/subscribers.ts";
import { findSubPartner } from "../rules/organization-access.ts";
import type { World } from "../world.ts";
import { viewSubscriber } from "./subscriber-view.ts";

export const listSubscribers: Route = defineRoute({
  method: "GET",
  path: "/wholesale/subscribers",
  query: subscribersQuery,
  answer({ query, url }, world) {
    const page = { max: Math.min(query.max ?? 50, 100), offset: query.offset ?? 0 };
    const found = world.store.subscribers.list(toFilter(world, query), toOrder(query), oneMore(page));
    const { rows, headers } = cutPage(found, page, { url, offsetName: "offset" });
    return { status: 200, body: { items: rows.map(viewSubscriber) }, headers };
  },
});

function toFilter(world: World, query: SubscribersQuery) {
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
function customerUuidOf(world: World, query: SubscribersQuery): string | undefined {
  if (query.customerId !== undefined) return decodeId("ENTERPRISE", query.customerId) ?? "";
  if (query.externalCustomerId === undefined) return undefined;
  return world.store.customers.byExternalId(query.externalCustomerId)?.uuid ?? "";
}

/** In the order of creation, unless asked otherwise. */
function toOrder({ sortBy, sortOrder = "ASC" }: SubscribersQuery): string {
  return sortBy === "lastStatusChange" ? `last_status_change ${sortOrder}, seq ${sortOrder}` : `seq ${sortOrder}`;
}
