/** Counts the rows of a plan by what will be done for them. Shows none of them. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Operation, OperationId, UnitId } from "../model/plan.ts";
import type { PlanCounts } from "../model/run-event.ts";
import { plannedActionOf } from "./planned-action.ts";

type Counts = { -readonly [K in keyof PlanCounts]-?: number };

/** Rows by what is planned for them. One that waits for what the plan refuses will not be done either. */
export function countPlan(runFile: RunFile): PlanCounts {
  const counts = countActions(runFile);
  for (const operations of blockedRows(runFile)) {
    counts[countOf(plannedActionOf(operations))] -= 1;
    counts.refused += 1;
  }
  return counts;
}

/** Rows by what is planned for themselves, whatever the rows that they need will come to. */
export function countActions(runFile: RunFile): Counts {
  const { verdicts } = runFile.rows.count();
  const notValid = verdicts.reduce((sum, { verdict, rows }) => (verdict === "valid" ? sum : sum + rows), 0);
  const counts = { create: 0, update: 0, unchanged: 0, refused: notValid, delete: 0 };
  for (const { steps, isRefused, rows } of runFile.operations.alikeRows())
    counts[isRefused ? "refused" : countOf(plannedActionOf(steps))] += rows;
  return counts;
}

function countOf(action: ReturnType<typeof plannedActionOf>): keyof Counts {
  return action === "none" ? "unchanged" : action;
}

/** The operations of each row that is not refused itself, and waits for one that is. */
function* blockedRows(runFile: RunFile): Generator<readonly Operation[]> {
  const stuck = new Set<OperationId>();
  for (const unit of unitsToLookAt(runFile)) {
    const rows = new Map<number, Operation[]>();
    for (const { operation } of runFile.operations.ofUnit(unit)) {
      const { id, row, action, refusal, needs } = operation;
      if (action !== "none" && (refusal || needs.some((need) => stuck.has(need.operation)))) stuck.add(id);
      rows.set(row, [...(rows.get(row) ?? []), operation]);
    }
    for (const operations of rows.values()) {
      const isBlocked = operations.some(({ id }) => stuck.has(id)) && !operations.some(({ refusal }) => refusal);
      if (isBlocked) yield operations;
    }
  }
}

/** Units that something is refused in; all of them, where others wait for what is refused. */
function unitsToLookAt(runFile: RunFile): readonly UnitId[] {
  const refused = runFile.operations.unitsWithRefusals();
  const shared = runFile.units.shared();
  if (shared === undefined || !refused.includes(shared)) return refused;
  return [shared, ...[...runFile.units.all()].map(({ id }) => id).filter((id) => id !== shared)];
}
