/** Reads what the target holds already, in pages: the partner's customers, and of one organization what its rows ask about. Never one read per user, but for a caller ID that a row changes. */
import type {
  ClosingLocation,
  ExistingCustomer,
  ExistingLocation,
  ExistingOrganization,
  ExistingUser,
  Licenses,
  PstnConnection,
} from "../model/existing.ts";
import { isSameName } from "../model/names.ts";
import type { Failure } from "../model/outcome.ts";
import type { CallerId, RoleName } from "../model/records.ts";
import type { Http, Reply } from "./http/request.ts";
import { getCallerId, shownBy } from "./resources/caller-id.wire.ts";
import { toClosingLocation } from "./resources/calling.ts";
import { checkClosing } from "./resources/closing.wire.ts";
import { toExistingCustomer } from "./resources/customer.ts";
import { findCustomer, getCustomer, listCustomers } from "./resources/customer.wire.ts";
import { readLicenses } from "./resources/licenses.wire.ts";
import { toExistingLocation } from "./resources/location.ts";
import { getCallingLocation, listCallingLocations, listLocations } from "./resources/location.wire.ts";
import { toExistingNumber } from "./resources/numbers.ts";
import { listNumbers } from "./resources/numbers.wire.ts";
import { getInviteEmails, getOrganization } from "./resources/organization.wire.ts";
import { toExistingPerson } from "./resources/person.ts";
import { listRoles } from "./resources/person.wire.ts";
import { toExistingConnection } from "./resources/pstn.ts";
import { getConnection } from "./resources/pstn.wire.ts";
import { orAbsent } from "./resources/reply-result.ts";
import { listRoutes } from "./resources/routes.wire.ts";
import { toExistingUser } from "./resources/user.ts";
import { listSubscribers } from "./resources/user.wire.ts";

/** What the rows of a customer make it worth to ask. */
export type ObserveWishes = {
  readonly users: boolean;
  /** Decided when the users are known. */
  readonly people: (users: readonly ExistingUser[]) => boolean;
  /** The same. Of a token that may not read them nothing is known of them. */
  readonly licenses?: (users: readonly ExistingUser[]) => boolean;
  readonly inviteEmails: boolean;
  readonly numbers: boolean;
  /** Names of locations of which the PSTN connection matters. */
  readonly pstnOf: readonly string[] | "all";
  /** Trunks and route groups; `gateways`: where a location uses one. */
  readonly routes?: boolean | "gateways";
  /** Names of locations that are to go. */
  readonly closing?: readonly string[];
  /** What lists do not tell of locations with calling: one read for each. */
  readonly settings?: boolean;
  /** Of users who are there: those whose caller ID matters. One read for each, so only where a row asks for another one than it did. */
  readonly callerIds?: (users: readonly ExistingUser[]) => readonly ExistingUser[];
};

export type Observed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** So few are asked for one by one: nobody knows how many pages a partner has. */
const askedOneByOne = 5;

