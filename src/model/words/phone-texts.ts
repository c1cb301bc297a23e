/** Messages about phone numbers and ranges of them. */
import { words } from "./wording.ts";

type Value = { readonly value: string };
type Range = { readonly from: string; readonly to: string };

export const phoneTexts = {
  phone_unlikely: words(
    ({ number }: { number: string }) => `No numbering plan that we know has the number ${number}.`,
    ({ number }) => `Geen enkel nummerplan kent het nummer ${number}.`,
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
    ({ example }: { example: string }) => `Put the country code in the place of the first 0, as in ${example}.`,
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
    ({ value }: Value) => `"${value}" is a date, and a phone number is wanted.`,
    ({ value }) => `"${value}" is een datum; hier hoort een telefoonnummer.`,
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
    ({ from, to }: Range) => `${to} does not come after ${from}.`,
    ({ from, to }) => `${to} komt niet na ${from}.`,
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
