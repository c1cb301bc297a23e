/** Rules that hold a users row against its customer and that customer's locations. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Issue } from "../model/issue.ts";
import { foldName } from "../model/names.ts";
import { countNumbers, hasNumber, toE164 } from "../model/number-ranges.ts";
import { factsOf } from "../model/packages.ts";
import type { RowId } from "../model/plan.ts";
import type { Draft, PackageCode, UserRecord } from "../model/records.ts";
import { formatAddress, type RowAddress } from "../model/sheet.ts";
import { text } from "../model/words/text.ts";
import { foldLoosely, isNearMiss } from "../sheets/cells/fold.ts";
import { nearest } from "../sheets/cells/nearest.ts";
import type { CustomerContext, LocationContext } from "./customer-contexts.ts";
import { errorAt, warningAt } from "./issue-at.ts";

export type UserAgainstCustomer = { readonly location?: RowId; readonly issues: readonly Issue[] };

type User = Draft<UserRecord>;

/** `location`: the row of the location that the user needs. `asksTarget`: Webex is asked before a near miss of a location is refused. */
export function checkUserAgainstCustomer(
  runFile: RunFile,
  customer: CustomerContext,
  user: User,
  at: RowAddress,
  asksTarget = false,
): UserAgainstCustomer {
  const { location, issues } = findLocation(runFile, customer, user, at, asksTarget);
  const ofPackages = checkPackages(customer, user, at);
  const ofRoles = checkRoles(customer, user, at);
  const ofNumber = location ? checkNumber(runFile, location, user, at) : none;
  const ofExtension = location ? checkExtension(location, user, at) : none;
  const ofCallerId = location ? checkCallerId(location, user, at) : none;
  const found = [ofPackages, ofRoles, issues, ofNumber, ofExtension, ofCallerId];
  const all = found.every(({ length }) => length === 0) ? none : found.flat();
  return location ? { location: location.row, issues: all } : { issues: all };
}

/** Most rows are right: they all share it. */
const none: readonly Issue[] = [];

type FoundLocation = { readonly location?: LocationContext; readonly issues: readonly Issue[] };

function findLocation(
  runFile: RunFile,
  customer: CustomerContext,
  user: User,
  at: RowAddress,
  asksTarget: boolean,
): FoundLocation {
  if (user.location) return namedLocation(runFile, customer, user.location, at, asksTarget);
  const isCalling = user.package !== undefined && factsOf(user.package).isCalling;
  if (!isCalling) return { issues: none };
  const locations = [...customer.locations.values()].filter(({ isGoing }) => !isGoing);
  if (locations.length === 1 && locations[0]) return { location: locations[0], issues: none };
  if (customer.row === undefined) return { issues: none };
  const names = locations.map(({ name }) => name);
  return { issues: [errorAt(at, locationRequired(user.package, names))] };
}

/** A calling package, and no location named where the customer has several, or none. `names`: of its locations. */
export function locationRequired(packageCode: PackageCode, names: readonly string[]) {
  const values = names.map((name) => `"${name}"`);
  return {
    code: "location_required",
    column: "location",
    message: text("location_required", { code: packageCode, count: names.length }),
    hint: values.length > 0 ? text("write_one_of", { values }) : text("add_location_and_name_it"),
  } as const;
}

function namedLocation(
  runFile: RunFile,
  customer: CustomerContext,
  name: string,
  at: RowAddress,
  asksTarget: boolean,
): FoundLocation {
  const location = customer.locations.get(foldName(name));
  if (location) return { location, issues: none };
  const names = [...customer.locations.values()].map((known) => known.name);
  const isKnownWhole = customer.row !== undefined && runFile.files.has("locations");
  const folded = isKnownWhole ? "" : foldLoosely(name);
  const near = isKnownWhole ? [] : names.filter((known) => isNearMiss(folded, foldLoosely(known))).slice(0, 3);
  if (!isKnownWhole && (near.length === 0 || asksTarget)) return { issues: [lookedUp(name, at)] };
  const meant = isKnownWhole ? nearest(name, names) : near;
  const offered = (meant.length > 0 ? meant : names).map((known) => `"${known}"`);
  return {
    issues: [
      errorAt(at, {
        code: "unknown_location",
        column: "location",
        value: name,
        message: text(isKnownWhole ? "location_unknown" : "location_alike", { name }),
        hint:
          meant.length > 0
            ? text("did_you_mean_one_of", { meant: offered })
            : text("locations_are", { names: offered }),
      }),
    ],
  };
}

function lookedUp(name: string, at: RowAddress): Issue {
  return warningAt(at, {
    code: "location_will_be_looked_up",
    column: "location",
    value: name,
    message: text("location_looked_up", { name }),
    hint: text("add_location_unless_there"),
  });
}

