/** What changes from one night to the next, chosen by a seed: of people, of places, of firms. Each kind is done in turn, where somebody is for whom it can be. */
import type { Random } from "../../../src/model/ports.ts";
import {
  type Address,
  callingPackages,
  type Firm,
  freeExtension,
  freeNumber,
  isCalling,
  numbersOfBlock,
  openPlace,
  type Person,
  type Place,
  placeOf,
  placesOf,
} from "./firms.ts";

/** What goes on beside the thing that changes. `touched`: e-mails and places about which this night says something already. */
export type Night = {
  readonly random: Random;
  readonly touched: Set<string>;
  /** A number that never stood anywhere: of people, of blocks of numbers, of words. */
  next(): number;
};

type PersonChange = (firm: Firm, person: Person, night: Night) => boolean;
type PlaceChange = (firm: Firm, place: Place, night: Night) => boolean;
type FirmChange = (firm: Firm, night: Night) => boolean;

/** The field gets another value. */
function set<Thing, Field extends keyof Thing>(thing: Thing, field: Field, value: Thing[Field]): true {
  thing[field] = value;
  return true;
}

const isAdmin = ({ roles }: Person) => roles.includes("full_admin");

function speak(person: Person, ...columns: readonly string[]): true {
  person.blank = person.blank.filter((column) => !columns.includes(column));
  return true;
}

// People

function giveExtension(firm: Firm, person: Person, night: Night): boolean {
  if (!person.location) return false;
  person.extension = freeExtension(firm, person.location, 5000 + (night.next() % 3000));
  return speak(person, "extension");
}

function giveNumber(firm: Firm, person: Person): boolean {
  if (!person.location) return false;
  const free = freeNumber(firm, placeOf(firm, person.location));
  if (!free) return false;
  person.number = free;
  return speak(person, "phone_number");
}

/** A colleague at the same place who has a number, and about whom nothing is said yet. */
function colleague(firm: Firm, person: Person, { touched }: Night): Person | undefined {
  return firm.people.find(
    (other) => other !== person && other.location === person.location && other.number && !touched.has(other.email),
  );
}

/** Takes the number and the extension of a colleague, who gets others. */
function takeLineOver(firm: Firm, person: Person, night: Night): boolean {
  const other = person.location ? colleague(firm, person, night) : undefined;
  if (!other) return false;
  const { number = "", extension = "" } = other;
  if (!giveNumber(firm, other) || !giveExtension(firm, other, night)) return false;
  night.touched.add(other.email);
  Object.assign(person, { number, extension });
  return speak(person, "phone_number", "extension");
}

function endCalling(person: Person): void {
  person.package = "webex_meetings";
  person.addons = [];
  for (const field of ["location", "number", "extension"] as const) delete person[field];
  speak(person, "location", "phone_number", "extension");
}

function elsewhere(firm: Firm, person: Person, isMeant: (place: Place) => boolean = () => true): Place | undefined {
  return placesOf(firm).find((place) => place.name !== person.location && isMeant(place));
}

/** To a place where the number is another one. */
function move(firm: Firm, person: Person, target: Place | undefined, number: string | undefined): boolean {
  if (!target || !person.location) return false;
  const isTaken = firm.people.some((each) => each.location === target.name && each.extension === person.extension);
  person.location = target.name;
  if (isTaken) person.extension = freeExtension(firm, target.name, 6000);
  if (number) person.number = number;
  return speak(person, "location", "phone_number", "extension");
}

function moveWithNumber(firm: Firm, person: Person, reach: "pstn" | "route"): boolean {
  const from = person.location ? placeOf(firm, person.location) : undefined;
  const { number } = person;
  if (!from?.[reach] || !number || from.mainNumber === number) return false;
  const target = elsewhere(firm, person, (place) => place[reach] === from[reach]);
  if (!target || !move(firm, person, target, undefined)) return false;
  from.numbers = from.numbers.filter((each) => each !== number);
  target.numbers = [...target.numbers, number].toSorted();
  return true;
}

