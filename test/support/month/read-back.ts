/** What the simulator holds, held against what the sheets say: cell by cell, and whether anything is there that no sheet names. */
import type { SimulatorState } from "../simulated-webex.ts";
import { type Address, type Firm, type Person, type Place, placesOf } from "./firms.ts";

type Thing = Readonly<Record<string, unknown>>;

/** One line per difference; empty: all is as the sheets say. */
export function differencesOf(firms: readonly Firm[], state: SimulatorState): readonly string[] {
  const things = indexState(state);
  const externalIds = new Set(firms.map(({ externalId }) => externalId));
  const strange = (state.customers ?? []).filter(({ externalId }) => !externalIds.has(String(externalId)));
  return [
    ...firms.flatMap((firm) => firmDifferences(firm, things)),
    ...strange.map(({ externalId }) => `customer ${externalId} is there, and no sheet names it`),
  ];
}

type Index = ReturnType<typeof indexState>;

function indexState(state: SimulatorState) {
  const by = (kind: string, key: (thing: Thing) => unknown) => {
    const found = new Map<unknown, Thing[]>();
    for (const thing of state[kind] ?? []) found.set(key(thing), [...(found.get(key(thing)) ?? []), thing]);
    return found;
  };
  return {
    customers: by("customers", ({ externalId }) => externalId),
    organizations: by("organizations", ({ id }) => id),
    locations: by("locations", ({ orgId }) => orgId),
    numbers: by("numbers", ({ orgId }) => orgId),
    subscribers: by("subscribers", ({ customerId }) => customerId),
    people: by("people", ({ orgId }) => orgId),
  };
}

/** What is told and differs; `undefined`: the sheet says nothing. */
function compare(
  where: string,
  told: Readonly<Record<string, readonly [said: unknown, is: unknown]>>,
): readonly string[] {
  return Object.entries(told).flatMap(([field, [said, is]]) => {
    const [want, have] = [said, is].map((value) => JSON.stringify(value ?? ""));
    return said === undefined || want === have ? [] : [`${where}: ${field} is ${have}, and not ${want}`];
  });
}

function firmDifferences(firm: Firm, things: Index): readonly string[] {
  const { externalId } = firm;
  const [customer, ...more] = things.customers.get(externalId) ?? [];
  if (!customer || more.length > 0) return [`${externalId}: ${1 + more.length} customers`];
  const [organization = {}] = things.organizations.get(customer.orgId) ?? [];
  const limits = customer.limits as Record<string, unknown>; // as the simulator keeps them
  return [
    ...compare(externalId, {
      status: ["provisioned", customer.status],
      name: [firm.name, organization.name],
      language: [firm.language, organization.language],
      packages: [firm.packages.toSorted(), [...(customer.packages as string[])].toSorted()],
      limits: [firm.limits, Object.fromEntries(Object.keys(firm.limits).map((code) => [code, limits[code]]))],
      meetings_timezone: [firm.meetingsTimezone, customer.meetingsTimezone],
      address: [wholesaleAddress(firm.address), customer.address],
    }),
    ...placeDifferences(firm, things.locations.get(customer.orgId) ?? []),
    ...numberDifferences(firm, things, customer),
    ...personDifferences(firm, things, customer),
  ];
}

function wholesaleAddress({ line1, city, state, postalCode, country }: Address): Thing {
  return { addressLine1: line1, city, stateOrProvince: state, zipOrPostalCode: postalCode, country };
}

const lower = (language: string | undefined) => language?.toLowerCase();

function placeDifferences(firm: Firm, locations: readonly Thing[]): readonly string[] {
  const places = placesOf(firm);
  const named = new Map(locations.map((location) => [location.name, location]));
  const strange = locations.filter(({ name }) => !places.some((place) => place.name === name));
  return [
    ...places.flatMap((place) => {
      const location = named.get(place.name);
      const where = `${firm.externalId} ${place.name}`;
      return location ? compare(where, toldOf(place, location)) : [`${where} is not there`];
    }),
    ...strange.map(({ name }) => `${firm.externalId}: ${name} is there, and no sheet names it`),
  ];
}

const options: Readonly<Record<string, string>> = { "Simulated Carrier": "simulated", "Second Carrier": "second" };

