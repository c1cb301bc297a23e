/** Rows of each customer by sheet and status, and why some are refused, in the order in which the customers first appear. */
import type { RowStatus } from "../model/outcome.ts";
import type { RowOutcome } from "../model/run-report.ts";
import type { SheetFile, SheetName } from "../model/sheet.ts";
import { type Causes, type GrowingCauses, noCauses, startCauses } from "./causes.ts";
import { isToCorrect } from "./files/failed-rows.ts";

export type CustomerCounts = {
  /** External id, or the reference as written. */
  readonly customer: string;
  /** Of its row; absent where the batch has none. */
  readonly name?: string;
  readonly rows: number;
  readonly statuses: Readonly<Partial<Record<RowStatus, number>>>;
  readonly rowsWithWarnings: number;
  /** The same by sheet; sheets without rows are left out. */
  readonly sheets: Readonly<Partial<Record<SheetName, StatusCounts>>>;
  /** Of the rows that are to be corrected. */
  readonly causes: Causes;
};

type StatusCounts = Readonly<Partial<Record<RowStatus, number>>>;

type Growing = {
  readonly customer: string;
  name?: string;
  rows: number;
  rowsWithWarnings: number;
  readonly statuses: Partial<Record<RowStatus, number>>;
  readonly sheets: Partial<Record<SheetName, Partial<Record<RowStatus, number>>>>;
  causes?: GrowingCauses;
};

/** Templates belong to no customer and are left out. Memory grows with the customers and their causes. `files`: where names of customers stand. */
export function startCustomerCounts(files: readonly Pick<SheetFile, "sheet" | "file" | "columns">[]) {
  const byName = new Map<string, Growing>();
  const namesAt = new Map(
    files.filter(({ sheet }) => sheet === "customers").map(({ file, columns }) => [file, columns.indexOf("name")]),
  );
  return {
    add(row: RowOutcome): void {
      const { at, customer, status, problems } = row;
      if (customer === "") return;
      const counts = byName.get(customer) ?? { customer, rows: 0, rowsWithWarnings: 0, statuses: {}, sheets: {} };
      byName.set(customer, counts);
      counts.rows += 1;
      const name = at.sheet === "customers" ? row.cells[namesAt.get(at.file) ?? -1]?.trim() : undefined;
      if (name) counts.name ??= name;
      counts.statuses[status] = (counts.statuses[status] ?? 0) + 1;
      const ofSheet = counts.sheets[at.sheet] ?? {};
      counts.sheets[at.sheet] = ofSheet;
      ofSheet[status] = (ofSheet[status] ?? 0) + 1;
      if (isToCorrect(status)) {
        counts.causes ??= startCauses();
        counts.causes.add(row);
      }
      if (problems.some(({ severity }) => severity === "warning")) counts.rowsWithWarnings += 1;
    },
    list: (): readonly CustomerCounts[] =>
      [...byName.values()].map(({ causes, ...counts }) => ({ ...counts, causes: causes?.list() ?? noCauses })),
  };
}
