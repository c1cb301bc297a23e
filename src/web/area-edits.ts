/** What a paste, a fill, a clearing or a deletion over any number of rows writes. Rows are named by their address and counted from there, among those that a filter has found. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { ReadFile } from "../model/run-report.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import type { RowsView } from "../pipeline/rows-view.ts";
import { columnNames } from "./column-names.ts";
import { type CellEdit, type EditStep, lastRowWritten } from "./edits.ts";
import type { IndexedRow } from "./row-index.ts";

export const areaSchema = z.object({
  kind: z.enum(["paste", "fill", "clear", "delete", "add"]),
  /** The filter, as in a query for rows. */
  filter: z.record(z.string(), z.string()),
  /** The first row; absent: rows are added to the file `to` alone. */
  from: z.object({ file: z.string(), row: z.number().int() }).exactOptional(),
  /** The file that rows are added to. */
  to: z.string().exactOptional(),
  rows: z.number().int().min(0),
  /** Names, from left to right. */
  columns: z.array(z.string().max(1000)).max(1000),
  texts: z.array(z.array(z.string().max(32 * 1024)).max(1000)).default([]),
});

export type Area = z.infer<typeof areaSchema>;

export type AreaEdit = EditStep & {
  /** Pasted rows for which there was no row. */
  readonly leftOver: number;
  /** Rows below the last. */
  readonly added: number;
};

/** More are no work of a hand. */
const mostCells = 500_000;
const rowsPerTurn = 1_000;

/** What is edited: the rows that the filter finds, and how to read them. */
export type Edited = {
  readonly found: readonly IndexedRow[];
  readonly files: readonly ReadFile[];
  readonly rows: Pick<RowsView, "one">;
  /** The last row of each file that there is, or was. */
  lastRowOf(file: string): number;
};

/** Cells that are as they will be are left out. Throws a UserError when they are too many. */
export async function editArea(area: Area, edited: Edited): Promise<AreaEdit> {
  const { kind, from } = area;
  const start = from ? edited.found.findIndex(({ file, row }) => file === from.file && row === from.row) : -1;
  const height = kind === "paste" ? Math.max(area.rows, area.texts.length) : area.rows;
  const chosen = start < 0 ? [] : edited.found.slice(start, start + height);
  const textsOf = await textsOfArea(area, chosen, edited);
  const positions = positionsIn(edited.files, area.columns);
  const cells: CellEdit[] = [];
  for (const [index, row] of chosen.entries()) {
    if (index % rowsPerTurn === 0) await nextTurn();
    const before = edited.rows.one(row.id).cells;
    if (kind === "delete") cells.push(...clearRow(row, before));
    else cells.push(...writeRow(row, before, positions.get(row.file) ?? [], textsOf(index)));
    refuseTooMany(cells);
  }
  const below = area.texts.slice(chosen.length);
  const isAdding = area.to !== undefined && (kind === "paste" || kind === "add");
  const added = isAdding ? addRows(area, below, positions, edited) : [];
  const all = [...cells, ...added];
  refuseTooMany(all);
  const rowsAdded = new Set(added.map(({ row }) => row)).size;
  return { kind, cells: all, added: rowsAdded, leftOver: isAdding || kind !== "paste" ? 0 : below.length };
}

type TextsOf = (index: number) => readonly (string | undefined)[];

async function textsOfArea(area: Area, chosen: readonly IndexedRow[], edited: Edited): Promise<TextsOf> {
  const { kind, texts, columns } = area;
  if (kind === "clear") return () => columns.map(() => "");
  if (kind === "fill") {
    const [first] = chosen;
    const cells = first ? edited.rows.one(first.id).cells : [];
    const places = positionsIn(edited.files, columns).get(first?.file ?? "") ?? [];
    const filled = places.map((position) => (position < 0 ? undefined : (cells[position] ?? "")));
    return () => filled;
  }
  const [only = []] = texts;
  const isOne = texts.length === 1 && only.length === 1;
  return isOne ? () => columns.map(() => only[0]) : (index) => texts[index] ?? [];
}

function clearRow({ file, row }: IndexedRow, before: readonly string[]): readonly CellEdit[] {
  return before.map((_, position) => ({ file, row, position, text: "" }));
}

function writeRow(
  { file, row }: Pick<IndexedRow, "file" | "row">,
  before: readonly string[],
  positions: readonly number[],
  texts: readonly (string | undefined)[],
): readonly CellEdit[] {
  return positions.flatMap((position, index) => {
    const text = texts[index];
    return position < 0 || text === undefined || (before[position] ?? "") === text
      ? []
      : [{ file, row, position, text }];
  });
}

function addRows(
  { to = "" }: Area,
  texts: readonly (readonly string[])[],
  positions: ReadonlyMap<string, readonly number[]>,
  { lastRowOf }: Edited,
): readonly CellEdit[] {
  const filled = texts.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const first = lastRowOf(to) + 1;
  return filled.flatMap((cells, index) =>
    writeRow({ file: to, row: first + index }, [], positions.get(to) ?? [], cells),
  );
}

/** By file: where each of these columns stands; -1 where the file has none of that name. */
function positionsIn(files: readonly ReadFile[], columns: readonly string[]): ReadonlyMap<string, readonly number[]> {
  return new Map(
    files.map((file) => {
      const names = columnNames(file);
      return [file.file, columns.map((column) => (column === "" ? -1 : names.indexOf(column)))] as const;
    }),
  );
}

function refuseTooMany(cells: readonly CellEdit[]): void {
  if (cells.length <= mostCells) return;
  throw new UserError("edit_too_large", text("edit_too_large", { most: mostCells }), text("edit_in_parts"));
}

/** The last row of each file: of those that were read, and of those that were ever written. */
export function lastRows(read: ReadonlyMap<string, number>, steps: readonly EditStep[]): Edited["lastRowOf"] {
  return (file) => Math.max(1, read.get(file) ?? 0, lastRowWritten(steps, file));
}
