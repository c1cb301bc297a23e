/** What rows of users are checked against: their customer and its places, as the batch holds them. Keeps what fits in memory; the run file holds the rest. */

import type { RunFile } from "../journal/run-file.ts";
import { type NumberRange, rangesOf } from "../model/number-ranges.ts";
import type { RowId, UnitId } from "../model/plan.ts";
import type { CustomerRecord, Draft, LocationRecord, PackageCode } from "../model/records.ts";
import { foldName } from "./fold.ts";
import { type RowReader, rowReader } from "./row-reader.ts";

export type PlaceContext = {
  /** The locations row, or the customers row for the head office. */
  readonly row: RowId;
  readonly name: string;
  readonly country?: string | undefined;
  /** Empty: the sheet does not say which numbers it has. */
  readonly numbers: readonly NumberRange[];
};

export type CustomerContext = {
  readonly unit: UnitId;
  /** Absent when the batch only names the customer. */
  readonly row?: RowId;
  readonly adminEmail?: string | undefined;
  readonly packages: readonly PackageCode[];
  readonly packageLimits: Readonly<Record<string, number>>;
  /** By folded name. The first of two places of one name stands here: the second is an error of its own. */
  readonly places: Map<string, PlaceContext>;
};

export type CustomerContexts = {
  /** A customers row, while it is being staged. */
  addCustomer(unit: UnitId, row: RowId, draft: Draft<CustomerRecord>): void;
  /** A locations row, while it is being staged. */
  addBranch(unit: UnitId, row: RowId, draft: Draft<LocationRecord>): void;
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
    addCustomer: (unit, row, draft) => void keep(contextOf(unit, row, draft)),
    addBranch(unit, row, draft) {
      const context = kept.get(unit);
      if (!context) return;
      addPlace(context, placeOfBranch(row, draft));
      used += 1;
    },
    packagesOf: (unit) => (kept.get(unit) ?? rowContext(runFile, read, unit)).packages,
    get: (unit) => kept.get(unit) ?? keep(loadContext(runFile, read, unit)),
  };
}

/** Numbers are ranges, mostly few. */
function weightOf({ places }: CustomerContext): number {
  return 1 + places.size;
}

function loadContext(runFile: RunFile, read: RowReader, id: UnitId): CustomerContext {
  const context = rowContext(runFile, read, id);
  for (const row of runFile.rows.ofUnit(id, "locations")) {
    addPlace(context, placeOfBranch(row.id, read(row, "locations").value));
  }
  return context;
}

/** Without the branches. */
function rowContext(runFile: RunFile, read: RowReader, id: UnitId): CustomerContext {
  const { row } = runFile.units.get(id);
  return row === null ? outside(id) : contextOf(id, row, read(runFile.rows.row(row), "customers").value);
}

function outside(unit: UnitId): CustomerContext {
  return { unit, packages: [], packageLimits: {}, places: new Map() };
}

function contextOf(unit: UnitId, row: RowId, draft: Draft<CustomerRecord>): CustomerContext {
  const { adminEmail, packages = [], packageLimits = {}, headOffice } = draft;
  const context = { unit, row, adminEmail, packages, packageLimits, places: new Map<string, PlaceContext>() };
  if (headOffice) {
    const { name = "Head Office", address, phoneNumbers = [] } = headOffice;
    addPlace(context, { row, name, country: address?.country, numbers: rangesOf(phoneNumbers) });
  }
  return context;
}

function placeOfBranch(row: RowId, { name = "", address, phoneNumbers = [] }: Draft<LocationRecord>): PlaceContext {
  return { row, name, country: address?.country, numbers: rangesOf(phoneNumbers) };
}

function addPlace({ places }: CustomerContext, place: PlaceContext): void {
  const name = foldName(place.name);
  if (!places.has(name)) places.set(name, place);
}
