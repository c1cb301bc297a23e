/** Operations on the locations of an organisation: head office and branches, calling, PSTN, numbers, settings. */
import type { AttemptResult, Failure, Ids } from "../model/outcome.ts";
import type { OperationOf } from "../model/plan.ts";
import {
  createLocation,
  enableCalling,
  findLocation,
  getCallingLocation,
  updateCallingLocation,
  updateLocation,
} from "./locations.ts";
import { addNumbers, listNumbers } from "./numbers.ts";
import { type ConnectionOption, getConnection, listConnectionOptions, putConnection, takesNumbers } from "./pstn.ts";
import { idFrom, refuse, toFailed, toResult } from "./reply-result.ts";
import type { Http } from "./request.ts";

/** The location that Webex makes together with a customer; it may come a little later than the customer. */
export async function findHeadOffice(
  http: Http,
  { payload: { name } }: OperationOf<"head_office">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const reply = await findLocation(http, { orgId: idFrom(ids, "orgId"), name }, signal);
  if (!reply.ok) return toFailed(reply);
  if (reply.value)
    return { status: "done", effect: "unchanged", ids: { locationId: reply.value.id }, trace: reply.trace };
  const message = `Webex made the customer, and its organization has no location "${name}".`;
  return {
    status: "failed",
    failure: { kind: "unavailable", sent: true, errorCode: "head_office_not_found", message },
  };
}

export async function applyLocation(
  http: Http,
  operation: OperationOf<"location">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const orgId = idFrom(ids, "orgId");
  const location = operation.payload;
  if (operation.action === "create") {
    return toResult(await createLocation(http, { orgId, location }, signal), operation, (made) => made);
  }
  const locationId = idFrom(ids, "locationId");
  const { only = ["name", "address", "timezone", "language"] } = location;
  const change = Object.fromEntries(only.map((part) => [part, location[part]]));
  return toResult(await updateLocation(http, { orgId, locationId, change }, signal), operation, () => ({ locationId }));
}

