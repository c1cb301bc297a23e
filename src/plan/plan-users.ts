/** Plans one user and its admin roles: create, change the package, or leave. */
import type { ExistingNumber, ExistingOrganization, ExistingUser } from "../model/existing.ts";
import { factsOf, hasCalling, packageFacts } from "../model/packages.ts";
import type { Change, Need } from "../model/plan.ts";
import type { Draft, RoleName, UserRecord } from "../model/records.ts";
import type { Sourced } from "./bundle.ts";
import { changeOf, notOffered, type Refusal } from "./changes.ts";
import type { Drafting } from "./drafting.ts";
import type { CustomerNeeds } from "./plan-customer.ts";
import type { PlannedPlace } from "./planned-place.ts";

export type UserInput = {
  readonly user: Sourced<UserRecord>;
  readonly place: PlannedPlace | undefined;
  readonly customer: CustomerNeeds;
};

/** What is looked up once per organisation, not per user. */
export type UserIndex = {
  find(email: string): ExistingUser | undefined;
  /** Numbers, extensions and locations that a person has. */
  telephones(personId: string): readonly ExistingNumber[];
};

export function indexUsers(existing: ExistingOrganization | undefined): UserIndex {
  const byEmail = new Map(existing?.users.map((user) => [user.email, user]));
  const byOwner = new Map<string, ExistingNumber[]>();
  for (const number of existing?.numbers ?? []) {
    if (number.ownerId) byOwner.set(number.ownerId, [...(byOwner.get(number.ownerId) ?? []), number]);
  }
  return { find: (email) => byEmail.get(email), telephones: (personId) => byOwner.get(personId) ?? [] };
}

export function planUser(
  drafting: Drafting,
  input: UserInput,
  index: UserIndex,
  existing: ExistingOrganization | undefined,
  last: Draft<UserRecord> | undefined,
): void {
  const { row, record } = input.user;
  const found = index.find(record.email);
  const packages = packagesToSend(record, found);
  const changes = found ? packageChanges(packages, found) : [];
  const refusal = found && refusalOf(input, found, index, existing, last);
  const user = drafting.add<"user">({
    row,
    resource: "user",
    key: record.email,
    action: actionOf(found, changes.length > 0 || refusal !== undefined),
    payload: {
      email: record.email,
      firstName: record.firstName,
      lastName: record.lastName,
      packages,
      ...(record.phoneNumber ? { phoneNumber: record.phoneNumber } : {}),
      ...(record.extension ? { extension: record.extension } : {}),
      ...(found && beginsCalling(record, found) ? { mayGetTelephone: true } : {}),
    },
    ids: { ...(factsOf(record.package).isCalling ? input.place?.ids : {}), ...idsOfUser(found) },
    needs: needsOf(input),
    ...(changes.length > 0 ? { changes } : {}),
    ...(refusal ? { refusal } : {}),
  });
  planRoles(drafting, input, user, found, existing);
}

/** Somebody who has not consented to the move yet is not as the sheet says: that has to be asked about. */
function actionOf(found: ExistingUser | undefined, isChanging: boolean): "create" | "update" | "read" | "none" {
  if (!found) return "create";
  if (isChanging) return "update";
  return found.isPending ? "read" : "none";
}

function packageChanges(packages: readonly string[], found: ExistingUser): readonly Change[] {
  if (packages.every((code) => found.packages.includes(code))) return [];
  return [{ field: "package", before: found.packages.join(";"), after: packages.join(";") }];
}

/** Does calling begin for this user? Only then a location, a number and an extension are sent. */
export function beginsCalling(record: UserRecord, found: ExistingUser | undefined): boolean {
  return factsOf(record.package).isCalling && !hasCalling(found?.packages ?? []);
}

