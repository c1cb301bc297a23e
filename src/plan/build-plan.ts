/** One customer's rows held against what the target has: the operations that make the difference. Pure but for the numbers that the run file gives to operations. */
import type { RunFile } from "../journal/run-file.ts";
import { type ExistingOrganization, idsOf } from "../model/existing.ts";
import { hasCalling } from "../model/packages.ts";
import type { Operation, RowId } from "../model/plan.ts";
import type { UserRecord } from "../model/records.ts";
import type { Bundle, Sourced, TemplateSource } from "./bundle.ts";
import type { UpdatePolicy } from "./customer-changes.ts";
import { type Drafting, type PlanProblem, startDrafting } from "./drafting.ts";
import { foldName } from "./fold.ts";
import type { LastApplied } from "./last-applied.ts";
import { type CustomerNeeds, noNeeds, planCustomer } from "./plan-customer.ts";
import { planPlace } from "./plan-places.ts";
import { beginsCalling, indexUsers, planUser } from "./plan-users.ts";
import type { PlannedPlace } from "./planned-place.ts";

/** How lists are treated, and what was last applied. */
export type PlanBasis = { readonly policy: UpdatePolicy; readonly last: LastApplied };

export type UnitPlan = {
  readonly operations: readonly Operation[];
  /** Rows that cannot be planned, now that the target was looked at. */
  readonly problems: readonly PlanProblem[];
  readonly warnings: readonly PlanProblem[];
};

/** `existing` is undefined when Webex does not have the customer. */
export function buildPlan(
  runFile: RunFile,
  bundle: Bundle,
  template: TemplateSource,
  existing: ExistingOrganization | undefined,
  { policy, last }: PlanBasis,
): UnitPlan {
  if (!bundle.customer && !existing?.customer.orgId)
    return { operations: [], problems: bundle.rows.map((row) => missing(row, bundle, existing)), warnings: [] };
  const drafting = startDrafting(runFile, bundle.unit, existing ? idsOf(existing.customer) : {});
  const customer = bundle.customer
    ? planCustomer(drafting, bundle.customer, template, existing, { policy, last })
    : noNeeds;
  const places = planPlaces(drafting, bundle, existing, customer, last);
  const problems = planUsers(drafting, bundle, existing, customer, places, last);
  return { operations: drafting.operations, problems, warnings: drafting.warnings };
}

function missing(row: RowId, { reference }: Bundle, existing: ExistingOrganization | undefined): PlanProblem {
  const problem = { row, code: "customer_not_found", column: "customer" };
  if (existing) {
    return {
      ...problem,
      message: `Webex has the customer "${reference}", and it has no organization yet (${existing.customer.status}).`,
      hint: "Apply again when Webex has provisioned it.",
    };
  }
  return {
    ...problem,
    message: `Neither the batch nor Webex has a customer "${reference}".`,
    hint: "Correct the reference, or add the customer to the customers sheet.",
  };
}

function planPlaces(
  drafting: Drafting,
  bundle: Bundle,
  existing: ExistingOrganization | undefined,
  { organization, calling }: CustomerNeeds,
  last: LastApplied,
): ReadonlyMap<string, PlannedPlace> {
  const packages = bundle.customer?.record.packages ?? existing?.customer.packages ?? [];
  const isCalling = hasCalling(packages);
  const planned: PlannedPlace[] = (existing?.places ?? []).map(placeAsItIs);
  if (bundle.customer && isCalling) {
    const { row, record } = bundle.customer;
    const input = { row, place: record.headOffice, isHeadOffice: true, isCalling, organization, calling };
    planned.push(planPlace(drafting, input, existing, last.customer?.headOffice));
  }
  const isCallingAnyhow = isCalling || hasCalling(existing?.customer.packages ?? []);
  for (const { row, record } of bundle.locations) {
    const input = { row, place: record, isHeadOffice: false, isCalling: isCallingAnyhow, organization, calling };
    planned.push(planPlace(drafting, input, existing, last.location(record.name)));
  }
  return new Map(planned.map((place) => [foldName(place.name), place]));
}

/** A location that is at Webex and not in the sheet: users may be put there. */
function placeAsItIs(place: ExistingOrganization["places"][number]): PlannedPlace {
  return { name: place.name, ready: undefined, numbers: [], ids: { locationId: place.locationId } };
}

function planUsers(
  drafting: Drafting,
  bundle: Bundle,
  existing: ExistingOrganization | undefined,
  customer: CustomerNeeds,
  places: ReadonlyMap<string, PlannedPlace>,
  last: LastApplied,
): readonly PlanProblem[] {
  const index = indexUsers(existing);
  const problems: PlanProblem[] = [];
  for (const user of bundle.users) {
    const place = placeOf(user, places);
    if (user.record.location && !place) problems.push(noSuchPlace(user, places));
    else if (!place && beginsCalling(user.record, index.find(user.record.email)))
      problems.push(placeRequired(user, places));
    else planUser(drafting, { user, place, customer }, index, existing, last.user(user.record.email));
  }
  return problems;
}

function placeOf({ record }: Sourced<UserRecord>, places: ReadonlyMap<string, PlannedPlace>): PlannedPlace | undefined {
  if (record.location) return places.get(foldName(record.location));
  return places.size === 1 ? [...places.values()][0] : undefined;
}

function namesOf(places: ReadonlyMap<string, PlannedPlace>): string {
  return [...places.values()].map((place) => `"${place.name}"`).join(", ");
}

function placeRequired({ row, record }: Sourced<UserRecord>, places: ReadonlyMap<string, PlannedPlace>): PlanProblem {
  return {
    row,
    code: "location_required",
    column: "location",
    message: `The customer has ${places.size} locations, and package ${record.package} needs to know which one.`,
    hint: places.size > 0 ? `Write one of ${namesOf(places)}.` : "Add a location to the locations sheet, and name it.",
  };
}

function noSuchPlace({ row, record }: Sourced<UserRecord>, places: ReadonlyMap<string, PlannedPlace>): PlanProblem {
  const names = namesOf(places);
  return {
    row,
    code: "unknown_location",
    column: "location",
    message: `The customer has no location "${record.location}", neither in the batch nor at Webex.`,
    hint: names ? `It has ${names}.` : "Add the location to the locations sheet.",
  };
}
