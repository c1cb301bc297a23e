/** Counts the rows of each customer that have their last word, and tells what changed since it told last. */
import type { UnitId } from "../model/plan.ts";
import type { CustomerProgress } from "../model/run-event.ts";

export type CustomersProgress = {
  count(unit: UnitId, isFailed: boolean): void;
  /** Those that changed since this was asked last; the first time all of them. */
  changed(): readonly CustomerProgress[];
};

type OpenRows = { readonly unit: UnitId; readonly customer: string; readonly rows: number; readonly done: number };

/** Units without a customer (templates) are left out. */
export function startCustomersProgress(open: readonly OpenRows[]): CustomersProgress {
  const byUnit = new Map<UnitId, { customer: string; done: number; of: number; failed: number }>();
  for (const { unit, customer, rows, done } of open) {
    if (customer === "") continue;
    const known = byUnit.get(unit) ?? { customer, done: 0, of: 0, failed: 0 };
    byUnit.set(unit, { ...known, done: known.done + done, of: known.of + rows });
  }
  let untold = new Set(byUnit.keys());
  return {
    count(unit, isFailed) {
      const counts = byUnit.get(unit);
      if (!counts) return;
      counts.done += 1;
      if (isFailed) counts.failed += 1;
      untold.add(unit);
    },
    changed() {
      const changed = [...untold].flatMap((unit) => byUnit.get(unit) ?? []).map((counts) => ({ ...counts }));
      untold = new Set();
      return changed;
    },
  };
}
