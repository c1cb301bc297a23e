/** One value, read as a cell of a column would be: for mappings, which have values and no rows. */
import type { Issue } from "../../model/issue.ts";
import type { SheetName } from "../../model/sheet.ts";
import { columnReader, readCell, textOfCell } from "../cells/check-cell.ts";
import { rowNotes } from "../cells/row-notes.ts";
import { numberingPlans } from "../data/numbering-plans.ts";
import { sheets } from "../sheets.ts";

/** What is wrong with it; nothing where the column takes it, or where there is no such column. */
export function issuesOfValue(sheet: SheetName, name: string, value: string): readonly Issue[] {
  const column = Object.hasOwn(sheets[sheet].columns, name) ? sheets[sheet].columns[name] : undefined;
  if (!column) return [];
  const notes = rowNotes({ positions: new Map(), textOf: textOfCell, plans: numberingPlans(), countryColumns: [] });
  notes.start([], { sheet, file: "", row: 0 });
  readCell(value, columnReader(name, column), notes);
  return notes.issues();
}
