/** Problems of the text of any cell: what is missing, what does not fit, and what a spreadsheet made of it. Each code with its facts, and below them the sentences that are said of it. */
import type { IssueFacts } from "../issue-facts.ts";
import { words } from "../words/wording.ts";

export const textCodes = {
  required: {
    severity: "either",
    en: {
      title: "Required cell is blank",
      meaning:
        "The row cannot be sent without this value. A blank postal code is a warning where Webex may not need one.",
      example: "a user without last_name",
      resolution: "Fill in the cell.",
    },
    nl: {
      title: "Verplichte cel is leeg",
      meaning:
        "Zonder deze waarde kan de rij niet worden verstuurd. Een lege postcode is een waarschuwing waar Webex er misschien geen nodig heeft.",
      example: "een gebruiker zonder last_name",
      resolution: "Vul de cel in.",
    },
  },
  text_too_long: {
    severity: "error",
    en: {
      title: "Text too long",
      meaning: "The text is longer than Webex allows.",
      example: "an address line of 60 characters",
      resolution: "Shorten the text.",
    },
    nl: {
      title: "Tekst te lang",
      meaning: "De tekst is langer dan Webex toestaat.",
      example: "een adresregel van 60 tekens",
      resolution: "Kort de tekst in.",
    },
  },
  percent_in_name: {
    severity: "error",
    en: {
      title: "% in a customer name",
      meaning: "Webex does not accept % in the name of a customer.",
      example: "100% Bakery",
      resolution: "Write the name without %.",
    },
    nl: {
      title: "% in een klantnaam",
      meaning: "Webex accepteert geen % in de naam van een klant.",
      example: "100% Bakkerij",
      resolution: "Schrijf de naam zonder %.",
    },
  },
  placeholder_in_cell: {
    severity: "either",
    en: {
      title: "Placeholder instead of a value",
      meaning:
        'The cell contains a word that stands for "no value". In titles and address lines it is a warning; elsewhere an error. Names may be any word.',
      example: "NULL, N/A or - as a phone number",
      resolution: "Leave the cell blank.",
    },
    nl: {
      title: "Invulwoord in plaats van een waarde",
      meaning:
        'In de cel staat een woord dat "geen waarde" betekent. In functies en adresregels is het een waarschuwing; elders een fout. Namen mogen elk woord zijn.',
      example: "NULL, n.v.t. of - als telefoonnummer",
      resolution: "Laat de cel leeg.",
    },
  },
  wrapping_removed: {
    severity: "warning",
    en: {
      title: "Text mark removed",
      meaning:
        "A program put a mark around the value to keep it as text; spreadsheets do not show the mark. The value was read without it.",
      example: '="4501" or \'4501',
      resolution: "Nothing to do if the value is right. Preferably write it without the mark.",
    },
    nl: {
      title: "Tekstmarkering verwijderd",
      meaning:
        "Een programma heeft een markering om de waarde gezet zodat die tekst blijft; spreadsheets tonen die niet. De waarde is zonder markering gelezen.",
      example: '="4501" of \'4501',
      resolution: "U hoeft niets te doen als de waarde klopt. Schrijf die bij voorkeur zonder markering.",
    },
  },
  amount_in_cell: {
    severity: "error",
    en: {
      title: "Amount instead of an ID",
      meaning: "A program took the ID for a number and added thousands separators or decimals.",
      example: "100,234 for 100234",
      resolution: "Write only the digits, and format the column as text.",
    },
    nl: {
      title: "Bedrag in plaats van een id",
      meaning: "Een programma heeft de id als getal opgevat en er punten, komma's of decimalen in gezet.",
      example: "100,234 in plaats van 100234",
      resolution: "Schrijf alleen de cijfers en geef de kolom de opmaak Tekst.",
    },
  },
  list_too_long: {
    severity: "error",
    en: {
      title: "List too long",
      meaning: "The list in the cell has more than 1 000 values.",
      example: "a cell of 32 KiB full of semicolons",
      resolution: "Write consecutive numbers as a range, or split the list over several rows.",
    },
    nl: {
      title: "Lijst te lang",
      meaning: "De lijst in de cel heeft meer dan 1 000 waarden.",
      example: "een cel van 32 KiB vol puntkomma's",
      resolution: "Schrijf opeenvolgende nummers als reeks, of verdeel de lijst over meer rijen.",
    },
  },
  formula_error: {
    severity: "error",
    en: {
      title: "Formula error",
      meaning: "The cell contains the error of a failed formula, or the fill of a column that was too narrow.",
      example: "#N/A or ######",
      resolution: "Write the value itself.",
    },
    nl: {
      title: "Formulefout",
      meaning: "De cel bevat de foutmelding van een mislukte formule, of de opvulling van een te smalle kolom.",
      example: "#N/B of ######",
      resolution: "Schrijf de waarde zelf.",
    },
  },
  scientific_notation: {
    severity: "either",
    en: {
      title: "Scientific notation",
      meaning:
        "A spreadsheet took the value for a number and shortened it, and digits may be lost. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "3.12E+10 for +31201234567",
      resolution: "Take the value from its source, and format the column as text before you paste it.",
    },
    nl: {
      title: "Wetenschappelijke notatie",
      meaning:
        "Een spreadsheet heeft de waarde als getal opgevat en ingekort; er kunnen cijfers verloren zijn. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "3,12E+10 in plaats van +31201234567",
      resolution: "Neem de waarde over uit de bron, en geef de kolom de opmaak Tekst voordat u plakt.",
    },
  },
  date_in_cell: {
    severity: "either",
    en: {
      title: "Date instead of a value",
      meaning:
        "A spreadsheet turned the value into a date. Dates are recognized in several languages. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "1-dec for extension 12-1",
      resolution: "Enter the value again, in a column formatted as text.",
    },
    nl: {
      title: "Datum in plaats van een waarde",
      meaning:
        "Een spreadsheet heeft van de waarde een datum gemaakt. Datums worden in verschillende talen herkend. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "1-dec in plaats van toestelnummer 12-1",
      resolution: "Voer de waarde opnieuw in, in een kolom met de opmaak Tekst.",
    },
  },
} as const satisfies Record<string, IssueFacts>;

