/** How Webex spells a location, and its calling in it: routes, what is read, what is sent. One request a call. */

import { z } from "zod";
import { findByName } from "../../model/names.ts";
import type { LocationPayload, Payloads } from "../../model/plan.ts";
import { text, verbatim } from "../../model/words/text.ts";
import { type ListRequest, readAll } from "../http/pages.ts";
import type { Http, Refused, Reply } from "../http/request.ts";
import {
  encodeLocationAddress,
  encodeLocationLanguage,
  idAnswer,
  locationAddressSchema,
  noAnswer,
  optionalText,
  targetText,
} from "../http/wire.ts";
import { isSameOrUnknown } from "../ids.ts";
import { withPlus } from "./numbers.wire.ts";
import { orAbsent } from "./reply-result.ts";

export const locationSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    orgId: optionalText,
    address: locationAddressSchema.nullish(),
    timeZone: optionalText,
    preferredLanguage: optionalText,
  })
  .transform(({ address, timeZone, preferredLanguage, ...location }) => ({
    ...location,
    address: address ?? undefined,
    timezone: timeZone,
    language: preferredLanguage,
  }));
export type Location = z.infer<typeof locationSchema>;

export const locationPageSchema = z
  .object({ items: z.array(locationSchema).nullish() })
  .transform((page) => page.items ?? []);

/** The caller line of a location: its main number. Webex sends null for a number that is not set. */
const callingLineSchema = z.object({ name: optionalText, phoneNumber: optionalText }).nullish();

export const callingLocationSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    announcementLanguage: optionalText,
    callingLineId: callingLineSchema,
    routingPrefix: optionalText,
    externalCallerIdName: optionalText,
    pAccessNetworkInfo: optionalText,
  })
  .transform(({ callingLineId, pAccessNetworkInfo, externalCallerIdName, ...location }) => ({
    ...location,
    mainNumber: withPlus(callingLineId?.phoneNumber),
    callerIdName: callingLineId?.name ?? externalCallerIdName,
    emergencyLocationIdentifier: pAccessNetworkInfo,
  }));
/** Calling's view of a location. The list holds less of it than the single one: no announcement language, no emergency identifier. */
export type CallingLocation = z.infer<typeof callingLocationSchema>;

export const callingLocationPageSchema = z
  .object({ locations: z.array(callingLocationSchema) })
  .transform((page) => page.locations);

/** 200 and 206; a 204 has no body. With 206 a part was not done, and this says which. */
export const partialUpdateSchema = z
  .object({ batchJobId: optionalText, failureReason: targetText })
  .nullish()
  .transform((answer) => ({ batchJobId: answer?.batchJobId, failureReason: answer?.failureReason }));

/** Body of POST /locations. */
export function encodeLocation(location: LocationPayload) {
  return {
    name: location.name,
    timeZone: location.timezone,
    preferredLanguage: encodeLocationLanguage(location.language),
    announcementLanguage: encodeLocationLanguage(location.announcementLanguage),
    address: encodeLocationAddress(location.address),
  };
}

export type LocationChange = Partial<Pick<LocationPayload, "name" | "address" | "timezone" | "language">>;

/** Body of PUT /locations/{locationId}: what is absent stays as it is, so that a second line which is no more is sent blank. */
export function encodeLocationChange({ name, timezone, language, address }: LocationChange) {
  return {
    ...(name && { name }),
    ...(timezone && { timeZone: timezone }),
    ...(language && { preferredLanguage: encodeLocationLanguage(language) }),
    ...(address && { address: { address2: "", ...encodeLocationAddress(address) } }),
  };
}

/** Body of PUT /telephony/config/locations/{locationId}: what is absent stays as it is. */
export function encodeCallingSettings(settings: Payloads["location_settings"]) {
  const { mainNumber, callerIdName, routingPrefix, emergencyLocationIdentifier, announcementLanguage } = settings;
  const callingLineId = {
    ...(callerIdName && { name: callerIdName }),
    ...(mainNumber && { phoneNumber: mainNumber }),
  };
  return {
    ...(Object.keys(callingLineId).length > 0 && { callingLineId }),
    ...(routingPrefix && { routingPrefix }),
    ...(emergencyLocationIdentifier && { pAccessNetworkInfo: emergencyLocationIdentifier }),
    ...(announcementLanguage && { announcementLanguage: encodeLocationLanguage(announcementLanguage) }),
  };
}

const listRoute = "/locations";
const oneRoute = "/locations/{locationId}";
const callingListRoute = "/telephony/config/locations";
const callingOneRoute = "/telephony/config/locations/{locationId}";

/** Which location. */
export type LocationOf = { readonly orgId: string; readonly locationId: string };

/** All locations of an organization. */
export function listLocations(http: Http, orgId: string, signal: AbortSignal): Promise<Reply<readonly Location[]>> {
  return readAll(http, locationList(orgId, {}, signal));
}

/**
 * The location with this name as people read it; `undefined` when there is none. Webex's own filter finds parts of names
 * too, and may compare letter by letter: what it does not find is looked for among all.
 */
export async function findLocation(
  http: Http,
  { orgId, name }: { readonly orgId: string; readonly name: string },
  signal: AbortSignal,
): Promise<Reply<Location | undefined>> {
  const filtered = await readAll(http, locationList(orgId, { name: name.normalize("NFC") }, signal));
  const found = filtered.ok ? findNamed(filtered.value, name) : undefined;
  if (!filtered.ok || found) return filtered.ok ? { ...filtered, value: found } : filtered;
  const all = await listLocations(http, orgId, signal);
  return all.ok ? { ...all, value: findNamed(all.value, name) } : all;
}

