/** Reads whole customers as they are at the target, one after the other: for an export. Nothing is compared and nothing is kept. */
import type { ExistingLocation, ExistingOrganization } from "../model/existing.ts";
import type { DirectoryEntry, RoleName } from "../model/records.ts";
import type { Http } from "./http/request.ts";
import { type Observed, type ObserveWishes, observeOrganization } from "./observe.ts";
import { toExistingCustomer } from "./resources/customer.ts";
import { type CustomerFilter, listCustomers } from "./resources/customer.wire.ts";
import { getCallingLocation, getLocation } from "./resources/location.wire.ts";
import { toExistingPerson } from "./resources/person.ts";
import { listRoles } from "./resources/person.wire.ts";

/** `directory`: by lower-case e-mail. */
export type LiveCustomer = ExistingOrganization & {
  readonly directory: ReadonlyMap<string, DirectoryEntry>;
};

/** Customers page by page, those without an organization with nothing in them; the first failure ends it. */
export async function* readCustomers(
  http: Http,
  filter: CustomerFilter,
  signal: AbortSignal,
): AsyncGenerator<Observed<LiveCustomer>, void> {
  for await (const page of listCustomers(http, filter, signal)) {
    if (!page.ok) return yield page;
    for (const customer of page.value.map(toExistingCustomer)) {
      const observed = await observeOrganization(http, customer, everything, signal);
      const read = await complete(http, observed, signal);
      yield read;
      if (!read.ok) return;
    }
  }
}

const everything: ObserveWishes = {
  users: true,
  people: () => false, // read with the names
  inviteEmails: false,
  numbers: true,
  pstnOf: "all",
  routes: "gateways",
};

async function complete(
  http: Http,
  observed: Observed<ExistingOrganization>,
  signal: AbortSignal,
): Promise<Observed<LiveCustomer>> {
  if (!observed.ok) return observed;
  const { customer, locations } = observed.value;
  const { orgId } = customer;
  if (!orgId) return { ok: true, value: { ...observed.value, directory: new Map() } };
  const people = await readPeople(http, orgId, signal);
  if (!people.ok) return people;
  const located = await readLocations(http, orgId, locations, signal);
  return located.ok ? { ok: true, value: { ...observed.value, ...people.value, locations: located.value } } : located;
}

async function readPeople(
  http: Http,
  orgId: string,
  signal: AbortSignal,
): Promise<Observed<Pick<LiveCustomer, "directory" | "roles">>> {
  const directory = new Map<string, DirectoryEntry>();
  const roles = new Map<string, readonly RoleName[]>();
  for await (const page of listRoles(http, orgId, signal)) {
    if (!page.ok) return page;
    for (const person of page.value.map(toExistingPerson)) {
      directory.set(person.email, person);
      roles.set(person.email, person.roles);
    }
  }
  return { ok: true, value: { directory, roles } };
}

/** What the lists leave out: calling's languages of announcement and emergency identifiers always, the rest of a location at times. */
async function readLocations(
  http: Http,
  orgId: string,
  locations: readonly ExistingLocation[],
  signal: AbortSignal,
): Promise<Observed<readonly ExistingLocation[]>> {
  const read: ExistingLocation[] = [];
  for (const known of locations) {
    const of = { orgId, locationId: known.locationId };
    const location = isWhole(known) ? { ok: true as const, value: known } : await getLocation(http, of, signal);
    if (!location.ok) return location;
    const calling = known.isCalling ? await getCallingLocation(http, of, signal) : none;
    if (!calling.ok) return calling;
    const { address, timezone, language } = location.value;
    const { announcementLanguage, emergencyLocationIdentifier } = calling.value ?? {};
    read.push({
      ...known,
      ...(address ? { address } : {}),
      ...(timezone ? { timezone } : {}),
      ...(language ? { language } : {}),
      ...(announcementLanguage ? { announcementLanguage } : {}),
      ...(emergencyLocationIdentifier ? { emergencyLocationIdentifier } : {}),
    });
  }
  return { ok: true, value: read };
}

const none = { ok: true, value: undefined } as const;

function isWhole({ address, timezone, language }: ExistingLocation): boolean {
  return address !== undefined && timezone !== undefined && language !== undefined;
}
