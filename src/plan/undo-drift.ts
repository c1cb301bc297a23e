/** What is not as a run left it: packages, addresses, telephones, roles, and what others have put there since. Pure; each finding is a part of a sentence. */
import type {
  ExistingNumber,
  ExistingOrganization,
  ExistingPerson,
  ExistingPlace,
  ExistingUser,
} from "../model/existing.ts";
import type { Address } from "../model/records.ts";
import { foldName } from "./fold.ts";
import type { PastOperation, PastRun } from "./past-run.ts";

/** A status in which Webex leaves a customer alone. */
const quietStatuses: ReadonlySet<string> = new Set([
  "provisioned",
  "provisioned_with_errors",
  "error",
  "pending_rpl_review",
  "deleting",
]);

/** `customer`: created by the run. What is about its locations and people counts only where its organisation goes too. */
export function driftOfCustomer(
  past: PastRun,
  { operation: { payload }, ids }: PastOperation<"customer">,
  existing: ExistingOrganization,
): readonly string[] {
  const { customer } = existing;
  if (ids.customerId && ids.customerId !== customer.customerId)
    return ["it was removed and made again by somebody else"];
  const isOwnOrganization = payload.orgId === undefined;
  return [
    ...(quietStatuses.has(customer.status) ? [] : [`Webex works on it (${customer.status})`]),
    ...differ("packages", list(payload.packages), list(customer.packages)),
    ...addressDrift("billing address", payload.billingAddress, customer.billingAddress),
    ...(existing.name === undefined || !isOwnOrganization ? [] : differ("name", payload.name, existing.name)),
    ...strangersAmong(past, existing.users),
    ...(isOwnOrganization
      ? [...peopleOfOthers(past, existing, payload.adminEmail), ...placesDrift(past, existing)]
      : []),
  ];
}

/** A user that the run created, as it is now. */
export function driftOfUser(
  past: PastRun,
  { operation: { payload, row }, ids }: PastOperation<"user">,
  found: ExistingUser,
  { person, lines, isOwnIdentity }: AroundUser,
): readonly string[] {
  if (ids.subscriberId && ids.subscriberId !== found.subscriberId)
    return ["the user was removed and made again by somebody else"];
  const given = past.of("roles", row).flatMap(({ operation }) => operation.payload.roles);
  const more = (person?.roles ?? []).filter((role) => !given.includes(role));
  return [
    ...differ("package", list(payload.packages), list(found.packages)),
    ...(found.isPending ? [] : telephoneDrift(payload, ids.locationId, lines)),
    ...(isOwnIdentity ? nameDrift(payload, person) : []),
    ...(more.length > 0 && isOwnIdentity ? [`the person got the role ${more.join(", ")}`] : []),
  ];
}

/** What is known of a user beside the subscription. */
export type AroundUser = {
  readonly person: ExistingPerson | undefined;
  /** Numbers and extensions of the person. */
  readonly lines: readonly ExistingNumber[];
  /** The identity came into being with the subscription. */
  readonly isOwnIdentity: boolean;
};

/** Of several lines the one that fits best counts. */
function telephoneDrift(
  sent: { readonly phoneNumber?: string; readonly extension?: string },
  locationId: string | undefined,
  lines: readonly ExistingNumber[],
): readonly string[] {
  const drifts = lines.map((line) => lineDrift(sent, locationId, line));
  const best = drifts.toSorted((a, b) => a.length - b.length)[0];
  return best ?? lineDrift(sent, undefined, {});
}

function lineDrift(
  sent: { readonly phoneNumber?: string; readonly extension?: string },
  locationId: string | undefined,
  now: Partial<ExistingNumber>,
): readonly string[] {
  const isElsewhere = locationId !== undefined && now.locationId !== locationId;
  return [
    ...differ("phone number", sent.phoneNumber, now.phoneNumber),
    ...differ("extension", sent.extension, now.extension),
    ...(isElsewhere ? [`the location is ${now.locationName ?? "another one"}`] : []),
  ];
}

function nameDrift(
  sent: { readonly firstName: string; readonly lastName: string },
  person: ExistingPerson | undefined,
): readonly string[] {
  if (!person?.firstName && !person?.lastName) return [];
  return differ("name", `${sent.firstName} ${sent.lastName}`, `${person.firstName ?? ""} ${person.lastName ?? ""}`);
}

