/** Formats of workbooks, as events name them in the place of an encoding. */
export const excel = "Excel workbook";
export const oldExcel = "Excel 97-2003 workbook";
export const openDocument = "OpenDocument workbook";
