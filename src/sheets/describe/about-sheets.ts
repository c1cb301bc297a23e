/** What a row of each sheet is, for people. */
import type { SheetName } from "../../model/sheet.ts";
import { type Text, text } from "../../model/words/text.ts";

type SheetFacts = {
  /** "A row is ..." */
  readonly row: Text;
  /** Columns that name a row. */
  readonly key: readonly string[];
};

export const aboutSheets: Readonly<Record<SheetName, SheetFacts>> = {
  templates: { row: text("row_of_templates"), key: ["template_name"] },
  profiles: { row: text("row_of_profiles"), key: ["profile"] },
  customers: { row: text("row_of_customers"), key: ["external_id"] },
  locations: { row: text("row_of_locations"), key: ["customer", "name"] },
  users: { row: text("row_of_users"), key: ["email"] },
};
