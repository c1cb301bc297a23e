/** What Webex does in the background with a customer: organization, head office, packages, each when its time has come. */
import { ownCodes, webexCodes } from "../codes.ts";
import { oneOf } from "../random.ts";
import { hasPackageError, pstnFor } from "../scenarios.ts";
import type { Customer, CustomerStatus, HeadOffice, PackageState } from "../store/customers.ts";
import type { Location } from "../store/locations.ts";
import { timestamp, type World } from "../world.ts";
import { settleJobs } from "./jobs.ts";
import { hasCallingPackage, isCallingPackage } from "./packages.ts";

/** Carries out everything that is due by now. */
export function settleDue(world: World): void {
  settleJobs(world);
  const now = world.clock.now();
  if (!world.store.customers.isAnyDue(now)) return;
  world.store.together(() => {
    for (const customer of world.store.customers.due(now)) settle(world, customer);
  });
}

/** The state that comes after the provisioning time. */
export function begin(world: World, customer: Customer, status: CustomerStatus, nextStatus: CustomerStatus): Customer {
  return { ...customer, status, nextStatus, dueAt: world.clock.now() + nextProvisioningMs(world) };
}

function nextProvisioningMs(world: World): number {
  const { provisioningTimeMs, measured } = world.knobs();
  const times = measured?.provisioningMs ?? [];
  return times.length > 0 ? Math.round(oneOf(times, world.random)) : provisioningTimeMs;
}

/** Takes the customer to its next state now. */
export function settle(world: World, customer: Customer): void {
  const { nextStatus = "provisioned" } = customer;
  const settled: Customer = { ...customer, status: nextStatus, nextStatus: undefined, dueAt: undefined };
  switch (nextStatus) {
    case "deleting":
      finishDeletion(world, customer);
      break;
    case "pending_rpl_review":
      world.store.customers.save(settled);
      break;
    case "error":
      world.store.customers.save({ ...settled, ...failed(customer) });
      break;
    default:
      finishProvisioning(world, { ...settled, errors: [], packageStates: finalStates(customer, nextStatus) });
  }
}

function finishProvisioning(world: World, customer: Customer): void {
  const { organizations, customers } = world.store;
  if (!organizations.byUuid(customer.orgUuid)) {
    const { orgUuid: uuid, name = customer.externalId, language = null } = customer;
    organizations.add({ uuid, name, language, created: timestamp(world) });
  }
  const works = customer.packageStates.filter(({ status }) => status === "provisioned").map(({ name }) => name);
  if (customer.headOffice && hasCallingPackage(works)) openHeadOffice(world, customer.orgUuid, customer.headOffice);
  customers.save({ ...customer, hasOrg: true });
}

/** The first location comes with the customer, calling enabled; there already, it stays as it is. */
function openHeadOffice(world: World, orgUuid: string, office: HeadOffice): void {
  const { locations } = world.store;
  if (locations.someCalling(orgUuid).length > 0 || locations.byName(orgUuid, office.name)) return;
  const location = toLocation(world.newUuid(), orgUuid, office);
  locations.save(location);
  world.sight.note(location.uuid);
}

function toLocation(uuid: string, orgUuid: string, office: HeadOffice): Location {
  const { addressLine1, addressLine2, city, stateOrProvince, zipOrPostalCode, country } = office.address;
  const option = pstnFor(office.name);
  return {
    uuid,
    orgUuid,
    name: office.name,
    address: {
      address1: addressLine1,
      address2: addressLine2,
      city,
      state: stateOrProvince,
      postalCode: zipOrPostalCode,
      country,
    },
    timeZone: office.timezone,
    preferredLanguage: office.language,
    calling: {
      announcementLanguage: office.language,
      pAccessNetworkInfo: office.emergencyLocationIdentifier,
      pstn: option && { option },
    },
  };
}

function finishDeletion(world: World, customer: Customer): void {
  world.store.customers.remove(customer.uuid);
  if (!customer.hasOrg) world.store.organizations.remove(customer.orgUuid);
}

function failed(customer: Customer): Pick<Customer, "errors" | "packageStates"> {
  const description = "The customer could not be provisioned.";
  return {
    errors: [{ errorCode: ownCodes.provisioningFailed, description }],
    packageStates: customer.packages.map((name) => ({ name, status: "error" })),
  };
}

function finalStates(customer: Customer, status: CustomerStatus): PackageState[] {
  const failing = status === "provisioned_with_errors" ? customer.packages.at(-1) : undefined;
  const told = hasPackageError(customer.adminEmail) ? customer.packages.at(-1) : undefined;
  return customer.packages.map((name) => {
    if (name === failing) return failedPackage(name);
    return name === told ? { ...failedPackage(name), status: "provisioned" } : { name, status: "provisioned" };
  });
}

function failedPackage(name: string): PackageState {
  if (isCallingPackage(name)) return { name, status: "error", warnings: [callingUnavailable] };
  const description = `Package ${name} could not be provisioned.`;
  return { name, status: "error", errors: [{ errorCode: ownCodes.provisioningFailed, description }] };
}

const callingUnavailable = {
  errorCode: webexCodes.callingUnavailable,
  description:
    "One or more Webex Calling services are unavailable due to maintenance, unable to start provisioning. Consult status.webex.com and retry later.",
};
