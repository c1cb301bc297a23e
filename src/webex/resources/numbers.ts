/** Phone numbers of a location: added, looked for, compared. Never to a location whose PSTN is a Cisco Calling Plan or an integrated provider: it damages what Webex holds. */

import type { Comparison } from "../../model/changes.ts";
import type { ExistingNumber } from "../../model/existing.ts";
import type { Found } from "../../model/found.ts";
import { foldNumber } from "../../model/names.ts";
import type { AttemptResult, Failure } from "../../model/outcome.ts";
import type { Change } from "../../model/plan.ts";
import { text } from "../../model/words/text.ts";
import type { Http } from "../http/request.ts";
import { locationOf } from "./location.ts";
import type { LocationOf } from "./location.wire.ts";
import { type AddedNumbers, addNumbers, listNumbers, type PhoneNumber, removeNumbers } from "./numbers.wire.ts";
import { getConnection, takesNumbers } from "./pstn.wire.ts";
import { refuse, toFailed, toRemoved } from "./reply-result.ts";
import type { ByHand, Call, PastCall, Resource } from "./resource.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    /** `mustReadConnection`: the sheet names no PSTN connection, so the location's own decides whether numbers may be sent. */
    readonly numbers: {
      readonly phoneNumbers: readonly string[];
      readonly mustReadConnection: boolean;
      readonly isTollFree?: true;
      /** Those who have them take them there, in operations that this one waits for: nothing is sent. */
      readonly comeWithPeople?: true;
      /** They are added, and are not in service yet. */
      readonly isInactive?: true;
    };
  }
}

export const numbers = { create, remove, find, findGone, diff, byHand } satisfies Resource<"numbers">;

export const numbersResources = { numbers };

/** Whoever brought them was looked at there, with the number. */
const broughtByOthers: AttemptResult = { status: "done", effect: "unchanged", ids: {} };

/** One change for each number that is there or is not: one that is missing has no `before`, one that nobody asked for no `after`. */
function diff(wanted: readonly string[], found: readonly string[], how: Comparison = "asked"): readonly Change[] {
  const [want, have] = [wanted, found].map((list) => new Set(list.map(foldNumber)));
  const missing = wanted.filter((number) => !have?.has(foldNumber(number)));
  const more = how === "exact" ? found.filter((number) => !want?.has(foldNumber(number))) : [];
  const field = "phone_numbers";
  return [
    ...missing.map((number) => ({ field, before: "", after: number })),
    ...more.map((number) => ({ field, before: number, after: "" })),
  ];
}

/** Numbers go only to a local gateway or a non-integrated provider; each refused number is a part of its own, but for those that are in the location all the same. */
async function create({ http, operation, ids, signal }: Call<"numbers">): Promise<AttemptResult> {
  const of = locationOf(ids);
  const { phoneNumbers, mustReadConnection, isTollFree, isInactive, comeWithPeople } = operation.payload;
  if (comeWithPeople) return broughtByOthers;
  if (mustReadConnection) {
    const connection = await getConnection(http, of, signal);
    if (!connection.ok) return toFailed(connection);
    if (!connection.value || !takesNumbers(connection.value)) return noNumbersHere(connection.value?.type);
  }
  const reply = await addMissing(http, { ...of, phoneNumbers, isTollFree, isInactive }, signal);
  if (reply.ok)
    return { status: "done", effect: reply.status === 409 ? "unchanged" : "created", ids: {}, trace: reply.trace };
  const failed = toFailed(reply);
  const column = "phone_numbers";
  if (failed.status !== "failed") return failed;
  if (reply.refused.length === 0) return { ...failed, failure: { ...failed.failure, column } };
  const missing = await missingNumbers(http, of, phoneNumbers, signal);
  if (!(missing instanceof Set)) return missing;
  const named = reply.refused.map((refusal) => ({ ...refusal, part: asSent(refusal.part, phoneNumbers) }));
  const refused = named.filter(({ part }) => missing.has(part) || !phoneNumbers.includes(part));
  if (refused.length === 0) {
    const isNew = phoneNumbers.some((number) => !named.some(({ part }) => part === number));
    return { status: "done", effect: isNew ? "created" : "unchanged", ids: {} };
  }
  return { ...failed, failure: { ...failed.failure, column }, refused };
}

/**
 * Where Webex refuses the whole because of numbers that the location has (409, 8363 with the detail 25223: of its own
 * main number, say), the others are sent without them. Success with status 409: the location has them all.
 */
async function addMissing(
  http: Http,
  { phoneNumbers, isTollFree, isInactive, ...of }: Parameters<typeof addNumbers>[1],
  signal: AbortSignal,
): Promise<AddedNumbers> {
  const reply = await addNumbers(http, { ...of, phoneNumbers, isTollFree, isInactive }, signal);
  if (reply.ok || !isThere(reply.failure)) return reply;
  const missing = await missingNumbers(http, of, phoneNumbers, signal);
  if (!(missing instanceof Set) || missing.size === phoneNumbers.length) return reply;
  if (missing.size === 0) return { ok: true, value: undefined, status: 409, trace: {} };
  return addNumbers(http, { ...of, phoneNumbers: [...missing], isTollFree, isInactive }, signal);
}

