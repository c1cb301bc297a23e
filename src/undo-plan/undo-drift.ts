/** What is not as a run left it: packages, addresses, telephones, roles, and what others have put there since. Pure; each finding is a part of a sentence. */
import type {
  ExistingLocation,
  ExistingNumber,
  ExistingOrganization,
  ExistingPerson,
  ExistingUser,
  PremiseRoute,
  PstnConnection,
} from "../model/existing.ts";
import { foldName, isSameName } from "../model/names.ts";
import type { Change, Payloads } from "../model/plan.ts";
import { inEnglish, type Text, text } from "../model/words/text.ts";
import { locationSettings } from "../webex/resources/calling.ts";
import { customer } from "../webex/resources/customer.ts";
import { location, type WantedLocation } from "../webex/resources/location.ts";
import { numbers } from "../webex/resources/numbers.ts";
import { directoryEntry } from "../webex/resources/person.ts";
import { diffRoute, pstn } from "../webex/resources/pstn.ts";
import { user } from "../webex/resources/user.ts";
import type { PastOperation, PastRun } from "./past-run.ts";

/** A status in which Webex leaves a customer alone. */
const quietStatuses: ReadonlySet<string> = new Set([
  "provisioned",
  "provisioned_with_errors",
  "error",
  "pending_rpl_review",
  "deleting",
]);

/** `customer`: created by the run. What is about its locations and people counts only where its organization goes too. */
export function driftOfCustomer(
  past: PastRun,
  { operation: { payload }, ids }: PastOperation<"customer">,
  existing: ExistingOrganization,
): readonly Text[] {
  const { customer: there } = existing;
  if (ids.customerId && ids.customerId !== there.customerId) return [text("customer_made_again")];
  const isOwnOrganization = payload.orgId === undefined;
  const { packages, billingAddress, name } = payload;
  const sent = { packages, billingAddress, name };
  const now = { ...there, name: isOwnOrganization ? existing.name : undefined };
  return [
    ...(quietStatuses.has(there.status) ? [] : [text("webex_at_work", { status: there.status })]),
    ...customer.diff(sent, now, "exact").map(driftOf),
    ...strangersAmong(past, existing.users),
    ...(isOwnOrganization
      ? [...peopleOfOthers(past, existing, payload.adminEmail), ...locationsDrift(past, existing)]
      : []),
  ];
}

/** A user that the run created, as it is now. */
export function driftOfUser(
  past: PastRun,
  { operation: { payload, row }, ids }: PastOperation<"user">,
  found: ExistingUser,
  { person, lines, isOwnIdentity }: AroundUser,
): readonly Text[] {
  if (ids.subscriberId && ids.subscriberId !== found.subscriberId) return [text("user_made_again")];
  const given = past.of("directory_entry", row).flatMap(({ operation }) => operation.payload.roles);
  const more = (person?.roles ?? []).filter((role) => !given.includes(role));
  const sent = { ...payload, locationId: ids.locationId, locationName: inEnglish(text("location_of_run")) };
  const isNamed = isOwnIdentity && (person?.firstName || person?.lastName);
  const now = {
    packages: found.packages,
    ...(found.isPending ? {} : { lines }),
  };
  const names = { firstName: payload.firstName, lastName: payload.lastName };
  return [
    ...user.diff(sent, now, "exact").map(driftOf),
    ...(person && isNamed ? directoryEntry.diff(names, person, "exact").map(driftOf) : []),
    ...(more.length > 0 && isOwnIdentity ? [text("person_got_roles", { roles: more })] : []),
  ];
}

/** What is known about a user apart from the subscription. */
export type AroundUser = {
  readonly person: ExistingPerson | undefined;
  /** Numbers and extensions of the person. */
  readonly lines: readonly ExistingNumber[];
  /** The identity came into being with the subscription. */
  readonly isOwnIdentity: boolean;
};

function strangersAmong(past: PastRun, users: readonly ExistingUser[]): readonly Text[] {
  const own = new Set(past.of("user").map(({ operation }) => operation.payload.email));
  const strangers = users.filter(({ email }) => !own.has(email)).map(({ email }) => email);
  return strangers.length > 0 ? [text("users_of_others", some(strangers))] : [];
}

