/** Reads all rows of a check or a run once, and keeps what its screens need repeatedly: counts, causes, customers, and an index of rows. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Severity } from "../model/issue.ts";
import type { SheetName } from "../model/sheet.ts";
import type { RowsView } from "../pipeline/rows-view.ts";
import { type Causes, startCauses } from "../report/causes.ts";
import { type CustomerCounts, startCustomerCounts } from "../report/customer-counts.ts";
import { type Summary, startSummary } from "../report/summary.ts";
import { startTimeline, type Timeline } from "../report/timeline.ts";
import { columnNames } from "./column-names.ts";
import { type RowIndex, startRowIndex } from "./row-index.ts";
import { suggestionsOf } from "./suggestions.ts";

/** Cells with the same error that each have a certain repair. */
export type RepairGroup = {
  readonly sheet: SheetName;
  readonly code: string;
  readonly column: string;
  readonly severity: Severity;
  readonly cells: number;
};

/** Cells of one text that a message asks about, and what it suggests to write there. */
export type SwapGroup = RepairGroup & { readonly from: string; readonly to: string };

export type FileCounts = { readonly rows: number; readonly errors: number; readonly warnings: number };

export type RowsOverview = {
  readonly index: RowIndex;
  readonly summary: Summary;
  readonly causes: Causes;
  readonly customers: readonly CustomerCounts[];
  readonly repairs: readonly RepairGroup[];
  /** The most frequent first. */
  readonly swaps: readonly SwapGroup[];
  /** The last row of each file. */
  readonly lastRows: ReadonlyMap<string, number>;
  readonly rowsOfFiles: Readonly<Record<string, FileCounts>>;
  readonly timeline: Timeline;
};

const rowsPerTurn = 1000;

/** Lets others have their turn in between. Throws the signal's reason. */
export async function readRows(rows: RowsView, signal: AbortSignal): Promise<RowsOverview> {
  const facts = rows.source.facts();
  const index = startRowIndex(facts.files);
  const summary = startSummary(facts, rows.source.fileIssues(), "en");
  const causes = startCauses();
  const customers = startCustomerCounts(facts.files);
  const timeline = startTimeline();
  const repairs = startRepairs();
  const swaps = startSwaps(facts.files);
  const files = startFileCounts();
  const lastRows = new Map<string, number>();
  let count = 0;
  for (const { id, outcome } of rows.all()) {
    index.add(id, outcome);
    for (const part of [summary, causes, customers, timeline, repairs, swaps, files]) part.add(outcome);
    lastRows.set(outcome.at.file, Math.max(outcome.at.row, lastRows.get(outcome.at.file) ?? 0));
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
    swaps: swaps.list(),
    lastRows,
    rowsOfFiles: files.counts,
    timeline: timeline.finish(),
  };
}

function startRepairs() {
  const groups = new Map<string, RepairGroup>();
  return {
    add({ at, problems }: Parameters<RowIndex["add"]>[1]) {
      for (const { code, column, repair, severity } of problems) {
        if (column === undefined || repair === undefined) continue;
        const name = JSON.stringify([at.sheet, code, column, severity]);
        const cells = (groups.get(name)?.cells ?? 0) + 1;
        groups.set(name, { sheet: at.sheet, code, column, severity, cells });
      }
    },
    list: (): readonly RepairGroup[] => [...groups.values()],
  };
}

function startFileCounts() {
  const counts: Record<string, { rows: number; errors: number; warnings: number }> = {};
  return {
    add({ at, problems }: Parameters<RowIndex["add"]>[1]) {
      const own = counts[at.file] ?? { rows: 0, errors: 0, warnings: 0 };
      counts[at.file] = own;
      own.rows += 1;
      if (problems.some(({ severity }) => severity === "error")) own.errors += 1;
      else if (problems.length > 0) own.warnings += 1;
    },
    counts,
  };
}

/** A person reads no more of them. */
const mostSwaps = 500;

function startSwaps(files: Parameters<typeof startRowIndex>[0]) {
  const groups = new Map<string, SwapGroup>();
  const positions = new Map(files.map((file) => [file.file, columnNames(file)]));
  return {
    add({ at, problems, cells }: Parameters<RowIndex["add"]>[1]) {
      for (const problem of problems) {
        const { code, column, severity } = problem;
        if (column === undefined || problem.hint === undefined) continue;
        const from = cells[positions.get(at.file)?.indexOf(column) ?? -1] ?? "";
        const [to] = suggestionsOf(problem, from);
        if (to === undefined) continue;
        const name = JSON.stringify([at.sheet, code, column, from, to]);
        const known = groups.get(name);
        if (known === undefined && groups.size >= mostSwaps) continue;
        groups.set(name, { sheet: at.sheet, code, column, severity, from, to, cells: (known?.cells ?? 0) + 1 });
      }
    },
    list: (): readonly SwapGroup[] => [...groups.values()].sort((a, b) => b.cells - a.cells),
  };
}