function strangersAmong(past: PastRun, users: readonly ExistingUser[]): readonly string[] {
  const own = new Set(past.of("user").map(({ operation }) => operation.payload.email));
  const strangers = users.filter(({ email }) => !own.has(email)).map(({ email }) => email);
  return strangers.length > 0 ? [`it has users that the run did not create (${some(strangers)})`] : [];
}

function peopleOfOthers(
  past: PastRun,
  { people = [], users }: ExistingOrganization,
  adminEmail: string | undefined,
): readonly string[] {
  const known = new Set([
    ...past.of("user").map(({ operation }) => operation.payload.email),
    ...users.map(({ email }) => email),
    ...(adminEmail ? [adminEmail.toLowerCase()] : []),
  ]);
  const others = people.filter(({ email }) => !known.has(email)).map(({ email }) => email);
  return others.length > 0 ? [`its organisation has people that the run did not create (${some(others)})`] : [];
}

function placesDrift(past: PastRun, existing: ExistingOrganization): readonly string[] {
  const headOffice = past.of("customer")[0]?.operation.payload.headOffice;
  const own = new Map<string, Address>(
    past.of("location").map(({ operation }) => [foldName(operation.payload.name), operation.payload.address]),
  );
  if (headOffice) own.set(foldName(headOffice.name), headOffice.address);
  const strange = existing.places.filter(({ name }) => !own.has(foldName(name))).map(({ name }) => name);
  return [
    ...(strange.length > 0 ? [`it has locations that the run did not create (${some(strange)})`] : []),
    ...existing.places.flatMap((place) => placeDrift(past, place, own.get(foldName(place.name)), existing)),
    ...numbersDrift(past, existing),
  ];
}

function placeDrift(
  past: PastRun,
  place: ExistingPlace,
  address: Address | undefined,
  { pstn }: ExistingOrganization,
): readonly string[] {
  if (!address) return [];
  const isHere = ({ operation }: { readonly operation: { readonly key: string } }) =>
    foldName(operation.key) === foldName(place.name);
  const settings = past.of("location_settings").findLast(isHere)?.operation.payload;
  const wanted = past.of("pstn").findLast(isHere)?.operation.payload.connection;
  const connection = pstn.get(place.locationId);
  const isConnected = [connection?.id, connection?.displayName].some(
    (name) => foldName(name ?? "") === foldName(wanted ?? ""),
  );
  const findings = [
    ...addressDrift("address", address, place.address),
    ...differ("main number", settings?.mainNumber, place.mainNumber),
    ...differ("routing prefix", settings?.routingPrefix, place.routingPrefix),
    ...(wanted === undefined || isConnected ? [] : differ("PSTN connection", wanted, connection?.displayName)),
  ];
  return findings.map((finding) => `location ${place.name}: ${finding}`);
}

function numbersDrift(past: PastRun, { numbers }: ExistingOrganization): readonly string[] {
  const sent = new Set(
    past
      .of("numbers")
      .flatMap(({ operation, refused }) => operation.payload.phoneNumbers.filter((each) => !refused.includes(each))),
  );
  const others = numbers.flatMap(({ phoneNumber }) => (phoneNumber && !sent.has(phoneNumber) ? [phoneNumber] : []));
  return others.length > 0 ? [`it has numbers that the run did not add (${some(others)})`] : [];
}

function addressDrift(what: string, was: Address, is: Partial<Address> | undefined): readonly string[] {
  if (!is) return [];
  const text = ({ line1, line2, city, state, postalCode, country }: Partial<Address>) =>
    [line1, line2, city, state, postalCode, country].filter(Boolean).join(", ");
  return differ(what, text(was), text(is));
}

function differ(what: string, was: string | undefined, is: string | undefined): readonly string[] {
  return (was ?? "") === (is ?? "") ? [] : [`${what} ${is || "blank"} instead of ${was || "blank"}`];
}

function list(codes: readonly string[]): string {
  return codes.toSorted().join(";");
}

const named = 3;

function some(texts: readonly string[]): string {
  const more = texts.length > named ? ` and ${texts.length - named} more` : "";
  return `${texts.slice(0, named).join(", ")}${more}`;
}
