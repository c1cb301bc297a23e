/** Plans which number a user shows. Webex tells it only person by person: it is held against what was sent last, and read where the row says another one. */
import type { ExistingOrganization, ExistingUser } from "../model/existing.ts";
import { factsOf } from "../model/packages.ts";
import type { Need, RowId } from "../model/plan.ts";
import type { Draft, UserRecord } from "../model/records.ts";
import { callerId as callerIdAtWebex } from "../webex/resources/caller-id.ts";
import type { OperationBuilder } from "./operation-builder.ts";

type CallerIdInput = {
  readonly row: RowId;
  readonly record: UserRecord;
  /** The user with number, extension and location, and the operation that brings the number to be shown. */
  readonly needs: readonly (Need | undefined)[];
  /** Calling begins, or goes on at another location: what was shown before does not count. */
  readonly isElsewhere: boolean;
};

type Known = {
  readonly existing: ExistingOrganization | undefined;
  /** The row as it was last applied. */
  readonly last: Draft<UserRecord> | undefined;
};

export function planCallerId(
  builder: OperationBuilder,
  { row, record, needs, isElsewhere }: CallerIdInput,
  found: ExistingUser | undefined,
  { existing, last }: Known,
): void {
  const { callerId: show, email } = record;
  if (show === undefined || !factsOf(record.package).isCalling) return;
  const current = existing?.callerIds?.get(found?.personId ?? "") ?? last?.callerId;
  const changes = found ? callerIdAtWebex.diff(show, current) : [];
  if (found && changes.length === 0 && !isElsewhere) return;
  builder.add<"caller_id">({
    row,
    resource: "caller_id",
    key: email,
    action: found ? "update" : "create",
    payload: { email, show },
    ids: found?.personId ? { subscriberId: found.subscriberId, personId: found.personId } : {},
    needs,
    ...(changes.length > 0 ? { changes } : {}),
  });
}
