/** Plans how a run's changes of users who were there before are taken back: packages, number and extension, place, names and roles, each to what it was. Pure but for the numbers that the run file gives to operations. */
import type { ExistingOrganization, ExistingPerson } from "../model/existing.ts";
import { foldNumber } from "../model/names.ts";
import type { Need, ResourceKind, RowId } from "../model/plan.ts";
import { type CallerId, type DirectoryEntry, type DirectoryField, directoryFields } from "../model/records.ts";
import type { OperationBuilder } from "../planning/operation-builder.ts";
import { indexUsers } from "../planning/user-index.ts";
import { pageOfUser } from "../webex/resources/user.ts";
import type { LocationBack } from "./bring-locations-back.ts";
import { type Line, nowOf, sortFields } from "./fields-back.ts";
import type { PastOperation, PastRun } from "./past-run.ts";
import { planMoveBack } from "./plan-moves-back.ts";
import { packagesBefore, planPackagesBack } from "./plan-packages-back.ts";

/** `created`: rows whose users go as a whole. `places`: locations that come back. */
export function planChangesBack(
  builder: OperationBuilder,
  past: PastRun,
  existing: ExistingOrganization,
  created: ReadonlySet<RowId>,
  places: ReadonlyMap<string, LocationBack>,
): void {
  const index = indexUsers(existing);
  const replaced = new Map<RowId, Need>();
  for (const user of past.of("user").filter(({ operation }) => operation.action === "update")) {
    const found = index.find(user.operation.key);
    const need = found && planPackagesBack(builder, user, found, existing, places);
    if (need) replaced.set(user.operation.row, need);
  }
  for (const telephone of past.of("telephone").filter(({ operation }) => operation.action === "update")) {
    const personId = index.find(telephone.operation.key)?.personId;
    if (!personId) continue;
    const need = planTelephoneBack(builder, telephone, { personId, lines: index.telephones(personId) });
    if (need) replaced.set(telephone.operation.row, need);
    for (const numbers of past.of("numbers", telephone.operation.row))
      planNumbersBack(builder, numbers, { need, personId, existing });
  }
  for (const move of past.of("move")) {
    const personId = index.find(move.operation.key)?.personId;
    if (!personId) continue;
    const need = planMoveBack(builder, move, { personId, lines: index.telephones(personId) }, places);
    if (need) replaced.set(move.operation.row, need);
    for (const numbers of past.of("numbers", move.operation.row))
      planNumbersBack(builder, numbers, { need, personId, existing });
  }
  const named = new Map<RowId, Need>();
  for (const entry of past.of("directory_entry")) {
    const { row, key } = entry.operation;
    const person = index.person(key);
    const need = person && !created.has(row) && planDirectoryEntryBack(builder, entry, person, replaced.get(row));
    if (need) named.set(row, need);
  }
  for (const callerId of past.of("caller_id")) {
    const { row, key } = callerId.operation;
    const personId = index.find(key)?.personId;
    if (personId && !created.has(row))
      planCallerIdBack(builder, callerId, { personId, existing, replaced: replaced.get(row), named: named.get(row) });
  }
}

/** Does the undo take it back, so that nothing of it is left to a person? */
export function isTakenBack(past: PastRun, { operation }: PastOperation): boolean {
  if (operation.resource === "caller_id") {
    const isWithCalling = past.of("user", operation.row).some((user) => user.operation.payload.mayGetTelephone);
    return isWithCalling || operation.changes?.some(({ before }) => before === "") !== true;
  }
  if (isTakenBackWhole.has(operation.resource)) return true;
  if (operation.resource === "user" && operation.action === "update") return packagesBefore(operation) !== undefined;
  if (operation.action === "delete") return goneThings.has(operation.resource);
  const isOfRow = past.of("telephone", operation.row).length > 0 || past.of("move", operation.row).length > 0;
  return operation.resource === "numbers" && isOfRow;
}

const isTakenBackWhole: ReadonlySet<ResourceKind> = new Set([
  "directory_entry",
  "telephone",
  "external_id",
  "move",
  "move_job",
  "moved_number",
]);

const goneThings: ReadonlySet<ResourceKind> = new Set([
  "user",
  "person",
  "customer",
  "organization",
  "calling",
  "location",
]);

