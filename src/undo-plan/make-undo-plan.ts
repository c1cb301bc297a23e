/** Holds what a run has brought about against what is there now, customer by customer, and writes down what is to be taken back. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Unit } from "../journal/run-file/unit-table.ts";
import { type ExistingCustomer, type ExistingOrganization, idsOf } from "../model/existing.ts";
import type { Operation, UnitId } from "../model/plan.ts";
import type { Emit, PlanCounts } from "../model/run-event.ts";
import { text } from "../model/words/text.ts";
import { countActions } from "../planning/count-plan.ts";
import { lookInto } from "../planning/customers-that-go.ts";
import { gatherMoves } from "../planning/gather-moves.ts";
import { createOperationBuilder } from "../planning/operation-builder.ts";
import { orderClosings } from "../planning/order-closings.ts";
import { orderLines } from "../planning/order-lines.ts";
import { planEachCustomer } from "../planning/plan-each-customer.ts";
import { type Observer, requireObserved } from "../planning/require-observed.ts";
import { addProblem } from "../staging/issue-at.ts";
import type { ObserveWishes } from "../webex/observe.ts";
import { type PastRun, pastRun } from "./past-run.ts";
import { planUndo } from "./plan-undo.ts";

export type UndoPlanDeps = {
  /** Of the undo, with the rows of the other. */
  readonly runFile: RunFile;
  /** Of the run that is taken back. */
  readonly past: RunFile;
  readonly observer: Observer;
  /** Customers looked at side by side. */
  readonly concurrency: number;
  readonly emit: Emit;
};

/** Throws UserError when the target cannot be read. */
export async function makeUndoPlan(deps: UndoPlanDeps, signal: AbortSignal): Promise<PlanCounts> {
  const { runFile, past, observer, emit } = deps;
  const shared = past.units.shared();
  const units = [...runFile.units.all()].filter(({ id }) => id !== shared && hasLeftAnything(past, id));
  const customers = requireObserved(await observer.customers(new Set(units.map(({ reference }) => reference)), signal));
  await planEachCustomer(deps, [units], (unit) => planUnit(deps, unit, customers.get(unit.reference), signal), signal);
  if (shared !== undefined) tellOfTemplates(deps, shared);
  leaveTheRest(runFile, shared ?? runFile.units.add({ reference: "" }));
  const counts = countActions(runFile);
  emit({ type: "planned", counts });
  return counts;
}

function hasLeftAnything(past: RunFile, unit: UnitId): boolean {
  return pastRun(past.operations.ofUnit(unit)).operations.length > 0;
}

async function planUnit(
  { runFile, past, observer }: UndoPlanDeps,
  unit: Unit,
  customer: ExistingCustomer | undefined,
  signal: AbortSignal,
): Promise<void> {
  const run = pastRun(past.operations.ofUnit(unit.id));
  const existing = customer && (await lookAtPast(observer, unit, customer, run, signal));
  runFile.together(() => {
    const builder = createOperationBuilder(runFile, unit.id, customer ? idsOf(customer) : {});
    planUndo(builder, run, existing);
    const ordered = orderLines(orderClosings(builder.operations, existing), existing);
    runFile.operations.save(gatherMoves(ordered, () => runFile.operations.nextId()));
    for (const { row, ...problem } of builder.warnings) addProblem(runFile, runFile.rows.row(row), "warning", problem);
    runFile.units.setPlanned(unit.id, builder.operations.length);
  });
}

/** Undefined: it goes by itself while we look, or is gone. */
async function lookAtPast(
  observer: Observer,
  { reference }: Unit,
  customer: ExistingCustomer,
  run: PastRun,
  signal: AbortSignal,
): Promise<ExistingOrganization | undefined> {
  if (customer.status === "deleting")
    return requireObserved(await observer.organization(customer, wishesOf(run), signal));
  const looked = await lookInto(observer, reference, customer, wishesOf(run), signal);
  return "going" in looked ? undefined : looked;
}

/** Everything that may have changed since. */
function wishesOf(run: PastRun): ObserveWishes {
  return {
    users: true,
    people: () => true,
    inviteEmails: run.of("invite_emails").length > 0,
    callerIds: (users) => {
      const changed = new Set(run.of("caller_id").map(({ operation }) => operation.key));
      return users.filter(({ email }) => changed.has(email));
    },
    numbers: true,
    pstnOf: run.of("pstn").map(({ operation }) => operation.key),
    routes: run.of("pstn").some(({ operation }) => operation.payload.route !== undefined || hasRoute(operation)),
  };
}

function hasRoute({ changes = [] }: Pick<Operation, "changes">): boolean {
  return changes.some(({ field }) => field === "pstn_route");
}

/** A person made them in Partner Hub, or the simulator in that person's place. */
function tellOfTemplates({ runFile, past }: UndoPlanDeps, shared: UnitId): void {
  for (const { operation } of pastRun(past.operations.ofUnit(shared)).operations) {
    const row = runFile.rows.row(operation.row);
    addProblem(runFile, row, "warning", {
      code: "undo_by_hand",
      column: "template_name",
      message: text("template_stays", { template: operation.key }),
      hint: text("remove_template_in_hub", { template: operation.key }),
    });
  }
}

/** Rows of which there is nothing to take back. */
function leaveTheRest(runFile: RunFile, shared: UnitId): void {
  for (const page of runFile.rows.pages()) {
    const planned = runFile.operations.ofRows(page[0]?.id ?? 0, page.at(-1)?.id ?? 0);
    const idle = page.filter(({ id }) => !planned.has(id));
    runFile.together(() =>
      runFile.operations.save(
        idle.map(
          ({ id, unit, key }): Operation => ({
            ...{ id: runFile.operations.nextId(), unit: unit ?? shared, row: id, key },
            ...{ resource: "organization", action: "none", payload: {}, needs: [], ids: {} },
          }),
        ),
      ),
    );
  }
}
