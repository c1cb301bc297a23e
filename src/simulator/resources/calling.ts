/** /telephony/config/locations: Webex Calling for locations, and its languages of announcement. */
import { z } from "zod";
import { cutPage, oneMore, pageSize, wholeNumber } from "../http/paging.ts";
import { type Answer, defineRoute, type Route } from "../http/routing.ts";
import { e164, locationAddress, locationLanguage, nonEmpty, orgQuery, timeZone } from "../http/wire.ts";
import { encodeId } from "../ids.ts";
import { refuse, refuseDuplicate } from "../refusal.ts";
import { announcementLanguages, checkAnnouncementLanguage } from "../rules/announcement-languages.ts";
import { checkStays, enterOrganization, findCallingLocation, findLocation } from "../rules/organization-access.ts";
import { isPrefixStuck, pstnFor } from "../scenarios.ts";
import type { PrefixJob } from "../store/jobs.ts";
import type { CallingSettings, Location } from "../store/locations.ts";
import type { World } from "../world.ts";

const digits = (longest: number) =>
  z.string().regex(new RegExp(`^\\d{1,${longest}}$`), `must be 1 to ${longest} digits`);

/** What is read is taken back: where nothing is set, a blank is read, as the description requires the property. */
const orBlank = (schema: z.ZodType<string>) => z.literal("").or(schema);

const longestCallerName = 30;

const enableCalling = z.strictObject({
  id: nonEmpty,
  name: nonEmpty.max(80, "the name of a calling location has at most 80 characters"),
  timeZone,
  preferredLanguage: locationLanguage,
  announcementLanguage: locationLanguage,
  address: locationAddress,
});

const updateCalling = z.strictObject({
  announcementLanguage: locationLanguage.optional(),
  callingLineId: z
    .strictObject({ name: z.string().max(longestCallerName).optional(), phoneNumber: orBlank(e164).optional() })
    .optional(),
  connection: z.strictObject({ type: z.enum(["ROUTE_GROUP", "TRUNK"]), id: z.string() }).optional(),
  externalCallerIdName: z.string().max(30).optional(),
  pAccessNetworkInfo: z.string().optional(),
  outsideDialDigit: orBlank(digits(2)).optional(),
  enforceOutsideDialDigit: z.boolean().optional(),
  routingPrefix: orBlank(digits(7)).optional(),
  chargeNumber: e164.optional(),
});

const callingLocationsQuery = z.strictObject({
  orgId: z.string().optional(),
  max: pageSize.optional(),
  start: wholeNumber.optional(),
  name: z.string().optional(),
  order: z.string().optional(),
});

const languagesQuery = z.strictObject({ ttsLanguage: z.enum(["true", "false"]).optional() });

const list = defineRoute({
  method: "GET",
  path: "/telephony/config/locations",
  query: callingLocationsQuery,
  answer({ query, url }, world) {
    const page = { max: Math.min(query.max ?? 2000, 2000), offset: query.start ?? 0 };
    const filter = { orgUuid: enterOrganization(world, query.orgId), name: query.name, isCalling: true };
    const order = query.order === undefined ? "seq" : `folded_name ${/desc$/i.test(query.order) ? "desc" : "asc"}`;
    const found = world.store.locations.list(filter, oneMore(page), order);
    const { rows, headers } = cutPage(found, page, { url, offsetName: "start" });
    return {
      status: 200,
      body: {
        locations: rows
          .filter(({ uuid }) => world.sight.sees(callingKey(uuid)))
          .map((location) => viewInList(location, callerNameOf(world, location))),
      },
      headers,
    };
  },
});

const enable = defineRoute({
  method: "POST",
  path: "/telephony/config/locations",
  query: orgQuery,
  body: enableCalling,
  answer({ query, body }, world) {
    const location = findLocation(world, body.id, query.orgId);
    checkStays(world, location.orgUuid);
    if (location.calling)
      refuseDuplicate("calling", 409, `Location ${location.name} is enabled for Webex Calling already.`);
    if (body.name !== location.name) refuse(400, `name: the location is called ${location.name}.`);
    checkAnnouncementLanguage(body.announcementLanguage);
    const option = pstnFor(location.name);
    const calling = { announcementLanguage: body.announcementLanguage, pstn: option && { option } };
    world.store.locations.save({ ...location, calling });
    world.sight.note(callingKey(location.uuid));
    return { status: 201, body: { id: encodeId("LOCATION", location.uuid) } };
  },
});

const read = defineRoute({
  method: "GET",
  path: "/telephony/config/locations/{locationId}",
  query: orgQuery,
  answer({ params, query }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    if (!world.sight.sees(callingKey(location.uuid)))
      refuse(404, `Location ${location.name} is not enabled for Webex Calling.`);
    return { status: 200, body: viewDetails(location, location.calling, callerNameOf(world, location)) };
  },
});

