/** Rows of each customer by status, in the order in which the customers first appear. */
import type { RowStatus } from "../model/outcome.ts";
import type { RowOutcome } from "../model/run-report.ts";

export type CustomerCounts = {
  /** External id, or the reference as written. */
  readonly customer: string;
  readonly rows: number;
  readonly statuses: Readonly<Partial<Record<RowStatus, number>>>;
  readonly rowsWithWarnings: number;
};

type Growing = {
  readonly customer: string;
  rows: number;
  rowsWithWarnings: number;
  readonly statuses: Partial<Record<RowStatus, number>>;
};

/** Templates belong to no customer and are left out. Memory grows with the customers. */
export function startCustomerCounts() {
  const byName = new Map<string, Growing>();
  return {
    add({ customer, status, problems }: RowOutcome): void {
      if (customer === "") return;
      const counts = byName.get(customer) ?? { customer, rows: 0, rowsWithWarnings: 0, statuses: {} };
      byName.set(customer, counts);
      counts.rows += 1;
      counts.statuses[status] = (counts.statuses[status] ?? 0) + 1;
      if (problems.some(({ severity }) => severity === "warning")) counts.rowsWithWarnings += 1;
    },
    list: (): readonly CustomerCounts[] => [...byName.values()],
  };
}
