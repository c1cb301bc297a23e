/** How Webex spells phone numbers and extensions, and what it says of those it refuses: routes, what is read, what is sent. Which locations may be sent numbers at all is the caller's to know. */
import { z } from "zod";
import { foldNumber } from "../../model/names.ts";
import type { RefusedPart } from "../../model/outcome.ts";
import { text, verbatim } from "../../model/words/text.ts";
import { hintOfErrorCode } from "../http/codes/error-codes.ts";
import { type ListRequest, readAll, readPages } from "../http/pages.ts";
import type { Http, Refused, Reply, Success } from "../http/request.ts";
import { longestCode, toTargetText } from "../http/target-text.ts";
import { noAnswer, optionalText, spelledCode, targetText } from "../http/wire.ts";
import { isSameOrUnknown } from "../ids.ts";

/** E.164 is read with its plus and without it. */
export function withPlus(phoneNumber: string | undefined): string | undefined {
  return phoneNumber && /^[1-9]\d{7,14}$/.test(phoneNumber) ? `+${phoneNumber}` : phoneNumber;
}

export const phoneNumberSchema = z
  .object({
    phoneNumber: optionalText,
    extension: optionalText,
    /** ACTIVE, INACTIVE */
    state: optionalText,
    mainNumber: z.boolean().nullish(),
    location: z.object({ id: z.string(), name: optionalText }).nullish(),
    owner: z.object({ id: optionalText, type: optionalText, firstName: targetText, lastName: targetText }).nullish(),
  })
  .transform(({ mainNumber, location, owner, ...number }) => ({
    ...number,
    phoneNumber: withPlus(number.phoneNumber),
    isMainNumber: mainNumber === true,
    location: location ?? undefined,
    owner: owner ?? undefined,
  }));
/** A phone number, an extension, or both. */
export type PhoneNumber = z.infer<typeof phoneNumberSchema>;

export const phoneNumberPageSchema = z
  .object({ phoneNumbers: z.array(phoneNumberSchema) })
  .transform((page) => page.phoneNumbers);

const refusedNumberSchema = z.object({
  number: z.string(),
  errorCode: spelledCode,
  errorMessage: targetText,
  errorTitle: targetText,
  description: targetText,
});
const refusedNumbersSchema = z.object({ errors: z.array(refusedNumberSchema) });

/** More than a request has numbers. */
const mostRefused = 2_000;

/** The numbers that an answer refuses one by one: an array of `errors`, or one such object. Empty when it does no such thing. */
export function readRefusedNumbers(body: unknown): readonly RefusedPart[] {
  const parts = z.array(refusedNumbersSchema).safeParse(Array.isArray(body) ? body : [body]);
  return parts.success
    ? parts.data
        .flatMap((part) => part.errors)
        .slice(0, mostRefused)
        .map(toRefusedPart)
    : [];
}

function toRefusedPart(refused: z.infer<typeof refusedNumberSchema>): RefusedPart {
  const { number, errorCode } = refused;
  const said = refused.errorMessage ?? refused.description ?? refused.errorTitle;
  const message = said === undefined ? text("number_refused") : verbatim(said);
  const hint = hintOfErrorCode(errorCode);
  return { part: toTargetText(number, longestCode), message, ...(errorCode && { errorCode }), ...(hint && { hint }) };
}

export const numberCheckSchema = z.object({
  /** OK, ERRORS */
  status: z.string(),
  numbers: z.array(
    z.object({
      number: z.string(),
      /** Available, Duplicate, Duplicate In List, Invalid, Unavailable */
      state: z.string(),
      detail: z.array(z.string()).nullish(),
    }),
  ),
});
export type NumberCheck = z.infer<typeof numberCheckSchema>;

export const extensionCheckSchema = z.object({
  /** OK, ERRORS */
  status: z.string(),
  extensionStatus: z
    .array(
      z.object({
        extension: optionalText,
        /** VALID, DUPLICATE, DUPLICATE_IN_LIST, INVALID */
        state: z.string(),
        errorCode: spelledCode,
        message: targetText,
      }),
    )
    .nullish()
    .transform((checks) => checks ?? []),
});
export type ExtensionCheck = z.infer<typeof extensionCheckSchema>;

/** A success may refuse numbers too: a list of those, empty as a rule. */
export const addedNumbersSchema = z.unknown().transform(readRefusedNumbers);

const locationRoute = "/telephony/config/locations/{locationId}/numbers";
/** Webex's default, and the most. */
const pageSize = 2000;

export type NumberFilter = {
  readonly orgId: string;
  readonly locationId?: string;
  readonly phoneNumber?: string;
  readonly ownerId?: string;
};
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

/** The numbers and extensions of one person. */
export function findLines(
  http: Http,
  of: { readonly orgId: string; readonly ownerId: string },
  signal: AbortSignal,
): Promise<Reply<readonly PhoneNumber[]>> {
  return readAll(http, numberList(of, signal));
}

/** Where a number is in an organization; `undefined` when it has no such number. */
export async function findNumber(
  http: Http,
  { orgId, phoneNumber }: { readonly orgId: string; readonly phoneNumber: string },
  signal: AbortSignal,
): Promise<Reply<PhoneNumber | undefined>> {
  const reply = await readAll(http, numberList({ orgId, phoneNumber }, signal));
  return reply.ok ? { ...reply, value: reply.value.find((number) => isSame(number, phoneNumber)) } : reply;
}

function isSame(number: PhoneNumber, phoneNumber: string): boolean {
  return number.phoneNumber !== undefined && foldNumber(number.phoneNumber) === foldNumber(phoneNumber);
}

/** `refused`: the numbers that Webex refused one by one; the others of the request are in the location. */
export type AddedNumbers = Success<undefined> | (Refused & { readonly refused: readonly RefusedPart[] });

/**
 * Adds numbers to a location, in service at once unless they are to be inactive. Numbers that the location has already are no error.
 * Never to be used where the location's PSTN is a Cisco Calling Plan or an integrated provider: it damages what Webex holds.
 */
export async function addNumbers(
  http: Http,
  of: NumbersOf & { readonly isTollFree?: true | undefined; readonly isInactive?: true | undefined },
  signal: AbortSignal,
): Promise<AddedNumbers> {
  const { orgId, locationId, phoneNumbers, isTollFree, isInactive } = of;
  const state = isInactive ? "INACTIVE" : "ACTIVE"; // Webex names no default
  const body = { phoneNumbers, ...(isTollFree ? { numberType: "TOLLFREE" } : {}), state };
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

/** Takes numbers of a location into service, or out of it: those alone that nobody has. */
export function switchNumbers(
  http: Http,
  { orgId, locationId, phoneNumbers, action }: NumbersOf & { readonly action: "ACTIVATE" | "DEACTIVATE" },
  signal: AbortSignal,
): Promise<Reply<undefined>> {
  const about = { params: { locationId }, query: { orgId }, orgId };
  const body = { phoneNumbers, action };
  return http.send({ method: "PUT", route: locationRoute, ...about, body, answer: noAnswer, signal });
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
    isAskedFor: ({ location }) => isSameOrUnknown(location?.id, filter.locationId),
    counted: { parameter: "start", first: 0, pageSize },
    signal,
  };
}

/** Webex answered with success, but its body refuses some of them. */
function refusedInSuccess({ status, value, trace }: Success<readonly RefusedPart[]>): AddedNumbers {
  const message = text("sentences", { said: value.map((refusal) => refusal.message) });
  return { ok: false, failure: { kind: "rejected", sent: true, message, ...trace, status }, refused: value };
}
