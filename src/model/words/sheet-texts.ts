/** What `schema` and the pages about sheets say of a sheet as a whole. */
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type RowWithKey = { readonly row: StoredText; readonly key: readonly string[] };

export const sheetTexts = {
  row_of_templates: words("an onboarding template in Partner Hub", "een onboardingssjabloon in Partner Hub"),
  row_of_profiles: words(
    "a set of values that fill the blank cells of the rows that name it",
    "een set waarden die de lege cellen vullen van de rijen die de set noemen",
  ),
  row_of_customers: words(
    "a customer with its packages, billing address and head office",
    "een klant met pakketten, factuuradres en hoofdkantoor",
  ),
  row_of_locations: words(
    "a location of a customer, other than its head office",
    "een locatie van een klant, anders dan het hoofdkantoor",
  ),
  row_of_users: words(
    "a person with a package, and a number, an extension or roles",
    "een persoon met een pakket, en een nummer, een toestelnummer of rollen",
  ),
  schema_of_sheet: words(
    ({ row, key }: RowWithKey, { list, say }) =>
      `A row is ${say(row)}, identified by ${list(key)}. All cells are text.`,
    ({ row, key }, { list, say }) => `Een rij is ${say(row)}, herkenbaar aan ${list(key)}. Alle cellen zijn tekst.`,
  ),
  about_sheet: words(
    ({ row, key }: RowWithKey, { list, say }) => `A row is ${say(row)}, identified by ${list(key)}.`,
    ({ row, key }, { list, say }) => `Een rij is ${say(row)}, herkenbaar aan ${list(key)}.`,
  ),
  schema_column: words("column", "kolom"),
  schema_required: words("required", "verplicht"),
  schema_content: words("content", "inhoud"),
  schema_example: words("example", "voorbeeld"),
  schema_yes: words("yes", "ja"),
  schema_yes_unless: words(
    ({ column }: { column: string }) => `yes, unless ${column} is filled in`,
    ({ column }) => `ja, tenzij ${column} is ingevuld`,
  ),
  schema_values: words("Values", "Waarden"),
  schema_values_of: words(
    ({ column, values }: { column: string; values: string }) => `${column}: ${values}`,
    ({ column, values }) => `${column}: ${values}`,
  ),
  schema_list_values_of: words(
    ({ column, values }: { column: string; values: string }) => `${column}, one or more of: ${values}`,
    ({ column, values }) => `${column}, een of meer van: ${values}`,
  ),
  schema_other_headers: words("Other headers that are recognized", "Andere koppen die worden herkend"),
  schema_also_written: words("also written as", "ook geschreven als"),
  schema_and_more: words(
    ({ count }: { count: number }) => `and ${count} more`,
    ({ count }) => `en nog ${count}`,
  ),
};
