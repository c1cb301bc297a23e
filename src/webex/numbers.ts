/** Calls for phone numbers and extensions. Which locations may be sent numbers at all is the caller's to know. */
import type { RefusedPart } from "../model/outcome.ts";
import { type ListRequest, readAll, readPages } from "./pages.ts";
import type { Http, Refused, Reply, Success } from "./request.ts";
import { noAnswer } from "./wire.ts";
import {
  addedNumbersSchema,
  type ExtensionCheck,
  extensionCheckSchema,
  type NumberCheck,
  numberCheckSchema,
  type PhoneNumber,
  phoneNumberPageSchema,
  readRefusedNumbers,
} from "./wire-numbers.ts";

const locationRoute = "/telephony/config/locations/{locationId}/numbers";
/** Webex's default, and the most. */
const pageSize = 2000;

export type NumberFilter = { readonly orgId: string; readonly locationId?: string; readonly phoneNumber?: string };
export type NumbersOf = {
  readonly orgId: string;
  readonly locationId: string;
  /** E.164. */
  readonly phoneNumbers: readonly string[];
};

/** Numbers and extensions of an organization or a location, page by page. */
export function listNumbers(
  http: Http,
  filter: NumberFilter,
  signal: AbortSignal,
): AsyncGenerator<Reply<readonly PhoneNumber[]>, void> {
  return readPages(http, numberList(filter, signal));
}

/** Where a number is in an organization; `undefined` when it has no such number. */
export async function findNumber(
  http: Http,
  { orgId, phoneNumber }: { readonly orgId: string; readonly phoneNumber: string },
  signal: AbortSignal,
): Promise<Reply<PhoneNumber | undefined>> {
  const reply = await readAll(http, numberList({ orgId, phoneNumber }, signal));
  return reply.ok ? { ...reply, value: reply.value.find((number) => number.phoneNumber === phoneNumber) } : reply;
}

/** `refused`: the numbers that Webex refused one by one; the others of the request are in the location. */
export type AddedNumbers = Success<undefined> | (Refused & { readonly refused: readonly RefusedPart[] });

/**
 * Adds numbers to a location, in service at once. Numbers that the location has already are no error.
 * Never to be used where the location's PSTN is a Cisco Calling Plan or an integrated provider: it damages what Webex holds.
 */
export async function addNumbers(
  http: Http,
  { orgId, locationId, phoneNumbers }: NumbersOf,
  signal: AbortSignal,
): Promise<AddedNumbers> {
  const body = { phoneNumbers, state: "ACTIVE" };
  const about = { params: { locationId }, query: { orgId }, orgId };
  const reply = await http.send({
    method: "POST",
    route: locationRoute,
    ...about,
    body,
    answer: addedNumbersSchema,
    signal,
  });
  if (!reply.ok) return { ...reply, refused: readRefusedNumbers(reply.body) };
  return reply.value.length > 0 ? refusedInSuccess(reply) : { ...reply, value: undefined };
}

/** Takes numbers out of a location. */
export function removeNumbers(
  http: Http,
  { orgId, locationId, phoneNumbers }: NumbersOf,
  signal: AbortSignal,
): Promise<Reply<undefined>> {
  const about = { params: { locationId }, query: { orgId }, orgId };
  const body = { phoneNumbers };
  return http.send({ method: "DELETE", route: locationRoute, ...about, body, answer: noAnswer, signal });
}

/** Asks whether numbers could be added to an organization. */
export function checkNumbers(
  http: Http,
  { orgId, phoneNumbers }: Omit<NumbersOf, "locationId">,
  signal: AbortSignal,
): Promise<Reply<NumberCheck>> {
  const route = "/telephony/config/actions/validateNumbers/invoke";
  const body = { phoneNumbers };
  return http.send({ method: "POST", route, query: { orgId }, orgId, body, answer: numberCheckSchema, signal });
}

/** Asks whether extensions could be given in a location. */
export function checkExtensions(
  http: Http,
  of: { readonly orgId: string; readonly locationId: string; readonly extensions: readonly string[] },
  signal: AbortSignal,
): Promise<Reply<ExtensionCheck>> {
  const { orgId, locationId, extensions } = of;
  const route = "/telephony/config/locations/{locationId}/actions/validateExtensions/invoke";
  const about = { params: { locationId }, query: { orgId }, orgId };
  return http.send({ method: "POST", route, ...about, body: { extensions }, answer: extensionCheckSchema, signal });
}

function numberList(filter: NumberFilter, signal: AbortSignal): ListRequest<PhoneNumber> {
  return {
    route: "/telephony/config/numbers",
    query: { ...filter, max: pageSize },
    orgId: filter.orgId,
    answer: phoneNumberPageSchema,
    counted: { parameter: "start", first: 0, pageSize },
    signal,
  };
}

/** Webex said yes, and in the body no to some. */
function refusedInSuccess({ status, value, trace }: Success<readonly RefusedPart[]>): AddedNumbers {
  const message = value.map((refusal) => refusal.message).join("; ");
  return { ok: false, failure: { kind: "rejected", sent: true, message, ...trace, status }, refused: value };
}
