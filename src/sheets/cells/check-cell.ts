/** What holds for every cell, whatever its type: blank or not, too large, damaged by the program that wrote it. */

import { text as sentence } from "../../model/words/text.ts";
import type { Column } from "../define-sheet.ts";
import { refuseDamage } from "./cell-damage.ts";
import { write } from "./repair.ts";
import type { CellCheck, RowCheck, RowNotes } from "./row-notes.ts";

/** Most bytes of a cell. */
export const largestCell = 32 * 1024;

/** A column as a file has it, in hand for one cell after the other. */
export type ColumnReader<T> = {
  /** Undefined for a column that we do not know. */
  readonly name: string | undefined;
  readonly column: Column<T> | undefined;
  /** The last two cells of which there was nothing to say: cells repeat, and are looked at once. */
  right: RightCell<T>;
  rightBefore: RightCell<T>;
};

type RightCell<T> = { readonly raw: string; readonly value: T | undefined };

const noCell: RightCell<never> = { raw: "", value: undefined };

/** Before its first cell. `name`, `column`: undefined for a column that we do not know. */
export function columnReader<T>(name: string | undefined, column: Column<T> | undefined): ColumnReader<T> {
  return { name, column, right: noCell, rightBefore: noCell };
}

/** The value of a cell; undefined when it is blank, wrong, or in a column that we do not know. */
export function readCell<T>(raw: string, reader: ColumnReader<T>, notes: RowNotes): T | undefined {
  if (raw !== "") {
    if (raw === reader.right.raw) return reader.right.value;
    if (raw === reader.rightBefore.raw) return reader.rightBefore.value;
  } else if (reader.column?.isRequired !== true) return undefined;
  const value = readNewCell(raw, reader, notes);
  if (value !== undefined && notes.isClean()) {
    reader.rightBefore = reader.right;
    reader.right = { raw, value };
  }
  return value;
}

function readNewCell<T>(raw: string, { name, column }: ColumnReader<T>, notes: RowNotes): T | undefined {
  const trimmed = trimBlanks(raw);
  const text = unwrap(trimmed);
  if (text === "") {
    if (name !== undefined && column?.isRequired) requireCell(name, column, notes.row);
    return undefined;
  }
  notes.turnTo(name, raw);
  const { cell } = notes;
  if (isTooLarge(text, cell)) return undefined;
  if (!column) {
    hasNul(text, cell);
    return undefined;
  }
  const { type } = column;
  if (text !== trimmed) tellOfWrapping(trimmed, text, cell);
  else if (type.sound?.test(text)) return type.read(text, cell);
  if (hasNul(text, cell) || refuseDamage(text, type, column.isRequired, cell)) return undefined;
  return type.read(text, cell);
}

function tellOfWrapping(trimmed: string, text: string, cell: CellCheck): void {
  const says = trimmed.startsWith("=") ? "marked_by_equals" : "marked_by_apostrophe";
  cell.warn("wrapping_removed", sentence(says, { value: text }), write(text));
}

function requireCell(name: string, { optionalWith, type }: Column<unknown>, row: RowCheck): void {
  if (optionalWith === undefined) {
    row.error(name, "required", sentence("cell_blank", { column: name }), sentence("fill_in", { kind: type.label }));
  } else if (row.text(optionalWith) === "") {
    row.error(
      name,
      "required",
      sentence("both_cells_blank", { column: name, other: optionalWith }),
      sentence("fill_in_unless", { kind: type.label, other: optionalWith }),
    );
  }
}

function isTooLarge(text: string, cell: CellCheck): boolean {
  if (text.length * 3 <= largestCell || Buffer.byteLength(text) <= largestCell) return false;
  cell.error(
    "cell_too_large",
    sentence("cell_too_large", { kib: largestCell / 1024 }),
    sentence("shorten_or_close_quote"),
  );
  return true;
}

function hasNul(text: string, cell: CellCheck): boolean {
  if (!text.includes("\0")) return false;
  cell.error("nul_character", sentence("nul_character"), sentence("type_value_again"));
  return true;
}

/** The text of a cell as a person means it: without blanks around it, nor the marks by which programs say that it is a text. */
export function textOfCell(raw: string): string {
  return unwrap(trimBlanks(raw));
}

/** Text marks of names: `'t Hof`, `'s-Hertogenbosch`. */
const dutchArticle = /^'[a-z](?![\p{L}\p{N}])/iu;
const equalsAndQuotes = /^=\s*"((?:[^"]|"")*)"$/;

/** Without `="..."`, and without the `'` that spreadsheets hide before a text. */
function unwrap(text: string): string {
  const first = text.charCodeAt(0);
  if (first === 61) {
    const inner = equalsAndQuotes.exec(text)?.[1];
    return inner === undefined ? text : trimBlanks(inner.replaceAll('""', '"'));
  }
  if (first !== 39 || text.length === 1 || dutchArticle.test(text)) return text;
  return text.endsWith("'") ? trimBlanks(text.slice(1, -1)) : trimBlanks(text.slice(1));
}

/** Without the blanks, tabs and line breaks around it, of any kind that Unicode has. */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end - start === text.length ? text : text.slice(start, end);
}

function isBlank(code: number): boolean {
  if (code < 0x85) return code === 32 || (code >= 9 && code <= 13);
  return code === 0x85 || code === 0xa0 || (code >= 0x1680 && isWideBlank(code));
}

/** Of the categories Zs, Zl and Zp. */
function isWideBlank(code: number): boolean {
  if (code >= 0x2000 && code <= 0x200a) return true;
  return [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(code);
}
