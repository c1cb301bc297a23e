/** What a location that goes sets free (its numbers, its routing prefix), and a number that is released, is given to another one only when it has gone. Pure. */
import type { ExistingOrganization } from "../model/existing.ts";
import { foldNumber } from "../model/names.ts";
import type { Operation, OperationId } from "../model/plan.ts";

/** The operations in their order; those that want something of a location that goes wait for its end. */
export function orderClosings(
  operations: readonly Operation[],
  existing: ExistingOrganization | undefined,
): readonly Operation[] {
  const freeing = existing ? freedBy(operations, existing) : new Map<string, OperationId>();
  if (freeing.size === 0) return operations;
  return operations.map((operation) => {
    const ends = new Set(wantedBy(operation).flatMap((wanted) => freeing.get(wanted) ?? []));
    if (ends.size === 0) return operation;
    return {
      ...operation,
      needs: [...operation.needs, ...[...ends].map((id) => ({ operation: id, isOrder: true }) as const)],
    };
  });
}

/** Numbers and prefixes of locations that go, and numbers that are released, each with the operation that sets it free. */
function freedBy(
  operations: readonly Operation[],
  { numbers, locations }: ExistingOrganization,
): ReadonlyMap<string, OperationId> {
  const closing = new Map(
    operations.flatMap(({ id, resource, action, ids: { locationId }, refusal }) =>
      resource === "calling" && action === "delete" && locationId && !refusal ? [[locationId, id] as const] : [],
    ),
  );
  const freed = new Map<string, OperationId>();
  for (const { locationId, phoneNumber } of numbers) {
    const id = closing.get(locationId);
    if (id !== undefined && phoneNumber) freed.set(foldNumber(phoneNumber), id);
  }
  for (const { locationId, routingPrefix } of locations) {
    const id = closing.get(locationId);
    if (id !== undefined && routingPrefix) freed.set(prefixKey(routingPrefix), id);
  }
  for (const { id, resource, action, payload, refusal } of operations)
    if (resource === "numbers" && action === "delete" && !refusal)
      for (const number of payload.phoneNumbers) freed.set(foldNumber(number), id);
  return freed;
}

function wantedBy(operation: Operation): readonly string[] {
  if (operation.action !== "create" && operation.action !== "update") return [];
  if (operation.resource === "numbers") return operation.payload.phoneNumbers.map(foldNumber);
  const { resource, payload } = operation;
  return resource === "location_settings" && payload.routingPrefix ? [prefixKey(payload.routingPrefix)] : [];
}

function prefixKey(prefix: string): string {
  return `prefix/${prefix}`;
}
