/** Fields that the requests of several resources have: e-mail, addresses, time zone, languages, numbers, the organization. */
import { z } from "zod";

export const nonEmpty = z.string().trim().min(1);

/** Compared in lower case. */
export const email = z.email({ pattern: z.regexes.html5Email }).transform((text) => text.toLowerCase());

const country = z.string().regex(/^[A-Z]{2}$/, "must be an ISO 3166-1 code of two capital letters");
const addressLine = z.string().max(50, "an address line has at most 50 characters");

/** Of the wholesale API. */
export const billingAddress = z.strictObject({
  addressLine1: addressLine.min(1),
  addressLine2: addressLine.optional(),
  city: nonEmpty,
  stateOrProvince: z.string().optional(),
  zipOrPostalCode: z.string().optional(),
  country,
});

/** Of the locations API. */
export const locationAddress = z.strictObject({
  address1: addressLine.min(1),
  address2: addressLine.optional(),
  city: nonEmpty,
  state: nonEmpty,
  postalCode: nonEmpty,
  country,
});

export const timeZone = z.string().refine(isTimeZone, "is not an IANA time zone");

/** `nl` or `nl_NL`: the wholesale API's customerInfo. In any case: the description only shows examples. */
export const customerLanguage = z
  .string()
  .regex(/^[a-z]{2}(_[a-z]{2})?$/i, "must be like en or en_US")
  .transform((code) => code.toLowerCase().replace(/_.*/, (country) => country.toUpperCase()));

/** `nl_nl`: locations and calling. In any case, likewise. */
export const locationLanguage = z
  .string()
  .regex(/^[a-z]{2}(_[a-z]{2})?$/i, "must be like en_us")
  .transform((code) => code.toLowerCase());

export const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "must be an E.164 number");

/** Sub-partner mode. */
export const onBehalf = { onBehalfOfSubPartnerOrgId: z.string().optional() };

export const onBehalfQuery = z.strictObject(onBehalf);

/** Routes of an organization name it; absent: the partner's own. */
export const orgQuery = z.strictObject({ orgId: z.string().optional() });

const knownZones = new Map<string, boolean>();

function isTimeZone(name: string): boolean {
  const known = knownZones.get(name);
  if (known !== undefined) return known;
  const found = name.includes("/") ? isAcceptedByPlatform(name) : name === "UTC";
  knownZones.set(name, found);
  return found;
}

function isAcceptedByPlatform(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
