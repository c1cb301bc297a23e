/** Reads all rows of a check or a run once, and keeps what its screens need repeatedly: counts, causes, customers, and an index of rows. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { RowsView } from "../pipeline/rows-view.ts";
import { type Causes, startCauses } from "../report/causes.ts";
import { type CustomerCounts, startCustomerCounts } from "../report/customer-counts.ts";
import { type Summary, startSummary } from "../report/summary.ts";
import { startTimeline, type Timeline } from "../report/timeline.ts";
import { type RowIndex, startRowIndex } from "./row-index.ts";

/** Cells with the same error that each have a certain repair. */
export type RepairGroup = {
  readonly sheet: string;
  readonly code: string;
  readonly column: string;
  readonly cells: number;
};

export type RowsOverview = {
  readonly index: RowIndex;
  readonly summary: Summary;
  readonly causes: Causes;
  readonly customers: readonly CustomerCounts[];
  readonly repairs: readonly RepairGroup[];
  readonly timeline: Timeline;
};

const rowsPerTurn = 1000;

/** Lets others have their turn in between. Throws the signal's reason. */
export async function readRows(rows: RowsView, signal: AbortSignal): Promise<RowsOverview> {
  const facts = rows.source.facts();
  const index = startRowIndex(facts.files);
  const summary = startSummary(facts, rows.source.fileIssues(), "en");
  const causes = startCauses();
  const customers = startCustomerCounts();
  const timeline = startTimeline();
  const repairs = startRepairs();
  let count = 0;
  for (const { id, outcome } of rows.all()) {
    index.add(id, outcome);
    for (const part of [summary, causes, customers, timeline, repairs]) part.add(outcome);
    count += 1;
    if (count % rowsPerTurn !== 0) continue;
    await nextTurn();
    signal.throwIfAborted();
  }
  return {
    index,
    summary: summary.finish(),
    causes: causes.list(),
    customers: customers.list(),
    repairs: repairs.list(),
    timeline: timeline.finish(),
  };
}

function startRepairs() {
  const groups = new Map<string, RepairGroup>();
  return {
    add({ at, problems }: Parameters<RowIndex["add"]>[1]) {
      for (const { code, column, repair } of problems) {
        if (column === undefined || repair === undefined) continue;
        const name = JSON.stringify([at.sheet, code, column]);
        const cells = (groups.get(name)?.cells ?? 0) + 1;
        groups.set(name, { sheet: at.sheet, code, column, cells });
      }
    },
    list: (): readonly RepairGroup[] => [...groups.values()],
  };
}
