/** Reads whole customers as they are at the target, one after the other: for an export. Nothing is compared and nothing is kept. */
import type { ExistingOrganization, ExistingPlace } from "../model/existing.ts";
import type { RoleName } from "../model/records.ts";
import { type CustomerFilter, listCustomers } from "./customers.ts";
import { getCallingLocation, getLocation } from "./locations.ts";
import { type Observed, type ObserveWishes, observeOrganization, toExistingCustomer } from "./observe.ts";
import type { Http } from "./request.ts";
import { listRoles } from "./roles.ts";

export type PersonName = { readonly firstName?: string; readonly lastName?: string };

export type LivePlace = ExistingPlace & {
  readonly announcementLanguage?: string;
  readonly emergencyLocationIdentifier?: string;
};

/** `names`: by lower-case e-mail. */
export type LiveCustomer = Omit<ExistingOrganization, "places"> & {
  readonly places: readonly LivePlace[];
  readonly names: ReadonlyMap<string, PersonName>;
};

/** Customers page by page, those without an organisation with nothing in them; the first failure ends it. */
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
  roles: () => false, // read with the names
  inviteEmails: false,
  numbers: true,
  pstnOf: "all",
};

async function complete(
  http: Http,
  observed: Observed<ExistingOrganization>,
  signal: AbortSignal,
): Promise<Observed<LiveCustomer>> {
  if (!observed.ok) return observed;
  const { customer, places } = observed.value;
  const { orgId } = customer;
  if (!orgId) return { ok: true, value: { ...observed.value, names: new Map() } };
  const people = await readPeople(http, orgId, signal);
  if (!people.ok) return people;
  const located = await readPlaces(http, orgId, places, signal);
  return located.ok ? { ok: true, value: { ...observed.value, ...people.value, places: located.value } } : located;
}

async function readPeople(
  http: Http,
  orgId: string,
  signal: AbortSignal,
): Promise<Observed<Pick<LiveCustomer, "names" | "roles">>> {
  const names = new Map<string, PersonName>();
  const roles = new Map<string, readonly RoleName[]>();
  for await (const page of listRoles(http, orgId, signal)) {
    if (!page.ok) return page;
    for (const person of page.value) {
      const { firstName, lastName } = person;
      names.set(person.email, { ...(firstName ? { firstName } : {}), ...(lastName ? { lastName } : {}) });
      roles.set(person.email, person.roles);
    }
  }
  return { ok: true, value: { names, roles } };
}

/** What the lists leave out: calling's languages of announcement and emergency identifiers always, the rest of a location at times. */
async function readPlaces(
  http: Http,
  orgId: string,
  places: readonly ExistingPlace[],
  signal: AbortSignal,
): Promise<Observed<readonly LivePlace[]>> {
  const read: LivePlace[] = [];
  for (const place of places) {
    const of = { orgId, locationId: place.locationId };
    const location = isWhole(place) ? { ok: true as const, value: place } : await getLocation(http, of, signal);
    if (!location.ok) return location;
    const calling = place.isCalling ? await getCallingLocation(http, of, signal) : none;
    if (!calling.ok) return calling;
    const { address, timezone, language } = location.value;
    const { announcementLanguage, emergencyLocationIdentifier } = calling.value ?? {};
    read.push({
      ...place,
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

function isWhole({ address, timezone, language }: ExistingPlace): boolean {
  return address !== undefined && timezone !== undefined && language !== undefined;
}
