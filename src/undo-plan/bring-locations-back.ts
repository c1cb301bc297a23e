/** Plans how locations that a run has removed come back: the location, its calling, PSTN connection, numbers and settings; what does not come back is reported. */
import type { ExistingLocation, ExistingOrganization } from "../model/existing.ts";
import { findByName } from "../model/names.ts";
import type { Need, RowId } from "../model/plan.ts";
import { text } from "../model/words/text.ts";
import type { OperationBuilder } from "../planning/operation-builder.ts";
import { numbersInRequests } from "../planning/plan-locations.ts";
import type { HeldAtLocation } from "../webex/resources/calling.ts";
import type { PastOperation, PastRun } from "./past-run.ts";

/** A location on its way back, for those who were there. */
export type LocationBack = {
  readonly ready: Need;
  /** What brings a number back. */
  bringing(phoneNumber: string | undefined): Need | undefined;
};

/** By the id that the location had: those that come back. */
export function bringLocationsBack(
  builder: OperationBuilder,
  past: PastRun,
  existing: ExistingOrganization,
): ReadonlyMap<string, LocationBack> {
  const back = new Map<string, LocationBack>();
  for (const closed of past.of("calling").filter(({ operation }) => operation.action === "delete")) {
    const found = findByName(existing.locations, closed.operation.key);
    const { locationId } = closed.operation.ids;
    if (!locationId || found?.isCalling) continue;
    back.set(locationId, bringOneBack(builder, closed, found));
    warnOfLosses(builder, closed.operation.row, closed.operation.key);
  }
  for (const gone of past.of("location").filter(isRemovalOf)) bringBare(builder, past, gone, existing);
  return back;
}

function isRemovalOf({ operation }: PastOperation<"location">): boolean {
  return operation.action === "delete" && !operation.payload.goesWithOrganization;
}

/** One that had no calling. */
function bringBare(
  builder: OperationBuilder,
  past: PastRun,
  { operation: { row, key, payload } }: PastOperation<"location">,
  existing: ExistingOrganization,
): void {
  if (past.of("calling", row).length > 0 || findByName(existing.locations, key)) return;
  builder.add<"location">({ row, resource: "location", key, action: "create", payload });
}

function bringOneBack(
  builder: OperationBuilder,
  { operation: { row, key, payload } }: PastOperation<"calling">,
  found: ExistingLocation | undefined,
): LocationBack {
  const { held, isForced: _, ...location } = payload;
  const common = { row, key, action: "create" } as const;
  const ids = found ? { locationId: found.locationId } : {};
  const place = found ? undefined : builder.add<"location">({ ...common, resource: "location", payload: location });
  const ready = builder.add<"calling">({ ...common, resource: "calling", payload: location, ids, needs: [place] });
  return held ? bringCallingBack(builder, { row, key, ready, ids }, held) : { ready, bringing: () => undefined };
}

type Place = {
  readonly row: RowId;
  readonly key: string;
  readonly ready: Need;
  readonly ids: { readonly locationId?: string };
};

function bringCallingBack(
  builder: OperationBuilder,
  { row, key, ready, ids }: Place,
  { connection, phoneNumbers, settings }: HeldAtLocation,
): LocationBack {
  const common = { row, action: "create", ids } as const;
  const pstn = connection
    ? builder.add<"pstn">({ ...common, resource: "pstn", key, payload: { connection }, needs: [ready] })
    : undefined;
  const numbers = numbersInRequests(phoneNumbers).map((request) => ({
    brings: new Set(request.phoneNumbers),
    need: builder.add<"numbers">({
      ...common,
      resource: "numbers",
      key: `${key} ${request.phoneNumbers[0]}`,
      payload: { ...request, mustReadConnection: !pstn },
      needs: [ready, pstn],
    }),
  }));
  const bringing = (phoneNumber: string | undefined): Need | undefined => {
    const found = numbers.find(({ brings }) => phoneNumber !== undefined && brings.has(phoneNumber));
    return found && { ...found.need, part: phoneNumber ?? "" };
  };
  if (Object.keys(settings).length > 0)
    builder.add<"location_settings">({
      ...{ ...common, resource: "location_settings", key, payload: settings },
      needs: [ready, bringing(settings.mainNumber)],
    });
  return { ready, bringing };
}

function warnOfLosses(builder: OperationBuilder, row: RowId, location: string): void {
  const [message, hint] = [text("location_lost_for_ever", { location }), text("set_up_again")];
  builder.warn({ row, code: "undo_by_hand", column: "name", message, hint });
}
