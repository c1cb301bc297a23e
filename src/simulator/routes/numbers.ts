/** Phone numbers: added to, switched in and removed from a location; the telephone book of an organisation. */
import { cutPage, oneMore } from "../http/paging.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { decodeId, encodeId } from "../ids.ts";
import { refuse } from "../refusal.ts";
import { orgQuery } from "../requests/fields.ts";
import * as requests from "../requests/numbers.ts";
import { addNumbers, checkNumber } from "../rules/number-rules.ts";
import { enterOrganization, findCallingLocation } from "../rules/organization-access.ts";
import { connectionOf, isOpenToApi } from "../rules/pstn-options.ts";
import type { Location } from "../store/locations.ts";
import type { BookRow } from "../store/numbers.ts";
import type { World } from "../world.ts";

const add = defineRoute({
  method: "POST",
  path: "/telephony/config/locations/{locationId}/numbers",
  query: orgQuery,
  body: requests.addNumbers,
  answer({ params, query, body }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
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
  body: requests.changeNumbers,
  answer({ params, query, body }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    checkConnection(location);
    checkOwn(world, location, body.phoneNumbers);
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
  body: requests.removeNumbers,
  answer({ params, query, body }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    checkConnection(location);
    checkOwn(world, location, body.phoneNumbers);
    for (const number of body.phoneNumbers) checkRemovable(world, location, number);
    for (const number of body.phoneNumbers) world.store.numbers.remove(number);
    return { status: 204 };
  },
});

const list = defineRoute({
  method: "GET",
  path: "/telephony/config/numbers",
  query: requests.numbersQuery,
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
    return { status: 200, body: { phoneNumbers: viewBook(world, rows) }, headers };
  },
});

const validate = defineRoute({
  method: "POST",
  path: "/telephony/config/actions/validateNumbers/invoke",
  effect: "read",
  query: orgQuery,
  body: requests.validateNumbers,
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

/** By API only a local gateway and a non-integrated carrier take numbers. */
function checkConnection(location: Location): void {
  const connection = connectionOf(location);
  if (!connection) refuse(400, `Location ${location.name} has no PSTN connection: set one first.`);
  if (!isOpenToApi(connection.type)) {
    refuse(400, `The numbers of location ${location.name} belong to ${connection.displayName}, not to the API.`);
  }
}

function checkOwn(world: World, location: Location, numbers: readonly string[]): void {
  const foreign = numbers.filter((number) => world.store.numbers.byNumber(number)?.locationUuid !== location.uuid);
  if (foreign.length > 0) refuse(404, `Not numbers of location ${location.name}: ${foreign.join(", ")}.`);
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

function viewOwner({ firstName, lastName }: BookRow, ownerUuid: string): Record<string, unknown> {
  const names = { firstName: firstName ?? undefined, lastName: lastName ?? undefined };
  return { id: encodeId("PEOPLE", ownerUuid), type: "PEOPLE", ...names };
}
