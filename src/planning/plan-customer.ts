/** Plans the customer itself: create it, change what differs, or leave it. Then its organization is read, and its head office found. */
import type { ExistingCustomer, ExistingOrganization } from "../model/existing.ts";
import { hasCalling } from "../model/packages.ts";
import type { Change, Need } from "../model/plan.ts";
import type { CustomerRecord } from "../model/records.ts";
import { formatAddress } from "../model/sheet.ts";
import { text } from "../model/words/text.ts";
import { customer as customerAtWebex, formatLimits } from "../webex/resources/customer.ts";
import { inviteEmails as inviteEmailsAtWebex } from "../webex/resources/organization.ts";
import { routeOfNewOrganization } from "../webex/resources/pstn.ts";
import { neverSent, notOffered, type Refusal } from "./changes.ts";
import {
  changedCustomerPayload,
  customerChanges,
  customerPayload,
  packagesToSend,
  workingPackages,
} from "./customer-changes.ts";
import { type CustomerNeeds, isAtWork, needsOfUntouched } from "./customer-needs.ts";
import type { Sourced, TemplateSource } from "./customer-rows.ts";
import { planWelcomeDay } from "./go-live.ts";
import type { LastApplied } from "./last-applied.ts";
import { identifierOf } from "./location-settings.ts";
import type { OperationBuilder, PlanProblem } from "./operation-builder.ts";
import type { PlanBasis } from "./unit-plan.ts";

export function planCustomer(
  builder: OperationBuilder,
  customer: Sourced<CustomerRecord>,
  template: TemplateSource,
  existing: ExistingOrganization | undefined,
  { policy, last, leaverAt, nowMs }: PlanBasis,
): CustomerNeeds {
  if (!existing) return planNew(builder, customer, template, "create", { last, nowMs, leaverAt });
  if (!existing.customer.orgId) return planNew(builder, customer, template, "read", { last, nowMs });
  return planExisting(builder, customer, template, existing, { policy, last, nowMs });
}

type NewBasis = Pick<PlanBasis, "last" | "nowMs"> & { readonly leaverAt?: PlanBasis["leaverAt"] | undefined };

/** `read`: the customer is there, and Webex still works on it. */
function planNew(
  builder: OperationBuilder,
  { row, record }: Sourced<CustomerRecord>,
  template: TemplateSource,
  action: "create" | "read",
  { last, nowMs, leaverAt = () => undefined }: NewBasis,
): CustomerNeeds {
  const refusal = refusalOfNew(record, leaverAt);
  const customer = builder.add<"customer">({
    row,
    resource: "customer",
    key: record.externalId,
    action,
    payload: customerPayload(record, record.packages, template.provisioningId),
    needs: [action === "read" || template.operation === undefined ? undefined : { operation: template.operation }],
    ...(refusal ? { refusal } : {}),
  });
  const organization = builder.add<"organization">({
    row,
    resource: "organization",
    key: record.externalId,
    action: "read",
    payload: {},
    needs: [{ ...customer, part: "organization" }],
  });
  if (record.orgId && action === "create") builder.warn(preconditionsOf(row, record.orgId));
  if (record.orgId && record.name && action === "create") planNameOfAttached(builder, row, record, organization);
  planInviteEmails(builder, row, record, template, undefined, organization);
  const { name } = record;
  const welcome = { stored: last.goLive("welcome"), name, nowMs, needs: [customer], organization };
  planWelcomeDay(builder, row, record, welcome);
  return {
    organizationFor: () => organization,
    calling: { ...customer, part: "calling" },
    packageWorks: (part) => ({ ...customer, part }),
  };
}

/** What is known to go wrong once the customer is made, or as it is made. */
function refusalOfNew(
  { headOffice: { pstnRoute }, packages, orgId, adminEmail = "" }: CustomerRecord,
  leaverAt: NonNullable<PlanBasis["leaverAt"]>,
): Refusal | undefined {
  if (pstnRoute && hasCalling(packages) && !orgId) return routeOfNewOrganization(pstnRoute);
  const leaver = leaverAt(adminEmail);
  if (!leaver) return undefined;
  return {
    code: "admin_leaves_first",
    column: "admin_email",
    message: text("admin_leaves_first", { email: adminEmail, row: formatAddress(leaver) }),
    hint: text("retry_when_admin_has_left"),
  };
}

/** What must hold where an organization becomes a wholesale customer; none of it can be asked about. */
function preconditionsOf(row: number, orgId: string): PlanProblem {
  return {
    row,
    code: "organization_attached",
    column: "org_id",
    message: text("organization_attached", { orgId }),
    hint: text("preconditions_of_attaching"),
  };
}

/** An organization that existed before keeps its name until it is renamed. */
function planNameOfAttached(
  builder: OperationBuilder,
  row: number,
  { externalId, name = "", language }: CustomerRecord,
  organization: Need,
): void {
  builder.add<"organization_name">({
    row,
    resource: "organization_name",
    key: externalId,
    action: "update",
    payload: { name, ...(language ? { language } : {}) },
    needs: [organization],
  });
}

