/** What Webex takes in requests about wholesale subscribers. */
import { z } from "zod";
import { pageSize, wholeNumber } from "../http/paging.ts";
import { e164, email, nonEmpty, onBehalf } from "../http/wire.ts";
import { singlePackages, subscriberPackages } from "../rules/packages.ts";

const packages = z
  .array(z.enum(subscriberPackages))
  .min(1)
  .refine((codes) => new Set(codes).size === codes.length, "a package stands in the list twice");

const callingParameters = {
  primaryPhoneNumber: e164.optional(),
  extension: z.string().optional(),
  locationId: z.string().optional(),
};

const provisioningParameters = z.strictObject({
  firstName: nonEmpty.optional(),
  lastName: nonEmpty.optional(),
  ...callingParameters,
});

const eitherPackages = (body: { package?: unknown; packages?: unknown }) =>
  (body.package === undefined) !== (body.packages === undefined);
const eitherMessage = "exactly one of packages and package must be given";

export const createSubscriber = z
  .strictObject({
    customerId: nonEmpty,
    email,
    package: z.enum(singlePackages).optional(),
    packages: packages.optional(),
    provisioningParameters,
  })
  .refine(eitherPackages, eitherMessage);

export const updateSubscriber = z
  .strictObject({
    package: z.enum(subscriberPackages).optional(),
    packages: packages.optional(),
    provisioningParameters: z.strictObject(callingParameters).optional(),
  })
  .refine(eitherPackages, eitherMessage);

export const validateSubscriber = z.strictObject({
  provisioningId: nonEmpty.optional(),
  customerId: nonEmpty.optional(),
  email,
  package: z.enum(singlePackages).optional(),
  packages: packages.optional(),
  provisioningParameters: provisioningParameters.optional(),
  customerInfo: z.strictObject({ primaryEmail: email }).optional(),
});

/** Milliseconds since the epoch, or ISO 8601. */
const moment = z
  .string()
  .refine(
    (text) => /^\d+$/.test(text) || !Number.isNaN(Date.parse(text)),
    "must be epoch milliseconds or an ISO 8601 date",
  )
  .transform((text) => (/^\d+$/.test(text) ? Number(text) : Date.parse(text)));

export const subscribersQuery = z.strictObject({
  max: pageSize.optional(),
  offset: wholeNumber.optional(),
  customerId: z.string().optional(),
  personId: z.string().optional(),
  externalCustomerId: z.string().optional(),
  email: z
    .string()
    .transform((text) => text.toLowerCase())
    .optional(),
  status: z.enum(["provisioned", "pending_user_migration"]).optional(),
  after: moment.optional(),
  lastStatusChange: moment.optional(),
  sortBy: z.enum(["created", "lastStatusChange"]).optional(),
  sortOrder: z.enum(["ASC", "DESC"]).optional(),
  ...onBehalf,
});

export type SubscribersQuery = z.infer<typeof subscribersQuery>;
export type CreateSubscriber = z.infer<typeof createSubscriber>;
export type ValidateSubscriber = z.infer<typeof validateSubscriber>;
export type CallingParameters = {
  readonly primaryPhoneNumber?: string | undefined;
  readonly extension?: string | undefined;
  readonly locationId?: string | undefined;
};

const singles: ReadonlySet<string> = new Set(singlePackages);

/** Does the deprecated `package` field know it? */
export function isSinglePackage(code: string): boolean {
  return singles.has(code);
}
