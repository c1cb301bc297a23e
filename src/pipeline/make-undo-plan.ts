/** Holds what a run has brought about against what is there now, customer by customer, and writes down what is to be taken back. */
import { setImmediate as nextTurn } from "node:timers/promises";
import PQueue from "p-queue";
import type { RunFile } from "../journal/run-file.ts";
import type { Unit } from "../journal/unit-table.ts";
import { type ExistingCustomer, idsOf } from "../model/existing.ts";
import type { Operation, UnitId } from "../model/plan.ts";
import type { Emit, PlanCounts } from "../model/run-event.ts";
import { startDrafting } from "../plan/drafting.ts";
import { addProblem } from "../plan/issue-at.ts";
import { type PastRun, pastRun } from "../plan/past-run.ts";
import { planUndo } from "../plan/plan-undo.ts";
import type { ObserveWishes } from "../webex/observe.ts";
import type { Observer } from "./make-plan.ts";
import { sharedUnitFact } from "./plan-store.ts";
import { whatIsThere } from "./what-is-there.ts";

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
  const shared = past.readFact(sharedUnitFact, Number);
  const units = [...runFile.units.all()].filter(({ id }) => id !== shared && hasLeftAnything(past, id));
  const customers = whatIsThere(await observer.customers(new Set(units.map(({ reference }) => reference)), signal));
  const queue = new PQueue({ concurrency: deps.concurrency });
  let done = 0;
  const planned = units.map((unit) =>
    queue.add(async () => {
      await nextTurn(); // or many customers of which Webex need not be asked would keep Ctrl-C and the screen waiting
      signal.throwIfAborted();
      await planUnit(deps, unit, customers.get(unit.reference), signal);
      done += 1;
      if (done % 50 === 0 || done === units.length) emit({ type: "planning", customers: done, of: units.length });
    }),
  );
  await Promise.all(planned).finally(() => {
    queue.clear();
    runFile.finishPlanning(); // also what is planned in part is reported on
  });
  if (shared !== undefined) tellOfTemplates(deps, shared);
  leaveTheRest(runFile, shared ?? runFile.units.add({ reference: "" }));
  const counts = runFile.operations.countRows();
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
  const existing = customer && whatIsThere(await observer.organization(customer, wishesOf(run), signal));
  runFile.together(() => {
    const drafting = startDrafting(runFile, unit.id, customer ? idsOf(customer) : {});
    planUndo(drafting, run, existing);
    runFile.operations.save(drafting.operations);
    runFile.units.setPlanned(unit.id, drafting.operations.length);
  });
}

/** Everything that may have changed since. */
function wishesOf(run: PastRun): ObserveWishes {
  return {
    users: true,
    roles: () => true,
    inviteEmails: false,
    numbers: true,
    pstnOf: run.of("pstn").map(({ operation }) => operation.key),
  };
}

/** A person made them in Partner Hub, or the simulator in that person's place. */
function tellOfTemplates({ runFile, past }: UndoPlanDeps, shared: UnitId): void {
  for (const { operation } of pastRun(past.operations.ofUnit(shared)).operations) {
    const row = runFile.rows.row(operation.row);
    addProblem(runFile, row, "warning", {
      code: "undo_by_hand",
      column: "template_name",
      message: `The onboarding template ${operation.key} stays: no call of Webex removes one.`,
      hint: `Where no customer uses it, remove it in Partner Hub > Customers > Onboarding templates > ${operation.key}.`,
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
