/** Problems of profiles, and of the next free number or extension. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const profileCodes = {
  unknown_profile: {
    severity: "error",
    en: {
      title: "Unknown profile",
      meaning: "The row takes its blank cells from a profile that the batch does not have.",
      example: "sale instead of sales",
      resolution: "Write the name as it is in the profiles sheet, or add the profile there.",
    },
    nl: {
      title: "Onbekend profiel",
      meaning: "De rij neemt haar lege cellen uit een profiel dat de batch niet heeft.",
      example: "verkop in plaats van verkoop",
      resolution: "Schrijf de naam zoals die op het blad profiles staat, of voeg het profiel daar toe.",
    },
  },
  ambiguous_column: {
    severity: "error",
    en: {
      title: "Column of several sheets",
      meaning:
        "The profiles sheet has a header that customers, locations or users share, so it is not certain which one is meant.",
      example: "language in profiles.csv",
      resolution: "Put customer_, location_ or user_ before the name.",
    },
    nl: {
      title: "Kolom van meerdere bladen",
      meaning:
        "Het blad profiles heeft een kop die customers, locations of users delen, zodat niet zeker is welke is bedoeld.",
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
        "More rows want the next phone number or extension of this location than are free, at Webex and in the batch together.",
      example: "12 users with next, and 10 free numbers",
      resolution: "Add numbers to the location, widen the range, or write an extension in place of a number.",
    },
    nl: {
      title: "Geen vrij nummer of toestelnummer meer",
      meaning:
        "Meer rijen willen het volgende telefoonnummer of toestelnummer van deze locatie dan er vrij zijn, bij Webex en in de batch samen.",
      example: "12 gebruikers met next en 10 vrije nummers",
      resolution:
        "Voeg nummers toe aan de locatie, maak de reeks groter, of vul een toestelnummer in plaats van een nummer in.",
    },
  },
} as const satisfies Record<string, IssueFacts>;
