/** A location of an organization: branches, which are made, and the head office, which comes with the customer. Calling in it is `calling.ts`. */

import { addressChanges, addressFields, type Comparison, changeOf, changeOfName } from "../../model/changes.ts";
import type { ExistingLocation } from "../../model/existing.ts";
import { type Difference, differencesOf, type Found } from "../../model/found.ts";
import type { AttemptResult, Ids } from "../../model/outcome.ts";
import type { Change, LocationPayload } from "../../model/plan.ts";
import { type Text, text } from "../../model/words/text.ts";
import type { Reply } from "../http/request.ts";
import {
  type CallingLocation,
  createLocation,
  deleteLocation,
  findLocation,
  getLocation,
  type Location,
  type LocationOf,
  updateLocation,
} from "./location.wire.ts";
import { goneOrNot, idFrom, toFailed, toRemoved, toResult } from "./reply-result.ts";
import { type ByHand, type Call, changesByHand, type PastCall, type Resource } from "./resource.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    /** Finds the location that came with the customer. `office`: as the row wants it, for a customer that was there already. */
    readonly head_office: {
      readonly name: string;
      readonly office?: Pick<LocationPayload, "name" | "address" | "timezone" | "language">;
    };
    readonly location: LocationPayload & {
      /** It goes with its organization: nothing is sent. */
      readonly goesWithOrganization?: true;
    };
  }
}

export const location = {
  create,
  update,
  remove,
  findGone,
  find: async (call) => findNamed(call, call.operation.payload.name, call.operation.payload, diff),
  change: (call, differences) => change(call, call.operation.payload, differences),
  diff,
  byHand,
} satisfies Resource<"location">;

/** Its columns stand in the customer's row, with a prefix. */
export const headOffice = {
  read: readHeadOffice,
  find: async (call) => findNamed(call, call.operation.payload.name, call.operation.payload.office, diffHeadOffice),
  change: changeHeadOffice,
  diff: diffHeadOffice,
} satisfies Resource<"head_office">;

export const locationResources = { head_office: headOffice, location };

export type WantedLocation = Pick<LocationPayload, "name" | "address" | "timezone" | "language">;

async function create({ http, operation, ids, signal }: Call<"location">): Promise<AttemptResult> {
  const made = { orgId: idFrom(ids, "orgId"), location: operation.payload };
  return toResult(await createLocation(http, made, signal), operation, (created) => created);
}

async function update({ http, operation, ids, signal }: Call<"location">): Promise<AttemptResult> {
  const of = locationOf(ids);
  const { only = ["name", "address", "timezone", "language"] } = operation.payload;
  const change = Object.fromEntries(only.map((part) => [part, operation.payload[part]]));
  const reply = await updateLocation(http, { ...of, change }, signal);
  return toResult(reply, operation, () => ({ locationId: of.locationId }));
}

const goneWithOrganization: AttemptResult = { status: "done", effect: "deleted", ids: {} };

/** Calling has ended there before. Where Webex does not know yet (409), it is asked to wait. */
async function remove({ http, operation, ids, signal }: Call<"location">): Promise<AttemptResult> {
  if (operation.payload.goesWithOrganization) return goneWithOrganization;
  const reply = await deleteLocation(http, locationOf(ids), signal);
  if (reply.ok || reply.failure.status !== 409) return toRemoved(reply);
  return toFailed({ ...reply, failure: { ...reply.failure, kind: "locked" } });
}

async function findGone({ http, operation, ids, signal }: Call<"location">): Promise<AttemptResult | undefined> {
  if (operation.payload.goesWithOrganization) return goneWithOrganization;
  return goneOrNot(await getLocation(http, locationOf(ids), signal));
}

/** It may come a little later than the customer. */
async function readHeadOffice({ http, operation, ids, signal }: Call<"head_office">): Promise<AttemptResult> {
  const { name } = operation.payload;
  const reply = await findLocation(http, { orgId: idFrom(ids, "orgId"), name }, signal);
  if (!reply.ok) return toFailed(reply);
  if (reply.value)
    return { status: "done", effect: "unchanged", ids: { locationId: reply.value.id }, trace: reply.trace };
  const message = text("head_office_missing", { name });
  return {
    status: "failed",
    failure: { kind: "rejected", sent: false, isAbsent: true, errorCode: "head_office_not_found", message },
  };
}

// What differs

/** What was read of a location; `sentName`: the name as it was sent last, where that is known. */
export type FoundLocation = Pick<ExistingLocation, "name" | "address" | "timezone" | "language"> & {
  readonly sentName?: string | undefined;
};

/** Exactly, what Webex does not tell of is not compared. */
function diff(want: WantedLocation, found: FoundLocation, how: Comparison = "asked"): readonly Change[] {
  const { name, timezone, language, address, sentName } = found;
  const isCompared = (value: string | undefined) => how === "asked" || value !== undefined;
  return [
    ...changeOfName("name", name, want.name, sentName, how),
    ...(isCompared(timezone) ? changeOf("timezone", timezone, want.timezone, how) : []),
    ...(isCompared(language)
      ? changeOf("language", spelledLanguage(language), spelledLanguage(want.language), how)
      : []),
    ...addressChanges(address, want.address, how),
  ];
}