type Value = { readonly value: string };

/** What a spreadsheet shows where the column is too narrow for the value. */
const isFill = (value: string) => /^#{2,}$/.test(value);

export const cellTexts = {
  cell_blank: words(
    ({ column }: { column: string }) => `${column} is blank.`,
    ({ column }) => `${column} is leeg.`,
  ),
  both_cells_blank: words(
    ({ column, other }: { column: string; other: string }) => `${column} and ${other} are both blank.`,
    ({ column, other }) => `${column} en ${other} zijn allebei leeg.`,
  ),
  cell_too_large: words(
    ({ kib }: { kib: number }) => `The cell is larger than ${kib} KiB.`,
    ({ kib }) => `De cel is groter dan ${kib} KiB.`,
  ),
  shorten_or_close_quote: words(
    "Shorten the text, or look for an unclosed quote in this row or the one before.",
    "Kort de tekst in, of zoek in deze rij of de rij ervoor naar een aanhalingsteken dat niet is gesloten.",
  ),
  nul_character: words(
    "The cell contains a NUL character, which does not occur in text.",
    "De cel bevat een NUL-teken, dat in tekst niet voorkomt.",
  ),
  marked_by_equals: words(
    ({ value }: Value) => `A program marked the value as text with ="..."; it was read as "${value}".`,
    ({ value }) => `Een programma heeft de waarde met ="..." als tekst gemarkeerd; gelezen is "${value}".`,
  ),
  marked_by_apostrophe: words(
    ({ value }: Value) => `A program marked the value as text with a leading '; it was read as "${value}".`,
    ({ value }) => `Een programma heeft de waarde met een ' ervoor als tekst gemarkeerd; gelezen is "${value}".`,
  ),
  text_too_long: words(
    ({ length, most }: { length: number; most: number }) =>
      `The text has ${length} characters; at most ${most} are allowed.`,
    ({ length, most }) => `De tekst heeft ${length} tekens; er zijn er hoogstens ${most} toegestaan.`,
  ),
  not_an_allowed_value: words(
    ({ value, values }: Value & { values: readonly string[] }, { list }) =>
      `"${value}" is not valid here; valid values are ${list(values)}.`,
    ({ value, values }, { list }) => `"${value}" is hier niet geldig; geldig zijn ${list(values)}.`,
  ),
  neither_yes_nor_no: words(
    ({ value }: Value) => `"${value}" is neither yes nor no.`,
    ({ value }) => `"${value}" is geen ja of nee.`,
  ),
  write_yes_or_no: words("Write yes or no.", "Vul ja of nee in."),
  list_not_by_semicolons: words(
    "The values of this list are not separated by semicolons.",
    "De waarden in deze lijst zijn niet gescheiden door puntkomma's.",
  ),
  separate_by_semicolons: words("Separate the values with semicolons.", "Zet puntkomma's tussen de waarden."),
  list_too_long: words(
    ({ count, most }: { count: number; most: number }, { number }) =>
      `The list has ${number(count)} values; at most ${number(most)} are allowed.`,
    ({ count, most }, { number }) =>
      `De lijst heeft ${number(count)} waarden; er zijn er hoogstens ${number(most)} toegestaan.`,
  ),
  divide_list: words(
    "Write consecutive numbers as a range, or split the list over several rows.",
    "Schrijf opeenvolgende nummers als reeks, of verdeel de lijst over meerdere rijen.",
  ),
  value_repeated: words(
    ({ values }: { values: readonly string[] }, { list }) => `More than once in this list: ${list(values)}.`,
    ({ values }, { list }) => `Meer dan één keer in deze lijst: ${list(values)}.`,
  ),
  keep_each_once: words("Keep each value once.", "Laat elke waarde één keer staan."),
  not_a_setting: words(
    ({ value }: Value) => `"${value}" does not have the form name=value.`,
    ({ value }) => `"${value}" heeft niet de vorm naam=waarde.`,
  ),
  write_settings: words("Write name=value;name=value.", "Schrijf naam=waarde;naam=waarde."),
  setting_repeated: words(
    ({ value }: Value) => `"${value}" is set twice.`,
    ({ value }) => `"${value}" staat er twee keer.`,
  ),
  keep_one_of_two: words("Keep one of the two.", "Laat een van de twee staan."),
  more_problems: words(
    ({ count }: { count: number }, { count: counted }) =>
      `${counted(count, "more problem", "more problems")} of this kind ${count === 1 ? "is" : "are"} not listed.`,
    ({ count }, { number }) =>
      count === 1
        ? "Nog 1 probleem van deze soort is niet getoond."
        : `Nog ${number(count)} problemen van deze soort zijn niet getoond.`,
  ),
  correct_listed_first: words(
    "Correct the listed problems and check again.",
    "Corrigeer de getoonde problemen en controleer opnieuw.",
  ),

  formula_failed: words(
    ({ value }: Value) =>
      `The cell contains ${value}: ${isFill(value) ? "the column was too narrow" : "a formula failed"}.`,
    ({ value }) => `In de cel staat ${value}: ${isFill(value) ? "de kolom was te smal" : "een formule is mislukt"}.`,
  ),
  formula_failed_in_list: words(
    ({ value }: Value) => `The list contains ${value}: a formula failed.`,
    ({ value }) => `In de lijst staat ${value}: een formule is mislukt.`,
  ),
  placeholder: words(
    ({ value }: Value) => `"${value}" stands for "no value", but would be imported as a value.`,
    ({ value }) => `"${value}" betekent "geen waarde", maar zou als waarde worden geïmporteerd.`,
  ),
  write_value_cannot_be_blank: words(
    "Write the value itself: this cell cannot be blank.",
    "Vul de waarde zelf in: deze cel mag niet leeg zijn.",
  ),
  read_in_wrong_encoding: words(
    ({ value }: Value) => `"${value}" was read in the wrong encoding.`,
    ({ value }) => `"${value}" is in de verkeerde tekencodering gelezen.`,
  ),
  letter_cannot_be_recovered: words(
    "Take the value from its source: the lost letter cannot be recovered.",
    "Neem de waarde over uit de bron: de verloren letter is niet te herstellen.",
  ),
  html_code: words(
    ({ value }: Value) => `"${value}" contains an HTML code instead of a character.`,
    ({ value }) => `"${value}" bevat een HTML-code in plaats van een teken.`,
  ),
  value_turned_scientific: words(
    ({ value }: Value) => `A spreadsheet turned the value into ${value}.`,
    ({ value }) => `Een spreadsheet heeft van de waarde ${value} gemaakt.`,
  ),
  digits_lost_take_value: words(
    "The last digits are lost: take the value from its source, and format the column as text.",
    "De laatste cijfers zijn verloren: neem de waarde over uit de bron en geef de kolom de opmaak Tekst.",
  ),
  date_for_value: words(
    ({ value }: Value) => `"${value}" is a date; a spreadsheet probably made it from another value.`,
    ({ value }) => `"${value}" is een datum; een spreadsheet heeft die waarschijnlijk van een andere waarde gemaakt.`,
  ),
  id_turned_amount: words(
    ({ value }: Value) => `A program turned the ID into the amount "${value}".`,
    ({ value }) => `Een programma heeft van de id het bedrag "${value}" gemaakt.`,
  ),

  percent_in_name: words(
    "Webex does not allow % in a customer's name.",
    "Webex staat geen % toe in de naam van een klant.",
  ),
  write_percent_out: words(
    ({ name }: { name: string }) => `Write it out: "${name.replaceAll("%", " percent")}".`,
    ({ name }) => `Schrijf het voluit: "${name.replaceAll("%", " procent")}".`,
  ),
};
