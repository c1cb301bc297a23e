/** One customer's rows held against what the target has: the operations that make the difference. Pure but for the numbers that the run file gives to operations. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import { type ExistingOrganization, idsOf } from "../model/existing.ts";
import { foldName } from "../model/names.ts";
import { hasCalling } from "../model/packages.ts";
import type { Need, Operation, OperationId, RowId } from "../model/plan.ts";
import type { UserRecord } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import { customerMeant } from "../staging/link-customer-reference.ts";
import { lineRequired, locationRequired } from "../staging/user-rules.ts";
import { assignNext, type PlaceOfBatch } from "./assign-next.ts";
import { type CustomerNeeds, needsOfUntouched, noNeeds, withoutIdleWaits } from "./customer-needs.ts";
import type { CustomerRows, Sourced, TemplateSource } from "./customer-rows.ts";
import type { LastApplied } from "./last-applied.ts";
import { createOperationBuilder, type OperationBuilder, type PlanProblem } from "./operation-builder.ts";
import { orderClosings } from "./order-closings.ts";
import { orderLicenses } from "./order-licenses.ts";
import { orderLines } from "./order-lines.ts";
import { planClosings } from "./plan-closings.ts";
import { planCustomer } from "./plan-customer.ts";
import { planDeparture } from "./plan-departure.ts";
import { planLeavers } from "./plan-leavers.ts";
import { planLocation } from "./plan-locations.ts";
import { planReleases } from "./plan-releases.ts";
import { beginsCalling, planUser } from "./plan-users.ts";
import type { PlannedLocation } from "./planned-location.ts";
import { findTravelling, orderArrivals } from "./travelling-numbers.ts";
import type { PlanBasis, UnitPlan } from "./unit-plan.ts";
import { indexUsers } from "./user-index.ts";

/** `existing` is undefined when Webex does not have the customer. */
export function buildPlan(
  runFile: RunFile,
  customerRows: CustomerRows,
  template: TemplateSource,
  existing: ExistingOrganization | undefined,
  basis: PlanBasis,
): UnitPlan {
  const { policy, last } = basis;
  const builder = createOperationBuilder(runFile, customerRows.unit, existing ? idsOf(existing.customer) : {});
  if (customerRows.departure) return planDeparture(builder, customerRows, customerRows.departure, existing, basis);
  if (!customerRows.customer && !existing?.customer.orgId) {
    const leaving = new Set([...customerRows.leavers, ...customerRows.closings].map(({ row }) => row));
    planLeavers(builder, customerRows.leavers, { ...nobody, existing: undefined });
    planClosings(builder, customerRows, {
      customer: noNeeds,
      existing: undefined,
      headOffice: undefined,
      isForcing: false,
    });
    return {
      operations: builder.operations,
      problems: customerRows.rows
        .filter((row) => !leaving.has(row))
        .map((row) => missing(runFile, row, customerRows, existing)),
      warnings: builder.warnings,
    };
  }
  const customer = customerRows.customer
    ? planCustomer(builder, customerRows.customer, template, existing, basis)
    : existing
      ? needsOfUntouched(builder, existing, customerRows.reference)
      : noNeeds;
  const locations = planLocations(builder, customerRows, existing, customer, basis);
  const problems = planUsers(builder, customerRows, existing, customer, locations, basis);
  const adminEmail = adminEmailOf(customerRows, last);
  const { isKeepingPersons = false, isForcingLocations: isForcing = false } = policy;
  planLeavers(builder, customerRows.leavers, { existing, customer, adminEmail, isKeepingPersons, last });
  const headOffice = (customerRows.customer?.record ?? last.customer)?.headOffice?.name;
  planClosings(builder, customerRows, { existing, customer, headOffice, isForcing });
  if (existing && policy.isRemovingNumbers) planReleases(builder, customerRows, existing, policy);
  const licensed = orderLicenses(builder.operations, customerRows, existing, last);
  const arranged = orderArrivals(orderClosings(licensed.operations, existing));
  const ordered = orderLines(arranged, existing);
  const removals = new Set([...customerRows.leavers, ...customerRows.closings].map(({ row }) => row));
  const operations = orderRemovals(withoutIdleWaits(ordered), removals);
  return { operations, problems, warnings: [...builder.warnings, ...licensed.warnings] };
}

