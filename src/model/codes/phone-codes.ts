/** Problems of phone numbers, extensions and routing prefixes. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const phoneCodes = {
  phone_lost_plus: {
    severity: "error",
    en: {
      title: "Missing +",
      meaning: "The number starts with a country code but no +. Spreadsheets remove a leading +.",
      example: "31201234567",
      resolution: "Put the + back, and format the column as text.",
    },
    nl: {
      title: "+ ontbreekt",
      meaning: "Het nummer begint met een landcode, maar zonder +. Spreadsheets verwijderen een + vooraan.",
      example: "31201234567",
      resolution: "Zet de + terug en geef de kolom de opmaak Tekst.",
    },
  },
  phone_not_e164: {
    severity: "error",
    en: {
      title: "Phone number not in E.164",
      meaning: "A phone number is written as +, country code and number, with digits only.",
      example: "020 123 45 67",
      resolution: "Write +31201234567.",
    },
    nl: {
      title: "Telefoonnummer niet in E.164",
      meaning: "Een telefoonnummer bestaat uit +, landcode en nummer, met alleen cijfers.",
      example: "020 123 45 67",
      resolution: "Schrijf +31201234567.",
    },
  },
  phone_unlikely: {
    severity: "warning",
    en: {
      title: "Unlikely phone number",
      meaning: "As far as is known, the country's numbering plan does not contain this number.",
      example: "+31999999999",
      resolution: "Check the digits.",
    },
    nl: {
      title: "Onwaarschijnlijk telefoonnummer",
      meaning: "Voor zover bekend komt dit nummer niet voor in het nummerplan van het land.",
      example: "+31999999999",
      resolution: "Controleer de cijfers.",
    },
  },
  invalid_number_range: {
    severity: "error",
    en: {
      title: "Invalid number range",
      meaning: "A range is two E.164 numbers separated by a hyphen, the lower one first.",
      example: "+31201234500-49",
      resolution: "Write +31201234500-+31201234549.",
    },
    nl: {
      title: "Ongeldige nummerreeks",
      meaning: "Een reeks bestaat uit twee E.164-nummers met een koppelteken ertussen, het laagste eerst.",
      example: "+31201234500-49",
      resolution: "Schrijf +31201234500-+31201234549.",
    },
  },
  number_range_too_large: {
    severity: "error",
    en: {
      title: "Number range too large",
      meaning: "The cell covers more than 10 000 numbers.",
      example: "+31201000000-+31201999999",
      resolution: "Check the last number, or split the numbers over several locations.",
    },
    nl: {
      title: "Nummerreeks te groot",
      meaning: "De cel omvat meer dan 10 000 nummers.",
      example: "+31201000000-+31201999999",
      resolution: "Controleer het laatste nummer, of verdeel de nummers over meerdere locaties.",
    },
  },
  invalid_extension: {
    severity: "error",
    en: {
      title: "Invalid extension",
      meaning: "An extension has 2 to 10 digits and nothing else.",
      example: "ext. 4015",
      resolution: "Write 4015.",
    },
    nl: {
      title: "Ongeldig toestelnummer",
      meaning: "Een toestelnummer bestaat uit 2 tot 10 cijfers en niets anders.",
      example: "tst. 4015",
      resolution: "Schrijf 4015.",
    },
  },
  extension_lost_zero: {
    severity: "error",
    en: {
      title: "Extension without its leading zeros",
      meaning: "The extension is shorter than it should be. Spreadsheets remove leading zeros.",
      example: "7 for 007",
      resolution: "Write the extension in full, and format the column as text.",
    },
    nl: {
      title: "Toestelnummer zonder voorloopnullen",
      meaning: "Het toestelnummer is korter dan het hoort te zijn. Spreadsheets verwijderen voorloopnullen.",
      example: "7 in plaats van 007",
      resolution: "Schrijf het toestelnummer voluit en geef de kolom de opmaak Tekst.",
    },
  },
  emergency_extension: {
    severity: "error",
    en: {
      title: "Emergency number as extension",
      meaning: "112, 911, 933, 999 and 000 cannot be extensions.",
      example: "911",
      resolution: "Choose another extension.",
    },
    nl: {
      title: "Noodnummer als toestelnummer",
      meaning: "112, 911, 933, 999 en 000 kunnen geen toestelnummer zijn.",
      example: "911",
      resolution: "Kies een ander toestelnummer.",
    },
  },
  invalid_routing_prefix: {
    severity: "error",
    en: {
      title: "Invalid routing prefix",
      meaning: "A routing prefix has 1 to 7 digits.",
      example: "8-201",
      resolution: "Write 8201.",
    },
    nl: {
      title: "Ongeldige routeringsprefix",
      meaning: "Een routeringsprefix bestaat uit 1 tot 7 cijfers.",
      example: "8-201",
      resolution: "Schrijf 8201.",
    },
  },
} as const satisfies Record<string, IssueFacts>;
