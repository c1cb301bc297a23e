/** A live customer as rows of our sheets: what an apply of them would find unchanged. What Webex does not tell comes from what was last applied. Pure. */
import type { ExistingNumber, ExistingUser } from "../model/existing.ts";
import { factsOf, hasCalling, packageFacts } from "../model/packages.ts";
import type { Address } from "../model/records.ts";
import { foldName } from "../plan/fold.ts";
import type { LastApplied } from "../plan/last-applied.ts";
import type { LiveCustomer, LivePlace } from "../webex/read-customers.ts";
import type { Cells } from "./export-sheets.ts";
import { type ExportBasis, untoldCells } from "./export-untold.ts";

export type ExportedCustomer = {
  readonly customer: Cells;
  readonly locations: readonly Cells[];
  readonly users: readonly Cells[];
  /** Locations and users that no row can tell, for people. */
  readonly leftOut: readonly string[];
};

/** A reason, for people, where no row can tell the customer. */
export function toRows(live: LiveCustomer, basis: ExportBasis): ExportedCustomer | string {
  const { externalId, orgId, status } = live.customer;
  if (!externalId) return "it has no external id";
  if (!orgId) return `it has no organisation yet (${status})`;
  const { headOffice, branches, silent } = sortPlaces(live, basis.last);
  const users = live.users.map((user) => ({ user, cells: userCells(externalId, user, live, basis.last) }));
  return {
    customer: customerCells(externalId, live, headOffice, basis),
    locations: branches.map((place) => ({ customer: externalId, ...placeCells(place, live) })),
    users: users.flatMap(({ cells }) => (cells ? [cells] : [])),
    leftOut: [
      ...silent.map(({ name }) => `location ${name}: it has no calling, and a row would switch that on`),
      ...users.flatMap(({ user, cells }) =>
        cells ? [] : [`user ${user.email}: not provisioned yet, or without a name`],
      ),
    ],
  };
}

type SortedPlaces = {
  readonly headOffice: LivePlace | undefined;
  readonly branches: readonly LivePlace[];
  /** Without calling, at a customer that has it. */
  readonly silent: readonly LivePlace[];
};

/** The head office stands in the customer's row: the one last applied as such, the one that bears its usual name, else the first that was no branch. */
function sortPlaces({ places, customer }: LiveCustomer, last: LastApplied): SortedPlaces {
  const isCalling = hasCalling(customer.packages);
  const told = isCalling ? places.filter((place) => place.isCalling) : places;
  const named = (name: string | undefined) =>
    name === undefined ? undefined : told.find((place) => foldName(place.name) === foldName(name));
  const usual = named(last.customer?.headOffice?.name) ?? named(usualName);
  const headOffice = usual ?? (isCalling ? (told.find(({ name }) => !last.location(name)) ?? told[0]) : undefined);
  const silent = isCalling ? places.filter((place) => !place.isCalling) : [];
  return { headOffice, branches: told.filter((place) => place !== headOffice), silent };
}

/** What `hq_name` means when it is blank. */
const usualName = "Head Office";

function customerCells(
  externalId: string,
  live: LiveCustomer,
  headOffice: LivePlace | undefined,
  basis: ExportBasis,
): Cells {
  const { customer, name = "" } = live;
  const place = Object.entries(headOffice ? placeCells(headOffice, live) : {});
  return {
    ...untoldCells(basis),
    external_id: externalId,
    name,
    org_id: customer.orgId ?? "",
    packages: customer.packages.join(";"),
    ...addressCells(customer.billingAddress),
    ...Object.fromEntries(place.filter(([, cell]) => cell !== "").map(([column, cell]) => [`hq_${column}`, cell])),
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

function userCells(externalId: string, user: ExistingUser, live: LiveCustomer, last: LastApplied): Cells | undefined {
  const applied = last.user(user.email);
  const { firstName = applied?.firstName, lastName = applied?.lastName } = live.names.get(user.email) ?? {};
  const base = packageFacts.find(({ code, use }) => use === "base" && user.packages.includes(code))?.code;
  if (user.isPending || !firstName || !lastName || !base) return undefined;
  return {
    customer: externalId,
    email: user.email,
    first_name: firstName,
    last_name: lastName,
    package: base,
    addons: user.packages.filter((code) => code !== base).join(";"),
    ...(factsOf(base).isCalling ? telephoneCells(user, live, last) : {}),
    roles: (live.roles.get(user.email) ?? []).join(";"),
  };
}

/** Of one line: who has several is told by the one that was last applied, else by the fullest. */
function telephoneCells(
  { email, personId }: ExistingUser,
  { numbers, places }: LiveCustomer,
  last: LastApplied,
): Cells {
  const lines = numbers.filter(({ ownerId }) => ownerId !== undefined && ownerId === personId);
  const applied = last.user(email);
  const isApplied = ({ phoneNumber, extension }: ExistingNumber) =>
    (applied?.phoneNumber !== undefined && applied.phoneNumber === phoneNumber) ||
    (applied?.extension !== undefined && applied.extension === extension);
  const line = lines.find(isApplied) ?? lines.find((each) => each.phoneNumber && each.extension) ?? lines[0];
  const place = places.find(({ locationId }) => locationId === line?.locationId);
  return { location: place?.name ?? "", phone_number: line?.phoneNumber ?? "", extension: line?.extension ?? "" };
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
