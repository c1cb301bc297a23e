/** Problems of a file as a whole. They stand at row 0 of the file; errors refuse it. Data for `explain` and the documentation. */
import type { IssueFacts } from "./issue-facts.ts";

export const fileIssueCodes = {
  missing_file: {
    title: "File not found",
    meaning: "A file named on the command line does not exist or cannot be opened.",
    example: "validate users-2.csv, and there is only users.csv",
    wayOut: "Check the name and the folder, and who may read it.",
  },
  empty_file: {
    title: "Empty file",
    meaning: "The file has no bytes, or nothing but blank rows.",
    example: "users.csv of 0 bytes",
    wayOut: "Export the sheet again, or take the file out of the batch.",
  },
  no_header: {
    title: "No header",
    meaning:
      "None of the cells of the first row is a column that we know: the file has no header, or belongs to another sheet.",
    example: "ACME-1,Acme,it@acme.example.com in the first row",
    wayOut: "Put the names of the columns in the first row; wholesale-import schema <sheet> lists them.",
  },
  missing_column: {
    title: "Column missing",
    meaning: "The header lacks a column that every row of this sheet needs.",
    example: "users.csv without email",
    wayOut: "Add the column, or give its header a name that we know.",
  },
  duplicate_column: {
    title: "Two columns for one field",
    meaning: "Two headers mean the same field, so that we cannot know which cell counts.",
    example: "email and E-mailadres in one file",
    wayOut: "Take one of the columns out, or rename it.",
  },
  unknown_column: {
    title: "Unknown column",
    meaning: "A header that we do not know. Its cells are kept in failed/ and on the page, and otherwise not used.",
    example: "Telefon, where phone_number is meant",
    wayOut: "Rename it when it was meant as one of our columns; else leave it.",
  },
  data_without_header: {
    title: "Cells without a header",
    meaning: "A column has values and no name. They are not used.",
    example: "a remark in the column behind the last header",
    wayOut: "Give the column a header, or clear its cells.",
  },
  no_rows: {
    title: "No rows",
    meaning: "The sheet has a header and no rows under it. That is allowed.",
    example: "locations.csv with its header only",
    wayOut: "Nothing, unless rows were expected.",
  },
  open_quote: {
    title: "Quote not closed",
    meaning: "A double quote opens a cell and nothing closes it, so that the rest of the file is one cell.",
    example: '"Acme, Amsterdam without the second quote',
    wayOut: "Close the quote in the row that is named, or double it when it belongs to the text.",
  },
  binary_content: {
    title: "Not a text file",
    meaning: "The file has the content of a program, an archive or a picture, whatever its name says.",
    example: "a workbook renamed to users.csv",
    wayOut: "Save it as CSV, or give it the ending that fits its content.",
  },
  encrypted_workbook: {
    title: "Workbook with a password",
    meaning: "The workbook is protected with a password and cannot be read.",
    example: "batch.xlsx that asks for a password when opened",
    wayOut: "Save it without a password.",
  },
  damaged_workbook: {
    title: "Workbook cannot be read",
    meaning: "The workbook is damaged, or is none.",
    example: "a download that broke off",
    wayOut: "Open it in the spreadsheet program and save it again as .xlsx.",
  },
  old_workbook: {
    title: "Workbook of an old format",
    meaning: "The file is a workbook of Excel 97-2003 (.xls).",
    example: "batch.xls renamed to batch.xlsx",
    wayOut: "Save it as .xlsx.",
  },
  damaged_archive: {
    title: "Compressed file cannot be read",
    meaning: "The .gz file is damaged or incomplete.",
    example: "users.csv.gz whose upload broke off",
    wayOut: "Compress it again.",
  },
  file_too_large: {
    title: "File too large",
    meaning: "The file, unpacked, is larger than the limit.",
    example: "a workbook of 20 MB that unpacks to 4 GB",
    wayOut: "Divide it over several files; a CSV may be larger than a workbook.",
  },
  invalid_encoding: {
    title: "Encoding does not fit",
    meaning: "The file is not in the encoding that was named.",
    example: "--encoding utf-8 for a file of Windows-1252",
    wayOut: "Leave --encoding out, or name the right one.",
  },
  assumed_encoding: {
    title: "Encoding assumed",
    meaning: "The file is not UTF-8 and does not say what it is. It was read as Windows-1252.",
    example: "Müller saved by an older Excel as CSV",
    wayOut:
      "Look at names with accents in the result. If they are wrong, name the encoding with --encoding, or save as CSV UTF-8.",
  },
} as const satisfies Record<string, IssueFacts>;
