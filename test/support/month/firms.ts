/** Customers as their sheets tell of them in the course of a month: what is true of each, and the cells that say it. */
import { type Batch, writeBatch } from "../write-batch.ts";

export type Address = { line1: string; city: string; state: string; postalCode: string; country: string };

export type Place = {
  name: string;
  address: Address;
  timezone: string;
  language: string;
  announcementLanguage?: string;
  pstn?: string;
  route?: string;
  numbers: string[];
  mainNumber?: string;
  callerIdName?: string;
  routingPrefix?: string;
  identifier?: string;
};

export type Person = {
  email: string;
  firstName: string;
  lastName: string;
  package: string;
  addons: string[];
  /** Of somebody who calls. */
  location?: string;
  number?: string;
  extension?: string;
  roles: string[];
  displayName?: string;
  title?: string;
  department?: string;
  language?: string;
  /** Columns that the row leaves blank, though all of the above holds. */
  blank: string[];
};

export type Firm = {
  externalId: string;
  /** The organization at Webex, where the row names it. */
  orgId?: string;
  name: string;
  adminEmail: string;
  language: string;
  address: Address;
  packages: string[];
  limits: Record<string, number>;
  meetingsTimezone: string;
  head: Place;
  branches: Place[];
  people: Person[];
  /** Somebody adds it in Control Hub once the customer is there. */
  awaitsGateway?: boolean;
};

/** `leavers`, `closed`, `gone`: whom the sheets of this night name for the last time. */
export type Sheets = {
  readonly firms: readonly Firm[];
  readonly leavers: readonly { readonly customer: string; readonly email: string }[];
  readonly closed: readonly { readonly customer: string; readonly name: string }[];
  readonly gone: readonly string[];
};

export const callingPackages = ["webex_calling", "webex_suite", "webex_voice", "cx_essentials"];

export const isCalling = (person: Pick<Person, "package">): boolean => callingPackages.includes(person.package);

export const placesOf = ({ head, branches }: Firm): readonly Place[] => [head, ...branches];

export function placeOf(firm: Firm, name = ""): Place {
  const place = placesOf(firm).find((each) => each.name === name);
  if (!place) throw new Error(`${firm.externalId} has no place ${name}`);
  return place;
}

/** Numbers of nobody else, a hundred of them for each block. */
export function numbersOfBlock(block: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `+3120${20_000 + block}${String(index).padStart(2, "0")}`);
}

const amsterdam: Address = {
  line1: "Keizersgracht 126",
  city: "Amsterdam",
  state: "NH",
  postalCode: "1015 CW",
  country: "NL",
};
const antwerp: Address = { line1: "Meir 12", city: "Antwerpen", state: "VAN", postalCode: "2000", country: "BE" };

export const carrier = { pstn: "Simulated Carrier" };
export const gateway = { route: "trunk:Simulated Gateway" };

/** `reach`: how it reaches the telephone network; none: it has extensions alone. */
export function openPlace(name: string, block: number, reach: Pick<Place, "pstn" | "route"> | undefined): Place {
  const numbers = reach ? numbersOfBlock(block, 30) : [];
  return {
    name,
    address: name === "Antwerpen" ? antwerp : { ...amsterdam, line1: `Damrak ${block + 1}` },
    timezone: "Europe/Amsterdam",
    language: "nl_NL",
    ...reach,
    numbers,
    ...(numbers[0] ? { mainNumber: numbers[0] } : {}),
  };
}

/** Every fourth firm gets a local gateway when it is there, every fourth has a branch abroad, without numbers. */
export function openFirm(index: number, people: number): Firm {
  const reach = index % 4 === 2 ? undefined : carrier;
  const block = index * 3;
  const firm: Firm = {
    externalId: `C${index + 1}`,
    name: `Customer ${index + 1}`,
    adminEmail: `admin@c${index + 1}.example.com`,
    language: "nl_NL",
    address: { ...amsterdam },
    packages: ["webex_calling", "webex_suite", "webex_meetings"],
    limits: { webex_calling: 500 + index },
    meetingsTimezone: "Europe/Amsterdam",
    head: openPlace("Head Office", block, reach),
    branches: [
      openPlace("Rotterdam", block + 1, reach),
      openPlace(index % 4 === 3 ? "Antwerpen" : "Utrecht", block + 2, index % 4 === 3 ? undefined : reach),
    ],
    people: [],
    ...(reach ? {} : { awaitsGateway: true }),
  };
  for (let number = 0; number < people; number += 1) firm.people.push(hire(firm, number));
  return firm;
}

/** Its places reach the telephone network from now on. `block`: of numbers that are nobody's. */
export function connect(firm: Firm, block: () => number): void {
  delete firm.awaitsGateway;
  for (const place of placesOf(firm)) {
    const { numbers, mainNumber = "" } = openPlace(place.name, block(), gateway);
    Object.assign(place, gateway, { numbers, mainNumber });
  }
}

