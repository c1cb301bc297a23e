/**
 * The calls that a night needs: counted from what the sheets of two nights say, without the program. Of a customer about
 * which a row is new or other, what is there is read once, in pages, as far as such rows speak of it; each thing is then
 * changed by the calls that the API has for it, and looked at where its answer is not to be believed.
 */
import { type Firm, isCalling, type Person, type Place, placeOf, placesOf, type Sheets } from "./firms.ts";

/** Calls by what they are for. */
export type Calls = Record<string, number>;

type Count = (what: string, calls?: number) => void;

/** `before`: the firms as they were in the night before; by what stays when all else changes. */
export function requiredCalls(before: readonly Firm[], sheets: Sheets): Calls {
  const calls: Calls = {};
  const count: Count = (what, times = 1) => {
    if (times > 0) calls[what] = (calls[what] ?? 0) + times;
  };
  count("templates: list");
  if (before.length === 0) count("templates: register");
  const known = new Map(before.map((firm) => [firm.adminEmail, firm]));
  const work = sheets.firms.map((firm) => ({ firm, was: known.get(firm.adminEmail) }));
  const isAny = work.some(({ firm, was }) => !was || isAsked(firm, was, sheets)) || sheets.gone.length > 0;
  if (isAny) count("customers: list", pages(before.length, 100));
  if (before.length > 0 && work.some(({ firm, was }) => was?.externalId !== firm.externalId))
    count("customers: list once more, for those under another id", pages(before.length, 100));
  if (work.some(({ firm, was }) => !was || opened(firm, was).length > 0)) count("announcement languages: list");
  for (const { firm, was } of work) {
    if (!was) countNew(firm, count);
    else if (isAsked(firm, was, sheets)) countChanged(firm, was, sheets, count);
  }
  const keys = new Set(sheets.gone);
  for (const firm of before) if (keys.has(firm.externalId)) countGone(firm, count);
  return calls;
}

export function sumOf(calls: Calls): number {
  return Object.values(calls).reduce((sum, each) => sum + each, 0);
}

const pages = (things: number, ofOne: number) => Math.max(1, Math.ceil(things / ofOne));

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function opened(firm: Firm, was: Firm): readonly Place[] {
  return firm.branches.filter(({ name }) => !was.branches.some((each) => each.name === name));
}

const leaversOf = ({ externalId }: Firm, { leavers }: Sheets) =>
  leavers.filter(({ customer }) => customer === externalId);
const closedOf = ({ externalId }: Firm, { closed }: Sheets) => closed.filter(({ customer }) => customer === externalId);

/** Does any row of it say something else than the night before? */
function isAsked(firm: Firm, was: Firm, sheets: Sheets): boolean {
  return !isSame(firm, was) || leaversOf(firm, sheets).length + closedOf(firm, sheets).length > 0;
}

// A customer that comes

function countNew(firm: Firm, count: Count): void {
  count("new customers: create, learn the end, read the organization", 3);
  count("new head offices: find");
  for (const place of placesOf(firm)) countNewPlace(place, place === firm.head, count);
  for (const person of firm.people) countNewPerson(person, count);
}

function countNewPlace(place: Place, isHead: boolean, count: Count): void {
  if (!isHead) count("new branches: location, calling", 2);
  if (place.pstn || place.route) count("new locations: PSTN options or routes, connection", 2);
  count("new locations: numbers", Math.ceil(place.numbers.length / 100));
  if (place.mainNumber || place.routingPrefix || place.callerIdName) count("new locations: main number and the like");
}

function countNewPerson(person: Person, count: Count): void {
  count("new users: subscriber");
  const { roles, title, department, displayName, language, blank } = person;
  const isTold = title ?? department ?? displayName ?? language;
  if ((roles.length > 0 || isTold) && blank.length === 0) count("new users: directory and roles");
}

// A customer that changes

function countChanged(firm: Firm, was: Firm, sheets: Sheets, count: Count): void {
  const people = firm.people.map((person) => ({ person, old: was.people.find(({ email }) => email === person.email) }));
  const asked = people.filter(({ person, old }) => !isSame(person, old) || firm.externalId !== was.externalId);
  const leavers = leaversOf(firm, sheets);
  const closed = closedOf(firm, sheets);
  countReads(firm, was, { asked, isRemoving: leavers.length + closed.length > 0, closed: closed.length }, count);
  if (firm.externalId !== was.externalId) count("external ids: read, give, learn the end", 3);
  if (firm.name !== was.name || firm.language !== was.language) count("customers: name and language");
  const { packages, limits, address, meetingsTimezone } = firm;
  const own = { packages, limits, address, meetingsTimezone };
  const { packages: hadPackages, limits: hadLimits, address: hadAddress, meetingsTimezone: hadTimezone } = was;
  if (!isSame(own, { packages: hadPackages, limits: hadLimits, address: hadAddress, meetingsTimezone: hadTimezone }))
    count("customers: change, learn the end", 2);
  countPlaces(firm, was, count);
  for (const { person, old } of asked)
    old ? countPerson(firm, was, { person, old }, count) : countNewPerson(person, count);
  countMoves(firm, was, asked, count);
  for (const leaver of leavers) {
    count("leavers: subscription, person", 2);
    if (was.people.find(({ email }) => email === leaver.email)?.location) count("leavers: is the line free?");
  }
  count("locations that go: check, job, its end, location", 4 * closed.length);
}

type Asked = { readonly person: Person; readonly old: Person | undefined };

