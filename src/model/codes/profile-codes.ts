/** Problems of profiles, and of the next free number or extension. Each code with its facts, and below them the sentences that are said of it. */
import type { IssueFacts } from "../issue-facts.ts";
import { words } from "../words/wording.ts";

export const profileCodes = {
  unknown_profile: {
    severity: "error",
    en: {
      title: "Unknown profile",
      meaning: "The row names a profile that is not in the batch.",
      example: "sale instead of sales",
      resolution: "Write the name as it is in the profiles sheet, or add the profile there.",
    },
    nl: {
      title: "Onbekend profiel",
      meaning: "De rij noemt een profiel dat niet in de batch staat.",
      example: "verkop in plaats van verkoop",
      resolution: "Schrijf de naam zoals die op het blad profiles staat, of voeg het profiel daar toe.",
    },
  },
  ambiguous_column: {
    severity: "error",
    en: {
      title: "Column of several sheets",
      meaning: "The profiles sheet has a header that several sheets share, so it is unclear which one is meant.",
      example: "language in profiles.csv",
      resolution: "Put customer_, location_ or user_ before the name.",
    },
    nl: {
      title: "Kolom van meerdere bladen",
      meaning:
        "Het blad profiles heeft een kop die op meerdere bladen voorkomt; het is niet duidelijk welke is bedoeld.",
      example: "language in profiles.csv",
      resolution: "Zet customer_, location_ of user_ voor de naam.",
    },
  },
  column_of_row_itself: {
    severity: "error",
    en: {
      title: "Column that no profile can give",
      meaning: "What identifies a row, and its action, must be in the row itself.",
      example: "email in profiles.csv",
      resolution: "Delete the column from the profiles sheet.",
    },
    nl: {
      title: "Kolom die een profiel niet kan geven",
      meaning: "Waaraan een rij herkenbaar is, en de actie van een rij, moeten in de rij zelf staan.",
      example: "email in profiles.csv",
      resolution: "Verwijder de kolom uit het blad profiles.",
    },
  },
  invalid_next: {
    severity: "error",
    en: {
      title: "Not a range for next",
      meaning:
        "next takes the lowest free number or extension. A range after the colon must have two ends of the same length, the lower one first.",
      example: "next:4599-4500",
      resolution: "Write next, next:4500-4599 for extensions, or next:+31201234510-+31201234549 for phone numbers.",
    },
    nl: {
      title: "Geen reeks voor next",
      meaning:
        "next neemt het laagste vrije nummer of toestelnummer. Een reeks na de dubbele punt moet twee uiteinden van dezelfde lengte hebben, het laagste eerst.",
      example: "next:4599-4500",
      resolution:
        "Schrijf next, next:4500-4599 voor toestelnummers, of next:+31201234510-+31201234549 voor telefoonnummers.",
    },
  },
  none_free: {
    severity: "error",
    en: {
      title: "No free number or extension left",
      meaning:
        "More rows ask for the next free phone number or extension of this location than are left, counting Webex and the batch together.",
      example: "12 users with next, and 10 free numbers",
      resolution: "Add numbers to the location, widen the range, or write an extension in place of a number.",
    },
    nl: {
      title: "Geen vrij nummer of toestelnummer meer",
      meaning:
        "Meer rijen vragen om het volgende vrije telefoonnummer of toestelnummer van deze locatie dan er over zijn, bij Webex en in de batch samen.",
      example: "12 gebruikers met next en 10 vrije nummers",
      resolution:
        "Voeg nummers toe aan de locatie, maak de reeks groter, of vul een toestelnummer in plaats van een nummer in.",
    },
  },
} as const satisfies Record<string, IssueFacts>;

type Origin = { readonly profile: string; readonly row: string; readonly column: string; readonly isTemplate?: true };

type NoneFree = { readonly location: string; readonly missing: number; readonly range?: string };