/** The next one, with a line where they call: one in five does not. */
export function hire(firm: Firm, number: number): Person {
  const isFirst = number === 0;
  const own = number % 5 === 4 ? "webex_meetings" : number % 5 === 3 ? "webex_suite" : "webex_calling";
  const person: Person = {
    email: `user${number}@${firm.adminEmail.split("@")[1]}`,
    firstName: "Ann",
    lastName: `Visser ${number}`,
    package: own,
    addons: [],
    roles: isFirst ? ["full_admin"] : number % 7 === 6 ? ["device_admin"] : [],
    ...(number % 3 === 0 ? { title: "Engineer", department: "Sales" } : {}),
    ...(number % 11 === 0 ? { displayName: `A. Visser ${number}`, language: "nl_NL" } : {}),
    blank: [],
  };
  if (!isCalling(person)) return person;
  const places = placesOf(firm);
  const place = places[number % places.length] ?? firm.head;
  const free = number % 2 === 0 ? freeNumber(firm, place) : undefined;
  return {
    ...person,
    location: place.name,
    ...(free ? { number: free } : {}),
    extension: freeExtension(firm, place.name),
  };
}

/** A number of the place that nobody has, and that is not its main number. */
export function freeNumber(firm: Firm, place: Place): string | undefined {
  const held = new Set(firm.people.map(({ number }) => number));
  return place.numbers.find((number) => number !== place.mainNumber && !held.has(number));
}

export function freeExtension(firm: Firm, location: string, from = 4000): string {
  const taken = new Set(firm.people.flatMap((each) => (each.location === location ? [each.extension] : [])));
  for (let extension = from; ; extension += 1) if (!taken.has(String(extension))) return String(extension);
}

// The sheets

export function writeSheets(parent: string, name: string, sheets: Sheets): Promise<string> {
  return writeBatch(parent, name, toBatch(sheets));
}

function toBatch({ firms, leavers, closed, gone }: Sheets): Batch {
  const remove = { action: "remove" };
  return {
    templates: [{}],
    customers: [
      ...firms.map(customerRow),
      ...gone.map((externalId) => ({
        ...emptied(Object.keys(customerRow(anyFirm))),
        external_id: externalId,
        ...remove,
      })),
    ],
    locations: [
      ...firms.flatMap((firm) => firm.branches.map((place) => ({ customer: firm.externalId, ...placeCells(place) }))),
      ...closed.map((place) => ({ ...emptied(Object.keys(placeCells(anyFirm.head))), ...place, ...remove })),
    ],
    users: [
      ...firms.flatMap((firm) => firm.people.map((person) => personRow(firm, person))),
      ...leavers.map(({ customer, email }) => ({
        ...{ ...emptied(Object.keys(personRow(anyFirm, hire(anyFirm, 0)))), customer, email, ...remove },
      })),
    ],
  };
}

const anyFirm = openFirm(0, 0);

/** A row to remove has its key alone. */
function emptied(columns: readonly string[]): Record<string, string> {
  return Object.fromEntries([...columns, "supported_location"].map((column) => [column, ""]));
}

function customerRow(firm: Firm): Record<string, string> {
  const head = Object.entries(placeCells(firm.head)).map(([column, value]) => [`hq_${column}`, value]);
  return {
    external_id: firm.externalId,
    org_id: firm.orgId ?? "",
    name: firm.name,
    admin_email: firm.adminEmail,
    language: firm.language,
    ...addressCells(firm.address),
    packages: firm.packages.join(";"),
    package_limits: Object.entries(firm.limits)
      .map((entry) => entry.join("="))
      .join(";"),
    meetings_timezone: firm.meetingsTimezone,
    ...Object.fromEntries(head),
    action: "",
  };
}

function addressCells({ line1, city, state, postalCode, country }: Address): Record<string, string> {
  return { address_line1: line1, city, state, postal_code: postalCode, country };
}

function placeCells(place: Place): Record<string, string> {
  return {
    name: place.name,
    ...addressCells(place.address),
    timezone: place.timezone,
    language: place.language,
    announcement_language: place.announcementLanguage ?? "",
    pstn: place.pstn ?? "",
    pstn_route: place.route ?? "",
    phone_numbers: place.numbers.join(";"),
    main_number: place.mainNumber ?? "",
    caller_id_name: place.callerIdName ?? "",
    routing_prefix: place.routingPrefix ?? "",
    emergency_location_identifier: place.identifier ?? "",
    action: "",
  };
}

function personRow(firm: Firm, person: Person): Record<string, string> {
  const cells: Record<string, string> = {
    customer: firm.externalId,
    email: person.email,
    first_name: person.firstName,
    last_name: person.lastName,
    package: person.package,
    addons: person.addons.join(";"),
    location: person.location ?? "",
    phone_number: person.number ?? "",
    extension: person.extension ?? "",
    roles: person.roles.join(";"),
    display_name: person.displayName ?? "",
    title: person.title ?? "",
    department: person.department ?? "",
    language: person.language ?? "",
    action: "",
  };
  for (const column of person.blank) cells[column] = "";
  return cells;
}
