/** Puts customers as an export tells them into the store, at once: what the calls that make them one by one would leave behind. */

import { foldName } from "../model/names.ts";
import { numbersOf } from "../model/number-ranges.ts";
import type {
  Address,
  CustomerRecord,
  LocationCalling,
  LocationRecord,
  RouteChoice,
  UserRecord,
} from "../model/records.ts";
import { usualHeadOffice } from "../model/records.ts";
import { decodeId } from "./ids.ts";
import { hasCallingPackage } from "./rules/packages.ts";
import { addAdministrator } from "./rules/people.ts";
import { giveLine } from "./rules/placement.ts";
import { choiceNamed, routesOf } from "./rules/pstn-options.ts";
import type { BillingAddress, Customer, HeadOffice } from "./store/customers.ts";
import type { CallingSettings, Location, PstnChoice } from "./store/locations.ts";
import { emptyProfile } from "./store/people.ts";
import type { Store } from "./store/store.ts";
import { timestamp, type World } from "./world.ts";

/** One customer with all that it has. */
export type ExistingContents = {
  readonly customer: CustomerRecord;
  readonly locations: readonly LocationRecord[];
  readonly users: readonly UserRecord[];
};

/** What exists at a partner beside its customers. */
export type ExistingSurroundings = {
  readonly templates?: readonly { readonly name: string; readonly provisioningId: string }[];
  /** By the names that Webex shows. */
  readonly carriers?: readonly string[];
  readonly routes?: readonly RouteChoice[];
};

/** Does the store hold anything that a client, or a person elsewhere, has made? */
export function isBlank({ customers, organizations, templates, people }: Store): boolean {
  const page = { limit: 1, offset: 0 };
  const isEmpty = customers.list({ subPartnerUuid: null }, page).length === 0;
  return isEmpty && [organizations, templates, people].every((table) => table.all().length === 0);
}

/** What is known already stays. */
export function surround({ store }: World, { templates = [], carriers = [], routes = [] }: ExistingSurroundings): void {
  store.together(() => {
    for (const { name, provisioningId } of templates) addTemplate(store, name, provisioningId);
    for (const name of carriers) addCarrier(store, name);
    for (const { type, name } of routes) store.connections.addRoute(type, name);
  });
}

/** The customer and all that it has, as far as no other has it. An e-mail or a number that somebody else has is left out. */
export function addExisting(world: World, contents: ExistingContents): void {
  const { store } = world;
  store.together(() => {
    const customer = addCustomer(world, contents.customer);
    const { orgUuid } = customer;
    const isCalling = hasCallingPackage(customer.packages);
    const { headOffice } = contents.customer;
    const places = headOffice.assumed?.includes("name") ? contents.locations : [headOffice, ...contents.locations];
    const located = new Map(
      places.map((place) => [foldName(place.name), addLocation(world, orgUuid, place, isCalling)]),
    );
    for (const user of contents.users) addUser(world, customer, located, user);
    addAdministrator(world, customer);
  });
}

function addCustomer(world: World, record: CustomerRecord): Customer {
  const { customers, organizations } = world.store;
  const created = timestamp(world);
  const orgUuid = (record.orgId && decodeId("ORGANIZATION", record.orgId)) ?? world.newUuid();
  const name = record.name ?? record.externalId;
  const provisioningId = templateOf(world, record);
  const language = record.language ?? null;
  if (!organizations.byUuid(orgUuid)) organizations.add({ uuid: orgUuid, name, language, created });
  organizations.manage(orgUuid);
  const customer: Customer = {
    uuid: world.newUuid(),
    externalId: record.externalId,
    orgUuid,
    hasOrg: true,
    name,
    adminEmail: record.adminEmail,
    language: record.language,
    provisioningId,
    status: "provisioned",
    packages: record.packages,
    packageStates: record.packages.map((code) => ({ name: code, status: "provisioned" })),
    limits: record.packageLimits,
    address: toBillingAddress(record.billingAddress),
    headOffice: toHeadOffice(record.headOffice),
    meetingsTimezone: record.meetingsTimezone,
    errors: [],
    created,
  };
  customers.save(customer);
  return customer;
}

/** Its provisioning ID, known from now on; one of our own where the sheet tells none. */
function templateOf(world: World, { template, provisioningId }: CustomerRecord): string {
  const { store } = world;
  const known = template === undefined ? undefined : store.templates.byName(template)?.provisioningId;
  const id = provisioningId ?? known ?? Buffer.from(world.newUuid()).toString("base64url");
  if (template !== undefined || provisioningId !== undefined) addTemplate(store, template ?? id, id);
  return id;
}

function addTemplate({ templates }: Store, name: string, provisioningId: string): void {
  if (templates.byName(name) || templates.byProvisioningId(provisioningId)) return;
  templates.add({ name, provisioningId, created: new Date(0).toISOString() });
}

function addCarrier({ connections }: Store, name: string): PstnChoice {
  const choice = choiceNamed(name);
  if (choice.option === "carrier") connections.addCarrier(choice.name);
  return choice;
}

function toBillingAddress({ line1, line2, city, state, postalCode, country }: Address): BillingAddress {
  return {
    ...{ addressLine1: line1, addressLine2: line2, city },
    ...{ stateOrProvince: state, zipOrPostalCode: postalCode, country },
  };
}