/** "The phone number is there already", which may mean this location as well as another one. */
const thereCodes: ReadonlySet<string> = new Set(["8363", "25223"]);

function isThere({ status, errorCode }: Failure): boolean {
  return status === 409 || (errorCode !== undefined && thereCodes.has(errorCode));
}

/**
 * Up to five: Webex takes no more at a time. Whether a 502 is its last word or passes, only a look tells: one number that is
 * not there refuses all of them, and the others are sent without it.
 */
async function remove({ http, operation, ids, signal }: Call<"numbers">): Promise<AttemptResult> {
  const of = locationOf(ids);
  const { phoneNumbers } = operation.payload;
  const reply = await removeNumbers(http, { ...of, phoneNumbers }, signal);
  if (reply.ok || reply.failure.status !== 502) return toRemoved(reply);
  const missing = await missingNumbers(http, of, phoneNumbers, signal);
  if (!(missing instanceof Set)) return missing;
  if (missing.size === phoneNumbers.length) return { status: "done", effect: "deleted", ids: {} };
  if (missing.size === 0) return toFailed(reply);
  const left = phoneNumbers.filter((number) => !missing.has(number));
  return toRemoved(await removeNumbers(http, { ...of, phoneNumbers: left }, signal));
}

/** Are all of them gone? */
async function findGone({ http, operation, ids, signal }: Call<"numbers">): Promise<AttemptResult | undefined> {
  const { phoneNumbers } = operation.payload;
  const missing = await missingNumbers(http, locationOf(ids), phoneNumbers, signal);
  if (!(missing instanceof Set)) return missing;
  return missing.size === phoneNumbers.length ? { status: "done", effect: "deleted", ids: {} } : undefined;
}

/** The number as we sent it, so that it goes to the row it came from: Webex may spell it otherwise in its answer. */
function asSent(number: string, sent: readonly string[]): string {
  return sent.find((each) => foldNumber(each) === foldNumber(number)) ?? number;
}

/** Are all numbers of the operation in the location? Part of them is not enough: the others are still to be sent. */
async function find({ http, operation, ids, signal }: Call<"numbers">): Promise<Found | undefined> {
  const { phoneNumbers, comeWithPeople } = operation.payload;
  if (comeWithPeople) return { result: broughtByOthers };
  const missing = await missingNumbers(http, locationOf(ids), phoneNumbers, signal);
  if (!(missing instanceof Set)) return { result: missing };
  return missing.size > 0 ? undefined : { result: { status: "done", effect: "created", ids: {} } };
}

/** The numbers that are not in the location; or why that is unknown. */
async function missingNumbers(
  http: Http,
  of: LocationOf,
  phoneNumbers: readonly string[],
  signal: AbortSignal,
): Promise<Set<string> | AttemptResult> {
  const found: string[] = [];
  for await (const page of listNumbers(http, of, signal)) {
    if (!page.ok) return toFailed(page);
    for (const { phoneNumber } of page.value) if (phoneNumber) found.push(phoneNumber);
  }
  return new Set(diff(phoneNumbers, found).map(({ after }) => after));
}

function noNumbersHere(type: string | undefined): AttemptResult {
  if (!type) {
    const refusal = refuse("location_without_pstn", text("location_without_pstn"), text("name_connection"), "pstn");
    // one that comes with the location may come a moment later
    return refusal.status === "failed" ? { ...refusal, failure: { ...refusal.failure, isAbsent: true } } : refusal;
  }
  return refuse(
    "numbers_on_integrated_pstn",
    type === "CISCO_PSTN" ? text("numbers_on_calling_plan", { type }) : text("numbers_on_integrated", { type }),
    text("order_numbers"),
    "phone_numbers",
  );
}

/** As a plan knows it; nothing where Webex does not say in which location it is. */
export function toExistingNumber({
  phoneNumber,
  extension,
  location,
  owner,
  state,
}: PhoneNumber): readonly ExistingNumber[] {
  if (!location) return [];
  return [
    {
      locationId: location.id,
      ...(location.name ? { locationName: location.name } : {}),
      ...(phoneNumber ? { phoneNumber } : {}),
      ...(phoneNumber && state === "INACTIVE" ? { isInactive: true } : {}),
      ...(extension ? { extension } : {}),
      ...(owner?.id ? { ownerId: owner.id } : {}),
      ...(owner?.id && owner.type === "PLACE" ? { workspace: nameOfWorkspace(owner) } : {}),
    },
  ];
}

function nameOfWorkspace({ firstName = "", lastName = "" }: NonNullable<PhoneNumber["owner"]>): string {
  return [firstName, lastName].filter(Boolean).join(" ");
}

/** The key of numbers is their location and the first of them. */
function byHand({ operation: { key, payload }, refused }: PastCall<"numbers">): readonly ByHand[] {
  const added = payload.phoneNumbers.filter((number) => !refused.includes(number));
  const location = key.slice(0, key.lastIndexOf(" "));
  return [{ what: text("did_add_numbers", { numbers: added, location }), where: text("page_numbers") }];
}