function locationList(orgId: string, filter: { readonly name?: string }, signal: AbortSignal): ListRequest<Location> {
  return {
    route: listRoute,
    query: { orgId, ...filter },
    orgId,
    answer: locationPageSchema,
    isAskedFor: (location) => isSameOrUnknown(location.orgId, orgId),
    signal,
  };
}

function findNamed(locations: readonly Location[], name: string): Location | undefined {
  return findByName(locations, name);
}

/** One location with its address. */
export function getLocation(http: Http, of: LocationOf, signal: AbortSignal): Promise<Reply<Location>> {
  return http.send({ method: "GET", route: oneRoute, ...about(of), answer: locationSchema, signal });
}

/** Makes a location without calling; its id. */
export async function createLocation(
  http: Http,
  { orgId, location }: { readonly orgId: string; readonly location: LocationPayload },
  signal: AbortSignal,
): Promise<Reply<{ readonly locationId: string }>> {
  const body = encodeLocation(location);
  const request = {
    method: "POST",
    route: listRoute,
    query: { orgId },
    orgId,
    body,
    answer: idAnswer,
    signal,
  } as const;
  const reply = await http.send(request);
  return reply.ok ? { ...reply, value: { locationId: reply.value.id } } : reply;
}

/** Changes what a location is without calling: name, address, time zone, language. */
export function updateLocation(
  http: Http,
  { change, ...of }: LocationOf & { readonly change: LocationChange },
  signal: AbortSignal,
): Promise<Reply<undefined>> {
  const body = encodeLocationChange(change);
  return http.send({ method: "PUT", route: oneRoute, ...about(of), body, answer: noAnswer, signal });
}

/** Deletes a location that has no calling any more. */
export function deleteLocation(http: Http, of: LocationOf, signal: AbortSignal): Promise<Reply<undefined>> {
  return http.send({ method: "DELETE", route: oneRoute, ...about(of), answer: noAnswer, signal });
}

/** All locations of an organization that have calling. */
export function listCallingLocations(
  http: Http,
  orgId: string,
  signal: AbortSignal,
): Promise<Reply<readonly CallingLocation[]>> {
  return readAll(http, { route: callingListRoute, query: { orgId }, orgId, answer: callingLocationPageSchema, signal });
}

/** Calling's settings of a location; `undefined` where calling is not enabled (404). */
export async function getCallingLocation(
  http: Http,
  of: LocationOf,
  signal: AbortSignal,
): Promise<Reply<CallingLocation | undefined>> {
  const answer = callingLocationSchema;
  return orAbsent(await http.send({ method: "GET", route: callingOneRoute, ...about(of), answer, signal }));
}

/** Enables calling for a location that exists. Webex requires all fields of the location again. */
export function enableCalling(
  http: Http,
  { orgId, locationId, location }: LocationOf & { readonly location: LocationPayload },
  signal: AbortSignal,
): Promise<Reply<undefined>> {
  const body = { id: locationId, ...encodeLocation(location) };
  return http.send({
    method: "POST",
    route: callingListRoute,
    query: { orgId },
    orgId,
    body,
    answer: noAnswer,
    signal,
  });
}

/**
 * Changes calling's settings of a location. A main number must be one of the location's numbers. The result: the job that
 * changes the routing prefix, where there is one. Webex may do a part only (206): then it is refused with Webex's reason,
 * although the rest is done.
 */
export async function updateCallingLocation(
  http: Http,
  { settings, ...of }: LocationOf & { readonly settings: Payloads["location_settings"] },
  signal: AbortSignal,
): Promise<Reply<string | undefined>> {
  const body = encodeCallingSettings(settings);
  const answer = partialUpdateSchema;
  const reply = await http.send({ method: "PUT", route: callingOneRoute, ...about(of), body, answer, signal });
  if (!reply.ok) return isOtherJob(reply) ? { ...reply, failure: { ...reply.failure, kind: "locked" } } : reply;
  if (reply.status === 206) return partlyDone(reply.value.failureReason, reply.trace.trackingId);
  return { ...reply, value: reply.value.batchJobId };
}

/** Another prefix of the organization is being changed: it waits for its turn. */
function isOtherJob({ failure, body }: Refused): boolean {
  return failure.status === 409 && partialUpdateSchema.safeParse(body).data?.failureReason !== undefined;
}

function about({ orgId, locationId }: LocationOf) {
  return { params: { locationId }, query: { orgId }, orgId };
}

function partlyDone(reason: string | undefined, trackingId: string | undefined): Refused {
  const message = reason === undefined ? text("partly_changed") : verbatim(reason);
  return {
    ok: false,
    failure: { kind: "rejected", sent: true, message, status: 206, ...(trackingId && { trackingId }) },
  };
}

const languagesSchema = z
  .object({ languages: z.array(z.object({ code: z.string() })) })
  .transform(({ languages }) => new Set(languages.map(({ code }) => encodeLocationLanguage(code))));

/** The languages in which Webex Calling has announcements, which it publishes at run time only. Codes as locations spell them: `en_us`. */
export function listAnnouncementLanguages(http: Http, signal: AbortSignal): Promise<Reply<ReadonlySet<string>>> {
  const route = "/telephony/config/announcementLanguages";
  return http.send({ method: "GET", route, answer: languagesSchema, signal });
}
