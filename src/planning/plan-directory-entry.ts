/** Plans what the directory is to tell of a user: names, title, department, language, and administrator roles, in one request. */
import type { ExistingOrganization, ExistingPerson, ExistingUser } from "../model/existing.ts";
import type { Change, Need, RowId } from "../model/plan.ts";
import {
  type DirectoryEntry,
  type DirectoryField,
  type Draft,
  directoryFields,
  type UserRecord,
} from "../model/records.ts";
import { text } from "../model/words/text.ts";
import { directoryEntry as directoryEntryAtWebex } from "../webex/resources/person.ts";
import type { OperationBuilder } from "./operation-builder.ts";

type DirectoryEntryInput = {
  readonly row: RowId;
  readonly record: UserRecord;
  /** The person, as it is when all else of it is changed. */
  readonly needs: readonly (Need | undefined)[];
  /** Also roles that the row does not name are a change. */
  readonly isWhole?: boolean;
};

/** `person`: as the directory has it, where it was read. `last`: the row as it was last applied. */
type Known = {
  readonly existing: ExistingOrganization | undefined;
  readonly person: ExistingPerson | undefined;
  readonly last: Draft<UserRecord> | undefined;
};

/** What changes of it, and the operation that changes it. */
export type PlannedEntry = { readonly changes: readonly Change[]; readonly need?: Need };

export function planDirectoryEntry(
  builder: OperationBuilder,
  { row, record, needs, isWhole = false }: DirectoryEntryInput,
  found: ExistingUser | undefined,
  { existing, person, last }: Known,
): PlannedEntry {
  const current = (found && existing?.roles.get(found.email)) ?? [];
  const missing = record.roles.filter((role) => !current.includes(role));
  const fields = found ? fieldChanges(record, person, last, isWhole) : newFields(record);
  const kept = isWhole ? current.filter((role) => record.roles.includes(role)) : current;
  const roleChange = { field: "roles", before: current.join(";"), after: [...kept, ...missing].join(";") };
  const isOtherwise = missing.length > 0 || kept.length < current.length;
  const changes = [...fields, ...(isOtherwise ? [roleChange] : [])];
  if (changes.length === 0 && record.roles.length === 0) return { changes };
  if (person && last) warnOfSetBack(builder, row, fields, last);
  const need = builder.add<"directory_entry">({
    row,
    resource: "directory_entry",
    key: record.email,
    action: changes.length === 0 ? "none" : found ? "update" : "create",
    payload: { ...entryOf(fields), roles: missing.length === 0 && fields.length === 0 ? record.roles : missing },
    ids: found?.personId ? { subscriberId: found.subscriberId, personId: found.personId } : {},
    needs,
    ...(found && changes.length > 0 ? { changes } : {}),
  });
  return { changes, need };
}

/** What was sent before and is no longer there. Webex does not show whether a directory feeds the organization; this may. */
function warnOfSetBack(
  builder: OperationBuilder,
  row: RowId,
  fields: readonly Change[],
  last: Draft<UserRecord>,
): void {
  const columns = Object.entries(directoryFields) as [DirectoryField, string][]; // its keys
  const sent = new Map(columns.map(([field, column]) => [column, last[field]]));
  for (const { field, before, after } of fields) {
    if (sent.get(field) !== after) continue;
    const message = text("set_back_in_directory", { column: field, sent: after, now: before });
    builder.warn({ row, code: "directory_sets_back", column: field, message, hint: text("perhaps_synchronised") });
  }
}

/** First and last name come with the user. */
function newFields({ firstName: _first, lastName: _last, ...record }: UserRecord): readonly Change[] {
  return directoryEntryAtWebex.diff(record, {});
}

/** Without the directory, names are held against those that were sent last; of the rest nothing is known then. */
function fieldChanges(
  record: UserRecord,
  person: ExistingPerson | undefined,
  last: Draft<UserRecord> | undefined,
  isWhole: boolean,
): readonly Change[] {
  const found = person ?? last;
  if (!found) return [];
  const changes = directoryEntryAtWebex.diff(record, { ...found, lastSent: last });
  return isWhole ? changes : [...changes, ...followingName(record, found, changes)];
}

/** The name that is shown follows the others where it was made of them, as Webex makes it. */
function followingName(
  { firstName, lastName, displayName }: UserRecord,
  found: DirectoryEntry | Draft<UserRecord>,
  changes: readonly Change[],
): readonly Change[] {
  const isRenamed = changes.some(({ field }) => field === "first_name" || field === "last_name");
  const before = `${found.firstName} ${found.lastName}`;
  if (displayName || !isRenamed || (found.displayName && found.displayName !== before)) return [];
  return [{ field: directoryFields.displayName, before, after: `${firstName} ${lastName}` }];
}

function entryOf(changes: readonly Change[]): DirectoryEntry {
  const fields = Object.entries(directoryFields) as [DirectoryField, string][]; // its keys
  const entries = fields.flatMap(([field, column]) => {
    const change = changes.find((each) => each.field === column);
    return change ? [[field, change.after]] : [];
  });
  return Object.fromEntries(entries);
}