export const personChanges: Readonly<Record<string, PersonChange>> = {
  first_name: (_firm, person, { next }) => set(person, "firstName", `Bea${next()}`),
  last_name: (_firm, person, { next }) => set(person, "lastName", `de Vries ${next()}`),
  display_name: (_firm, person, { next }) =>
    set(person, "displayName", `Shown ${next()}`) && speak(person, "display_name"),
  title: (_firm, person, { next }) => set(person, "title", `Head of ${next()}`) && speak(person, "title"),
  department: (_firm, person, { next }) => set(person, "department", `Dept ${next()}`) && speak(person, "department"),
  language: (_firm, person) =>
    set(person, "language", person.language === "en_US" ? "nl_NL" : "en_US") && speak(person, "language"),
  "one role more": (_firm, person) => {
    const more = ["device_admin", "user_admin", "readonly_admin"].find((role) => !person.roles.includes(role));
    return more !== undefined && set(person, "roles", [...person.roles, more]) && speak(person, "roles");
  },
  "package up": (_firm, person) => person.package === "webex_calling" && set(person, "package", "webex_suite"),
  "package down": (_firm, person) =>
    person.package === "webex_suite" && !isAdmin(person) && set(person, "package", "webex_calling"),
  "calling ends": (_firm, person) => {
    if (!isCalling(person) || isAdmin(person)) return false;
    endCalling(person);
    return true;
  },
  "calling begins": (firm, person, night) => {
    if (isCalling(person)) return false;
    Object.assign(person, { package: "webex_calling", location: firm.head.name });
    giveNumber(firm, person);
    return giveExtension(firm, person, night);
  },
  addon: (firm, person) =>
    firm.packages.includes("attendant_console") &&
    callingPackages.includes(person.package) &&
    person.addons.length === 0 &&
    set(person, "addons", ["attendant_console"]) &&
    speak(person, "addons"),
  extension: giveExtension,
  "first number": (firm, person) => person.number === undefined && giveNumber(firm, person),
  "other number": (firm, person) => person.number !== undefined && giveNumber(firm, person),
  "number new to the place": (firm, person, { next, touched }) => {
    const place = person.location ? placeOf(firm, person.location) : undefined;
    const [number = ""] = numbersOfBlock(10_000 + next(), 1);
    if (!place?.pstn || touched.has(`${firm.externalId} ${place.name}`)) return false;
    place.numbers.push(number);
    return set(person, "number", number) && speak(person, "phone_number");
  },
  "line of a colleague": takeLineOver,
  "move, extension only": (firm, person) =>
    person.number === undefined && move(firm, person, elsewhere(firm, person), undefined),
  "move, number of the target": (firm, person) => {
    const target = elsewhere(firm, person, (place) => freeNumber(firm, place) !== undefined);
    return target !== undefined && move(firm, person, target, freeNumber(firm, target));
  },
  "move with its number": (firm, person) => moveWithNumber(firm, person, "route"),
  "move with its number and an outage": (firm, person) => moveWithNumber(firm, person, "pstn"),
  "fewer cells": (_firm, person) =>
    person.blank.length === 0 && set(person, "blank", ["title", "department", "display_name", "roles", "language"]),
  "several at once": (firm, person, night) => {
    if (!isCalling(person)) return false;
    Object.assign(person, { lastName: `Both ${night.next()}`, title: `Lead ${night.next()}` });
    if (person.package === "webex_calling") person.package = "webex_suite";
    giveNumber(firm, person);
    return speak(person, "title") && giveExtension(firm, person, night);
  },
};

// Places

const elsewhereIn: Readonly<Record<string, Partial<Address>>> = {
  NL: { city: "Rotterdam", state: "ZH", postalCode: "3012 AA" },
  BE: { city: "Gent", state: "VOV", postalCode: "9000" },
};

function rehoused(address: Address, next: number): Address {
  return { ...address, ...elsewhereIn[address.country], line1: `Coolsingel ${next}` };
}

