/** Who is to get a number or an extension that somebody else still has waits until it is free. Pure. */
import type { ExistingOrganization } from "../model/existing.ts";
import { foldNumber } from "../model/names.ts";
import type { Need, Operation, OperationId } from "../model/plan.ts";
import { text } from "../model/words/text.ts";
import type { Refusal } from "./changes.ts";
import { endsCalling } from "./ends-calling.ts";

/** A number or an extension of a location that an operation is to give to somebody. */
type WantedValue = { readonly column: "phone_number" | "extension"; readonly key: string; readonly value: string };

/** The operations in their order, with what they wait for, or why what they want will not be free. */
export function orderLines(
  operations: readonly Operation[],
  existing: ExistingOrganization | undefined,
): readonly Operation[] {
  const wanting = operations.filter((each) => !each.refusal && wantedBy(each).length > 0);
  if (!existing || wanting.length === 0) return operations;
  const holders = holdersIn(existing);
  const freeing = new Map(operations.flatMap(freedBy));
  const waits = new Map<OperationId, Held[]>();
  for (const operation of wanting) {
    const held = wantedBy(operation).flatMap((wanted) => {
      const holder = holders.get(wanted.key);
      if (!holder || holder === operation.ids.personId) return [];
      return [{ wanted, holder, need: freeing.get(`${holder} ${wanted.column}`) }];
    });
    if (held.length > 0) waits.set(operation.id, held);
  }
  if (waits.size === 0) return operations;
  return operations.map((operation) => {
    const held = waits.get(operation.id);
    return held ? withHeld(operation, held, waits, existing) : operation;
  });
}

type Held = { readonly wanted: WantedValue; readonly holder: string; readonly need: OperationId | undefined };

function wantedBy(operation: Operation): readonly WantedValue[] {
  if (operation.action === "none" || operation.action === "read" || operation.action === "delete") return [];
  if (operation.resource === "move") {
    const { phoneNumber, extension, keeps } = operation.payload;
    return wantedAt(operation.ids.locationId, { phoneNumber, extension: extension ?? keeps.extension });
  }
  const isGiven = operation.resource === "telephone" || (operation.resource === "user" && givesLine(operation));
  return isGiven ? wantedAt(operation.ids.locationId, operation.payload) : [];
}

type Line = { readonly phoneNumber?: string | undefined; readonly extension?: string | undefined };

function wantedAt(locationId: string | undefined, { phoneNumber, extension }: Line): readonly WantedValue[] {
  return [
    ...(phoneNumber ? [{ column: "phone_number", key: foldNumber(phoneNumber), value: phoneNumber } as const] : []),
    ...(extension && locationId
      ? [{ column: "extension", key: `${locationId} ${extension}`, value: extension } as const]
      : []),
  ];
}

function givesLine({ action, payload }: Extract<Operation, { resource: "user" }>): boolean {
  return action === "create" || payload.mayGetTelephone === true;
}

/** By number, and by location and extension: who has it. */
function holdersIn({ numbers }: ExistingOrganization): ReadonlyMap<string, string> {
  return new Map(
    numbers.flatMap(({ ownerId, phoneNumber, extension, locationId }) => {
      if (!ownerId) return [];
      return [
        ...(phoneNumber ? [[foldNumber(phoneNumber), ownerId] as const] : []),
        ...(extension ? [[`${locationId} ${extension}`, ownerId] as const] : []),
      ];
    }),
  );
}

/** What becomes free by an operation: a person's number, their extension. */
function freedBy(operation: Operation): readonly (readonly [string, OperationId])[] {
  const { id, resource, action, ids, changes = [], refusal } = operation;
  const { personId } = ids;
  if (!personId || refusal) return [];
  if (resource === "move") {
    // the extension is the location's, whoever takes it along
    const columns = ["extension", ...changes.flatMap(({ field }) => (field === "phone_number" ? [field] : []))];
    return columns.map((column) => [`${personId} ${column}`, id]);
  }
  const isWhole = endsCalling(operation) || (resource === "telephone" && action === "delete");
  if (isWhole) return (["phone_number", "extension"] as const).map((column) => [`${personId} ${column}`, id]);
  if (resource !== "telephone") return [];
  return changes.map(({ field }) => [`${personId} ${field}`, id]);
}

/** A user who is new is refused by Webex where nobody makes room: it may have become free by then. */
function withHeld(
  operation: Operation,
  held: readonly Held[],
  waits: ReadonlyMap<OperationId, readonly Held[]>,
  existing: ExistingOrganization,
): Operation {
  const kept = held.find(({ need }) => need === undefined);
  if (kept && givesAnother.has(operation.resource)) return { ...operation, refusal: inUse(kept, existing) };
  const circle = held.find(({ need }) => need !== undefined && leadsBack(operation.id, need, waits));
  if (circle) return { ...operation, refusal: inCircle(circle, existing) };
  const needs: readonly Need[] = held.flatMap(({ need }) =>
    need === undefined ? [] : [{ operation: need, isOrder: true }],
  );
  return { ...operation, needs: [...operation.needs, ...needs] };
}

const givesAnother: ReadonlySet<Operation["resource"]> = new Set(["telephone", "move"]);

function leadsBack(start: OperationId, from: OperationId, waits: ReadonlyMap<OperationId, readonly Held[]>): boolean {
  const seen = new Set<OperationId>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { need } of waits.get(id) ?? []) if (need !== undefined) open.push(need);
  }
  return false;
}

function inUse({ wanted: { column, value }, holder }: Held, existing: ExistingOrganization): Refusal {
  const message = text("line_in_use", { value, ...nameOf(holder, existing) });
  return { code: "line_in_use", column, message, hint: text("free_line_first") };
}

function inCircle({ wanted: { column, value }, holder }: Held, existing: ExistingOrganization): Refusal {
  const message = text("lines_in_circle", { value, ...nameOf(holder, existing) });
  return { code: "line_swap", column, message, hint: text("swap_in_two_runs") };
}

/** Workspaces and features hold numbers, too. */
function nameOf(holder: string, { users, numbers }: ExistingOrganization) {
  const email = users.find(({ personId }) => personId === holder)?.email;
  if (email) return { holder: email };
  const workspace = numbers.find(({ ownerId }) => ownerId === holder)?.workspace;
  return workspace ? { workspace } : {};
}
