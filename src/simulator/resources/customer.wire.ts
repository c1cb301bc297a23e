/** What Webex takes in requests about wholesale customers. */
import { z } from "zod";
import { pageSize, wholeNumber } from "../http/paging.ts";
import {
  billingAddress,
  customerLanguage,
  email,
  locationLanguage,
  nonEmpty,
  onBehalf,
  timeZone,
} from "../http/wire.ts";
import { customerPackages } from "../rules/packages.ts";

const limit = z.int().min(0).optional();

const provisioningParameters = z.strictObject({
  calling: z
    .strictObject({
      location: z.strictObject({
        name: nonEmpty.max(80, "the name of a calling location has at most 80 characters"),
        address: billingAddress,
        timezone: timeZone,
        language: locationLanguage,
        emergencyLocationIdentifier: z.string().optional(),
      }),
    })
    .optional(),
  meetings: z.strictObject({ timezone: timeZone.optional() }).optional(),
  packages: z
    .strictObject({
      limits: z
        .strictObject({
          webex_calling: limit,
          common_area_calling: limit,
          webex_meetings: limit,
          webex_suite: limit,
          webex_voice: limit,
          cx_essentials: limit,
          webex_calling_standard: limit,
          attendant_console: limit,
        })
        .optional(),
    })
    .optional(),
});

const name = nonEmpty.max(256).refine((text) => !text.includes("%"), 'the name cannot include the "%" character');

const packages = z
  .array(z.enum(customerPackages))
  .min(1)
  .refine((codes) => new Set(codes).size === codes.length, "a package stands in the list twice");

export const createCustomer = z.strictObject({
  provisioningId: nonEmpty,
  packages,
  orgId: z.string().optional(),
  externalId: nonEmpty,
  address: billingAddress,
  customerInfo: z.strictObject({ name, primaryEmail: email, language: customerLanguage.optional() }).optional(),
  provisioningParameters: provisioningParameters.optional(),
  subPartnerAdminEmail: email.optional(),
});

export const updateCustomer = z.strictObject({
  externalId: nonEmpty.optional(),
  packages,
  address: billingAddress.optional(),
  provisioningParameters: provisioningParameters.optional(),
  subPartnerAdminEmail: email.optional(),
});

/** The precheck: nearly all of the create request may stand there, two things must. */
export const validateCustomer = createCustomer
  .omit({ subPartnerAdminEmail: true })
  .partial()
  .extend({
    address: billingAddress,
    customerInfo: z.strictObject({ name: name.optional(), primaryEmail: email }).optional(),
  });

export const customersQuery = z.strictObject({
  externalId: z.string().optional(),
  orgId: z.string().optional(),
  status: z.string().optional(),
  offset: wholeNumber.optional(),
  max: pageSize.optional(),
  ...onBehalf,
});

export const customerQuery = z.strictObject({
  ...onBehalf,
  includePackageLicenseInfo: z.enum(["true", "false"]).optional(),
});

export type CreateCustomer = z.infer<typeof createCustomer>;
export type UpdateCustomer = z.infer<typeof updateCustomer>;
export type ValidateCustomer = z.infer<typeof validateCustomer>;
export type ProvisioningParameters = z.infer<typeof provisioningParameters>;
