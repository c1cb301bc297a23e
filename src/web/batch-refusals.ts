/** What a target has refused of the rows of a batch: in the run that the batch is to correct, and in the plan that was made last. */

import type { SavedPlan } from "../model/plan-line.ts";
import type { Problem } from "../model/run-report.ts";
import { formatAddress } from "../model/sheet.ts";
import { openRunRows, type Refusals, type RowsView, refusalsOf, refusedRow } from "../pipeline/rows-view.ts";
import type { RunFolder } from "../run/folder.ts";
import type { PageWorld } from "./page-world.ts";

export type BatchRefusals = {
  all(): Promise<Refusals>;
  /** Those of a new plan, in the place of those before; `rows` undefined: they are not the ones it was made of. Is anything another one now? */
  setPlan(plan: SavedPlan, rows: RowsView | undefined): boolean;
};

/** `parent`: the run that the batch corrects. */
export function batchRefusals(parent: RunFolder | undefined, world: PageWorld): BatchRefusals {
  let ofRun: Refusals | undefined;
  let ofPlan: Refusals = new Map();
  return {
    async all() {
      ofRun ??= await refusedIn(parent, world);
      return new Map([...ofRun, ...ofPlan]);
    },
    setPlan(plan, rows) {
      const before = ofPlan.size;
      ofPlan = rows ? refusedBy(plan, rows) : new Map();
      return before + ofPlan.size > 0;
    },
  };
}

/** What Webex refused of the rows that the batch is to correct. */
async function refusedIn(parent: RunFolder | undefined, { stateFolder }: PageWorld): Promise<Refusals> {
  if (!parent) return new Map();
  using rows = await openRunRows(parent.runId, stateFolder);
  return refusalsOf(rows);
}

/** What the plan refuses in addition to the check: what only the target knows. */
function refusedBy(plan: SavedPlan, rows: RowsView): Refusals {
  const refused = new Map(
    plan.rows.flatMap(({ at, action, code, reason, column, hint }) => {
      if (action !== "refused" || code === undefined || code === "blocked" || reason === undefined) return [];
      const problem = {
        severity: "error",
        code,
        message: reason,
        ...(column ? { column } : {}),
        ...(hint ? { hint } : {}),
      };
      return [[formatAddress(at), problem as Problem] as const]; // the severity is one of two
    }),
  );
  const refusals = new Map<string, readonly Problem[]>();
  if (refused.size === 0) return refusals;
  for (const { outcome } of rows.all()) {
    const problem = refused.get(formatAddress(outcome.at));
    if (problem) refusals.set(refusedRow(outcome.at.sheet, outcome.cells), [problem]);
  }
  return refusals;
}
