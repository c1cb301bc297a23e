/** What of a customer differs from what exists, and what is sent for it. Plans nothing. */
import { addressFields } from "../model/changes.ts";
import type { ExistingCustomer, ExistingOrganization } from "../model/existing.ts";
import { hasCalling } from "../model/packages.ts";
import type { Change } from "../model/plan.ts";
import type { CustomerRecord, Draft, LocationCalling } from "../model/records.ts";
import {
  type CustomerPart,
  type CustomerPayload,
  customer as customerAtWebex,
  withKept,
} from "../webex/resources/customer.ts";
import type { LastApplied } from "./last-applied.ts";
import { identifierOf } from "./location-settings.ts";

export type UpdatePolicy = {
  readonly isRemovingPackages: boolean;
  readonly isKeepingPersons?: boolean;
  readonly isAdopting?: boolean;
  readonly isRemovingCustomers?: boolean;
  readonly isDeletingOrganizations?: boolean;
  /** Of moves: voice messages and memberships may be lost. */
  readonly isAcceptingImpacts?: boolean;
  /** Of moves: a number that does not go along is removed and added. */
  readonly isAllowingOutage?: boolean;
  readonly isForcingLocations?: boolean;
  /** Numbers of a location that its row does not list are released. */
  readonly isRemovingNumbers?: boolean;
  /** Of a comparison, that is never carried out: also what stands there beyond what the rows ask for is a change. */
  readonly isWhole?: boolean;
};

/** A PUT replaces the list: what exists and is not in the sheet stays, unless the operator says otherwise. */
export function packagesToSend(
  wanted: readonly string[],
  existing: readonly string[],
  { isRemovingPackages }: UpdatePolicy,
): readonly string[] {
  return isRemovingPackages ? wanted : withKept(wanted, existing);
}

export function customerChanges(
  record: CustomerRecord,
  packages: readonly string[],
  { customer }: ExistingOrganization,
  { customer: last }: LastApplied,
): readonly Change[] {
  const { billingAddress, packageLimits, meetingsTimezone, subPartnerAdminEmail } = record;
  const want = { packages, billingAddress, packageLimits, meetingsTimezone, subPartnerAdminEmail };
  return customerAtWebex.diff(want, { ...customer, sent: last });
}

/** A limit that the cell does not name any more stays. */
function limitsOf(
  { packageLimits }: CustomerRecord,
  last: Draft<CustomerRecord> | undefined,
): Readonly<Record<string, number>> {
  return { ...last?.packageLimits, ...packageLimits };
}

/** What differs, and the head office where calling is new, or failed and left none. */
export function changedCustomerPayload(
  record: CustomerRecord,
  packages: readonly string[],
  changes: readonly Change[],
  { customer }: ExistingOrganization,
  { customer: last }: LastApplied,
): CustomerPayload {
  const has = (field: string) => changes.some((change) => change.field === field);
  const isNewCalling = !hasCalling(workingPackages(customer)) && hasCalling(packages);
  const only: readonly CustomerPart[] = [
    ...(addressFields.some(([field]) => has(field)) ? (["billingAddress"] as const) : []),
    ...(isNewCalling ? (["headOffice"] as const) : []),
    ...(has("package_limits") ? (["packageLimits"] as const) : []),
    ...(has("meetings_timezone") ? (["meetingsTimezone"] as const) : []),
    ...(has("sub_partner_admin_email") ? (["subPartnerAdminEmail"] as const) : []),
  ];
  return { ...customerPayload(record, packages, undefined), packageLimits: limitsOf(record, last), only };
}

export function customerPayload(
  record: CustomerRecord,
  packages: readonly string[],
  provisioningId: string | undefined,
): CustomerPayload {
  const { externalId, orgId, name, adminEmail, language, packageLimits, billingAddress, meetingsTimezone } = record;
  const headOffice = hasCalling(packages) ? headOfficeOf(record.headOffice) : undefined;
  const id = provisioningId ?? record.provisioningId;
  return {
    externalId,
    packages,
    packageLimits,
    billingAddress,
    ...(id ? { provisioningId: id } : {}),
    ...(orgId ? { orgId } : {}),
    ...(name ? { name } : {}),
    ...(adminEmail ? { adminEmail } : {}),
    ...(language ? { language } : {}),
    ...(headOffice ? { headOffice } : {}),
    ...(meetingsTimezone ? { meetingsTimezone } : {}),
    ...(record.subPartnerAdminEmail ? { subPartnerAdminEmail: record.subPartnerAdminEmail } : {}),
  };
}

function headOfficeOf(location: LocationCalling): CustomerPayload["headOffice"] {
  const { name, address, timezone, language } = location;
  const identifier = identifierOf(location);
  if (!timezone || !language) return undefined;
  return { name, address, timezone, language, ...(identifier ? { emergencyLocationIdentifier: identifier } : {}) };
}

export function workingPackages({ packages, failedPackages = [] }: ExistingCustomer): readonly string[] {
  return packages.filter((code) => !failedPackages.includes(code));
}
