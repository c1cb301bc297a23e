/** How a file was read: as events and summary.json say it to programs, and as people read it. */
import { type Text, text, verbatim } from "./text.ts";

/** Formats of workbooks, as events name them in the place of an encoding. */
export const workbookFormats = {
  excel: "Excel workbook",
  oldExcel: "Excel 97-2003 workbook",
  openDocument: "OpenDocument workbook",
} as const;

const texts: ReadonlyMap<string, Text> = new Map([
  ["comma", text("read_comma")],
  ["semicolon", text("read_semicolon")],
  ["tab", text("read_tab")],
  ["pipe", text("read_pipe")],
  [workbookFormats.excel, text("read_workbook")],
  [workbookFormats.oldExcel, text("read_old_workbook")],
  [workbookFormats.openDocument, text("read_open_document")],
]);

/** An encoding, a format or a delimiter. Names of encodings are the same in every language. */
export function readingText(way: string): Text {
  return texts.get(way) ?? verbatim(way);
}