function planExisting(
  builder: OperationBuilder,
  { row, record }: Sourced<CustomerRecord>,
  template: TemplateSource,
  existing: ExistingOrganization,
  { policy, last, nowMs }: Pick<PlanBasis, "policy" | "last" | "nowMs">,
): CustomerNeeds {
  const taken = planTakeOver(builder, row, record, existing.customer);
  const packages = packagesToSend(record.packages, existing.customer.packages, policy);
  const changes = customerChanges(record, packages, existing, last);
  const refusal = notOffered(unchangeable(record, existing, last), text("place_of_customer"));
  const isWaiting = isAtWork(existing.customer);
  const customer = builder.add<"customer">({
    row,
    resource: "customer",
    key: record.externalId,
    action: changes.length > 0 || refusal ? "update" : isWaiting ? "read" : "none",
    payload: changedCustomerPayload(record, packages, changes, existing, last),
    needs: [taken],
    ...(changes.length > 0 ? { changes } : {}),
    ...(refusal ? { refusal } : {}),
  });
  if (!last.customer) warnOfUnknown(builder, row, record);
  planName(builder, row, record, existing, last);
  planInviteEmails(builder, row, record, template, existing.inviteEmails, undefined);
  const name = record.name ?? existing.name;
  const welcome = { stored: last.goLive("welcome"), name, nowMs, needs: [taken], organization: taken };
  planWelcomeDay(builder, row, record, welcome);
  if (refusal) return needsOfUntouched(builder, existing, record.externalId);
  // what Webex makes of it now is not known yet
  return { ...needsOfChange(customer, existing.customer), organizationFor: () => (isWaiting ? customer : taken) };
}

/** One that stands under another external id gets that of the row first: by then a search by the old one finds nothing. */
function planTakeOver(
  builder: OperationBuilder,
  row: number,
  { externalId }: CustomerRecord,
  { externalId: before = "", packages }: ExistingCustomer,
): Need | undefined {
  if (before === externalId) return undefined;
  return builder.add<"external_id">({
    row,
    resource: "external_id",
    key: externalId,
    action: "update",
    payload: { externalId, packages },
    changes: [{ field: "external_id", before, after: externalId }],
  });
}

function warnOfUnknown(builder: OperationBuilder, row: number, record: CustomerRecord): void {
  const warning = neverSent(row, {
    admin_email: record.adminEmail,
    template: record.template,
    provisioning_id: record.provisioningId,
    package_limits: formatLimits(record.packageLimits),
    language: record.language,
    hq_emergency_location_identifier: identifierOf(record.headOffice),
    hq_announcement_language: record.headOffice.announcementLanguage,
    meetings_timezone: record.meetingsTimezone,
    sub_partner_admin_email: record.subPartnerAdminEmail,
  });
  if (warning) builder.warn(warning);
}

/** What works already is there for locations and users, whatever becomes of the change. */
function needsOfChange(change: Need, existing: ExistingCustomer): CustomerNeeds {
  const working = workingPackages(existing);
  return {
    organizationFor: () => undefined,
    calling: hasCalling(working) ? undefined : { ...change, part: "calling" },
    packageWorks: (code) => (working.includes(code) ? undefined : { ...change, part: code }),
  };
}

/** A customer is renamed at its organization; so is the language in which Webex writes to it. */
function planName(
  builder: OperationBuilder,
  row: number,
  { externalId, name, language }: CustomerRecord,
  existing: ExistingOrganization,
  last: LastApplied,
): void {
  const displayName = name ?? existing.name;
  const changes = customerAtWebex.diff({ name, language }, { name: existing.name, sent: last.customer });
  if (changes.length === 0 || !displayName) return;
  builder.add<"organization_name">({
    row,
    resource: "organization_name",
    key: externalId,
    action: "update",
    payload: { name: displayName, ...(language ? { language } : {}) },
    changes,
  });
}

/** But for the organization known only from what was last sent. */
function unchangeable(
  record: CustomerRecord,
  { customer: { orgId = "" } }: ExistingOrganization,
  { customer: last }: LastApplied,
): readonly Change[] {
  const { adminEmail, provisioningId, template } = record;
  return customerAtWebex.diff({ orgId: record.orgId, adminEmail, provisioningId, template }, { orgId, sent: last });
}

/** The setting `allow-admin-invite-emails`, the one template option that the API can apply. */
function planInviteEmails(
  builder: OperationBuilder,
  row: number,
  record: CustomerRecord,
  { inviteEmails }: TemplateSource,
  current: boolean | undefined,
  organization: Need | undefined,
): void {
  if (inviteEmails === undefined) return;
  const changes = inviteEmailsAtWebex.diff(inviteEmails, current);
  builder.add<"invite_emails">({
    row,
    resource: "invite_emails",
    key: record.externalId,
    action: changes.length === 0 ? "none" : "update",
    payload: { value: inviteEmails },
    needs: [organization],
    ...(organization || changes.length === 0 ? {} : { changes }),
  });
}
