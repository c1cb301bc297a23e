/** Messages about the files and worksheets of a batch: found, named after a sheet, or not read. */
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type File = { readonly file: string };
type Sheets = { readonly sheets: readonly string[] };
type Flag = { readonly flag: string };
type LeftOut = { readonly file: string; readonly message: StoredText; readonly hint?: StoredText };

export const inputTexts = {
  a_folder: words("a folder", "een map"),
  a_pipe: words("a pipe", "een pipe"),
  a_socket: words("a socket", "een socket"),
  a_device: words("a device", "een apparaat"),
  a_zip_file: words("a workbook or another ZIP archive", "een werkmap of een ander ZIP-archief"),
  an_empty_zip_file: words("an empty ZIP archive", "een leeg ZIP-archief"),
  an_old_office_file: words("an old Office file", "een oud Office-bestand"),
  a_gzip_file: words("a file compressed with gzip", "een met gzip gecomprimeerd bestand"),
  a_pdf: words("a PDF", "een pdf"),
  a_picture: words("a picture", "een afbeelding"),
  a_program: words("a program", "een programma"),
  a_database: words("a database", "een database"),
  a_rich_text: words("a formatted document (RTF)", "een opgemaakt document (RTF)"),
  binary_data: words("binary data", "binaire gegevens"),
  utf_32: words("UTF-32, which no spreadsheet program writes", "UTF-32, dat geen spreadsheetprogramma schrijft"),
  a_markup_file: words("a web page or another file with tags", "een webpagina of een ander bestand met tags"),
  a_web_page: words("a web page (HTML)", "een webpagina (HTML)"),
  an_xml_file: words("an XML file", "een XML-bestand"),
  an_archive: words("an archive", "een archief"),
  a_numbers_document: words("an Apple Numbers document", "een document van Apple Numbers"),
  a_binary_workbook: words("a binary workbook (.xlsb)", "een binaire werkmap (.xlsb)"),
  a_workbook_template: words("a workbook template", "een sjabloon voor werkmappen"),
  an_unsupported_workbook: words("a workbook of an unsupported kind", "een soort werkmap die niet wordt ondersteund"),
  a_compressed_workbook: words("a compressed workbook", "een gecomprimeerde werkmap"),
  no_table: words("not a table of rows and columns", "geen tabel met rijen en kolommen"),
  an_archive_without_workbook: words("a ZIP archive without a workbook in it", "een ZIP-archief zonder werkmap erin"),

  unpack_first: words("Unpack it first.", "Pak het eerst uit."),
  export_as_xlsx_or_csv: words("Export it as .xlsx or CSV.", "Exporteer het als .xlsx of CSV."),
  export_as_csv: words("Export it as CSV.", "Exporteer het als CSV."),
  export_tables_as_csv: words("Export its tables as CSV.", "Exporteer de tabellen als CSV."),
  save_as_xlsx: words("Save it as .xlsx.", "Sla het op als .xlsx."),
  save_as_xlsx_or_csv: words("Save it as .xlsx or CSV.", "Sla het op als .xlsx of CSV."),
  open_and_save_as_xlsx: words(
    "Open it in a spreadsheet program and save it as .xlsx.",
    "Open het in een spreadsheetprogramma en sla het op als .xlsx.",
  ),
  open_and_save_as_xlsx_or_csv: words(
    "Open it in a spreadsheet program and save it as .xlsx or CSV.",
    "Open het in een spreadsheetprogramma en sla het op als .xlsx of CSV.",
  ),
  save_or_move_elsewhere: words(
    "Save it as .csv or .xlsx, or move it elsewhere.",
    "Sla het op als .csv of .xlsx, of zet het ergens anders.",
  ),

  file_not_read: words(
    ({ why }: { why: StoredText }, { say }) => `This file was not read: ${say(why)}`,
    ({ why }, { say }) => `Dit bestand is niet gelezen: ${say(why)}`,
  ),
  worksheet_not_read: words(
    ({ why }: { why: StoredText }, { say }) => `This worksheet was not read: ${say(why)}`,
    ({ why }, { say }) => `Dit werkblad is niet gelezen: ${say(why)}`,
  ),
  it_is: words(
    ({ what }: { what: StoredText }, { say }) => `it is ${say(what)}.`,
    ({ what }, { say }) => `het is ${say(what)}.`,
  ),
  it_is_irregular: words(
    ({ what }: { what: StoredText }, { say }) => `it is ${say(what)}, not a regular file.`,
    ({ what }, { say }) => `het is ${say(what)}, geen gewoon bestand.`,
  ),
  name_without_extension: words("its name has no extension.", "de naam heeft geen extensie."),
  extension_not_read: words(
    ({ extension }: { extension: string }) => `files with the extension ${extension} are not supported.`,
    ({ extension }) => `bestanden met de extensie ${extension} worden niet ondersteund.`,
  ),
  name_of_no_sheet: words("its name does not say which sheet it is.", "de naam zegt niet welk blad het is."),
  worksheet_is_hidden: words(
    "it is hidden, and hidden worksheets are never imported.",
    "het is verborgen, en verborgen werkbladen worden nooit geïmporteerd.",
  ),
  worksheet_of_notes: words(
    "judging by its name it is a summary or an instruction.",
    "aan de naam te zien is het een overzicht of een instructie.",
  ),
  name_after_sheet: words(
    ({ sheets, flag }: Sheets & Flag, { choice }) =>
      `Name it after its sheet (${choice(sheets)}), or say which it is: ${flag}`,
    ({ sheets, flag }, { choice }) =>
      `Noem het naar het blad (${choice(sheets)}), of geef aan welk blad het is: ${flag}`,
  ),
  unhide_or_delete: words(
    "Unhide it if it belongs to the batch; otherwise delete it.",
    "Maak het zichtbaar als het bij de batch hoort; verwijder het anders.",
  ),
  if_rows_rename_worksheet: words(
    ({ sheets, flag }: Sheets & Flag, { choice }) =>
      `If it has rows of the batch, name it after its sheet (${choice(sheets)}), or say which it is: ${flag}`,
    ({ sheets, flag }, { choice }) =>
      `Staan er rijen van de batch op, noem het dan naar het blad (${choice(sheets)}), of geef aan welk blad het is: ${flag}`,
  ),
  worksheet_told_is_hidden: words(
    ({ file, worksheet }: File & { worksheet: string }) =>
      `The worksheet "${worksheet}" of ${file} is hidden, and hidden worksheets are never imported.`,
    ({ file, worksheet }) =>
      `Het werkblad "${worksheet}" van ${file} is verborgen, en verborgen werkbladen worden nooit geïmporteerd.`,
  ),
  unhide_and_save: words(
    "Unhide it in a spreadsheet program and save the workbook.",
    "Maak het zichtbaar in een spreadsheetprogramma en sla de werkmap op.",
  ),
  several_worksheets: words(
    ({ file, worksheets, sheet }: File & { worksheets: readonly string[]; sheet: string }, { list }) =>
      `${file} has several worksheets with values (${list(worksheets)}), and none of them is named ${sheet}.`,
    ({ file, worksheets, sheet }, { list }) =>
      `${file} heeft meerdere werkbladen met waarden (${list(worksheets)}), en geen ervan heet ${sheet}.`,
  ),
  say_which_worksheet: words(
    ({ flag }: Flag) => `Say which one it is: ${flag}`,
    ({ flag }) => `Geef aan welk werkblad het is: ${flag}`,
  ),
  web_page_as_text: words(
    ({ file }: File) => `${file} is a web page (HTML), not a text file.`,
    ({ file }) => `${file} is een webpagina (HTML), geen tekstbestand.`,
  ),
  standard_input_of_no_sheet: words(
    "Standard input (-) does not say which sheet it is.",
    "Bij standaardinvoer (-) is niet bekend welk blad het is.",
  ),
  name_sheet_of_standard_input: words(
    ({ sheets }: Sheets, { choice }) => `Name the sheet: --sheet users=- (or ${choice(sheets)}).`,
    ({ sheets }, { choice }) => `Noem het blad: --sheet users=- (of ${choice(sheets)}).`,
  ),
  no_file_or_folder: words(
    ({ file }: File) => `There is no file or folder ${file}.`,
    ({ file }) => `Het bestand of de map ${file} bestaat niet.`,
  ),
  check_name_and_working_folder: words(
    "Check the name, and the folder in which you run the command.",
    "Controleer de naam, en de map waarin u de opdracht uitvoert.",
  ),
  file_named_after_no_sheet: words(
    ({ file }: File) => `The name of ${file} does not say which sheet it is.`,
    ({ file }) => `De naam van ${file} zegt niet welk blad het is.`,
  ),
  input_not_read: words(
    ({ file, message }: File & { message: StoredText }, { say }) => `${file}: ${say(message)}`,
    ({ file, message }, { say }) => `${file}: ${say(message)}`,
  ),
  no_worksheet_of_ours: words(
    ({ file, worksheets }: File & { worksheets: readonly string[] }, { list }) =>
      `${file} has no worksheet with the name of a sheet; it has ${list(worksheets)}.`,
    ({ file, worksheets }, { list }) =>
      `${file} heeft geen werkblad met de naam van een blad; wel ${list(worksheets)}.`,
  ),
  name_worksheets: words(
    ({ sheets, flag }: Sheets & Flag, { choice }) =>
      `Name the worksheets ${choice(sheets)}, or say which one it is: ${flag}`,
    ({ sheets, flag }, { choice }) => `Noem de werkbladen ${choice(sheets)}, of geef aan welk werkblad het is: ${flag}`,
  ),
  no_sheet_in_input: words(
    ({ inputs }: { inputs: readonly string[] }) => `There is no sheet in ${inputs.join(", ")}.`,
    ({ inputs }) => `Er is geen blad in ${inputs.join(", ")}.`,
  ),
  looked_for_sheets: words(
    ({ names, leftOut, more }: { names: readonly string[]; leftOut: readonly LeftOut[]; more: number }, { say }) =>
      [
        `Looked for ${names.join(", ")} (also .tsv, .txt and .csv.gz; Dutch names too) and for .xlsx, .xlsm, .ods and .xls workbooks with worksheets of those names.`,
        ...leftOut.map((each) => `${each.file}: ${say(each.message)}${each.hint ? ` ${say(each.hint)}` : ""}`),
        ...(more > 0 ? [`And ${more} more.`] : []),
      ].join(" "),
    ({ names, leftOut, more }, { say }) =>
      [
        `Gezocht is naar ${names.join(", ")} (ook .tsv, .txt en .csv.gz; ook met Nederlandse namen) en naar werkmappen (.xlsx, .xlsm, .ods of .xls) met werkbladen die zo heten.`,
        ...leftOut.map((each) => `${each.file}: ${say(each.message)}${each.hint ? ` ${say(each.hint)}` : ""}`),
        ...(more > 0 ? [`En nog ${more}.`] : []),
      ].join(" "),
  ),
};