export const profileTexts = {
  profiles_profile: words(
    "Name of the profile: rows name it in their column profile, and take the values of this row for their blank cells. A header that several sheets have begins with customer_, location_ or user_.",
    "Naam van het profiel: rijen noemen het in hun kolom profile en nemen de waarden van deze rij voor hun lege cellen. Een kop die meerdere bladen hebben, begint met customer_, location_ of user_.",
  ),
  customers_profile: words(
    "Name of a profile that fills blank cells of this row, and of the locations and users of the customer.",
    "Naam van een profiel dat lege cellen van deze rij vult, en die van de locaties en gebruikers van de klant.",
  ),
  locations_profile: words(
    "Name of a profile that fills blank cells of this row; it takes precedence over that of the customer.",
    "Naam van een profiel dat lege cellen van deze rij vult; het heeft voorrang op dat van de klant.",
  ),
  users_profile: words(
    "Name of a profile that fills blank cells of this row; it takes precedence over that of the customer.",
    "Naam van een profiel dat lege cellen van deze rij vult; het heeft voorrang op dat van de klant.",
  ),
  value_of_profile: words(
    ({ message, profile, row, column, isTemplate }: Origin & { message: { says: string } }, { say }) =>
      `${say(message)} The value comes from the ${isTemplate ? "template" : "profile"} ${profile} (${row}, ${column}).`,
    ({ message, profile, row, column, isTemplate }, { say }) =>
      `${say(message)} De waarde komt uit het ${isTemplate ? "sjabloon" : "profiel"} ${profile} (${row}, ${column}).`,
  ),
  profiles_title: words("filled from profiles and templates", "ingevuld uit profielen en sjablonen"),
  profile_unknown: words(
    ({ name }: { name: string }) => `There is no profile "${name}" in the batch.`,
    ({ name }) => `Er is geen profiel "${name}" in de batch.`,
  ),
  add_profiles_sheet: words(
    "The batch has no sheet of profiles: add profiles.csv with a column profile, or clear the cell.",
    "De batch heeft geen blad met profielen: voeg profiles.csv toe met een kolom profile, of maak de cel leeg.",
  ),
  profiles_are: words(
    ({ names }: { names: readonly string[] }, { list }) => `The profiles of the batch are ${list(names)}.`,
    ({ names }, { list }) => `De profielen van de batch zijn ${list(names)}.`,
  ),
  column_of_row_itself: words(
    ({ file, name }: { file: string; name: string }) =>
      `${file}: a profile cannot fill in "${name}": each row has its own.`,
    ({ file, name }) => `${file}: een profiel kan "${name}" niet invullen: elke rij heeft een eigen waarde.`,
  ),
  write_in_rows: words(
    "Delete the column here, and fill it in where the rows are.",
    "Verwijder de kolom hier en vul haar in bij de rijen zelf.",
  ),
  column_of_several_sheets: words(
    ({ file, name, sheets }: { file: string; name: string; sheets: readonly string[] }, { list }) =>
      `${file}: "${name}" is a column of ${list(sheets)}.`,
    ({ file, name, sheets }, { list }) => `${file}: "${name}" is een kolom van ${list(sheets)}.`,
  ),
  write_prefixed: words(
    ({ names }: { names: readonly string[] }, { choice }) => `Write which one it is: ${choice(names)}.`,
    ({ names }, { choice }) => `Schrijf welke het is: ${choice(names)}.`,
  ),
  not_a_next_range: words(
    ({ value }: { value: string }) => `"${value}" is not a range to take the next free one from.`,
    ({ value }) => `"${value}" is geen reeks om de volgende vrije uit te nemen.`,
  ),
  no_number_free: words(
    ({ location, missing, range }: NoneFree, { count }) =>
      `${location} has no free phone number left${range === undefined ? "" : ` in ${range}`}: ${count(missing, "row gets", "rows get")} none.`,
    ({ location, missing, range }, { count }) =>
      `${location} heeft geen vrij telefoonnummer meer${range === undefined ? "" : ` in ${range}`}: ${count(missing, "rij krijgt", "rijen krijgen")} er geen.`,
  ),
  no_extension_free: words(
    ({ location, missing, range }: NoneFree, { count }) =>
      `${location} has no free extension left${range === undefined ? "" : ` in ${range}`}: ${count(missing, "row gets", "rows get")} none.`,
    ({ location, missing, range }, { count }) =>
      `${location} heeft geen vrij toestelnummer meer${range === undefined ? "" : ` in ${range}`}: ${count(missing, "rij krijgt", "rijen krijgen")} er geen.`,
  ),
  add_numbers_or_extension: words(
    "Add phone numbers to the location, or write next as the extension and leave the number blank.",
    "Voeg telefoonnummers toe aan de locatie, of vul next in als toestelnummer en laat het nummer leeg.",
  ),
  widen_range_of_extensions: words(
    "Make the range larger, or write another one: next:4500-4599.",
    "Maak de reeks groter, of schrijf een andere: next:4500-4599.",
  ),
};
