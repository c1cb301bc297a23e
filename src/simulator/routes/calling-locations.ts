/** /telephony/config/locations: Webex Calling for locations, and its languages of announcement. */
import { cutPage, oneMore } from "../http/paging.ts";
import { type Answer, defineRoute, type Route } from "../http/routing.ts";
import { encodeId } from "../ids.ts";
import { refuse, refuseDuplicate } from "../refusal.ts";
import { orgQuery } from "../requests/fields.ts";
import * as requests from "../requests/locations.ts";
import { announcementLanguages, checkAnnouncementLanguage } from "../rules/announcement-languages.ts";
import { enterOrganization, findCallingLocation, findLocation } from "../rules/organization-access.ts";
import { pstnFor } from "../scenarios.ts";
import type { CallingSettings, Location } from "../store/locations.ts";
import type { World } from "../world.ts";

const list = defineRoute({
  method: "GET",
  path: "/telephony/config/locations",
  query: requests.callingLocationsQuery,
  answer({ query, url }, world) {
    const page = { max: Math.min(query.max ?? 2000, 2000), offset: query.start ?? 0 };
    const filter = { orgUuid: enterOrganization(world, query.orgId), name: query.name, isCalling: true };
    const order = query.order === undefined ? "seq" : `folded_name ${/desc$/i.test(query.order) ? "desc" : "asc"}`;
    const found = world.store.locations.list(filter, oneMore(page), order);
    const { rows, headers } = cutPage(found, page, { url, offsetName: "start" });
    return { status: 200, body: { locations: rows.map(viewInList) }, headers };
  },
});

const enable = defineRoute({
  method: "POST",
  path: "/telephony/config/locations",
  query: orgQuery,
  body: requests.enableCalling,
  answer({ query, body }, world) {
    const location = findLocation(world, body.id, query.orgId);
    if (location.calling)
      refuseDuplicate("calling", 409, `Location ${location.name} is enabled for Webex Calling already.`);
    if (body.name !== location.name) refuse(400, `name: the location is called ${location.name}.`);
    checkAnnouncementLanguage(body.announcementLanguage);
    const option = pstnFor(location.name);
    const calling = { announcementLanguage: body.announcementLanguage, pstn: option && { option } };
    world.store.locations.save({ ...location, calling });
    return { status: 201, body: { id: encodeId("LOCATION", location.uuid) } };
  },
});

const read = defineRoute({
  method: "GET",
  path: "/telephony/config/locations/{locationId}",
  query: orgQuery,
  answer({ params, query }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    return { status: 200, body: viewDetails(location, location.calling) };
  },
});

const update = defineRoute({
  method: "PUT",
  path: "/telephony/config/locations/{locationId}",
  query: orgQuery,
  body: requests.updateCalling,
  answer({ params, query, body }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    checkSettings(world, location, body);
    const before = location.calling;
    world.store.locations.save({ ...location, calling: changeSettings(before, body) });
    return prefixAnswer(world, before.routingPrefix, body.routingPrefix);
  },
});

const languages = defineRoute({
  method: "GET",
  path: "/telephony/config/announcementLanguages",
  query: requests.languagesQuery,
  answer: () => ({ status: 200, body: { languages: announcementLanguages } }),
});

export const callingLocationRoutes: readonly Route[] = [list, enable, read, update, languages];

function checkSettings(world: World, location: Location, body: requests.UpdateCalling): void {
  checkAnnouncementLanguage(body.announcementLanguage);
  const mainNumber = body.callingLineId?.phoneNumber;
  if (mainNumber !== undefined && world.store.numbers.byNumber(mainNumber)?.locationUuid !== location.uuid) {
    refuse(400, `callingLineId.phoneNumber: ${mainNumber} is not one of the location's numbers.`);
  }
  if (body.pAccessNetworkInfo !== undefined && !["BE", "DE", "FR"].includes(location.address.country)) {
    refuse(400, "pAccessNetworkInfo is only supported in Belgium, Germany and France.");
  }
  const { routingPrefix } = body;
  const other = routingPrefix && world.store.locations.byRoutingPrefix(location.orgUuid, routingPrefix);
  if (other && other.uuid !== location.uuid) {
    refuse(409, `routingPrefix: ${routingPrefix} belongs to location ${other.name}.`);
  }
}

function changeSettings(before: CallingSettings, body: requests.UpdateCalling): CallingSettings {
  const { callingLineId, connection, ...rest } = body;
  return {
    ...before,
    ...rest,
    mainNumber: callingLineId?.phoneNumber ?? before.mainNumber,
    callerName: callingLineId?.name ?? before.callerName,
    pstn: connection ? { option: "premises", routeType: connection.type, routeId: connection.id } : before.pstn,
  };
}

/** Changing a prefix that is in use is batch work at Webex: 200 with its id. */
function prefixAnswer(world: World, before: string | undefined, after: string | undefined): Answer {
  if (before === undefined || after === undefined || before === after) return { status: 204 };
  return { status: 200, body: { batchJobId: encodeId("JOB_ID", world.newUuid()) } };
}

function viewInList(location: Location): Record<string, unknown> {
  const calling = location.calling ?? {};
  return {
    id: encodeId("LOCATION", location.uuid),
    name: location.name,
    outsideDialDigit: calling.outsideDialDigit,
    enforceOutsideDialDigit: calling.enforceOutsideDialDigit ?? false,
    routingPrefix: calling.routingPrefix,
    callingLineId: { name: calling.callerName ?? location.name, phoneNumber: calling.mainNumber ?? "" },
    e911SetupRequired: false,
  };
}

/** The description requires all of these; what is not set is empty. */
function viewDetails(location: Location, calling: CallingSettings): Record<string, unknown> {
  const { pstn } = calling;
  return {
    id: encodeId("LOCATION", location.uuid),
    name: location.name,
    announcementLanguage: calling.announcementLanguage ?? location.preferredLanguage ?? "en_us",
    callingLineId: { name: calling.callerName ?? location.name, phoneNumber: calling.mainNumber ?? "" },
    connection: pstn?.option === "premises" ? { type: pstn.routeType, id: pstn.routeId } : { type: "TRUNK", id: "" },
    externalCallerIdName: calling.externalCallerIdName ?? "",
    userLimit: 500000,
    pAccessNetworkInfo: calling.pAccessNetworkInfo,
    outsideDialDigit: calling.outsideDialDigit ?? "",
    enforceOutsideDialDigit: calling.enforceOutsideDialDigit ?? false,
    routingPrefix: calling.routingPrefix ?? "",
    defaultDomain: "simulated.example",
    chargeNumber: calling.chargeNumber,
  };
}