function toldOf(place: Place, { address, timeZone, preferredLanguage, calling }: Thing) {
  const { line1, city, state, postalCode, country } = place.address;
  const is = calling as Thing | undefined;
  const pstn = is?.pstn as Thing | undefined;
  const route = place.route?.startsWith("trunk:") ? "TRUNK" : "ROUTE_GROUP";
  return {
    address: [{ address1: line1, city, state, postalCode, country }, inOrder(address as Thing)],
    timezone: [place.timezone, timeZone],
    language: [lower(place.language), lower(String(preferredLanguage))],
    announcement_language: [lower(place.announcementLanguage), lower(String(is?.announcementLanguage))],
    pstn: [place.pstn && options[place.pstn], pstn?.option],
    pstn_route: [place.route && `premises ${route}`, `${pstn?.option} ${pstn?.routeType}`],
    main_number: [place.mainNumber, is?.mainNumber],
    caller_id_name: [place.callerIdName, is?.callerName],
    routing_prefix: [place.routingPrefix, is?.routingPrefix],
    emergency_location_identifier: [place.identifier, is?.pAccessNetworkInfo],
  } satisfies Record<string, readonly [unknown, unknown]>;
}

function inOrder({ address1, city, state, postalCode, country }: Thing): Thing {
  return { address1, city, state, postalCode, country };
}

/** Every number of a place, and no other; nobody has one that is not theirs. */
function numberDifferences(firm: Firm, { numbers, locations, people }: Index, { orgId }: Thing): readonly string[] {
  const names = new Map((locations.get(orgId) ?? []).map(({ id, name }) => [id, name]));
  const emails = new Map((people.get(orgId) ?? []).map(({ id, email }) => [id, email]));
  const owners = new Map(firm.people.map(({ number, email }) => [number, email]));
  const wanted = placesOf(firm).flatMap((place) =>
    place.numbers.map((number) => `${number} at ${place.name}, of ${owners.get(number) ?? "nobody"}`),
  );
  const found = (numbers.get(orgId) ?? []).map(
    ({ number, locationId, ownerId }) =>
      `${number} at ${names.get(locationId)}, of ${ownerId ? emails.get(ownerId) : "nobody"}`,
  );
  const [want, have] = [new Set(wanted), new Set(found)];
  return [
    ...wanted.filter((line) => !have.has(line)).map((line) => `${firm.externalId}: missing is ${line}`),
    ...found.filter((line) => !want.has(line)).map((line) => `${firm.externalId}: there is ${line}`),
  ];
}

function personDifferences(firm: Firm, things: Index, customer: Thing): readonly string[] {
  const people = things.people.get(customer.orgId) ?? [];
  const subscribers = things.subscribers.get(customer.id) ?? [];
  const names = new Map((things.locations.get(customer.orgId) ?? []).map(({ id, name }) => [id, name]));
  const wanted = new Set(firm.people.map(({ email }) => email));
  return [
    ...firm.people.flatMap((person) => {
      const own = people.filter(({ email }) => email === person.email);
      const mine = subscribers.filter(({ email }) => email === person.email);
      const [there] = own;
      const [subscriber] = mine;
      if (!there || !subscriber || own.length + mine.length > 2)
        return [`${firm.externalId} ${person.email}: ${own.length} people, ${mine.length} subscribers`];
      return compare(`${firm.externalId} ${person.email}`, toldOfPerson(person, there, subscriber, names));
    }),
    ...people
      .filter(({ email }) => !wanted.has(String(email)) && email !== firm.adminEmail)
      .map(({ email }) => `${firm.externalId}: ${email} is there, and no sheet names them`),
    ...subscribers
      .filter(({ email }) => !wanted.has(String(email)))
      .map(({ email }) => `${firm.externalId}: subscriber ${email} is there, and no sheet names them`),
  ];
}

function toldOfPerson(person: Person, there: Thing, subscriber: Thing, names: ReadonlyMap<unknown, unknown>) {
  const { firstName, lastName, title, department, displayName } = person;
  const shown = there.displayName ?? `${there.firstName} ${there.lastName}`;
  return {
    first_name: [firstName, there.firstName],
    last_name: [lastName, there.lastName],
    display_name: [displayName ?? `${firstName} ${lastName}`, shown],
    name_shown: [undefined, there.callerName],
    title: [title, there.title],
    department: [department, there.department],
    language: [lower(person.language), person.language && String(there.language).toLowerCase().replace("-", "_")],
    packages: [[person.package, ...person.addons].toSorted(), [...(subscriber.packages as string[])].toSorted()],
    status: ["provisioned", subscriber.status],
    location: [person.location ?? "", names.get(there.locationId) ?? ""],
    extension: [person.extension ?? "", there.extension ?? ""],
    roles: [person.roles.map((role) => `id_${role}`).toSorted(), [...(there.roles as string[])].toSorted()],
  } satisfies Record<string, readonly [unknown, unknown]>;
}
