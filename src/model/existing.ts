/** What the target holds already, as far as a plan needs it. Plain data, read by `webex/`, compared by each resource's `diff`. */
import type { InUse } from "./codes/location-codes.ts";
import type { Ids, Remark } from "./outcome.ts";
import type { Address, CallerId, DirectoryEntry, RoleName } from "./records.ts";

export type ExistingCustomer = {
  readonly customerId: string;
  /** Present as soon as the organization exists, whatever the status. */
  readonly orgId?: string;
  readonly externalId?: string;
  /** As Webex spells it. */
  readonly status: string;
  /** Codes as texts: an organization may have a package that is newer than this program, and must keep it. */
  readonly packages: readonly string[];
  /** Those of them that Webex could not provision. */
  readonly failedPackages?: readonly string[];
  readonly billingAddress?: Partial<Address>;
};

export type ExistingLocation = {
  readonly locationId: string;
  readonly name: string;
  readonly address?: Partial<Address>;
  readonly timezone?: string;
  readonly language?: string;
  /** Calling is enabled here. */
  readonly isCalling: boolean;
  readonly mainNumber?: string;
  /** Shown to who is called from the main number. */
  readonly callerIdName?: string;
  readonly routingPrefix?: string;
  /** These lists do not tell: known where the location itself was asked about. */
  readonly announcementLanguage?: string;
  readonly emergencyLocationIdentifier?: string;
};

/** Webex's own check before calling is ended at a location. */
export type ClosingCheck = InUse & {
  /** BLOCKED, UNBLOCKED, FORCE_REQUIRED; as Webex spells it. */
  readonly status: string;
};

/** What is known about a location to be removed, in addition to what lists return. */
export type ClosingLocation = {
  /** Absent: it has no calling. */
  readonly check?: ClosingCheck;
  readonly announcementLanguage?: string;
  readonly callerIdName?: string;
  readonly emergencyLocationIdentifier?: string;
};

export type ExistingNumber = {
  readonly phoneNumber?: string;
  /** It is not in service. */
  readonly isInactive?: true;
  readonly extension?: string;
  readonly locationId: string;
  readonly locationName?: string;
  /** Person, workspace or feature that uses it. */
  readonly ownerId?: string;
  /** The owner is a workspace of this name; blank if Webex returns none. */
  readonly workspace?: string;
};

export type ExistingUser = {
  readonly subscriberId: string;
  readonly personId?: string;
  /** Lower case. */
  readonly email: string;
  readonly packages: readonly string[];
  readonly isPending: boolean;
  /** What Webex says went wrong when it last worked on the user. */
  readonly remarks?: readonly Remark[];
  /** ISO 8601, by the clock of Webex. */
  readonly createdAt?: string;
};

/** A member of an organization, whether it has a subscription or not. */
export type ExistingPerson = DirectoryEntry & {
  readonly personId: string;
  /** Lower case. */
  readonly email: string;
  readonly roles: readonly RoleName[];
  /** ISO 8601, by the clock of Webex. */
  readonly createdAt?: string;
  /** Somebody has taken it out of use. */
  readonly isDeactivated?: true;
};

/** A trunk or a route group of an organization. */
export type PremiseRoute = { readonly id: string; readonly name: string; readonly type: "TRUNK" | "ROUTE_GROUP" };

export type PstnConnection = {
  readonly id: string;
  readonly displayName?: string;
  readonly type: "LOCAL_GATEWAY" | "NON_INTEGRATED_CCP" | "INTEGRATED_CCP" | "CISCO_PSTN";
  /** Of a local gateway: id of the trunk or route group. */
  readonly routeId?: string;
};

/** Of one package of a customer. */
export type Licenses = { readonly total: number; readonly used: number; readonly usedByWorkspaces: number };

/** Everything that was read of one organization. */
export type ExistingOrganization = {
  readonly customer: ExistingCustomer;
  readonly name?: string;
  readonly locations: readonly ExistingLocation[];
  readonly numbers: readonly ExistingNumber[];
  readonly users: readonly ExistingUser[];
  /** By location id, for the locations that were asked about; null: none is set. */
  readonly pstn: ReadonlyMap<string, PstnConnection | null>;
  /** By lower-case e-mail, for organizations whose sheet names roles. */
  readonly roles: ReadonlyMap<string, readonly RoleName[]>;
  readonly inviteEmails?: boolean;
  /** Trunks and route groups, where they were asked about. */
  readonly routes?: readonly PremiseRoute[];
  /** By location id: those that are to go. */
  readonly closing?: ReadonlyMap<string, ClosingLocation>;
  /** By package, if they were requested and Webex returned them. */
  readonly licenses?: ReadonlyMap<string, Licenses>;
  /** By person id, of those who were asked about: the number that they show. */
  readonly callerIds?: ReadonlyMap<string, CallerId>;
  /** All members, where they were asked about. */
  readonly people?: readonly ExistingPerson[];
};

/** Ids that everything inside an organization needs. */
export function idsOf(customer: ExistingCustomer): Ids {
  return { customerId: customer.customerId, ...(customer.orgId ? { orgId: customer.orgId } : {}) };
}
