/** People of an organization: what replaces one, their end (subscription, number, extension and roles go too), and the roles that SCIM may give. */
import { ownCodes } from "../codes.ts";
import { decodeId } from "../ids.ts";
import { refuse, refuseAny } from "../refusal.ts";
import type { Customer } from "../store/customers.ts";
import type { PersonRow, Profile } from "../store/people.ts";
import { timestamp, type World } from "../world.ts";
import { findManagedOrganization } from "./organization-access.ts";
import { hasCallingPackage } from "./packages.ts";
import { checkLine, giveLine, takeLine } from "./placement.ts";

/** The primary e-mail becomes a person of the organization, its full administrator. Returns who is new; undefined: nobody is. */
export function addAdministrator(
  world: World,
  { adminEmail, orgUuid }: Pick<Customer, "adminEmail" | "orgUuid">,
): string | undefined {
  const { people } = world.store;
  if (adminEmail === undefined || people.byEmail(adminEmail)) return undefined;
  const uuid = world.newUuid();
  const created = timestamp(world);
  people.add({ uuid, orgUuid, email: adminEmail, firstName: null, lastName: null, isPending: 0, created });
  people.addRole(uuid, "id_full_admin");
  return uuid;
}

/** By the id of the people API, in an organization that the token manages. Throws Refusal. */
export function findPersonOfToken(world: World, personId: string): PersonRow {
  const uuid = decodeId("PEOPLE", personId);
  const person = uuid === undefined ? undefined : world.store.people.byUuid(uuid);
  if (!person || person.isPending === 1) refuse(404, `Person ${personId} not found.`);
  findManagedOrganization(world, person.orgUuid);
  return person;
}

export function removePerson(world: World, { uuid }: PersonRow): void {
  const subscriber = world.store.subscribers.byPerson(uuid);
  if (subscriber) world.store.subscribers.remove(subscriber);
  takeLine(world, uuid);
  world.store.people.removeRoles(uuid);
  world.store.people.remove(uuid);
}

/** All that is left of a person after a PUT: what is missing is taken away. */
export type Replacement = Omit<Profile, "language"> & {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly number: string | undefined;
  readonly extension: string | undefined;
  readonly locationUuid: string | undefined;
  readonly roles: readonly string[];
  readonly hasLicense: (orgUuid: string, packageCode: string) => boolean;
};

/** Throws Refusal. */
export function replacePerson(world: World, person: PersonRow, to: Replacement): void {
  const { people } = world.store;
  const { uuid } = person;
  const { number, extension } = to;
  const keepsCalling = keepLicenses(world, person, to);
  if (keepsCalling && person.locationUuid !== null) {
    if (to.locationUuid !== undefined && to.locationUuid !== person.locationUuid)
      refuse(400, "The location of a calling user cannot be changed here.", ownCodes.locationUnusable);
    const placement = { locationUuid: person.locationUuid, number, extension };
    refuseAny(400, checkLine(world, uuid, placement));
    takeLine(world, uuid);
    giveLine(world, uuid, placement);
  } else takeLine(world, uuid);
  people.rename(to.firstName, to.lastName, uuid);
  people.describe(uuid, { ...to, language: person.language });
  people.removeRoles(uuid);
  for (const role of to.roles) people.addRole(uuid, role);
  people.touch(timestamp(world), uuid);
}

/** Packages whose licences are not named are gone. Is one for calling left? */
function keepLicenses(world: World, { uuid, orgUuid }: PersonRow, { hasLicense }: Replacement): boolean {
  const before = world.store.subscribers.byPerson(uuid);
  if (!before) return false;
  const packages = before.packages.filter((code) => hasLicense(orgUuid, code));
  if (packages.length < before.packages.length) world.store.subscribers.replace(before, { ...before, packages });
  return hasCallingPackage(packages);
}

/** As the directory shows it: of those who were given none, the names, or the address. */
export function displayNameOf({ displayName, firstName, lastName, email }: PersonRow): string {
  return displayName ?? ([firstName, lastName].filter((part) => part !== null).join(" ") || email);
}

/** Roles that SCIM may give to a user, and by which name Control Hub shows them. */
export const scimRoles: Readonly<Record<string, string>> = {
  id_full_admin: "Full administrator",
  id_user_admin: "User and device administrator",
  id_readonly_admin: "Read-only administrator",
  id_device_admin: "Device administrator",
};

export function isScimRole(value: string): boolean {
  return Object.hasOwn(scimRoles, value);
}
