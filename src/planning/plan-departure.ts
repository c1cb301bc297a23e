/** Plans the removal of a customer: its users, each with its person, then the tie to its organization, then, if requested, the organization. What stays is reported. */
import type { ExistingLocation, ExistingOrganization } from "../model/existing.ts";
import { hasCalling } from "../model/packages.ts";
import type { Change, Need, RowId } from "../model/plan.ts";
import type { Address, Departure } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import type { CustomerPayload } from "../webex/resources/customer.ts";
import type { Refusal } from "./changes.ts";
import { noNeeds } from "./customer-needs.ts";
import type { CustomerRows, Sourced } from "./customer-rows.ts";
import { warnOfNothing } from "./nothing-to-remove.ts";
import type { OperationBuilder, PlanProblem } from "./operation-builder.ts";
import { type ClosingsBasis, planClosings, unknownLocation } from "./plan-closings.ts";
import { planLeavers } from "./plan-leavers.ts";
import type { PlanBasis, UnitPlan } from "./unit-plan.ts";

/** A customer that is not there is as its row says already. Rows that would bring something into one that goes are refused. */
export function planDeparture(
  builder: OperationBuilder,
  customerRows: CustomerRows,
  departure: Sourced<Departure>,
  existing: ExistingOrganization | undefined,
  basis: PlanBasis,
): UnitPlan {
  const { policy, last } = basis;
  const { leavers } = customerRows;
  const isAllowed = policy.isRemovingCustomers === true;
  const isGoing = existing === undefined || isAllowed;
  const { isKeepingPersons = false } = policy;
  const adminEmail = last.customer?.adminEmail;
  const going = existing && isAllowed ? [...leavers, ...othersOf(departure.row, leavers, existing, policy)] : leavers;
  const needs = planLeavers(builder, going, {
    existing,
    customer: noNeeds,
    adminEmail,
    isKeepingPersons,
    isCustomerGoing: isGoing,
    last,
  });
  const isWithPlaces = isAllowed && policy.isDeletingOrganizations === true && existing?.customer.orgId !== undefined;
  const closed = isWithPlaces
    ? []
    : planClosings(builder, { ...customerRows, leavers: going }, closingsBasis(existing, basis));
  const end = existing && isAllowed ? planEnd(builder, departure, existing, [...needs, ...closed], basis) : undefined;
  if (!existing || !isAllowed) planNothing(builder, departure, existing);
  if (isWithPlaces) goWithOrganization(builder, customerRows, end);
  return { operations: builder.operations, problems: refuseArrivals(customerRows), warnings: builder.warnings };
}

function closingsBasis(existing: ExistingOrganization | undefined, { policy, last }: PlanBasis): ClosingsBasis {
  const { isForcingLocations: isForcing = false } = policy;
  return { existing, customer: noNeeds, headOffice: last.customer?.headOffice?.name, isForcing };
}

/** Locations whose own rows say that they go. */
function goWithOrganization(
  builder: OperationBuilder,
  { closings }: CustomerRows,
  organization: Need | undefined,
): void {
  for (const { row, record } of closings)
    builder.add<"location">({
      row,
      resource: "location",
      key: record.name,
      action: "delete",
      payload: { ...unknownLocation(record.name), goesWithOrganization: true },
      needs: [organization],
    });
}

/**
 * Users of the customer who have no row of their own go with the row of the customer. An organization is only deleted with
 * one person in it at most, so the people without a subscription go too, but for one.
 */
function othersOf(
  row: RowId,
  leavers: CustomerRows["leavers"],
  { users, people = [], customer }: ExistingOrganization,
  { isDeletingOrganizations }: PlanBasis["policy"],
) {
  const named = new Set(leavers.map(({ record }) => record.email));
  const subscribed = new Set(users.map(({ email }) => email));
  const others = people.filter(({ email }) => !subscribed.has(email) && !named.has(email));
  const kept = others.find(({ roles }) => roles.includes("full_admin")) ?? others[0];
  const going = [...users, ...(isDeletingOrganizations ? others.filter((each) => each !== kept) : [])];
  return going
    .filter(({ email }) => !named.has(email))
    .map(({ email }) => ({ row, record: { customer: customer.externalId ?? "", email } }));
}

/** It is gone, or may not go. */
function planNothing(
  builder: OperationBuilder,
  { row, record: { externalId } }: Sourced<Departure>,
  existing: ExistingOrganization | undefined,
): void {
  if (!existing) warnOfNothing(builder, { row, column: "external_id", key: externalId }, []);
  builder.add<"customer">({
    row,
    resource: "customer",
    key: externalId,
    action: existing ? "delete" : "none",
    payload: { externalId, packages: [], packageLimits: {}, billingAddress: nowhere },
    ...(existing ? { refusal: notAllowed(externalId, existing) } : {}),
  });
}

