/** Chooses the lowest free number and extension for the rows that ask for the next one, in input order. Pure. */
import type { ExistingNumber, ExistingOrganization } from "../model/existing.ts";
import { foldName, foldNumber } from "../model/names.ts";
import { formatRange, isWithin, type NextWish } from "../model/next-wish.ts";
import { hasNumber, type NumberRange, numbersOf } from "../model/number-ranges.ts";
import { factsOf } from "../model/packages.ts";
import type { RowId } from "../model/plan.ts";
import type { Draft, UserRecord } from "../model/records.ts";
import type { Assigned } from "../model/run-report.ts";
import { text } from "../model/words/text.ts";
import { isEmergencyNumber } from "../sheets/cells/extension-cells.ts";
import type { ChosenUser } from "./chosen-user.ts";
import type { Sourced } from "./customer-rows.ts";
import type { PlanProblem } from "./operation-builder.ts";
import type { PlannedLocation } from "./planned-location.ts";
import { isTollFree } from "./toll-free.ts";
import type { UserIndex } from "./user-index.ts";

export type ChoiceInput = {
  readonly users: readonly Sourced<UserRecord>[];
  readonly locationOf: (user: Sourced<UserRecord>) => PlannedLocation | undefined;
  readonly existing: ExistingOrganization | undefined;
  readonly index: UserIndex;
  /** Numbers that rows give to their places, with main numbers. */
  readonly places: readonly PlaceOfBatch[];
  /** Numbers at Webex that the row of their location does not list leave it in this run. */
  readonly isReleasing: boolean;
  /** All users of the batch, whatever is planned of them: what they say is not free. */
  readonly claims: Iterable<Draft<UserRecord>>;
  /** What was chosen for an address before: it is taken again while it is free. */
  readonly before: (email: string) => Assigned | undefined;
};

export type PlaceOfBatch = {
  readonly name: string;
  readonly phoneNumbers: readonly NumberRange[];
  readonly mainNumber?: string | undefined;
};

export type Choice = { readonly users: readonly ChosenUser[]; readonly problems: readonly PlanProblem[] };

export function wantsNext({ record }: Sourced<UserRecord>): boolean {
  return record.next !== undefined;
}

export function assignNext(input: ChoiceInput): Choice {
  if (!input.users.some(wantsNext)) return { users: input.users, problems: [] };
  const pools = poolsOf(input);
  const missing = missingCounter();
  const chosen = input.users.map((user): ChosenUser => {
    const { record } = user;
    const location = input.locationOf(user);
    if (!record.next || !location || !factsOf(record.package).isCalling) return user;
    return choose(user, location, pools.of(location), input, missing);
  });
  const spared = withSpares(chosen, input, pools);
  return { users: spared.filter(({ row }) => !missing.has(row)), problems: missing.problems() };
}

function choose(
  user: Sourced<UserRecord>,
  location: PlannedLocation,
  pool: Pool,
  { index, before }: ChoiceInput,
  missing: Missing,
): ChosenUser {
  const { row, record } = user;
  const { phoneNumber: number, extension } = record.next ?? {};
  const personId = index.find(record.email)?.personId;
  const lines = personId === undefined ? [] : index.telephones(personId);
  const held = lines.filter(({ locationId }) => locationId === location.ids.locationId);
  const earlier = before(record.email);
  const assigned: { phoneNumber?: string; extension?: string } = {};
  if (number) {
    const kept = held.map((line) => withPlus(line.phoneNumber)).find((each) => each && isWithin(each, number));
    const found = kept ?? pool.takeNumber(number, earlier?.phoneNumber);
    if (found) assigned.phoneNumber = found;
    else missing.add({ row, column: "phone_number", location: location.name, wish: number });
  }
  if (extension) {
    const kept = held.map((line) => line.extension).find((each) => each && isWithin(each, extension));
    const ofNumber = assigned.phoneNumber ?? record.phoneNumber ?? withPlus(held[0]?.phoneNumber);
    const found = kept ?? pool.takeExtension(extension, earlier?.extension, ofNumber);
    if (found) assigned.extension = found;
    else missing.add({ row, column: "extension", location: location.name, wish: extension });
  }
  return { row, record: { ...record, ...assigned }, assigned };
}

function withPlus(number: string | undefined): string | undefined {
  return number && /^\d/.test(number) ? `+${number}` : number;
}

type Pool = {
  takeNumber(wish: NextWish, preferred: string | undefined): string | undefined;
  takeExtension(wish: NextWish, preferred: string | undefined, phoneNumber: string | undefined): string | undefined;
  /** Free ones that nobody has taken, a few. */
  spareNumbers(wish: NextWish, skip: number): readonly string[];
  spareExtensions(wish: NextWish, skip: number): readonly string[];
};

