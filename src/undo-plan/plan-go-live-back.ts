/** Plans how the days that a run has set, and the numbers that it has activated, are taken back: a number that somebody has stays in service. Pure but for the numbers that the run file gives to operations. */
import type { ExistingOrganization } from "../model/existing.ts";
import { foldNumber } from "../model/names.ts";
import type { OperationId, RowId } from "../model/plan.ts";
import type { OperationBuilder } from "../planning/operation-builder.ts";
import type { PastOperation, PastRun } from "./past-run.ts";

/** `created`: rows whose locations go as a whole. The days of whose rows go with what is remembered of these rows. */
export function planGoLiveBack(
  builder: OperationBuilder,
  past: PastRun,
  existing: ExistingOrganization,
  {
    created,
    left,
  }: { readonly created: ReadonlySet<RowId>; readonly left: Map<OperationId, PastOperation | undefined> },
): void {
  for (const day of past.of("go_live")) {
    left.set(day.operation.id, undefined);
    if (!created.has(day.operation.row)) planDayBack(builder, day);
  }
  for (const activation of past.of("activation"))
    if (!created.has(activation.operation.row)) planDeactivation(builder, activation, existing, left);
}

/** The former day, or none. */
function planDayBack(
  builder: OperationBuilder,
  { operation: { row, key, payload, changes = [] } }: PastOperation<"go_live">,
): void {
  const [change] = changes;
  if (!change) return;
  const { on: _on, ...day } = payload;
  builder.add<"go_live">({
    ...{ row, resource: "go_live", key, action: "update" },
    payload: { ...day, ...(change.before === "" ? {} : { on: change.before }) },
    changes: [{ ...change, before: change.after, after: change.before }],
  });
}

/** Webex deactivates no number that somebody has: those are left to a person. */
function planDeactivation(
  builder: OperationBuilder,
  past: PastOperation<"activation">,
  existing: ExistingOrganization,
  left: Map<OperationId, PastOperation | undefined>,
): void {
  const { id, row, key, payload } = past.operation;
  const { locationId } = past.ids;
  const numbers = payload.phoneNumbers.filter((number) => !past.refused.includes(number));
  const here = new Map(
    existing.numbers
      .filter((number) => number.locationId === locationId && !number.isInactive)
      .map((number) => [foldNumber(number.phoneNumber ?? ""), number]),
  );
  const isFree = (number: string) => here.get(foldNumber(number))?.ownerId === undefined;
  const active = numbers.filter((number) => here.has(foldNumber(number)));
  const free = active.filter(isFree);
  const kept = active.filter((number) => !isFree(number));
  const rest = { ...past, operation: { ...past.operation, payload: { ...payload, phoneNumbers: kept } } };
  left.set(id, kept.length > 0 ? rest : undefined);
  if (free.length === 0 || !locationId) return;
  builder.add<"activation">({
    ...{ row, resource: "activation", key, action: "update", ids: { locationId } },
    payload: { phoneNumbers: free, state: "INACTIVE" },
    changes: [{ field: "numbers_state", before: "active", after: "inactive" }],
  });
}
