/** docs/sheets.md and docs/sheets.nl.md: every column of the four sheets, from what `schema` says. */
import { packageFacts } from "../../src/model/packages.ts";
import { sheetNames } from "../../src/model/sheet.ts";
import type { Language } from "../../src/model/words/language.ts";
import { markdownSchemaOf, renderTable } from "../../src/sheets/describe/markdown-schema.ts";

export function sheetsPage(language: Language): string {
  const sheets = sheetNames.map((sheet) => markdownSchemaOf(sheet, language).trimEnd());
  return `${[introductions[language], ...sheets, packagesPart(language)].join("\n\n")}\n`;
}

const english = `# Sheets

[Nederlands](sheets.nl.md)

A batch is a folder, a workbook or a few files with up to four sheets: [templates](#templates), [customers](#customers),
[locations](#locations) and [users](#users). Sheets are optional: a file with only users is fine if their customers exist.
\`wholesale-import init\` writes starter sheets; \`init --format xlsx\` writes one workbook with drop-downs.

**Files.** CSV files (\`.csv\`, \`.tsv\`, \`.txt\`, also compressed as \`.gz\`) and worksheets of \`.xlsx\`, \`.xlsm\`, \`.ods\` and
\`.xls\` workbooks; macros are ignored. The name of a file or worksheet says which sheet it is (\`users-amsterdam.csv\`,
\`exported_users.csv\`, \`Gebruikers (2).csv\`, a worksheet "Klanten"). Several files of one sheet are read in the order of their
names. Subfolders are not read. For other names, use \`--sheet users=people.csv\`, for a worksheet
\`--sheet "users=staff.xlsx[Sheet2]"\`, and for standard input \`--sheet users=-\`.

**Files that are not read** are reported on the screen and in errors.csv ([file_not_read](errors.md#file_not_read)), with the reason
and what to do: every other file or worksheet that looks like a table, for example one whose name matches no sheet, a \`.zip\`, a
\`.numbers\` document, a web page named \`.xls\`, a summary. Hidden worksheets are never imported. Rows hidden by a filter are
imported, with a warning. With \`--strict\`, a batch with such files is refused (exit code 2).

**Encodings and delimiters** are detected for each file and shown: UTF-8 with and without byte order mark, UTF-16, Windows-1252,
ISO-8859-15, Mac Roman and DOS (CP850); comma, semicolon, tab and \`|\`; any line endings, even mixed. If the encoding cannot be
detected, set it with \`--encoding windows-1252\`, or for one file with \`--encoding users.csv=shift_jis\`; a file that clearly is
UTF-8 or UTF-16 is still read as that, with a warning. One invalid byte does not change the encoding of a file: its cell is
[rejected](errors.md#broken_character). \`--delimiter\` overrides the delimiter, and so does a first line \`sep=;\`. A file whose lines
are quoted as a whole, as Excel in some countries saves it, is read, with a warning.

**Headers.** The header is in one of the first 20 rows: a title, a blank line or a row of groups above it is skipped, with a note.
The order of columns does not matter, nor do case, spaces, \`_\`, \`-\`, invisible characters, \`:\` and \`*\` at the ends, or a trailing
"(Required)". Field names of the Webex API, headers of Control Hub's user export and labels of Partner Hub in English and Dutch are
recognized too. An unknown column is ignored, with a warning. A column that marks a row with "delete" or "verwijderen"
[rejects the row](errors.md#action_not_understood).

**Rows.** Blank rows are skipped. Row numbers in messages are those that your spreadsheet program shows. Missing cells at the end of a
row are blank, and blank cells beyond the header are ignored; any other number of cells
[rejects the row](errors.md#wrong_cell_count), and its cells are not used by any rule.

**Limits.** 32 KiB per cell, 2 GiB per text file, 64 MiB per workbook when unpacked (\`--max-unpacked 256\` allows more), 50 worksheets,
32 MiB for an \`.xls\` file. Cells outside the grid of a spreadsheet, or without a value, do not count. A worksheet that repeats rows
more than 10 000 times, or has values far to the right of its table in more than 1 000 rows, is refused as a whole.

**Cells** are text. Nothing is turned into a number or a date, and nothing is corrected silently. Spaces around a value are ignored.
Separate the values of a list with \`;\` or line breaks, at most 1 000 values and 10 000 phone numbers. For yes and no you can write yes,
no, true, false, 1, 0, x, ja or nee; for countries, packages, roles and authentication also what Webex's screens call them in English
or Dutch.

**What spreadsheet programs do to cells** is reported in every column, with the correct value where it is certain. It is an error in
keys, references, numbers, email addresses, postal codes and lists. In names, titles and address lines it is a warning, unless
something is certainly lost.

| what happened | example | code |
| --- | --- | --- |
| a phone number lost its + | \`31201234567\` | [phone_lost_plus](errors.md#phone_lost_plus) |
| leading zeros were lost | \`2139\` in US, \`451\` among \`4501\` and \`4502\` | [postal_code_lost_zero](errors.md#postal_code_lost_zero), [extension_lost_zero](errors.md#extension_lost_zero) |
| a number was shortened | \`3.12E+10\` | [scientific_notation](errors.md#scientific_notation) |
| an ID became an amount | \`100,234\`, \`1001.0\` | [amount_in_cell](errors.md#amount_in_cell) |
| a value became a date | \`3-mrt\`, \`MAR-3\` | [date_in_cell](errors.md#date_in_cell) |
| a formula failed | \`#N/B\`, \`#VALEUR!\`, \`Err:508\` | [formula_error](errors.md#formula_error) |
| a mark that keeps the cell text was added; it is removed, with a note | \`="4501"\`, \`'4501\` | [wrapping_removed](errors.md#wrapping_removed) |
| a word stands for a missing value | \`NULL\`, \`N/A\`, \`-\` | [placeholder_in_cell](errors.md#placeholder_in_cell) |
| the text was read in the wrong encoding | \`ZoÃ«\` | [mojibake](errors.md#mojibake) |
| a letter was lost | \`Zo\ufffd\` | [broken_character](errors.md#broken_character) |
| a letter is written as an HTML entity | \`R&amp;D\` | [html_entity](errors.md#html_entity) |
| characters are invisible or not text | U+202A, U+200B, U+001F | [invisible_character](errors.md#invisible_character), [control_character](errors.md#control_character) |
| spaces or quotes are unusual ones | U+00A0, U+2003, ’ | [non_breaking_space](errors.md#non_breaking_space), [odd_blank](errors.md#odd_blank), [smart_quotes](errors.md#smart_quotes) |
| letters look like others | a Cyrillic \`о\`, \`ＮＬ\` | [look_alike_letter](errors.md#look_alike_letter), [full_width_character](errors.md#full_width_character) |
| a name spans two lines | | [line_break_in_cell](errors.md#line_break_in_cell) |

To avoid most of this, format columns with numbers and IDs as text before you fill them.

**References.** Refer to a customer by its external ID, or by its name if only one customer has that name. What is not in the batch is
looked up at Webex. If a value looks like a customer of the batch (\`NL-10O1\` for \`NL-1001\`, \`Pacific Coast Reality\`), the program asks
whether you meant that one; \`plan\` and \`apply\` only do so after Webex turned out not to have a customer of exactly that name.`;

