/** What of a customer differs from what exists, and what is sent for it. Plans nothing. */
import type { ExistingCustomer, ExistingOrganization } from "../model/existing.ts";
import { hasCalling } from "../model/packages.ts";
import type { Change, CustomerPart, Payloads } from "../model/plan.ts";
import type { CallingPlace, CustomerRecord, Draft } from "../model/records.ts";
import { addressChanges, addressFields, changeOf } from "./changes.ts";
import type { LastApplied } from "./last-applied.ts";
import { identifierOf } from "./place-settings.ts";

export type UpdatePolicy = { readonly isRemovingPackages: boolean };

/** A PUT replaces the list: what exists and is not in the sheet stays, unless the operator says otherwise. */
export function packagesToSend(
  wanted: readonly string[],
  existing: readonly string[],
  { isRemovingPackages }: UpdatePolicy,
): readonly string[] {
  return isRemovingPackages ? wanted : [...new Set([...existing, ...wanted])];
}

export function customerChanges(
  record: CustomerRecord,
  packages: readonly string[],
  { customer }: ExistingOrganization,
  { customer: last }: LastApplied,
): readonly Change[] {
  const list = (codes: readonly string[]) => codes.toSorted().join(";");
  const isSame = list(customer.packages) === list(packages);
  return [
    ...(isSame ? [] : [{ field: "packages", before: list(customer.packages), after: list(packages) }]),
    ...failedAmong(packages, customer).map((code) => ({ field: "packages", before: `${code} failed`, after: code })),
    ...addressChanges(customer.billingAddress, record.billingAddress),
    ...(last ? changeOf("package_limits", formatLimits(last.packageLimits), formatLimits(limitsOf(record, last))) : []),
    ...(last ? changeOf("meetings_timezone", last.meetingsTimezone, record.meetingsTimezone) : []),
    ...(last ? changeOf("sub_partner_admin_email", last.subPartnerAdminEmail, record.subPartnerAdminEmail) : []),
  ];
}

/** A limit that the cell does not name any more stays. */
function limitsOf(
  { packageLimits }: CustomerRecord,
  last: Draft<CustomerRecord> | undefined,
): Readonly<Record<string, number>> {
  return { ...last?.packageLimits, ...packageLimits };
}

/** Webex may manage now what it could not before. */
function failedAmong(packages: readonly string[], { failedPackages = [] }: ExistingCustomer): readonly string[] {
  return failedPackages.filter((code) => packages.includes(code));
}

export function formatLimits(limits: Readonly<Record<string, number>> = {}): string {
  return Object.entries(limits)
    .map(([code, limit]) => `${code}=${limit}`)
    .toSorted()
    .join(";");
}

/** What differs, and the head office where calling is new, or failed and left none. */
export function changedCustomerPayload(
  record: CustomerRecord,
  packages: readonly string[],
  changes: readonly Change[],
  { customer }: ExistingOrganization,
  { customer: last }: LastApplied,
): Payloads["customer"] {
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
): Payloads["customer"] {
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

function headOfficeOf(place: CallingPlace): Payloads["customer"]["headOffice"] {
  const { name, address, timezone, language } = place;
  const identifier = identifierOf(place);
  if (!timezone || !language) return undefined;
  return { name, address, timezone, language, ...(identifier ? { emergencyLocationIdentifier: identifier } : {}) };
}

export function workingPackages({ packages, failedPackages = [] }: ExistingCustomer): readonly string[] {
  return packages.filter((code) => !failedPackages.includes(code));
}