export const placeChanges: Readonly<Record<string, PlaceChange>> = {
  address: (_firm, place, { next }) => set(place, "address", rehoused(place.address, next())),
  timezone: (_firm, place) =>
    set(place, "timezone", place.timezone === "Europe/Amsterdam" ? "Europe/Brussels" : "Europe/Amsterdam"),
  language: (_firm, place) => {
    place.announcementLanguage ??= place.language; // said, so that it is known whether it goes along
    return set(place, "language", place.language === "nl_NL" ? "en_US" : "nl_NL");
  },
  announcement_language: (_firm, place) =>
    set(place, "announcementLanguage", (place.announcementLanguage ?? place.language) === "en_US" ? "nl_NL" : "en_US"),
  pstn: (_firm, place) =>
    place.pstn !== undefined &&
    set(place, "pstn", place.pstn === "Simulated Carrier" ? "Second Carrier" : "Simulated Carrier"),
  pstn_route: (_firm, place) =>
    place.route !== undefined &&
    set(place, "route", place.route.startsWith("trunk") ? "route_group:Simulated Gateways" : "trunk:Simulated Gateway"),
  "more numbers": (_firm, place, { next }) =>
    place.numbers.length > 0 && set(place, "numbers", [...place.numbers, ...numbersOfBlock(20_000 + next(), 7)]),
  "fewer numbers": (firm, place) => {
    const held = new Set(firm.people.map(({ number }) => number));
    const idle = place.numbers.filter((number) => number !== place.mainNumber && !held.has(number)).slice(-7);
    return (
      idle.length > 6 &&
      set(
        place,
        "numbers",
        place.numbers.filter((number) => !idle.includes(number)),
      )
    );
  },
  main_number: (firm, place) => {
    const free = freeNumber(firm, place);
    return free !== undefined && set(place, "mainNumber", free);
  },
  caller_id_name: (_firm, place, { next }) =>
    place.mainNumber !== undefined && set(place, "callerIdName", `Desk ${next()}`),
  "first routing_prefix": (firm, place, { next }) => place.routingPrefix === undefined && prefix(firm, place, next()),
  "other routing_prefix": (firm, place, { next }) => place.routingPrefix !== undefined && prefix(firm, place, next()),
  emergency_location_identifier: (_firm, place, { next }) =>
    place.address.country === "BE" && set(place, "identifier", `BE-${next()}`),
  hq_name: (firm, place, { next }) => {
    if (place !== firm.head) return false;
    const name = `Head Office ${next()}`;
    for (const person of firm.people) if (person.location === place.name) person.location = name;
    return set(place, "name", name);
  },
};

function prefix(firm: Firm, place: Place, next: number): boolean {
  const taken = new Set(placesOf(firm).map(({ routingPrefix }) => routingPrefix));
  const free = Array.from({ length: 900 }, (_, index) => String(100 + ((next + index) % 900)));
  const routingPrefix = free.find((each) => !taken.has(each));
  return routingPrefix !== undefined && set(place, "routingPrefix", routingPrefix);
}

// Firms

export const firmChanges: Readonly<Record<string, FirmChange>> = {
  name: (firm, { next }) => set(firm, "name", `Renamed ${next()}`),
  language: (firm) => set(firm, "language", firm.language === "nl_NL" ? "en_US" : "nl_NL"),
  "billing address": (firm, { next }) => set(firm, "address", rehoused(firm.address, next())),
  packages: (firm) => {
    const more = ["attendant_console", "webex_voice", "cx_essentials"].find((each) => !firm.packages.includes(each));
    return more !== undefined && set(firm, "packages", [...firm.packages, more]);
  },
  package_limits: (firm, { next }) =>
    set(firm, "limits", { ...firm.limits, webex_calling: 600 + next(), webex_meetings: 900 + next() }),
  meetings_timezone: (firm) =>
    set(firm, "meetingsTimezone", firm.meetingsTimezone === "Europe/Paris" ? "Europe/Amsterdam" : "Europe/Paris"),
  "a branch opens": (firm, night) => {
    const [mover] = firm.people.filter((each) => each.location && !each.number && !night.touched.has(each.email));
    const { pstn, route } = firm.head;
    const branch = openPlace(`Branch ${night.next()}`, 30_000 + night.next(), route ? { route } : { pstn: pstn ?? "" });
    firm.branches.push(branch);
    night.touched.add(`${firm.externalId} ${branch.name}`);
    if (!mover) return true;
    night.touched.add(mover.email);
    return move(firm, mover, branch, undefined);
  },
};

/** Its people go to the head office, with numbers of that; the numbers of the branch go with it. Its name; undefined: none can. */
export function closeBranch(firm: Firm, night: Night): string | undefined {
  const isUntouched = (branch: Place) =>
    !night.touched.has(`${firm.externalId} ${branch.name}`) &&
    firm.people.every(({ location, email }) => location !== branch.name || !night.touched.has(email));
  const branch = firm.branches.findLast(isUntouched);
  if (!branch) return undefined;
  firm.branches = firm.branches.filter((each) => each !== branch);
  for (const person of firm.people.filter(({ location }) => location === branch.name)) {
    const number = person.number ? freeNumber(firm, firm.head) : undefined;
    if (person.number && !number) throw new Error(`${firm.externalId} has no number left for ${person.email}`);
    night.touched.add(person.email);
    move(firm, person, firm.head, number);
  }
  return branch.name;
}
