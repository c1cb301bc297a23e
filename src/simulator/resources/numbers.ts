/** Phone numbers: added to, switched in and removed from a location; the telephone book of an organization. */
import { z } from "zod";
import { ownCodes, webexCodes } from "../codes.ts";
import { cutPage, oneMore, pageSize, wholeNumber } from "../http/paging.ts";
import { type Answer, defineRoute, type Route } from "../http/routing.ts";
import { e164, nonEmpty, orgQuery } from "../http/wire.ts";
import { decodeId, encodeId, uuidOfText } from "../ids.ts";
import { refuse } from "../refusal.ts";
import { checkStays, enterOrganization, findCallingLocation } from "../rules/organization-access.ts";
import { connectionOf, isOpenToApi } from "../rules/pstn-options.ts";
import { workspacesAt } from "../scenarios.ts";
import type { Location } from "../store/locations.ts";
import type { BookFilter, BookRow } from "../store/numbers.ts";
import type { World } from "../world.ts";

const phoneNumbers = z.array(nonEmpty).min(1);
const flag = z.enum(["true", "false"]).transform((text) => text === "true");

const addRequest = z.strictObject({
  phoneNumbers,
  numberType: z.enum(["TOLLFREE", "DID", "MOBILE"]).optional(),
  numberUsageType: z.enum(["NONE", "SERVICE"]).optional(),
  state: z.enum(["ACTIVE", "INACTIVE"]).optional(),
  subscriptionId: z.string().optional(),
  carrierId: z.uuid().optional(),
});

const changeRequest = z.strictObject({
  phoneNumbers,
  action: z.enum(["ACTIVATE", "DEACTIVATE"]).default("ACTIVATE"),
});

const mostRemoved = 5;

const removeRequest = z.strictObject({ phoneNumbers: phoneNumbers.max(mostRemoved, "at most 5 numbers at a time") });

const validateRequest = z.strictObject({ phoneNumbers });

const numbersQuery = z.strictObject({
  orgId: z.string().optional(),
  locationId: z.string().optional(),
  max: pageSize.optional(),
  start: wholeNumber.optional(),
  phoneNumber: z.string().optional(),
  available: flag.optional(),
  order: z.string().optional(),
  ownerName: z.string().optional(),
  ownerId: z.string().optional(),
  ownerType: z.string().optional(),
  extension: z.string().optional(),
  numberType: z.enum(["NUMBER", "EXTENSION"]).optional(),
  phoneNumberType: z.enum(["PRIMARY", "ALTERNATE", "FAX", "DNIS", "Default"]).optional(),
  state: z.enum(["ACTIVE", "INACTIVE", "Default"]).optional(),
  details: flag.optional(),
  tollFreeNumbers: flag.optional(),
  restrictedNonGeoNumbers: flag.optional(),
  includedTelephonyTypes: z.string().optional(),
  serviceNumber: flag.optional(),
});

const add = defineRoute({
  method: "POST",
  path: "/telephony/config/locations/{locationId}/numbers",
  query: orgQuery,
  body: addRequest,
  answer({ params, query, body }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    checkStays(world, location.orgUuid);
    checkConnection(location);
    const { errors, hadSome } = addNumbers(world, location, body);
    const duplicate = hadSome ? "numbers" : undefined;
    if (errors.length > 0) return { status: 400, body: [{ errors }], duplicate };
    return { status: 201, duplicate };
  },
});

const switchState = defineRoute({
  method: "PUT",
  path: "/telephony/config/locations/{locationId}/numbers",
  query: orgQuery,
  body: changeRequest,
  answer({ params, query, body }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    checkConnection(location);
    checkOwn(world, location, body.phoneNumbers);
    if (body.action === "DEACTIVATE") checkIdle(world, body.phoneNumbers);
    for (const number of body.phoneNumbers) {
      world.store.numbers.setState(body.action === "ACTIVATE" ? "ACTIVE" : "INACTIVE", number);
    }
    return { status: 204 };
  },
});

const remove = defineRoute({
  method: "DELETE",
  path: "/telephony/config/locations/{locationId}/numbers",
  query: orgQuery,
  body: removeRequest,
  answer({ params, query, body }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    checkConnection(location);
    const foreign = foreignOf(world, location, body.phoneNumbers);
    if (foreign.length > 0) return notThere(foreign);
    for (const number of body.phoneNumbers) checkRemovable(world, location, number);
    for (const number of body.phoneNumbers) world.store.numbers.remove(number);
    return { status: 204 };
  },
});