const dutch = `# Bladen

[English](sheets.md)

Een batch is een map, een werkmap of een paar bestanden met hoogstens vier bladen: [sjablonen](#templates), [klanten](#customers),
[locaties](#locations) en [gebruikers](#users). Geen blad is verplicht: alleen gebruikers is goed als hun klanten bestaan.
\`wholesale-import init\` maakt bladen om mee te beginnen, \`init --format xlsx\` één werkmap met keuzelijsten.

**Bestanden.** CSV-bestanden (\`.csv\`, \`.tsv\`, \`.txt\`, ook ingepakt als \`.gz\`) en werkbladen van \`.xlsx\`-, \`.xlsm\`-, \`.ods\`- en
\`.xls\`-werkmappen; macro's worden genegeerd. De naam van het bestand of werkblad zegt welk blad het is (\`users-amsterdam.csv\`,
\`exported_users.csv\`, \`Gebruikers (2).csv\`, een werkblad "Klanten"). Meer bestanden van één blad worden op volgorde van naam gelezen;
submappen worden niet gelezen. Voor andere namen: \`--sheet users=personeel.csv\`, voor een werkblad
\`--sheet "users=personeel.xlsx[Blad2]"\`, voor standaardinvoer \`--sheet users=-\`.

**Bestanden die niet worden gelezen** staan op het scherm en in errors.csv ([file_not_read](errors.nl.md#file_not_read)), met de reden en
wat u kunt doen: elk ander bestand of werkblad dat op een tabel lijkt, bijvoorbeeld met een naam die bij geen blad past, een \`.zip\`, een
\`.numbers\`-document, een webpagina met de naam \`.xls\`, een samenvatting. Verborgen werkbladen worden nooit geïmporteerd. Rijen die een
filter verbergt wel, met een waarschuwing. Met \`--strict\` wordt zo'n batch geweigerd (exitcode 2).

**Coderingen en scheidingstekens** worden per bestand herkend en getoond: UTF-8 met en zonder byte order mark, UTF-16, Windows-1252,
ISO-8859-15, Mac Roman en DOS (CP850); komma, puntkomma, tab en \`|\`; elk regeleinde, ook door elkaar. Wordt de codering niet herkend,
geef die dan op met \`--encoding windows-1252\`, of voor één bestand met \`--encoding users.csv=shift_jis\`; een bestand dat duidelijk UTF-8
of UTF-16 is, wordt toch zo gelezen, met een waarschuwing. Eén verkeerde byte verandert de codering van een bestand niet: de cel wordt
[geweigerd](errors.nl.md#broken_character). \`--delimiter\` gaat voor, net als een eerste regel \`sep=;\`. Een bestand waarvan hele regels
tussen aanhalingstekens staan, zoals Excel ze in sommige landen bewaart, wordt gelezen, met een waarschuwing.

**Kolomkoppen.** De kop staat in een van de eerste 20 rijen: een titel, een lege regel of een rij met groepen erboven wordt overgeslagen,
met een melding. De volgorde van de kolommen maakt niet uit; hoofdletters, spaties, \`_\`, \`-\`, onzichtbare tekens, \`:\` en \`*\` aan het
begin of eind en "(Verplicht)" ook niet. Veldnamen van de Webex-API, koppen van de export van Control Hub en labels van Partner Hub in het
Engels en Nederlands worden ook herkend. Een onbekende kolom wordt genegeerd, met een waarschuwing. Een kolom die bij een rij "delete" of
"verwijderen" zegt, [weigert de rij](errors.nl.md#action_not_understood).

**Rijen.** Lege rijen worden overgeslagen. Rijnummers in meldingen zijn die van uw spreadsheetprogramma. Ontbrekende cellen aan het eind van
een rij zijn leeg, lege cellen voorbij de kop tellen niet mee; elk ander aantal cellen
[weigert de rij](errors.nl.md#wrong_cell_count), en geen regel gebruikt dan de cellen.

**Grenzen.** 32 KiB per cel, 2 GiB per tekstbestand, 64 MiB per uitgepakte werkmap (met \`--max-unpacked 256\` meer), 50 werkbladen, 32 MiB
voor een \`.xls\`. Cellen buiten het raster van een spreadsheet, of zonder waarde, tellen niet mee. Een werkblad dat rijen meer dan 10 000 keer
herhaalt, of in meer dan 1 000 rijen waarden ver rechts van de tabel heeft, wordt als geheel geweigerd.

**Cellen** zijn tekst. Er wordt niets omgezet in een getal of datum, en niets ongemerkt verbeterd. Spaties rond een waarde tellen niet mee.
Scheid de waarden van een lijst met \`;\` of regeleinden: hoogstens 1 000 waarden en 10 000 telefoonnummers. Ja en nee mag u schrijven als yes,
no, true, false, 1, 0, x, ja of nee; landen, pakketten, rollen en verificatie ook zoals de schermen van Webex ze in het Engels of Nederlands
noemen.

**Wat spreadsheetprogramma's met cellen doen** wordt in elke kolom gemeld, met de juiste waarde als die zeker is. Het is een fout in sleutels,
verwijzingen, nummers, e-mailadressen, postcodes en lijsten. In namen, titels en adresregels is het een waarschuwing, tenzij er zeker iets
verloren is.

| wat er gebeurde | voorbeeld | code |
| --- | --- | --- |
| een telefoonnummer is de + kwijt | \`31201234567\` | [phone_lost_plus](errors.nl.md#phone_lost_plus) |
| voorloopnullen zijn weg | \`2139\` in US, \`451\` tussen \`4501\` en \`4502\` | [postal_code_lost_zero](errors.nl.md#postal_code_lost_zero), [extension_lost_zero](errors.nl.md#extension_lost_zero) |
| een nummer is ingekort | \`3.12E+10\` | [scientific_notation](errors.nl.md#scientific_notation) |
| een id is een bedrag geworden | \`100,234\`, \`1001.0\` | [amount_in_cell](errors.nl.md#amount_in_cell) |
| een waarde is een datum geworden | \`3-mrt\`, \`MAR-3\` | [date_in_cell](errors.nl.md#date_in_cell) |
| een formule is mislukt | \`#N/B\`, \`#VALEUR!\`, \`Err:508\` | [formula_error](errors.nl.md#formula_error) |
| een teken dat de cel tekst houdt; het wordt weggehaald, met een melding | \`="4501"\`, \`'4501\` | [wrapping_removed](errors.nl.md#wrapping_removed) |
| een woord in plaats van een lege cel | \`NULL\`, \`N/A\`, \`-\` | [placeholder_in_cell](errors.nl.md#placeholder_in_cell) |
| de tekst is met de verkeerde codering gelezen | \`ZoÃ«\` | [mojibake](errors.nl.md#mojibake) |
| een letter is verloren | \`Zo\ufffd\` | [broken_character](errors.nl.md#broken_character) |
| een letter staat er als HTML-code | \`R&amp;D\` | [html_entity](errors.nl.md#html_entity) |
| tekens zijn onzichtbaar of geen tekst | U+202A, U+200B, U+001F | [invisible_character](errors.nl.md#invisible_character), [control_character](errors.nl.md#control_character) |
| spaties of aanhalingstekens zijn ongewoon | U+00A0, U+2003, ’ | [non_breaking_space](errors.nl.md#non_breaking_space), [odd_blank](errors.nl.md#odd_blank), [smart_quotes](errors.nl.md#smart_quotes) |
| letters lijken op andere letters | een cyrillische \`о\`, \`ＮＬ\` | [look_alike_letter](errors.nl.md#look_alike_letter), [full_width_character](errors.nl.md#full_width_character) |
| een naam staat op twee regels | | [line_break_in_cell](errors.nl.md#line_break_in_cell) |

Zo voorkomt u het meeste: maak kolommen met nummers en id's op als tekst voordat u ze vult.

**Verwijzingen.** Verwijs naar een klant met het externe id, of met de naam als maar één klant die heeft. Wat niet in de batch staat, wordt bij
Webex opgezocht. Lijkt een waarde op een klant van de batch (\`NL-10O1\` voor \`NL-1001\`, \`Pacific Coast Reality\`), dan vraagt het programma of
u die bedoelt; \`plan\` en \`apply\` alleen als Webex geen klant met precies die naam heeft.`;