/** The organization, its locations and those with calling always; the rest as far as rows speak of it. */
function countReads(
  firm: Firm,
  was: Firm,
  {
    asked,
    isRemoving,
    closed,
  }: { readonly asked: readonly Asked[]; readonly isRemoving: boolean; readonly closed: number },
  count: Count,
): void {
  count("reads: organization, locations, locations with calling", 3);
  const places = placesOf(firm).filter((place) => {
    const old = placesOf(was).find(({ name }) => name === place.name);
    return place === firm.head ? !isSame(headRow(firm), headRow(was)) : old && !isSame(place, old);
  });
  const isOther = firm.externalId !== was.externalId;
  const looked = isOther ? placesOf(firm) : places;
  const isAboutUsers = asked.length > 0 || isRemoving;
  const isAboutNumbers =
    looked.some(({ numbers }) => numbers.length > 0) || isRemoving || asked.some(({ person }) => person.location);
  if (isAboutUsers) count("reads: subscribers", pages(was.people.length, 100));
  if (isAboutNumbers) count("reads: numbers");
  if (isRemoving || asked.some(isAboutDirectory)) count("reads: directory", pages(was.people.length + 1, 100));
  count("reads: PSTN connections", looked.filter(({ pstn, route, numbers }) => pstn ?? route ?? numbers[0]).length);
  if (looked.some(({ route }) => route)) count("reads: routes of local gateways");
  count("reads: locations that go: check, connection, calling", 3 * closed);
}

/** All that stands in the row of a customer. */
function headRow({ people: _people, branches: _branches, ...row }: Firm): unknown {
  return row;
}

function isAboutDirectory({ person, old }: Asked): boolean {
  if (!old) return person.roles.length > 0;
  const roles = person.blank.includes("roles") ? [] : person.roles;
  return roles.length > 0 || person.package !== old.package || !isSame(directoryOf(person), directoryOf(old));
}

function directoryOf({ firstName, lastName, displayName, title, department, language, roles }: Person): unknown {
  return { firstName, lastName, displayName, title, department, language, roles };
}

function countPlaces(firm: Firm, was: Firm, count: Count): void {
  for (const place of opened(firm, was)) countNewPlace(place, false, count);
  for (const place of placesOf(firm)) {
    const old = place === firm.head ? was.head : was.branches.find(({ name }) => name === place.name);
    if (old) countPlace(place, old, count);
  }
}

function countPlace(place: Place, old: Place, count: Count): void {
  const differs = (...fields: readonly (keyof Place)[]) => fields.some((field) => !isSame(place[field], old[field]));
  if (differs("name", "address", "timezone", "language")) count("locations: name, address, time zone, language");
  if (differs("announcementLanguage", "mainNumber", "callerIdName", "routingPrefix", "identifier"))
    count("locations: calling settings");
  if (old.routingPrefix && differs("routingPrefix")) count("locations: is the new prefix there?");
  if (differs("pstn")) count("locations: PSTN options, connection", 2);
  if (differs("route")) count("locations: route");
  const more = place.numbers.filter((number) => !old.numbers.includes(number)).length;
  const less = old.numbers.filter((number) => !place.numbers.includes(number)).length;
  count("locations: more numbers", Math.ceil(more / 100));
  count("locations: fewer numbers, five at a time", Math.ceil(less / 5));
}

function countPerson(firm: Firm, was: Firm, { person, old }: { person: Person; old: Person }, count: Count): void {
  if (person.package !== old.package || !isSame(person.addons, old.addons)) count("users: packages");
  if (!isSame(directoryOf(person), directoryOf(old))) count("users: directory and roles");
  const isRenamed = person.firstName !== old.firstName || person.lastName !== old.lastName;
  if (isRenamed && isCalling(person)) count("users with another name: which name do they show?");
  const isHere = isCalling(person) && isCalling(old) && !isMove(firm, was, person, old);
  const isOther = person.number !== old.number || person.extension !== old.extension;
  if (isHere && isOther) count("users: number and extension: read, replace, read", 3);
}

/**
 * Who goes to one place goes together: is a job at work, the job, its end; then each is looked at. Who goes alone is looked
 * at before, too. A number that stays behind is asked about, and let go only where both places take it; then it is
 * removed, added, and given back, and looked at after each.
 */
function countMoves(firm: Firm, was: Firm, asked: readonly Asked[], count: Count): void {
  const moving = asked.filter(({ person, old }) => isMove(firm, was, person, old));
  for (const target of new Set(moving.map(({ person }) => person.location))) {
    const people = moving.filter(({ person }) => person.location === target).length;
    count(
      people > 1 ? "moves of several: is a job at work, the job, its end" : "moves of one: looked at, the job, its end",
      3,
    );
    count("moves: where are they now?", people);
  }
  const behind = moving.filter(({ person, old }) => {
    return person.number !== undefined && person.number === old?.number && placeOf(firm, person.location).pstn;
  });
  count("moves with an outage: asked about, connections of both places", 3 * behind.length);
  count("moves with an outage: remove, look, add, look, read, give back, look", 7 * behind.length);
}

/** A head office that has another name is the same place. */
function isMove(firm: Firm, was: Firm, person: Person, old: Person | undefined): boolean {
  if (!old?.location || !person.location) return false;
  const place = old.location === was.head.name ? firm.head.name : old.location;
  return place !== person.location;
}

// A customer that goes

/** All of it is read and kept; people and subscriptions go, then the customer. */
function countGone(firm: Firm, count: Count): void {
  count("customers that go: looked into", 3 + pages(firm.people.length, 100) + 1 + pages(firm.people.length + 1, 100));
  count(
    "customers that go: written down",
    4 + pages(firm.people.length, 100) + pages(firm.people.length + 1, 100) + 2 * placesOf(firm).length + 1,
  );
  count("customers that go: subscription, person of each user", 2 * firm.people.length);
  count("customers that go: the customer, its end", 2);
}
