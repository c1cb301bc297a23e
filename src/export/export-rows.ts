/** A live customer as rows of our sheets: what an apply of them would find unchanged. What Webex does not tell comes from what was last applied. Pure. */

import type { StoredGoLive } from "../journal/state/go-live-days.ts";
import type { ExistingLocation, ExistingNumber, ExistingUser } from "../model/existing.ts";
import { isSameName } from "../model/names.ts";
import { factsOf, hasCalling, packageFacts } from "../model/packages.ts";
import {
  type Address,
  type DirectoryEntry,
  type DirectoryField,
  directoryFields,
  formatRoute,
  usualHeadOffice,
} from "../model/records.ts";
import { type Text, text } from "../model/words/text.ts";
import type { LastApplied } from "../planning/last-applied.ts";
import type { LiveCustomer } from "../webex/read-customers.ts";
import type { Cells } from "./export-sheets.ts";
import { type ExportBasis, leftOutCells, openDay } from "./left-out.ts";

export type ExportedCustomer = {
  readonly customer: Cells;
  readonly locations: readonly Cells[];
  readonly users: readonly Cells[];
  /** Locations and users that no row can tell, for people. */
  readonly leftOut: readonly Text[];
};

/** A reason, for people, where no row can tell the customer. */
export function toRows(live: LiveCustomer, basis: ExportBasis): ExportedCustomer | Text {
  const { externalId, orgId, status } = live.customer;
  if (!externalId) return text("no_external_id");
  if (!orgId) return text("no_organization_yet", { status });
  const { headOffice, branches, silent } = sortLocations(live, basis.last);
  const users = live.users.map((user) => ({ user, cells: userCells(externalId, user, live, basis.last) }));
  return {
    customer: customerCells(externalId, live, headOffice, basis),
    locations: branches.map((location) => ({
      customer: externalId,
      ...locationCells(location, live, basis.last.goLive("numbers", location.name)),
    })),
    users: users.flatMap(({ cells }) => (cells ? [cells] : [])),
    leftOut: [
      ...silent.map(({ name }) => text("location_left_silent", { location: name })),
      ...users.flatMap(({ user, cells }) => (cells ? [] : [text("user_not_provisioned", { email: user.email })])),
    ],
  };
}

type SortedLocations = {
  readonly headOffice: ExistingLocation | undefined;
  readonly branches: readonly ExistingLocation[];
  /** Without calling, at a customer that has it. */
  readonly silent: readonly ExistingLocation[];
};

/** The head office stands in the customer's row: the one last applied as such, the one that bears its usual name, else the first that was no branch. */
function sortLocations({ locations, customer }: LiveCustomer, last: LastApplied): SortedLocations {
  const isCalling = hasCalling(customer.packages);
  const told = isCalling ? locations.filter((each) => each.isCalling) : locations;
  const named = (name: string | undefined) =>
    name === undefined ? undefined : told.find((each) => isSameName(each.name, name));
  const usual = named(last.customer?.headOffice?.name) ?? named(usualHeadOffice);
  const headOffice = usual ?? (isCalling ? (told.find(({ name }) => !last.location(name)) ?? told[0]) : undefined);
  const silent = isCalling ? locations.filter((each) => !each.isCalling) : [];
  return { headOffice, branches: told.filter((each) => each !== headOffice), silent };
}

function customerCells(
  externalId: string,
  live: LiveCustomer,
  headOffice: ExistingLocation | undefined,
  basis: ExportBasis,
): Cells {
  const { customer, name = "" } = live;
  const location = Object.entries(headOffice ? locationCells(headOffice, live, basis.last.goLive("numbers")) : {});
  return {
    ...leftOutCells(basis),
    external_id: externalId,
    name,
    org_id: customer.orgId ?? "",
    packages: customer.packages.join(";"),
    ...addressCells(customer.billingAddress),
    ...Object.fromEntries(location.filter(([, cell]) => cell !== "").map(([column, cell]) => [`hq_${column}`, cell])),
  };
}

