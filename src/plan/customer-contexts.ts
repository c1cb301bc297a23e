/** What rows of locations and users are checked against: their customer and its places, as the batch holds them. Keeps the customers used last; the run file holds the rest. */

import type { StoredRow } from "../journal/row-table.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { RowId, UnitId } from "../model/plan.ts";
import type { CustomerRecord, Draft, LocationRecord } from "../model/records.ts";
import { foldName } from "./fold.ts";
import { type RowReader, rowReader } from "./row-reader.ts";

export type PlaceContext = {
  /** The locations row, or the customers row for the head office. */
  readonly row: RowId;
  readonly name: string;
  readonly isHeadOffice: boolean;
  readonly country?: string | undefined;
  /** Empty: the sheet does not say which numbers it has. */
  readonly numbers: ReadonlySet<string>;
};

export type CustomerContext = {
  readonly unit: UnitId;
  /** Absent when the batch only names the customer. */
  readonly row?: RowId;
  readonly draft?: Draft<CustomerRecord>;
  /** By folded name. */
  readonly places: ReadonlyMap<string, PlaceContext>;
};

export type CustomerContexts = { get(unit: UnitId): CustomerContext };

/** `keep`: how many customers stay in memory. */
export function customerContexts(runFile: RunFile, keep = 500): CustomerContexts {
  const kept = new Map<UnitId, CustomerContext>();
  const read = rowReader(runFile);
  return {
    get(unit) {
      const context = kept.get(unit) ?? loadContext(runFile, read, unit);
      kept.delete(unit);
      kept.set(unit, context); // behind the others: the first one is the one used longest ago
      const oldest = kept.keys().next();
      if (kept.size > keep && !oldest.done) kept.delete(oldest.value);
      return context;
    },
  };
}

function loadContext(runFile: RunFile, read: RowReader, id: UnitId): CustomerContext {
  const unit = runFile.units.get(id);
  const branches = [...runFile.rows.ofUnit(id, "locations")].map((row) =>
    placeOfBranch(row, read(row, "locations").value),
  );
  if (unit.row === null) return { unit: id, places: byName(branches) };
  const draft = read(runFile.rows.row(unit.row), "customers").value;
  return { unit: id, row: unit.row, draft, places: byName([...placesOfCustomer(unit.row, draft), ...branches]) };
}

function placesOfCustomer(row: RowId, draft: Draft<CustomerRecord>): readonly PlaceContext[] {
  const headOffice = draft.headOffice;
  if (!headOffice) return [];
  return [
    {
      row,
      name: headOffice.name ?? "Head Office",
      isHeadOffice: true,
      country: headOffice.address?.country,
      numbers: new Set(headOffice.phoneNumbers ?? []),
    },
  ];
}

function placeOfBranch(row: StoredRow, draft: Draft<LocationRecord>): PlaceContext {
  return {
    row: row.id,
    name: draft.name ?? "",
    isHeadOffice: false,
    country: draft.address?.country,
    numbers: new Set(draft.phoneNumbers ?? []),
  };
}

/** The first of two places of one name wins: the second is an error of its own. */
function byName(places: readonly PlaceContext[]): ReadonlyMap<string, PlaceContext> {
  const found = new Map<string, PlaceContext>();
  for (const place of places) {
    const name = foldName(place.name);
    if (!found.has(name)) found.set(name, place);
  }
  return found;
}
