/** Plans which number and name a user shows. Webex tells them only person by person: the number is held against what was sent last, and read where the row says another one; the name is looked at where the person is renamed. */
import type { ExistingOrganization, ExistingUser } from "../model/existing.ts";
import { factsOf } from "../model/packages.ts";
import type { Need, Payloads, RowId } from "../model/plan.ts";
import type { Draft, UserRecord } from "../model/records.ts";
import { callerId as callerIdAtWebex } from "../webex/resources/caller-id.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import type { PlannedEntry } from "./plan-directory-entry.ts";

type CallerIdInput = {
  readonly row: RowId;
  readonly record: UserRecord;
  /** The user with number, extension and location, and the operation that brings the number to be shown. */
  readonly needs: readonly (Need | undefined)[];
  /** Calling begins, or goes on at another location: what was shown before does not count. */
  readonly isElsewhere: boolean;
  /** What changes of the directory entry, and what changes it. */
  readonly entry: PlannedEntry;
};

type Known = {
  readonly existing: ExistingOrganization | undefined;
  /** The row as it was last applied. */
  readonly last: Draft<UserRecord> | undefined;
};

export function planCallerId(
  builder: OperationBuilder,
  { row, record, needs, isElsewhere, entry }: CallerIdInput,
  found: ExistingUser | undefined,
  { existing, last }: Known,
): void {
  const { callerId: show, email } = record;
  if (!factsOf(record.package).isCalling) return;
  const current = existing?.callerIds?.get(found?.personId ?? "") ?? last?.callerId;
  const changes = found && show !== undefined ? callerIdAtWebex.diff(show, current) : [];
  const renamed = found && namesChanged(record, entry);
  const isShown = show !== undefined && (!found || changes.length > 0 || isElsewhere);
  if (!isShown && !renamed) return;
  builder.add<"caller_id">({
    row,
    resource: "caller_id",
    key: email,
    action: found ? "update" : "create",
    payload: { email, ...(isShown ? { show } : {}), ...(renamed ? { renamed } : {}) },
    ids: found?.personId ? { subscriberId: found.subscriberId, personId: found.personId } : {},
    needs: [...needs, renamed ? entry.need : undefined],
    ...(changes.length > 0 ? { changes } : {}),
  });
}

/** A name of which nobody knows what it was is no change. */
function namesChanged(
  { firstName, lastName }: UserRecord,
  { changes }: PlannedEntry,
): Payloads["caller_id"]["renamed"] | undefined {
  const was = (field: "first_name" | "last_name") => changes.find((change) => change.field === field)?.before;
  const [first, last] = [was("first_name"), was("last_name")];
  if (!first && !last) return undefined;
  return { before: { firstName: first || firstName, lastName: last || lastName }, after: { firstName, lastName } };
}
