/** The sheets of an export as files: one CSV file each, or one workbook. Knows columns, but not where the cells come from. */
import { join } from "node:path";
import { escapeCell, escapeMark } from "../model/formula-signs.ts";
import type { SheetName } from "../model/sheet.ts";
import { openCsvFile } from "../report/files/csv-file.ts";
import { openWorkbook } from "../report/files/workbook-file.ts";
import { columnsOf } from "../sheets/describe/describe-columns.ts";

/** Cells by column; a column that is not there is blank. */
export type Cells = Readonly<Record<string, string>>;

export const exportFormats = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

const exportedSheets = ["customers", "locations", "users"] as const satisfies readonly SheetName[];
type ExportedSheet = (typeof exportedSheets)[number];

export type ExportSheets = {
  add(sheet: ExportedSheet, cells: Cells): Promise<void>;
  /** Paths of what was written. */
  publish(): Promise<readonly string[]>;
  discard(): Promise<void>;
};

/** Where an export into this folder will stand. */
export function pathsOf(folder: string, format: ExportFormat): readonly string[] {
  return format === "xlsx" ? [join(folder, workbookName)] : exportedSheets.map((sheet) => pathOf(folder, sheet));
}

/** Throws UserError where they cannot be written. */
export function openSheets(folder: string, format: ExportFormat, delimiter?: string): Promise<ExportSheets> {
  return format === "xlsx" ? openOneWorkbook(folder) : openCsvSheets(folder, delimiter);
}

/** As `init` calls it. */
const workbookName = "batch.xlsx";

function pathOf(folder: string, sheet: ExportedSheet): string {
  return join(folder, `${sheet}.csv`);
}

function namesOf(sheet: ExportedSheet): readonly string[] {
  return columnsOf(sheet).map(({ name }) => name);
}

async function openCsvSheets(folder: string, delimiter = ","): Promise<ExportSheets> {
  const open = async (sheet: ExportedSheet) => {
    const columns = namesOf(sheet);
    return { columns, file: await openCsvFile(pathOf(folder, sheet), columns, { delimiter, protect: escapeCell }) };
  };
  const sheets = {
    customers: await open("customers"),
    locations: await open("locations"),
    users: await open("users"),
  };
  return {
    add(sheet, cells) {
      const { columns, file } = sheets[sheet];
      return file.add(columns.map((column) => cells[column] ?? ""));
    },
    async publish() {
      const paths: string[] = [];
      for (const sheet of exportedSheets) paths.push((await sheets[sheet].file.publish()).path);
      return paths;
    },
    async discard() {
      for (const sheet of exportedSheets) await sheets[sheet].file.discard();
    },
  };
}

async function openOneWorkbook(folder: string): Promise<ExportSheets> {
  const workbook = await openWorkbook(join(folder, workbookName));
  const open = (sheet: ExportedSheet) => workbook.open({ name: sheet, header: namesOf(sheet) });
  const worksheets = {
    customers: await open("customers"),
    locations: await open("locations"),
    users: await open("users"),
  };
  return {
    add: (sheet, cells) => worksheets[sheet].add(namesOf(sheet).map((column) => escapeMark(cells[column] ?? ""))),
    publish: async () => [await workbook.publish()],
    discard: () => workbook.discard(),
  };
}
