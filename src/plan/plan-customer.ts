/** Plans the customer itself: create it, change what differs, or leave it. Then its organisation is read, and its head office found. */
import type { ExistingCustomer, ExistingOrganization } from "../model/existing.ts";
import { hasCalling } from "../model/packages.ts";
import type { Change, Need } from "../model/plan.ts";
import type { CustomerRecord } from "../model/records.ts";
import { isSameId } from "../webex/ids.ts";
import type { Sourced, TemplateSource } from "./bundle.ts";
import { changeOf, neverSent, notOffered } from "./changes.ts";
import {
  changedCustomerPayload,
  customerChanges,
  customerPayload,
  formatLimits,
  packagesToSend,
  type UpdatePolicy,
  workingPackages,
} from "./customer-changes.ts";
import type { Drafting } from "./drafting.ts";
import type { LastApplied } from "./last-applied.ts";
import { identifierOf } from "./place-settings.ts";

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
    payload: customerPayload(record, record.packages, template.provisioningId),
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
  if (record.orgId && record.name && action === "create") planNameOfAttached(drafting, row, record, organization);
  planInviteEmails(drafting, row, record, template, undefined, organization);
  return { organization, calling: { ...customer, part: "calling" }, packageWorks: (part) => ({ ...customer, part }) };
}

/** An organisation that was there before keeps its name, until it is told. */
function planNameOfAttached(
  drafting: Drafting,
  row: number,
  { externalId, name = "", language }: CustomerRecord,
  organization: Need,
): void {
  drafting.add<"organization_name">({
    row,
    resource: "organization_name",
    key: externalId,
    action: "update",
    payload: { name, ...(language ? { language } : {}) },
    needs: [organization],
  });
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
  const changes = customerChanges(record, packages, existing, last);
  const refusal = notOffered(unchangeable(record, existing, last), "Partner Hub, under the customer");
  const customer = drafting.add<"customer">({
    row,
    resource: "customer",
    key: record.externalId,
    action: changes.length > 0 || refusal ? "update" : "none",
    payload: changedCustomerPayload(record, packages, changes, existing, last),
    ...(changes.length > 0 ? { changes } : {}),
    ...(refusal ? { refusal } : {}),
  });
  if (!last.customer) warnOfUnknown(drafting, row, record);
  planName(drafting, row, record, existing, last);
  planInviteEmails(drafting, row, record, template, existing.inviteEmails, undefined);
  return refusal ? noNeeds : needsOfChange(customer, existing.customer);
}

function warnOfUnknown(drafting: Drafting, row: number, record: CustomerRecord): void {
  const warning = neverSent(row, {
    admin_email: record.adminEmail,
    template: record.template,
    provisioning_id: record.provisioningId,
    package_limits: formatLimits(record.packageLimits),
    language: record.language,
    hq_emergency_location_identifier: identifierOf(record.headOffice),
    meetings_timezone: record.meetingsTimezone,
    sub_partner_admin_email: record.subPartnerAdminEmail,
  });
  if (warning) drafting.warn(warning);
}

/** What works already is there for locations and users, whatever becomes of the change. */
function needsOfChange(change: Need, existing: ExistingCustomer): CustomerNeeds {
  const working = workingPackages(existing);
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

/** But for the organisation known only from what was last sent. */
function unchangeable(
  record: CustomerRecord,
  { customer: { orgId = "" } }: ExistingOrganization,
  { customer: last }: LastApplied,
): readonly Change[] {
  const isOther = record.orgId !== undefined && !isSameId(record.orgId, orgId);
  const organization = isOther ? changeOf("org_id", orgId, record.orgId) : [];
  if (!last) return organization;
  return [
    ...organization,
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
