/** The five sheets by name. */
import type { SheetRecords } from "../model/records.ts";
import type { SheetName } from "../model/sheet.ts";
import { customers } from "./customers.ts";
import type { Sheet } from "./define-sheet.ts";
import { locations } from "./locations.ts";
import { profiles } from "./profiles.ts";
import { templates } from "./templates.ts";
import { users } from "./users.ts";

export const sheets: { readonly [S in SheetName]: Sheet<SheetRecords[S]> } = {
  templates,
  profiles,
  customers,
  locations,
  users,
};
