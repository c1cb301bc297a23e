/** Tables that this program wrote and that are in the folder of a batch: recognized by their content, whatever their name, and skipped silently. */
import { sheetNames } from "../../model/sheet.ts";
import { columnsOf } from "../describe/describe-columns.ts";
import { isNameOfChoices } from "../sheet-names.ts";

/** How the headers of our tables begin: those about rows (results, errors, a plan), and those about customers. */
const resultHeaders: readonly (readonly string[])[] = [
  ["run_id", "sheet", "file", "row"],
  ["sheet", "file", "row"],
  ["customer", "name", "rows"],
];

export function isResultHeader(cells: readonly string[]): boolean {
  return resultHeaders.some((names) => names.every((name, at) => cells[at] === name));
}

/** Is it the worksheet of the starter workbook that its drop-downs take their values from? `row`: its first one. */
export function isListOfChoices(name: string, row: readonly string[]): boolean {
  if (!isNameOfChoices(name)) return false;
  const values = row.filter((cell) => cell !== "");
  return values.length > 1 && values.every((value) => firstChoices().has(value));
}

/** The first choice of each column that has some. */
function firstChoices(): ReadonlySet<string> {
  return new Set(sheetNames.flatMap((sheet) => columnsOf(sheet).flatMap(({ choices = [] }) => choices.slice(0, 1))));
}