function planDirectoryEntryBack(
  builder: OperationBuilder,
  { operation: { row, key, payload, changes = [] } }: PastOperation<"directory_entry">,
  person: ExistingPerson,
  replaced: Need | undefined,
): Need | undefined {
  const columns = Object.entries(directoryFields) as [DirectoryField, string][]; // its keys
  const fields = columns.flatMap(([name, column]) =>
    changes.flatMap((change) => (change.field === column ? [{ ...change, name, now: person[name] ?? "" }] : [])),
  );
  const { back, refusal } = sortFields(fields);
  const taken = person.roles.filter((role) => payload.roles.includes(role));
  const isBack = (column: string) => back.find(({ field }) => field === column);
  const entry: DirectoryEntry = Object.fromEntries(
    columns.flatMap(([name, column]) => (isBack(column) ? [[name, isBack(column)?.after]] : [])),
  );
  if (back.length === 0 && taken.length === 0) return undefined;
  const after = person.roles.filter((role) => !taken.includes(role)).join(";");
  return builder.add<"directory_entry">({
    row,
    resource: "directory_entry",
    key,
    action: "update",
    payload: { ...entry, roles: [], ...(taken.length > 0 ? { takenRoles: taken } : {}) },
    ids: { personId: person.personId },
    needs: [replaced],
    changes: [...back, ...(taken.length > 0 ? [{ field: "roles", before: person.roles.join(";"), after }] : [])],
    ...(refusal ? { refusal: refusal(pageOfUser(key)) } : {}),
  });
}

type CallerIdBack = {
  readonly personId: string;
  readonly existing: ExistingOrganization;
  readonly replaced: Need | undefined;
  /** Gives the person the former name back. */
  readonly named: Need | undefined;
};

/** What was shown before is not known where the token could not read it. A move takes it away: it is given once more. */
function planCallerIdBack(
  builder: OperationBuilder,
  { operation: { row, key, payload, changes = [] } }: PastOperation<"caller_id">,
  { personId, existing, replaced, named }: CallerIdBack,
): void {
  const fields = changes.filter(({ before }) => before !== "");
  const now = existing.callerIds?.get(personId);
  const { back, refusal } = sortFields(fields.map((change) => ({ ...change, now: now ?? change.after })));
  const isMovedBack = changes.length === 0 && replaced !== undefined;
  const show = isMovedBack ? payload.show : (back[0]?.after as CallerId | undefined); // as it was read before
  const renamed =
    named && payload.renamed ? { before: payload.renamed.after, after: payload.renamed.before } : undefined;
  if (show === undefined && !renamed) return;
  builder.add<"caller_id">({
    row,
    resource: "caller_id",
    key,
    action: "update",
    payload: { email: payload.email, ...(show === undefined ? {} : { show }), ...(renamed ? { renamed } : {}) },
    ids: { personId },
    needs: [replaced, named],
    ...(back.length > 0 ? { changes: back } : {}),
    ...(refusal ? { refusal: refusal(pageOfUser(key)) } : {}),
  });
}

function planTelephoneBack(
  builder: OperationBuilder,
  { operation: { row, key, payload, changes = [] } }: PastOperation<"telephone">,
  { personId, lines }: Line,
): Need | undefined {
  const { back, refusal } = sortFields(changes.map((change) => ({ ...change, now: nowOf(change, lines) })));
  if (back.length === 0) return undefined;
  const to = (column: string) => back.find(({ field }) => field === column)?.after;
  const [phoneNumber, extension] = [to("phone_number"), to("extension")];
  const [line] = lines;
  return builder.add<"telephone">({
    row,
    resource: "telephone",
    key,
    action: "update",
    payload: {
      email: payload.email,
      ...(phoneNumber === undefined ? {} : { phoneNumber }),
      ...(extension === undefined ? {} : { extension }),
    },
    ids: { personId, ...(line ? { locationId: line.locationId } : {}) },
    changes: back,
    ...(refusal ? { refusal: refusal(pageOfUser(key)) } : {}),
  });
}

/** Numbers that the run added for a user: gone when nobody else has them. */
function planNumbersBack(
  builder: OperationBuilder,
  { operation: { row, key, payload }, ids, refused }: PastOperation<"numbers">,
  {
    need,
    personId,
    existing,
  }: { readonly need: Need | undefined; readonly personId: string; readonly existing: ExistingOrganization },
): void {
  const isFree = (number: string) => {
    const found = existing.numbers.find((each) => foldNumber(each.phoneNumber ?? "") === foldNumber(number));
    return found !== undefined && (found.ownerId === undefined || found.ownerId === personId);
  };
  const phoneNumbers = payload.phoneNumbers.filter((number) => !refused.includes(number) && isFree(number));
  if (phoneNumbers.length === 0 || !ids.locationId) return;
  builder.add<"numbers">({
    row,
    resource: "numbers",
    key,
    action: "delete",
    payload: { ...payload, phoneNumbers },
    ids: { locationId: ids.locationId },
    needs: [need],
  });
}