const update = defineRoute({
  method: "PUT",
  path: "/telephony/config/locations/{locationId}",
  query: orgQuery,
  body: updateCalling,
  answer({ params, query, body }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    const change = toChange(body);
    checkSettings(world, location, change);
    const { routingPrefix, ...rest } = change;
    const before = location.calling;
    if (!isRenumbering(before.routingPrefix, routingPrefix)) {
      world.store.locations.save({ ...location, calling: changeSettings(before, change) });
      return { status: 204 };
    }
    if (world.store.jobs.open(location.orgUuid, "prefix"))
      return {
        status: 409,
        body: { failureReason: "UpdateRoutingPrefixJob failed as another one is already in progress." },
      };
    world.store.locations.save({ ...location, calling: changeSettings(before, rest) });
    return startRenumbering(world, location, routingPrefix);
  },
});

const languages = defineRoute({
  method: "GET",
  path: "/telephony/config/announcementLanguages",
  query: languagesQuery,
  answer: () => ({ status: 200, body: { languages: announcementLanguages } }),
});

export const callingLocationRoutes: readonly Route[] = [list, enable, read, update, languages];

/** Calling is known elsewhere than the location. */
function callingKey(uuid: string): string {
  return `calling ${uuid}`;
}

type Change = ReturnType<typeof toChange>;

/** A blank is what a read gives where nothing is set: it changes nothing. */
function toChange({
  callingLineId,
  connection,
  outsideDialDigit,
  routingPrefix,
  ...rest
}: z.infer<typeof updateCalling>) {
  const { phoneNumber, ...line } = callingLineId ?? {};
  return {
    ...rest,
    callingLineId: { ...line, ...(phoneNumber ? { phoneNumber } : {}) },
    ...(connection?.id ? { connection } : {}),
    ...(outsideDialDigit ? { outsideDialDigit } : {}),
    ...(routingPrefix ? { routingPrefix } : {}),
  };
}

function checkSettings(world: World, location: Location, body: Change): void {
  checkAnnouncementLanguage(body.announcementLanguage);
  const mainNumber = body.callingLineId.phoneNumber;
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

function changeSettings(before: CallingSettings, body: Change): CallingSettings {
  const { callingLineId, connection, ...rest } = body;
  return {
    ...before,
    ...rest,
    mainNumber: callingLineId.phoneNumber ?? before.mainNumber,
    callerName: callingLineId.name ?? before.callerName,
    pstn: connection ? { option: "premises", routeType: connection.type, routeId: connection.id } : before.pstn,
  };
}

/** Changing a prefix that is in use is batch work at Webex; the first prefix of a location is not. */
function isRenumbering(before: string | undefined, after: string | undefined): after is string {
  return before !== undefined && after !== undefined && before !== after;
}

/** 200 with the id of the job, or 206: the rest was done, and the job does not begin. */
function startRenumbering(world: World, location: Location, routingPrefix: string): Answer {
  if (isPrefixStuck(location.name)) {
    const failureReason = `UpdateRoutingPrefix batch job not triggered for Location: ${location.name}. NewRoutingPrefix: ${routingPrefix}.`;
    return { status: 206, body: { failureReason } };
  }
  const startedAt = world.clock.now();
  const job: PrefixJob = {
    ...{ kind: "prefix", uuid: world.newUuid(), orgUuid: location.orgUuid, state: "PROCESSING", errors: [] },
    ...{ startedAt, dueAt: startedAt + world.knobs().provisioningTimeMs, locationUuid: location.uuid, routingPrefix },
  };
  world.store.jobs.save(job);
  return { status: 200, body: { batchJobId: encodeId("JOB_ID", job.uuid) } };
}

/** By default the name of the organization. */
function callerNameOf(world: World, { orgUuid, name, calling }: Location): string {
  const byDefault = world.store.organizations.byUuid(orgUuid)?.name ?? name;
  return calling?.callerName ?? byDefault.slice(0, longestCallerName);
}

function viewInList(location: Location, callerName: string): Record<string, unknown> {
  const calling = location.calling ?? {};
  return {
    id: encodeId("LOCATION", location.uuid),
    name: location.name,
    outsideDialDigit: calling.outsideDialDigit,
    enforceOutsideDialDigit: calling.enforceOutsideDialDigit ?? false,
    routingPrefix: calling.routingPrefix,
    callingLineId: { name: callerName, phoneNumber: calling.mainNumber ?? "" },
    e911SetupRequired: false,
  };
}

/** The description requires all of these; what is not set is empty. */
function viewDetails(location: Location, calling: CallingSettings, callerName: string): Record<string, unknown> {
  const { pstn } = calling;
  return {
    id: encodeId("LOCATION", location.uuid),
    name: location.name,
    announcementLanguage: calling.announcementLanguage ?? location.preferredLanguage ?? "en_us",
    callingLineId: { name: callerName, phoneNumber: calling.mainNumber ?? "" },
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
