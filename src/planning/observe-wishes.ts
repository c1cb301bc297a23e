/** What of an organization is worth a question, by what the rows of its customer say. Pure. */
import type { ExistingUser } from "../model/existing.ts";
import { hasCalling } from "../model/packages.ts";
import type { LocationCalling, UserRecord } from "../model/records.ts";
import type { RunOptions } from "../run/options.ts";
import type { ObserveWishes } from "../webex/observe.ts";
import { customer as customerAtWebex } from "../webex/resources/customer.ts";
import { directoryEntry } from "../webex/resources/person.ts";
import { type CustomerRows, isRemoving, type TemplateSource } from "./customer-rows.ts";
import { type LastApplied, nothingApplied } from "./last-applied.ts";

/** A head office may have another name in the sheet than when it was last applied. */
export function wishesOf(
  customerRows: CustomerRows,
  { inviteEmails }: TemplateSource,
  last: LastApplied,
  { isRemovingNumbers, isPrechecking }: RunOptions,
): ObserveWishes {
  const asked = [
    ...(customerRows.customer ? [customerRows.customer.record.headOffice] : []),
    ...customerRows.locations.map(({ record }) => record),
  ];
  const office = customerRows.customer?.record.headOffice;
  const former = office && isAboutConnection(office) ? last.customer?.headOffice?.name : undefined;
  const formerName = former === undefined ? [] : [former];
  const closing = customerRows.closings.map(({ record }) => record.name);
  return {
    users: customerRows.users.length > 0 || isRemoving(customerRows) || isAboutLimits(customerRows, last),
    people: (users) => isAboutPeople(customerRows, users, last),
    licenses: (users) => isAboutLicenses(customerRows, users, last, isPrechecking === true),
    inviteEmails: inviteEmails !== undefined,
    callerIds: (users) => withOtherCallerId(customerRows.users, users, last),
    numbers:
      asked.some(({ phoneNumbers }) => phoneNumbers.length > 0) ||
      isRemoving(customerRows) ||
      customerRows.users.some(({ record }) => isAboutLine(record)),
    pstnOf: [
      ...asked
        .filter((place) => isAboutConnection(place) || (isRemovingNumbers && place.phoneNumbers.length > 0))
        .map(({ name }) => name),
      ...formerName,
      ...closing,
    ],
    closing,
    routes: asked.some(({ pstnRoute }) => pstnRoute !== undefined),
  };
}

/** All of a customer whose own row is there; else what its rows are about. */
export function wholeWishes(
  { customer, locations, users, leavers, closings }: CustomerRows,
  { inviteEmails }: TemplateSource,
): ObserveWishes {
  const asked = [...(customer ? [customer.record.headOffice] : []), ...locations.map(({ record }) => record)];
  return {
    users: customer !== undefined || users.length + leavers.length > 0,
    people: () => users.length > 0,
    licenses: () => customer !== undefined,
    callerIds: (existing) => withOtherCallerId(users, existing, nothingApplied),
    inviteEmails: inviteEmails !== undefined,
    numbers: true,
    // one that was renamed is known when all is read
    pstnOf: asked.some(isAboutConnection) ? "all" : [],
    closing: closings.map(({ record }) => record.name),
    routes: asked.some(({ pstnRoute }) => pstnRoute !== undefined),
    settings: asked.length > 0,
  };
}

/** Those whose row says another one than was sent last, or for the first time. */
function withOtherCallerId(
  rows: CustomerRows["users"],
  users: readonly ExistingUser[],
  last: LastApplied,
): readonly ExistingUser[] {
  const said = new Map(rows.map(({ record: { email, callerId } }) => [email, callerId]));
  return users.filter(({ email, packages }) => {
    const callerId = said.get(email);
    return callerId !== undefined && hasCalling(packages) && callerId !== last.user(email)?.callerId;
  });
}

/** Does the row say where somebody is, or with which number or extension? */
function isAboutLine({ phoneNumber, extension, location, next }: UserRecord): boolean {
  return [phoneNumber, extension, location, next].some((said) => said !== undefined);
}

function isAboutConnection({ pstn, pstnRoute, numbersState, activateOn }: LocationCalling): boolean {
  return [pstn, pstnRoute, numbersState, activateOn].some((said) => said !== undefined);
}

/**
 * The directory is read where the sheet names roles, or a name, title or language that is not known to stand there; and
 * where a package changes: an administrator's is never lowered.
 */
function isAboutPeople(customerRows: CustomerRows, existing: readonly ExistingUser[], last: LastApplied): boolean {
  const packages = new Map(existing.map((user) => [user.email, user.packages]));
  if (isRemoving(customerRows)) return true;
  return customerRows.users.some(({ record }) => {
    const now = packages.get(record.email);
    if (record.roles.length > 0 || now?.includes(record.package) === false) return true;
    if (!now) return false;
    const applied = last.user(record.email);
    return !applied || directoryEntry.diff(record, applied, "exact").length > 0;
  });
}

/** A limit that was sent before is another one now: is it enough for all who have the package? */
function isAboutLimits({ customer }: CustomerRows, { customer: last }: LastApplied): boolean {
  if (!customer || !last) return false;
  return customerAtWebex.diff({ packageLimits: customer.record.packageLimits }, { sent: last }).length > 0;
}

/**
 * Where it depends on them what may come first: somebody gets a package that another one gives up, and nobody knows of how
 * many there are; or fewer are wanted for common areas, which no list of users shows. With a precheck whenever somebody
 * gets one.
 */
function isAboutLicenses(
  customerRows: CustomerRows,
  existing: readonly ExistingUser[],
  last: LastApplied,
  isPrechecking: boolean,
): boolean {
  const limits = { ...last.customer?.packageLimits, ...customerRows.customer?.record.packageLimits };
  if (isAboutLimits(customerRows, last) && limits.common_area_calling !== undefined) return true;
  const packages = new Map(existing.map(({ email, packages }) => [email, packages]));
  const wanted = customerRows.users.flatMap(({ record: { email, package: base, addons } }) =>
    [base, ...addons].filter((code) => packages.get(email)?.includes(code) !== true),
  );
  if (isPrechecking) return wanted.length > 0;
  const given = new Set(customerRows.leavers.flatMap(({ record }) => packages.get(record.email) ?? []));
  return wanted.some((code) => given.has(code) && limits[code] === undefined);
}
