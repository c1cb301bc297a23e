/** How /locations and /telephony/config/locations spell a location: what is read, what is sent. */
import { z } from "zod";
import type { LocationPayload, Payloads } from "../model/plan.ts";
import type { Address } from "../model/records.ts";
import { encodeLocationAddress, encodeLocationLanguage, locationAddressSchema, optionalText } from "./wire.ts";

export const locationSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    address: locationAddressSchema.nullish(),
    timeZone: optionalText,
    preferredLanguage: optionalText,
  })
  .transform(({ address, timeZone, preferredLanguage, ...location }) => ({
    ...location,
    address: address ?? undefined,
    timezone: timeZone,
    language: preferredLanguage,
  }));
export type Location = z.infer<typeof locationSchema>;

export const locationPageSchema = z.object({ items: z.array(locationSchema) }).transform((page) => page.items);

/** The caller line of a location: its main number. Webex sends null for a number that is not set. */
const callingLineSchema = z.object({ name: optionalText, phoneNumber: optionalText }).nullish();

export const callingLocationSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    announcementLanguage: optionalText,
    callingLineId: callingLineSchema,
    routingPrefix: optionalText,
    externalCallerIdName: optionalText,
    pAccessNetworkInfo: optionalText,
  })
  .transform(({ callingLineId, pAccessNetworkInfo, externalCallerIdName, ...location }) => ({
    ...location,
    mainNumber: callingLineId?.phoneNumber,
    callerIdName: callingLineId?.name ?? externalCallerIdName,
    emergencyLocationIdentifier: pAccessNetworkInfo,
  }));
/** Calling's view of a location. The list holds less of it than the single one: no announcement language, no emergency identifier. */
export type CallingLocation = z.infer<typeof callingLocationSchema>;

export const callingLocationPageSchema = z
  .object({ locations: z.array(callingLocationSchema) })
  .transform((page) => page.locations);

/** 200 and 206; a 204 has no body. With 206 a part was not done, and this says which. */
export const partialUpdateSchema = z
  .object({ batchJobId: optionalText, failureReason: optionalText })
  .nullish()
  .transform((answer) => ({ batchJobId: answer?.batchJobId, failureReason: answer?.failureReason }));

/** Body of POST /locations. */
export function encodeLocation(location: LocationPayload) {
  return {
    name: location.name,
    timeZone: location.timezone,
    preferredLanguage: encodeLocationLanguage(location.language),
    announcementLanguage: encodeLocationLanguage(location.announcementLanguage),
    address: encodeLocationAddress(location.address),
  };
}

export type LocationChange = {
  readonly name?: string;
  readonly timezone?: string;
  readonly language?: string;
  readonly address?: Address;
};

/** Body of PUT /locations/{locationId}: what is absent stays as it is, so that a second line which is no more is sent blank. */
export function encodeLocationChange({ name, timezone, language, address }: LocationChange) {
  return {
    ...(name && { name }),
    ...(timezone && { timeZone: timezone }),
    ...(language && { preferredLanguage: encodeLocationLanguage(language) }),
    ...(address && { address: { address2: "", ...encodeLocationAddress(address) } }),
  };
}

/** Body of PUT /telephony/config/locations/{locationId}: what is absent stays as it is. */
export function encodeCallingSettings(settings: Payloads["location_settings"]) {
  const { mainNumber, callerIdName, routingPrefix, emergencyLocationIdentifier, announcementLanguage } = settings;
  const callingLineId = {
    ...(callerIdName && { name: callerIdName }),
    ...(mainNumber && { phoneNumber: mainNumber }),
  };
  return {
    ...(Object.keys(callingLineId).length > 0 && { callingLineId }),
    ...(routingPrefix && { routingPrefix }),
    ...(emergencyLocationIdentifier && { pAccessNetworkInfo: emergencyLocationIdentifier }),
    ...(announcementLanguage && { announcementLanguage: encodeLocationLanguage(announcementLanguage) }),
  };
}