/** In the one spelling that locations have of languages: `en_us`. */
export function spelledLanguage(language: string | undefined): string | undefined {
  return language?.toLowerCase().replace("-", "_");
}

const headOfficePrefix = "hq_";

function diffHeadOffice(want: WantedLocation, found: FoundLocation, how: Comparison = "asked"): readonly Change[] {
  return diff(want, found, how).map((change) => ({ ...change, field: `${headOfficePrefix}${change.field}` }));
}

/** The parts of a location, or of a head office, that an update has to send. */
export function partsChanged(changes: readonly Change[]): NonNullable<LocationPayload["only"]> {
  const fields = new Set(changes.map(({ field }) => field.replace(headOfficePrefix, "")));
  const simple = (["name", "timezone", "language"] as const).filter((part) => fields.has(part));
  return addressFields.some(([field]) => fields.has(field)) ? [...simple, "address"] : simple;
}

// What is there already

/** By its name in the organization. A list that does not tell all that is to be compared is followed by a question for that one location. */
async function findNamed(
  { http, ids, signal }: Pick<Call<"location">, "http" | "ids" | "signal">,
  name: string,
  want: WantedLocation | undefined,
  compare: typeof diff,
): Promise<Found | undefined> {
  const orgId = idFrom(ids, "orgId");
  const listed = await findLocation(http, { orgId, name }, signal);
  if (!listed.ok) return { result: toFailed(listed) };
  if (!listed.value) return undefined;
  const locationId = listed.value.id;
  const reply = isTold(listed.value) || !want ? listed : await getLocation(http, { orgId, locationId }, signal);
  if (!reply.ok) return { result: toFailed(reply) };
  const there = reply.value ?? listed.value;
  return {
    result: { status: "done", effect: "created", ids: { locationId }, trace: reply.trace },
    differences: want ? differencesOf(compare(want, withoutBlanks(there)), true) : [],
    isIncomplete: want !== undefined && !isTold(there),
  };
}

function isTold({ address, timezone, language }: Location): boolean {
  return address !== undefined && timezone !== undefined && language !== undefined;
}

function withoutBlanks({ name, address, timezone, language }: Location): FoundLocation {
  return {
    name,
    ...(address ? { address } : {}),
    ...(timezone ? { timezone } : {}),
    ...(language ? { language } : {}),
  };
}

async function change(
  { http, ids, signal }: Pick<Call<"location">, "http" | "ids" | "signal">,
  want: WantedLocation,
  differences: readonly Difference[],
): Promise<AttemptResult> {
  const of = locationOf(ids);
  const change = Object.fromEntries(partsChanged(differences).map((part) => [part, want[part]]));
  return toUpdated(of, await updateLocation(http, { ...of, change }, signal));
}

async function changeHeadOffice(call: Call<"head_office">, differences: readonly Difference[]): Promise<AttemptResult> {
  const { office } = call.operation.payload;
  if (!office) throw new Error("a head office was compared with nothing");
  return change(call, office, differences);
}

/** Which location an operation is about. */
export function locationOf(ids: Ids): LocationOf {
  return { orgId: idFrom(ids, "orgId"), locationId: idFrom(ids, "locationId") };
}

/** Of something that was found in a location, and made as it is wanted. */
export function toUpdated({ locationId }: LocationOf, reply: Reply<unknown>): AttemptResult {
  return reply.ok ? { status: "done", effect: "updated", ids: { locationId }, trace: reply.trace } : toFailed(reply);
}

/** As a plan knows it. `calling`: all locations of the organization that have calling. */
export function toExistingLocation(
  { id, name, address, timezone, language }: Location,
  calling: readonly CallingLocation[],
): ExistingLocation {
  const enabled = calling.find((each) => each.id === id);
  return {
    locationId: id,
    name,
    isCalling: enabled !== undefined,
    ...(address ? { address } : {}),
    ...(timezone ? { timezone } : {}),
    ...(language ? { language } : {}),
    ...(enabled?.mainNumber ? { mainNumber: enabled.mainNumber } : {}),
    ...(enabled?.callerIdName ? { callerIdName: enabled.callerIdName } : {}),
    ...(enabled?.routingPrefix ? { routingPrefix: enabled.routingPrefix } : {}),
  };
}

// What a person does

export function pageOfLocation(name: string): Text {
  return text("page_location", { where: name });
}

function byHand({ operation: { action, key, changes } }: PastCall<"location">): readonly ByHand[] {
  const where = pageOfLocation(key);
  return action === "create"
    ? [{ what: text("did_create_location", { location: key }), where }]
    : changesByHand(changes, where);
}