function checkPackages(customer: CustomerContext, user: User, at: RowAddress): readonly Issue[] {
  const owned = customer.packages;
  const isOwned = (code: PackageCode) => owned.includes(code);
  if (owned.length === 0 || ((!user.package || isOwned(user.package)) && (user.addons ?? []).every(isOwned)))
    return none;
  const wanted = [
    ...(user.package ? [{ column: "package", code: user.package }] : []),
    ...(user.addons ?? []).map((code) => ({ column: "addons", code })),
  ];
  return wanted
    .filter(({ code }) => !isOwned(code))
    .map(({ column, code }) =>
      errorAt(at, {
        code: "package_not_of_customer",
        column,
        value: code,
        message: text("package_not_of_customer", { code }),
        hint: text("use_package_of_customer", { code, owned }),
      }),
    );
}

/** An administrator gets the package level of the customer (help article ny0fr7x). */
function checkRoles(customer: CustomerContext, user: User, at: RowAddress): readonly Issue[] {
  const isAdmin = user.roles?.includes("full_admin") || (user.email && user.email === customer.adminEmail);
  if (!isAdmin || user.package !== "webex_meetings") return none;
  const calling = customer.packages.filter((code) => factsOf(code).isCalling && factsOf(code).use === "base");
  if (calling.length === 0) return none;
  return [
    warningAt(at, {
      code: "admin_package_below_customer",
      column: "package",
      value: user.package,
      message: text("administrator_without_calling"),
      hint: text("give_package", { codes: calling }),
    }),
  ];
}

function checkNumber(runFile: RunFile, location: LocationContext, user: User, at: RowAddress): readonly Issue[] {
  const [first] = location.numbers;
  const last = location.numbers.at(-1);
  if (!user.phoneNumber || !first || !last || hasNumber(location.numbers, user.phoneNumber)) return none;
  const row = formatAddress(runFile.rows.address(location.row));
  const count = countNumbers(location.numbers);
  const ends = { from: toE164(first.from), ...(count > 1 ? { to: toE164(last.to) } : {}) };
  return [
    errorAt(at, {
      code: "number_not_at_location",
      column: "phone_number",
      value: user.phoneNumber,
      message: text("number_not_at_location", { number: user.phoneNumber }),
      hint: text("choose_number_of_location", { location: location.name, ...ends, count, row }),
    }),
  ];
}

/** A number of another location may be shown, too, on conditions that no sheet tells. */
function checkCallerId({ numbers, name }: LocationContext, { callerId }: User, at: RowAddress): readonly Issue[] {
  if (!callerId?.startsWith("+") || numbers.length === 0 || hasNumber(numbers, callerId)) return none;
  return [
    warningAt(at, {
      code: "caller_id_of_other_location",
      column: "caller_id",
      value: callerId,
      message: text("caller_id_of_other_location", { number: callerId, location: name }),
      hint: text("check_number_of_other_location"),
    }),
  ];
}

/** V11: a calling package needs a number or an extension; who has one at Webex keeps it. `isOfBatch`: the batch has the row of the customer. */
export function checkLine(user: User, at: RowAddress, isOfBatch: boolean, asksTarget: boolean): readonly Issue[] {
  const { package: code, phoneNumber, extension, next } = user;
  if (asksTarget || !code || !factsOf(code).isCalling || phoneNumber || extension || next) return none;
  if (isOfBatch) return [errorAt(at, lineRequired(code))];
  return [
    warningAt(at, {
      code: "line_will_be_looked_up",
      column: "phone_number",
      message: text("line_looked_up"),
      hint: text("fill_line_unless_there"),
    }),
  ];
}

/** A new user with calling, and nothing to be called by. */
export function lineRequired(code: PackageCode) {
  return {
    code: "number_or_extension_required",
    column: "phone_number",
    message: text("number_or_extension_required", { code }),
    hint: text("fill_number_or_extension"),
  } as const;
}

/** Short numbers of public services, by country. Emergency numbers that hold everywhere are refused with the row itself. */
const serviceNumbers: Readonly<Record<string, readonly string[]>> = {
  "110": ["DE", "JP", "CN"],
  "113": ["NO", "NL", "IT"],
  "118": ["IT", "CH"],
  "119": ["JP", "KR"],
};

function checkExtension(location: LocationContext, user: User, at: RowAddress): readonly Issue[] {
  const { extension } = user;
  if (!extension || !location.country || !serviceNumbers[extension]?.includes(location.country)) return none;
  return [
    warningAt(at, {
      code: "extension_is_service_number",
      column: "extension",
      value: extension,
      message: text("extension_of_public_service", { extension, country: location.country }),
      hint: text("choose_extension_of_no_service"),
    }),
  ];
}
