/** Collects the operations of one unit while they are planned; gives each its number and what it waits for. Knows no rule. */

import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Ids } from "../model/outcome.ts";
import type { Need, Operation, OperationId, OperationOf, ResourceKind, RowId, UnitId } from "../model/plan.ts";
import type { ProblemCode } from "../model/problem-code.ts";
import type { Text } from "../model/words/text.ts";

/** What the planner says; number, unit and ids of the unit are added. */
export type NewOperation<R extends ResourceKind> = Omit<OperationOf<R>, "id" | "unit" | "ids" | "needs"> & {
  readonly needs?: readonly (Need | undefined)[];
  readonly ids?: Ids;
};

/** What is wrong, or odd, with a row now that the target was looked at. */
export type PlanProblem = {
  readonly row: RowId;
  readonly code: ProblemCode;
  readonly column: string;
  readonly message: Text;
  readonly hint: Text;
};

export type OperationBuilder = {
  readonly operations: readonly Operation[];
  /** For rows that are planned all the same. */
  readonly warnings: readonly PlanProblem[];
  warn(problem: PlanProblem): void;
  add<R extends ResourceKind>(operation: NewOperation<R>): Need;
};

/** `known`: ids of the customer, when it exists at the target. */
export function createOperationBuilder(runFile: RunFile, unit: UnitId, known: Ids): OperationBuilder {
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
