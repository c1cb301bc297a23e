/** Problems of countries, languages, time zones, postal codes and states. Each code with its facts, and below them the sentences that are said of it. */
import type { IssueFacts } from "../issue-facts.ts";
import { words } from "../words/wording.ts";

export const regionCodes = {
  invalid_country: {
    severity: "error",
    en: {
      title: "Invalid country code",
      meaning: "A country is written as its two-letter ISO 3166-1 code.",
      example: "UK",
      resolution: "Write GB.",
    },
    nl: {
      title: "Ongeldige landcode",
      meaning: "Een land wordt geschreven als de tweeletterige code van ISO 3166-1.",
      example: "UK",
      resolution: "Schrijf GB.",
    },
  },
  invalid_locale: {
    severity: "error",
    en: {
      title: "Invalid language code",
      meaning: "A language is written as xx or xx_YY.",
      example: "English",
      resolution: "Write en_US.",
    },
    nl: {
      title: "Ongeldige taalcode",
      meaning: "Een taal wordt geschreven als xx of xx_YY.",
      example: "Nederlands",
      resolution: "Schrijf nl_NL.",
    },
  },
  unknown_locale: {
    severity: "warning",
    en: {
      title: "Unknown language",
      meaning: "The language code has the right form, but Webex is not known to support this language.",
      example: "en_ZZ",
      resolution: "Check the code. Webex may support more languages than this program knows.",
    },
    nl: {
      title: "Onbekende taal",
      meaning: "De taalcode heeft de juiste vorm, maar het is niet bekend dat Webex deze taal ondersteunt.",
      example: "en_ZZ",
      resolution: "Controleer de code. Webex kan meer talen ondersteunen dan dit programma kent.",
    },
  },
  invalid_timezone: {
    severity: "error",
    en: {
      title: "Invalid time zone",
      meaning: "A time zone is a name from the IANA list. Abbreviations and offsets are not accepted.",
      example: "CET or GMT+1",
      resolution: "Write Europe/Amsterdam.",
    },
    nl: {
      title: "Ongeldige tijdzone",
      meaning: "Een tijdzone is een naam uit de IANA-lijst. Afkortingen en tijdsverschillen worden niet geaccepteerd.",
      example: "CET of GMT+1",
      resolution: "Schrijf Europe/Amsterdam.",
    },
  },
  unusual_timezone: {
    severity: "warning",
    en: {
      title: "Unusual time zone",
      meaning: "Time zones of the form Etc/... have no daylight saving time, and Webex may not support them.",
      example: "Etc/GMT-1",
      resolution: "Write the time zone of a city.",
    },
    nl: {
      title: "Ongewone tijdzone",
      meaning: "Tijdzones van de vorm Etc/... hebben geen zomertijd, en Webex ondersteunt ze mogelijk niet.",
      example: "Etc/GMT-1",
      resolution: "Schrijf de tijdzone van een stad.",
    },
  },
  invalid_postal_code: {
    severity: "either",
    en: {
      title: "Invalid postal code",
      meaning:
        "The postal code does not have the format of its country. An error in US, CA and AU; elsewhere a warning.",
      example: "1012 in NL",
      resolution: "Write it like 1012 AB.",
    },
    nl: {
      title: "Ongeldige postcode",
      meaning:
        "De postcode heeft niet de vorm die bij het land hoort. Een fout in US, CA en AU; elders een waarschuwing.",
      example: "1012 in NL",
      resolution: "Schrijf de postcode zoals 1012 AB.",
    },
  },
  postal_code_lost_zero: {
    severity: "error",
    en: {
      title: "Postal code without its leading zero",
      meaning: "The postal code is one digit short. Spreadsheets remove leading zeros.",
      example: "2139 in US",
      resolution: "Write 02139, and format the column as text.",
    },
    nl: {
      title: "Postcode zonder voorloopnul",
      meaning: "De postcode heeft een cijfer te weinig. Spreadsheets verwijderen voorloopnullen.",
      example: "2139 in US",
      resolution: "Schrijf 02139 en geef de kolom de opmaak Tekst.",
    },
  },
  state_not_a_code: {
    severity: "either",
    en: {
      title: "State is not a code",
      meaning:
        "Webex requires the ISO 3166-2 code of a state or province. An error in US, CA and AU; elsewhere a warning.",
      example: "California",
      resolution: "Write CA.",
    },
    nl: {
      title: "Staat of provincie is geen code",
      meaning:
        "Webex vraagt de ISO 3166-2-code van een staat of provincie. Een fout in US, CA en AU; elders een waarschuwing.",
      example: "California",
      resolution: "Schrijf CA.",
    },
  },
} as const satisfies Record<string, IssueFacts>;

