/** Reads what the target holds already, in pages: the partner's customers, and of one organisation what its rows ask about. Never one read per user. */
import type {
  ExistingCustomer,
  ExistingNumber,
  ExistingOrganization,
  ExistingPerson,
  ExistingPlace,
  ExistingUser,
  PstnConnection,
} from "../model/existing.ts";
import type { Failure } from "../model/outcome.ts";
import type { RoleName } from "../model/records.ts";
import { findCustomer, listCustomers } from "./customers.ts";
import { isSameName, listCallingLocations, listLocations } from "./locations.ts";
import { listNumbers } from "./numbers.ts";
import { getOrganization } from "./organizations.ts";
import { type Connection, getConnection } from "./pstn.ts";
import type { Http, Reply } from "./request.ts";
import { listRoles } from "./roles.ts";
import { getInviteEmails } from "./settings.ts";
import { listSubscribers } from "./subscribers.ts";
import type { Customer } from "./wire-customers.ts";
import type { CallingLocation, Location } from "./wire-locations.ts";
import type { PhoneNumber } from "./wire-numbers.ts";
import type { ScimUser } from "./wire-scim.ts";
import type { Subscriber } from "./wire-subscribers.ts";

/** What the rows of a customer make it worth to ask. */
export type ObserveWishes = {
  readonly users: boolean;
  /** Decided when the users are known. */
  readonly roles: (users: readonly ExistingUser[]) => boolean;
  readonly inviteEmails: boolean;
  readonly numbers: boolean;
  /** Names of locations of which the PSTN connection matters. */
  readonly pstnOf: readonly string[] | "all";
};

export type Observed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Customers of the partner, by external id, as far as `wanted` names them. Lists in pages, or asks one by one, whichever takes fewer calls. */
export async function observeCustomers(
  http: Http,
  wanted: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Observed<ReadonlyMap<string, ExistingCustomer>>> {
  const found = new Map<string, ExistingCustomer>();
  let pages = 0;
  if (wanted.size > 1) {
    for await (const page of listCustomers(http, {}, signal)) {
      if (!page.ok) return page;
      for (const customer of page.value) {
        if (customer.externalId && wanted.has(customer.externalId))
          found.set(customer.externalId, toExistingCustomer(customer));
      }
      pages += 1;
      const missing = wanted.size - found.size;
      if (!page.next || missing === 0) return { ok: true, value: found };
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

/** Everything of one organisation that its rows ask about. The organisation itself is read first: that gives access to it. */
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
  const known = users.value.map(toUser);
  const isAskingPeople = wishes.roles(known);
  const people = isAskingPeople ? await all(listRoles(http, orgId, signal)) : none;
  if (!people.ok) return people;
  const inviteEmails = wishes.inviteEmails ? await getInviteEmails(http, orgId, signal) : nothing;
  if (!inviteEmails.ok) return inviteEmails;
  const places = locations.value.map((location) => toPlace(location, calling.value));
  const pstn = await connectionsOf(http, orgId, places, wishes.pstnOf, signal);
  if (!pstn.ok) return pstn;
  const value = {
    customer,
    ...(access.value.displayName ? { name: access.value.displayName } : {}),
    places,
    numbers: numbers.value.flatMap(toNumber),
    users: known,
    roles: new Map<string, readonly RoleName[]>(people.value.map(({ email, roles }) => [email, roles])),
    ...(isAskingPeople ? { people: people.value.map(toPerson) } : {}),
    pstn: pstn.value,
    ...(inviteEmails.value === undefined ? {} : { inviteEmails: inviteEmails.value }),
  };
  return { ok: true, value };
}

const none = { ok: true, value: [] } as const;
const nothing = { ok: true, value: undefined } as const;
const empty = { places: [], numbers: [], users: [], pstn: new Map(), roles: new Map() };

async function all<T>(pages: AsyncIterable<Reply<readonly T[]>>): Promise<Observed<readonly T[]>> {
  const found: T[] = [];
  for await (const page of pages) {
    if (!page.ok) return page;
    found.push(...page.value);
  }
  return { ok: true, value: found };
}

/** One read per location: Webex lists connections nowhere. */
async function connectionsOf(
  http: Http,
  orgId: string,
  places: readonly ExistingPlace[],
  names: ObserveWishes["pstnOf"],
  signal: AbortSignal,
): Promise<Observed<ReadonlyMap<string, PstnConnection | null>>> {
  const found = new Map<string, PstnConnection | null>();
  for (const { locationId, name } of places) {
    if (names !== "all" && !names.some((wanted) => isSameName(wanted, name))) continue;
    const reply = await getConnection(http, { orgId, locationId }, signal);
    if (!reply.ok) return reply;
    found.set(locationId, reply.value ? toConnection(reply.value) : null);
  }
  return { ok: true, value: found };
}

export function toExistingCustomer(customer: Customer): ExistingCustomer {
  const { id, orgId, externalId, status, packages, packageStates, billingAddress } = customer;
  const failed = packageStates.filter((state) => state.status === "error").map(({ name }) => name);
  return {
    customerId: id,
    status,
    packages,
    ...(failed.length > 0 ? { failedPackages: failed } : {}),
    ...(orgId ? { orgId } : {}),
    ...(externalId ? { externalId } : {}),
    ...(billingAddress ? { billingAddress } : {}),
  };
}

function toPlace(
  { id, name, address, timezone, language }: Location,
  calling: readonly CallingLocation[],
): ExistingPlace {
  const enabled = calling.find((location) => location.id === id);
  return {
    locationId: id,
    name,
    isCalling: enabled !== undefined,
    ...(address ? { address } : {}),
    ...(timezone ? { timezone } : {}),
    ...(language ? { language } : {}),
    ...(enabled?.mainNumber ? { mainNumber: enabled.mainNumber } : {}),
    ...(enabled?.routingPrefix ? { routingPrefix: enabled.routingPrefix } : {}),
  };
}

function toNumber({ phoneNumber, extension, location, owner }: PhoneNumber): readonly ExistingNumber[] {
  if (!location) return [];
  return [
    {
      locationId: location.id,
      ...(location.name ? { locationName: location.name } : {}),
      ...(phoneNumber ? { phoneNumber } : {}),
      ...(extension ? { extension } : {}),
      ...(owner?.id ? { ownerId: owner.id } : {}),
    },
  ];
}

function toUser({ id, personId, email, packages, status, createdAt }: Subscriber): ExistingUser {
  return {
    subscriberId: id,
    email,
    packages,
    isPending: status === "pending_user_migration",
    ...(personId ? { personId } : {}),
    ...(createdAt ? { createdAt } : {}),
  };
}

function toPerson({ id, email, firstName, lastName, roles, createdAt }: ScimUser): ExistingPerson {
  return {
    personId: id,
    email,
    roles,
    ...(firstName ? { firstName } : {}),
    ...(lastName ? { lastName } : {}),
    ...(createdAt ? { createdAt } : {}),
  };
}

/** A kind that we do not know takes no numbers, as an integrated one. */
function toConnection({ id, displayName, type }: Connection): PstnConnection {
  const known = pstnTypes.find((each) => each === type) ?? "INTEGRATED_CCP";
  return { id, type: known, ...(displayName ? { displayName } : {}) };
}

const pstnTypes = ["LOCAL_GATEWAY", "NON_INTEGRATED_CCP", "INTEGRATED_CCP", "CISCO_PSTN"] as const;
