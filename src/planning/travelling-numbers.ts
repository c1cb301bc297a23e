/** Numbers that go to another location together with those who have them, where the row of that location lists them. Pure. */
import type { ExistingOrganization } from "../model/existing.ts";
import { foldName, foldNumber, isSameName } from "../model/names.ts";
import type { Operation, OperationId } from "../model/plan.ts";
import type { CustomerRows } from "./customer-rows.ts";
import type { TravellingNumbers } from "./planned-location.ts";
import type { UserIndex } from "./user-index.ts";

/** Of users whose rows put them elsewhere, and leave them their number. */
export function findTravelling(
  { users }: Pick<CustomerRows, "users">,
  existing: ExistingOrganization | undefined,
  index: UserIndex,
): TravellingNumbers {
  const found = new Map<string, Set<string>>();
  if (!existing) return found;
  for (const { record } of users) {
    const [line] = index.telephones(index.find(record.email)?.personId ?? "");
    if (!line?.phoneNumber || record.location === undefined) continue;
    const isHere = isSameName(line.locationName ?? "", record.location);
    const isKept = record.phoneNumber === undefined || foldNumber(record.phoneNumber) === foldNumber(line.phoneNumber);
    if (isHere || !isKept) continue;
    const target = foldName(record.location);
    found.set(target, (found.get(target) ?? new Set()).add(foldNumber(line.phoneNumber)));
  }
  return found;
}

/** They are there when their people are. Those whom nobody takes along are sent like any other, and Webex says why not. */
export function orderArrivals(operations: readonly Operation[]): readonly Operation[] {
  const bringing = new Map<string, OperationId>();
  for (const { id, resource, payload } of operations) {
    // the one that follows a move, where there is one, is the last
    if (resource === "move" && payload.keeps.phoneNumber) bringing.set(foldNumber(payload.keeps.phoneNumber), id);
    if (resource === "moved_number") bringing.set(foldNumber(payload.phoneNumber), id);
  }
  return operations.map((operation) => {
    if (operation.resource !== "numbers" || !operation.payload.comeWithPeople) return operation;
    const { comeWithPeople: _, ...sent } = operation.payload;
    const ids = operation.payload.phoneNumbers.flatMap((number) => bringing.get(foldNumber(number)) ?? []);
    if (ids.length < sent.phoneNumbers.length) return { ...operation, payload: sent };
    return {
      ...operation,
      needs: [...operation.needs, ...ids.map((id) => ({ operation: id, isOrder: true }) as const)],
    };
  });
}
