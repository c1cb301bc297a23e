/** A live customer as rows of our sheets: what an apply of them would find unchanged. Pure. */

import type { ExistingNumber, ExistingUser } from "../model/existing.ts";
import { factsOf, hasCalling, packageFacts } from "../model/packages.ts";
import type { Address, PackageCode } from "../model/records.ts";
import type { LiveCustomer, LivePlace } from "../webex/read-customers.ts";

/** Cells by column; a column that is not there is blank. */
export type Cells = Readonly<Record<string, string>>;

export type ExportedCustomer = {
  readonly customer: Cells;
  readonly locations: readonly Cells[];
  readonly users: readonly Cells[];
  /** Users that cannot be told in a row: they have not consented yet, or have no name. */
  readonly leftOut: readonly string[];
};

/** `undefined` for a customer without external id: our sheets name customers by it. */
export function toRows(live: LiveCustomer): ExportedCustomer | undefined {
  const { externalId } = live.customer;
  if (!externalId) return undefined;
  const [headOffice, ...branches] = live.places.filter(({ isCalling }) => isCalling);
  const users = live.users.map((user) => ({ user, cells: userCells(externalId, user, live) }));
  return {
    customer: customerCells(externalId, live, headOffice),
    locations: branches.map((place) => ({ customer: externalId, ...placeCells(place, live) })),
    users: users.flatMap(({ cells }) => (cells ? [cells] : [])),
    leftOut: users.flatMap(({ user, cells }) => (cells ? [] : [user.email])),
  };
}

function customerCells(externalId: string, live: LiveCustomer, headOffice: LivePlace | undefined): Cells {
  const { customer, name = "" } = live;
  const place = headOffice && hasCalling(customer.packages) ? placeCells(headOffice, live) : {};
  return {
    external_id: externalId,
    name,
    org_id: customer.orgId ?? "",
    packages: customer.packages.join(";"),
    ...addressCells(customer.billingAddress),
    ...Object.fromEntries(Object.entries(place).map(([column, cell]) => [`hq_${column}`, cell])),
  };
}

function placeCells(place: LivePlace, { numbers, pstn }: LiveCustomer): Cells {
  const connection = pstn.get(place.locationId);
  const own = numbers.filter(({ locationId }) => locationId === place.locationId);
  return {
    name: place.name,
    ...addressCells(place.address),
    timezone: place.timezone ?? "",
    language: place.language ?? "",
    pstn: connection?.displayName ?? connection?.id ?? "",
    phone_numbers: joinRanges(own.flatMap(({ phoneNumber }) => phoneNumber ?? [])),
    main_number: place.mainNumber ?? "",
    routing_prefix: place.routingPrefix ?? "",
    announcement_language: place.announcementLanguage ?? "",
    emergency_location_identifier: place.emergencyLocationIdentifier ?? "",
  };
}

function addressCells(address: Partial<Address> = {}): Cells {
  return {
    address_line1: address.line1 ?? "",
    address_line2: address.line2 ?? "",
    city: address.city ?? "",
    state: address.state ?? "",
    postal_code: address.postalCode ?? "",
    country: address.country ?? "",
  };
}

function userCells(externalId: string, user: ExistingUser, live: LiveCustomer): Cells | undefined {
  const { firstName, lastName } = live.names.get(user.email) ?? {};
  const base = packageFacts.find(({ code, use }) => use === "base" && user.packages.includes(code))?.code;
  if (user.isPending || !firstName || !lastName || !base) return undefined;
  return {
    customer: externalId,
    email: user.email,
    first_name: firstName,
    last_name: lastName,
    package: base,
    addons: user.packages.filter((code) => code !== base).join(";"),
    ...(isCalling(base) ? telephoneCells(user, live) : {}),
    roles: (live.roles.get(user.email) ?? []).join(";"),
  };
}

function isCalling(code: PackageCode): boolean {
  return factsOf(code).isCalling;
}

function telephoneCells({ personId }: ExistingUser, { numbers, places }: LiveCustomer): Cells {
  const own = numbers.filter(({ ownerId }) => ownerId !== undefined && ownerId === personId);
  const first = (field: keyof ExistingNumber) => own.find((number) => number[field])?.[field] ?? "";
  const place = places.find(({ locationId }) => locationId === own[0]?.locationId);
  return { location: place?.name ?? "", phone_number: first("phoneNumber"), extension: first("extension") };
}

/** `+31201234500-+31201234549;+31201234560`: three and more that follow each other become a range. */
export function joinRanges(numbers: readonly string[]): string {
  const runs: string[][] = [];
  for (const number of numbers.toSorted()) {
    const last = runs.at(-1);
    if (last && follows(last.at(-1) ?? "", number)) last.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}-${run.at(-1)}`] : run)).join(";");
}

function follows(before: string, number: string): boolean {
  return before.length === number.length && BigInt(before.slice(1)) + 1n === BigInt(number.slice(1));
}
