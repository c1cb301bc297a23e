/** One night after the other: what changed since the last one, and the sheets that tell of it. */
import { seededRandom } from "../../../src/simulator/random.ts";
import { closeBranch, firmChanges, type Night, personChanges, placeChanges } from "./changes.ts";
import { connect, type Firm, hire, isCalling, openFirm, placeOf, placesOf, type Sheets } from "./firms.ts";

/** Of all people, places and firms, in a night. */
export type Rates = {
  readonly people: number;
  readonly leavers: number;
  readonly joiners: number;
  readonly places: number;
  readonly firms: number;
  /** Branches that close, firms that come, that go, and that get another external id. */
  readonly closings: number;
  readonly arrivals: number;
  readonly departures: number;
  readonly renumbered: number;
};

export type Month = {
  firms: Firm[];
  /** How often each kind was done. */
  readonly done: Record<string, number>;
  /** The next night: changes the firms. `orgIdOf`: of an external id. */
  turn(orgIdOf: (externalId: string) => string): Sheets;
};

export function beginMonth(
  size: { readonly firms: number; readonly people: number },
  rates: Rates,
  seed: number,
): Month {
  const random = seededRandom(seed);
  const done: Record<string, number> = {};
  let counter = 0;
  let opened = size.firms;
  const month: Month = {
    firms: Array.from({ length: size.firms }, (_, index) => openFirm(index, size.people)),
    done,
    turn(orgIdOf) {
      const night: Night = {
        random,
        touched: new Set(),
        next: () => {
          counter += 1;
          return counter;
        },
      };
      const course = { month, night, rates };
      for (const firm of month.firms.filter(({ awaitsGateway }) => awaitsGateway)) {
        connect(firm, () => 40_000 + night.next());
        for (const { name } of placesOf(firm)) night.touched.add(`${firm.externalId} ${name}`);
        count(done, "location: first gateway, numbers, main number", true);
      }
      const closed = closeBranches(course);
      changeFirms(course);
      changePlaces(course);
      const renumbered = renumber(course, new Set(closed.map(({ customer }) => customer)), orgIdOf);
      const gone = depart(course, renumbered);
      changePeople(course);
      const leavers = leave(course);
      join(course, leavers);
      for (let arrival = 0; arrival < some(rates.arrivals, random); arrival += 1) {
        month.firms.push(openFirm(opened, size.people));
        opened += 1;
        count(done, "firm: arrives", true);
      }
      return { firms: month.firms, leavers, closed: closed.filter(({ customer }) => !gone.includes(customer)), gone };
    },
  };
  return month;
}

type Course = { readonly month: Month; readonly night: Night; readonly rates: Rates };

function count(done: Record<string, number>, what: string, isDone: boolean): boolean {
  if (isDone) done[what] = (done[what] ?? 0) + 1;
  return isDone;
}

