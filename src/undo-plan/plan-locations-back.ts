/** Plans how what a run has done to locations of a customer that stays is taken back: those that it made go, the others are as they were. Pure but for the numbers that the run file gives to operations. */
import { addressFields } from "../model/changes.ts";
import type { ExistingLocation, ExistingNumber, ExistingOrganization } from "../model/existing.ts";
import { findByName, foldNumber } from "../model/names.ts";
import type { Change, Need, OperationId, Payloads, RowId } from "../model/plan.ts";
import { formatRoute, type RouteChoice } from "../model/records.ts";
import type { OperationBuilder } from "../planning/operation-builder.ts";
import { mostReleased } from "../planning/plan-releases.ts";
import { pageOfLocation, partsChanged } from "../webex/resources/location.ts";
import { changedSince } from "./changed-since.ts";
import { sortFields } from "./fields-back.ts";
import type { PastOperation, PastRun } from "./past-run.ts";
import { planGoLiveBack } from "./plan-go-live-back.ts";
import { driftOfLocation } from "./undo-drift.ts";

/** What is left of each past operation that is looked after here; undefined: nothing. */
export type LeftToPeople = ReadonlyMap<OperationId, PastOperation | undefined>;

/** After the users: a location goes, and numbers go, when those who have them have gone. */
export function planLocationsBack(
  builder: OperationBuilder,
  past: PastRun,
  existing: ExistingOrganization,
): LeftToPeople {
  const left = new Map<OperationId, PastOperation | undefined>();
  const created = new Set(past.of("location").flatMap(({ operation }) => (isCreate(operation) ? operation.row : [])));
  for (const location of past.of("location")) {
    if (isCreate(location.operation)) planRemoval(builder, past, location, existing, left);
    else if (location.operation.action === "update") planFieldsBack(builder, location, existing, left);
  }
  const settled = new Map<RowId, Need>();
  for (const settings of past.of("location_settings"))
    if (!created.has(settings.operation.row)) planSettingsBack(builder, settings, existing, { left, settled });
  for (const pstn of past.of("pstn"))
    if (pstn.operation.action === "update") planConnectionBack(builder, pstn, existing, left);
  for (const numbers of past.of("numbers"))
    if (!created.has(numbers.operation.row) && isOfLocation(past, numbers))
      planNumbersBack(builder, numbers, existing, { left, settled });
  planGoLiveBack(builder, past, existing, { created, left });
  return left;
}

function isCreate({ action }: { readonly action: string }): boolean {
  return action === "create";
}

/** Those that a user's row has added are taken back with the user. */
function isOfLocation(past: PastRun, { operation: { row } }: PastOperation): boolean {
  return past.of("telephone", row).length === 0 && past.of("move", row).length === 0;
}

type Left = Map<OperationId, PastOperation | undefined>;

function planRemoval(
  builder: OperationBuilder,
  past: PastRun,
  { operation: { row, key, payload } }: PastOperation<"location">,
  existing: ExistingOrganization,
  left: Left,
): void {
  for (const each of past.operations) if (each.operation.row === row) left.set(each.operation.id, undefined);
  const found = findByName(existing.locations, key);
  if (!found) return;
  const drift = driftOfLocation(past, found, payload, existing);
  const refusal = drift.length > 0 ? changedSince(drift, pageOfLocation(key)) : undefined;
  const common = {
    row,
    key,
    action: "delete",
    ids: { locationId: found.locationId },
    ...(refusal ? { refusal } : {}),
  } as const;
  const needs = endsAt(builder, existing, ({ locationId }) => locationId === found.locationId);
  const closed = found.isCalling
    ? builder.add<"calling">({ ...common, resource: "calling", payload, needs })
    : undefined;
  builder.add<"location">({ ...common, resource: "location", payload, needs: closed ? [closed] : needs });
}

