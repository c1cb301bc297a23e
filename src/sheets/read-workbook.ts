/** An .xlsx workbook -> its worksheets, and the rows of one as a person sees them: dates, percentages and results of formulas as text. */
import { readFile, stat } from "node:fs/promises";
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from "@e965/xlsx";
import { FileRefusal } from "./file-refusal.ts";
import type { Flaw, OpenSheet, ReadRow } from "./file-rows.ts";
import { tooLarge } from "./read-bytes.ts";
import { unzip, ZipTooLarge } from "./zip.ts";

/** Names of the worksheets in the order of the workbook. Throws a FileRefusal. `limit`: bytes, unpacked. */
export async function worksheetNames(path: string, limit: number): Promise<readonly string[]> {
  return (await parse(path, limit, { bookSheets: true })).SheetNames;
}

/** The same; undefined when the workbook cannot be opened: reading it says why. */
export async function worksheetsOf(path: string, limit: number): Promise<readonly string[] | undefined> {
  try {
    return await worksheetNames(path, limit);
  } catch (error) {
    if (error instanceof FileRefusal) return undefined;
    throw error;
  }
}

/** Throws a FileRefusal when the workbook cannot be read. The whole worksheet is in memory while it is read. */
export async function openWorksheet(path: string, worksheet: string, limit: number): Promise<OpenSheet> {
  const options = {
    sheets: worksheet,
    dense: true,
    cellFormula: true,
    cellNF: true,
    cellHTML: false,
    sheetStubs: true,
    nodim: true,
  };
  const sheet = (await parse(path, limit, options)).Sheets[worksheet];
  if (!sheet) throw new FileRefusal("missing_file", `${path} has no worksheet "${worksheet}".`, "Check its name.");
  return { encoding: "Excel workbook", flaws: [], pieces: readPieces(sheet) };
}

/** The parser takes an archive that is unpacked already; its types do not say so. */
type UnpackedParser = { parse_zip(zip: Archive, options: ParsingOptions): WorkBook };
type ArchiveFile = { readonly name: string; readonly type: 2; readonly content: Buffer };
type Archive = {
  readonly FullPaths: string[];
  readonly FileIndex: ArchiveFile[];
};

async function parse(path: string, limit: number, options: ParsingOptions): Promise<WorkBook> {
  const bytes = await readWorkbook(path, limit);
  try {
    const files = unzip(bytes, limit, (name) => /\.(xml|rels)$/i.test(name));
    const parser = (await import("@e965/xlsx")) as unknown as UnpackedParser; // exported, and left out of its types
    const entries = [...files].map(([name, content]) => ({ name, type: 2 as const, content }));
    return parser.parse_zip({ FullPaths: entries.map(({ name }) => name), FileIndex: entries }, options);
  } catch (error) {
    if (error instanceof ZipTooLarge) throw tooLarge(path, limit);
    if (!(error instanceof Error)) throw error;
    throw new FileRefusal(
      "damaged_workbook",
      `${path} cannot be read as a workbook: ${error.message}.`,
      "Open it in a spreadsheet program and save it again as .xlsx.",
    );
  }
}

async function readWorkbook(path: string, limit: number): Promise<Buffer> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts?.isFile())
    throw new FileRefusal("missing_file", `There is no file ${path}.`, "Check the name and the folder.");
  if (facts.size > limit) throw tooLarge(path, limit);
  const bytes = await readFile(path);
  if (bytes.length === 0) throw new FileRefusal("empty_file", `${path} is empty.`, "Save the workbook again.");
  if (bytes.readUInt32BE(0) !== 0x504b0304) throw notAZip(path, bytes);
  return bytes;
}

/** Workbooks with a password and those of Excel 97 have the same outer format; the first name their content. */
function notAZip(path: string, bytes: Buffer): FileRefusal {
  const isCompound = bytes.readUInt32BE(0) === 0xd0cf11e0;
  if (isCompound && bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) {
    return new FileRefusal(
      "encrypted_workbook",
      `${path} is protected with a password.`,
      "Save it without a password.",
    );
  }
  if (isCompound)
    return new FileRefusal("old_workbook", `${path} is a workbook of Excel 97-2003.`, "Save it as .xlsx.");
  return new FileRefusal(
    "damaged_workbook",
    `${path} is not a workbook.`,
    "Open it in a spreadsheet program and save it again as .xlsx.",
  );
}

const piece = 1000;

async function* readPieces(sheet: WorkSheet): AsyncGenerator<readonly ReadRow[]> {
  const rows: (readonly (CellObject | undefined)[] | undefined)[] = sheet["!data"] ?? [];
  const width = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  for (let start = 0; start < rows.length; start += piece) {
    const length = Math.min(piece, rows.length - start); // blank rows are holes, which map() would leave out
    yield Array.from({ length }, (_, index) => toReadRow(rows[start + index] ?? [], start + index + 1, width));
  }
}

function toReadRow(row: readonly (CellObject | undefined)[], number: number, width: number): ReadRow {
  const cells = Array.from({ length: width }, (_, column) => textOf(row[column]));
  return row.some(isUncalculated) ? { row: number, cells, flaws: [uncalculated] } : { row: number, cells };
}

const uncalculated: Flaw = {
  code: "formula_without_result",
  severity: "error",
  message: "The row has a formula without a result: the program that wrote the workbook did not calculate it.",
  hint: "Open the workbook in a spreadsheet program and save it, or write the value itself.",
};

/** The parser calls it an empty cell (`z`), though it has a formula. */
function isUncalculated(cell: CellObject | undefined): boolean {
  return cell?.f !== undefined && (cell.t === "z" || cell.v === undefined);
}

/** What the cell shows. A whole number without a format of its own is given with all its digits: the cell shows 3.12E+11 only because it is narrow. */
function textOf(cell: CellObject | undefined): string {
  if (cell?.v === undefined || cell.t === "z") return "";
  if (cell.t === "n" && cell.z === "General" && Number.isSafeInteger(cell.v)) return String(cell.v);
  return cell.w ?? String(cell.v);
}