type Value = { readonly value: string };
type Country = { readonly country: string };

export const regionTexts = {
  country_has_postal_codes: words(
    ({ country }: Country) => `An address in ${country} needs a postal code.`,
    ({ country }) => `Een adres in ${country} heeft een postcode nodig.`,
  ),
  country_has_states: words(
    ({ country }: Country) => `An address in ${country} needs a state or province.`,
    ({ country }) => `Een adres in ${country} heeft een staat of provincie nodig.`,
  ),
  write_state_code: words("Write its code, such as CA, NY, ON or NSW.", "Vul de code in, zoals CA, NY, ON of NSW."),
  not_a_postal_code: words(
    ({ value, country }: Value & Country) => `"${value}" does not look like a postal code in ${country}.`,
    ({ value, country }) => `"${value}" lijkt niet op een postcode in ${country}.`,
  ),
  postal_code_lost_zero: words(
    ({ value, country, digits }: Value & Country & { digits: number }) =>
      `"${value}" has ${value.length} digits, but postal codes in ${country} have ${digits}: a spreadsheet probably removed the leading 0.`,
    ({ value, country, digits }) =>
      `"${value}" heeft ${value.length} cijfers, maar een postcode in ${country} heeft er ${digits}: waarschijnlijk heeft een spreadsheet de voorloopnul verwijderd.`,
  ),
  not_a_state_code: words(
    ({ value, country }: Value & Country) => `"${value}" is not a state or province code (ISO 3166-2) of ${country}.`,
    ({ value, country }) => `"${value}" is geen code van een staat of provincie (ISO 3166-2) in ${country}.`,
  ),
  write_state_letters: words("Write the code: one to three letters.", "Vul de code in: een tot drie letters."),
  not_a_country_code: words(
    ({ value }: Value) => `"${value}" is not a country code (ISO 3166-1).`,
    ({ value }) => `"${value}" is geen landcode (ISO 3166-1).`,
  ),
  write_country_code: words("Write two letters, such as NL, BE or GB.", "Vul twee letters in, zoals NL, BE of GB."),
  not_a_language: words(
    ({ value }: Value) => `"${value}" is not a language code such as nl or nl_NL.`,
    ({ value }) => `"${value}" is geen taalcode zoals nl of nl_NL.`,
  ),
  language_unknown: words(
    ({ value }: Value) => `${value} is not on our list of the languages that Webex offers.`,
    ({ value }) => `${value} staat niet op onze lijst van talen die Webex aanbiedt.`,
  ),
  check_language: words(
    "Check the code; Cisco's list may be longer than ours.",
    "Controleer de code; de lijst van Cisco kan langer zijn dan de onze.",
  ),
  not_a_time_zone: words(
    ({ value }: Value) => `"${value}" is not an IANA time zone.`,
    ({ value }) => `"${value}" is geen IANA-tijdzone.`,
  ),
  time_zone_without_place: words(
    ({ value }: Value) =>
      `${value} is not the time zone of a city and has no daylight saving time; Webex may not accept it.`,
    ({ value }) =>
      `${value} is geen tijdzone van een stad en kent geen zomertijd; Webex accepteert die misschien niet.`,
  ),
};