function poolsOf(input: ChoiceInput) {
  const { existing, places, isReleasing } = input;
  const claimed = claimsByLocation(input);
  const pools = new Map<string, Pool>();
  return {
    of({ name, ids }: PlannedLocation): Pool {
      const key = foldName(name);
      const known = pools.get(key);
      if (known) return known;
      const elsewhere = existing?.numbers.filter(({ locationId }) => locationId !== ids.locationId) ?? [];
      const ofBatch = places.filter((place) => foldName(place.name) === key);
      const listed = ofBatch.flatMap(({ phoneNumbers }) => phoneNumbers);
      const stays = ({ phoneNumber }: ExistingNumber) =>
        !isReleasing || listed.length === 0 || !phoneNumber || hasNumber(listed, phoneNumber);
      const present = existing?.numbers.filter(({ locationId }) => locationId === ids.locationId) ?? [];
      const here = present.filter(stays);
      const mains = [
        existing?.locations.find(({ locationId }) => locationId === ids.locationId)?.mainNumber,
        ...ofBatch.map(({ mainNumber }) => mainNumber),
      ];
      const numbers = freeNumbers(here, elsewhere, ofBatch, [...claimed.numbers, ...mains]);
      const extensions = [
        ...present.flatMap(({ extension }) => extension ?? []),
        ...(claimed.extensions.get(key) ?? []),
      ];
      const pool = poolOf(numbers, extensions);
      pools.set(key, pool);
      return pool;
    },
  };
}

/** What rows say themselves, by folded name of the location. */
function claimsByLocation({ claims, locationOf }: ChoiceInput) {
  const numbers: string[] = [];
  const extensions = new Map<string, string[]>();
  for (const { phoneNumber, extension, location } of claims) {
    if (phoneNumber) numbers.push(phoneNumber);
    if (!extension) continue;
    const only = location ? { name: location } : locationOf({ row: 0, record: {} as UserRecord }); // only its location is asked for
    const key = foldName(only?.name ?? "");
    extensions.set(key, [...(extensions.get(key) ?? []), extension]);
  }
  return { numbers, extensions };
}

/** Rising. Neither held by anybody, nor claimed by a row, nor at another location, nor toll-free. */
function freeNumbers(
  here: readonly ExistingNumber[],
  elsewhere: readonly ExistingNumber[],
  places: readonly PlaceOfBatch[],
  claimed: readonly (string | undefined)[],
): readonly string[] {
  const taken = new Set(
    [
      ...claimed,
      ...here.flatMap(({ ownerId, phoneNumber }) => (ownerId ? phoneNumber : [])),
      ...elsewhere.map(({ phoneNumber }) => phoneNumber),
    ].flatMap((number) => (number ? foldNumber(number) : [])),
  );
  const all = new Set([
    ...here.flatMap(({ phoneNumber }) => (phoneNumber ? foldNumber(phoneNumber) : [])),
    ...places.flatMap(({ phoneNumbers }) => numbersOf(phoneNumbers).map(foldNumber)),
  ]);
  return [...all]
    .filter((digits) => !taken.has(digits))
    .map((digits) => `+${digits}`)
    .filter((number) => !isTollFree(number))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** So many stand by for one user where there are no more; of more the next ones, and some further and further away: who was faster takes them in a row. */
const fewSpares = 50;
const sparesOfMany = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 40, 80, 160, 320, 640] as const;

function poolOf(free: readonly string[], inUse: readonly string[]): Pool {
  const numbersLeft = new Set(free);
  const extensionsTaken = new Set(inUse);
  const usual = usualLength(inUse);
  const lowest = inUse.filter((each) => each.length === usual).toSorted()[0] ?? firstExtension;
  const isFree = (extension: string) => !extensionsTaken.has(extension) && !isEmergencyNumber(extension);
  const numbers = cursors(
    (wish) => free.filter((number) => isWithin(number, wish)),
    (number) => numbersLeft.has(number),
  );
  const extensions = cursors((wish) => extensionsIn(wish, lowest), isFree);
  return {
    takeNumber(wish, preferred) {
      const isWanted = preferred !== undefined && numbersLeft.has(preferred) && isWithin(preferred, wish);
      const number = isWanted ? preferred : numbers.next(wish);
      if (number !== undefined) numbersLeft.delete(number);
      return number;
    },
    takeExtension(wish, preferred, phoneNumber) {
      const ofNumber = wish.from === undefined ? phoneNumber?.slice(1).slice(-usual) : undefined;
      const isOfUsualLength = ofNumber?.length === usual && usual >= 2;
      const first = [preferred, isOfUsualLength ? ofNumber : undefined].find(
        (each) => each !== undefined && isFree(each) && isWithin(each, wish),
      );
      const extension = first ?? extensions.next(wish);
      if (extension !== undefined) extensionsTaken.add(extension);
      return extension;
    },
    spareNumbers: (wish, skip) => numbers.spare(wish, skip),
    spareExtensions: (wish, skip) => extensions.spare(wish, skip),
  };
}