const list = defineRoute({
  method: "GET",
  path: "/telephony/config/numbers",
  query: numbersQuery,
  answer({ query, url }, world) {
    const page = { max: Math.min(query.max ?? 2000, 2000), offset: query.start ?? 0 };
    const filter = {
      orgUuid: enterOrganization(world, query.orgId),
      locationUuid: query.locationId && (decodeId("LOCATION", query.locationId) ?? query.locationId),
      number: query.phoneNumber,
      extension: query.extension,
      isAvailable: query.available,
      state: query.state === "Default" ? undefined : query.state,
      kind: query.numberType,
      ownerUuid: query.ownerId && (decodeId("PEOPLE", query.ownerId) ?? query.ownerId),
    };
    const found = world.store.numbers.list(filter, oneMore(page));
    const { rows, headers } = cutPage(found, page, { url, offsetName: "start" });
    const seen = rows.filter((row) => isSeen(world, row));
    const isLastPage = found.length <= page.max;
    return {
      status: 200,
      body: {
        phoneNumbers: [...viewBook(world, seen), ...(isLastPage ? viewWorkspaces(world, filter) : [])],
        ...(query.details ? { count: countBook(world, filter.orgUuid) } : {}),
      },
      headers,
    };
  },
});

const validate = defineRoute({
  method: "POST",
  path: "/telephony/config/actions/validateNumbers/invoke",
  effect: "read",
  query: orgQuery,
  body: validateRequest,
  answer({ query, body }, world) {
    enterOrganization(world, query.orgId);
    const numbers = body.phoneNumbers.map((number, index) => ({
      number,
      ...checkNumber(world, number, body.phoneNumbers.indexOf(number) < index),
      tollFreeNumber: false,
    }));
    const status = numbers.every(({ state }) => state === "Available") ? "OK" : "ERRORS";
    return { status: 200, body: { status, numbers } };
  },
});

export const numberRoutes: readonly Route[] = [add, switchState, remove, list, validate];

function isSeen(world: World, { number, ownerUuid }: BookRow): boolean {
  return (number === null || world.sight.sees(number)) && (ownerUuid === null || world.sight.sees(ownerUuid));
}

/** By API only a local gateway and a non-integrated carrier take numbers. */
function checkConnection(location: Location): void {
  const connection = connectionOf(location);
  if (!connection) refuse(400, `Location ${location.name} has no PSTN connection: set one first.`);
  if (!isOpenToApi(connection.type)) {
    refuse(400, `The numbers of location ${location.name} belong to ${connection.displayName}, not to the API.`);
  }
}

/** In the shape of the numbers API, which is not that of the others. */
type NumberError = {
  readonly number: string;
  readonly errorType: "ERROR";
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly errorTitle: string;
};

/** `hadSome`: the location had some of them already; these are ignored. */
function addNumbers(
  world: World,
  location: Location,
  body: z.infer<typeof addRequest>,
): { readonly errors: readonly NumberError[]; readonly hadSome: boolean } {
  const errors: NumberError[] = [];
  let hadSome = false;
  for (const number of body.phoneNumbers) {
    const there = world.store.numbers.byNumber(number);
    if (there?.locationUuid === location.uuid) hadSome = true;
    else if (there) errors.push(toError(number, webexCodes.numberUnavailable, "belongs to another location"));
    else if (!e164.safeParse(number).success) errors.push(toError(number, ownCodes.numberUnusable, "is not E.164"));
    else addNumber(world, location, number, body);
  }
  return { errors, hadSome };
}

function addNumber(world: World, location: Location, number: string, body: z.infer<typeof addRequest>): void {
  world.sight.note(number);
  world.store.numbers.add({
    number,
    locationUuid: location.uuid,
    orgUuid: location.orgUuid,
    state: body.state ?? "ACTIVE",
    numberType: body.numberType ?? "DID",
    isService: body.numberUsageType === "SERVICE" ? 1 : 0,
  });
}

function toError(number: string, errorCode: number, reason: string): NumberError {
  return {
    number,
    errorType: "ERROR",
    errorCode: String(errorCode),
    errorMessage: `[Error ${errorCode}] ${number} ${reason}.`,
    errorTitle: "Number cannot be added",
  };
}

type NumberState = "Available" | "Duplicate" | "Duplicate In List" | "Invalid" | "Unavailable";

/** Would the number be taken? */
function checkNumber(
  world: World,
  number: string,
  isRepeated: boolean,
): { readonly state: NumberState; readonly detail?: readonly string[] } {
  if (isRepeated) return { state: "Duplicate In List", detail: ["The number stands in the list twice."] };
  if (!e164.safeParse(number).success) return { state: "Invalid", detail: ["The number is not E.164."] };
  if (!world.store.numbers.byNumber(number)) return { state: "Available" };
  return { state: "Unavailable", detail: [`[Error ${webexCodes.numberUnavailable}] The number is in use.`] };
}

function checkOwn(world: World, location: Location, numbers: readonly string[]): void {
  const foreign = foreignOf(world, location, numbers);
  if (foreign.length > 0) refuse(404, `Not numbers of location ${location.name}: ${foreign.join(", ")}.`);
}

const mostDeactivated = 500;