function peopleOfOthers(
  past: PastRun,
  { people = [], users }: ExistingOrganization,
  adminEmail: string | undefined,
): readonly Text[] {
  const known = new Set([
    ...past.of("user").map(({ operation }) => operation.payload.email),
    ...users.map(({ email }) => email),
    ...(adminEmail ? [adminEmail.toLowerCase()] : []),
  ]);
  const others = people.filter(({ email }) => !known.has(email)).map(({ email }) => email);
  return others.length > 0 ? [text("people_of_others", some(others))] : [];
}

function locationsDrift(past: PastRun, existing: ExistingOrganization): readonly Text[] {
  const headOffice = past.of("customer")[0]?.operation.payload.headOffice;
  const own = new Map<string, WantedLocation>(
    past.of("location").map(({ operation }) => [foldName(operation.payload.name), operation.payload]),
  );
  if (headOffice) own.set(foldName(headOffice.name), headOffice);
  const strange = existing.locations.filter(({ name }) => !own.has(foldName(name))).map(({ name }) => name);
  return [
    ...(strange.length > 0 ? [text("locations_of_others", some(strange))] : []),
    ...existing.locations.flatMap((location) =>
      locationDrift(past, location, own.get(foldName(location.name)), existing),
    ),
    ...numbersDrift(past, existing),
  ];
}

/** A location that the run has made, in a customer that stays. */
export function driftOfLocation(
  past: PastRun,
  there: ExistingLocation,
  sent: WantedLocation,
  existing: ExistingOrganization,
): readonly Text[] {
  const numbers = existing.numbers.filter(({ locationId }) => locationId === there.locationId);
  return [...locationDrift(past, there, sent, existing), ...numbersDrift(past, { ...existing, numbers })];
}

function locationDrift(
  past: PastRun,
  there: ExistingLocation,
  sent: WantedLocation | undefined,
  { pstn: connections, routes = [] }: ExistingOrganization,
): readonly Text[] {
  if (!sent) return [];
  const isHere = ({ operation }: { readonly operation: { readonly key: string } }) =>
    isSameName(operation.key, there.name);
  const settings = past.of("location_settings").findLast(isHere);
  const connection = past.of("pstn").findLast(isHere);
  const { mainNumber, routingPrefix } = settings?.operation.payload ?? {};
  const now = { mainNumber: there.mainNumber, routingPrefix: there.routingPrefix };
  const changes = [
    ...location.diff(sent, there, "exact"),
    ...locationSettings.diff({ mainNumber, routingPrefix }, now, "exact").filter(isDriftOf(settings)),
    ...(connection
      ? connectionChanges(connection.operation.payload, connections.get(there.locationId) ?? undefined, routes).filter(
          isDriftOf(connection),
        )
      : []),
  ];
  return changes.map((change) => text("location_drifted", { location: there.name, drift: driftOf(change) }));
}

/** A local gateway is identified by its route. */
function connectionChanges(
  { connection, route }: Payloads["pstn"],
  now: PstnConnection | undefined,
  routes: readonly PremiseRoute[],
): readonly Change[] {
  return route ? diffRoute(route, now, routes) : pstn.diff(connection, now);
}

/** What was sent without a known end, and never took effect, is no change by others. */
function isDriftOf(sent: PastOperation | undefined): (change: Change) => boolean {
  return ({ before }) => !(sent?.brought === "perhaps" && before === "");
}

function numbersDrift(past: PastRun, { numbers: present }: ExistingOrganization): readonly Text[] {
  const sent = past
    .of("numbers")
    .flatMap(({ operation, refused }) => operation.payload.phoneNumbers.filter((each) => !refused.includes(each)));
  const there = present.flatMap(({ phoneNumber }) => phoneNumber ?? []);
  const others = numbers.diff(sent, there, "exact").flatMap(({ before }) => before || []);
  return others.length > 0 ? [text("numbers_of_others", some(others))] : [];
}

function driftOf({ field, before, after }: Change): Text {
  return text("value_drifted", { field, now: before, sent: after });
}

const named = 3;

function some(all: readonly string[]): { readonly names: readonly string[]; readonly more: number } {
  return { names: all.slice(0, named), more: Math.max(0, all.length - named) };
}
