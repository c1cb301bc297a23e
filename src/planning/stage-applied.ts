/** Puts the rows that were last applied from a state folder into a run file, as if they were a batch: to compare the target with them. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { AppliedRowOf, AppliedRows } from "../journal/state/applied-rows.ts";
import { foldName } from "../model/names.ts";
import type { UnitId } from "../model/plan.ts";
import type { Draft, SheetRecords } from "../model/records.ts";
import type { SheetName } from "../model/sheet.ts";
import { isComplete } from "../sheets/cells/check-row.ts";
import type { RowReader } from "../staging/row-reader.ts";

const sheets = ["customers", "locations", "users"] as const;

/** Rows that are staged together. */
const atATime = 1_000;

/** Records stand whole in one cell. Returns how many could not be taken: an older version has written them. */
export function stageApplied(runFile: RunFile, applied: AppliedRows, owner: string): number {
  const units = new Map<string, UnitId>();
  let left = 0;
  for (const sheet of sheets) {
    const label = `applied-${sheet}`;
    const file = runFile.files.add({ sheet, file: label, path: label, header: [], columns: [], encoding: "" });
    let rows: AppliedRowOf[] = [];
    let count = 0;
    const write = () => {
      runFile.together(() => stage(runFile, { file, sheet, rows, units, first: count }));
      count += rows.length;
      rows = [];
    };
    for (const row of applied.ofSheet(owner, sheet)) {
      if (!isWhole(sheet, row.record)) {
        left += 1;
        continue;
      }
      rows.push(row);
      if (rows.length === atATime) write();
    }
    write();
    runFile.files.setRowCount(file, count);
  }
  runFile.finishStaging();
  return left;
}

type Page = {
  readonly file: number;
  readonly sheet: (typeof sheets)[number];
  readonly rows: readonly AppliedRowOf[];
  readonly units: Map<string, UnitId>;
  readonly first: number;
};

function stage(runFile: RunFile, { file, sheet, rows, units, first }: Page): void {
  const nextId = runFile.rows.nextId();
  const staged = rows.map(({ customer, key, record }, index) => {
    const known = units.get(customer);
    const unit = known ?? runFile.units.add(unitOf(customer, sheet === "customers" ? nextId + index : undefined));
    if (known === undefined) units.set(customer, unit);
    return { row: first + index + 1, cells: [JSON.stringify(record)], key, unit, issues: [] };
  });
  if (staged.length > 0) runFile.rows.stage(file, sheet, staged);
}

function unitOf(customer: string, row: number | undefined) {
  return {
    reference: customer,
    externalMatch: customer,
    nameMatch: foldName(customer),
    ...(row === undefined ? {} : { row }),
  };
}

function isWhole(sheet: SheetName, record: unknown): boolean {
  const value = typeof record === "object" && record !== null ? record : {};
  return isComplete(sheet, { value, issues: [] });
}

/** Reads the rows of `stageApplied`. */
export const appliedReader: RowReader = <S extends SheetName>({ cells }: { readonly cells: readonly string[] }) => ({
  value: JSON.parse(cells[0] ?? "{}") as Draft<SheetRecords[S]>, // written above
  issues: [],
});
