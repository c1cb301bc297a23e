/** How Webex spells a person with calling data, and the whole that replaces it: what a request leaves out is taken away. */
import { z } from "zod";
import { foldNumber } from "../../model/names.ts";
import type { Http, Reply } from "../http/request.ts";
import { optionalText } from "../http/wire.ts";
import { withPlus } from "./numbers.wire.ts";

const texts = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);

const phoneSchema = z.object({ type: optionalText, value: optionalText, primary: z.boolean().nullish() });
const addressSchema = z.object({
  type: optionalText,
  country: optionalText,
  locality: optionalText,
  region: optionalText,
  streetAddress: optionalText,
  postalCode: optionalText,
});

export const callingPersonSchema = z
  .object({
    id: z.string(),
    emails: texts,
    phoneNumbers: z.array(phoneSchema).nullish(),
    extension: optionalText,
    locationId: optionalText,
    displayName: optionalText,
    firstName: optionalText,
    lastName: optionalText,
    avatar: optionalText,
    orgId: optionalText,
    roles: texts,
    licenses: texts,
    department: optionalText,
    manager: optionalText,
    managerId: optionalText,
    title: optionalText,
    addresses: z.array(addressSchema).nullish(),
    siteUrls: texts,
    /** A text when it is read, a boolean when it is written. */
    loginEnabled: z.union([z.boolean(), z.string()]).nullish(),
  })
  .transform(({ phoneNumbers, addresses, loginEnabled, ...person }) => ({
    ...person,
    addresses: addresses ?? [],
    isLoginEnabled: loginEnabled === true || loginEnabled === "true",
    tellsLogin: loginEnabled !== null && loginEnabled !== undefined,
    /** Those of Webex Calling, the first one first, without the blanks that Webex writes into them. */
    workNumbers: (phoneNumbers ?? [])
      .filter(({ type, value }) => type === "work" && value !== undefined)
      .toSorted((one, other) => Number(other.primary === true) - Number(one.primary === true))
      .map(({ value = "" }) => withPlus(value.replace(/[^+\d]/g, "")) ?? ""),
  }));
/** A person of an organization with number, extension, location and licences. */
export type CallingPerson = z.infer<typeof callingPersonSchema>;

/** What is to be of a person's line; absent: as it is. A blank number or extension: none. */
export type WantedLine = { readonly phoneNumber?: string | undefined; readonly extension?: string | undefined };

/** Body of PUT /people/{personId}: the person as read, with another line. `email`: the address with which they sign in. */
export function encodeReplacement(person: CallingPerson, email: string, { phoneNumber, extension }: WantedLine) {
  const [first, ...others] = person.workNumbers;
  const number = phoneNumber ?? first;
  const rest = others.filter((each) => foldNumber(each) !== foldNumber(number ?? ""));
  const numbers = [...(number ? [number] : []), ...rest];
  const digits = extension ?? person.extension;
  const { id: _id, workNumbers: _numbers, isLoginEnabled, tellsLogin, emails, displayName, ...kept } = person;
  const isFirst = (each: string) => each.toLowerCase() === email.toLowerCase();
  return {
    ...filled(kept),
    emails: [email, ...emails.filter((each) => !isFirst(each))],
    displayName: displayName ?? email,
    phoneNumbers: numbers.map((value) => ({ type: "work" as const, value })),
    extension: digits || undefined,
    ...(tellsLogin ? { loginEnabled: isLoginEnabled } : {}),
  };
}

/** Without what the person does not have: null would not be allowed. */
function filled<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined && !(Array.isArray(each) && each.length === 0)),
  ) as Partial<T>; // some of its fields
}

const oneRoute = "/people/{personId}";

export type CallingPersonOf = { readonly orgId: string; readonly personId: string };

/** One person with calling data. */
export function getCallingPerson(
  http: Http,
  { orgId, personId }: CallingPersonOf,
  signal: AbortSignal,
): Promise<Reply<CallingPerson>> {
  const about = { params: { personId }, query: { callingData: true }, orgId };
  return http.send({ method: "GET", route: oneRoute, ...about, answer: callingPersonSchema, signal });
}

/** Replaces a person. Several services of Webex have a part in it: an answer of error may have changed some of it. */
export function replacePerson(
  http: Http,
  { orgId, personId, body }: CallingPersonOf & { readonly body: ReturnType<typeof encodeReplacement> },
  signal: AbortSignal,
): Promise<Reply<CallingPerson>> {
  const about = { params: { personId }, query: { callingData: true }, orgId };
  return http.send({ method: "PUT", route: oneRoute, ...about, body, answer: callingPersonSchema, signal });
}