/** What this undo plans for those who have such numbers or extensions. */
function endsAt(
  { operations }: OperationBuilder,
  { numbers }: ExistingOrganization,
  isMeant: (line: ExistingNumber) => boolean,
): readonly Need[] {
  const owners = new Set(numbers.flatMap((line) => (line.ownerId && isMeant(line) ? line.ownerId : [])));
  return operations
    .filter(({ ids, action }) => ids.personId !== undefined && owners.has(ids.personId) && action !== "read")
    .map(({ id }) => ({ operation: id, isOrder: true }) as const);
}

const prefix = /^hq_/;

function planFieldsBack(
  builder: OperationBuilder,
  { operation: { id, row, key, payload, changes = [] }, ids }: PastOperation<"location">,
  existing: ExistingOrganization,
  left: Left,
): void {
  const found = existing.locations.find(({ locationId }) => locationId === ids.locationId);
  if (!found) return;
  left.set(id, undefined);
  const now = fieldsOf(found);
  const { back, refusal } = sortFields(
    changes.map((change) => ({ ...change, now: now.get(change.field.replace(prefix, "")) ?? "" })),
  );
  if (back.length === 0) return;
  builder.add<"location">({
    ...{ row, resource: "location", key, action: "update", changes: back },
    payload: { ...payload, ...before(back, payload), only: partsChanged(back) },
    ids: { locationId: found.locationId },
    ...(refusal ? { refusal: refusal(pageOfLocation(key)) } : {}),
  });
}

function fieldsOf({ name, timezone = "", language = "", address = {} }: ExistingLocation): ReadonlyMap<string, string> {
  return new Map([
    ...([
      ["name", name],
      ["timezone", timezone],
      ["language", language],
    ] as const),
    ...addressFields.map(([field, part]) => [field, address[part] ?? ""] as const),
  ]);
}

/** The payload that the run sent, with what was there before it in the fields that it changed. */
function before(back: readonly Change[], { address, name, timezone, language }: Payloads["location"]) {
  const values = new Map(back.map(({ field, after }) => [field.replace(prefix, ""), after]));
  const parts = addressFields.map(([field, part]) => [part, values.get(field) ?? address[part] ?? ""] as const);
  const { line1 = "", city = "", country = "", ...more } = Object.fromEntries(parts);
  const rest = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== ""));
  return {
    name: values.get("name") ?? name,
    timezone: values.get("timezone") ?? timezone,
    language: values.get("language") ?? language,
    address: { ...rest, line1, city, country },
  };
}

const settingsFields = {
  main_number: "mainNumber",
  caller_id_name: "callerIdName",
  routing_prefix: "routingPrefix",
  emergency_location_identifier: "emergencyLocationIdentifier",
  announcement_language: "announcementLanguage",
} as const satisfies Readonly<Record<string, keyof Payloads["location_settings"]>>;

type Course = { readonly left: Left; readonly settled: Map<RowId, Need> };

/** What was not set before cannot be unset: it is left to a person. What lists do not tell counts as the run left it. */
function planSettingsBack(
  builder: OperationBuilder,
  past: PastOperation<"location_settings">,
  existing: ExistingOrganization,
  { left, settled }: Course,
): void {
  const { id, row, key, changes = [] } = past.operation;
  const found = existing.locations.find(({ locationId }) => locationId === past.ids.locationId);
  const had = changes.filter((change) => change.before !== "");
  if (!found || had.length === 0) return;
  const without = changes.filter((change) => change.before === "");
  left.set(id, without.length > 0 ? { ...past, operation: { ...past.operation, changes: without } } : undefined);
  const { mainNumber, callerIdName, routingPrefix } = found;
  const now: Readonly<Record<string, string | undefined>> = {
    main_number: mainNumber,
    caller_id_name: callerIdName,
    routing_prefix: routingPrefix,
  };
  const { back, refusal } = sortFields(
    had.map((change) => ({ ...change, now: change.field in now ? (now[change.field] ?? "") : change.after })),
  );
  if (back.length === 0) return;
  const payload = Object.fromEntries(
    back.flatMap(({ field, after }) =>
      field in settingsFields ? [[settingsFields[field as keyof typeof settingsFields], after]] : [],
    ), // its keys
  );
  const need = builder.add<"location_settings">({
    ...{ row, resource: "location_settings", key, action: "update", payload, changes: back },
    ids: { locationId: found.locationId },
    ...(refusal ? { refusal: refusal(pageOfLocation(key)) } : {}),
  });
  settled.set(row, need);
}

