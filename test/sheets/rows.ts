/** Rows to check in tests: one that is right in each sheet, with some cells changed. */

import type { Issue } from "../../src/model/issue.ts";
import type { SheetName } from "../../src/model/sheet.ts";
import { speak } from "../../src/model/words/text.ts";
import { checkRow, isComplete } from "../../src/sheets/cells/check-row.ts";
import { columnsOf } from "../../src/sheets/describe/describe-columns.ts";

export type Cells = Readonly<Record<string, string>>;

/** Checks the example row of a sheet with these cells in place of its own. */
export function checkWith<S extends SheetName>(sheet: S, cells: Cells) {
  const columns = columnsOf(sheet);
  const unknown = Object.keys(cells).filter((name) => !columns.some((column) => column.name === name));
  if (unknown.length > 0) throw new Error(`${sheet} has no column ${unknown.join(", ")}`);
  const row = columns.map(({ name, example }) => cells[name] ?? example);
  const at = { sheet, file: `${sheet}.csv`, row: 2 };
  const checked = checkRow(
    sheet,
    columns.map(({ name }) => name),
    row,
    at,
  );
  return { ...checked, issues: speak(checked.issues, "en"), isComplete: isComplete(sheet, checked) };
}

/** `error required last_name`, in the order of finding. */
export function namesOf(issues: readonly Pick<Issue, "severity" | "code" | "column">[]): readonly string[] {
  return issues.map(({ severity, code, column }) => [severity, code, column].filter(Boolean).join(" "));
}

/** What is wrong with the example row of a sheet with these cells. */
export function problemsOf(sheet: SheetName, cells: Cells): readonly string[] {
  return namesOf(checkWith(sheet, cells).issues);
}

/** The hint of the one issue that these cells give. */
export function hintOf(sheet: SheetName, cells: Cells): string | undefined {
  return checkWith(sheet, cells).issues[0]?.hint;
}