/** Who has a number keeps it in service. */
function checkIdle(world: World, numbers: readonly string[]): void {
  if (numbers.length > mostDeactivated) refuse(400, `At most ${mostDeactivated} numbers can be deactivated at a time.`);
  const assigned = numbers.filter((number) => world.store.numbers.byNumber(number)?.ownerUuid);
  if (assigned.length > 0) refuse(400, `Assigned, and not to be deactivated: ${assigned.join(", ")}.`);
}

function foreignOf(world: World, location: Location, numbers: readonly string[]): readonly string[] {
  return numbers.filter((number) => world.store.numbers.byNumber(number)?.locationUuid !== location.uuid);
}

/** A 502 that is final: to be sent again does not help. */
function notThere(numbers: readonly string[]): Answer {
  return {
    status: 502,
    headers: { "cisco-spark-error-codes": String(webexCodes.numberNotFound) },
    body: { message: `Not found: ${numbers.join(", ")}.`, errors: [{ description: "Phone number not found." }] },
  };
}

function checkRemovable(world: World, location: Location, number: string): void {
  if (location.calling?.mainNumber === number) refuse(400, `${number} is the main number: it cannot be removed.`);
  if (world.store.numbers.byNumber(number)?.ownerUuid) refuse(400, `${number} is assigned: it cannot be removed.`);
}

/** Each location is read once, however many numbers it has on the page. */
function viewBook(world: World, rows: readonly BookRow[]): Record<string, unknown>[] {
  const uuids = new Set(rows.map(({ locationUuid }) => locationUuid));
  const locations = new Map([...uuids].map((uuid) => [uuid, world.store.locations.byUuid(uuid)]));
  return rows.map((row) => viewLine(row, locations.get(row.locationUuid)));
}

/** Of the whole organization, whatever was filtered. */
function countBook(world: World, orgUuid: string): Record<string, number> {
  const lines = world.store.numbers.list({ orgUuid }, { limit: -1, offset: 0 });
  const count = (isCounted: (row: BookRow) => boolean) => lines.filter(isCounted).length;
  return {
    assigned: count(({ number, ownerUuid }) => number !== null && ownerUuid !== null),
    unAssigned: count(({ ownerUuid }) => ownerUuid === null),
    inActive: count(({ state }) => state === "INACTIVE"),
    extensionOnly: count(({ number }) => number === null),
    tollFreeNumbers: count(({ numberType }) => numberType === "TOLLFREE"),
    total: lines.length,
    mobileNumber: count(({ numberType }) => numberType === "MOBILE"),
    serviceNumber: count(({ isService }) => isService === 1),
  };
}

function viewLine(row: BookRow, location: Location | undefined): Record<string, unknown> {
  const routingPrefix = location?.calling?.routingPrefix;
  return {
    phoneNumber: row.number ?? "",
    ...(row.extension === null ? {} : { extension: row.extension, esn: `${routingPrefix ?? ""}${row.extension}` }),
    routingPrefix,
    state: row.state,
    phoneNumberType: "PRIMARY",
    mainNumber: row.number !== null && row.number === location?.calling?.mainNumber,
    includedTelephonyTypes: "PSTN_NUMBER",
    tollFreeNumber: row.numberType === "TOLLFREE",
    isServiceNumber: row.isService === 1,
    location: { id: encodeId("LOCATION", row.locationUuid), name: location?.name ?? "" },
    ...(row.ownerUuid === null ? {} : { owner: viewOwner(row, row.ownerUuid) }),
  };
}

/** The workspaces that stand in for those which a person has added in Control Hub; each has an extension. */
function viewWorkspaces(world: World, { orgUuid, locationUuid, ...filter }: BookFilter): Record<string, unknown>[] {
  if (Object.values(filter).some((value) => value !== undefined)) return [];
  const locations = world.store.locations.list({ orgUuid, isCalling: true }, { limit: -1, offset: 0 });
  const asked = locations.filter(({ uuid }) => locationUuid === undefined || uuid === locationUuid);
  return asked.flatMap((location) =>
    Array.from({ length: workspacesAt(location.name) }, (_, index) => ({
      phoneNumber: "",
      extension: String(990 + index),
      state: "ACTIVE",
      phoneNumberType: "PRIMARY",
      mainNumber: false,
      includedTelephonyTypes: "PSTN_NUMBER",
      tollFreeNumber: false,
      isServiceNumber: false,
      location: { id: encodeId("LOCATION", location.uuid), name: location.name },
      owner: {
        id: encodeId("PLACE", uuidOfText(`${location.uuid} workspace ${index}`)),
        type: "PLACE",
        firstName: `Room ${index + 1}`,
      },
    })),
  );
}

function viewOwner({ firstName, lastName }: BookRow, ownerUuid: string): Record<string, unknown> {
  const names = { firstName: firstName ?? undefined, lastName: lastName ?? undefined };
  return { id: encodeId("PEOPLE", ownerUuid), type: "PEOPLE", ...names };
}
