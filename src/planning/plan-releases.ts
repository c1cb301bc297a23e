/** Plans that numbers which no row lists any more leave their location, where the operator wants it: five in a request, never the main number, and nobody's. */
import type { ExistingLocation, ExistingNumber, ExistingOrganization } from "../model/existing.ts";
import { findByName, foldNumber } from "../model/names.ts";
import { numbersOf } from "../model/number-ranges.ts";
import type { Need, Operation, RowId } from "../model/plan.ts";
import type { LocationCalling } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import { numbers as numbersAtWebex } from "../webex/resources/numbers.ts";
import type { UpdatePolicy } from "./customer-changes.ts";
import type { CustomerRows } from "./customer-rows.ts";
import { endsCalling } from "./ends-calling.ts";
import type { OperationBuilder } from "./operation-builder.ts";

/** Webex takes no more. */
export const mostReleased = 5;

/** After all users are planned: a number goes when those who have it have let it go. A row that lists no numbers says nothing about them. */
export function planReleases(
  builder: OperationBuilder,
  rows: CustomerRows,
  existing: ExistingOrganization,
  { isWhole = false }: Pick<UpdatePolicy, "isWhole">,
): void {
  const places = [
    ...(rows.customer ? [{ row: rows.customer.row, location: rows.customer.record.headOffice }] : []),
    ...rows.locations.map(({ row, record }) => ({ row, location: record })),
  ];
  const shown = numbersShown(rows);
  for (const { row, location } of places) {
    const found = findByName(existing.locations, location.name);
    if (found && location.phoneNumbers.length > 0)
      planRelease(builder, { row, location, found, shown }, existing, isWhole);
  }
}

/** Numbers that rows of users show to those whom they call. */
function numbersShown({ users }: Pick<CustomerRows, "users">): ReadonlySet<string> {
  const shown = users.flatMap(({ record: { callerId } }) => (callerId?.startsWith("+") ? [foldNumber(callerId)] : []));
  return new Set(shown);
}

type Place = {
  readonly row: RowId;
  readonly location: LocationCalling;
  readonly found: ExistingLocation;
  readonly shown: ReadonlySet<string>;
};

function planRelease(builder: OperationBuilder, place: Place, existing: ExistingOrganization, isWhole: boolean): void {
  const { row, found } = place;
  const surplus = surplusOf(place, existing);
  if (surplus.length === 0) return;
  const all = surplus.flatMap(({ phoneNumber }) => phoneNumber ?? []);
  if (isWhole) {
    addRelease(builder, place, { phoneNumbers: all, needs: [] });
    return;
  }
  if (isClosed(found, existing)) {
    stays(builder, row, surplus, "numbers_of_provider_stay");
    return;
  }
  const staying = surplus.filter(({ ownerId }) => !takesItAlong(builder.operations, ownerId));
  const releases = staying.map((number) => ({ number, needs: needsOf(builder.operations, place, number) }));
  const kept = releases.filter(({ needs }) => needs === undefined).map(({ number }) => number);
  if (kept.length > 0) stays(builder, row, kept, "numbers_in_use_stay");
  const free = releases.filter(({ needs }) => needs !== undefined);
  for (let from = 0; from < free.length; from += mostReleased) {
    const chunk = free.slice(from, from + mostReleased);
    const phoneNumbers = chunk.flatMap(({ number }) => number.phoneNumber ?? []);
    addRelease(builder, place, { phoneNumbers, needs: chunk.flatMap(({ needs = [] }) => needs) });
  }
}

type Release = { readonly phoneNumbers: readonly string[]; readonly needs: readonly Need[] };

function addRelease(
  builder: OperationBuilder,
  { row, location, found }: Place,
  { phoneNumbers, needs }: Release,
): void {
  builder.add<"numbers">({
    row,
    resource: "numbers",
    key: `${location.name} ${phoneNumbers[0]}`,
    action: "delete",
    payload: { phoneNumbers, mustReadConnection: false },
    ids: { locationId: found.locationId },
    needs,
    changes: [{ field: "phone_numbers", before: phoneNumbers.join(";"), after: "" }],
  });
}

/** Without the main number that the location will have. */
function surplusOf({ location, found }: Place, { numbers }: ExistingOrganization): readonly ExistingNumber[] {
  const present = numbers.filter(({ locationId, phoneNumber }) => locationId === found.locationId && phoneNumber);
  const listed = present.flatMap(({ phoneNumber }) => phoneNumber ?? []);
  const more = new Set(
    numbersAtWebex.diff(numbersOf(location.phoneNumbers), listed, "exact").flatMap(({ before }) => before || []),
  );
  const main = foldNumber(location.mainNumber ?? found.mainNumber ?? "");
  return present.filter(({ phoneNumber = "" }) => more.has(phoneNumber) && foldNumber(phoneNumber) !== main);
}

function isClosed({ locationId }: ExistingLocation, { pstn }: ExistingOrganization): boolean {
  const type = pstn.get(locationId)?.type;
  return type === "INTEGRATED_CCP" || type === "CISCO_PSTN";
}

/** What comes before; `undefined`: somebody has the number, or shows it, and keeps it. A main number is another one first. */
function needsOf(
  operations: readonly Operation[],
  { row, found, shown }: Place,
  { phoneNumber = "", ownerId }: ExistingNumber,
): readonly Need[] | undefined {
  if (shown.has(foldNumber(phoneNumber))) return undefined;
  const isMain = found.mainNumber !== undefined && foldNumber(found.mainNumber) === foldNumber(phoneNumber);
  const settings = operations.filter((each) => each.row === row && each.resource === "location_settings");
  const ofMain = isMain ? settings.map(({ id }) => ({ operation: id, isOrder: true }) as const) : [];
  if (ownerId === undefined) return ofMain;
  const freeing = operations.filter((each) => each.ids.personId === ownerId && freesNumber(each));
  if (freeing.length === 0) return undefined;
  return [...ofMain, ...freeing.map(({ id }) => ({ operation: id, isOrder: true }) as const)];
}

/** Of a person: the number is theirs no more when this is done. */
function freesNumber(operation: Operation): boolean {
  const { resource, action, changes = [], refusal } = operation;
  if (endsCalling(operation)) return true;
  if ((resource !== "telephone" && resource !== "move") || refusal) return false;
  return action === "delete" || changes.some(({ field }) => field === "phone_number");
}

/** The owner goes to another location with it: nothing is left to release. */
function takesItAlong(operations: readonly Operation[], ownerId: string | undefined): boolean {
  return operations.some(
    ({ resource, ids, payload, refusal }) =>
      resource === "move" && !refusal && ids.personId === ownerId && payload.keeps.phoneNumber !== undefined,
  );
}

function stays(
  builder: OperationBuilder,
  row: RowId,
  numbers: readonly ExistingNumber[],
  why: "numbers_of_provider_stay" | "numbers_in_use_stay",
): void {
  builder.warn({
    row,
    code: "number_not_released",
    column: "phone_numbers",
    message: text(why, { numbers: numbers.flatMap(({ phoneNumber }) => phoneNumber ?? []) }),
    hint: text(why === "numbers_in_use_stay" ? "take_number_from_user" : "return_to_provider"),
  });
}
