/** Messages about workbooks, their worksheets, and what programs leave in their cells. */
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type File = { readonly file: string };
type Part = { readonly part: string };

export const workbookTexts = {
  formula_without_result: words(
    "The cell has a formula without a result: the program that wrote the workbook did not calculate it.",
    "De cel heeft een formule zonder uitkomst: het programma dat de werkmap schreef, heeft niet gerekend.",
  ),
  calculate_or_write_value: words(
    "Open the workbook in a spreadsheet program and save it, or write the value itself.",
    "Open de werkmap in een spreadsheetprogramma en sla die op, of vul de waarde zelf in.",
  ),
  formula_shows_error: words(
    ({ value }: { value: string }) => `The cell shows ${value}: its formula returns an error.`,
    ({ value }) => `De cel toont ${value}: de formule geeft een fout.`,
  ),
  cell_is_date: words(
    ({ value }: { value: string }) =>
      `The cell is a date or a time (${value}): the spreadsheet program changed what was typed.`,
    ({ value }) =>
      `De cel is een datum of een tijd (${value}): het spreadsheetprogramma heeft gewijzigd wat is getypt.`,
  ),
  format_as_text_and_write_again: words(
    "Format the column as text, then write the value again.",
    "Geef de kolom de opmaak Tekst en vul de waarde daarna opnieuw in.",
  ),
  number_lost_digits: words(
    ({ digits, kept }: { digits: number; kept: number }) =>
      `The cell is a number of ${digits} digits, and a spreadsheet keeps only ${kept}: the last ones are lost.`,
    ({ digits, kept }) =>
      `De cel is een getal van ${digits} cijfers, en een spreadsheet bewaart er maar ${kept}: de laatste zijn verloren.`,
  ),
  take_from_source_as_text: words(
    "Take the value from its source, and enter it in a cell formatted as text.",
    "Neem de waarde over uit de bron en zet die in een cel met de opmaak Tekst.",
  ),
  worksheet_too_large: words(
    ({ mib }: { mib: number }) => `The worksheet holds more than ${mib} MiB of text, all cells counted.`,
    ({ mib }) => `Het werkblad bevat meer dan ${mib} MiB aan tekst, alle cellen meegeteld.`,
  ),
  split_or_raise_limit: words(
    "Split it into several files, or raise the limit with --max-unpacked on the command line.",
    "Verdeel het over meerdere bestanden, of verhoog de limiet met --max-unpacked op de opdrachtregel.",
  ),
  split_workbook_or_raise_limit: words(
    "Split it into several workbooks, or raise the limit with --max-unpacked on the command line.",
    "Verdeel het over meerdere werkmappen, of verhoog de limiet met --max-unpacked op de opdrachtregel.",
  ),
  value_far_right: words(
    ({ cell }: { cell: string }) => `${cell} has a value, far to the right of the table.`,
    ({ cell }) => `${cell} heeft een waarde, ver rechts van de tabel.`,
  ),
  clear_or_give_header: words(
    "Clear the cell, or give its column a header.",
    "Maak de cel leeg, of geef de kolom een kop.",
  ),
  many_values_far_right: words(
    ({ rows, cell }: { rows: number; cell: string }, { number }) =>
      `More than ${number(rows)} rows have a value far to the right of the table, ${cell} among them.`,
    ({ rows, cell }, { number }) =>
      `Meer dan ${number(rows)} rijen hebben een waarde ver rechts van de tabel, waaronder ${cell}.`,
  ),
  clear_columns_or_give_headers: words(
    "Clear the columns to the right of the table, or give them headers.",
    "Maak de kolommen rechts van de tabel leeg, of geef ze een kop.",
  ),
  cell_merged: words(
    ({ row, value }: { row: number; value: string }) =>
      `The cell is merged with the one in row ${row}, and only that row has the value "${value}".`,
    ({ row, value }) => `De cel is samengevoegd met die in rij ${row}, en alleen die rij heeft de waarde "${value}".`,
  ),
  write_here_or_unmerge: words(
    ({ value }: { value: string }) => `Write "${value}" here too, or unmerge the cells.`,
    ({ value }) => `Vul "${value}" ook hier in, of hef de samenvoeging op.`,
  ),
  rows_hidden: words(
    ({ rows, count }: { rows: readonly number[]; count: number }, { number }) =>
      count === 1
        ? `Row ${rows.join()} is hidden, by a filter or by hand, and was read like all others.`
        : `${number(count)} rows are hidden, by a filter or by hand, and were read like all others: ${rows.join(", ")}${count > rows.length ? "..." : ""}.`,
    ({ rows, count }, { number }) =>
      count === 1
        ? `Rij ${rows.join()} is verborgen, door een filter of met de hand, en is gewoon gelezen.`
        : `${number(count)} rijen zijn verborgen, door een filter of met de hand, en zijn gewoon gelezen: ${rows.join(", ")}${count > rows.length ? "..." : ""}.`,
  ),
  delete_foreign_rows: words(
    "Delete the rows that do not belong to the batch.",
    "Verwijder de rijen die niet bij de batch horen.",
  ),
  rows_repeated: words(
    ({ count, row, most }: { count: number; row: number; most: number }, { number }) =>
      `The worksheet has ${number(count)} rows that repeat the one above, the last of them from row ${row} on; at most ${number(most)} are read.`,
    ({ count, row, most }, { number }) =>
      `Het werkblad heeft ${number(count)} rijen die de rij erboven herhalen, de laatste vanaf rij ${row}; er worden er hoogstens ${number(most)} gelezen.`,
  ),

  worksheet_missing: words(
    ({ file, worksheet }: File & { worksheet: string }) => `${file} has no worksheet "${worksheet}".`,
    ({ file, worksheet }) => `${file} heeft geen werkblad "${worksheet}".`,
  ),
  worksheets_are: words(
    ({ worksheets }: { worksheets: readonly string[] }, { list }) => `It has ${list(worksheets)}.`,
    ({ worksheets }, { list }) => `Wel ${list(worksheets)}.`,
  ),
  not_a_workbook: words(
    ({ file, what }: File & { what: StoredText }, { say }) => `${file} is ${say(what)}, which cannot be read.`,
    ({ file, what }, { say }) => `${file} is ${say(what)}; dat kan niet worden gelezen.`,
  ),
  no_workbook: words(
    ({ file }: File) => `${file} is not a workbook.`,
    ({ file }) => `${file} is geen werkmap.`,
  ),
  save_as_xlsx_or_name_csv: words(
    "Open it in a spreadsheet program and save it as .xlsx. A text file with columns is named .csv or .tsv.",
    "Open het in een spreadsheetprogramma en sla het op als .xlsx. Een tekstbestand met kolommen heet .csv of .tsv.",
  ),
  too_many_worksheets: words(
    ({ file, count, most }: File & { count: number; most: number }) =>
      `${file} has ${count} worksheets; at most ${most} are read.`,
    ({ file, count, most }) => `${file} heeft ${count} werkbladen; er worden er hoogstens ${most} gelezen.`,
  ),
  split_workbook: words("Split it into several workbooks.", "Verdeel het over meerdere werkmappen."),
  workbook_damaged: words(
    ({ file, why }: File & { why: StoredText }, { say }) => `${file} cannot be read as a workbook: ${say(why)}.`,
    ({ file, why }, { say }) => `${file} kan niet als werkmap worden gelezen: ${say(why)}.`,
  ),
  old_workbook_damaged: words(
    ({ file, why }: File & { why: StoredText }, { say }) =>
      `${file} cannot be read as an Excel 97-2003 workbook: ${say(why)}.`,
    ({ file, why }, { say }) => `${file} kan niet als werkmap van Excel 97-2003 worden gelezen: ${say(why)}.`,
  ),
  open_and_save_again: words(
    "Open it in a spreadsheet program and save it again as .xlsx.",
    "Open het in een spreadsheetprogramma en sla het opnieuw op als .xlsx.",
  ),
  save_again: words(
    "Open the workbook in a spreadsheet program and save it again.",
    "Open de werkmap in een spreadsheetprogramma en sla die opnieuw op.",
  ),
  workbook_has_password: words(
    "The workbook is protected with a password.",
    "De werkmap is beveiligd met een wachtwoord.",
  ),
  save_without_password: words("Save it without a password.", "Sla de werkmap op zonder wachtwoord."),
  workbook_has_no_content: words("The workbook has no content.", "De werkmap heeft geen inhoud."),
  workbook_lists_no_worksheets: words(
    "The workbook has no list of worksheets.",
    "De werkmap heeft geen lijst van werkbladen.",
  ),
  rows_out_of_order: words(
    "The rows of the worksheet are not in order.",
    "De rijen van het werkblad staan niet op volgorde.",
  ),
  old_workbook_too_large: words(
    ({ file, mib }: File & { mib: number }) =>
      `${file} is larger than ${mib} MiB, the limit for an Excel 97-2003 workbook.`,
    ({ file, mib }) => `${file} is groter dan ${mib} MiB, de limiet voor een werkmap van Excel 97-2003.`,
  ),
  save_in_larger_format: words(
    "Save it as .xlsx or CSV, which may be larger.",
    "Sla het op als .xlsx of CSV; die mogen groter zijn.",
  ),
  save_in_larger_format_or_raise_limit: words(
    "Save it as .xlsx or CSV, which may be larger, or raise the limit with --max-unpacked on the command line.",
    "Sla het op als .xlsx of CSV; die mogen groter zijn. Of verhoog de limiet met --max-unpacked op de opdrachtregel.",
  ),
  takes_too_long: words("reading it takes too long", "het lezen duurt te lang"),
  takes_too_much_memory: words("reading it takes too much memory", "het lezen kost te veel geheugen"),

  zip_64_missing: words("its ZIP64 directory is missing", "de ZIP64-inhoudsopgave ontbreekt"),
  zip_directory_damaged: words("its directory is damaged", "de inhoudsopgave is beschadigd"),
  zip_directory_too_long: words("its directory is far too long", "de inhoudsopgave is veel te lang"),
  zip_cut_off: words("it is incomplete", "het is onvolledig"),
  zip_encrypted: words("it is encrypted", "het is versleuteld"),
  zip_part_too_long: words(
    ({ part }: Part) => `${part} is longer than the directory says`,
    ({ part }) => `${part} is langer dan de inhoudsopgave zegt`,
  ),
  zip_part_damaged: words(
    ({ part }: Part) => `${part} is incomplete or damaged`,
    ({ part }) => `${part} is onvolledig of beschadigd`,
  ),
  zip_part_packed_otherwise: words(
    ({ part, method }: Part & { method: number }) => `${part} is compressed in an unsupported way (${method})`,
    ({ part, method }) => `${part} is gecomprimeerd op een manier die niet wordt ondersteund (${method})`,
  ),
  zip_part_not_unpacked: words(
    ({ part }: Part) => `${part} cannot be unpacked`,
    ({ part }) => `${part} kan niet worden uitgepakt`,
  ),
  zip_part_elsewhere: words(
    ({ part }: Part) => `${part} is not where the directory says`,
    ({ part }) => `${part} staat niet waar de inhoudsopgave zegt`,
  ),
  xlsx_worksheet_absent: words(
    ({ worksheet }: { worksheet: string }) => `it lists the worksheet "${worksheet}" but does not contain it`,
    ({ worksheet }) => `het werkblad "${worksheet}" wordt genoemd, maar zit er niet in`,
  ),
  xlsx_text_absent: words(
    "a cell refers to a text that it does not contain",
    "een cel verwijst naar een tekst die er niet in zit",
  ),
  xml_not_text: words("it has bytes that are not text", "het heeft bytes die geen tekst zijn"),
};
