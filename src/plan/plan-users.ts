/** Plans one user and its admin roles: create, change the package, or leave. */
import type { ExistingOrganization, ExistingUser } from "../model/existing.ts";
import { factsOf, hasCalling, packageFacts } from "../model/packages.ts";
import type { Need } from "../model/plan.ts";
import type { UserRecord } from "../model/records.ts";
import type { Sourced } from "./bundle.ts";
import type { Drafting } from "./drafting.ts";
import type { CustomerNeeds } from "./plan-customer.ts";
import type { PlannedPlace } from "./plan-places.ts";

export type UserInput = {
  readonly user: Sourced<UserRecord>;
  readonly place: PlannedPlace | undefined;
  readonly customer: CustomerNeeds;
};

/** What is looked up once per organisation, not per user. */
export type UserIndex = {
  find(email: string): ExistingUser | undefined;
};

export function indexUsers(existing: ExistingOrganization | undefined): UserIndex {
  const byEmail = new Map(existing?.users.map((user) => [user.email, user]));
  return { find: (email) => byEmail.get(email) };
}

export function planUser(
  drafting: Drafting,
  input: UserInput,
  index: UserIndex,
  existing: ExistingOrganization | undefined,
): void {
  const { row, record } = input.user;
  const found = index.find(record.email);
  const packages = packagesToSend(record, found);
  const isSame = found && packages.every((code) => found.packages.includes(code));
  const user = drafting.add<"user">({
    row,
    resource: "user",
    key: record.email,
    action: !found ? "create" : isSame ? "none" : "update",
    payload: {
      email: record.email,
      firstName: record.firstName,
      lastName: record.lastName,
      packages,
      ...(record.phoneNumber ? { phoneNumber: record.phoneNumber } : {}),
      ...(record.extension ? { extension: record.extension } : {}),
      ...(found && !hasCalling(found.packages) && hasCalling(packages) ? { mayGetTelephone: true } : {}),
    },
    ids: { ...(factsOf(record.package).isCalling ? input.place?.ids : {}), ...idsOfUser(found) },
    needs: needsOf(input),
    ...(found && !isSame
      ? { changes: [{ field: "package", before: found.packages.join(";"), after: packages.join(";") }] }
      : {}),
  });
  planRoles(drafting, input, user, found, existing);
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
  const current = existing?.roles.get(found?.personId ?? "") ?? existing?.roles.get(record.email) ?? [];
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

function needsOf({ user: { record }, place, customer }: UserInput): readonly (Need | undefined)[] {
  const withPackage = customer.customer && { ...customer.customer, part: record.package };
  if (!factsOf(record.package).isCalling) return [withPackage, customer.organization];
  const bringsNumber = place?.numbers.find(({ brings }) => record.phoneNumber && brings.has(record.phoneNumber));
  const number = bringsNumber && { ...bringsNumber.need, part: record.phoneNumber ?? "" };
  return [withPackage, customer.organization, place?.ready, number];
}

function idsOfUser(found: ExistingUser | undefined) {
  if (!found) return {};
  return { subscriberId: found.subscriberId, ...(found.personId ? { personId: found.personId } : {}) };
}
