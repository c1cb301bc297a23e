/** /wholesale/customers: create, read, change, delete, precheck. */
import { ownCodes } from "../codes.ts";
import { cutPage, oneMore } from "../http/paging.ts";
import { type Answer, defineRoute, type Route } from "../http/routing.ts";
import { asUuid, decodeId, encodeId, uuidOfText } from "../ids.ts";
import { refuse } from "../refusal.ts";
import * as requests from "../requests/customers.ts";
import { addAdministrator, changeCustomer, draftCustomer } from "../rules/customer-drafts.ts";
import { checkChangedCustomer, checkNewCustomer, checkProspect } from "../rules/customer-rules.ts";
import { findSubPartner } from "../rules/organization-access.ts";
import { begin } from "../rules/provisioning.ts";
import { finalStatusFor } from "../scenarios.ts";
import type { Customer, PackageState } from "../store/customers.ts";
import type { World } from "../world.ts";
import { prechecked } from "./precheck.ts";

const list = defineRoute({
  method: "GET",
  path: "/wholesale/customers",
  query: requests.customersQuery,
  answer({ query, url }, world) {
    const page = { max: Math.min(query.max ?? 100, 100), offset: query.offset ?? 0 };
    const filter = {
      externalId: query.externalId,
      orgUuid: query.orgId && (decodeId("ORGANIZATION", query.orgId) ?? asUuid(query.orgId) ?? query.orgId),
      statuses: query.status?.split(","),
      subPartnerUuid: findSubPartner(world, query.onBehalfOfSubPartnerOrgId),
    };
    const found = world.store.customers.list(filter, oneMore(page));
    const { rows, headers } = cutPage(found, page, { url, offsetName: "offset" });
    return { status: 200, body: { items: rows.map((customer) => viewCustomer(customer)) }, headers };
  },
});

const create = defineRoute({
  method: "POST",
  path: "/wholesale/customers",
  query: requests.onBehalfQuery,
  body: requests.createCustomer,
  answer({ query, body, url }, world) {
    const subPartner = findSubPartner(world, query.onBehalfOfSubPartnerOrgId);
    const existingOrg = checkNewCustomer(world, body);
    const customer = draftCustomer(world, body, existingOrg);
    addAdministrator(world, customer);
    const started = begin(world, customer, "provisioning", finalStatusFor(customer.adminEmail));
    world.store.customers.save({ ...started, subPartnerUuid: subPartner ?? undefined });
    return accepted(url, customer);
  },
});

const read = defineRoute({
  method: "GET",
  path: "/wholesale/customers/{customerId}",
  query: requests.customerQuery,
  answer({ params, query }, world) {
    const customer = findCustomer(world, params.customerId, query.onBehalfOfSubPartnerOrgId);
    return { status: 200, body: viewCustomer(customer, query.includePackageLicenseInfo === "true") };
  },
});

const update = defineRoute({
  method: "PUT",
  path: "/wholesale/customers/{customerId}",
  query: requests.onBehalfQuery,
  body: requests.updateCustomer,
  answer({ params, query, body, url }, world) {
    const customer = findCustomer(world, params.customerId, query.onBehalfOfSubPartnerOrgId);
    checkChangedCustomer(world, customer, body);
    const changed = changeCustomer(customer, body);
    if (changed.externalId !== customer.externalId) world.store.subscribers.rename(changed.externalId, customer.uuid);
    world.store.customers.save(begin(world, changed, "updating", "provisioned"));
    return accepted(url, customer);
  },
});

const remove = defineRoute({
  method: "DELETE",
  path: "/wholesale/customers/{customerId}",
  query: requests.onBehalfQuery,
  answer({ params, query }, world) {
    const customer = findCustomer(world, params.customerId, query.onBehalfOfSubPartnerOrgId);
    if (world.store.subscribers.anyOf(customer.uuid)) {
      refuse(409, "The customer still has subscribers: remove them first.", ownCodes.customerInUse);
    }
    if (customer.status !== "deleting") world.store.customers.save(begin(world, customer, "deleting", "deleting"));
    return { status: 202 };
  },
});

const validate = defineRoute({
  method: "POST",
  path: "/wholesale/customers/validate",
  effect: "read",
  query: requests.onBehalfQuery,
  body: requests.validateCustomer,
  answer({ query, body }, world) {
    findSubPartner(world, query.onBehalfOfSubPartnerOrgId);
    checkProspect(world, body);
    return prechecked;
  },
});

export const customerRoutes: readonly Route[] = [list, create, read, update, remove, validate];

/** The customer that an id names, of the partner or of this sub-partner. Throws 404. */
export function findCustomer(world: World, customerId: string, onBehalfOf: string | undefined): Customer {
  const subPartner = findSubPartner(world, onBehalfOf);
  const uuid = decodeId("ENTERPRISE", customerId);
  const customer = uuid === undefined ? undefined : world.store.customers.byUuid(uuid);
  if (!customer || (customer.subPartnerUuid ?? null) !== subPartner) refuse(404, `Customer ${customerId} not found.`);
  return customer;
}

function accepted(asked: URL, customer: Customer): Answer {
  const url = `${asked.origin}/v1/wholesale/customers/${encodeId("ENTERPRISE", customer.uuid)}`;
  return { status: 202, body: { url }, headers: { location: url } };
}

function viewCustomer(customer: Customer, withLicenses = false): Record<string, unknown> {
  return {
    id: encodeId("ENTERPRISE", customer.uuid),
    ...(customer.hasOrg ? { orgId: encodeId("ORGANIZATION", customer.orgUuid) } : {}),
    externalId: customer.externalId,
    address: customer.address,
    status: customer.status,
    packages: customer.packages,
    resourceDetails: {
      packages: customer.packageStates.map((state) => (withLicenses ? withLicense(customer, state) : state)),
    },
    ...(customer.errors.length > 0 ? { errors: customer.errors } : {}),
  };
}

function withLicense(customer: Customer, state: PackageState): Record<string, unknown> {
  if (state.status !== "provisioned") return state;
  return { ...state, licenseIds: [encodeId("LICENSE", uuidOfText(`${customer.orgUuid} ${state.name}`))] };
}
