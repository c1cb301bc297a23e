/** What holds for every cell, whatever its type: blank or not, too large, damaged by the program that wrote it. */
import { hasOddCharacter, isFormulaError, refuseOddCharacters } from "./cell-damage.ts";
import type { Column } from "./define-sheet.ts";
import type { CellCheck, RowCheck, RowNotes } from "./row-notes.ts";

/** Most bytes of a cell. */
export const largestCell = 32 * 1024;

/** The value of a cell; undefined when it is blank, wrong, or in a column that we do not know. */
export function readCell<T>(
  raw: string,
  name: string | undefined,
  column: Column<T> | undefined,
  notes: RowNotes,
): T | undefined {
  const text = trimBlanks(raw);
  if (text === "") {
    if (name !== undefined && column?.isRequired) requireCell(name, column, notes.row);
    return undefined;
  }
  notes.turnTo(name, raw);
  const { cell } = notes;
  if (isUnreadable(text, cell) || !column) return undefined;
  if (hasOddCharacter(text) && refuseOddCharacters(text, column.type, cell)) return undefined;
  if (isFormulaError(text)) {
    cell.error(
      "formula_error",
      `The cell shows ${text}: a formula that failed, or a column too narrow.`,
      "Write the value itself.",
    );
    return undefined;
  }
  return column.type.read(text, cell);
}

function requireCell(name: string, { optionalWith, type }: Column<unknown>, row: RowCheck): void {
  if (optionalWith === undefined) row.error(name, "required", `${name} is blank.`, `Fill in the ${type.label}.`);
  else if (row.text(optionalWith) === "") {
    row.error(
      name,
      "required",
      `${name} is blank, and so is ${optionalWith}.`,
      `Fill in the ${type.label}; only with ${optionalWith} it may stay blank.`,
    );
  }
}

function isUnreadable(text: string, cell: CellCheck): boolean {
  if (text.length * 3 > largestCell && Buffer.byteLength(text) > largestCell) {
    cell.error(
      "cell_too_large",
      `The cell is larger than ${largestCell / 1024} KiB.`,
      "Shorten it. Was a double quote left open in this row or the one before?",
    );
    return true;
  }
  if (!text.includes("\0")) return false;
  cell.error("nul_character", "The cell has a NUL character, which no text has.", "Write the cell again.");
  return true;
}

/** Without the blanks, tabs and line breaks around it. A non-breaking space stays: it is no blank, and is reported. */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end - start === text.length ? text : text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
