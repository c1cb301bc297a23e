/** Rows that a program gives, as objects: column -> value. They take the same road as the rows of a file. */
import type { SheetName } from "../../model/sheet.ts";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";
import { sheets } from "../sheets.ts";
import type { OpenSheet, ReadRow } from "./file-rows.ts";

/** A list is joined with semicolons, `true` is `yes`; nothing is an empty cell. */
export type RowValue = string | number | bigint | boolean | null | undefined | readonly string[];

/** Named as a header of the sheet may be: by its column, or by an alias of it. */
export type RowObject = Readonly<Record<string, RowValue>>;

/** Each row is asked for once. */
export type RowObjects = Iterable<RowObject> | AsyncIterable<RowObject>;

/** The header is what so many first rows name; and so many rows are passed on together. */
const atOnce = 1000;

/**
 * The header stands in row 1, the first object in row 2, as in a sheet. What the source throws goes through. Throws a
 * UserError for a value that is no cell, and for a name that only a later row has: its column would be lost.
 */
export function openObjects(sheet: SheetName, rows: RowObjects): OpenSheet {
  return { encoding: "objects", flaws: [], pieces: readPieces(sheet, rows) };
}

async function* readPieces(sheet: SheetName, rows: RowObjects): AsyncGenerator<readonly ReadRow[]> {
  let positions: ReadonlyMap<string, number> | undefined;
  let firstRow = 2;
  for await (const objects of inPieces(rows)) {
    if (!positions) {
      const header = [...new Set(objects.flatMap(Object.keys))];
      positions = new Map(header.map((name, index) => [name, index]));
      yield [{ row: 1, cells: header }];
    }
    const known = positions;
    yield objects.map((object, index) => rowOf(object, known, sheet, firstRow + index));
    firstRow += objects.length;
  }
  if (!positions) yield [{ row: 1, cells: Object.keys(sheets[sheet].columns) }];
}

async function* inPieces(rows: RowObjects): AsyncGenerator<readonly RowObject[]> {
  let piece: RowObject[] = [];
  for await (const row of rows) {
    piece.push(row);
    if (piece.length < atOnce) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

function rowOf(object: RowObject, positions: ReadonlyMap<string, number>, sheet: SheetName, row: number): ReadRow {
  const cells = new Array<string>(positions.size).fill("");
  for (const [name, value] of Object.entries(object)) {
    const position = positions.get(name);
    const at = `${sheet}:${row}`;
    if (position !== undefined) cells[position] = cellOf(value, name, at);
    else if (value !== undefined) throw lateName(name, at);
  }
  return { row, cells };
}

function cellOf(value: RowValue, name: string, at: string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.join(";");
  if (typeof value === "object" || typeof value === "function" || typeof value === "symbol") throw noCell(name, at);
  return String(value);
}

function noCell(name: string, at: string): UserError {
  return new UserError("bad_row", text("objects_bad_value", { at, name }), text("objects_give_text"));
}

function lateName(name: string, at: string): UserError {
  const message = text("objects_late_name", { at, name, rows: atOnce });
  return new UserError("bad_row", message, text("objects_same_names"));
}
