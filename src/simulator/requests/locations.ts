/** What Webex takes in requests about locations, with calling and PSTN. */
import { z } from "zod";
import { pageSize, wholeNumber } from "../http/paging.ts";
import { e164, locationAddress, locationLanguage, nonEmpty, timeZone } from "./fields.ts";

const name = nonEmpty.max(256);
const digits = (longest: number) =>
  z.string().regex(new RegExp(`^\\d{1,${longest}}$`), `must be 1 to ${longest} digits`);

export const createLocation = z.strictObject({
  name,
  timeZone,
  preferredLanguage: locationLanguage,
  announcementLanguage: locationLanguage,
  address: locationAddress,
  latitude: z.string().optional(),
  longitude: z.string().optional(),
  notes: z.string().optional(),
});

export const updateLocation = z.strictObject({
  name: name.optional(),
  timeZone: timeZone.optional(),
  preferredLanguage: locationLanguage.optional(),
  address: locationAddress.partial().optional(),
});

export const enableCalling = z.strictObject({
  id: nonEmpty,
  name: nonEmpty.max(80, "the name of a calling location has at most 80 characters"),
  timeZone,
  preferredLanguage: locationLanguage,
  announcementLanguage: locationLanguage,
  address: locationAddress,
});

export const updateCalling = z.strictObject({
  announcementLanguage: locationLanguage.optional(),
  callingLineId: z.strictObject({ name: z.string().max(30).optional(), phoneNumber: e164.optional() }).optional(),
  connection: z.strictObject({ type: z.enum(["ROUTE_GROUP", "TRUNK"]), id: nonEmpty }).optional(),
  externalCallerIdName: z.string().max(30).optional(),
  pAccessNetworkInfo: z.string().optional(),
  outsideDialDigit: digits(2).optional(),
  enforceOutsideDialDigit: z.boolean().optional(),
  routingPrefix: digits(7).optional(),
  chargeNumber: e164.optional(),
});

export const putConnection = z.strictObject({
  id: nonEmpty.optional(),
  premiseRouteType: z.enum(["TRUNK", "ROUTE_GROUP"]).optional(),
  premiseRouteId: nonEmpty.optional(),
});

export const locationsQuery = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  orgId: z.string().optional(),
  max: pageSize.optional(),
  start: wholeNumber.optional(),
});

export const callingLocationsQuery = z.strictObject({
  orgId: z.string().optional(),
  max: pageSize.optional(),
  start: wholeNumber.optional(),
  name: z.string().optional(),
  order: z.string().optional(),
});

export const optionsQuery = z.strictObject({ orgId: z.string().optional(), serviceTypes: z.string().optional() });

export const languagesQuery = z.strictObject({ ttsLanguage: z.enum(["true", "false"]).optional() });

export type UpdateLocation = z.infer<typeof updateLocation>;
export type UpdateCalling = z.infer<typeof updateCalling>;
export type PutConnection = z.infer<typeof putConnection>;
