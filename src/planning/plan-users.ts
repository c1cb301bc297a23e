/** Plans one user: create, change what differs, or leave. */
import type { ExistingOrganization, ExistingUser } from "../model/existing.ts";
import { factsOf, hasCalling, type PackageFacts, packageFacts } from "../model/packages.ts";
import type { Change, Need, Payloads, RowId } from "../model/plan.ts";
import { type Draft, type PackageCode, type RoleName, sentWithUser, type UserRecord } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import { user as userAtWebex } from "../webex/resources/user.ts";
import type { Refusal } from "./changes.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import { planCallerId } from "./plan-caller-id.ts";
import { planDirectoryEntry } from "./plan-directory-entry.ts";
import { planMove } from "./plan-move.ts";
import { planTelephone } from "./plan-telephone.ts";
import type { PlannedLocation } from "./planned-location.ts";
import { idsOfUser, type UserIndex, type UserInput } from "./user-index.ts";

export function planUser(
  builder: OperationBuilder,
  input: UserInput,
  index: UserIndex,
  existing: ExistingOrganization | undefined,
  last: Draft<UserRecord> | undefined,
): void {
  const { row, record, assigned, spare } = input.user;
  const found = index.find(record.email);
  const how = input.policy.isWhole ? "exact" : "asked";
  const packages = packagesToSend(record, input.policy.isWhole ? undefined : found);
  const changes = found ? userAtWebex.diff({ packages }, { packages: found.packages }, how) : [];
  const line = found ? lineChanges(input, found, index) : [];
  const refusal = found && refusalOf(record, found, existing);
  const need = builder.add<"user">({
    row,
    resource: "user",
    key: record.email,
    action: actionOf(found, changes.length > 0 || refusal !== undefined),
    payload: {
      email: record.email,
      ...sentWithUser(record),
      packages,
      ...(record.phoneNumber ? { phoneNumber: record.phoneNumber } : {}),
      ...(record.extension ? { extension: record.extension } : {}),
      ...(found && beginsCalling(record, found) ? { mayGetTelephone: true } : {}),
      ...(found && !hasCalling(packages) ? lineOf(found, index) : {}),
    },
    ...(assigned ? { assigned } : {}),
    ...(spare && (!found || beginsCalling(record, found)) ? { spare } : {}),
    ids: { ...(factsOf(record.package).isCalling ? input.location?.ids : {}), ...idsOfUser(found) },
    needs: needsOf(input),
    ...(changes.length > 0 ? { changes } : {}),
    ...(refusal ? { refusal } : {}),
  });
  // a request, if one is sent, reports them itself
  if (found && changes.length === 0 && !found.isPending) warnOfErrors(builder, row, found);
  const isChanging = changes.length > 0;
  const of = found && !refusal ? { ...input, need, line, found, isChanging } : undefined;
  const isMoving = line.some(({ field }) => field === "location");
  const telephone = of && (isMoving ? planMove(builder, of, index, existing) : planTelephone(builder, of, existing));
  const organization = input.customer.organizationFor(row);
  const person = index.person(record.email);
  const isElsewhere = isMoving || beginsCalling(record, found);
  const { isAdministrator, policy } = input;
  const isWhole = policy.isWhole === true && !isAdministrator;
  const ready = [need, telephone, organization];
  const entry = planDirectoryEntry(builder, { row, record, needs: ready, isWhole }, found, { existing, person, last });
  if (refusal) return;
  const needs = [...ready, input.shownNumber];
  planCallerId(builder, { row, record, needs, isElsewhere, entry }, found, { existing, last });
}

/** The line of somebody whose calling ends. */
function lineOf({ personId, packages }: ExistingUser, index: UserIndex): Pick<Payloads["user"], "lineBefore"> {
  const [line] = personId && hasCalling(packages) ? index.telephones(personId) : [];
  if (!line) return {};
  const { locationId, phoneNumber, extension } = line;
  return { lineBefore: { locationId, ...(phoneNumber ? { phoneNumber } : {}), ...(extension ? { extension } : {}) } };
}

