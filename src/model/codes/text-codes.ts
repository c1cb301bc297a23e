/** Problems of the text of any cell: what is missing, what cannot be seen, and what a spreadsheet made of it. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

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
  non_breaking_space: {
    severity: "either",
    en: {
      title: "Non-breaking space",
      meaning:
        "The cell contains a non-breaking space, often copied from a web page or a PDF. It looks like a space but is a different character. In names it is a warning, because it would be visible in Webex; in codes and numbers an error.",
      example: "webex_calling followed by a non-breaking space",
      resolution: "Replace it with a normal space, or remove it.",
    },
    nl: {
      title: "Vaste spatie",
      meaning:
        "De cel bevat een vaste spatie, vaak gekopieerd van een webpagina of uit een pdf. Die lijkt op een spatie, maar is een ander teken. In namen is het een waarschuwing, omdat het in Webex zichtbaar wordt; in codes en nummers een fout.",
      example: "webex_calling met een vaste spatie erachter",
      resolution: "Vervang die door een gewone spatie, of haal die weg.",
    },
  },
  invisible_character: {
    severity: "either",
    en: {
      title: "Invisible character",
      meaning:
        "The cell contains a character that cannot be seen: a zero-width space, a soft hyphen or a byte order mark. In names it is a warning; in codes and numbers an error.",
      example: "a zero-width space in an email address",
      resolution: "Type the value again.",
    },
    nl: {
      title: "Onzichtbaar teken",
      meaning:
        "De cel bevat een teken dat niet te zien is: een spatie zonder breedte, een zacht afbreekstreepje of een byte order mark. In namen is het een waarschuwing; in codes en nummers een fout.",
      example: "een spatie zonder breedte in een e-mailadres",
      resolution: "Typ de waarde opnieuw.",
    },
  },
  smart_quotes: {
    severity: "either",
    en: {
      title: "Curly quotes",
      meaning: "A program replaced straight quotes with curly ones. In names it is a warning; elsewhere an error.",
      example: "o’brien@example.com",
      resolution: "Replace them with straight quotes.",
    },
    nl: {
      title: "Gekrulde aanhalingstekens",
      meaning:
        "Een programma heeft rechte aanhalingstekens door gekrulde vervangen. In namen is het een waarschuwing; elders een fout.",
      example: "o’brien@example.com",
      resolution: "Vervang ze door rechte aanhalingstekens.",
    },
  },
  odd_blank: {
    severity: "either",
    en: {
      title: "Unusual space",
      meaning:
        "The cell contains a space other than the normal one: a thin or wide space, or a line separator. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "+31 10 123 46 01 with thin spaces",
      resolution: "Replace it with a normal space, or remove it.",
    },
    nl: {
      title: "Ongewone spatie",
      meaning:
        "De cel bevat een andere spatie dan de gewone: een smalle of brede spatie, of een regelscheiding. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "+31 10 123 46 01 met smalle spaties",
      resolution: "Vervang die door een gewone spatie, of haal die weg.",
    },
  },
  line_break_in_cell: {
    severity: "either",
    en: {
      title: "Line break or tab in a cell",
      meaning:
        "The value contains a line break or a tab. Only lists may have line breaks. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "a company name on two lines",
      resolution: "Write the value on one line. For addresses, use the column for the second address line.",
    },
    nl: {
      title: "Regeleinde of tab in een cel",
      meaning:
        "De waarde bevat een regeleinde of een tab. Alleen lijsten mogen regeleinden hebben. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "een bedrijfsnaam over twee regels",
      resolution: "Schrijf de waarde op één regel. Gebruik bij adressen de kolom voor de tweede adresregel.",
    },
  },
  control_character: {
    severity: "error",
    en: {
      title: "Control character",
      meaning:
        "The cell contains a control character, which is not visible and cannot be typed. It is an error in every column.",
      example: "U+001F before an extension, which some exports use to keep leading zeros",
      resolution: "Type the value again.",
    },
    nl: {
      title: "Besturingsteken",
      meaning:
        "De cel bevat een besturingsteken, dat niet zichtbaar is en niet kan worden getypt. Het is in elke kolom een fout.",
      example: "U+001F vóór een toestelnummer, waarmee sommige exports voorloopnullen behouden",
      resolution: "Typ de waarde opnieuw.",
    },
  },
  broken_character: {
    severity: "error",
    en: {
      title: "Lost letter",
      meaning:
        "A letter was lost in an earlier conversion and replaced by U+FFFD or an invalid byte. The original letter cannot be recovered.",
      example: "Zo\ufffd for Zoë",
      resolution: "Take the value from its source, and save the file as UTF-8.",
    },
    nl: {
      title: "Verloren letter",
      meaning:
        "Bij een eerdere omzetting is een letter verloren gegaan en vervangen door U+FFFD of een ongeldige byte. De oorspronkelijke letter is niet te herstellen.",
      example: "Zo\ufffd in plaats van Zoë",
      resolution: "Neem de waarde over uit de bron en sla het bestand op als UTF-8.",
    },
  },
  mojibake: {
    severity: "either",
    en: {
      title: "Text in the wrong encoding",
      meaning:
        "A program read the text in another encoding than it was written in. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "ZoÃ« for Zoë",
      resolution: "Write the text from the hint, or export the file again as UTF-8.",
    },
    nl: {
      title: "Tekst in de verkeerde tekencodering",
      meaning:
        "Een programma heeft de tekst gelezen in een andere tekencodering dan waarin die is geschreven. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "ZoÃ« in plaats van Zoë",
      resolution: "Neem de tekst uit de hint over, of exporteer het bestand opnieuw als UTF-8.",
    },
  },
  html_entity: {
    severity: "either",
    en: {
      title: "HTML code",
      meaning:
        "A character is written as an HTML code. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "Smit &amp; Zn",
      resolution: "Write the character itself.",
    },
    nl: {
      title: "HTML-code",
      meaning:
        "Een teken is als HTML-code geschreven. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "Smit &amp; Zn",
      resolution: "Schrijf het teken zelf.",
    },
  },
  full_width_character: {
    severity: "either",
    en: {
      title: "Full-width characters",
      meaning:
        "The cell contains full-width letters or digits from an East Asian keyboard. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "ＮＬ－１００１",
      resolution: "Write normal letters and digits.",
    },
    nl: {
      title: "Tekens van dubbele breedte",
      meaning:
        "De cel bevat letters of cijfers van dubbele breedte, van een Oost-Aziatisch toetsenbord. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "ＮＬ－１００１",
      resolution: "Schrijf gewone letters en cijfers.",
    },
  },
  look_alike_letter: {
    severity: "either",
    en: {
      title: "Look-alike letters",
      meaning:
        "The value mixes Latin letters with letters of another alphabet that look the same. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "NL-1001 with a Cyrillic letter",
      resolution: "Type the value again.",
    },
    nl: {
      title: "Letters uit een ander alfabet",
      meaning:
        "Tussen de Latijnse letters staan letters uit een ander alfabet die er hetzelfde uitzien. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "NL-1001 met een Cyrillische letter",
      resolution: "Typ de waarde opnieuw.",
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
