/** How /wholesale/customers spells a customer: what is read, what is sent. */
import { z } from "zod";
import type { Address } from "../model/records.ts";
import {
  encodeCustomerLanguage,
  encodeLocationLanguage,
  encodeWholesaleAddress,
  optionalText,
  remarksSchema,
  wholesaleAddressSchema,
} from "./wire.ts";

/** Codes are texts here, not our `PackageCode`: an organization may have a package that is newer than this program, and must keep it. */
const packagesSchema = z
  .array(z.string())
  .nullish()
  .transform((codes) => codes ?? []);

const packageStateSchema = z.object({
  name: z.string(),
  /** provisioned, provisioning, deleting, error */
  status: optionalText,
  warnings: remarksSchema,
  errors: remarksSchema,
});

export const customerSchema = z
  .object({
    id: z.string(),
    orgId: optionalText,
    externalId: optionalText,
    address: wholesaleAddressSchema.nullish(),
    status: z.string(),
    packages: packagesSchema,
    resourceDetails: z.object({ packages: z.array(packageStateSchema).nullish() }).nullish(),
    errors: remarksSchema,
  })
  .transform(({ address, resourceDetails, ...customer }) => ({
    ...customer,
    billingAddress: address ?? undefined,
    packageStates: resourceDetails?.packages ?? [],
  }));
export type Customer = z.infer<typeof customerSchema>;

export const customerPageSchema = z.object({ items: z.array(customerSchema) }).transform((page) => page.items);

/** Answer to a creation, an update: where the customer can be asked for. */
export const customerUrlSchema = z.object({ url: z.string() });

/** The customer's id: the last segment of the URL that a creation answers with. */
export function customerIdOf(url: string): string | undefined {
  const last = url
    .split(/[?#]/)[0]
    ?.split("/")
    .findLast((segment) => segment !== "");
  return last === undefined || last.includes(":") ? undefined : decodeSegment(last);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export type CustomerPhase = "working" | "review" | "done" | "partly_done" | "failed";

/**
 * What a customer's status means to somebody who waits for it. A status that we do not know is `working`:
 * waiting has a limit, giving up has none.
 */
export function phaseOf(status: string): CustomerPhase {
  if (status === "provisioned") return "done";
  if (status === "provisioned_with_errors") return "partly_done";
  if (status === "error") return "failed";
  return status === "pending_rpl_review" ? "review" : "working";
}

export type HeadOffice = {
  readonly name: string;
  readonly address: Address;
  readonly timezone: string;
  readonly language: string;
  readonly emergencyLocationIdentifier?: string;
};

/** What an update may send. `packages` replaces the whole list: a package that is not in it is taken away. */
export type CustomerChange = {
  readonly packages: readonly string[];
  readonly externalId?: string;
  readonly billingAddress?: Address;
  readonly headOffice?: HeadOffice;
  readonly meetingsTimezone?: string;
  readonly packageLimits?: Readonly<Record<string, number>>;
  readonly subPartnerAdminEmail?: string;
};

/** What a creation sends. `name` and `adminEmail` may be absent for an organization that exists (`orgId`). */
export type NewCustomer = CustomerChange & {
  readonly externalId: string;
  readonly billingAddress: Address;
  readonly provisioningId: string;
  readonly orgId?: string;
  readonly name?: string;
  readonly adminEmail?: string;
  readonly language?: string;
};

/** Body of PUT /wholesale/customers/{customerId}. */
export function encodeCustomerChange(change: CustomerChange) {
  const provisioningParameters = encodeParameters(change);
  return {
    ...(change.externalId && { externalId: change.externalId }),
    packages: change.packages,
    ...(change.billingAddress && { address: encodeWholesaleAddress(change.billingAddress) }),
    ...(provisioningParameters && { provisioningParameters }),
    ...(change.subPartnerAdminEmail && { subPartnerAdminEmail: change.subPartnerAdminEmail }),
  };
}

/** What a precheck is asked about: the template may not be made yet. */
export type ProspectiveCustomer = Omit<NewCustomer, "provisioningId"> & { readonly provisioningId?: string };

/** Body of POST /wholesale/customers. */
export function encodeNewCustomer(customer: NewCustomer) {
  return encodeProspectiveCustomer(customer);
}

/** Body of the precheck of a customer in the full variant, which tests the provisioning ID too. */
export function encodeProspectiveCustomer(customer: ProspectiveCustomer) {
  const customerInfo = encodeCustomerInfo(customer);
  return {
    ...(customer.provisioningId && { provisioningId: customer.provisioningId }),
    ...(customer.orgId && { orgId: customer.orgId }),
    ...encodeCustomerChange(customer),
    ...(customerInfo && { customerInfo }),
  };
}

/** The API wants name and e-mail together or not at all. */
function encodeCustomerInfo({ name, adminEmail, language }: ProspectiveCustomer) {
  if (!name || !adminEmail) return undefined;
  return { name, primaryEmail: adminEmail, ...(language && { language: encodeCustomerLanguage(language) }) };
}

function encodeParameters({ headOffice, meetingsTimezone, packageLimits = {} }: CustomerChange) {
  const parameters = {
    ...(headOffice && { calling: { location: encodeHeadOffice(headOffice) } }),
    ...(meetingsTimezone && { meetings: { timezone: meetingsTimezone } }),
    ...(Object.keys(packageLimits).length > 0 && { packages: { limits: packageLimits } }),
  };
  return Object.keys(parameters).length > 0 ? parameters : undefined;
}

function encodeHeadOffice(place: HeadOffice) {
  const emergencyLocationIdentifier = place.emergencyLocationIdentifier;
  return {
    name: place.name,
    address: encodeWholesaleAddress(place.address),
    timezone: place.timezone,
    language: encodeLocationLanguage(place.language),
    ...(emergencyLocationIdentifier && { emergencyLocationIdentifier }),
  };
}
