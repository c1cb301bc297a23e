/** Collects the operations of one unit while they are planned; gives each its number and what it waits for. Knows no rule. */
import type { RunFile } from "../journal/run-file.ts";
import type { Ids } from "../model/outcome.ts";
import type { Need, Operation, OperationId, OperationOf, Resource, RowId, UnitId } from "../model/plan.ts";

/** What the planner says; number, unit and ids of the unit are added. */
export type NewOperation<R extends Resource> = Omit<OperationOf<R>, "id" | "unit" | "ids" | "needs"> & {
  readonly needs?: readonly (Need | undefined)[];
  readonly ids?: Ids;
};

/** What is wrong, or odd, with a row now that the target was looked at. */
export type PlanProblem = {
  readonly row: RowId;
  readonly code: string;
  readonly column: string;
  readonly message: string;
  readonly hint: string;
};

export type Drafting = {
  readonly operations: readonly Operation[];
  /** For rows that are planned all the same. */
  readonly warnings: readonly PlanProblem[];
  warn(problem: PlanProblem): void;
  add<R extends Resource>(operation: NewOperation<R>): Need;
};

/** `known`: ids of the customer, when it exists at the target. */
export function startDrafting(runFile: RunFile, unit: UnitId, known: Ids): Drafting {
  const operations: Operation[] = [];
  const warnings: PlanProblem[] = [];
  return {
    operations,
    warnings,
    warn: (problem) => void warnings.push(problem),
    add(operation) {
      const id: OperationId = runFile.operations.nextId();
      const needs = (operation.needs ?? []).filter((need) => need !== undefined);
      const ids = { ...known, ...operation.ids };
      operations.push({ ...operation, id, unit, needs, ids } as Operation); // the parts of one operation, put together again
      return { operation: id };
    },
  };
}
