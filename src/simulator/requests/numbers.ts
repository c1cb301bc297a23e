/** What Webex takes in requests about phone numbers and extensions. */
import { z } from "zod";
import { pageSize, wholeNumber } from "../http/paging.ts";
import { nonEmpty } from "./fields.ts";

const phoneNumbers = z.array(nonEmpty).min(1);
const flag = z.enum(["true", "false"]).transform((text) => text === "true");

export const addNumbers = z.strictObject({
  phoneNumbers,
  numberType: z.enum(["TOLLFREE", "DID", "MOBILE"]).optional(),
  numberUsageType: z.enum(["NONE", "SERVICE"]).optional(),
  state: z.enum(["ACTIVE", "INACTIVE"]).optional(),
  subscriptionId: z.string().optional(),
  carrierId: z.uuid().optional(),
});

export const changeNumbers = z.strictObject({
  phoneNumbers,
  action: z.enum(["ACTIVATE", "DEACTIVATE"]).default("ACTIVATE"),
});

export const removeNumbers = z.strictObject({ phoneNumbers });

export const validateNumbers = z.strictObject({ phoneNumbers });

export const validateExtensions = z.strictObject({ extensions: z.array(z.string()).min(1) });

export const numbersQuery = z.strictObject({
  orgId: z.string().optional(),
  locationId: z.string().optional(),
  max: pageSize.optional(),
  start: wholeNumber.optional(),
  phoneNumber: z.string().optional(),
  available: flag.optional(),
  order: z.string().optional(),
  ownerName: z.string().optional(),
  ownerId: z.string().optional(),
  ownerType: z.string().optional(),
  extension: z.string().optional(),
  numberType: z.enum(["NUMBER", "EXTENSION"]).optional(),
  phoneNumberType: z.enum(["PRIMARY", "ALTERNATE", "FAX", "DNIS", "Default"]).optional(),
  state: z.enum(["ACTIVE", "INACTIVE", "Default"]).optional(),
  details: flag.optional(),
  tollFreeNumbers: flag.optional(),
  restrictedNonGeoNumbers: flag.optional(),
  includedTelephonyTypes: z.string().optional(),
  serviceNumber: flag.optional(),
});

export type AddNumbers = z.infer<typeof addNumbers>;
