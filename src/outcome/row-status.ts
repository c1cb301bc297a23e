/** What became of a row: its status and action, from what became of its operations. Pure. */
import { isMet } from "../engine/operation-graph.ts";
import { resultOf } from "../model/journal-entry.ts";
import type { RowAction, RowStatus } from "../model/outcome.ts";
import type { RowId } from "../model/plan.ts";
import { effectOf, type LookUps, type Step } from "./row-steps.ts";

/** The worst of its operations decides; a row of which nothing differed is `unchanged`. `obstacle`: see `obstacleOf`. */
export function rowStatusOf(steps: readonly Step[], obstacle: "blocked" | "pending" | undefined): RowStatus {
  const active = steps.filter(({ operation }) => operation.action !== "none");
  const results = active.map(({ state }) => resultOf(state));
  if (results.some((result) => result?.status === "failed")) return "failed";
  if (obstacle) return obstacle;
  if (results.some((result) => result?.status === "pending" || result?.status === "accepted")) return "pending";
  if (results.some((result) => result === undefined))
    return active.some(({ state }) => state.attempts > 0) ? "pending" : "not_attempted";
  const isChanged = active.some(
    ({ operation, state }) => operation.action !== "read" && effectOf(state) !== "unchanged",
  );
  return isChanged ? "succeeded" : "unchanged";
}

/** What was done, whatever was planned: a create that found everything there is `none`. `main`: the operation of the sheet itself. */
export function rowActionOf(steps: readonly Step[], main: Step | undefined): RowAction {
  const changing = steps.filter(
    ({ operation, state }) =>
      ["create", "update", "delete"].includes(operation.action) && effectOf(state) !== "unchanged",
  );
  if (changing.length === 0) return "none";
  // what was to be made, was there, and was made right
  const isChanged = main !== undefined && effectOf(main.state) === "updated";
  const isMain = (action: string) => main !== undefined && changing.includes(main) && main.operation.action === action;
  if (isChanged) return "update";
  if (isMain("create")) return "create";
  return isMain("delete") ? "delete" : "update";
}

/** What stands in the way of an operation that has not begun: an operation of another row that failed or is pending. */
export function obstacleOf(
  step: Step,
  row: RowId,
  look: LookUps,
): { readonly kind: "blocked" | "pending"; readonly row: RowId } | undefined {
  if (step.operation.action === "none" || step.state.kind !== "waiting") return undefined;
  for (const need of step.operation.needs) {
    const needed = look.step(need.operation);
    if (!needed || needed.operation.action === "none") continue;
    const result = resultOf(needed.state);
    if (isMet(need, result)) continue;
    const further = obstacleOf(needed, row, look);
    if (further) return further;
    if (needed.operation.row === row) continue;
    if (result?.status === "failed") return { kind: "blocked", row: needed.operation.row };
    // of a run that was interrupted while Webex worked on it, nothing is known: what waits for it was not attempted
    if (needed.state.kind === "accepted" && result?.status === "pending")
      return { kind: "pending", row: needed.operation.row };
  }
  return undefined;
}
