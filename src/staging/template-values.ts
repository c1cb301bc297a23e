/** What a template gives to the blank cells of its customers and their locations: its country and its language, where nothing else does. The lowest layer. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Origin } from "../model/issue.ts";
import { foldName } from "../model/names.ts";
import { formatAddress, type SheetName } from "../model/sheet.ts";
import { textOfCell } from "../sheets/cells/check-cell.ts";
import { cellUnder } from "../sheets/mapping/view.ts";

/** The column that takes the value, and that of the template which has it. Webex itself gives a customer the template's language. */
const takenColumns = {
  customers: [
    ["country", "country"],
    ["hq_language", "default_language"],
  ],
  locations: [
    ["country", "country"],
    ["language", "default_language"],
  ],
} as const;

type TakingSheet = keyof typeof takenColumns;

export type TemplateValue = { readonly value: string; readonly origin: Origin };
export type TemplateValues = {
  /** Columns of the sheet that templates of the batch may give. */
  given(sheet: SheetName): readonly string[];
  /** Of the template of this name; by column of the sheet. */
  of(name: string, sheet: SheetName): ReadonlyMap<string, TemplateValue>;
};

const nothing: ReadonlyMap<string, TemplateValue> = new Map();

/** Once the templates are staged: those of the batch alone, for of others only the provisioning ID is remembered. */
export function templateValues(runFile: RunFile): TemplateValues {
  const known = new Map<string, ReadonlyMap<string, TemplateValue>>();
  return {
    given: (sheet) =>
      isTaking(sheet) && runFile.files.has("templates") ? takenColumns[sheet].map(([name]) => name) : [],
    of(name, sheet) {
      if (!isTaking(sheet) || name === "") return nothing;
      const key = `${sheet} ${foldName(name)}`;
      const found = known.get(key) ?? read(runFile, name, sheet);
      if (known.size < templatesKept) known.set(key, found);
      return found;
    },
  };
}

const templatesKept = 1_000;

function isTaking(sheet: SheetName): sheet is TakingSheet {
  return sheet === "customers" || sheet === "locations";
}

function read(runFile: RunFile, name: string, sheet: TakingSheet): ReadonlyMap<string, TemplateValue> {
  const row = runFile.rows.templateNamed(name);
  if (!row) return nothing;
  const file = runFile.files.of(row.file);
  const at = formatAddress(runFile.rows.addressOfRow(row));
  const values = new Map<string, TemplateValue>();
  for (const [column, source] of takenColumns[sheet]) {
    const value = textOfCell(cellUnder(file, row.cells, source) ?? "");
    if (value !== "")
      values.set(column, { value, origin: { profile: row.key, row: at, column: source, isTemplate: true } });
  }
  return values;
}
