/** Plans what is due: numbers are activated and activation mails are sent, as earlier runs have remembered it. Looks at nothing else of these customers. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Unit } from "../journal/run-file/unit-table.ts";
import type { StoredGoLive } from "../journal/state/go-live-days.ts";
import { type ExistingCustomer, type ExistingOrganization, idsOf } from "../model/existing.ts";
import { findByName, foldNumber } from "../model/names.ts";
import { numbersOf } from "../model/number-ranges.ts";
import type { Emit, PlanCounts } from "../model/run-event.ts";
import { text } from "../model/words/text.ts";
import { addProblem } from "../staging/issue-at.ts";
import type { Refusal } from "./changes.ts";
import { countActions } from "./count-plan.ts";
import { lookIntoOrRefuse } from "./customers-that-go.ts";
import { planActivation, plus, refusalOfProvider } from "./go-live.ts";
import { createOperationBuilder, type OperationBuilder } from "./operation-builder.ts";
import { planEachCustomer } from "./plan-each-customer.ts";
import { type Observer, requireObserved } from "./require-observed.ts";
import type { DuePlace } from "./stage-due.ts";

export type DuePlanDeps = {
  readonly runFile: RunFile;
  readonly observer: Observer;
  /** Customers looked at side by side. */
  readonly concurrency: number;
  readonly emit: Emit;
};

/** Throws UserError when the target cannot be read, and the signal's reason. */
export async function makeDuePlan(
  deps: DuePlanDeps,
  places: readonly DuePlace[],
  signal: AbortSignal,
): Promise<PlanCounts> {
  const { runFile, observer, emit } = deps;
  const units = [...runFile.units.all()];
  const customers = requireObserved(await observer.customers(new Set(units.map(({ reference }) => reference)), signal));
  const plan = (unit: Unit) => {
    const own = places.filter((place) => place.unit === unit.id);
    return planUnit(deps, unit, own, customers.get(unit.reference), signal);
  };
  await planEachCustomer(deps, [units], plan, signal);
  const counts = countActions(runFile);
  emit({ type: "planned", counts });
  return counts;
}

async function planUnit(
  { runFile, observer }: DuePlanDeps,
  unit: Unit,
  places: readonly DuePlace[],
  customer: ExistingCustomer | undefined,
  signal: AbortSignal,
): Promise<void> {
  const existing = await lookFor(observer, unit, places, customer, signal);
  runFile.together(() => {
    const builder = createOperationBuilder(runFile, unit.id, customer ? idsOf(customer) : {});
    for (const place of places) planPlace(builder, place, existing);
    runFile.operations.save(builder.operations);
    for (const { row, ...problem } of builder.warnings) addProblem(runFile, runFile.rows.row(row), "warning", problem);
    runFile.units.setPlanned(unit.id, builder.operations.length);
  });
}

/** What the organization holds, or why nothing is done in it. */
async function lookFor(
  observer: Observer,
  { reference }: Unit,
  places: readonly DuePlace[],
  customer: ExistingCustomer | undefined,
  signal: AbortSignal,
): Promise<ExistingOrganization | { readonly refusal: Refusal }> {
  if (!customer?.orgId)
    return {
      refusal: {
        code: "customer_not_found",
        message: text("due_customer_nowhere", { customer: reference }),
        hint: text("drop_day_or_wait"),
      },
    };
  const days = places.flatMap((place) => place.days).filter(({ kind }) => kind === "numbers");
  const wishes = {
    ...{ users: false, people: () => false, inviteEmails: false, numbers: days.length > 0 },
    pstnOf: days.map(({ name }) => name),
  };
  return await lookIntoOrRefuse(observer, reference, customer, wishes, signal);
}

function planPlace(
  builder: OperationBuilder,
  place: DuePlace,
  existing: ExistingOrganization | { readonly refusal: Refusal },
): void {
  for (const day of place.days) {
    if ("refusal" in existing) planNothing(builder, place, day, existing.refusal);
    else if (day.kind === "welcome") planWelcome(builder, place);
    else planNumbers(builder, place, day, existing);
  }
}

function planWelcome(builder: OperationBuilder, { row, customer }: DuePlace): void {
  builder.add<"welcome">({ row, resource: "welcome", key: customer, action: "create", payload: {} });
}

/** Numbers that are already active are done; those no longer at the location are reported. */
function planNumbers(
  builder: OperationBuilder,
  place: DuePlace,
  day: StoredGoLive,
  existing: ExistingOrganization,
): void {
  const { row } = place;
  const found = findByName(existing.locations, day.name);
  if (!found) {
    planNothing(builder, place, day, locationNowhere(day));
    return;
  }
  const wanted = numbersOf(day.numbers);
  const present = new Map(
    existing.numbers
      .filter(({ locationId, phoneNumber }) => locationId === found.locationId && phoneNumber)
      .map((number) => [foldNumber(number.phoneNumber ?? ""), number]),
  );
  const missing = wanted.filter((number) => !present.has(foldNumber(number)));
  const inactive = new Set([...present.values()].filter(({ isInactive }) => isInactive).map(plus));
  const toActivate = wanted.filter((number) => inactive.has(number));
  if (missing.length > 0) warnOfMissing(builder, place, day, missing);
  if (toActivate.length === 0) {
    planNothing(builder, place, day);
    return;
  }
  const refusal = refusalOfProvider(found, existing, columnOf(place));
  planActivation(
    builder,
    { row, location: found.name, locationId: found.locationId, day: dayOf(day), needs: [], refusal },
    toActivate,
  );
}

function columnOf({ branch }: DuePlace): string {
  return branch === undefined ? "hq_activate_on" : "activate_on";
}

function dayOf({ kind, on, timezone, name, numbers }: StoredGoLive) {
  return { kind, on, timezone, name, numbers };
}

/** `refusal`: why not; without one there is nothing left to do. */
function planNothing(builder: OperationBuilder, { row }: DuePlace, day: StoredGoLive, refusal?: Refusal): void {
  builder.add<"go_live">({
    row,
    resource: "go_live",
    key: day.name,
    action: refusal ? "update" : "none",
    payload: dayOf(day),
    ...(refusal ? { refusal } : {}),
  });
}

function locationNowhere({ name, customer }: StoredGoLive): Refusal {
  return {
    code: "unknown_location",
    message: text("due_location_nowhere", { location: name, customer }),
    hint: text("drop_day_or_wait"),
  };
}

function warnOfMissing(
  builder: OperationBuilder,
  place: DuePlace,
  { name }: StoredGoLive,
  numbers: readonly string[],
): void {
  builder.warn({
    row: place.row,
    code: "numbers_not_there",
    column: columnOf(place),
    message: text("numbers_not_there", { numbers, location: name }),
    hint: text("add_numbers_again"),
  });
}
