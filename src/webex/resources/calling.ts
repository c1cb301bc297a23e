/** Webex Calling in a location: enabled, and set: main number, routing prefix, emergency identifier, language of announcements. */

import { type Comparison, changeOf } from "../../model/changes.ts";
import type { ClosingCheck, ClosingLocation } from "../../model/existing.ts";
import { differencesOf, type Found } from "../../model/found.ts";
import { isSameName } from "../../model/names.ts";
import type { AttemptResult, Effect } from "../../model/outcome.ts";
import type { Change, OperationId, Payloads } from "../../model/plan.ts";
import type { PollAnswer, Waiting } from "../../model/ports.ts";
import { text } from "../../model/words/text.ts";
import type { Http, Refused } from "../http/request.ts";
import { closeLocation, findClosed, pollClosings } from "./closing.ts";
import { locationOf, pageOfLocation, spelledLanguage } from "./location.ts";
import { type CallingLocation, enableCalling, getCallingLocation, updateCallingLocation } from "./location.wire.ts";
import { effectOf, toFailed, toResult } from "./reply-result.ts";
import type { ByHand, Call, PastCall, Resource } from "./resource.ts";

/** What a location with calling contains, apart from its users. */
export type HeldAtLocation = {
  readonly phoneNumbers: readonly string[];
  readonly connection?: string;
  readonly settings: Payloads["location_settings"];
};

declare module "../../model/plan.ts" {
  interface Payloads {
    /** Enables calling for a location that exists, or ends it there. */
    readonly calling: LocationPayload & {
      /** What Webex removes by force alone goes too. */
      readonly isForced?: true;
      /** Of a location that goes: what was there, for an undo. */
      readonly held?: HeldAtLocation;
    };
    readonly location_settings: {
      readonly mainNumber?: string;
      readonly callerIdName?: string;
      readonly routingPrefix?: string;
      readonly emergencyLocationIdentifier?: string;
      readonly announcementLanguage?: string;
    };
  }
}

const calling = {
  create: enable,
  remove: closeLocation,
  find: findEnabled,
  findGone: findClosed,
  poll: pollClosings,
  change: ({ operation: { payload }, ...call }) =>
    changeSettings(call, { announcementLanguage: payload.announcementLanguage }),
  byHand: ({ operation: { key } }) => [
    { what: text("did_enable_calling", { location: key }), where: pageOfLocation(key) },
  ],
} satisfies Resource<"calling">;

export const locationSettings = {
  create: set,
  update: set,
  find: findSettings,
  change: ({ operation: { payload }, ...call }) => changeSettings(call, payload),
  poll: pollPrefixes,
  diff,
  byHand,
} satisfies Resource<"location_settings">;

export const callingResources = { calling, location_settings: locationSettings };

type CallingSettings = Payloads["location_settings"];
type CallAbout = Pick<Call<"location_settings">, "http" | "ids" | "signal">;

async function enable({ http, operation, ids, signal }: Call<"calling">): Promise<AttemptResult> {
  const of = locationOf(ids);
  const reply = await enableCalling(http, { ...of, location: operation.payload }, signal);
  return toResult(reply, operation, () => ({ locationId: of.locationId }));
}

async function set(call: Call<"location_settings">): Promise<AttemptResult> {
  return sendSettings(call, call.operation.payload, effectOf(call.operation));
}

function changeSettings(call: CallAbout, settings: CallingSettings): Promise<AttemptResult> {
  return sendSettings(call, settings, "updated");
}

/** Another prefix is a job of Webex: it is waited for. What Webex has not begun (206) is a part of its own, the rest is done. */
async function sendSettings(
  { http, ids, signal }: CallAbout,
  settings: CallingSettings,
  effect: Effect,
): Promise<AttemptResult> {
  const { orgId, locationId } = locationOf(ids);
  const reply = await updateCallingLocation(http, { orgId, locationId, settings }, signal);
  if (!reply.ok) return refusedSettings(reply, settings);
  const { trace, value: jobId } = reply;
  if (jobId) return { status: "accepted", ids: { locationId, jobId }, trace, effect };
  return { status: "done", effect, ids: { locationId }, trace };
}

function refusedSettings(reply: Refused, { routingPrefix }: CallingSettings): AttemptResult {
  const failed = toFailed(reply);
  const { status, message } = reply.failure;
  if (failed.status !== "failed" || status !== 206 || !routingPrefix) return failed;
  return {
    ...failed,
    failure: { ...failed.failure, column: "routing_prefix" },
    refused: [{ part: routingPrefix, message, hint: text("retry_does_the_rest") }],
  };
}

