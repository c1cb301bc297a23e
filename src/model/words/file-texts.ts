/** Messages about text files: bytes, encoding, delimiter, quotes and header. */
import type { StoredText } from "./wording.ts";
import { onPage, words } from "./wording.ts";

type File = { readonly file: string };
type Row = { readonly row: number };
type Encodings = { readonly told: string; readonly shown: string };

export const fileTexts = {
  file_missing: words(
    ({ file }: File) => `There is no file ${file}.`,
    ({ file }) => `Het bestand ${file} bestaat niet.`,
  ),
  check_name_and_folder: words("Check the name and the folder.", "Controleer de naam en de map."),
  file_cannot_be_opened: words(
    ({ file, code }: File & { code: string }) => `${file} cannot be opened (${code}).`,
    ({ file, code }) => `${file} kan niet worden geopend (${code}).`,
  ),
  check_permissions: words(
    "Check the permissions of the file, and close it in other programs.",
    "Controleer de rechten van het bestand, en sluit het in andere programma's.",
  ),
  file_empty: words(
    ({ file }: File) => `${file} is empty.`,
    ({ file }) => `${file} is leeg.`,
  ),
  export_again_or_remove: words(
    "Export the sheet again, or remove the file from the batch.",
    "Exporteer het blad opnieuw, of haal het bestand uit de batch.",
  ),
  file_too_large: words(
    ({ file, mib }: File & { mib: number }) => `${file} is larger than ${mib} MiB when unpacked.`,
    ({ file, mib }) => `${file} is uitgepakt groter dan ${mib} MiB.`,
  ),
  split_file: words("Split it into several files.", "Verdeel het over meerdere bestanden."),
  not_compressed: words(
    ({ file }: File) => `${file} is not compressed with gzip, although its name ends in .gz.`,
    ({ file }) => `${file} is niet met gzip gecomprimeerd, hoewel de naam op .gz eindigt.`,
  ),
  rename_or_compress: words(
    ({ name }: { name: string }) => `Rename it to ${name}, or compress it.`,
    ({ name }) => `Noem het ${name}, of comprimeer het.`,
  ),
  archive_damaged: words(
    ({ file }: File) => `${file} cannot be unpacked: it is damaged or incomplete.`,
    ({ file }) => `${file} kan niet worden uitgepakt: het is beschadigd of onvolledig.`,
  ),
  compress_again: words("Compress it again.", "Comprimeer het opnieuw."),
  not_a_regular_file: words(
    ({ file, what }: File & { what: StoredText }, { say }) =>
      `${file} is ${say(what)}, not a regular file; it was not opened.`,
    ({ file, what }, { say }) => `${file} is ${say(what)}, geen gewoon bestand; het is niet geopend.`,
  ),
  put_file_there: words("Put the file itself at this path.", "Zet het bestand zelf op dit pad."),
  not_a_text_file: words(
    ({ file, what }: File & { what: StoredText }, { say }) => `${file} is not a text file but ${say(what)}.`,
    ({ file, what }, { say }) => `${file} is geen tekstbestand maar ${say(what)}.`,
  ),
  save_as_csv_or_rename: words(
    "Save it as CSV UTF-8 in the program it belongs to, or give it the extension that matches its content.",
    "Sla het in het bijbehorende programma op als CSV UTF-8, of geef het de extensie die bij de inhoud past.",
  ),
  compressed_twice: words(
    "It was compressed twice: unpack it once.",
    "Het is twee keer gecomprimeerd: pak het één keer uit.",
  ),
  rename_to: words(
    ({ name }: { name: string }) => `Rename it to ${name}.`,
    ({ name }) => `Noem het ${name}.`,
  ),

  encoding_assumed: words(
    ({ shown }: { shown: string }) =>
      `The file is not UTF-8 and does not state its encoding; it was read as ${shown}, the most likely one.`,
    ({ shown }) =>
      `Het bestand is geen UTF-8 en vermeldt geen tekencodering; het is gelezen als ${shown}, de waarschijnlijkste.`,
  ),
  check_accents: onPage(
    words(
      "Check names with accents. If they are wrong, give the encoding with --encoding, or save the file as CSV UTF-8.",
      "Controleer namen met accenten. Kloppen ze niet, geef de tekencodering dan op met --encoding, of sla het bestand op als CSV UTF-8.",
    ),
    words(
      'Check names with accents. If they are wrong, choose another encoding under "Read as" in the upload, or save the file as CSV UTF-8 and upload it again.',
      'Controleer namen met accenten. Kloppen ze niet, kies dan bij de upload onder "Gelezen als" een andere tekencodering, of sla het bestand op als CSV UTF-8 en upload het opnieuw.',
    ),
  ),
  encoding_overruled: words(
    ({ told, shown }: Encodings) =>
      `The file was read as ${shown} and not as ${told}: its content clearly is ${shown}.`,
    ({ told, shown }) => `Het bestand is gelezen als ${shown} en niet als ${told}: de inhoud is duidelijk ${shown}.`,
  ),
  omit_encoding_here: onPage(
    words(
      ({ encoding }: { encoding: string }) =>
        `Omit --encoding for this file. If you meant it for other files, name them: --encoding FILE=${encoding}.`,
      ({ encoding }) =>
        `Laat --encoding weg voor dit bestand. Bedoelde u het voor andere bestanden, noem die dan: --encoding BESTAND=${encoding}.`,
    ),
    words(
      () => 'The choice under "Read as" in the upload is not needed for this file.',
      () => 'De keuze bij de upload onder "Gelezen als" is voor dit bestand niet nodig.',
    ),
  ),
  not_in_encoding: words(
    ({ file, told }: File & { told: string }) =>
      `${file} is not in ${told}: most of its accented letters would make no sense.`,
    ({ file, told }) => `${file} is geen ${told}: de meeste letters met accenten zouden niet kloppen.`,
  ),
  omit_encoding_or_correct: onPage(
    words(
      "Omit --encoding for this file, or give the right one.",
      "Laat --encoding weg voor dit bestand, of geef de juiste codering op.",
    ),
    words(
      'Choose another encoding under "Read as" in the upload.',
      'Kies bij de upload onder "Gelezen als" een andere tekencodering.',
    ),
  ),
  encodings_mixed: words(
    ({ file, encoding, row }: File & Row & { encoding: string }) =>
      `${file} starts in ${encoding} and is UTF-8 from row ${row} on: two texts in different encodings were joined.`,
    ({ file, encoding, row }) =>
      `${file} begint in ${encoding} en is vanaf rij ${row} UTF-8: twee teksten in verschillende coderingen zijn samengevoegd.`,
  ),
  join_in_one_encoding: words(
    "Save both parts in one encoding, preferably CSV UTF-8, and join them again.",
    "Sla beide delen op in één tekencodering, liefst CSV UTF-8, en voeg ze opnieuw samen.",
  ),
  unknown_encoding: words(
    ({ name }: { name: string }) => `There is no encoding "${name}".`,
    ({ name }) => `De tekencodering "${name}" bestaat niet.`,
  ),
  use_encoding: words(
    ({ names }: { names: readonly string[] }) =>
      `Use ${names.join(", ")} or another name from the WHATWG encoding standard. For one file only: --encoding users.csv=NAME.`,
    ({ names }) =>
      `Gebruik ${names.join(", ")} of een andere naam uit de WHATWG Encoding Standard. Voor één bestand: --encoding users.csv=NAAM.`,
  ),
  did_you_mean_encoding: words(
    ({ meant, use }: { meant: string; use: StoredText }, { say }) => `Did you mean "${meant}"? ${say(use)}`,
    ({ meant, use }, { say }) => `Bedoelde u "${meant}"? ${say(use)}`,
  ),
  no_encoding_for_file: words(
    ({ value }: { value: string }) => `"${value}" does not name an encoding for a file.`,
    ({ value }) => `"${value}" noemt geen tekencodering voor een bestand.`,
  ),
  write_encoding_flag: words(
    "Write --encoding users.csv=shift_jis, or --encoding NAME for all files.",
    "Schrijf --encoding users.csv=shift_jis, of --encoding NAAM voor alle bestanden.",
  ),
  two_encodings_for_all: words(
    ({ encodings }: { encodings: readonly string[] }, { list }) =>
      `--encoding names two encodings for all files: ${list(encodings)}.`,
    ({ encodings }, { list }) => `--encoding noemt twee tekencoderingen voor alle bestanden: ${list(encodings)}.`,
  ),
  two_encodings_for_file: words(
    ({ file, encodings }: File & { encodings: readonly string[] }, { list }) =>
      `--encoding names two encodings for ${file}: ${list(encodings)}.`,
    ({ file, encodings }, { list }) => `--encoding noemt twee tekencoderingen voor ${file}: ${list(encodings)}.`,
  ),
  give_one_encoding: words(
    "Give one. For some files only, name them: --encoding users.csv=NAME.",
    "Geef er één op. Geldt een codering voor bepaalde bestanden, noem die dan: --encoding users.csv=NAAM.",
  ),
  encoding_for_workbook: words(
    ({ file }: File) => `${file} is a workbook, which states its encoding itself.`,
    ({ file }) => `${file} is een werkmap; die vermeldt zelf de tekencodering.`,
  ),
  omit_encoding: words(
    ({ flag }: { flag: string }) => `Omit --encoding ${flag}.`,
    ({ flag }) => `Laat --encoding ${flag} weg.`,
  ),
  encoding_for_no_file: words(
    ({ file, encoding }: File & { encoding: string }) =>
      `--encoding ${file}=${encoding}: the batch has no file ${file}.`,
    ({ file, encoding }) => `--encoding ${file}=${encoding}: de batch heeft geen bestand ${file}.`,
  ),
  text_files_of_batch: words(
    ({ files, more }: { files: readonly string[]; more: number }) =>
      files.length === 0
        ? "The batch has no text files."
        : `The text files in the batch are ${files.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
    ({ files, more }) =>
      files.length === 0
        ? "De batch heeft geen tekstbestanden."
        : `De tekstbestanden in de batch zijn ${files.join(", ")}${more > 0 ? ` en nog ${more}` : ""}.`,
  ),

  not_a_delimiter: words(
    ({ value }: { value: string }) => `"${value}" cannot be a delimiter.`,
    ({ value }) => `"${value}" kan geen scheidingsteken zijn.`,
  ),
  use_delimiter: words(
    "Use one character, or comma, semicolon, tab or pipe.",
    "Geef één teken op, of comma, semicolon, tab of pipe.",
  ),
  quote_not_closed: words(
    ({ row }: Row) => `A double quote opens in row ${row} and is never closed.`,
    ({ row }) => `In rij ${row} begint een dubbel aanhalingsteken dat nergens wordt gesloten.`,
  ),
  close_or_double_quote: words(
    "Close it, or double it if it is part of the text.",
    "Sluit het, of verdubbel het als het bij de tekst hoort.",
  ),
  row_without_end: words(
    ({ file, row }: File & Row) => `Row ${row} of ${file} does not end within 16 MiB.`,
    ({ file, row }) => `Rij ${row} van ${file} heeft binnen 16 MiB geen einde.`,
  ),
  check_line_ends: words(
    "Check the line ends of the file: no row of a sheet is that large.",
    "Controleer de regeleinden van het bestand: zo groot is geen enkele rij van een blad.",
  ),
  row_too_large: words(
    "The row is larger than 4 MiB; its end was not read.",
    "De rij is groter dan 4 MiB; het einde is niet gelezen.",
  ),
  text_after_quote: words(
    "A cell continues after its closing quote.",
    "Een cel gaat door na het sluitende aanhalingsteken.",
  ),
  double_quotes_of_text: words(
    'Double the quotes that are part of the text: """Acme"" B.V.".',
    'Verdubbel de aanhalingstekens die bij de tekst horen: """Acme"" B.V.".',
  ),
  space_before_quote: words(
    "The space before the quote that opens a cell was ignored. (Reported once per file.)",
    "De spatie vóór het aanhalingsteken aan het begin van een cel is genegeerd. (Wordt één keer per bestand gemeld.)",
  ),
  drop_space_before_quote: words(
    "Remove the space between the delimiter and the quote.",
    "Verwijder de spatie tussen het scheidingsteken en het aanhalingsteken.",
  ),
  line_quoted_as_a_whole: words(
    "The whole line is in one pair of quotes; the cells inside it were read. (Reported once per file.)",
    "De hele regel staat tussen één paar aanhalingstekens; de cellen daarbinnen zijn gelezen. (Wordt één keer per bestand gemeld.)",
  ),
  import_with_delimiter: words(
    "A spreadsheet program that expects another delimiter saved the file like this. Import the text there with the right delimiter, and save it again.",
    "Een spreadsheetprogramma dat een ander scheidingsteken verwacht, heeft het bestand zo opgeslagen. Importeer de tekst daar met het juiste scheidingsteken en sla die opnieuw op.",
  ),
  delimiters_at_line_end: words(
    "Every line ends with delimiters of another kind, which were ignored.",
    "Elke regel eindigt op scheidingstekens van een andere soort; die zijn genegeerd.",
  ),

  no_rows: words("The sheet has a header but no rows.", "Het blad heeft een kopregel maar geen rijen."),
  nothing_to_do_unless_rows: words(
    "Nothing to do, unless you expected rows.",
    "U hoeft niets te doen, tenzij u rijen verwachtte.",
  ),
  value_without_header: words(
    ({ row }: Row) => `Row ${row} has a value in a column without a header; such columns are not imported.`,
    ({ row }) => `Rij ${row} heeft een waarde in een kolom zonder kop; zo'n kolom wordt niet geïmporteerd.`,
  ),
  give_header_or_clear: words(
    "Give the column a header, or clear its cells.",
    "Geef de kolom een kop, of maak de cellen leeg.",
  ),
  rows_above_header: words(
    ({ row, above }: Row & { above: string }) => `The header is in row ${row}; what is above it was skipped: ${above}.`,
    ({ row, above }) => `De kopregel is rij ${row}; wat erboven staat, is overgeslagen: ${above}.`,
  ),
  check_header_row: words(
    "Nothing to do if that is the header. Otherwise put the column names in the first row.",
    "U hoeft niets te doen als dat de kopregel is. Zet anders de kolomnamen in de eerste rij.",
  ),
  no_header: words(
    ({ file, rows, sheet, shown }: File & { rows: number; sheet: string; shown: string }) =>
      `${file} has no header: none of its first ${rows} rows names a column of ${sheet}. It starts with: ${shown}`,
    ({ file, rows, sheet, shown }) =>
      `${file} heeft geen kopregel: in de eerste ${rows} rijen staat geen kolom van ${sheet}. Het begint met: ${shown}`,
  ),
  name_delimiter: onPage(
    words(
      ({ delimiter }: { delimiter: string }) =>
        `The cells seem to be separated by "${delimiter}". Give it with --delimiter "${delimiter}", or save the file as CSV UTF-8.`,
      ({ delimiter }) =>
        `De cellen lijken gescheiden door "${delimiter}". Geef dat op met --delimiter "${delimiter}", of sla het bestand op als CSV UTF-8.`,
    ),
    words(
      ({ delimiter }) =>
        `The cells seem to be separated by "${delimiter}". Save the file as CSV UTF-8 and upload it again.`,
      ({ delimiter }) =>
        `De cellen lijken gescheiden door "${delimiter}". Sla het bestand op als CSV UTF-8 en upload het opnieuw.`,
    ),
  ),
  put_names_in_first_row: words(
    ({ columns }: { columns: readonly string[] }) => `Put the column names in the first row: ${columns.join(", ")}...`,
    ({ columns }) => `Zet de kolomnamen in de eerste rij: ${columns.join(", ")}...`,
  ),
  column_missing: words(
    ({ file, column, sheet }: File & { column: string; sheet: string }) =>
      `${file} has no column ${column}, which every row of ${sheet} needs.`,
    ({ file, column, sheet }) => `${file} heeft geen kolom ${column}, die voor elke rij van ${sheet} nodig is.`,
  ),
  rename_near_column: words(
    ({ near, column }: { near: string; column: string }) => `Is it the column "${near}"? Then rename it to ${column}.`,
    ({ near, column }) => `Is het de kolom "${near}"? Noem die dan ${column}.`,
  ),
  add_column: words(
    ({ column }: { column: string }) => `Add a column ${column}.`,
    ({ column }) => `Voeg een kolom ${column} toe.`,
  ),
  columns_repeated: words(
    ({ file, count, column, written }: File & { count: number; column: string; written: string }) =>
      `${file} has ${count} columns for ${column}: ${written}.`,
    ({ file, count, column, written }) => `${file} heeft ${count} kolommen voor ${column}: ${written}.`,
  ),
  keep_one_column: words(
    "Keep one of them, and remove or rename the others.",
    "Houd er één over, en verwijder of hernoem de andere.",
  ),
  columns_unknown: words(
    ({ file, count, names }: File & { count: number; names: string }) =>
      count === 1
        ? `${file} has an unknown column, which is kept but not imported: ${names}.`
        : `${file} has ${count} unknown columns, which are kept but not imported: ${names}.`,
    ({ file, count, names }) =>
      count === 1
        ? `${file} heeft een onbekende kolom, die blijft staan maar niet wordt geïmporteerd: ${names}.`
        : `${file} heeft ${count} onbekende kolommen, die blijven staan maar niet worden geïmporteerd: ${names}.`,
  ),
  did_you_mean_columns: words(
    ({ guesses }: { guesses: readonly { header: string; column: string }[] }) =>
      `Did you mean ${guesses.map(({ header, column }) => `${column} instead of "${header}"`).join(", ")}?`,
    ({ guesses }) =>
      `Bedoelde u ${guesses.map(({ header, column }) => `${column} in plaats van "${header}"`).join(", ")}?`,
  ),
  rename_if_known: words(
    "Rename the column if you meant one that is known.",
    "Hernoem de kolom als u een bekende kolom bedoelde.",
  ),

  objects_bad_value: words(
    ({ at, name }: { at: string; name: string }) =>
      `${at}: the value of "${name}" is not a text, number, boolean or list of texts.`,
    ({ at, name }) => `${at}: de waarde van "${name}" is geen tekst, getal, boolean of lijst van teksten.`,
  ),
  objects_give_text: words(
    "Give the text that the cell of a sheet would have.",
    "Geef de tekst die in de cel van een blad zou staan.",
  ),
  objects_late_name: words(
    ({ at, name, rows }: { at: string; name: string; rows: number }) =>
      `${at} has "${name}", which none of the first ${rows} rows has.`,
    ({ at, name, rows }) => `${at} heeft "${name}", dat in geen van de eerste ${rows} rijen staat.`,
  ),
  objects_same_names: words(
    "Give all rows the same names, with an empty text where there is no value.",
    "Geef alle rijen dezelfde namen, met een lege tekst waar geen waarde is.",
  ),
};
