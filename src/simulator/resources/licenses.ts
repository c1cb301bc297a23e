/** GET /licenses: how many there are of each package of a customer, and how many are in use. */
import { defineRoute, type Route } from "../http/routing.ts";
import { orgQuery } from "../http/wire.ts";
import { licenseId } from "../ids.ts";
import { enterOrganization } from "../rules/organization-access.ts";
import { workspacesAt } from "../scenarios.ts";
import type { Customer } from "../store/customers.ts";
import type { World } from "../world.ts";

/** Of a package without a limit. */
const plenty = 10_000;

const list = defineRoute({
  method: "GET",
  path: "/licenses",
  query: orgQuery,
  answer({ query }, world) {
    const customer = world.store.customers.byOrg(enterOrganization(world, query.orgId));
    const states = customer?.packageStates.filter(({ status }) => status === "provisioned") ?? [];
    return { status: 200, body: { items: customer ? states.map(({ name }) => view(world, customer, name)) : [] } };
  },
});

export const licenseRoutes: readonly Route[] = [list];

function view(world: World, customer: Customer, name: string): Record<string, unknown> {
  const consumedByUsers = world.store.subscribers.countOf(customer.uuid, name);
  const consumedByWorkspaces = name === "common_area_calling" ? workspacesOf(world, customer.orgUuid) : 0;
  return {
    id: licenseId(customer.orgUuid, name),
    name,
    totalUnits: customer.limits[name] ?? plenty,
    consumedUnits: consumedByUsers + consumedByWorkspaces,
    consumedByUsers,
    consumedByWorkspaces,
  };
}

function workspacesOf(world: World, orgUuid: string): number {
  const locations = world.store.locations.list({ orgUuid, isCalling: true }, { limit: -1, offset: 0 });
  return locations.reduce((sum, { name }) => sum + workspacesAt(name), 0);
}
