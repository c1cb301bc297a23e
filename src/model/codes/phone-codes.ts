/** Problems of phone numbers, extensions and routing prefixes. Each code with its facts, and below them the sentences that are said of it. */
import type { IssueFacts } from "../issue-facts.ts";
import { words } from "../words/wording.ts";

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
      meaning: "Het nummer begint met een landnummer, maar zonder +. Spreadsheets verwijderen een + vooraan.",
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
      meaning: "Een telefoonnummer bestaat uit +, landnummer en nummer, verder alleen cijfers.",
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
      title: "Alarmnummer als toestelnummer",
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

type Value = { readonly value: string };
type Range = { readonly from: string; readonly to: string };

export const phoneTexts = {
  phone_unlikely: words(
    ({ number }: { number: string }) => `The number ${number} is not in any known numbering plan.`,
    ({ number }) => `Het nummer ${number} komt in geen enkel bekend nummerplan voor.`,
  ),
  check_digits: words(
    "Check the digits; Webex may refuse it.",
    "Controleer de cijfers; Webex kan het nummer weigeren.",
  ),
  phone_lost_plus: words(
    ({ number }: { number: string }) => `${number} has no leading +: a spreadsheet probably removed it.`,
    ({ number }) => `${number} begint niet met een +: waarschijnlijk heeft een spreadsheet die verwijderd.`,
  ),
  phone_not_e164: words(
    ({ value }: Value) => `"${value}" is not a phone number in E.164: +, country code and number, digits only.`,
    ({ value }) =>
      `"${value}" is geen telefoonnummer in E.164: een +, het landnummer en het nummer, verder alleen cijfers.`,
  ),
  country_code_for_zero: words(
    ({ example }: { example: string }) => `Replace the first 0 with + and the country code, as in ${example}.`,
    ({ example }) => `Vervang de eerste 0 door + en het landnummer, zoals in ${example}.`,
  ),
  if_country_code_write: words(
    ({ value }: Value) => `If these digits begin with the country code, write "${value}".`,
    ({ value }) => `Beginnen deze cijfers met het landnummer, vul dan "${value}" in.`,
  ),
  number_turned_scientific: words(
    ({ value }: Value) => `A spreadsheet turned the number into ${value}.`,
    ({ value }) => `Een spreadsheet heeft het nummer veranderd in ${value}.`,
  ),
  digits_lost_take_number: words(
    "Its last digits are lost: take the number from its source, and format the column as text.",
    "De laatste cijfers zijn verloren: neem het nummer over uit de bron en geef de kolom de opmaak Tekst.",
  ),
  date_for_number: words(
    ({ value }: Value) => `"${value}" is a date, not a phone number.`,
    ({ value }) => `"${value}" is een datum, geen telefoonnummer.`,
  ),
  take_number_from_source: words(
    "Take the number from its source, and format the column as text.",
    "Neem het nummer over uit de bron en geef de kolom de opmaak Tekst.",
  ),
  number_range_too_large: words(
    ({ count, most }: { count: number; most: number }, { number }) =>
      `The cell stands for ${number(count)} numbers; at most ${number(most)} are allowed.`,
    ({ count, most }, { number }) =>
      `De cel staat voor ${number(count)} nummers; er zijn er hoogstens ${number(most)} toegestaan.`,
  ),
  check_end_of_range: words("Check the last number of the range.", "Controleer het laatste nummer van de reeks."),
  check_ends_of_ranges: words(
    "Divide them over several locations, or check the last number of each range.",
    "Verdeel ze over meerdere locaties, of controleer het laatste nummer van elke reeks.",
  ),
  range_not_rising: words(
    ({ from, to }: Range) => `The range runs backwards: ${to} does not come after ${from}.`,
    ({ from, to }) => `De reeks loopt terug: ${to} komt niet na ${from}.`,
  ),
  write_ends_of_one_length: words(
    "Write two numbers of the same length, the lower one first.",
    "Vul twee nummers van gelijke lengte in, het laagste eerst.",
  ),
  range_lost_plus: words(
    ({ range }: { range: string }) => `The range "${range}" has no leading +: a spreadsheet probably removed it.`,
    ({ range }) => `De reeks "${range}" begint niet met een +: waarschijnlijk heeft een spreadsheet die verwijderd.`,
  ),
  not_a_range: words(
    ({ value }: Value) => `"${value}" is not a range of two numbers in E.164.`,
    ({ value }) => `"${value}" is geen reeks van twee nummers in E.164.`,
  ),
};

export const extensionTexts = {
  emergency_extension: words(
    ({ value }: Value) => `${value} is an emergency number.`,
    ({ value }) => `${value} is een alarmnummer.`,
  ),
  choose_other_extension: words("Choose another extension.", "Kies een ander toestelnummer."),
  extension_turned_date: words(
    ({ value }: Value) => `A spreadsheet turned the extension into a date: "${value}".`,
    ({ value }) => `Een spreadsheet heeft van het toestelnummer een datum gemaakt: "${value}".`,
  ),
  write_extension_again: words(
    "Write the extension again, and format the column as text.",
    "Vul het toestelnummer opnieuw in en geef de kolom de opmaak Tekst.",
  ),
  extension_turned_scientific: words(
    ({ value }: Value) => `A spreadsheet turned the extension into ${value}.`,
    ({ value }) => `Een spreadsheet heeft het toestelnummer veranderd in ${value}.`,
  ),
  take_extension_from_source: words(
    "Take the extension from its source, and format the column as text.",
    "Neem het toestelnummer over uit de bron en geef de kolom de opmaak Tekst.",
  ),
  extension_turned_amount: words(
    ({ value }: Value) => `A spreadsheet turned the extension into the amount "${value}".`,
    ({ value }) => `Een spreadsheet heeft van het toestelnummer het bedrag "${value}" gemaakt.`,
  ),
  extension_lost_zero: words(
    ({ value }: Value) => `The extension "${value}" has one digit: a spreadsheet probably removed its leading zeros.`,
    ({ value }) =>
      `Het toestelnummer "${value}" heeft één cijfer: waarschijnlijk heeft een spreadsheet de voorloopnullen verwijderd.`,
  ),
  write_extension_in_full: words(
    ({ value }: Value) => `Write it in full (0${value}, 00${value}...), and format the column as text.`,
    ({ value }) => `Vul het voluit in (0${value}, 00${value}...) en geef de kolom de opmaak Tekst.`,
  ),
  extension_too_long: words(
    ({ value }: Value) => `"${value}" is longer than an extension can be: 10 digits.`,
    ({ value }) => `"${value}" is langer dan een toestelnummer kan zijn: 10 cijfers.`,
  ),
  whole_number_elsewhere: words(
    "A whole phone number belongs in phone_number.",
    "Een volledig telefoonnummer hoort in phone_number.",
  ),
  not_an_extension: words(
    ({ value }: Value) => `"${value}" is not an extension: 2 to 10 digits.`,
    ({ value }) => `"${value}" is geen toestelnummer: 2 tot 10 cijfers.`,
  ),
  not_a_routing_prefix: words(
    ({ value }: Value) => `"${value}" is not a routing prefix: 1 to 7 digits.`,
    ({ value }) => `"${value}" is geen routeringsprefix: 1 tot 7 cijfers.`,
  ),
  write_digits_like: words(
    ({ example }: { example: string }) => `Write digits only, as in ${example}.`,
    ({ example }) => `Vul alleen cijfers in, zoals ${example}.`,
  ),
};
