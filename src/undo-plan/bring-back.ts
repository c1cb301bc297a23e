/** Plans how users whom a run has removed come back: person, packages, number, extension, names and roles; what does not come back is reported. */
import type { ExistingOrganization } from "../model/existing.ts";
import type { Need, Payloads } from "../model/plan.ts";
import { text } from "../model/words/text.ts";
import type { OperationBuilder } from "../planning/operation-builder.ts";
import { indexUsers } from "../planning/user-index.ts";
import type { LocationBack } from "./bring-locations-back.ts";
import type { PastOperation, PastRun } from "./past-run.ts";

/** `organization`: what makes the customer there again. `locations`: those that come back, by the id that they had. `removalOf`: what ends a user whom the run has created, and who may hold the number or extension of one who has gone. */
export function bringBack(
  builder: OperationBuilder,
  past: PastRun,
  existing: ExistingOrganization | undefined,
  removalOf: (email: string) => readonly Need[],
  locations: ReadonlyMap<string, LocationBack>,
  organization?: Need,
): void {
  const index = indexUsers(existing);
  const created = past.of("user").filter(({ operation }) => operation.action === "create");
  for (const removal of past.of("user").filter(({ operation }) => operation.action === "delete"))
    if (!index.find(removal.operation.key)) {
      const successors = created.filter(({ operation }) => sharesLine(operation.payload, removal.operation.payload));
      bringOneBack(
        builder,
        removal,
        successors.flatMap(({ operation }) => removalOf(operation.payload.email)),
        locations.get(removal.ids.locationId ?? ""),
        organization,
      );
    }
}

type Line = Pick<Payloads["user"], "phoneNumber" | "extension">;

function sharesLine(one: Line, other: Line): boolean {
  const isSame = (field: keyof Line) => one[field] !== undefined && one[field] === other[field];
  return isSame("phoneNumber") || isSame("extension");
}

function bringOneBack(
  builder: OperationBuilder,
  { operation, ids }: PastOperation<"user">,
  successors: readonly Need[],
  location: LocationBack | undefined,
  organization: Need | undefined,
): void {
  const { row, key } = operation;
  const { entry, ...payload } = operation.payload;
  const user = builder.add<"user">({
    row,
    resource: "user",
    key,
    action: "create",
    payload,
    ids: ids.locationId && !location ? { locationId: ids.locationId } : {},
    needs: [organization, ...successors, location?.ready, location?.bringing(payload.phoneNumber)],
  });
  const { firstName: _first, lastName: _last, roles = [], callerId, ...fields } = entry ?? {};
  if (callerId)
    builder.add<"caller_id">({
      row,
      resource: "caller_id",
      key,
      action: "create",
      payload: { email: key, show: callerId },
      needs: [organization, user],
    });
  if (roles.length > 0 || Object.keys(fields).length > 0)
    builder.add<"directory_entry">({
      row,
      resource: "directory_entry",
      key,
      action: "create",
      payload: { ...fields, roles },
      needs: [organization, user],
    });
  const [message, hint] = [text("lost_for_ever", { email: key }), text("set_up_again")];
  builder.warn({ row, code: "undo_by_hand", column: "email", message, hint });
}
