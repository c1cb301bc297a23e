/** Plans the customer itself: create it, change what differs, or leave it. Then its organisation is read, and its head office found. */
import type { ExistingCustomer, ExistingOrganization } from "../model/existing.ts";
import { hasCalling } from "../model/packages.ts";
import type { Change, Need, Payloads } from "../model/plan.ts";
import type { CallingPlace, CustomerRecord } from "../model/records.ts";
import type { Sourced, TemplateSource } from "./bundle.ts";
import { addressChanges, changeOf, notOffered } from "./changes.ts";
import type { Drafting } from "./drafting.ts";
import type { LastApplied } from "./last-applied.ts";

export type CustomerNeeds = {
  /** The organisation is there and may be written to. */
  readonly organization: Need | undefined;
  /** A calling package works. */
  readonly calling: Need | undefined;
  /** This package of the customer works. */
  packageWorks(code: string): Need | undefined;
};

/** Of a customer that is there, and that nothing is done to. */
export const noNeeds: CustomerNeeds = {
  organization: undefined,
  calling: undefined,
  packageWorks: () => undefined,
};

export type UpdatePolicy = { readonly isRemovingPackages: boolean };

export function planCustomer(
  drafting: Drafting,
  customer: Sourced<CustomerRecord>,
  template: TemplateSource,
  existing: ExistingOrganization | undefined,
  { policy, last }: { readonly policy: UpdatePolicy; readonly last: LastApplied },
): CustomerNeeds {
  if (!existing) return planNew(drafting, customer, template, "create");
  if (!existing.customer.orgId) return planNew(drafting, customer, template, "read");
  return planExisting(drafting, customer, template, existing, policy, last);
}

/** `read`: the customer is there, and Webex still works on it. */
function planNew(
  drafting: Drafting,
  { row, record }: Sourced<CustomerRecord>,
  template: TemplateSource,
  action: "create" | "read",
): CustomerNeeds {
  const customer = drafting.add<"customer">({
    row,
    resource: "customer",
    key: record.externalId,
    action,
    payload: payloadOf(record, record.packages, template.provisioningId),
    needs: [action === "read" || template.operation === undefined ? undefined : { operation: template.operation }],
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
  return { organization, calling: { ...customer, part: "calling" }, packageWorks: (part) => ({ ...customer, part }) };
}

function planExisting(
  drafting: Drafting,
  { row, record }: Sourced<CustomerRecord>,
  template: TemplateSource,
  existing: ExistingOrganization,
  policy: UpdatePolicy,
  last: LastApplied,
): CustomerNeeds {
  const packages = packagesToSend(record.packages, existing.customer.packages, policy);
  const changes = changesOf(record, packages, existing, last);
  const refusal = notOffered(unchangeable(record, last), "Partner Hub, under the customer");
  const customer = drafting.add<"customer">({
    row,
    resource: "customer",
    key: record.externalId,
    action: changes.length > 0 || refusal ? "update" : "none",
    payload: payloadOf(record, packages, undefined),
    ...(changes.length > 0 ? { changes } : {}),
    ...(refusal ? { refusal } : {}),
  });
  planName(drafting, row, record, existing, last);
  planInviteEmails(drafting, row, record, template, existing.inviteEmails, undefined);
  return refusal ? noNeeds : needsOfChange(customer, existing.customer);
}

/** What works already is there for locations and users, whatever becomes of the change. */
function needsOfChange(change: Need, existing: ExistingCustomer): CustomerNeeds {
  const working = existing.packages.filter((code) => !existing.failedPackages?.includes(code));
  return {
    organization: undefined,
    calling: hasCalling(working) ? undefined : { ...change, part: "calling" },
    packageWorks: (code) => (working.includes(code) ? undefined : { ...change, part: code }),
  };
}

/** A customer is renamed at its organisation; so is the language in which Webex writes to it. */
function planName(
  drafting: Drafting,
  row: number,
  { externalId, name, language }: CustomerRecord,
  existing: ExistingOrganization,
  last: LastApplied,
): void {
  const displayName = name ?? existing.name;
  const changes = [
    ...(existing.name === undefined ? [] : changeOf("name", existing.name, name)),
    ...(last.customer ? changeOf("language", last.customer.language, language) : []),
  ];
  if (changes.length === 0 || !displayName) return;
  drafting.add<"organization_name">({
    row,
    resource: "organization_name",
    key: externalId,
    action: "update",
    payload: { name: displayName, ...(language ? { language } : {}) },
    changes,
  });
}

/** Known only from what was last sent. */
function unchangeable(record: CustomerRecord, { customer: last }: LastApplied): readonly Change[] {
  if (!last) return [];
  return [
    ...(last.adminEmail ? changeOf("admin_email", last.adminEmail, record.adminEmail) : []),
    ...(last.provisioningId ? changeOf("provisioning_id", last.provisioningId, record.provisioningId) : []),
    ...(last.template ? changeOf("template", last.template, record.template) : []),
  ];
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
  { customer: last }: LastApplied,
): readonly Change[] {
  const list = (codes: readonly string[]) => codes.toSorted().join(";");
  const isSame = list(customer.packages) === list(packages);
  return [
    ...(isSame ? [] : [{ field: "packages", before: list(customer.packages), after: list(packages) }]),
    ...failedAmong(packages, customer).map((code) => ({ field: "packages", before: `${code} failed`, after: code })),
    ...addressChanges(customer.billingAddress, record.billingAddress),
    ...(last ? changeOf("package_limits", formatLimits(last.packageLimits), formatLimits(record.packageLimits)) : []),
    ...(last ? changeOf("meetings_timezone", last.meetingsTimezone, record.meetingsTimezone) : []),
    ...(last ? changeOf("sub_partner_admin_email", last.subPartnerAdminEmail, record.subPartnerAdminEmail) : []),
  ];
}

/** Webex may manage now what it could not before. */
function failedAmong(packages: readonly string[], { failedPackages = [] }: ExistingCustomer): readonly string[] {
  return failedPackages.filter((code) => packages.includes(code));
}

function formatLimits(limits: Readonly<Record<string, number>> = {}): string {
  return Object.entries(limits)
    .map(([code, limit]) => `${code}=${limit}`)
    .toSorted()
    .join(";");
}

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