/** Of the customer's row, else as it was last applied. */
export function adminEmailOf({ customer }: CustomerRows, last: LastApplied): string | undefined {
  return customer?.record.adminEmail ?? last.customer?.adminEmail;
}

/** Nobody is there who could go. */
const nobody = { customer: noNeeds, adminEmail: undefined, isKeepingPersons: false };

function missing(
  runFile: RunFile,
  row: RowId,
  { reference }: CustomerRows,
  existing: ExistingOrganization | undefined,
): PlanProblem {
  const problem = { row, code: "customer_not_found", column: "customer" } as const;
  if (existing) {
    return {
      ...problem,
      message: text("customer_not_provisioned", { customer: reference, status: existing.customer.status }),
      hint: text(existing.customer.status === "error" ? "customer_failed_look_in_hub" : "apply_when_provisioned"),
    };
  }
  return {
    ...problem,
    message: text("customer_nowhere", { customer: reference }),
    hint: customerMeant(runFile, reference) ?? text("correct_or_add_customer"),
  };
}

function planLocations(
  builder: OperationBuilder,
  customerRows: CustomerRows,
  existing: ExistingOrganization | undefined,
  { organizationFor, calling }: CustomerNeeds,
  { last, nowMs }: PlanBasis,
): ReadonlyMap<string, PlannedLocation> {
  const packages = customerRows.customer?.record.packages ?? existing?.customer.packages ?? [];
  const isCalling = hasCalling(packages);
  const company = customerRows.customer?.record.name ?? existing?.name;
  const isOrganizationNew = !existing?.customer.orgId && !customerRows.customer?.record.orgId;
  const travelling = findTravelling(customerRows, existing, indexUsers(existing));
  const common = { isOrganizationNew, company, calling, travelling };
  const planned: PlannedLocation[] = (existing?.locations ?? []).map(locationAsItIs);
  if (customerRows.customer && isCalling) {
    const { row, record } = customerRows.customer;
    const organization = organizationFor(row);
    const of = { ...common, day: last.goLive("numbers"), nowMs };
    const input = { ...of, row, location: record.headOffice, isHeadOffice: true, isCalling, organization };
    planned.push(planLocation(builder, input, existing, last.customer?.headOffice));
  }
  const isCallingAnyhow = isCalling || hasCalling(existing?.customer.packages ?? []);
  for (const { row, record } of customerRows.locations) {
    const organization = organizationFor(row);
    const of = { ...common, day: last.goLive("numbers", record.name), nowMs };
    const input = { ...of, row, location: record, isHeadOffice: false, isCalling: isCallingAnyhow, organization };
    planned.push(planLocation(builder, input, existing, last.location(record.name)));
  }
  return new Map(planned.map((location) => [foldName(location.name), location]));
}

/** A location that is at Webex and not in the sheet: users may be put there. */
function locationAsItIs(location: ExistingOrganization["locations"][number]): PlannedLocation {
  return { name: location.name, ready: undefined, numbers: [], ids: { locationId: location.locationId } };
}

/** Places whose numbers the rows tell. */
function placesOf({ customer, locations }: CustomerRows): readonly PlaceOfBatch[] {
  return [...(customer ? [customer.record.headOffice] : []), ...locations.map(({ record }) => record)];
}

