/** Calls for locations, and for Webex Calling in them. */
import type { LocationPayload, Payloads } from "../model/plan.ts";
import { orAbsent } from "./absent.ts";
import { readAll } from "./pages.ts";
import type { Http, Refused, Reply } from "./request.ts";
import { idAnswer, noAnswer } from "./wire.ts";
import {
  type CallingLocation,
  callingLocationPageSchema,
  callingLocationSchema,
  encodeCallingSettings,
  encodeLocation,
  encodeLocationChange,
  type Location,
  type LocationChange,
  locationPageSchema,
  locationSchema,
  partialUpdateSchema,
} from "./wire-locations.ts";

const listRoute = "/locations";
const oneRoute = "/locations/{locationId}";
const callingListRoute = "/telephony/config/locations";
const callingOneRoute = "/telephony/config/locations/{locationId}";

export type LocationOf = { readonly orgId: string; readonly locationId: string };

/** All locations of an organization. */
export function listLocations(http: Http, orgId: string, signal: AbortSignal): Promise<Reply<readonly Location[]>> {
  return readAll(http, { route: listRoute, query: { orgId }, orgId, answer: locationPageSchema, signal });
}

/** The location with this name (case and outer blanks aside); `undefined` when there is none. Webex's own filter finds parts of names too. */
export async function findLocation(
  http: Http,
  { orgId, name }: { readonly orgId: string; readonly name: string },
  signal: AbortSignal,
): Promise<Reply<Location | undefined>> {
  const query = { orgId, name };
  const reply = await readAll(http, { route: listRoute, query, orgId, answer: locationPageSchema, signal });
  return reply.ok ? { ...reply, value: reply.value.find((location) => isSameName(location.name, name)) } : reply;
}

/** Are these names of one location? */
export function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
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

/** Enables calling for a location that exists. Webex wants all of the location said again. */
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
 * Changes calling's settings of a location. A main number must be one of the location's numbers.
 * Webex may do a part only (206): then it is refused with Webex's reason, although the rest is done.
 */
export async function updateCallingLocation(
  http: Http,
  { settings, ...of }: LocationOf & { readonly settings: Payloads["location_settings"] },
  signal: AbortSignal,
): Promise<Reply<undefined>> {
  const body = encodeCallingSettings(settings);
  const answer = partialUpdateSchema;
  const reply = await http.send({ method: "PUT", route: callingOneRoute, ...about(of), body, answer, signal });
  if (!reply.ok) return reply;
  if (reply.status === 206) return partlyDone(reply.value.failureReason, reply.trace.trackingId);
  return { ...reply, value: undefined };
}

function about({ orgId, locationId }: LocationOf) {
  return { params: { locationId }, query: { orgId }, orgId };
}

function partlyDone(reason: string | undefined, trackingId: string | undefined): Refused {
  const message = reason ?? "Webex changed only a part of the location's settings, and does not say which.";
  return {
    ok: false,
    failure: { kind: "rejected", sent: true, message, status: 206, ...(trackingId && { trackingId }) },
  };
}