export async function findLocationOf(
  http: Http,
  { action, payload: { name } }: OperationOf<"location">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult | undefined> {
  if (action !== "create") return undefined;
  const reply = await findLocation(http, { orgId: idFrom(ids, "orgId"), name }, signal);
  if (!reply.ok) return toFailed(reply);
  return reply.value && { status: "done", effect: "created", ids: { locationId: reply.value.id }, trace: reply.trace };
}

export async function applyCalling(
  http: Http,
  operation: OperationOf<"calling">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const of = placeOf(ids);
  const reply = await enableCalling(http, { ...of, location: operation.payload }, signal);
  return toResult(reply, operation, () => ({ locationId: of.locationId }));
}

export async function findCalling(http: Http, ids: Ids, signal: AbortSignal): Promise<AttemptResult | undefined> {
  const of = placeOf(ids);
  const reply = await getCallingLocation(http, of, signal);
  if (!reply.ok) return toFailed(reply);
  return reply.value && { status: "done", effect: "created", ids: { locationId: of.locationId }, trace: reply.trace };
}

/** Connection options have their ids per location: read first, then chosen by id or display name. */
export async function applyPstn(
  http: Http,
  operation: OperationOf<"pstn">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const of = placeOf(ids);
  const options = await listConnectionOptions(http, of, signal);
  if (!options.ok) return toFailed(options);
  const chosen = options.value.find((option) => isNamed(option, operation.payload.connection));
  if (!chosen) return unknownConnection(operation.payload.connection, options.value);
  const reply = await putConnection(http, { ...of, connectionId: chosen.id }, signal);
  return toResult(reply.ok ? reply : { ...reply, failure: explainPstn(reply.failure) }, operation);
}

function isNamed({ id, displayName = "" }: ConnectionOption, wanted: string): boolean {
  return id === wanted || displayName.trim().toLowerCase() === wanted.trim().toLowerCase();
}

function unknownConnection(wanted: string, options: readonly ConnectionOption[]): AttemptResult {
  const offered = options.map(({ displayName, id }) => displayName ?? id).join(", ");
  const hint = offered
    ? `Webex offers ${offered}.`
    : "Webex offers none for this location; set up its PSTN in Control Hub.";
  return refuse("unknown_pstn_connection", `This location has no connection option "${wanted}".`, hint, "pstn");
}

/** The options do not tell of what kind they are; Webex refuses those that are not for the API. */
function explainPstn(failure: Failure): Failure {
  if (failure.kind !== "rejected") return failure;
  const hint =
    "The API connects a location to a non-integrated provider only. An integrated provider or a Cisco Calling Plan is set up in Control Hub, under the location's PSTN, and its numbers are ordered there: then leave pstn and phone_numbers empty.";
  return { ...failure, column: "pstn", hint: failure.hint ?? hint };
}

/** Numbers go only to a local gateway or a non-integrated provider; each refused number is a part of its own, but for those that are in the location all the same. */
export async function applyNumbers(
  http: Http,
  operation: OperationOf<"numbers">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const of = placeOf(ids);
  const { phoneNumbers, mustReadConnection } = operation.payload;
  if (mustReadConnection) {
    const connection = await getConnection(http, of, signal);
    if (!connection.ok) return toFailed(connection);
    if (!connection.value || !takesNumbers(connection.value)) return noNumbersHere(connection.value?.type);
  }
  const reply = await addNumbers(http, { ...of, phoneNumbers }, signal);
  if (reply.ok) return { status: "done", effect: "created", ids: {}, trace: reply.trace };
  const failed = toFailed(reply);
  const column = "phone_numbers";
  if (failed.status !== "failed" || reply.refused.length === 0) return failed;
  const missing = await missingNumbers(http, of, phoneNumbers, signal);
  if (!(missing instanceof Set)) return missing;
  const refused = reply.refused.filter(({ part }) => missing.has(part) || !phoneNumbers.includes(part));
  if (refused.length === 0) return { status: "done", effect: "created", ids: {} };
  return { ...failed, failure: { ...failed.failure, column }, refused };
}

/** Are all numbers of the operation in the location? Part of them is not enough: the others are still to be sent. */
export async function findNumbersOf(
  http: Http,
  { payload: { phoneNumbers } }: OperationOf<"numbers">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult | undefined> {
  const missing = await missingNumbers(http, placeOf(ids), phoneNumbers, signal);
  if (!(missing instanceof Set)) return missing;
  return missing.size > 0 ? undefined : { status: "done", effect: "created", ids: {} };
}

/** Those that are not in the location; or why that cannot be told. */
async function missingNumbers(
  http: Http,
  of: ReturnType<typeof placeOf>,
  phoneNumbers: readonly string[],
  signal: AbortSignal,
): Promise<Set<string> | AttemptResult> {
  const missing = new Set(phoneNumbers);
  for await (const page of listNumbers(http, of, signal)) {
    if (!page.ok) return toFailed(page);
    for (const { phoneNumber } of page.value) if (phoneNumber) missing.delete(phoneNumber);
  }
  return missing;
}

function noNumbersHere(type: string | undefined): AttemptResult {
  if (!type) {
    return refuse(
      "location_without_pstn",
      "The location has no PSTN connection yet, so it cannot be given numbers.",
      "Name a connection option in the column pstn, or set up the location's PSTN in Control Hub.",
      "pstn",
    );
  }
  const kind = type === "CISCO_PSTN" ? "a Cisco Calling Plan" : "an integrated provider";
  return refuse(
    "numbers_on_integrated_pstn",
    `The location is connected by ${kind} (${type}): numbers sent to it by API would damage what Webex holds.`,
    "Order the numbers in Control Hub, under the location's numbers, and leave phone_numbers empty.",
    "phone_numbers",
  );
}

export async function applyLocationSettings(
  http: Http,
  operation: OperationOf<"location_settings">,
  ids: Ids,
  signal: AbortSignal,
): Promise<AttemptResult> {
  return toResult(
    await updateCallingLocation(http, { ...placeOf(ids), settings: operation.payload }, signal),
    operation,
  );
}

function placeOf(ids: Ids) {
  return { orgId: idFrom(ids, "orgId"), locationId: idFrom(ids, "locationId") };
}
