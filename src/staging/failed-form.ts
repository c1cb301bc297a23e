/** In which form a person has corrected the rows of failed/: the workbook or the CSV files. Reads no row. */

import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { correctionWorkbook, type SheetName } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { type Text, text } from "../model/words/text.ts";
import { digestOf } from "../report/files/failed-folder.ts";
import { type KnownFile, readKnownFiles, readRunIdOf, summaryName } from "../report/files/summary-json.ts";
import { defaultReadLimits, type ReadLimits } from "../sheets/read/source-file.ts";
import { lookIntoWorkbook } from "../sheets/read/worksheets.ts";
import { sheetOfName } from "../sheets/sheet-names.ts";

export type FilesOfSheets = Partial<Record<SheetName, readonly string[]>>;

export type FailedForm = {
  /** The folder in which failed/ lies: that of the run, or that of its copies. */
  readonly folder: string;
  /** What to read, as the arguments of a batch. */
  readonly inputs: readonly string[];
  readonly sheets?: FilesOfSheets;
  /** Files of that form that a person has changed, as people call them: `failed/users.csv`. */
  readonly edited: readonly string[];
  /** For people, where there was a choice: which form was taken, and why. */
  readonly note?: Text;
};

/**
 * Those of a run folder, or the copies of them in one of `copies` where these were edited; without inputs where no row was
 * refused. Throws UserError when more than one form was edited.
 */
export async function findFailedForm(
  runFolder: string,
  copies: readonly string[] = [],
  limits: ReadLimits = defaultReadLimits,
): Promise<FailedForm> {
  const own = await findFormIn(runFolder, limits);
  const edited: FailedForm[] = [];
  for (const copy of copies) {
    const isOfRun = (await readRunIdOf(join(copy, summaryName))) === basename(runFolder);
    const form = isOfRun && copy !== runFolder ? await findFormIn(copy, limits) : own;
    if (form !== own && form.edited.length > 0) edited.push(form);
  }
  const [copy] = edited;
  if (!copy) return own;
  const locations = edited.flatMap((form) => form.edited.map((name) => join(form.folder, name)));
  if (own.edited.length > 0 || edited.length > 1) throw bothEdited(runFolder, own.edited, locations);
  return { ...copy, note: text("corrections_from", { files: locations }) };
}

/** `leftOut`: resolved paths of the form that is not read; `sheets`: what is read of it all the same. */
export type ChosenForms = {
  readonly leftOut: ReadonlySet<string>;
  readonly sheets: FilesOfSheets;
  readonly notes: readonly Text[];
};

/**
 * Of the arguments of a batch, those that are a folder failed/ with both forms: the rows stand in it twice, and the form
 * that was edited is read. Throws UserError when both were, and when it cannot be told which.
 */
export async function chooseForms(
  inputs: readonly string[],
  limits: ReadLimits = defaultReadLimits,
): Promise<ChosenForms> {
  const leftOut = new Set<string>();
  const notes: Text[] = [];
  let sheets: FilesOfSheets = {};
  for (const input of inputs) {
    const folder = resolve(input);
    const form = (await hasBothForms(folder, limits)) ? await findFormIn(dirname(folder), limits, folder) : undefined;
    if (!form) continue;
    const read = new Set(form.inputs);
    for (const path of await oursIn(folder)) if (!read.has(path)) leftOut.add(path);
    if (form.note) notes.push(form.note);
    sheets = { ...sheets, ...form.sheets };
  }
  return { leftOut, sheets, notes };
}

/** Has a worksheet of the workbook the rows of each CSV file? */
async function hasBothForms(folder: string, { workbookBytes }: ReadLimits): Promise<boolean> {
  const facts = await stat(folder).catch(() => undefined);
  if (!facts?.isDirectory()) return false;
  const paths = await oursIn(folder);
  const csv = paths.filter((path) => path.endsWith(".csv"));
  const workbook = paths.find((path) => path.endsWith(".xlsx"));
  if (csv.length === 0 || workbook === undefined) return false;
  if ((await readKnownFiles(summaryOf(folder))).length > 0) return true;
  const looked = await lookIntoWorkbook(workbook, workbookBytes);
  const names = "refusal" in looked ? [] : looked.worksheets.map(({ name }) => name);
  if (!csv.every((path) => names.some((name) => isWorksheetOf(name, basename(path))))) return false;
  throw new UserError(
    "both_forms_there",
    text("both_forms_there", { files: paths.map((path) => basename(path)), folder }),
    text("keep_one_form"),
  );
}

function summaryOf(failedFolder: string): string {
  return join(dirname(failedFolder), summaryName);
}

async function oursIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter(isOurs).map((name) => join(folder, name));
}