const introductions: Readonly<Record<Language, string>> = { en: english, nl: dutch };

type PackageWords = {
  readonly about: string;
  readonly columns: readonly string[];
  readonly uses: { readonly [Use in (typeof packageFacts)[number]["use"]]: string };
  readonly yes: string;
  readonly after: string;
};

const packageWords: Readonly<Record<Language, PackageWords>> = {
  en: {
    about:
      "## Packages\n\nWrite the code, or the name that Partner Hub shows. A user can only have packages of their customer.",
    columns: ["code", "name", "for", "calling", "limit", "requires one of (as far as known)"],
    uses: {
      base: "user, as the one base package",
      addon: "user, on top of a base package",
      customer: "customer only",
    },
    yes: "yes",
    after:
      "A customer with a calling package gets a head office, and users with a calling package need a phone number or an extension.",
  },
  nl: {
    about:
      "## Pakketten\n\nSchrijf de code, of de naam die Partner Hub toont. Een gebruiker kan alleen pakketten van de klant hebben.",
    columns: ["code", "naam", "voor", "bellen", "limiet", "vereist een van (voor zover bekend)"],
    uses: {
      base: "gebruiker, als het ene basispakket",
      addon: "gebruiker, naast een basispakket",
      customer: "alleen de klant",
    },
    yes: "ja",
    after:
      "Een klant met een belpakket krijgt een hoofdkantoor, en gebruikers met een belpakket hebben een telefoonnummer of een toestelnummer nodig.",
  },
};

function packagesPart(language: Language): string {
  const { about, columns, uses, yes, after } = packageWords[language];
  const rows = packageFacts.map(({ code, names, use, isCalling, hasLimit, needsAnyOf }) => [
    `\`${code}\``,
    names.join(", "),
    uses[use],
    isCalling ? yes : "",
    hasLimit ? yes : "",
    needsAnyOf.map((needed) => `\`${needed}\``).join(" "),
  ]);
  return `${about}\n\n${renderTable(columns, rows)}\n\n${after}`;
}
