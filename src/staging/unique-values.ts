/** What no two rows of a sheet may share, in the form in which it is compared. */
import type { UniqueValues } from "../journal/run-file/fingerprint-table.ts";
import { foldName } from "../model/names.ts";
import type { RowId, UnitId } from "../model/plan.ts";
import { type Draft, type SheetRecords, usualHeadOffice } from "../model/records.ts";
import type { SheetName } from "../model/sheet.ts";

/** The row's customer, and the place that it needs. */
export type Links = { readonly unit?: UnitId | null | undefined; readonly parent?: RowId | null | undefined };

type Values = { readonly [S in SheetName]: (draft: Draft<SheetRecords[S]>, links: Links) => UniqueValues };

const values: Values = {
  templates: ({ name }) => ({ match: name }),
  profiles: ({ name }) => ({ match: name === undefined ? undefined : foldName(name) }),
  customers: ({ externalId, adminEmail, headOffice, action }, { unit }) => ({
    match: externalId,
    second: adminEmail,
    third: action === "remove" ? undefined : nameOfLocation(unit, headOffice?.name ?? usualHeadOffice),
  }),
  locations: ({ name }, { unit }) => ({ match: nameOfLocation(unit, name) }),
  users: (draft, links) => ({
    match: draft.email,
    second: draft.phoneNumber,
    third: extensionAtLocation(draft, links),
  }),
};

export function uniqueValuesOf<S extends SheetName>(
  sheet: S,
  draft: Draft<SheetRecords[S]>,
  links: Links,
): UniqueValues {
  return values[sheet](draft, links);
}

/** Names of places are unique within their customer. */
function nameOfLocation(unit: Links["unit"], name: string | undefined): string | undefined {
  return hasUnit(unit) && name ? `${unit}/${foldName(name)}` : undefined;
}

/** Extensions are unique within their location. */
function extensionAtLocation({ extension, location }: Draft<SheetRecords["users"]>, { unit, parent }: Links) {
  if (!hasUnit(unit) || !extension) return undefined;
  return `${unit}/${parent ?? foldName(location ?? "")}/${extension}`;
}

function hasUnit(unit: Links["unit"]): unit is UnitId {
  return unit !== undefined && unit !== null;
}