/** Customers of the partner, by external id, as far as `wanted` names them. Lists in pages, or asks one by one, whichever takes fewer calls. */
export async function observeCustomers(
  http: Http,
  wanted: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Observed<ReadonlyMap<string, ExistingCustomer>>> {
  const found = new Map<string, ExistingCustomer>();
  let pages = 0;
  if (wanted.size > askedOneByOne) {
    for await (const page of listCustomers(http, {}, signal)) {
      if (!page.ok) return page;
      for (const customer of page.value) {
        if (customer.externalId && wanted.has(customer.externalId))
          found.set(customer.externalId, toExistingCustomer(customer));
      }
      pages += 1;
      const missing = wanted.size - found.size;
      if (!page.hasMore || missing === 0) return { ok: true, value: found };
      if (pages >= missing) break;
    }
  }
  for (const externalId of wanted) {
    if (found.has(externalId)) continue;
    const reply = await findCustomer(http, externalId, signal);
    if (!reply.ok) return reply;
    if (reply.value) found.set(externalId, toExistingCustomer(reply.value));
  }
  return { ok: true, value: found };
}

/** One customer by its own id, whatever its external id; undefined: there is none. */
export async function observeCustomer(
  http: Http,
  customerId: string,
  signal: AbortSignal,
): Promise<Observed<ExistingCustomer | undefined>> {
  const reply = orAbsent(await getCustomer(http, customerId, signal));
  return reply.ok ? { ok: true, value: reply.value && toExistingCustomer(reply.value) } : reply;
}

/** Everything of one organization that its rows ask about. The organization itself is read first: that gives access to it. */
export async function observeOrganization(
  http: Http,
  customer: ExistingCustomer,
  wishes: ObserveWishes,
  signal: AbortSignal,
): Promise<Observed<ExistingOrganization>> {
  const { orgId, customerId } = customer;
  if (!orgId) return { ok: true, value: { ...empty, customer } };
  const access = await getOrganization(http, orgId, signal);
  if (!access.ok) return access;
  const locations = await listLocations(http, orgId, signal);
  if (!locations.ok) return locations;
  const calling = await listCallingLocations(http, orgId, signal);
  if (!calling.ok) return calling;
  const numbers = wishes.numbers ? await all(listNumbers(http, { orgId }, signal)) : none;
  if (!numbers.ok) return numbers;
  const users = wishes.users ? await all(listSubscribers(http, { customerId }, signal)) : none;
  if (!users.ok) return users;
  const known = users.value.map(toExistingUser);
  const isAskingPeople = wishes.people(known);
  const people = isAskingPeople ? await all(listRoles(http, orgId, signal)) : none;
  if (!people.ok) return people;
  const callerIds = await callerIdsOf(http, orgId, wishes.callerIds?.(known) ?? [], signal);
  if (!callerIds.ok) return callerIds;
  const licenses = wishes.licenses?.(known) ? await licensesOf(http, { customerId, orgId }, signal) : nothing;
  if (!licenses.ok) return licenses;
  const inviteEmails = wishes.inviteEmails ? await getInviteEmails(http, orgId, signal) : nothing;
  if (!inviteEmails.ok) return inviteEmails;
  const existing = locations.value.map((location) => toExistingLocation(location, calling.value));
  const pstn = await connectionsOf(http, orgId, existing, wishes.pstnOf, signal);
  if (!pstn.ok) return pstn;
  const isUsingRoutes = [...pstn.value.values()].some((connection) => connection?.routeId !== undefined);
  const isAskingRoutes = wishes.routes === true || (wishes.routes === "gateways" && isUsingRoutes);
  const routes = isAskingRoutes ? await listRoutes(http, orgId, signal) : none;
  if (!routes.ok) return routes;
  const closing = await closingsOf(http, orgId, existing, wishes.closing ?? [], signal);
  if (!closing.ok) return closing;
  const told = wishes.settings
    ? await withSettings(http, orgId, existing, signal)
    : { ok: true as const, value: existing };
  if (!told.ok) return told;
  const ownLocations = new Set(existing.map(({ locationId }) => locationId));
  const value = {
    customer,
    ...(access.value.displayName ? { name: access.value.displayName } : {}),
    locations: told.value,
    numbers: numbers.value.flatMap(toExistingNumber).filter(({ locationId }) => ownLocations.has(locationId)),
    users: known,
    roles: new Map<string, readonly RoleName[]>(people.value.map(({ email, roles }) => [email, roles])),
    ...(isAskingPeople ? { people: people.value.map(toExistingPerson) } : {}),
    ...(licenses.value ? { licenses: licenses.value } : {}),
    ...(callerIds.value.size > 0 ? { callerIds: callerIds.value } : {}),
    pstn: pstn.value,
    ...(isAskingRoutes ? { routes: routes.value } : {}),
    ...(closing.value.size > 0 ? { closing: closing.value } : {}),
    ...(inviteEmails.value === undefined ? {} : { inviteEmails: inviteEmails.value }),
  };
  return { ok: true, value };
}

const none = { ok: true, value: [] } as const;
const nothing = { ok: true, value: undefined } as const;
const empty = { locations: [], numbers: [], users: [], pstn: new Map(), roles: new Map() };

async function all<T>(pages: AsyncIterable<Reply<readonly T[]>>): Promise<Observed<readonly T[]>> {
  const found: T[] = [];
  for await (const page of pages) {
    if (!page.ok) return page;
    found.push(...page.value);
  }
  return { ok: true, value: found };
}

async function licensesOf(
  http: Http,
  of: { readonly customerId: string; readonly orgId: string },
  signal: AbortSignal,
): Promise<Observed<ReadonlyMap<string, Licenses> | undefined>> {
  const reply = await readLicenses(http, of, signal);
  return reply.ok || reply.failure.kind !== "rejected" ? reply : nothing;
}

/** Webex lists them nowhere. Of a token that may not read them nothing is known of them, nor of somebody who has none. */
async function callerIdsOf(
  http: Http,
  orgId: string,
  users: readonly ExistingUser[],
  signal: AbortSignal,
): Promise<Observed<ReadonlyMap<string, CallerId>>> {
  const found = new Map<string, CallerId>();
  for (const { personId } of users) {
    if (!personId) continue;
    const reply = await getCallerId(http, { orgId, personId }, signal);
    if (!reply.ok && reply.failure.kind !== "rejected") return reply;
    const shown = reply.ok ? shownBy(reply.value) : undefined;
    if (shown) found.set(personId, shown);
  }
  return { ok: true, value: found };
}

/** One read per location: Webex lists connections nowhere. */
async function connectionsOf(
  http: Http,
  orgId: string,
  locations: readonly ExistingLocation[],
  names: ObserveWishes["pstnOf"],
  signal: AbortSignal,
): Promise<Observed<ReadonlyMap<string, PstnConnection | null>>> {
  const found = new Map<string, PstnConnection | null>();
  for (const { locationId, name } of locations) {
    if (names !== "all" && !names.some((wanted) => isSameName(wanted, name))) continue;
    const reply = await getConnection(http, { orgId, locationId }, signal);
    if (!reply.ok) return reply;
    found.set(locationId, reply.value ? toExistingConnection(reply.value) : null);
  }
  return { ok: true, value: found };
}

/** Emergency identifier and language of announcements of each location with calling. */
async function withSettings(
  http: Http,
  orgId: string,
  locations: readonly ExistingLocation[],
  signal: AbortSignal,
): Promise<Observed<readonly ExistingLocation[]>> {
  const told: ExistingLocation[] = [];
  for (const location of locations) {
    const { locationId, isCalling } = location;
    const reply = isCalling ? await getCallingLocation(http, { orgId, locationId }, signal) : nothing;
    if (!reply.ok) return reply;
    const { announcementLanguage, emergencyLocationIdentifier } = reply.value ?? {};
    told.push({
      ...location,
      ...(announcementLanguage ? { announcementLanguage } : {}),
      ...(emergencyLocationIdentifier ? { emergencyLocationIdentifier } : {}),
    });
  }
  return { ok: true, value: told };
}

/** Of each location that is to go Webex's own check, and what lists do not tell. */
async function closingsOf(
  http: Http,
  orgId: string,
  locations: readonly ExistingLocation[],
  names: readonly string[],
  signal: AbortSignal,
): Promise<Observed<ReadonlyMap<string, ClosingLocation>>> {
  const found = new Map<string, ClosingLocation>();
  for (const { locationId, name, isCalling } of locations) {
    if (!names.some((going) => isSameName(going, name))) continue;
    const of = { orgId, locationId };
    const check = isCalling ? await checkClosing(http, of, signal) : nothing;
    if (!check.ok) return check;
    const details = isCalling ? await getCallingLocation(http, of, signal) : nothing;
    if (!details.ok) return details;
    found.set(locationId, toClosingLocation(details.value, check.value));
  }
  return { ok: true, value: found };
}
