/** Turns checked requests into customers. Saves no customer, and takes no time. */
import type { CreateCustomer, ProvisioningParameters, UpdateCustomer } from "../requests/customers.ts";
import type { Customer, PackageState } from "../store/customers.ts";
import { timestamp, type World } from "../world.ts";

/** The customer that a checked request makes, in an organisation of its own or in an existing one. */
export function draftCustomer(world: World, body: CreateCustomer, existingOrg: string | undefined): Customer {
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

/** The primary e-mail becomes a person of the organisation, its full administrator. */
export function addAdministrator(world: World, { adminEmail, orgUuid }: Customer): void {
  const { people } = world.store;
  if (adminEmail === undefined || people.byEmail(adminEmail)) return;
  const uuid = world.newUuid();
  const created = timestamp(world);
  people.add({ uuid, orgUuid, email: adminEmail, firstName: null, lastName: null, isPending: 0, created });
  people.addRole(uuid, "id_full_admin");
}

/** The customer after a checked change. `packages` is the whole list: what is not in it goes. */
export function changeCustomer(customer: Customer, body: UpdateCustomer): Customer {
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

function toLimits(parameters: ProvisioningParameters | undefined): Record<string, number> {
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