/** So many on average. */
function some(average: number, random: () => number): number {
  return Math.floor(average + random());
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** The kinds in their order, each tried at some of the things until one takes it. */
function inTurn<Kind>(
  { month: { done }, night: { random } }: Course,
  { of, kinds, times }: { readonly of: string; readonly kinds: Readonly<Record<string, Kind>>; readonly times: number },
  attempt: (kind: Kind) => boolean,
): void {
  const rarest = () =>
    Object.keys(kinds).toSorted((one, other) => (done[`${of}: ${one}`] ?? 0) - (done[`${of}: ${other}`] ?? 0));
  for (let time = 0; time < some(times, random); time += 1) {
    for (const name of rarest()) {
      const kind = kinds[name];
      if (kind && Array.from({ length: 30 }).some(() => attempt(kind))) {
        count(done, `${of}: ${name}`, true);
        break;
      }
    }
  }
}

function changePeople(course: Course): void {
  const { month, night, rates } = course;
  const people = month.firms.reduce((sum, firm) => sum + firm.people.length, 0);
  inTurn(course, { of: "user", kinds: personChanges, times: people * rates.people }, (change) => {
    const firm = pick(month.firms, night.random);
    const person = firm && pick(firm.people, night.random);
    if (!firm || !person || night.touched.has(person.email)) return false;
    night.touched.add(person.email);
    const isDone = change(firm, person, night);
    if (!isDone) night.touched.delete(person.email);
    return isDone;
  });
}

function changePlaces(course: Course): void {
  const { month, night, rates } = course;
  const places = month.firms.reduce((sum, firm) => sum + placesOf(firm).length, 0);
  inTurn(course, { of: "location", kinds: placeChanges, times: places * rates.places }, (change) => {
    const firm = pick(month.firms, night.random);
    const place = firm && pick(placesOf(firm), night.random);
    const key = `${firm?.externalId} ${place?.name}`;
    if (!firm || !place || night.touched.has(key) || !change(firm, place, night)) return false;
    night.touched.add(key);
    return true;
  });
}

function changeFirms(course: Course): void {
  const { month, night, rates } = course;
  inTurn(course, { of: "customer", kinds: firmChanges, times: month.firms.length * rates.firms }, (change) => {
    const firm = pick(month.firms, night.random);
    if (!firm || night.touched.has(firm.externalId) || !change(firm, night)) return false;
    night.touched.add(firm.externalId);
    return true;
  });
}

function closeBranches({ month, night, rates }: Course): { customer: string; name: string }[] {
  const closed: { customer: string; name: string }[] = [];
  for (let time = 0; time < some(rates.closings, night.random); time += 1) {
    const firm = pick(month.firms, night.random);
    const name = firm && firm.branches.length > 1 ? closeBranch(firm, night) : undefined;
    if (firm && name) closed.push({ customer: firm.externalId, name });
    count(month.done, "location: goes", name !== undefined);
  }
  return closed;
}

/** The new external ids. */
function renumber(
  { month, night, rates }: Course,
  closing: ReadonlySet<string>,
  orgIdOf: (externalId: string) => string,
): readonly string[] {
  const renumbered: string[] = [];
  for (let time = 0; time < some(rates.renumbered, night.random); time += 1) {
    const firm = pick(month.firms, night.random);
    if (!firm || closing.has(firm.externalId) || renumbered.includes(firm.externalId)) continue;
    firm.orgId = orgIdOf(firm.externalId);
    firm.externalId = `N${night.next()}`;
    renumbered.push(firm.externalId);
    count(month.done, "customer: other external id", true);
  }
  return renumbered;
}

function depart({ month, night, rates }: Course, renumbered: readonly string[]): readonly string[] {
  const gone: string[] = [];
  for (let time = 0; time < some(rates.departures, night.random); time += 1) {
    const firm = pick(month.firms, night.random);
    if (!firm || renumbered.includes(firm.externalId)) continue;
    month.firms = month.firms.filter((each) => each !== firm);
    gone.push(firm.externalId);
    count(month.done, "customer: goes", true);
  }
  return gone;
}

type Leaver = Sheets["leavers"][number] & {
  readonly location?: string;
  readonly number?: string;
  readonly extension?: string;
};

function leave({ month, night, rates }: Course): readonly Leaver[] {
  const people = month.firms.reduce((sum, firm) => sum + firm.people.length, 0);
  const leavers: Leaver[] = [];
  for (let time = 0; time < some(people * rates.leavers, night.random); time += 1) {
    const firm = pick(month.firms, night.random);
    const person = firm && pick(firm.people, night.random);
    if (!firm || !person || night.touched.has(person.email) || person.roles.includes("full_admin")) continue;
    firm.people = firm.people.filter((each) => each !== person);
    const { email, location, number, extension } = person;
    leavers.push({
      ...{ customer: firm.externalId, email },
      ...(location ? { location } : {}),
      ...(number ? { number } : {}),
      ...(extension ? { extension } : {}),
    });
    count(month.done, "user: leaves", true);
  }
  return leavers;
}

/** Every second one has the line of somebody who leaves, where there is one. */
function join({ month, night, rates }: Course, leavers: readonly Leaver[]): void {
  const people = month.firms.reduce((sum, firm) => sum + firm.people.length, 0);
  const left = leavers.filter(({ location }) => location !== undefined);
  for (let time = 0; time < some(people * rates.joiners, night.random); time += 1) {
    const leaver = time % 2 === 0 ? left.pop() : undefined;
    const firm = leaver
      ? month.firms.find(({ externalId }) => externalId === leaver.customer)
      : pick(month.firms, night.random);
    if (!firm) continue;
    const person = hire(firm, 1000 + night.next());
    const isFree = firm.people.every(
      (each) => each.location !== leaver?.location || each.extension !== leaver?.extension,
    );
    const isFollowing = leaver?.location !== undefined && isCalling(person) && isFree;
    const { location = "", number, extension = "" } = leaver ?? {};
    if (isFollowing) Object.assign(person, { location, extension });
    if (isFollowing && person.number) delete person.number;
    if (isFollowing && number && isStillAt(firm, location, number)) person.number = number;
    firm.people.push(person);
    night.touched.add(person.email);
    count(month.done, isFollowing ? "user: joins, with the line of a leaver" : "user: joins", true);
  }
}

function isStillAt(firm: Firm, location: string, number: string): boolean {
  const isFree = firm.people.every((person) => person.number !== number);
  return isFree && placeOf(firm, location).numbers.includes(number) && placeOf(firm, location).mainNumber !== number;
}

/** A line that nobody of the firm has twice: the generator itself must not err. */
export function findDoubleLines(firms: readonly Firm[]): readonly string[] {
  return firms.flatMap((firm) => {
    const lines = firm.people.flatMap(({ location, number, extension }) => [
      ...(number ? [number] : []),
      ...(location ? [`${location} ${extension}`] : []),
    ]);
    const wrong = firm.people.filter(
      ({ location, number }) => number && !placeOf(firm, location).numbers.includes(number),
    );
    return [
      ...lines.filter((line, index) => lines.indexOf(line) !== index),
      ...wrong.map(({ email, number }) => `${email} has ${number}, which is elsewhere`),
    ].map((what) => `${firm.externalId}: ${what}`);
  });
}