function planUsers(
  builder: OperationBuilder,
  customerRows: CustomerRows,
  existing: ExistingOrganization | undefined,
  customer: CustomerNeeds,
  locations: ReadonlyMap<string, PlannedLocation>,
  { policy, last, claims = [], signed }: PlanBasis,
): readonly PlanProblem[] {
  const index = indexUsers(existing);
  const adminEmail = adminEmailOf(customerRows, last);
  const going = new Set(customerRows.closings.map(({ record }) => foldName(record.name)));
  const staying = [...locations.values()].filter(({ name }) => !going.has(foldName(name)));
  const { users, problems: unserved } = assignNext({
    ...{ users: customerRows.users, existing, index, claims, places: placesOf(customerRows) },
    locationOf: (user) => locationOf(user, locations, staying),
    isReleasing: policy.isRemovingNumbers === true,
    before: (email) => signed?.(email) ?? last.user(email)?.assigned,
  });
  const problems: PlanProblem[] = [...unserved];
  for (const user of users) {
    const location = locationOf(user, locations, staying);
    const isBeginning = beginsCalling(user.record, index.find(user.record.email));
    if (user.record.location && !location) problems.push(noSuchLocation(user, locations));
    else if (!location && isBeginning)
      problems.push({
        row: user.row,
        ...locationRequired(
          user.record.package,
          staying.map(({ name }) => name),
        ),
      });
    else if (isBeginning && !user.record.phoneNumber && !user.record.extension)
      problems.push({ row: user.row, ...lineRequired(user.record.package) });
    else {
      const isAdministrator = user.record.email === adminEmail;
      const shownNumber = bringing(user.record.callerId, locations);
      const input = { user, location, customer, policy, isAdministrator, shownNumber };
      planUser(builder, input, index, existing, last.user(user.record.email));
    }
  }
  return problems;
}

/** What brings a number to one of the customer's locations in this run. */
function bringing(number: string | undefined, locations: ReadonlyMap<string, PlannedLocation>): Need | undefined {
  if (!number?.startsWith("+")) return undefined;
  const found = [...locations.values()].flatMap(({ numbers }) => numbers).find(({ brings }) => brings.has(number));
  return found && { ...found.need, part: number };
}

function locationOf(
  { record }: Sourced<UserRecord>,
  locations: ReadonlyMap<string, PlannedLocation>,
  staying: readonly PlannedLocation[],
): PlannedLocation | undefined {
  if (record.location) return locations.get(foldName(record.location));
  return staying.length === 1 ? staying[0] : undefined;
}

function noSuchLocation(
  { row, record }: Sourced<UserRecord>,
  locations: ReadonlyMap<string, PlannedLocation>,
): PlanProblem {
  const names = [...locations.values()].map(({ name }) => `"${name}"`);
  return {
    row,
    code: "unknown_location",
    column: "location",
    message: text("location_nowhere", { name: record.location ?? "" }),
    hint: names.length > 0 ? text("locations_are", { names }) : text("add_location"),
  };
}

/** What takes away comes last in its customer, but for what sets something free that another row waits for. `rows`: those that say remove. The operations in their order. */
function orderRemovals(operations: readonly Operation[], rows: ReadonlySet<RowId>): readonly Operation[] {
  const isRemoval = ({ row, action }: Operation) => action === "delete" && rows.has(row);
  const waitedFor = neededBy(
    operations,
    operations.filter((each) => each.action !== "none" && !isRemoval(each)),
  );
  return operations.map((each) => (isRemoval(each) && !waitedFor.has(each.id) ? { ...each, isLast: true } : each));
}

/** All that some operations wait for, and what that waits for. */
function neededBy(operations: readonly Operation[], some: readonly Operation[]): ReadonlySet<OperationId> {
  const byId = new Map(operations.map((each) => [each.id, each]));
  const needed = new Set<OperationId>();
  const open = [...some];
  for (let each = open.pop(); each; each = open.pop()) {
    for (const { operation } of each.needs) {
      const found = byId.get(operation);
      if (!found || needed.has(operation)) continue;
      needed.add(operation);
      open.push(found);
    }
  }
  return needed;
}