const routeText = /^(trunk|route_group):(.+)$/;

function planConnectionBack(
  builder: OperationBuilder,
  { operation: { id, row, key, changes = [] }, ids }: PastOperation<"pstn">,
  existing: ExistingOrganization,
  left: Left,
): void {
  const [change] = changes;
  if (!change?.before || !ids.locationId) return;
  left.set(id, undefined);
  const { back, refusal } = sortFields([{ ...change, now: connectionNow(ids.locationId, change, existing) }]);
  if (back.length === 0) return;
  const route = toRoute(change.before);
  builder.add<"pstn">({
    ...{ row, resource: "pstn", key, action: "update", changes: back },
    payload: { connection: change.before, ...(route ? { route } : {}) },
    ids: { locationId: ids.locationId },
    ...(refusal ? { refusal: refusal(pageOfLocation(key)) } : {}),
  });
}

function toRoute(text: string): RouteChoice | undefined {
  const [, kind, name = ""] = routeText.exec(text) ?? [];
  return kind ? { type: kind === "trunk" ? "TRUNK" : "ROUTE_GROUP", name } : undefined;
}

/** In the words of the change: a provider by its name or id, a local gateway by its route. */
function connectionNow(locationId: string, { after }: Change, { pstn, routes = [] }: ExistingOrganization): string {
  const connection = pstn.get(locationId);
  const route = routes.find(({ id }) => id === connection?.routeId);
  if (route) return after.endsWith(`:${route.id}`) ? after : formatRoute(route);
  return after === connection?.id ? after : (connection?.displayName ?? connection?.id ?? "");
}

/** Added ones go when nobody has them and they are no main number; released ones come again. */
function planNumbersBack(
  builder: OperationBuilder,
  past: PastOperation<"numbers">,
  existing: ExistingOrganization,
  { left, settled }: Course,
): void {
  const { id, row, key, action, payload } = past.operation;
  const { locationId } = past.ids;
  if (!locationId) return;
  const common = { row, resource: "numbers", ids: { locationId } } as const;
  if (action === "delete") {
    left.set(id, undefined);
    builder.add<"numbers">({ ...common, key, action: "create", payload: { ...payload, mustReadConnection: true } });
    return;
  }
  const main = settled.has(row) ? "" : foldNumber(mainNumberOf(locationId, existing));
  const added = payload.phoneNumbers.filter((number) => !past.refused.includes(number));
  const here = added.filter((number) => foldNumber(number) !== main && isHere(number, locationId, existing));
  const kept = added.filter((number) => foldNumber(number) === main);
  left.set(
    id,
    kept.length > 0
      ? { ...past, operation: { ...past.operation, payload: { ...payload, phoneNumbers: kept } } }
      : undefined,
  );
  for (let from = 0; from < here.length; from += mostReleased) {
    const phoneNumbers = here.slice(from, from + mostReleased);
    const chunk = new Set(phoneNumbers.map(foldNumber));
    const ends = endsAt(builder, existing, ({ phoneNumber = "" }) => chunk.has(foldNumber(phoneNumber)));
    const need = settled.get(row);
    builder.add<"numbers">({
      ...{ ...common, key: `${key.slice(0, key.lastIndexOf(" "))} ${phoneNumbers[0]}`, action: "delete" },
      payload: { ...payload, phoneNumbers },
      needs: [need && { ...need, isOrder: true }, ...ends],
      changes: [{ field: "phone_numbers", before: phoneNumbers.join(";"), after: "" }],
    });
  }
}

function mainNumberOf(locationId: string, { locations }: ExistingOrganization): string {
  return locations.find((location) => location.locationId === locationId)?.mainNumber ?? "";
}

function isHere(number: string, locationId: string, { numbers }: ExistingOrganization): boolean {
  return numbers.some(
    (each) => each.locationId === locationId && foldNumber(each.phoneNumber ?? "") === foldNumber(number),
  );
}
