/** Plans how users whom a run has moved go back to the location where they were, with the number and extension that they had there. Pure but for the numbers that the run file gives to operations. */
import type { ExistingNumber } from "../model/existing.ts";
import type { Change, Need, Payloads } from "../model/plan.ts";
import type { OperationBuilder } from "../planning/operation-builder.ts";
import { isSameId } from "../webex/ids.ts";
import { pageOfUser } from "../webex/resources/user.ts";
import type { LocationBack } from "./bring-locations-back.ts";
import { type Line, nowOf, sortFields } from "./fields-back.ts";
import type { PastOperation } from "./past-run.ts";

/** `places`: locations that come back, by the id that they had: they have another one then. Undefined: they are back already. */
export function planMoveBack(
  builder: OperationBuilder,
  { operation: { row, key, payload, changes = [] }, ids }: PastOperation<"move">,
  { personId, lines }: Line,
  places: ReadonlyMap<string, LocationBack>,
): Need | undefined {
  const fields = changes.map((change) => ({
    ...change,
    now: change.field === "location" ? placeNow(change, payload, ids.locationId, lines) : nowOf(change, lines),
  }));
  const { back, refusal } = sortFields(fields);
  if (!back.some(({ field }) => field === "location")) return undefined;
  const [line] = lines;
  const to = (column: string) => back.find(({ field }) => field === column)?.after;
  const [phoneNumber, extension] = [to("phone_number"), to("extension")];
  const keptNumber = phoneNumber === undefined ? line?.phoneNumber : undefined;
  const again = places.get(payload.from.locationId);
  const place = again ? {} : { locationId: payload.from.locationId };
  const needs = [again?.ready, again?.bringing(phoneNumber)];
  const isLettingGo = payload.mayLetGo === true && keptNumber !== undefined;
  const moved = builder.add<"move">({
    row,
    resource: "move",
    key,
    action: "update",
    payload: {
      email: payload.email,
      locationName: payload.from.name,
      from: { locationId: line?.locationId ?? "", name: line?.locationName ?? "" },
      ...(phoneNumber === undefined ? {} : { phoneNumber }),
      ...(extension === undefined ? {} : { extension }),
      keeps: {
        ...(keptNumber ? { phoneNumber: keptNumber } : {}),
        ...(extension === undefined && line?.extension ? { extension: line.extension } : {}),
      },
      mayLose: true,
      ...(isLettingGo ? { mayLetGo: true } : {}),
    },
    ids: { personId, ...place },
    needs,
    changes: back,
    ...(refusal ? { refusal: refusal(pageOfUser(key)) } : {}),
  });
  if (!isLettingGo || refusal) return moved;
  const number = { email: payload.email, phoneNumber: keptNumber };
  const common = { row, resource: "moved_number", key, action: "update" } as const;
  return builder.add<"moved_number">({
    ...common,
    payload: number,
    ids: { personId, ...place },
    needs: [moved, ...needs],
  });
}

/** By its id: a name may be spelled otherwise by now. */
function placeNow(
  { before, after }: Change,
  { from }: Payloads["move"],
  target: string | undefined,
  lines: readonly ExistingNumber[],
): string {
  const isAt = (locationId = "") => lines.some((line) => isSameId(line.locationId, locationId));
  if (isAt(target)) return after;
  if (isAt(from.locationId)) return before;
  return lines[0]?.locationName ?? lines[0]?.locationId ?? "";
}