function locationCells(
  location: ExistingLocation,
  { numbers, pstn, routes = [], name }: LiveCustomer,
  day: StoredGoLive | undefined,
): Cells {
  const connection = pstn.get(location.locationId) ?? undefined;
  const route = routes.find(({ id }) => id === connection?.routeId);
  const own = numbers.filter(({ locationId }) => locationId === location.locationId);
  return {
    name: location.name,
    ...addressCells(location.address),
    timezone: location.timezone ?? "",
    language: location.language ?? "",
    pstn: route ? "" : (connection?.displayName ?? connection?.id ?? ""),
    pstn_route: route ? formatRoute(route) : "",
    phone_numbers: joinRanges(own.flatMap(({ phoneNumber }) => phoneNumber ?? [])),
    main_number: location.mainNumber ?? "",
    ...serviceCells(own, openDay(day)),
    caller_id_name: location.callerIdName === name ? "" : (location.callerIdName ?? ""),
    routing_prefix: location.routingPrefix ?? "",
    announcement_language: location.announcementLanguage ?? "",
    emergency_location_identifier: location.emergencyLocationIdentifier ?? "",
  };
}

/** Webex has no days. Where only some of the numbers are inactive, a cell for all of them would be wrong. */
function serviceCells(numbers: readonly ExistingNumber[], day: string): Cells {
  const own = numbers.filter(({ phoneNumber }) => phoneNumber);
  const isInactive = own.length > 0 && own.every((number) => number.isInactive);
  return { numbers_state: isInactive && day === "" ? "inactive" : "", activate_on: day };
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
  const { firstName = applied?.firstName, lastName = applied?.lastName } = live.directory.get(user.email) ?? {};
  const base = packageFacts.find(({ code, use }) => use === "base" && user.packages.includes(code))?.code;
  if (user.isPending || !firstName || !lastName || !base) return undefined;
  return {
    customer: externalId,
    email: user.email,
    package: base,
    addons: user.packages.filter((code) => code !== base).join(";"),
    ...(factsOf(base).isCalling ? telephoneCells(user, live, last) : {}),
    roles: (live.roles.get(user.email) ?? []).join(";"),
    ...directoryCells({ ...live.directory.get(user.email), firstName, lastName }),
  };
}

/** The name that Webex makes of the others need not stand in a cell. */
function directoryCells(entry: DirectoryEntry): Cells {
  const { displayName = "", language = "" } = entry;
  const isMade = isSameName(displayName, `${entry.firstName} ${entry.lastName}`);
  const country = /^[a-z]{2}[-_][a-z]{2}$/i.test(language) ? language.replace("-", "_") : "";
  const cells = Object.entries(directoryFields).map(([field, column]) => [
    column,
    entry[field as DirectoryField] ?? "",
  ]); // its keys
  return { ...Object.fromEntries(cells), display_name: isMade ? "" : displayName, language: country };
}

/** Of one line: who has several is told by the one that was last applied, else by the fullest. */
function telephoneCells(
  { email, personId }: ExistingUser,
  { numbers, locations }: LiveCustomer,
  last: LastApplied,
): Cells {
  const lines = numbers.filter(({ ownerId }) => ownerId !== undefined && ownerId === personId);
  const applied = last.user(email);
  const isApplied = ({ phoneNumber, extension }: ExistingNumber) =>
    (applied?.phoneNumber !== undefined && applied.phoneNumber === phoneNumber) ||
    (applied?.extension !== undefined && applied.extension === extension);
  const line = lines.find(isApplied) ?? lines.find((each) => each.phoneNumber && each.extension) ?? lines[0];
  const found = locations.find(({ locationId }) => locationId === line?.locationId);
  return {
    location: found?.name ?? "",
    phone_number: line?.phoneNumber ?? "",
    extension: line?.extension ?? "",
    caller_id: applied?.callerId ?? "", // Webex tells it only person by person
  };
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
