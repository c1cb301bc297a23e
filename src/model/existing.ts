/** What the target holds already, as far as a plan needs it. Plain data, read by `webex/`, compared by `plan/`. */
import type { Ids } from "./outcome.ts";
import type { Address, PackageCode, RoleName } from "./records.ts";

export const customerStatuses = [
  "provisioning",
  "updating",
  "deleting",
  "pending_rpl_review",
  "provisioned",
  "provisioned_with_errors",
  "error",
] as const;
export type CustomerStatus = (typeof customerStatuses)[number];

export type ExistingCustomer = {
  readonly customerId: string;
  /** Present as soon as the organisation exists, whatever the status. */
  readonly orgId?: string;
  readonly externalId?: string;
  readonly status: CustomerStatus;
  readonly packages: readonly PackageCode[];
  readonly billingAddress?: Partial<Address>;
  /** Packages that Webex could not provision, with its reason. */
  readonly failedPackages: readonly { readonly name: string; readonly message: string; readonly errorCode?: string }[];
  readonly errors: readonly { readonly message: string; readonly errorCode?: string }[];
};

export type ExistingPlace = {
  readonly locationId: string;
  readonly name: string;
  readonly address?: Partial<Address>;
  readonly timezone?: string;
  readonly language?: string;
  /** Calling is enabled here. */
  readonly isCalling: boolean;
  readonly mainNumber?: string;
  readonly routingPrefix?: string;
};

export type ExistingNumber = {
  readonly phoneNumber?: string;
  readonly extension?: string;
  readonly locationId: string;
  /** Person, workspace or feature that uses it. */
  readonly ownerId?: string;
};

export type ExistingUser = {
  readonly subscriberId: string;
  readonly personId?: string;
  /** Lower case. */
  readonly email: string;
  readonly packages: readonly PackageCode[];
  readonly isPending: boolean;
};

export type PstnConnection = {
  readonly id: string;
  readonly displayName?: string;
  readonly type: "LOCAL_GATEWAY" | "NON_INTEGRATED_CCP" | "INTEGRATED_CCP" | "CISCO_PSTN";
};

/** Everything that was read of one organisation. */
export type ExistingOrganization = {
  readonly customer: ExistingCustomer;
  readonly places: readonly ExistingPlace[];
  readonly numbers: readonly ExistingNumber[];
  readonly users: readonly ExistingUser[];
  /** By location id, for the locations that were asked about; null: none is set. */
  readonly pstn: ReadonlyMap<string, PstnConnection | null>;
  /** By person id or lower-case e-mail, for organisations whose sheet names roles. */
  readonly roles: ReadonlyMap<string, readonly RoleName[]>;
  readonly inviteEmails?: boolean;
};

/** Ids that everything inside an organisation needs. */
export function idsOf(customer: ExistingCustomer): Ids {
  return { customerId: customer.customerId, ...(customer.orgId ? { orgId: customer.orgId } : {}) };
}
