/** One customer with the valid rows that the run has of it, loaded from the run file when its turn comes. */
import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { OperationId, RowId, UnitId } from "../model/plan.ts";
import type {
  Closing,
  CustomerRecord,
  Departure,
  Leaver,
  LocationRecord,
  SheetRecords,
  UserRecord,
} from "../model/records.ts";
import type { SheetName } from "../model/sheet.ts";
import { isComplete } from "../sheets/cells/check-row.ts";
import type { RowReader } from "../staging/row-reader.ts";

export type Sourced<T> = { readonly row: RowId; readonly record: T };

/** The template that a customer is made from: an operation of this run, or an ID known already. */
export type TemplateSource = {
  readonly operation?: OperationId;
  readonly provisioningId?: string;
  /** The ID that the operation has already; for questions, not for sending. */
  readonly presentId?: string;
  readonly inviteEmails?: boolean;
};

export type CustomerRows = {
  readonly unit: UnitId;
  readonly reference: string;
  readonly customer?: Sourced<CustomerRecord>;
  /** The customer is to go. */
  readonly departure?: Sourced<Departure>;
  readonly locations: readonly Sourced<LocationRecord>[];
  readonly users: readonly Sourced<UserRecord>[];
  /** Users who are to go. */
  readonly leavers: readonly Sourced<Leaver>[];
  /** Locations that are to go. */
  readonly closings: readonly Sourced<Closing>[];
  /** All rows of the unit that are valid, for refusals that hit each of them. */
  readonly rows: readonly RowId[];
};

export function loadCustomerRows(runFile: RunFile, read: RowReader, id: UnitId): CustomerRows {
  const unit = runFile.units.get(id);
  const isOwn = unit.row !== null && !runFile.rows.isContext(unit.row);
  const customerRow = isOwn ? runFile.rows.row(unit.row) : undefined;
  const own = customerRow && sourced(read, customerRow, "customers");
  const places = [...validRows(runFile, read, id, "locations")];
  const locations = places.filter(({ record }) => record.action !== "remove");
  const closings = places.filter(({ record }) => record.action === "remove");
  const all = [...validRows(runFile, read, id, "users")];
  const users = all.filter(({ record }) => record.action !== "remove");
  const leavers = all.filter(({ record }) => record.action === "remove");
  return {
    unit: id,
    reference: unit.reference,
    ...(own ? (own.record.action === "remove" ? { departure: own } : { customer: own }) : {}),
    locations,
    users,
    leavers,
    closings,
    rows: [...(own ? [own.row] : []), ...places.map(({ row }) => row), ...all.map(({ row }) => row)],
  };
}

/** Is anything to go? */
export function isRemoving({ leavers, closings, departure }: CustomerRows): boolean {
  return leavers.length + closings.length > 0 || departure !== undefined;
}

/** The record of a valid row; undefined when the row is invalid or blocked. */
export function sourced<S extends SheetName>(
  read: RowReader,
  row: StoredRow,
  sheet: S,
): Sourced<SheetRecords[S]> | undefined {
  if (row.verdict !== "valid") return undefined;
  const checked = read(row, sheet);
  if (!isComplete(sheet, checked)) throw new Error(`row ${row.id} was staged as valid and is not`);
  return { row: row.id, record: checked.value };
}

function* validRows<S extends "locations" | "users">(runFile: RunFile, read: RowReader, unit: UnitId, sheet: S) {
  for (const row of runFile.rows.ofUnit(unit, sheet)) {
    const found = runFile.rows.isContext(row.id) ? undefined : sourced(read, row, sheet);
    if (found) yield found;
  }
}
