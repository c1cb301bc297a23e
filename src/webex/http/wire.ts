/** The API's spelling of what its resources share: texts, codes, addresses, languages. The resources' own shapes stand in `wire-*.ts`. */
import { z } from "zod";
import type { WebexCode } from "../../model/problem-code.ts";
import type { Address } from "../../model/records.ts";
import { longestCode, toTargetText } from "./target-text.ts";

/** Absent, null and empty are one to us: Webex sends all three. */
export const optionalText = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((text) => text || undefined);

/** A text that people will read: a message, a description. */
export const targetText = optionalText.transform((text) => text && toTargetText(text));

/** A short one: a status, a tracking id. */
export const toldCode = optionalText.transform((text) => text && toTargetText(text, longestCode));

/** A code that Webex sends as a number or as a text. Some prechecks send an object instead of it: its own code then. */
export const spelledCode = z
  .union([z.string(), z.number(), z.object({ errorCode: z.union([z.string(), z.number()]) })])
  .nullish()
  .catch(undefined)
  .transform((code) => {
    const plain = typeof code === "object" ? code?.errorCode : code;
    if (plain === undefined || plain === "") return undefined;
    return toTargetText(String(plain), longestCode) as WebexCode; // as Webex spells it: this is where it is read
  });

/** `errors[]` and `warnings[]` of wholesale resources. */
export const remarksSchema = z
  .array(z.object({ errorCode: spelledCode, description: targetText }))
  .nullish()
  .transform((remarks) => remarks ?? []);

/** For answers whose body nobody reads. */
export const noAnswer = z.unknown().transform(() => undefined);

export const idAnswer = z.object({ id: z.string() });

/** Addresses of /wholesale. */
export const wholesaleAddressSchema = z
  .object({
    addressLine1: optionalText,
    addressLine2: optionalText,
    city: optionalText,
    stateOrProvince: optionalText,
    zipOrPostalCode: optionalText,
    country: optionalText,
  })
  .transform((wire) =>
    readAddress(
      wire.addressLine1,
      wire.addressLine2,
      wire.city,
      wire.stateOrProvince,
      wire.zipOrPostalCode,
      wire.country,
    ),
  );

/** Addresses of /locations and /telephony. */
export const locationAddressSchema = z
  .object({
    address1: optionalText,
    address2: optionalText,
    city: optionalText,
    state: optionalText,
    postalCode: optionalText,
    country: optionalText,
  })
  .transform((wire) => readAddress(wire.address1, wire.address2, wire.city, wire.state, wire.postalCode, wire.country));

function readAddress(
  line1: string | undefined,
  line2: string | undefined,
  city: string | undefined,
  state: string | undefined,
  postalCode: string | undefined,
  country: string | undefined,
): Address {
  return {
    line1: line1 ?? "",
    ...(line2 && { line2 }),
    city: city ?? "",
    ...(state && { state }),
    ...(postalCode && { postalCode }),
    country: country ?? "",
  };
}

/** As /wholesale spells an address. */
export function encodeWholesaleAddress(address: Address) {
  return {
    addressLine1: address.line1,
    ...(address.line2 && { addressLine2: address.line2 }),
    city: address.city,
    ...(address.state && { stateOrProvince: address.state }),
    ...(address.postalCode && { zipOrPostalCode: address.postalCode }),
    country: address.country,
  };
}

/** As /locations and /telephony spell an address. */
export function encodeLocationAddress(address: Address) {
  return {
    address1: address.line1,
    ...(address.line2 && { address2: address.line2 }),
    city: address.city,
    ...(address.state && { state: address.state }),
    ...(address.postalCode && { postalCode: address.postalCode }),
    country: address.country,
  };
}

/** `en`, `en-US`, `EN_us` -> `en`, `en_US`: the style of `customerInfo.language`. */
export function encodeCustomerLanguage(language: string): string {
  const [name = "", region] = language.split(/[-_]/);
  return region ? `${name.toLowerCase()}_${region.toUpperCase()}` : name.toLowerCase();
}

/** `en-US`, `en_US` -> `en_us`: the style of locations and announcements. */
export function encodeLocationLanguage(language: string): string {
  return language.replace("-", "_").toLowerCase();
}
