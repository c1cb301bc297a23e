/** Rules that hold a users row against its customer and that customer's places. */
import type { RunFile } from "../journal/run-file.ts";
import type { Issue } from "../model/issue.ts";
import { countNumbers, hasNumber, toE164 } from "../model/number-ranges.ts";
import { factsOf } from "../model/packages.ts";
import type { RowId } from "../model/plan.ts";
import type { Draft, PackageCode, UserRecord } from "../model/records.ts";
import { formatAddress, type RowAddress } from "../model/sheet.ts";
import type { CustomerContext, PlaceContext } from "./customer-contexts.ts";
import { foldName } from "./fold.ts";
import { errorAt, warningAt } from "./issue-at.ts";
import { nearest } from "./nearest.ts";

export type UserAgainstCustomer = { readonly place?: RowId; readonly issues: readonly Issue[] };

type User = Draft<UserRecord>;

/** `place`: the row of the location that the user needs. */
export function checkUserAgainstCustomer(
  runFile: RunFile,
  customer: CustomerContext,
  user: User,
  at: RowAddress,
): UserAgainstCustomer {
  const { place, issues } = findPlace(runFile, customer, user, at);
  const found = [
    checkPackages(customer, user, at),
    checkRoles(customer, user, at),
    issues,
    place ? checkNumber(runFile, place, user, at) : none,
    place ? checkExtension(place, user, at) : none,
  ];
  const all = found.every((each) => each === none) ? none : found.flat();
  return place ? { place: place.row, issues: all } : { issues: all };
}

/** Most rows are right: they all share it. */
const none: readonly Issue[] = [];

type FoundPlace = { readonly place?: PlaceContext; readonly issues: readonly Issue[] };

function findPlace(runFile: RunFile, customer: CustomerContext, user: User, at: RowAddress): FoundPlace {
  if (user.location) return namedPlace(runFile, customer, user.location, at);
  const isCalling = user.package !== undefined && factsOf(user.package).isCalling;
  if (!isCalling) return { issues: none };
  const places = [...customer.places.values()];
  if (places.length === 1 && places[0]) return { place: places[0], issues: none };
  if (customer.row === undefined) return { issues: none };
  const names = places.map((place) => `"${place.name}"`).join(", ");
  return {
    issues: [
      errorAt(at, {
        code: "location_required",
        column: "location",
        message: `The customer has ${places.length} locations, and package ${user.package} needs to know which one.`,
        hint: `Write one of ${names}.`,
      }),
    ],
  };
}

function namedPlace(runFile: RunFile, customer: CustomerContext, name: string, at: RowAddress): FoundPlace {
  const place = customer.places.get(foldName(name));
  if (place) return { place, issues: none };
  const names = [...customer.places.values()].map((known) => known.name);
  const isKnownWhole = customer.row !== undefined && runFile.rows.hasFile("locations");
  if (!isKnownWhole) return { issues: [lookedUp(name, at)] };
  const meant = nearest(name, names);
  const offered = (meant.length > 0 ? meant : names).map((known) => `"${known}"`);
  return {
    issues: [
      errorAt(at, {
        code: "unknown_location",
        column: "location",
        value: name,
        message: `The customer has no location "${name}", neither its head office nor in the locations sheet.`,
        hint: `${meant.length > 0 ? "Did you mean" : "It has"} ${offered.join(" or ")}${meant.length > 0 ? "?" : "."}`,
      }),
    ],
  };
}

function lookedUp(name: string, at: RowAddress): Issue {
  return warningAt(at, {
    code: "location_will_be_looked_up",
    column: "location",
    value: name,
    message: `The batch does not hold the location "${name}": it will be looked for at Webex.`,
    hint: "Nothing to do when the customer has it at Webex; otherwise add it to the locations sheet.",
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
        message: `The customer does not have the package ${code}.`,
        hint: `Use one of its packages (${owned.join(", ")}), or add ${code} to the packages of the customer.`,
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
      message:
        "An administrator should have a package of the customer's level, and this customer has calling packages.",
      hint: `Give this person ${calling.join(" or ")}.`,
    }),
  ];
}

function checkNumber(runFile: RunFile, place: PlaceContext, user: User, at: RowAddress): readonly Issue[] {
  const [first] = place.numbers;
  const last = place.numbers.at(-1);
  if (!user.phoneNumber || !first || !last || hasNumber(place.numbers, user.phoneNumber)) return none;
  const where = runFile.rows.address(place.row);
  const count = countNumbers(place.numbers);
  const range = count > 1 ? `${toE164(first.from)} to ${toE164(last.to)}` : toE164(first.from);
  return [
    errorAt(at, {
      code: "number_not_at_location",
      column: "phone_number",
      value: user.phoneNumber,
      message: "The number is not one of the location's numbers.",
      hint: `${place.name} has ${range} (${count}): use one of these, or add the number to ${formatAddress(where)}.`,
    }),
  ];
}

/** Short numbers of public services, by country. Emergency numbers that hold everywhere are refused with the row itself. */
const serviceNumbers: Readonly<Record<string, readonly string[]>> = {
  "110": ["DE", "JP", "CN"],
  "113": ["NO", "NL", "IT"],
  "118": ["IT", "CH"],
  "119": ["JP", "KR"],
};

function checkExtension(place: PlaceContext, user: User, at: RowAddress): readonly Issue[] {
  const { extension } = user;
  if (!extension || !place.country || !serviceNumbers[extension]?.includes(place.country)) return none;
  return [
    warningAt(at, {
      code: "extension_is_service_number",
      column: "extension",
      value: extension,
      message: `${extension} reaches a public service in ${place.country}.`,
      hint: "Choose another extension, so that nobody reaches a colleague instead.",
    }),
  ];
}
