/** Problems of the text of one cell. Data for `explain` and the documentation. */
import type { IssueFacts } from "./issue-facts.ts";

export const cellIssueCodes = {
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
  invalid_email: {
    severity: "error",
    en: {
      title: "Invalid email address",
      meaning: "The cell is not a single address of the form name@domain.",
      example: "ann@example",
      resolution: "Write ann@example.com.",
    },
    nl: {
      title: "Ongeldig e-mailadres",
      meaning: "De cel bevat niet één adres van de vorm naam@domein.",
      example: "ann@example",
      resolution: "Schrijf ann@example.com.",
    },
  },
  email_look_alike: {
    severity: "error",
    en: {
      title: "Look-alike letters in an email address",
      meaning: "The address contains letters of another alphabet that look like Latin ones, usually from copying.",
      example: "аnn@example.com with a Cyrillic а",
      resolution: "Type the address again.",
    },
    nl: {
      title: "E-mailadres met letters uit een ander alfabet",
      meaning: "Het adres bevat letters uit een ander alfabet die op Latijnse letters lijken, meestal door kopiëren.",
      example: "аnn@example.com met een Cyrillische а",
      resolution: "Typ het adres opnieuw.",
    },
  },
  email_not_ascii: {
    severity: "warning",
    en: {
      title: "Accented letters in an email address",
      meaning: "Webex may not accept letters outside ASCII in an email address.",
      example: "andré@example.com",
      resolution: "Check the address.",
    },
    nl: {
      title: "E-mailadres met accenten",
      meaning: "Webex accepteert letters buiten ASCII in een e-mailadres mogelijk niet.",
      example: "andré@example.com",
      resolution: "Controleer het adres.",
    },
  },
  admin_email_not_mailbox: {
    severity: "warning",
    en: {
      title: "No-reply address",
      meaning: "The first administrator of a customer needs a mailbox that somebody reads.",
      example: "noreply@example.com",
      resolution: "Use the address of a real mailbox.",
    },
    nl: {
      title: "No-reply-adres",
      meaning: "De eerste beheerder van een klant heeft een mailbox nodig die iemand leest.",
      example: "noreply@example.com",
      resolution: "Gebruik het adres van een echte mailbox.",
    },
  },
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
  invalid_yes_no: {
    severity: "error",
    en: {
      title: "Not yes or no",
      meaning: "The cell accepts yes, no, true, false, 1, 0, x, ja and nee.",
      example: "maybe",
      resolution: "Write yes or no.",
    },
    nl: {
      title: "Geen ja of nee",
      meaning: "De cel accepteert ja, nee, yes, no, true, false, 1, 0 en x.",
      example: "misschien",
      resolution: "Schrijf ja of nee.",
    },
  },
  not_a_choice: {
    severity: "error",
    en: {
      title: "Not one of the allowed values",
      meaning: "The cell accepts only certain values.",
      example: "saml in authentication",
      resolution: "Write one of the values that the message lists.",
    },
    nl: {
      title: "Geen toegestane waarde",
      meaning: "De cel accepteert alleen bepaalde waarden.",
      example: "saml in authentication",
      resolution: "Schrijf een van de waarden uit de melding.",
    },
  },
  wrong_list_separator: {
    severity: "error",
    en: {
      title: "Wrong list separator",
      meaning: "The values of a list are separated by semicolons.",
      example: "webex_calling, webex_meetings",
      resolution: "Write webex_calling;webex_meetings.",
    },
    nl: {
      title: "Verkeerd scheidingsteken in een lijst",
      meaning: "De waarden van een lijst worden gescheiden door puntkomma's.",
      example: "webex_calling, webex_meetings",
      resolution: "Schrijf webex_calling;webex_meetings.",
    },
  },
  repeated_value: {
    severity: "warning",
    en: {
      title: "Repeated value",
      meaning: "The list contains the same value twice. It is used once.",
      example: "webex_suite;webex_suite",
      resolution: "Remove one, or replace it if you meant another value.",
    },
    nl: {
      title: "Herhaalde waarde",
      meaning: "De lijst bevat dezelfde waarde twee keer. Die wordt één keer gebruikt.",
      example: "webex_suite;webex_suite",
      resolution: "Haal er een weg, of vervang die als u een andere waarde bedoelde.",
    },
  },
  invalid_setting: {
    severity: "error",
    en: {
      title: "Not of the form name=value",
      meaning: "A part of the list is not of the form name=value, or a name occurs twice.",
      example: "webex_calling:50",
      resolution: "Write webex_calling=50.",
    },
    nl: {
      title: "Niet van de vorm naam=waarde",
      meaning: "Een deel van de lijst heeft niet de vorm naam=waarde, of een naam komt twee keer voor.",
      example: "webex_calling:50",
      resolution: "Schrijf webex_calling=50.",
    },
  },
  invalid_limit: {
    severity: "error",
    en: {
      title: "Limit is not a whole number",
      meaning: "The limit of a package must be a whole number.",
      example: "webex_calling=many",
      resolution: "Write webex_calling=50.",
    },
    nl: {
      title: "Limiet is geen geheel getal",
      meaning: "De limiet van een pakket moet een geheel getal zijn.",
      example: "webex_calling=veel",
      resolution: "Schrijf webex_calling=50.",
    },
  },
  limit_not_offered: {
    severity: "error",
    en: {
      title: "Package without a limit",
      meaning: "Webex does not support a limit for this package.",
      example: "cisco_calling_plan=10",
      resolution: "Remove it from package_limits.",
    },
    nl: {
      title: "Pakket zonder limiet",
      meaning: "Webex kent voor dit pakket geen limiet.",
      example: "cisco_calling_plan=10",
      resolution: "Verwijder het uit package_limits.",
    },
  },
  unknown_package: {
    severity: "error",
    en: {
      title: "Unknown package",
      meaning: "Webex for Wholesale has no package with this name.",
      example: "webex_caling",
      resolution: "Write the code of the package, or its name in Partner Hub.",
    },
    nl: {
      title: "Onbekend pakket",
      meaning: "Webex for Wholesale heeft geen pakket met deze naam.",
      example: "webex_caling",
      resolution: "Schrijf de code van het pakket, of de naam in Partner Hub.",
    },
  },
  missing_dependency: {
    severity: "warning",
    en: {
      title: "Add-on without its base package",
      meaning:
        "As far as is known, this package requires one of several others. Cisco changes these rules, so the row is sent and Webex decides.",
      example: "attendant_console with only webex_meetings",
      resolution: "Add one of the packages that the message lists, unless Webex accepts the row without it.",
    },
    nl: {
      title: "Add-on zonder basispakket",
      meaning:
        "Voor zover bekend vereist dit pakket een van een aantal andere. Cisco past die regels aan; de rij wordt daarom verstuurd en Webex beslist.",
      example: "attendant_console met alleen webex_meetings",
      resolution: "Voeg een van de pakketten uit de melding toe, tenzij Webex de rij ook zonder accepteert.",
    },
  },
  unknown_role: {
    severity: "error",
    en: {
      title: "Unknown role",
      meaning: "A role is one of full_admin, user_admin, readonly_admin and device_admin.",
      example: "admin",
      resolution: "Write one of these roles.",
    },
    nl: {
      title: "Onbekende rol",
      meaning: "Een rol is full_admin, user_admin, readonly_admin of device_admin.",
      example: "admin",
      resolution: "Schrijf een van deze rollen.",
    },
  },
  role_not_assignable: {
    severity: "error",
    en: {
      title: "Role not assignable by the API",
      meaning: "The API (SCIM) cannot assign the roles of location administrator and site administrator.",
      example: "location_admin",
      resolution: "Assign the role in Control Hub.",
    },
    nl: {
      title: "Rol niet toe te wijzen via de API",
      meaning: "De API (SCIM) kan de rollen locatiebeheerder en sitebeheerder niet toewijzen.",
      example: "location_admin",
      resolution: "Wijs de rol toe in Control Hub.",
    },
  },
  suspicious_provisioning_id: {
    severity: "warning",
    en: {
      title: "Unusual provisioning ID",
      meaning: "A provisioning ID is normally a long string of letters and digits. This one is not.",
      example: "template 1",
      resolution: "Copy the provisioning ID from Partner Hub.",
    },
    nl: {
      title: "Ongewone inrichtings-id",
      meaning: "Een inrichtings-id is normaal een lange reeks letters en cijfers. Deze niet.",
      example: "sjabloon 1",
      resolution: "Kopieer de inrichtings-id uit Partner Hub.",
    },
  },
} as const satisfies Record<string, IssueFacts>;
