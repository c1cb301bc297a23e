/** Issues of a file as a whole. They have row 0; errors refuse the file. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const fileCodes = {
  missing_file: {
    severity: "error",
    en: {
      title: "File not found",
      meaning: "A file named on the command line does not exist or cannot be opened.",
      example: "validate users-2.csv in a folder that only has users.csv",
      resolution: "Check the name, the folder and the file's permissions.",
    },
    nl: {
      title: "Bestand niet gevonden",
      meaning: "Een bestand dat op de opdrachtregel is genoemd, bestaat niet of kan niet worden geopend.",
      example: "validate users-2.csv in een map met alleen users.csv",
      resolution: "Controleer de naam, de map en de rechten van het bestand.",
    },
  },
  empty_file: {
    severity: "error",
    en: {
      title: "Empty file",
      meaning: "The file has no content, or only blank rows.",
      example: "users.csv of 0 bytes",
      resolution: "Export the file again, or remove it from the batch.",
    },
    nl: {
      title: "Leeg bestand",
      meaning: "Het bestand heeft geen inhoud, of alleen lege rijen.",
      example: "users.csv van 0 bytes",
      resolution: "Exporteer het bestand opnieuw, of haal het uit de batch.",
    },
  },
  no_header: {
    severity: "error",
    en: {
      title: "No header",
      meaning:
        "None of the first 20 rows contains a known column name. The file has no header, or belongs to another sheet.",
      example: "ACME-1,Acme,it@acme.example.com as the first row",
      resolution: "Put the column names in the first row. To list them: wholesale-import schema <sheet>.",
    },
    nl: {
      title: "Geen kopregel",
      meaning:
        "In de eerste 20 rijen staat geen bekende kolomnaam. Het bestand heeft geen kopregel, of is van een ander blad.",
      example: "ACME-1,Acme,it@acme.example.com als eerste rij",
      resolution: "Zet de kolomnamen in de eerste rij. Voor een lijst: wholesale-import schema <blad>.",
    },
  },
  missing_column: {
    severity: "error",
    en: {
      title: "Missing column",
      meaning: "The header lacks a column that every row of this sheet needs.",
      example: "users.csv without email",
      resolution: "Add the column, or rename the header that holds it to the column's name.",
    },
    nl: {
      title: "Kolom ontbreekt",
      meaning: "In de kopregel ontbreekt een kolom die voor elke rij van dit blad verplicht is.",
      example: "users.csv zonder email",
      resolution: "Voeg de kolom toe, of geef de kop waarin de gegevens staan de naam van de kolom.",
    },
  },
  duplicate_column: {
    severity: "error",
    en: {
      title: "Duplicate column",
      meaning: "Two headers stand for the same column, so it is unclear which one to use.",
      example: "email and E-mailadres in one file",
      resolution: "Remove or rename one of the two columns.",
    },
    nl: {
      title: "Dubbele kolom",
      meaning: "Twee koppen staan voor dezelfde kolom. Het is niet duidelijk welke geldt.",
      example: "email en E-mailadres in één bestand",
      resolution: "Verwijder een van de twee kolommen, of geef die een andere naam.",
    },
  },
  unknown_column: {
    severity: "warning",
    en: {
      title: "Unknown column",
      meaning:
        "The header is not a known column name. Its cells are kept in failed/ and on the page, but not imported.",
      example: "Telefon instead of phone_number",
      resolution: "Rename it if you meant one of the known columns. Otherwise there is nothing to do.",
    },
    nl: {
      title: "Onbekende kolom",
      meaning:
        "De kop is geen bekende kolomnaam. De cellen blijven bewaard in failed/ en op de pagina, maar worden niet geïmporteerd.",
      example: "Telefon in plaats van phone_number",
      resolution: "Hernoem de kolom als u een van de bekende kolommen bedoelde. Anders hoeft u niets te doen.",
    },
  },
  data_without_header: {
    severity: "warning",
    en: {
      title: "Column without a header",
      meaning: "A column has values but no name. Its cells are not imported.",
      example: "a remark in the column after the last header",
      resolution: "Give the column a header, or clear its cells.",
    },
    nl: {
      title: "Kolom zonder kop",
      meaning: "Een kolom heeft waarden, maar geen naam. De cellen worden niet geïmporteerd.",
      example: "een opmerking in de kolom achter de laatste kop",
      resolution: "Geef de kolom een kop, of maak de cellen leeg.",
    },
  },
  no_rows: {
    severity: "warning",
    en: {
      title: "No rows",
      meaning: "The sheet has a header and no rows. That is allowed.",
      example: "locations.csv with only a header",
      resolution: "Nothing to do, unless you expected rows.",
    },
    nl: {
      title: "Geen rijen",
      meaning: "Het blad heeft een kopregel en geen rijen. Dat mag.",
      example: "locations.csv met alleen een kopregel",
      resolution: "U hoeft niets te doen, tenzij u rijen verwachtte.",
    },
  },
  open_quote: {
    severity: "error",
    en: {
      title: "Unclosed quote",
      meaning: "A cell starts with a double quote that is never closed, so the rest of the file becomes one cell.",
      example: '"Acme, Amsterdam without the second quote',
      resolution: "Close the quote in the row shown, or double it if it is part of the text.",
    },
    nl: {
      title: "Aanhalingsteken niet gesloten",
      meaning:
        "Een cel begint met een dubbel aanhalingsteken dat nergens wordt gesloten. De rest van het bestand wordt daardoor één cel.",
      example: '"Acme, Amsterdam zonder het tweede aanhalingsteken',
      resolution: "Sluit het aanhalingsteken in de genoemde rij, of verdubbel het als het bij de tekst hoort.",
    },
  },
  endless_row: {
    severity: "error",
    en: {
      title: "Row too long",
      meaning: "A row is larger than 16 MiB. The file has no recognizable line ends, or a misplaced quote.",
      example: "a database dump in one line",
      resolution: "Export the file again, with one line per row.",
    },
    nl: {
      title: "Rij te lang",
      meaning:
        "Een rij is groter dan 16 MiB. Het bestand heeft geen herkenbare regeleinden, of een verkeerd aanhalingsteken.",
      example: "een databasedump op één regel",
      resolution: "Exporteer het bestand opnieuw, met één regel per rij.",
    },
  },
  rows_above_header: {
    severity: "warning",
    en: {
      title: "Rows above the header",
      meaning: "The header is not in the first row. It was found further down; the rows above it were skipped.",
      example: "a title and a blank row above the column names",
      resolution: "Nothing to do if the right header was found. Otherwise put the column names in the first row.",
    },
    nl: {
      title: "Rijen boven de kopregel",
      meaning: "De kopregel is niet de eerste rij. De regel is lager gevonden; de rijen erboven zijn overgeslagen.",
      example: "een titel en een lege rij boven de kolomnamen",
      resolution:
        "U hoeft niets te doen als de juiste kopregel is gevonden. Zet anders de kolomnamen in de eerste rij.",
    },
  },
  delimiters_at_line_end: {
    severity: "warning",
    en: {
      title: "Extra delimiters at line ends",
      meaning: "Every line ends with delimiters of another kind, added by a spreadsheet program. They were ignored.",
      example: ";;; at the end of every line in a comma-separated file",
      resolution:
        "Nothing to do if the rows are right. Otherwise import the text with the right delimiter and save it again.",
    },
    nl: {
      title: "Extra scheidingstekens aan het regeleinde",
      meaning:
        "Elke regel eindigt op scheidingstekens van een andere soort, toegevoegd door een spreadsheetprogramma. Ze zijn genegeerd.",
      example: ";;; aan het eind van elke regel in een bestand met komma's",
      resolution:
        "U hoeft niets te doen als de rijen kloppen. Importeer de tekst anders met het juiste scheidingsteken en sla die opnieuw op.",
    },
  },
  encoding_overruled: {
    severity: "warning",
    en: {
      title: "--encoding not applied",
      meaning: "The file is clearly in another encoding than --encoding says. It was read in its actual encoding.",
      example: "--encoding windows-1252 for a folder with one UTF-8 file",
      resolution: "Omit --encoding for this file, or give --encoding the names of the files it applies to.",
    },
    nl: {
      title: "--encoding niet toegepast",
      meaning:
        "Het bestand heeft duidelijk een andere tekencodering dan --encoding aangeeft. Het is in de werkelijke codering gelezen.",
      example: "--encoding windows-1252 voor een map met één UTF-8-bestand",
      resolution: "Laat --encoding weg voor dit bestand, of noem bij --encoding de bestanden waarvoor het geldt.",
    },
  },
  binary_content: {
    severity: "error",
    en: {
      title: "Not a text file",
      meaning: "Whatever its name says, the file contains a program, an archive, an image or a web page.",
      example: "a workbook renamed to users.csv",
      resolution: "Save it as CSV, or give it the extension that matches its content.",
    },
    nl: {
      title: "Geen tekstbestand",
      meaning: "Ondanks de naam bevat het bestand een programma, een archief, een afbeelding of een webpagina.",
      example: "een werkmap hernoemd tot users.csv",
      resolution: "Sla het op als CSV, of geef het de extensie die bij de inhoud past.",
    },
  },
  encrypted_workbook: {
    severity: "error",
    en: {
      title: "Password-protected workbook",
      meaning: "The workbook is protected with a password and cannot be read.",
      example: "batch.xlsx that asks for a password when opened",
      resolution: "Save it without a password.",
    },
    nl: {
      title: "Werkmap met wachtwoord",
      meaning: "De werkmap is beveiligd met een wachtwoord en kan niet worden gelezen.",
      example: "batch.xlsx dat bij het openen om een wachtwoord vraagt",
      resolution: "Sla de werkmap op zonder wachtwoord.",
    },
  },
  damaged_workbook: {
    severity: "error",
    en: {
      title: "Damaged workbook",
      meaning: "The file is damaged, or is not a workbook.",
      example: "an incomplete download",
      resolution: "Open it in a spreadsheet program and save it again as .xlsx.",
    },
    nl: {
      title: "Beschadigde werkmap",
      meaning: "Het bestand is beschadigd, of is geen werkmap.",
      example: "een download die is afgebroken",
      resolution: "Open het in een spreadsheetprogramma en sla het opnieuw op als .xlsx.",
    },
  },
  not_a_workbook: {
    severity: "error",
    en: {
      title: "Unsupported workbook",
      meaning: "The file has the name of a workbook but is something else, or is a workbook of an unsupported kind.",
      example: "a web page saved as users.xls; users.zip, users.xlsb or users.numbers",
      resolution: "Open it in a spreadsheet program and save it as .xlsx. Unpack archives first.",
    },
    nl: {
      title: "Werkmap niet ondersteund",
      meaning: "Het bestand heet een werkmap maar is iets anders, of is een soort werkmap die niet wordt ondersteund.",
      example: "een webpagina opgeslagen als users.xls; users.zip, users.xlsb of users.numbers",
      resolution: "Open het in een spreadsheetprogramma en sla het op als .xlsx. Pak een archief eerst uit.",
    },
  },
  too_many_worksheets: {
    severity: "error",
    en: {
      title: "Too many worksheets",
      meaning: "The workbook has more than 50 worksheets.",
      example: "a workbook with one worksheet per customer",
      resolution: "Put all rows of one kind in one worksheet, or split them over several workbooks.",
    },
    nl: {
      title: "Te veel werkbladen",
      meaning: "De werkmap heeft meer dan 50 werkbladen.",
      example: "een werkmap met een werkblad per klant",
      resolution: "Zet alle rijen van één soort op één werkblad, of verdeel ze over meer werkmappen.",
    },
  },
  hidden_worksheet: {
    severity: "error",
    en: {
      title: "Hidden worksheet",
      meaning: "The worksheet named with --sheet is hidden. Hidden worksheets are never imported.",
      example: "--sheet users=batch.xlsx[old], where the worksheet old is hidden",
      resolution: "Unhide it in a spreadsheet program and save the workbook.",
    },
    nl: {
      title: "Verborgen werkblad",
      meaning: "Het werkblad dat met --sheet is genoemd, is verborgen. Verborgen werkbladen worden nooit geïmporteerd.",
      example: "--sheet users=batch.xlsx[oud], waarbij het werkblad oud verborgen is",
      resolution: "Maak het zichtbaar in een spreadsheetprogramma en sla de werkmap op.",
    },
  },
  several_worksheets: {
    severity: "error",
    en: {
      title: "Worksheet not specified",
      meaning:
        "The workbook named with --sheet has several worksheets with values, and none of them has the name of the sheet.",
      example: "--sheet users=people.xlsx, with the worksheets NL and BE",
      resolution: "Name the worksheet too: --sheet 'users=people.xlsx[NL]'.",
    },
    nl: {
      title: "Werkblad niet opgegeven",
      meaning:
        "De werkmap die met --sheet is genoemd, heeft meer werkbladen met waarden, en geen ervan heeft de naam van het blad.",
      example: "--sheet users=people.xlsx, met de werkbladen NL en BE",
      resolution: "Noem ook het werkblad: --sheet 'users=people.xlsx[NL]'.",
    },
  },
  hidden_rows: {
    severity: "warning",
    en: {
      title: "Hidden rows are imported",
      meaning: "The worksheet has rows hidden by a filter or by hand. They are part of the batch like all others.",
      example: "a filter on one customer that was still on when the workbook was saved",
      resolution: "Nothing to do if the rows belong to the batch. Delete those that do not.",
    },
    nl: {
      title: "Verborgen rijen worden geïmporteerd",
      meaning:
        "Het werkblad heeft rijen die door een filter of met de hand zijn verborgen. Ze horen gewoon bij de batch.",
      example: "een filter op één klant dat bij het opslaan nog aan stond",
      resolution: "U hoeft niets te doen als de rijen bij de batch horen. Verwijder de rijen die er niet bij horen.",
    },
  },
  file_not_read: {
    severity: "warning",
    en: {
      title: "File or worksheet skipped",
      meaning:
        "A file in the folder, or a worksheet in a workbook, is not part of the batch. With --strict, the batch is refused.",
      example: "people.csv, users.zip, a hidden worksheet",
      resolution: "Name it after its sheet, say which sheet it is with --sheet, or move it elsewhere.",
    },
    nl: {
      title: "Bestand of werkblad overgeslagen",
      meaning:
        "Een bestand in de map, of een werkblad in een werkmap, hoort niet bij de batch. Met --strict wordt de batch geweigerd.",
      example: "people.csv, users.zip, een verborgen werkblad",
      resolution: "Geef het de naam van het blad, geef met --sheet aan welk blad het is, of zet het ergens anders.",
    },
  },
  not_a_file: {
    severity: "error",
    en: {
      title: "Not a regular file",
      meaning: "The path is a pipe, a device, a socket or a folder. It was not opened.",
      example: "a named pipe users.csv",
      resolution: "Put the file itself at this path.",
    },
    nl: {
      title: "Geen gewoon bestand",
      meaning: "Het pad is een pipe, een apparaat, een socket of een map. Het is niet geopend.",
      example: "een named pipe users.csv",
      resolution: "Zet het bestand zelf op dit pad.",
    },
  },
  damaged_archive: {
    severity: "error",
    en: {
      title: "Damaged .gz file",
      meaning: "The .gz file is damaged or incomplete.",
      example: "users.csv.gz after an interrupted upload",
      resolution: "Compress it again.",
    },
    nl: {
      title: "Beschadigd .gz-bestand",
      meaning: "Het .gz-bestand is beschadigd of onvolledig.",
      example: "users.csv.gz na een afgebroken upload",
      resolution: "Comprimeer het opnieuw.",
    },
  },
  file_too_large: {
    severity: "error",
    en: {
      title: "File too large",
      meaning: "The unpacked file is larger than the limit.",
      example: "a workbook of 20 MB that unpacks to 4 GB",
      resolution: "Split it into several files. The limit for a CSV file is higher than for a workbook.",
    },
    nl: {
      title: "Bestand te groot",
      meaning: "Het uitgepakte bestand is groter dan de limiet.",
      example: "een werkmap van 20 MB die uitgepakt 4 GB is",
      resolution: "Verdeel het over meer bestanden. Voor een CSV-bestand is de limiet hoger dan voor een werkmap.",
    },
  },
  invalid_encoding: {
    severity: "error",
    en: {
      title: "Wrong encoding",
      meaning: "The file is not in the encoding given with --encoding, or switches encoding halfway.",
      example: "--encoding utf-8 for a Windows-1252 file",
      resolution: "Omit --encoding or give the right one, and save the whole file in one encoding.",
    },
    nl: {
      title: "Verkeerde tekencodering",
      meaning: "Het bestand heeft niet de tekencodering van --encoding, of wisselt halverwege van codering.",
      example: "--encoding utf-8 voor een bestand in Windows-1252",
      resolution: "Laat --encoding weg of geef de juiste codering op, en sla het hele bestand in één codering op.",
    },
  },
  assumed_encoding: {
    severity: "warning",
    en: {
      title: "Encoding guessed",
      meaning:
        "The file is not UTF-8 and does not state its encoding. It was read in the most likely one: Windows-1252, ISO-8859-15 or Mac Roman.",
      example: "Müller in a CSV saved by an older Excel",
      resolution:
        "Check names with accents in the result. If they are wrong, give the encoding with --encoding, or save the file as CSV UTF-8.",
    },
    nl: {
      title: "Tekencodering geschat",
      meaning:
        "Het bestand is geen UTF-8 en vermeldt geen tekencodering. Het is gelezen in de waarschijnlijkste: Windows-1252, ISO-8859-15 of Mac Roman.",
      example: "Müller in een CSV van een oudere Excel",
      resolution:
        "Controleer namen met accenten in het resultaat. Kloppen ze niet, geef de codering dan op met --encoding, of sla het bestand op als CSV UTF-8.",
    },
  },
} as const satisfies Record<string, IssueFacts>;