const nowhere: Address = { line1: "", city: "", country: "" };

function notAllowed(externalId: string, { users, name = externalId }: ExistingOrganization): Refusal {
  return {
    code: "customer_removal_not_allowed",
    column: "action",
    message: text("customer_removal_not_allowed", { name, users: users.length }),
    hint: text("allow_customer_removals"),
  };
}

function planEnd(
  builder: OperationBuilder,
  { row, record: { externalId } }: Sourced<Departure>,
  existing: ExistingOrganization,
  needs: readonly Need[],
  { policy, provisioningId }: PlanBasis,
): Need {
  const { orgId } = existing.customer;
  const isDeleting = policy.isDeletingOrganizations === true && orgId !== undefined;
  const removal = builder.add<"customer">({
    row,
    resource: "customer",
    key: externalId,
    action: "delete",
    payload: payloadOf(externalId, existing, provisioningId),
    needs,
    changes: lossesOf(existing, isDeleting),
  });
  if (isDeleting)
    return builder.add<"organization">({
      row,
      resource: "organization",
      key: externalId,
      action: "delete",
      payload: {},
      needs: [removal],
    });
  if (orgId) builder.warn(leftBehind(row, existing));
  return removal;
}

/** What an undo needs to make it again. */
function payloadOf(
  externalId: string,
  { customer, name, locations }: ExistingOrganization,
  provisioningId: string | undefined,
): CustomerPayload {
  const { orgId, packages, billingAddress } = customer;
  const office = hasCalling(packages) ? locations.map(officeOf).find((each) => each !== undefined) : undefined;
  return {
    externalId,
    packages,
    packageLimits: {},
    billingAddress: { ...nowhere, ...billingAddress },
    ...(orgId ? { orgId } : {}),
    ...(name ? { name } : {}),
    ...(provisioningId ? { provisioningId } : {}),
    ...(office ? { headOffice: office } : {}),
  };
}

function officeOf({ name, address, timezone, language, isCalling }: ExistingLocation): CustomerPayload["headOffice"] {
  if (!isCalling || !address?.line1 || !address.city || !address.country || !timezone || !language) return undefined;
  const { line1, city, country, ...rest } = address;
  return { name, address: { line1, city, country, ...rest }, timezone, language };
}

/** What is there now, and will not be: shown with the plan, and compared with it when it is carried out. */
function lossesOf({ users, locations, numbers }: ExistingOrganization, isDeleting: boolean): readonly Change[] {
  const places = { workspaces: workspacesIn(numbers).length, locations: locations.length, numbers: held(numbers) };
  const lost = { users: users.length, ...(isDeleting ? places : {}) };
  return Object.entries(lost).flatMap(([field, count]) =>
    count > 0 ? [{ field, before: String(count), after: "0" }] : [],
  );
}

function held(numbers: ExistingOrganization["numbers"]): number {
  return numbers.filter(({ phoneNumber }) => phoneNumber !== undefined).length;
}

/** Names of those that have a number or an extension: others show in no list that is read. */
function workspacesIn(numbers: ExistingOrganization["numbers"]): readonly string[] {
  const names = new Map(
    numbers.flatMap(({ ownerId, workspace }) => (workspace === undefined ? [] : [[ownerId, workspace]])),
  );
  return [...names.values()];
}

/** The organization stays, and with it whatever is not a wholesale user's. */
function leftBehind(
  row: RowId,
  { users, people = [], locations, numbers, name = "" }: ExistingOrganization,
): PlanProblem {
  const subscribed = new Set(users.map(({ email }) => email));
  const others = people.filter(({ email }) => !subscribed.has(email)).length;
  return {
    row,
    code: "organization_stays",
    column: "action",
    message: text("organization_stays", {
      ...{ name, people: others, locations: locations.length, numbers: held(numbers) },
      workspaces: workspacesIn(numbers),
    }),
    hint: text(workspacesIn(numbers).length > 0 ? "delete_workspaces_first" : "release_or_delete_organization"),
  };
}

function refuseArrivals({ locations, users, reference }: CustomerRows): readonly PlanProblem[] {
  return [...locations, ...users].map(({ row }) => ({
    row,
    code: "customer_leaves",
    column: "customer",
    message: text("customer_leaves", { customer: reference }),
    hint: text("take_row_out_or_keep_customer"),
  }));
}
