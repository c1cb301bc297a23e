/** Which organization a call speaks of, and whether the administrator manages it yet. */
import { ownCodes } from "../codes.ts";
import { asUuid, decodeId } from "../ids.ts";
import { partner } from "../partner.ts";
import { refuse } from "../refusal.ts";
import type { Location } from "../store/locations.ts";
import type { OrganizationRow } from "../store/organizations.ts";
import type { World } from "../world.ts";

/** The organization that an id (base64 or bare UUID) names. Throws 404. */
export function findOrganization(world: World, orgId: string): OrganizationRow {
  const uuid = decodeId("ORGANIZATION", orgId) ?? asUuid(orgId);
  const found = uuid === undefined ? undefined : world.store.organizations.byUuid(uuid);
  return found ?? refuse(404, `Organization ${orgId} not found.`);
}

/** The UUID of the organization; without `orgId` that of the partner. Throws 403 until the organization was read once. */
export function enterOrganization(world: World, orgId: string | undefined): string {
  if (orgId === undefined || isPartner(orgId)) return partner.orgUuid;
  return findManagedOrganization(world, orgId).uuid;
}

/** Throws 403 until the organization was read once, and 404. */
export function findManagedOrganization(world: World, orgId: string): OrganizationRow {
  const organization = findOrganization(world, orgId);
  if (organization.isManaged === 1 && world.sight.sees(rightKey(organization.uuid))) return organization;
  return refuse(403, "The organization is not in the list of organizations that the administrator manages.");
}

/** Nothing is made any more in an organization whose customer goes (409), or has gone (403). */
export function checkStays(world: World, orgUuid: string): void {
  const customer = world.store.customers.byOrg(orgUuid);
  if (!customer && orgUuid !== partner.orgUuid) refuse(403, "The organization is no customer of the partner.");
  if (customer?.status !== "deleting") return;
  refuse(409, "The customer of this organization is being deleted.", ownCodes.customerNotReady);
}

/** The administrator's right to an organization is known here and there at different times. */
export function rightKey(orgUuid: string): string {
  return `right ${orgUuid}`;
}

export function isPartner(orgId: string): boolean {
  return (decodeId("ORGANIZATION", orgId) ?? asUuid(orgId)) === partner.orgUuid;
}

/** A location of the organization that the call names. Throws 403 and 404. */
export function findLocation(world: World, locationId: string, orgId: string | undefined): Location {
  const orgUuid = enterOrganization(world, orgId);
  const uuid = decodeId("LOCATION", locationId);
  const location = uuid === undefined ? undefined : world.store.locations.byUuid(uuid);
  if (location?.orgUuid !== orgUuid) refuse(404, `Location ${locationId} not found.`);
  return location;
}

/** A location where Webex Calling is enabled. Throws 403 and 404. */
export function findCallingLocation(
  world: World,
  locationId: string,
  orgId: string | undefined,
): Location & { readonly calling: NonNullable<Location["calling"]> } {
  const location = findLocation(world, locationId, orgId);
  const { calling } = location;
  if (!calling) refuse(404, `Location ${location.name} is not enabled for Webex Calling.`);
  return { ...location, calling };
}

/** The sub-partner on whose behalf the call acts; null: none. Throws 403. */
export function findSubPartner(world: World, orgId: string | undefined): string | null {
  if (orgId === undefined) return null;
  const uuid = decodeId("ORGANIZATION", orgId) ?? asUuid(orgId);
  const found = uuid === undefined ? undefined : world.store.subPartners.byUuid(uuid);
  if (found?.state !== "active") refuse(403, "The organization is no active sub-partner.");
  return found.uuid;
}
