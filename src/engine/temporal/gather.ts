/** Brings what a workflow has done into the journal of the run, each entry once, however often it is read. Starts and stops no workflow. */

import type { JournalEntry } from "../../model/journal-entry.ts";
import type { Operation, OperationId, UnitId } from "../../model/plan.ts";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";
import type { FleetRun } from "./fleet-run.ts";
import { follow, type WorkflowRun } from "./history.ts";

export type Gathering = {
  readonly run: FleetRun;
  readonly unit: UnitId;
  /** What stopped the workflow does not stop this run. */
  readonly isPast: boolean;
  /** Hands its operations over to a part of the unit; the same twice is harmless. */
  handPart(workflow: WorkflowRun): Promise<void>;
};

/** Ends when the workflow has ended, with its parts. Throws when it failed, which is a bug. */
export async function gather(gathering: Gathering, workflow: WorkflowRun): Promise<void> {
  const { run, unit, isPast, handPart } = gathering;
  const { deps, options } = run;
  const notes = notesOf(run, unit);
  for await (const happening of follow(options.client, workflow, deps.clock, run.abort)) {
    switch (happening.kind) {
      case "scheduled":
        notes.compare(happening.operation);
        break;
      case "child":
        // one part goes on at a time
        await handPart(happening.workflow);
        await gather(gathering, happening.workflow);
        break;
      case "entries":
        for (const entry of happening.entries) notes.take(entry);
        break;
      case "cancelled":
        notes.doubt(happening.inDoubt, happening.at);
        if (!isPast) run.stop({ kind: "interrupted", reason: text("cancelled_in_temporal") });
        break;
      case "ended":
        notes.doubt(happening.inDoubt, happening.at);
        if (happening.stopped !== undefined && !isPast) run.stop({ kind: "target", reason: happening.stopped });
        break;
      case "failed":
        notes.doubt(happening.inDoubt, happening.at);
        if (isPast) return;
        throw new Error(`the workflow ${workflow.workflowId} failed: ${happening.message}`);
    }
  }
}

function notesOf({ deps, countResult }: FleetRun, unit: UnitId) {
  const operations = new Map<OperationId, Operation>();
  const attempts = new Map<OperationId, number>();
  const known = new Set<string>();
  const remember = (entry: JournalEntry) => {
    known.add(keyOf(entry));
    attempts.set(entry.operation, entry.attempt);
  };
  for (const { operation, entries } of deps.store.operations.ofUnit(unit)) {
    operations.set(operation.id, operation);
    for (const entry of entries) remember(entry);
  }
  const take = (entry: JournalEntry) => {
    const operation = operations.get(entry.operation);
    if (!operation || known.has(keyOf(entry))) return;
    remember(entry);
    deps.store.operations.append(entry);
    if (entry.kind === "result") countResult(operation, entry.result);
  };
  return {
    take,
    /** Attempts of which nobody knows what came: whoever goes on looks first. */
    doubt(inDoubt: readonly OperationId[], at: string) {
      for (const operation of inDoubt)
        take({ kind: "intent", operation, attempt: (attempts.get(operation) ?? 0) + 1, at });
    },
    compare({ id, key, resource }: Operation) {
      const own = operations.get(id);
      if (own?.key !== key || own.resource !== resource) throw otherPlan();
    },
  };
}

function keyOf({ operation, attempt, kind, at }: JournalEntry): string {
  return `${operation} ${attempt} ${kind} ${at}`;
}

/** The copy was made before the run had its plan, and has planned anew since. */
function otherPlan(): UserError {
  return new UserError("other_plan", text("other_plan_at_temporal"), text("use_state_of_starter"));
}