const firstExtension = "1000";

/** Of the extensions in use; of several lengths the most frequent, else the shortest. */
function usualLength(inUse: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const { length } of inUse) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [[length] = [firstExtension.length]] = [...counts].toSorted(([a, m], [b, n]) => n - m || a - b);
  return length;
}

/** Of a range, else from the lowest in use on. */
function extensionsIn({ from, to }: NextWish, lowest: string): Iterable<string> {
  const start = from ?? lowest;
  const end = to ?? "9".repeat(start.length);
  return rising(start, end);
}

function* rising(start: string, end: string): Generator<string> {
  for (let value = Number(start); value <= Number(end); value += 1) yield String(value).padStart(start.length, "0");
}

/** Goes through the candidates of each wish once, however many ask. */
function cursors(candidates: (wish: NextWish) => Iterable<string>, isFree: (value: string) => boolean) {
  const started = new Map<string, Iterator<string>>();
  const spares = new Map<string, readonly string[]>();
  const cursor = (wish: NextWish) => {
    const key = formatRange(wish);
    const known = started.get(key) ?? candidates(wish)[Symbol.iterator]();
    started.set(key, known);
    return known;
  };
  const next = (wish: NextWish): string | undefined => {
    const values = cursor(wish);
    for (let each = values.next(); !each.done; each = values.next()) if (isFree(each.value)) return each.value;
    return undefined;
  };
  return {
    next,
    /** Once all have chosen: some of those that are left, others for each. */
    spare(wish: NextWish, skip: number): readonly string[] {
      const key = formatRange(wish);
      const left = spares.get(key) ?? leftOf(wish);
      spares.set(key, left);
      const start = left.length === 0 ? 0 : skip % left.length;
      const others = [...left.slice(start), ...left.slice(0, start)];
      return others.length <= fewSpares ? others : sparesOfMany.flatMap((ahead) => others[ahead] ?? []);
    },
  };

  function leftOf(wish: NextWish): readonly string[] {
    const found: string[] = [];
    for (let each = next(wish); each !== undefined && found.length < sparesInAll; each = next(wish)) found.push(each);
    return found;
  }
}

const sparesInAll = 1_000;

/** For those who get another one than they have. */
function withSpares(
  users: readonly ChosenUser[],
  { locationOf, existing }: ChoiceInput,
  pools: ReturnType<typeof poolsOf>,
) {
  const held = new Set(
    existing?.numbers.flatMap(({ ownerId, phoneNumber }) => (ownerId ? foldNumber(phoneNumber ?? "") : [])),
  );
  let skip = 0;
  return users.map((user): ChosenUser => {
    const location = locationOf(user);
    if (!user.assigned || !location) return user;
    const { phoneNumber, extension } = user.record.next ?? {};
    const pool = pools.of(location);
    const isHeld = user.assigned.phoneNumber !== undefined && held.has(foldNumber(user.assigned.phoneNumber));
    skip += 1;
    const spare = {
      ...(phoneNumber && !isHeld ? { phoneNumbers: pool.spareNumbers(phoneNumber, skip) } : {}),
      ...(extension ? { extensions: pool.spareExtensions(extension, skip) } : {}),
    };
    return { ...user, spare };
  });
}

type Unserved = {
  readonly row: RowId;
  readonly column: "phone_number" | "extension";
  readonly location: string;
  readonly wish: NextWish;
};

type Missing = ReturnType<typeof missingCounter>;

/** Rows for which nothing is left; each message says how many they are. */
function missingCounter() {
  const unserved: Unserved[] = [];
  const rows = new Set<RowId>();
  const keyOf = ({ column, location, wish }: Unserved) => `${column} ${foldName(location)} ${formatRange(wish)}`;
  return {
    add(one: Unserved): void {
      unserved.push(one);
      rows.add(one.row);
    },
    has: (row: RowId): boolean => rows.has(row),
    problems(): readonly PlanProblem[] {
      const counts = new Map<string, number>();
      for (const one of unserved) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
      return unserved.map((one) => {
        const { row, column, location, wish } = one;
        const range = formatRange(wish);
        const values = { location, missing: counts.get(keyOf(one)) ?? 1, ...(range === "" ? {} : { range }) };
        const isNumber = column === "phone_number";
        return {
          row,
          code: "none_free",
          column,
          message: text(isNumber ? "no_number_free" : "no_extension_free", values),
          hint: text(isNumber ? "add_numbers_or_extension" : "widen_range_of_extensions"),
        };
      });
    },
  };
}