function toHeadOffice({ name, address, timezone, language, ...rest }: LocationCalling): HeadOffice {
  return {
    name,
    address: toBillingAddress(address),
    timezone: timezone ?? unknownTimeZone,
    language: spelled(language) ?? unknownLanguage,
    emergencyLocationIdentifier: rest.emergencyLocationIdentifier,
  };
}

/** Of a location whose own is not told. */
const unknownTimeZone = "Etc/UTC";
const unknownLanguage = "en_us";

/** As locations have languages: `en_us`. */
function spelled(language: string | undefined): string | undefined {
  return language?.toLowerCase().replace("-", "_");
}

function addLocation(world: World, orgUuid: string, place: LocationCalling, isCalling: boolean): Location {
  const { name, address, timezone = unknownTimeZone, language } = place;
  const location: Location = {
    uuid: world.newUuid(),
    orgUuid,
    name,
    address: {
      ...{ address1: address.line1, address2: address.line2, city: address.city },
      ...{ state: address.state, postalCode: address.postalCode, country: address.country },
    },
    timeZone: timezone,
    preferredLanguage: spelled(language) ?? unknownLanguage,
    calling: isCalling ? toCalling(world, orgUuid, place) : undefined,
  };
  world.store.locations.save(location);
  for (const number of numbersOf(place.phoneNumbers)) addNumber(world, location, number, isInService(place));
  return location;
}

function toCalling(world: World, orgUuid: string, place: LocationCalling): CallingSettings {
  return {
    announcementLanguage: spelled(place.announcementLanguage),
    mainNumber: place.mainNumber,
    callerName: place.callerIdName,
    routingPrefix: place.routingPrefix,
    pAccessNetworkInfo: place.emergencyLocationIdentifier,
    pstn: toChoice(world, orgUuid, place),
  };
}

function toChoice(world: World, orgUuid: string, { pstn, pstnRoute }: LocationCalling): PstnChoice | undefined {
  if (!pstnRoute) return pstn === undefined ? undefined : addCarrier(world.store, pstn);
  const { type, name } = pstnRoute;
  const isIt = (route: { readonly type: string; readonly name: string }) => route.type === type && route.name === name;
  if (!routesOf(world, orgUuid).some(isIt)) world.store.connections.addRoute(type, name);
  const route = routesOf(world, orgUuid).find(isIt);
  return route && { option: "premises", routeType: type, routeId: route.id };
}

function isInService({ numbersState = "active", activateOn }: LocationCalling): boolean {
  return numbersState === "active" && activateOn === undefined;
}

function addNumber({ store }: World, { uuid, orgUuid }: Location, number: string, isActive: boolean): void {
  if (store.numbers.byNumber(number)) return;
  const state = isActive ? "ACTIVE" : "INACTIVE";
  store.numbers.add({ number, locationUuid: uuid, orgUuid, state, numberType: "DID", isService: 0 });
}

function addUser(
  world: World,
  customer: Customer,
  located: ReadonlyMap<string, Location>,
  { email, firstName, lastName, package: base, addons, roles, callerId, ...user }: UserRecord,
): void {
  const { people, subscribers } = world.store;
  if (people.byEmail(email)) return;
  const [uuid, created, now] = [world.newUuid(), timestamp(world), world.clock.now()];
  const { orgUuid } = customer;
  people.add({ uuid, orgUuid, email, firstName, lastName, isPending: 0, created });
  const { displayName = null, title = null, department = null, language = null } = user;
  people.describe(uuid, { ...emptyProfile, displayName, title, department, language });
  for (const role of roles) people.addRole(uuid, `id_${role}`);
  const packages = [base, ...addons];
  const { uuid: customerUuid, externalId: externalCustomerId } = customer;
  subscribers.add({
    ...{ uuid: world.newUuid(), customerUuid, externalCustomerId, subPartnerUuid: null, personUuid: uuid },
    ...{ email, packages, status: "provisioned", created: now, lastStatusChange: now },
  });
  const location = placeOf(located, user.location);
  if (!location || !hasCallingPackage(packages)) return;
  placeLine(world, uuid, location, user);
  if (callerId === "location") people.showAs(uuid, { selected: "LOCATION_NUMBER" });
  if (callerId?.startsWith("+")) people.showAs(uuid, { selected: "CUSTOM", customNumber: callerId });
}

/** Where none is named, the only one. */
function placeOf(located: ReadonlyMap<string, Location>, name: string | undefined): Location | undefined {
  if (name !== undefined) return located.get(foldName(name));
  return located.size === 1 ? [...located.values()][0] : located.get(foldName(usualHeadOffice));
}

function placeLine(
  world: World,
  personUuid: string,
  location: Location,
  { phoneNumber, extension }: Pick<UserRecord, "phoneNumber" | "extension">,
): void {
  const { numbers, people } = world.store;
  if (phoneNumber !== undefined) addNumber(world, location, phoneNumber, true);
  const row = phoneNumber === undefined ? undefined : numbers.byNumber(phoneNumber);
  const isFree = extension !== undefined && !people.byExtension(location.uuid, extension);
  giveLine(world, personUuid, {
    locationUuid: location.uuid,
    number: row?.ownerUuid === null ? row.number : undefined,
    extension: isFree ? extension : undefined,
  });
}
