/** Plans how a run's changes of users who were there before are taken back: number and extension, names and roles, each to what it was. Pure but for the numbers that the run file gives to operations. */
import type { ExistingNumber, ExistingOrganization, ExistingPerson } from "../model/existing.ts";
import { foldNumber } from "../model/names.ts";
import type { Change, Need, RowId } from "../model/plan.ts";
import { type DirectoryEntry, type DirectoryField, directoryFields } from "../model/records.ts";
import { type Said, text } from "../model/words/text.ts";
import type { Refusal } from "../planning/changes.ts";
import type { OperationBuilder } from "../planning/operation-builder.ts";
import { indexUsers } from "../planning/user-index.ts";
import { pageOfUser } from "../webex/resources/user.ts";
import { changedSince } from "./changed-since.ts";
import type { PastOperation, PastRun } from "./past-run.ts";

/** `created`: rows whose users go as a whole. */
export function planChangesBack(
  builder: OperationBuilder,
  past: PastRun,
  existing: ExistingOrganization,
  created: ReadonlySet<RowId>,
): void {
  const index = indexUsers(existing);
  const replaced = new Map<RowId, Need>();
  for (const telephone of past.of("telephone").filter(({ operation }) => operation.action === "update")) {
    const personId = index.find(telephone.operation.key)?.personId;
    if (!personId) continue;
    const need = planTelephoneBack(builder, telephone, { personId, lines: index.telephones(personId) });
    if (need) replaced.set(telephone.operation.row, need);
    for (const numbers of past.of("numbers", telephone.operation.row))
      planNumbersBack(builder, numbers, { need, personId, existing });
  }
  for (const profile of past.of("profile")) {
    const person = index.person(profile.operation.key);
    if (person && !created.has(profile.operation.row))
      planProfileBack(builder, profile, person, replaced.get(profile.operation.row));
  }
}

/** Does the undo take it back, so that nothing of it is left to a person? */
export function isTakenBack(past: PastRun, { operation }: PastOperation): boolean {
  if (["profile", "telephone", "external_id"].includes(operation.resource)) return true;
  if (operation.action === "delete") return ["user", "person", "customer", "organization"].includes(operation.resource);
  return operation.resource === "numbers" && past.of("telephone", operation.row).length > 0;
}

/** The field as it is now: back already, as the run left it, or otherwise. */
type Field = Change & { readonly now: string };

function sort(fields: readonly Field[]): {
  readonly back: readonly Change[];
  readonly refusal?: (page: Said) => Refusal;
} {
  const left = fields.filter(({ before, now }) => now !== before);
  const drift = left.filter(({ after, now }) => now !== after);
  const back = left.map(({ field, before, now }) => ({ field, before: now, after: before }));
  if (drift.length === 0) return { back };
  const said = drift.map(({ field, now, after }) => text("value_drifted", { field, now, sent: after }));
  return { back, refusal: (page) => changedSince(said, page) };
}

function planProfileBack(
  builder: OperationBuilder,
  { operation: { row, key, payload, changes = [] } }: PastOperation<"profile">,
  person: ExistingPerson,
  replaced: Need | undefined,
): void {
  const columns = Object.entries(directoryFields) as [DirectoryField, string][]; // its keys
  const fields = columns.flatMap(([name, column]) =>
    changes.flatMap((change) => (change.field === column ? [{ ...change, name, now: person[name] ?? "" }] : [])),
  );
  const { back, refusal } = sort(fields);
  const taken = person.roles.filter((role) => payload.roles.includes(role));
  const isBack = (column: string) => back.find(({ field }) => field === column);
  const entry: DirectoryEntry = Object.fromEntries(
    columns.flatMap(([name, column]) => (isBack(column) ? [[name, isBack(column)?.after]] : [])),
  );
  if (back.length === 0 && taken.length === 0) return;
  const after = person.roles.filter((role) => !taken.includes(role)).join(";");
  builder.add<"profile">({
    row,
    resource: "profile",
    key,
    action: "update",
    payload: { ...entry, roles: [], ...(taken.length > 0 ? { takenRoles: taken } : {}) },
    ids: { personId: person.personId },
    needs: [replaced],
    changes: [...back, ...(taken.length > 0 ? [{ field: "roles", before: person.roles.join(";"), after }] : [])],
    ...(refusal ? { refusal: refusal(pageOfUser(key)) } : {}),
  });
}

type Line = { readonly personId: string; readonly lines: readonly ExistingNumber[] };

function planTelephoneBack(
  builder: OperationBuilder,
  { operation: { row, key, payload, changes = [] } }: PastOperation<"telephone">,
  { personId, lines }: Line,
): Need | undefined {
  const { back, refusal } = sort(changes.map((change) => ({ ...change, now: nowOf(change, lines) })));
  if (back.length === 0) return undefined;
  const to = (column: string) => back.find(({ field }) => field === column)?.after;
  const [phoneNumber, extension] = [to("phone_number"), to("extension")];
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
    ids: { personId },
    changes: back,
    ...(refusal ? { refusal: refusal(pageOfUser(key)) } : {}),
  });
}

/** Of several lines the one that the run gave, else the one that was there before. */
function nowOf({ field, before, after }: Change, lines: readonly ExistingNumber[]): string {
  const values = lines.flatMap(({ phoneNumber, extension }) => (field === "extension" ? extension : phoneNumber) ?? []);
  const isThere = (value: string) => values.some((each) => foldNumber(each) === foldNumber(value));
  if (after !== "" && isThere(after)) return after;
  if (before !== "" && isThere(before)) return before;
  return values[0] ?? "";
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
