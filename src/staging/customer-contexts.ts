/** What rows of users are checked against: their customer and its places, as the batch holds them. Keeps what fits in memory; the run file holds the rest. */

import type { Drawn } from "../journal/run-file/limit-table.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Checked } from "../model/issue.ts";
import { foldName } from "../model/names.ts";
import type { NumberRange } from "../model/number-ranges.ts";
import type { RowId, UnitId } from "../model/plan.ts";
import {
  type CustomerRecord,
  type Draft,
  type LocationRecord,
  type PackageCode,
  usualHeadOffice,
} from "../model/records.ts";
import { isMisread, isRemoval } from "../sheets/cells/check-row.ts";
import { type RowReader, rowReader } from "./row-reader.ts";

export type LocationContext = {
  /** The locations row, or the customers row for the head office. */
  readonly row: RowId;
  readonly name: string;
  readonly country?: string | undefined;
  /** It is to be removed. */
  readonly isGoing?: true;
  /** Empty: the sheet does not say which numbers it has. */
  readonly numbers: readonly NumberRange[];
};

export type CustomerContext = {
  readonly unit: UnitId;
  /** Absent when the batch only names the customer. */
  readonly row?: RowId;
  /** Of the customers row nothing but its key counts: it may be misread, or says that the customer is to go. */
  readonly isKeyAlone?: true;
  readonly adminEmail?: string | undefined;
  readonly packages: readonly PackageCode[];
  /** What a user with the package draws, where the customer's row limits it. */
  readonly limits: ReadonlyMap<string, Drawn>;
  /** By folded name. The first of two places of one name stands here: the second is an error of its own. */
  readonly locations: Map<string, LocationContext>;
};

type CheckedCustomer = Checked<Draft<CustomerRecord>>;

export type CustomerContexts = {
  /** A customers row, while it is being staged. */
  addCustomer(unit: UnitId, row: RowId, checked: CheckedCustomer, numbers: readonly NumberRange[]): void;
  /** A locations row, while it is being staged. */
  addBranch(unit: UnitId, row: RowId, draft: Draft<LocationRecord>, numbers: readonly NumberRange[]): void;
  /** Of the customers row, once it is staged; none when the batch only names the customer. */
  packagesOf(unit: UnitId): readonly PackageCode[];
  /** Once customers and locations are staged. */
  get(unit: UnitId): CustomerContext;
};

/** `room`: how many customers and places stay in memory. */
export function customerContexts(runFile: RunFile, room = 100_000): CustomerContexts {
  const kept = new Map<UnitId, CustomerContext>();
  const read = rowReader(runFile);
  let used = 0;

  function keep(context: CustomerContext): CustomerContext {
    kept.set(context.unit, context);
    used += weightOf(context);
    for (const oldest of kept.values()) {
      if (used <= room) break;
      kept.delete(oldest.unit);
      used -= weightOf(oldest);
    }
    return context;
  }

  return {
    addCustomer: (unit, row, checked, numbers) => void keep(contextOf(unit, row, checked, numbers)),
    addBranch(unit, row, draft, numbers) {
      const context = kept.get(unit);
      if (!context) return;
      addLocation(context, branchLocation(row, draft, numbers));
      used += 1;
    },
    packagesOf: (unit) => (kept.get(unit) ?? rowContext(runFile, read, unit)).packages,
    get: (unit) => kept.get(unit) ?? keep(loadContext(runFile, read, unit)),
  };
}

/** Numbers are ranges, mostly few. */
function weightOf({ locations }: CustomerContext): number {
  return 1 + locations.size;
}

function loadContext(runFile: RunFile, read: RowReader, id: UnitId): CustomerContext {
  const context = rowContext(runFile, read, id);
  for (const row of runFile.rows.ofUnit(id, "locations")) {
    const { value } = read(row, "locations");
    addLocation(context, branchLocation(row.id, value, value.phoneNumbers ?? []));
  }
  return context;
}

/** Without the branches. */
function rowContext(runFile: RunFile, read: RowReader, id: UnitId): CustomerContext {
  const { row } = runFile.units.get(id);
  if (row === null) return outside(id);
  const checked = read(runFile.rows.row(row), "customers");
  return contextOf(id, row, checked, checked.value.headOffice?.phoneNumbers ?? []);
}

function outside(unit: UnitId): CustomerContext {
  return { unit, packages: [], limits: new Map(), locations: new Map() };
}

function contextOf(
  unit: UnitId,
  row: RowId,
  checked: CheckedCustomer,
  numbers: readonly NumberRange[],
): CustomerContext {
  if (isMisread(checked) || isRemoval(checked.value)) return { ...outside(unit), row, isKeyAlone: true };
  const { adminEmail, packages = [], packageLimits = {}, headOffice } = checked.value;
  const limits = new Map(Object.entries(packageLimits).map(([code, limit]) => [code, { package: code, limit }]));
  const context = { unit, row, adminEmail, packages, limits, locations: new Map<string, LocationContext>() };
  if (headOffice) {
    const { name = usualHeadOffice, address } = headOffice;
    addLocation(context, { row, name, country: address?.country, numbers });
  }
  return context;
}

function branchLocation(
  row: RowId,
  { name = "", address, action }: Draft<LocationRecord>,
  numbers: readonly NumberRange[],
): LocationContext {
  return { row, name, country: address?.country, numbers, ...(action === "remove" ? { isGoing: true } : {}) };
}

function addLocation({ locations }: CustomerContext, location: LocationContext): void {
  const name = foldName(location.name);
  if (!locations.has(name)) locations.set(name, location);
}
