/** The rows of failed/ as they are now, each with the row of the run that it was. */
import { basename } from "node:path";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { ReadFile, RowOutcome } from "../model/run-report.ts";
import type { SheetFile } from "../model/sheet.ts";
import { explainRow, isToCorrect, nameFailedFiles } from "../report/files/failed-rows.ts";
import type { RowFillers } from "../sheets/cells/fill-blanks.ts";
import { cellUnder } from "../sheets/mapping/view.ts";
import { findInputs } from "../sheets/read/find-inputs.ts";
import { readSheet } from "../sheets/read/read-sheet.ts";
import type { SourceFile } from "../sheets/read/source-file.ts";
import { type FailedForm, isWorksheetOf } from "../staging/failed-form.ts";
import { profilesOf } from "../staging/profiles.ts";
import { reportSource } from "./report-source.ts";

export type FailedFileNow = {
  /** The input file of the run whose rows it holds. */
  readonly file: ReadFile;
  /** As people call it: `failed/users.csv`, `failed/correct.xlsx[users]`. */
  readonly name: string;
  readonly isEdited: boolean;
  readonly rows: readonly FailedRowNow[];
};

export type FailedRowNow = {
  /** As a spreadsheet shows it. */
  readonly row: number;
  readonly cells: readonly string[];
  /** What it was in the run; undefined for a row that a person added. */
  readonly was?: RowOutcome;
};

/** As results.csv has it; of a row that a person added, what its cell says. */
export function customerOf({ was, cells }: FailedRowNow, file: ReadFile): string {
  if (was || file.sheet === "templates" || file.sheet === "profiles") return was?.customer ?? "";
  return cellUnder(file, cells, file.sheet === "customers" ? "external_id" : "customer") ?? "";
}

/** Files that can be read, in their order. All refused rows of the run are in memory. */
export async function readFailedNow(
  runFile: RunFile,
  runFolder: string,
  form: FailedForm,
): Promise<readonly FailedFileNow[]> {
  const { sources } = await findInputs(form.inputs, { sheetOverrides: form.sheets ?? {} });
  const files = runFile.files.all();
  const refused = refusedByFile(runFile, runFolder);
  const profiles = profilesOf(runFile);
  const found: FailedFileNow[] = [];
  for (const source of sources) {
    const origin = originOf(source, files);
    if (!origin) continue;
    const { file, rows } = await rowsOf(source, origin, refused.get(origin.file) ?? [], profiles);
    const path = `failed/${basename(source.path)}`;
    const name = source.worksheet === undefined ? path : `${path}[${source.worksheet}]`;
    found.push({ file, name, isEdited: form.edited.includes(path), rows });
  }
  return found;
}

function refusedByFile(runFile: RunFile, runFolder: string): ReadonlyMap<string, readonly RowOutcome[]> {
  const byFile = new Map<string, RowOutcome[]>();
  for (const row of reportSource(runFile, runFolder).rows()) {
    if (!isToCorrect(row.status) && row.at.sheet !== "profiles") continue; // profiles stand beside the rows that use them
    const rows = byFile.get(row.at.file) ?? [];
    byFile.set(row.at.file, rows);
    rows.push(row);
  }
  return byFile;
}

function originOf(source: SourceFile, files: readonly ReadFile[]): ReadFile | undefined {
  const names = nameFailedFiles(files);
  return files.find(({ file }) => {
    const name = names.get(file) ?? "";
    if (source.worksheet !== undefined) return isWorksheetOf(source.worksheet, name);
    const own = basename(source.path);
    return own === name || own.replace(/-\d+(?=\.csv$)/, "") === name;
  });
}

async function rowsOf(
  source: SourceFile,
  origin: ReadFile,
  refused: readonly RowOutcome[],
  profiles: RowFillers,
): Promise<Pick<FailedFileNow, "file" | "rows">> {
  const read: { readonly row: number; readonly cells: readonly string[] }[] = [];
  let file = origin;
  for await (const event of readSheet(source, { profiles })) {
    // a person may have corrected the mapping
    if (event.kind === "header" && origin.mapping) file = withMappingOf(event.file, origin);
    if (event.kind === "rows") read.push(...event.rows.map(({ at, cells }) => ({ row: at.row, cells })));
  }
  const find = finderOf(origin, refused, read.length);
  const rows = read.map(({ row, cells }, index) => {
    const was = find(cells, index);
    const isUntouched = was !== undefined && source.worksheet !== undefined && isAsWritten(cells, was, origin);
    return { row, cells: isUntouched ? was.cells : cells, ...(was ? { was } : {}) };
  });
  return { file, rows };
}

function withMappingOf({ header, columns, mapping }: SheetFile, origin: ReadFile): ReadFile {
  const isSame = mapping !== undefined && header.length === origin.header.length;
  return isSame ? { ...origin, columns, mapping } : origin;
}

/** A row that the workbook holds as one text, because its cells fit no header. */
function isAsWritten(cells: readonly string[], was: RowOutcome, file: ReadFile): boolean {
  const written = explainRow(was, file, "en").cells;
  return file.header.every((_, index) => (written[index] ?? "") === (cells[index] ?? ""));
}

/** By its place as long as no row was added or taken out; else by its key. */
function finderOf(file: ReadFile, refused: readonly RowOutcome[], rows: number) {
  if (refused.length === rows) return (_: readonly string[], index: number) => refused[index];
  const keyOf = (cells: readonly string[]) =>
    (file.sheet === "profiles" ? ["profile"] : keyColumns).map((name) => cellUnder(file, cells, name) ?? "").join("\n");
  const byKey = new Map(refused.map((row) => [keyOf(row.cells), row]));
  return (cells: readonly string[]) => byKey.get(keyOf(cells));
}

/** What tells rows of a sheet apart, and no program changes. */
const keyColumns = ["template_name", "external_id", "name", "customer", "email"];
