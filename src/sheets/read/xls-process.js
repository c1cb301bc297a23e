// @ts-check
/** Runs in a process of its own, with the path of a workbook of Excel 97-2003 and perhaps the name of a worksheet as its arguments: tells its parent what is in it, as plain data. In JavaScript, so that it runs as it is from the sources too. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { read, SSF } from "@e965/xlsx";

/**
 * @typedef {{ worksheets: { name: string, isHidden: boolean }[] }} XlsBook
 * @typedef {{ column: number, type: string, value?: string | number | boolean, shown?: string, isDate: boolean, day?: string, hasFormula: boolean }} XlsCell
 * @typedef {{ rows: { row: number, cells: XlsCell[] }[], hidden: number[], merges: { firstRow: number, lastRow: number, column: number }[] }} XlsSheet
 */

/** @returns {XlsBook} */
function readBook(/** @type {Buffer} */ bytes) {
  const { Sheets = [] } = read(bytes, { bookSheets: true, bookProps: false }).Workbook ?? {};
  const { SheetNames } = read(bytes, { bookSheets: true });
  return { worksheets: SheetNames.map((name, index) => ({ name, isHidden: (Sheets[index]?.Hidden ?? 0) > 0 })) };
}

/** Rows go out piece by piece, and are let go of: the largest worksheet that the format holds needs what memory there is. @returns {Promise<XlsSheet>} */
async function readSheet(/** @type {Buffer} */ bytes, /** @type {string} */ name) {
  const book = read(bytes, {
    sheets: name,
    dense: true,
    cellNF: true,
    cellFormula: true,
    cellStyles: true,
    nodim: true,
  });
  const sheet = book.Sheets[name] ?? {};
  /** @type {XlsSheet["rows"]} */
  let rows = [];
  const lines = sheet["!data"] ?? [];
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  for (const [index, line] of lines.entries()) {
    const cells = (line ?? []).flatMap((cell, column) => toCell(cell, column, date1904));
    lines[index] = [];
    if (cells.length > 0) rows.push({ row: index + 1, cells });
    if (rows.length < rowsAtOnce) continue;
    await tell({ rows });
    rows = [];
  }
  const hidden = (sheet["!rows"] ?? []).flatMap((row, index) => (row?.hidden ? [index + 1] : []));
  const merges = (sheet["!merges"] ?? []).map(({ s, e }) => ({ firstRow: s.r + 1, lastRow: e.r + 1, column: s.c }));
  return { rows, hidden, merges };
}

/**
 * @param {import("@e965/xlsx").CellObject | undefined} cell
 * @param {number} column
 * @param {boolean} date1904
 * @returns {XlsCell[]}
 */
function toCell(cell, column, date1904) {
  if (!cell || (cell.t === "z" && cell.f === undefined)) return [];
  const value = cell.v instanceof Date ? undefined : cell.v;
  const format = String(cell.z ?? "General");
  const isPlain = format === "General" || format === "@";
  const isDate = cell.t === "n" && !isPlain && SSF.is_date(format);
  const isDay = isDate && Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2_958_466;
  return [
    {
      column,
      type: cell.t,
      ...(value === undefined ? {} : { value }),
      ...(cell.w === undefined || (cell.t === "n" && isPlain) ? {} : { shown: cell.w }),
      isDate,
      ...(isDay ? { day: SSF.format("yyyy-mm-dd", value, { date1904 }) } : {}),
      hasFormula: cell.f !== undefined,
    },
  ];
}

const rowsAtOnce = 1000;

/** Done when the parent has it. @returns {Promise<void>} */
function tell(/** @type {object} */ answer) {
  return new Promise((resolve, reject) => {
    process.send?.(answer, (/** @type {Error | null} */ error) => (error ? reject(error) : resolve()));
  });
}

const [, , path = "", worksheet] = process.argv;
try {
  const bytes = readFileSync(path);
  await tell({ read: worksheet === undefined ? readBook(bytes) : await readSheet(bytes, worksheet) });
} catch (error) {
  await tell({ trouble: error instanceof Error ? error.message : String(error) });
}
