/** How a file was read: delimiters and formats. The page names them itself, so they are in the part of the catalogue that it carries. */
import { words } from "./wording.ts";

export const readingTexts = {
  read_comma: words("comma", "komma"),
  read_semicolon: words("semicolon", "puntkomma"),
  read_tab: words("tab", "tab"),
  read_pipe: words("pipe", "verticale streep"),
  read_workbook: words("Excel workbook", "Excel-werkmap"),
  read_old_workbook: words("Excel 97-2003 workbook", "Excel 97-2003-werkmap"),
  read_open_document: words("OpenDocument workbook", "OpenDocument-werkmap"),
};
