/** /wholesale/customers: create, read, change, delete, precheck. */
import { ownCodes } from "../codes.ts";
import { cutPage, oneMore } from "../http/paging.ts";
import { type Answer, defineRoute, type Route } from "../http/routing.ts";
import { onBehalfQuery } from "../http/wire.ts";
import { asUuid, decodeId, encodeId, licenseId } from "../ids.ts";
import { refuse } from "../refusal.ts";
import { checkChangedCustomer, checkNewCustomer, checkProspect } from "../rules/customer-rules.ts";
import { findSubPartner } from "../rules/organization-access.ts";
import { addAdministrator } from "../rules/people.ts";
import { begin } from "../rules/provisioning.ts";
import { finalStatusFor } from "../scenarios.ts";
import type { Customer, PackageState } from "../store/customers.ts";
import { timestamp, type World } from "../world.ts";
import * as requests from "./customer.wire.ts";

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
    return {
      status: 200,
      body: { items: rows.filter(({ uuid }) => world.sight.sees(uuid)).map((row) => viewCustomer(row)) },
      headers,
    };
  },
});

const create = defineRoute({
  method: "POST",
  path: "/wholesale/customers",
  query: onBehalfQuery,
  body: requests.createCustomer,
  rival: {
    kind: "customer",
    key: ({ externalId }) => externalId,
    differ: ({ customerInfo, address, ...body }) => ({
      ...body,
      ...(customerInfo ? { customerInfo: { ...customerInfo, name: "Quite Another Firm" } } : {}),
      address: { ...address, addressLine1: "1 Other Street", city: "Elsewhere" },
    }),
  },
  answer({ query, body, url }, world) {
    const subPartner = findSubPartner(world, query.onBehalfOfSubPartnerOrgId);
    const existingOrg = checkNewCustomer(world, body);
    const customer = draftCustomer(world, body, existingOrg);
    const administrator = addAdministrator(world, customer);
    if (administrator) world.sight.note(administrator);
    const started = begin(world, customer, "provisioning", finalStatusFor(customer.adminEmail));
    world.store.customers.save({ ...started, subPartnerUuid: subPartner ?? undefined });
    world.sight.note(customer.uuid);
    return accepted(url, customer);
  },
});

const read = defineRoute({
  method: "GET",
  path: "/wholesale/customers/{customerId}",
  query: requests.customerQuery,
  answer({ params, query }, world) {
    const customer = findCustomer(world, params.customerId, query.onBehalfOfSubPartnerOrgId);
    if (!world.sight.sees(customer.uuid)) refuse(404, `Customer ${params.customerId} not found.`);
    return { status: 200, body: viewCustomer(customer, query.includePackageLicenseInfo === "true") };
  },
});

const update = defineRoute({
  method: "PUT",
  path: "/wholesale/customers/{customerId}",
  query: onBehalfQuery,
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
  query: onBehalfQuery,
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
  query: onBehalfQuery,
  body: requests.validateCustomer,
  answer({ query, body }, world) {
    findSubPartner(world, query.onBehalfOfSubPartnerOrgId);
    checkProspect(world, body);
    return prechecked;
  },
});

export const customerRoutes: readonly Route[] = [list, create, read, update, remove, validate];

/** The one good answer of both prechecks. */
export const prechecked: Answer = {
  status: 200,
  body: { message: "success", info: { infoCode: 100, description: "Provisioning preCheck validation successful." } },
};

/** The customer that an id names, of the partner or of this sub-partner. Throws 404. */
export function findCustomer(world: World, customerId: string, onBehalfOf: string | undefined): Customer {
  const subPartner = findSubPartner(world, onBehalfOf);
  const uuid = decodeId("ENTERPRISE", customerId);
  const customer = uuid === undefined ? undefined : world.store.customers.byUuid(uuid);
  if (!customer || (customer.subPartnerUuid ?? null) !== subPartner) refuse(404, `Customer ${customerId} not found.`);
  return customer;
}

/** The customer that a checked request makes, in an organization of its own or in an existing one. */
function draftCustomer(world: World, body: requests.CreateCustomer, existingOrg: string | undefined): Customer {
  return {
    uuid: world.newUuid(),
    externalId: body.externalId,
    orgUuid: existingOrg ?? world.newUuid(),
    hasOrg: existingOrg !== undefined,
    name: body.customerInfo?.name,
    adminEmail: body.customerInfo?.primaryEmail,
    language: body.customerInfo?.language,
    provisioningId: body.provisioningId,
    status: "provisioning",
    packages: body.packages,
    packageStates: body.packages.map((name) => ({ name, status: "provisioning" })),
    limits: toLimits(body.provisioningParameters),
    address: body.address,
    headOffice: body.provisioningParameters?.calling?.location,
    meetingsTimezone: body.provisioningParameters?.meetings?.timezone,
    errors: [],
    created: timestamp(world),
  };
}

/** The customer after a checked change. `packages` is the whole list: what is not in it goes. */
function changeCustomer(customer: Customer, body: requests.UpdateCustomer): Customer {
  const { calling, meetings } = body.provisioningParameters ?? {};
  return {
    ...customer,
    packages: body.packages,
    packageStates: statesAfter(customer, body.packages),
    limits: { ...customer.limits, ...toLimits(body.provisioningParameters) },
    externalId: body.externalId ?? customer.externalId,
    address: body.address ?? customer.address,
    headOffice: calling?.location ?? customer.headOffice,
    meetingsTimezone: meetings?.timezone ?? customer.meetingsTimezone,
  };
}

function toLimits(parameters: requests.ProvisioningParameters | undefined): Record<string, number> {
  const limits = Object.entries(parameters?.packages?.limits ?? {});
  return Object.fromEntries(limits.flatMap(([code, limit]) => (limit === undefined ? [] : [[code, limit]])));
}

/** Packages that stay go on working while the others are being added. */
function statesAfter(customer: Customer, packages: readonly string[]): PackageState[] {
  return packages.map((name) => {
    const before = customer.packageStates.find((state) => state.name === name);
    return before?.status === "provisioned" ? before : { name, status: "provisioning" };
  });
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
  return { ...state, licenseIds: [licenseId(customer.orgUuid, state.name)] };
}
