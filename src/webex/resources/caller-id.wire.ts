/** How Webex spells the caller ID of a person, and the whole that replaces it. */
import { z } from "zod";
import type { CallerId } from "../../model/records.ts";
import type { Http, Reply } from "../http/request.ts";
import { noAnswer, optionalText } from "../http/wire.ts";

const flag = z.boolean().nullish();

/** What a change may send again, as it was read. */
const keptSchema = z.object({
  blockInForwardCallsEnabled: flag,
  externalCallerIdNamePolicy: optionalText,
  customExternalCallerIdName: optionalText,
  additionalExternalCallerIdDirectLineEnabled: flag,
  additionalExternalCallerIdLocationNumberEnabled: flag,
  additionalExternalCallerIdCustomNumber: optionalText,
  directLineCallerIdName: z.object({ selection: optionalText, customName: optionalText }).nullish(),
  dialByFirstName: optionalText,
  dialByLastName: optionalText,
});

export const callerIdSchema = keptSchema
  .extend({
    /** Those that Webex allows for this person. */
    types: z.array(z.string()).nullish(),
    selected: z.string(),
    customNumber: optionalText,
    firstName: optionalText,
    lastName: optionalText,
  })
  .transform(({ types, selected, customNumber, firstName, lastName, ...kept }) => ({
    allowed: types ?? [],
    selected,
    customNumber,
    firstName,
    lastName,
    kept,
  }));
/** Which number and which names a person shows to those whom they call. */
export type PersonCallerId = z.infer<typeof callerIdSchema>;

const spellings = { direct: "DIRECT_LINE", location: "LOCATION_NUMBER" } as const;

/** As a sheet says it; undefined for one that no sheet can say. */
export function shownBy({
  selected,
  customNumber,
}: Pick<PersonCallerId, "selected" | "customNumber">): CallerId | undefined {
  if (selected === spellings.direct) return "direct";
  if (selected === spellings.location) return "location";
  return selected === "CUSTOM" && customNumber ? `+${customNumber.replace(/\D/g, "")}` : undefined;
}

/** How Webex calls the choice. */
export function selectionOf(show: CallerId): string {
  return show === "direct" || show === "location" ? spellings[show] : "CUSTOM";
}

/** Body of PUT /people/{personId}/features/callerId: what was read, with another number where one is given. First and last name have given way to newer fields. */
export function encodeCallerId(read: PersonCallerId, show: CallerId | undefined) {
  const { kept, firstName, lastName } = read;
  const { directLineCallerIdName: name, ...rest } = kept;
  return {
    ...filled(rest),
    ...(name ? { directLineCallerIdName: filled(name) } : filled({ firstName, lastName })),
    ...numberShown(read, show),
  };
}

function numberShown({ selected, customNumber }: PersonCallerId, show: CallerId | undefined) {
  if (show === undefined) return { selected, ...filled({ customNumber }) };
  return { selected: selectionOf(show), ...(show === "direct" || show === "location" ? {} : { customNumber: show }) };
}

/** First and last name of a person. */
export type Names = { readonly firstName: string; readonly lastName: string };

/** The caller ID with the new names wherever it holds the old ones; the same object where it holds none. */
export function withNames(read: PersonCallerId, before: Names, after: Names): PersonCallerId {
  const { kept } = read;
  const { directLineCallerIdName: name, dialByFirstName: first, dialByLastName: last } = kept;
  const whole = ({ firstName, lastName }: Names) => `${firstName} ${lastName}`;
  const isOf = (value: string | null | undefined, field: keyof Names) =>
    before[field] !== after[field] && value === before[field];
  const renamed = {
    ...(isOf(first, "firstName") ? { dialByFirstName: after.firstName } : {}),
    ...(isOf(last, "lastName") ? { dialByLastName: after.lastName } : {}),
    ...(name?.customName === whole(before) ? { directLineCallerIdName: { ...name, customName: whole(after) } } : {}),
  };
  // told beside the newer fields they are never sent
  const older = {
    ...(!name && isOf(read.firstName, "firstName") ? { firstName: after.firstName } : {}),
    ...(!name && isOf(read.lastName, "lastName") ? { lastName: after.lastName } : {}),
  };
  if (Object.keys(renamed).length + Object.keys(older).length === 0) return read;
  return { ...read, ...older, kept: { ...kept, ...renamed } };
}

/** Without what is not told: null would not be allowed. */
function filled<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined && each !== null),
  ) as Partial<T>; // some of its fields
}

const route = "/people/{personId}/features/callerId";

export type CallerIdOf = { readonly orgId: string; readonly personId: string };

/** The caller ID of one person. */
export function getCallerId(
  http: Http,
  { orgId, personId }: CallerIdOf,
  signal: AbortSignal,
): Promise<Reply<PersonCallerId>> {
  return http.send({ method: "GET", route, params: { personId }, orgId, answer: callerIdSchema, signal });
}

/** Replaces the caller ID of one person. */
export function putCallerId(
  http: Http,
  { orgId, personId, body }: CallerIdOf & { readonly body: ReturnType<typeof encodeCallerId> },
  signal: AbortSignal,
): Promise<Reply<undefined>> {
  return http.send({ method: "PUT", route, params: { personId }, orgId, body, answer: noAnswer, signal });
}