/** What must not or cannot be changed, though the sheet asks for it. */
function refusalOf(
  { user: { record }, place }: UserInput,
  found: ExistingUser,
  index: UserIndex,
  existing: ExistingOrganization | undefined,
  last: Draft<UserRecord> | undefined,
): Refusal | undefined {
  const roles = existing && rolesOf(existing, found);
  if (roles?.includes("full_admin") || record.roles.includes("full_admin")) {
    const lowered = downgrade(record, found);
    if (lowered) return lowered;
  }
  const names = last
    ? [
        ...changeOf("first_name", last.firstName, record.firstName),
        ...changeOf("last_name", last.lastName, record.lastName),
      ]
    : [];
  const telephone = beginsCalling(record, found)
    ? []
    : telephoneChanges(record, place, index.telephones(found.personId ?? ""));
  const page =
    names.length > 0 ? "Control Hub, under Users > the user" : "Control Hub, under Users > the user > Calling";
  return notOffered([...names, ...telephone], page);
}

/** A calling user keeps number, extension and location: the API changes none of them. Who has several lines is held against the one that fits best. */
function telephoneChanges(
  record: UserRecord,
  place: PlannedPlace | undefined,
  lines: readonly ExistingNumber[],
): readonly Change[] {
  if (!factsOf(record.package).isCalling) return [];
  const changes = lines.map((line) => lineChanges(record, place, line));
  return changes.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

function lineChanges(record: UserRecord, place: PlannedPlace | undefined, current: ExistingNumber): readonly Change[] {
  const isElsewhere = place?.ids.locationId !== undefined && place.ids.locationId !== current.locationId;
  return [
    ...changeOf("phone_number", current.phoneNumber, record.phoneNumber),
    ...changeOf("extension", current.extension, record.extension),
    ...(isElsewhere
      ? [{ field: "location", before: current.locationName ?? "another location", after: place.name }]
      : []),
  ];
}

/** Help article ny0fr7x: no downgrade for a customer's full administrator. */
function downgrade(record: UserRecord, found: ExistingUser): Refusal | undefined {
  const now = packageFacts.find(({ code, use }) => use === "base" && found.packages.includes(code));
  if (!now || factsOf(record.package).level >= now.level) return undefined;
  return {
    code: "admin_downgrade",
    column: "package",
    message: `A full administrator's package is never lowered, and ${record.package} is below ${now.code}, which this person has.`,
    hint: `Write ${now.code}, or take the role from this person in Control Hub first.`,
  };
}

/** The base package of the sheet, its add-ons, and those that the user has: an update replaces the list. */
function packagesToSend(record: UserRecord, found: ExistingUser | undefined): readonly string[] {
  const kept = (found?.packages ?? []).filter((code) =>
    packageFacts.some((facts) => facts.code === code && facts.use === "addon"),
  );
  return [...new Set<string>([record.package, ...record.addons, ...kept])];
}

function planRoles(
  drafting: Drafting,
  { user: { row, record }, customer }: UserInput,
  user: Need,
  found: ExistingUser | undefined,
  existing: ExistingOrganization | undefined,
): void {
  if (record.roles.length === 0) return;
  const current = existing && found ? rolesOf(existing, found) : [];
  const missing = record.roles.filter((role) => !current.includes(role));
  drafting.add<"roles">({
    row,
    resource: "roles",
    key: record.email,
    action: missing.length === 0 ? "none" : found ? "update" : "create",
    payload: { roles: missing.length === 0 ? record.roles : missing },
    ids: idsOfUser(found),
    needs: [user, customer.organization],
    ...(found && missing.length > 0
      ? { changes: [{ field: "roles", before: current.join(";"), after: [...current, ...missing].join(";") }] }
      : {}),
  });
}

function rolesOf({ roles }: ExistingOrganization, { email }: ExistingUser): readonly RoleName[] {
  return roles.get(email) ?? [];
}

function needsOf({ user: { record }, place, customer }: UserInput): readonly (Need | undefined)[] {
  const needs = [customer.organization, ...[record.package, ...record.addons].map(customer.packageWorks)];
  if (!factsOf(record.package).isCalling) return needs;
  const bringsNumber = place?.numbers.find(({ brings }) => record.phoneNumber && brings.has(record.phoneNumber));
  const number = bringsNumber && { ...bringsNumber.need, part: record.phoneNumber ?? "" };
  return [...needs, place?.ready, number];
}

function idsOfUser(found: ExistingUser | undefined) {
  if (!found) return {};
  return { subscriberId: found.subscriberId, ...(found.personId ? { personId: found.personId } : {}) };
}
