/** Plans the customer itself: create it, change what differs, or leave it. Then its organisation is read, and its head office found. */
import type { ExistingOrganization } from "../model/existing.ts";
import { hasCalling } from "../model/packages.ts";
import type { Change, Need, Payloads } from "../model/plan.ts";
import type { Address, CallingPlace, CustomerRecord } from "../model/records.ts";
import type { Sourced, TemplateSource } from "./bundle.ts";
import type { Drafting } from "./drafting.ts";

export type CustomerNeeds = {
  /** The customer, and the packages that it must have. */
  readonly customer: Need | undefined;
  /** The organisation is there and may be written to. */
  readonly organization: Need | undefined;
};

export type UpdatePolicy = { readonly isRemovingPackages: boolean };

export function planCustomer(
  drafting: Drafting,
  customer: Sourced<CustomerRecord>,
  template: TemplateSource,
  existing: ExistingOrganization | undefined,
  policy: UpdatePolicy,
): CustomerNeeds {
  return existing
    ? planExisting(drafting, customer, template, existing, policy)
    : planNew(drafting, customer, template);
}

function planNew(
  drafting: Drafting,
  { row, record }: Sourced<CustomerRecord>,
  template: TemplateSource,
): CustomerNeeds {
  const customer = drafting.add<"customer">({
    row,
    resource: "customer",
    key: record.externalId,
    action: "create",
    payload: payloadOf(record, record.packages, template.provisioningId),
    needs: [template.operation === undefined ? undefined : { operation: template.operation }],
  });
  const organization = drafting.add<"organization">({
    row,
    resource: "organization",
    key: record.externalId,
    action: "read",
    payload: {},
    needs: [{ ...customer, part: "organization" }],
  });
  planInviteEmails(drafting, row, record, template, undefined, organization);
  return { customer, organization };
}

function planExisting(
  drafting: Drafting,
  { row, record }: Sourced<CustomerRecord>,
  template: TemplateSource,
  existing: ExistingOrganization,
  policy: UpdatePolicy,
): CustomerNeeds {
  const packages = packagesToSend(record.packages, existing.customer.packages, policy);
  const changes = changesOf(record, packages, existing);
  const customer = drafting.add<"customer">({
    row,
    resource: "customer",
    key: record.externalId,
    action: changes.length > 0 ? "update" : "none",
    payload: payloadOf(record, packages, undefined),
    ...(changes.length > 0 ? { changes } : {}),
  });
  planInviteEmails(drafting, row, record, template, existing.inviteEmails, undefined);
  return { customer, organization: undefined };
}

/** The setting `allow-admin-invite-emails`, the one template option that the API can apply. */
function planInviteEmails(
  drafting: Drafting,
  row: number,
  record: CustomerRecord,
  { inviteEmails }: TemplateSource,
  current: boolean | undefined,
  organization: Need | undefined,
): void {
  if (inviteEmails === undefined) return;
  const before = current === undefined ? "" : String(current);
  const changes = organization === undefined ? [{ field: "invite_emails", before, after: String(inviteEmails) }] : [];
  drafting.add<"invite_emails">({
    row,
    resource: "invite_emails",
    key: record.externalId,
    action: current === inviteEmails ? "none" : "update",
    payload: { value: inviteEmails },
    needs: [organization],
    ...(current === inviteEmails ? {} : { changes }),
  });
}

/** A PUT replaces the list: what exists and is not in the sheet stays, unless the operator says otherwise. */
function packagesToSend(
  wanted: readonly string[],
  existing: readonly string[],
  { isRemovingPackages }: UpdatePolicy,
): readonly string[] {
  return isRemovingPackages ? wanted : [...new Set([...existing, ...wanted])];
}

function changesOf(
  record: CustomerRecord,
  packages: readonly string[],
  { customer }: ExistingOrganization,
): readonly Change[] {
  const changes: Change[] = [];
  const before = customer.packages.toSorted().join(";");
  const after = packages.toSorted().join(";");
  if (before !== after) changes.push({ field: "packages", before, after });
  for (const [field, key] of addressFields) {
    const was = customer.billingAddress?.[key] ?? "";
    const is = record.billingAddress[key] ?? "";
    if (customer.billingAddress && is !== "" && was !== is) changes.push({ field, before: was, after: is });
  }
  return changes;
}

const addressFields: readonly (readonly [string, keyof Address])[] = [
  ["address_line1", "line1"],
  ["address_line2", "line2"],
  ["city", "city"],
  ["state", "state"],
  ["postal_code", "postalCode"],
  ["country", "country"],
];

function payloadOf(
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
  const { name, address, timezone, language, emergencyLocationIdentifier } = place;
  if (!timezone || !language) return undefined;
  return { name, address, timezone, language, ...(emergencyLocationIdentifier ? { emergencyLocationIdentifier } : {}) };
}
