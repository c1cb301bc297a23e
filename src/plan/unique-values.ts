/** What no two rows of a sheet may share, in the form in which it is compared. */
import type { UniqueValues } from "../journal/fingerprint-table.ts";
import type { RowId, UnitId } from "../model/plan.ts";
import type { Draft, SheetRecords } from "../model/records.ts";
import type { SheetName } from "../model/sheet.ts";
import { foldName } from "./fold.ts";

/** The row's customer, and the place that it needs. */
export type Links = { readonly unit?: UnitId | null | undefined; readonly parent?: RowId | null | undefined };

type Values = { readonly [S in SheetName]: (draft: Draft<SheetRecords[S]>, links: Links) => UniqueValues };

const values: Values = {
  templates: ({ name }) => ({ match: name }),
  customers: ({ externalId, adminEmail, headOffice }, { unit }) => ({
    match: externalId,
    second: adminEmail,
    third: nameOfPlace(unit, headOffice?.name ?? "Head Office"),
  }),
  locations: ({ name }, { unit }) => ({ match: nameOfPlace(unit, name) }),
  users: (draft, links) => ({ match: draft.email, second: draft.phoneNumber, third: extensionAtPlace(draft, links) }),
};

export function uniqueValuesOf<S extends SheetName>(
  sheet: S,
  draft: Draft<SheetRecords[S]>,
  links: Links,
): UniqueValues {
  return values[sheet](draft, links);
}

/** Names of places are unique within their customer. */
function nameOfPlace(unit: Links["unit"], name: string | undefined): string | undefined {
  return hasUnit(unit) && name ? `${unit}/${foldName(name)}` : undefined;
}

/** Extensions are unique within their location. */
function extensionAtPlace({ extension, location }: Draft<SheetRecords["users"]>, { unit, parent }: Links) {
  if (!hasUnit(unit) || !extension) return undefined;
  return `${unit}/${parent ?? foldName(location ?? "")}/${extension}`;
}

function hasUnit(unit: Links["unit"]): unit is UnitId {
  return unit !== undefined && unit !== null;
}
