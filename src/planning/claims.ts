/** What all users of a customer say of numbers and extensions, whatever is planned of their rows: it is not free for others. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { UnitId } from "../model/plan.ts";
import type { Draft, UserRecord } from "../model/records.ts";
import type { RowReader } from "../staging/row-reader.ts";

export function* claimsOf(runFile: RunFile, read: RowReader, unit: UnitId): Generator<Draft<UserRecord>> {
  for (const row of runFile.rows.ofUnit(unit, "users")) yield read(row, "users").value;
}