function warnOfErrors(builder: OperationBuilder, row: RowId, { remarks = [] }: ExistingUser): void {
  for (const { code, message, hint = text("check_user_in_hub") } of remarks)
    builder.warn({ row, code, column: "email", message, hint });
}

/** Somebody who has not consented to the move yet is not as the sheet says: that has to be asked about. */
function actionOf(found: ExistingUser | undefined, isChanging: boolean): "create" | "update" | "read" | "none" {
  if (!found) return "create";
  if (isChanging) return "update";
  return found.isPending ? "read" : "none";
}

/** Does calling begin for this user? Only then a location, a number and an extension are sent. */
export function beginsCalling(record: UserRecord, found: ExistingUser | undefined): boolean {
  return factsOf(record.package).isCalling && !hasCalling(found?.packages ?? []);
}

/** What must not or cannot be changed, though the sheet asks for it. */
function refusalOf(
  record: UserRecord,
  found: ExistingUser,
  existing: ExistingOrganization | undefined,
): Refusal | undefined {
  const roles = existing && rolesOf(existing, found);
  if (roles?.includes("full_admin") || record.roles.includes("full_admin")) {
    const lowered = downgrade(record.package, found);
    if (lowered) return lowered;
  }
  return undefined;
}

/** Who has several lines is held against the one that fits best. Whose calling begins now has none yet. */
function lineChanges(
  { user: { record }, location, policy }: UserInput,
  found: ExistingUser,
  index: UserIndex,
): readonly Change[] {
  if (!factsOf(record.package).isCalling || beginsCalling(record, found)) return [];
  const { phoneNumber, extension } = record;
  const want = { phoneNumber, extension, locationId: placeOf(location), locationName: location?.name };
  const lines = index.telephones(found.personId ?? "");
  // a row with neither leaves the line as it is; a user who has not consented has none yet
  const isWhole = policy.isWhole && (phoneNumber || extension) && found.personId && !found.isPending;
  return userAtWebex.diff(want, { lines }, isWhole ? "exact" : "asked");
}

/** One that is still to be made is another one than theirs. */
function placeOf(location: PlannedLocation | undefined): string | undefined {
  return location?.ids.locationId ?? (location?.ready ? "" : undefined);
}

/** Help article ny0fr7x: no downgrade for a customer's full administrator. */
export function downgrade(wanted: PackageCode, found: ExistingUser): Refusal | undefined {
  const now = packageFacts.find(({ code, use }) => use === "base" && found.packages.includes(code));
  if (!now || factsOf(wanted).level >= now.level) return undefined;
  return {
    code: "admin_downgrade",
    column: "package",
    message: text("administrator_downgraded", { wanted, current: now.code }),
    hint: text("keep_package_or_remove_role", { current: now.code }),
  };
}

/**
 * The base package of the sheet, its add-ons, and those that the user has: an update replaces the list. What stands on
 * calling goes with it: Webex would refuse the change.
 */
function packagesToSend(record: UserRecord, found: ExistingUser | undefined): readonly string[] {
  const { isCalling } = factsOf(record.package);
  const isKept = ({ use, needsAnyOf }: PackageFacts) => use === "addon" && (isCalling || needsAnyOf.length === 0);
  const kept = (found?.packages ?? []).filter((code) =>
    packageFacts.some((facts) => facts.code === code && isKept(facts)),
  );
  return [...new Set<string>([record.package, ...record.addons, ...kept])];
}

function rolesOf({ roles }: ExistingOrganization, { email }: ExistingUser): readonly RoleName[] {
  return roles.get(email) ?? [];
}

function needsOf({ user: { row, record }, location, customer }: UserInput): readonly (Need | undefined)[] {
  const needs = [customer.organizationFor(row), ...[record.package, ...record.addons].map(customer.packageWorks)];
  if (!factsOf(record.package).isCalling) return needs;
  const bringsNumber = location?.numbers.find(({ brings }) => record.phoneNumber && brings.has(record.phoneNumber));
  const number = bringsNumber && { ...bringsNumber.need, part: record.phoneNumber ?? "" };
  return [...needs, location?.ready, number];
}
