/** Plans the locations of a customer, head office and branches: they exist, calling is enabled, PSTN is chosen, numbers are there, the main number is set. */
import type { ExistingLocation, ExistingOrganization, PremiseRoute, PstnConnection } from "../model/existing.ts";
import { findByName, foldName, foldNumber } from "../model/names.ts";
import { numbersOf } from "../model/number-ranges.ts";
import type { Ids } from "../model/outcome.ts";
import type { Need, Payloads } from "../model/plan.ts";
import { type Draft, formatRoute, type LocationCalling, type RouteChoice } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import {
  headOffice as headOfficeAtWebex,
  location as locationAtWebex,
  partsChanged,
} from "../webex/resources/location.ts";
import { numbers as numbersAtWebex } from "../webex/resources/numbers.ts";
import {
  diffRoute,
  findRoute,
  pstn as pstnAtWebex,
  routeOfNewOrganization,
  unknownRoute,
} from "../webex/resources/pstn.ts";
import { neverSent, type Refusal } from "./changes.ts";
import { type NumbersWish, planGoLive, wishFor } from "./go-live.ts";
import { identifierOf, planSettings } from "./location-settings.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import type { LocationInput, PlannedLocation } from "./planned-location.ts";
import { isTollFree } from "./toll-free.ts";

/** Numbers sent in one request. No limit is documented for them; mobile numbers have 20, deactivation 500. */
const numbersPerRequest = 100;

export function planLocation(
  builder: OperationBuilder,
  asked: LocationInput,
  existing: ExistingOrganization | undefined,
  last: Draft<LocationCalling> | undefined,
): PlannedLocation {
  const found = findExistingLocation(asked, existing, last);
  const input = found ? { ...asked, location: asSaid(asked.location, found) } : asked;
  const ids: Ids = found ? { locationId: found.locationId } : {};
  const ready = planLocationWithCalling(
    builder,
    input,
    existing,
    found && { location: found, lastName: last?.name },
    ids,
  );
  if (!input.isCalling && !found?.isCalling)
    return { name: input.location.name, row: input.row, ready, numbers: [], ids };
  const pstn = planPstn(builder, input, existing, found, ready, ids);
  const wish = wishFor(input, last);
  const numbers = planNumbers(builder, input, existing, { found, wish, needs: [ready, pstn], ids });
  planGoLive(builder, input, { found, existing, wish, needs: [ready] });
  planSettings(builder, input, { found, last, ready, numbers, ids });
  if (found && !last && !asked.isHeadOffice) warnOfUnknown(builder, input);
  return { name: input.location.name, row: input.row, ready, connected: pstn, numbers, ids };
}

function warnOfUnknown(builder: OperationBuilder, { row, location }: LocationInput): void {
  const warning = neverSent(row, {
    announcement_language: location.announcementLanguage,
    emergency_location_identifier: identifierOf(location),
  });
  if (warning) builder.warn(warning);
}

/** By its name; a head office that was renamed in the sheet by the name under which it was last applied. */
function findExistingLocation(
  { location, isHeadOffice }: LocationInput,
  existing: ExistingOrganization | undefined,
  last: Draft<LocationCalling> | undefined,
): ExistingLocation | undefined {
  const named = (name: string) => findByName(existing?.locations ?? [], name);
  return named(location.name) ?? (isHeadOffice && last?.name ? named(last.name) : undefined);
}

/** What the row only assumes is as it is. */
function asSaid(location: LocationCalling, found: ExistingLocation): LocationCalling {
  const isAssumed = (part: "name" | "country") => location.assumed?.includes(part) === true;
  const country = isAssumed("country")
    ? (found.address?.country ?? location.address.country)
    : location.address.country;
  return {
    ...location,
    name: isAssumed("name") ? found.name : location.name,
    address: { ...location.address, country },
  };
}

function planLocationWithCalling(
  builder: OperationBuilder,
  input: LocationInput,
  existing: ExistingOrganization | undefined,
  known: { readonly location: ExistingLocation; readonly lastName: string | undefined } | undefined,
  ids: Ids,
): Need | undefined {
  const { row, location, organization, calling } = input;
  const found = known?.location;
  if (input.isHeadOffice && !found) return planHeadOffice(builder, input, existing);
  const payload = locationPayload(location);
  const { diff } = input.isHeadOffice ? headOfficeAtWebex : locationAtWebex;
  const changes = found ? diff(payload, { ...found, sentName: known?.lastName }) : [];
  const action = !found ? "create" : changes.length > 0 ? "update" : "none";
  const refusal = found ? undefined : refusalOfRoute(input, existing, undefined);
  const planned = builder.add<"location">({
    row,
    resource: "location",
    key: location.name,
    action,
    payload: found ? { ...payload, only: partsChanged(changes) } : payload,
    ids,
    needs: [organization, input.isCalling && !found ? calling : undefined],
    ...(changes.length > 0 ? { changes } : {}),
    ...(refusal ? { refusal } : {}),
  });
  if (found?.isCalling || !input.isCalling) return planned;
  return builder.add<"calling">({
    row,
    resource: "calling",
    key: location.name,
    action: "create",
    payload,
    ids,
    needs: [planned, organization, calling],
    ...(found ? { changes: [{ field: "calling", before: "off", after: "on" }] } : {}),
  });
}

/** It came with the customer: only to be found. Where calling works already it is late no more, but has another name. */
function planHeadOffice(
  builder: OperationBuilder,
  { row, location, organization, calling }: LocationInput,
  existing: ExistingOrganization | undefined,
): Need {
  const others = existing?.locations.filter(({ isCalling }) => isCalling).map(({ name }) => name) ?? [];
  return builder.add<"head_office">({
    row,
    resource: "head_office",
    key: location.name,
    action: "read",
    payload: { name: location.name, ...officeOf(location) },
    needs: [organization, calling],
    ...(others.length > 0 ? { refusal: noSuchHeadOffice(location.name, others) } : {}),
  });
}