async function findFormIn(
  resultsFolder: string,
  limits: ReadLimits,
  folder = join(resultsFolder, "failed"),
): Promise<FailedForm> {
  const known = await readKnownFiles(join(resultsFolder, summaryName));
  const names = await namesIn(folder, known);
  const csv = names.filter((name) => name.endsWith(".csv"));
  const workbook = names.find((name) => name.endsWith(".xlsx"));
  const editedCsv = await editedOf(folder, csv, known);
  const editedWorkbook = await editedOf(folder, workbook === undefined ? [] : [workbook], known);
  if (editedCsv.length > 0 && editedWorkbook.length > 0) throw bothEdited(folder, editedCsv, editedWorkbook);
  const paths = csv.map((name) => join(folder, name));
  if (workbook === undefined) return { folder: resultsFolder, inputs: paths, edited: editedCsv };
  const path = join(folder, workbook);
  if (editedWorkbook.length > 0) {
    return {
      folder: resultsFolder,
      inputs: [path],
      edited: editedWorkbook,
      ...(csv.length > 0 ? { note: text("corrections_from_workbook", { workbook: `failed/${workbook}` }) } : {}),
    };
  }
  if (editedCsv.length === 0)
    return { folder: resultsFolder, inputs: holdsAll(csv, known) ? paths : [path], edited: [] };
  const note = text("corrections_from_csv", { files: editedCsv, workbook: `failed/${workbook}` });
  return {
    folder: resultsFolder,
    inputs: paths,
    sheets: await worksheetsBeside(path, csv, limits),
    edited: editedCsv,
    note,
  };
}

/** Sheets in failed/, but for those that a newer one of ours stands beside, because another program held them. */
async function namesIn(folder: string, known: readonly KnownFile[]): Promise<readonly string[]> {
  const found = (await readdir(folder).catch(() => [])).filter(isOurs).sort();
  const ours = new Set(known.map(({ path }) => basename(path)));
  return found.filter((name) => !found.some((other) => ours.has(other) && !ours.has(name) && isSecondOf(other, name)));
}

function isOurs(name: string): boolean {
  if (name.endsWith(".csv")) return sheetOfName(name) !== undefined;
  return name === correctionWorkbook || isSecondOf(name, correctionWorkbook);
}

/** `users-2.csv` of `users.csv`. */
function isSecondOf(name: string, first: string): boolean {
  const [stem = "", ending = ""] = first.split(/(?=\.[a-z]+$)/);
  return (
    name.startsWith(`${stem}-`) && /^\d+$/.test(name.slice(stem.length + 1, -ending.length)) && name.endsWith(ending)
  );
}

async function editedOf(
  folder: string,
  names: readonly string[],
  known: readonly KnownFile[],
): Promise<readonly string[]> {
  const digests = new Set(known.map(({ sha256 }) => sha256));
  const edited: string[] = [];
  for (const name of names) if (!digests.has(await digestOf(join(folder, name)))) edited.push(`failed/${name}`);
  return edited;
}

/** The workbook always holds all rows; the CSV files not those that came out of a workbook. */
function holdsAll(csv: readonly string[], known: readonly KnownFile[]): boolean {
  const rowsOf = (isWanted: (name: string) => boolean) =>
    known.filter(({ path }) => isWanted(basename(path))).reduce((sum, { rows }) => sum + rows, 0);
  return csv.length > 0 && rowsOf((name) => name.endsWith(".csv")) >= rowsOf((name) => name.endsWith(".xlsx"));
}

/** Worksheets whose rows are in no CSV file. */
async function worksheetsBeside(
  path: string,
  csv: readonly string[],
  { workbookBytes }: ReadLimits,
): Promise<FilesOfSheets> {
  const sheets: Partial<Record<SheetName, string[]>> = {};
  const looked = await lookIntoWorkbook(path, workbookBytes);
  for (const { name, sheet } of "refusal" in looked ? [] : looked.worksheets) {
    if (!sheet || csv.some((file) => isWorksheetOf(name, file))) continue;
    sheets[sheet] ??= [];
    sheets[sheet].push(`${path}[${name}]`);
  }
  return sheets;
}

/** Has the worksheet the rows of this CSV file? Names of worksheets are short. */
export function isWorksheetOf(worksheet: string, csvName: string): boolean {
  return csvName.replace(/\.csv$/, "").slice(0, 31) === worksheet;
}

function bothEdited(folder: string, csv: readonly string[], workbook: readonly string[]): UserError {
  return new UserError(
    "both_forms_edited",
    text("both_forms_edited", { files: [...workbook, ...csv], folder: join(folder, "..") }),
    text("keep_one_form"),
  );
}
