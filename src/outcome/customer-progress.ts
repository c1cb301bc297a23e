/** Counts the rows of each customer that have a final result, and reports what changed since the last report. */
import type { OpenRowCounts } from "../journal/run-file/progress-queries.ts";
import type { UnitId } from "../model/plan.ts";
import type { CustomerProgress } from "../model/run-event.ts";
import type { RowEnd } from "./row-progress.ts";

export type CustomersProgress = {
  count(end: RowEnd): void;
  setBlocked(unit: UnitId, rows: number): void;
  /** Those that changed since this was asked last; the first time all of them. */
  changed(): readonly CustomerProgress[];
};

/** Units without a customer (templates) are left out. */
export function startCustomersProgress(open: readonly OpenRowCounts[]): CustomersProgress {
  const byUnit = new Map<UnitId, { customer: string; done: number; of: number; failed: number; blocked: number }>();
  for (const { unit, customer, rows, done, failed } of open) {
    if (customer === "") continue;
    const known = byUnit.get(unit) ?? { customer, done: 0, of: 0, failed: 0, blocked: 0 };
    byUnit.set(unit, { ...known, done: known.done + done, of: known.of + rows, failed: known.failed + failed });
  }
  let leftOut = new Set(byUnit.keys());
  return {
    setBlocked(unit, rows) {
      const counts = byUnit.get(unit);
      if (!counts || counts.blocked === rows) return;
      counts.done += rows - counts.blocked;
      counts.blocked = rows;
      leftOut.add(unit);
    },
    count({ unit, isFailed }) {
      const counts = byUnit.get(unit);
      if (!counts) return;
      counts.done += 1;
      if (isFailed) counts.failed += 1;
      leftOut.add(unit);
    },
    changed() {
      const changed = [...leftOut].flatMap((unit) => byUnit.get(unit) ?? []).map((counts) => ({ ...counts }));
      leftOut = new Set();
      return changed;
    },
  };
}