function officeOf({ name, address, timezone, language }: LocationCalling): Pick<Payloads["head_office"], "office"> {
  return timezone && language ? { office: { name, address, timezone, language } } : {};
}

function noSuchHeadOffice(name: string, others: readonly string[]): Refusal {
  return {
    code: "head_office_not_found",
    column: "hq_name",
    message: text("head_office_named_otherwise", { name }),
    hint: text("name_head_office", { names: others.map((other) => `"${other}"`) }),
  };
}

/** A route that is not there is known before anything is made. That of a new head office refuses its customer. */
function refusalOfRoute(
  { location: { pstnRoute }, isOrganizationNew, isHeadOffice }: LocationInput,
  existing: ExistingOrganization | undefined,
  current: PstnConnection | undefined,
): Refusal | undefined {
  if (!pstnRoute) return undefined;
  if (isOrganizationNew) return isHeadOffice ? undefined : routeOfNewOrganization(pstnRoute);
  const { routes } = existing ?? {};
  if (!routes || findRoute(routes, pstnRoute) || diffRoute(pstnRoute, current, routes).length === 0) return undefined;
  return unknownRoute(pstnRoute, routes);
}

function planPstn(
  builder: OperationBuilder,
  input: LocationInput,
  existing: ExistingOrganization | undefined,
  found: ExistingLocation | undefined,
  ready: Need | undefined,
  ids: Ids,
): Need | undefined {
  const { row, location, organization } = input;
  const { pstn: connection, pstnRoute: route } = location;
  if (!connection && !route) return undefined;
  const current = (found && existing?.pstn.get(found.locationId)) ?? undefined;
  const routes = existing?.routes ?? [];
  const changes = route ? diffRoute(route, current, routes) : pstnAtWebex.diff(connection ?? "", current);
  const isSet = changes.length === 0;
  const refusal = refusalOfRoute(input, existing, current);
  return builder.add<"pstn">({
    row,
    resource: "pstn",
    key: location.name,
    action: isSet ? "none" : current ? "update" : "create",
    payload: route ? routePayload(route, routes) : { connection: connection ?? "" },
    ids,
    needs: [ready, organization],
    ...(found && !isSet ? { changes } : {}),
    ...(refusal ? { refusal } : {}),
  });
}

type NumbersInput = {
  readonly found: ExistingLocation | undefined;
  readonly wish: NumbersWish;
  readonly needs: readonly (Need | undefined)[];
  readonly ids: Ids;
};

function routePayload(route: RouteChoice, routes: readonly PremiseRoute[]): Payloads["pstn"] {
  const found = findRoute(routes, route);
  return { connection: formatRoute(route), route, ...(found ? { routeId: found.id } : {}) };
}

function planNumbers(
  builder: OperationBuilder,
  { row, location, organization, travelling }: LocationInput,
  existing: ExistingOrganization | undefined,
  { found, wish, needs, ids }: NumbersInput,
): PlannedLocation["numbers"] {
  const present = existing?.numbers.filter((number) => number.locationId === found?.locationId) ?? [];
  const listed = present.flatMap(({ phoneNumber }) => phoneNumber ?? []);
  const current = found && existing?.pstn.get(found.locationId);
  const isClosed = current?.type === "INTEGRATED_CCP" || current?.type === "CISCO_PSTN";
  const missing = numbersAtWebex.diff(numbersOf(location.phoneNumbers), listed).map(({ after }) => after);
  const arriving = travelling.get(foldName(location.name));
  const isArriving = (number: string) => arriving?.has(foldNumber(number)) === true;
  const requests: readonly Pick<Payloads["numbers"], "phoneNumbers" | "isTollFree" | "comeWithPeople">[] = [
    ...numbersInRequests(missing.filter((number) => !isArriving(number))),
    ...inChunks(missing.filter(isArriving)).map((phoneNumbers) => ({ phoneNumbers, comeWithPeople: true as const })),
  ];
  return requests.map((request) => ({
    brings: new Set(request.comeWithPeople ? [] : request.phoneNumbers),
    need: builder.add<"numbers">({
      row,
      resource: "numbers",
      key: `${location.name} ${request.phoneNumbers[0]}`,
      action: "create",
      payload: {
        ...request,
        mustReadConnection: !(location.pstn || location.pstnRoute) || isClosed,
        ...(wish.isInactive ? { isInactive: true } : {}),
      },
      ids,
      needs: [...needs, organization],
      ...(found ? { changes: [{ field: "phone_numbers", before: "", after: request.phoneNumbers.join(";") }] } : {}),
    }),
  }));
}

/** A request says one type for all of its numbers. */
export function numbersInRequests(
  numbers: readonly string[],
): readonly Pick<Payloads["numbers"], "phoneNumbers" | "isTollFree">[] {
  return [
    ...inChunks(numbers.filter((number) => !isTollFree(number))).map((phoneNumbers) => ({ phoneNumbers })),
    ...inChunks(numbers.filter(isTollFree)).map((phoneNumbers) => ({ phoneNumbers, isTollFree: true as const })),
  ];
}

function inChunks(numbers: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(numbers.length / numbersPerRequest) }, (_, index) =>
    numbers.slice(index * numbersPerRequest, (index + 1) * numbersPerRequest),
  );
}

/** What is sent of a location. */
export function locationPayload(location: LocationCalling): Payloads["location"] {
  const { name, address, timezone, language } = location;
  if (!timezone || !language) throw new Error(`location ${name} was accepted without time zone or language`);
  return { name, address, timezone, language, announcementLanguage: location.announcementLanguage ?? language };
}
