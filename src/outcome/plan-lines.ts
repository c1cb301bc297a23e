/** Reads the plan out of the run file, row by row in input order. Rows of customers that were left aside are no part of it. */

import { createHash } from "node:crypto";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { RowStatus } from "../model/outcome.ts";
import type { Operation } from "../model/plan.ts";
import type { PlanLine } from "../model/plan-line.ts";
import { formatAssigned, type Problem, type RowOutcome } from "../model/run-report.ts";
import { defaultStateFolder } from "../model/state-folder.ts";
import { plannedActionOf } from "../planning/planned-action.ts";
import { hintInState } from "./hints-in-state.ts";
import { rowsWithSteps } from "./report-source.ts";
import { lookUps } from "./row-steps.ts";

/** `stateFolder`: as a person types it, for the commands that are named to go on with. */
export function* planLines(runFile: RunFile, stateFolder = defaultStateFolder): Generator<PlanLine> {
  const look = lookUps(runFile);
  for (const page of runFile.rows.pages()) {
    for (const { row, steps, outcome } of rowsWithSteps(runFile, page, look)) {
      if (steps.length > 0 || row.verdict !== "valid") {
        const operations = steps.map(({ operation }) => operation);
        yield hintInState(lineOf(outcome, operations), stateFolder);
      }
    }
  }
}

/** Statuses of rows of which nothing will be sent. */
const refusedStatuses: ReadonlySet<RowStatus> = new Set(["invalid", "failed", "blocked"]);

function lineOf(outcome: RowOutcome, operations: readonly Operation[]): PlanLine {
  const { at, customer, key, status, problems, taken } = outcome;
  const assigned = formatAssigned(outcome.assigned);
  const isRefused = refusedStatuses.has(status);
  const [obstacle] = isRefused ? problems : [];
  return {
    ...{ at, customer, key },
    action: isRefused ? "refused" : plannedActionOf(operations),
    changes: operations.flatMap(({ changes = [] }) => changes),
    digest: digestOf(operations),
    ...(assigned === "" ? {} : { assigned }),
    ...(taken ? { taken } : {}),
    ...(obstacle ? reasonOf(obstacle) : {}),
  };
}

function reasonOf({ message, hint, code, column }: Problem): Partial<PlanLine> {
  return {
    reason: message,
    code,
    ...(column ? { column } : {}),
    ...(hint ? { hint } : {}),
  };
}

function digestOf(operations: readonly Operation[]): string {
  const sent = operations
    // who goes together is no matter of the row
    .filter(({ action, resource }) => action !== "read" && action !== "none" && resource !== "move_job")
    .map((operation) => {
      const { resource, action, key, changes = [] } = operation;
      return [resource, action, key, sentOf(operation), changes];
    });
  return createHash("sha256").update(JSON.stringify(sent)).digest("base64url").slice(0, 16);
}

/** Whether Webex was asked about a move, and what it said, changes nothing of what the move is to be. */
function sentOf(operation: Operation): unknown {
  if (operation.resource !== "move") return operation.payload;
  const { mustValidate: _asked, letsGo: _told, ...payload } = operation.payload;
  return payload;
}