/** No call returns the job: the location is read until it has the prefix. */
async function pollPrefixes(http: Http, waiting: readonly Waiting[], signal: AbortSignal): Promise<PollAnswer> {
  const final = new Map<OperationId, AttemptResult>();
  for (const { operation, ids, effect = effectOf(operation) } of waiting) {
    if (operation.resource !== "location_settings") continue;
    const there = await getCallingLocation(http, locationOf(ids), signal);
    if (!there.ok && there.failure.kind !== "rejected") return { final, failure: there.failure };
    if (!there.ok) final.set(operation.id, toFailed(there));
    else if (there.value?.routingPrefix === operation.payload.routingPrefix)
      final.set(operation.id, { status: "done", effect, ids: {}, trace: there.trace });
  }
  return { final };
}

type SomeSettings = { readonly [K in keyof CallingSettings]?: CallingSettings[K] | undefined };

/** A name that the row does not give is not compared: somebody may have given it. */
function diff(want: SomeSettings, found: SomeSettings, how: Comparison = "asked"): readonly Change[] {
  const identifier = "emergency_location_identifier";
  const announced = [found, want].map(({ announcementLanguage }) => spelledLanguage(announcementLanguage));
  return [
    ...changeOf("main_number", found.mainNumber, want.mainNumber, how),
    ...changeOf("caller_id_name", found.callerIdName, want.callerIdName, how),
    ...changeOf("routing_prefix", found.routingPrefix, want.routingPrefix, how),
    ...changeOf(identifier, found.emergencyLocationIdentifier, want.emergencyLocationIdentifier, how),
    ...changeOf("announcement_language", announced[0], announced[1], how),
  ];
}

/** Enabled already? */
async function findEnabled({ http, operation, ids, signal }: Call<"calling">): Promise<Found | undefined> {
  const { announcementLanguage } = operation.payload;
  const { locationId } = locationOf(ids);
  const reply = await getCallingLocation(http, locationOf(ids), signal);
  if (!reply.ok) return { result: toFailed(reply) };
  if (!reply.value) return undefined;
  return {
    result: { status: "done", effect: "created", ids: { locationId }, trace: reply.trace },
    differences: differencesOf(diff({ announcementLanguage }, settingsOf(reply.value)), true),
  };
}

/** What is set already, and otherwise. What is blank is still to be set: then it is not there yet. */
async function findSettings({ http, operation, ids, signal }: Call<"location_settings">): Promise<Found | undefined> {
  const reply = await getCallingLocation(http, locationOf(ids), signal);
  if (!reply.ok) return { result: toFailed(reply) };
  if (!reply.value) return undefined;
  const found = settingsOf(reply.value);
  const { callerIdName = "" } = operation.payload;
  const isCalledSo = isSameName(found.callerIdName ?? "", callerIdName);
  const changes = diff(operation.payload, isCalledSo ? { ...found, callerIdName } : found);
  const others = changes.filter(({ before }) => before !== "");
  if (changes.length > 0 && others.length === 0) return undefined;
  return {
    result: { status: "done", effect: "created", ids: {}, trace: reply.trace },
    differences: differencesOf(others, true),
  };
}

function settingsOf(location: CallingLocation): SomeSettings {
  const { mainNumber, callerIdName, routingPrefix, announcementLanguage, emergencyLocationIdentifier } = location;
  return { mainNumber, callerIdName, routingPrefix, announcementLanguage, emergencyLocationIdentifier };
}

/** As a plan knows a location that is to go. */
export function toClosingLocation(
  there: CallingLocation | undefined,
  check: ClosingCheck | undefined,
): ClosingLocation {
  const { announcementLanguage, callerIdName, emergencyLocationIdentifier } = there ?? {};
  return {
    ...(check ? { check } : {}),
    ...(announcementLanguage ? { announcementLanguage } : {}),
    ...(callerIdName ? { callerIdName } : {}),
    ...(emergencyLocationIdentifier ? { emergencyLocationIdentifier } : {}),
  };
}

function byHand({ operation: { key, payload, changes = [] } }: PastCall<"location_settings">): readonly ByHand[] {
  const set =
    changes.length > 0
      ? changes.map(({ field, after }) => `${field} ${after}`)
      : Object.entries(payload).map(([field, value]) => `${field} ${value}`);
  return [
    {
      what: text("did_set", { what: set, location: key }),
      where: text("page_location_calling", { where: key }),
    },
  ];
}
