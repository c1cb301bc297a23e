/** Where a grid gets its rows: from the server, in parts, or from the run inside report.html. */

import type { ReadFile, RowOutcome } from "../../../model/run-report.ts";
import type { PlaceReply, RowsReply } from "../../api-types.ts";
import { type Direction, findPlace } from "../../problem-places.ts";
import { type RowFilter, startRowIndex } from "../../row-index.ts";
import { ask } from "../api.ts";

/** `view`: the name of the filter as it was set; what it has found stays in it while it is repaired. */
export type GridFilter = RowFilter & { readonly view?: string };

/** A row among those that were found, or one by its address; `column`: absent for the row as a whole. */
export type From = { readonly column?: string } & (
  | { readonly row: number }
  | { readonly file: string; readonly line: number }
);

export type RowSource = {
  /** Rows `from` to `from + count` of those that the filter finds. */
  find(filter: GridFilter, from: number, count: number): Promise<RowsReply>;
  /** Where one stands, and the problem there, before or after. */
  place(filter: GridFilter, from: From, direction: Direction): Promise<PlaceReply>;
};

/** `path`: of the batch or the run. */
export function serverRows(path: string): RowSource {
  return {
    find: (filter, from, count) => {
      const query = queryOf(filter);
      query.set("from", String(from));
      query.set("count", String(count));
      return ask<RowsReply>(`${path}/rows?${query}`);
    },
    place: (filter, { column, ...from }, direction) => {
      const query = queryOf(filter);
      for (const [name, value] of Object.entries(from)) query.set(name, String(value));
      if (column !== undefined) query.set("at", column);
      query.set("go", direction);
      return ask<PlaceReply>(`${path}/place?${query}`);
    },
  };
}

/** The filter as a query for rows. */
export function queryOf({ sort, ...filter }: GridFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  if (sort) {
    query.set("sort", sort.column);
    query.set("direction", sort.isDescending ? "down" : "up");
  }
  return query;
}

export function heldRows(files: readonly ReadFile[], rows: readonly RowOutcome[]): RowSource {
  const index = startRowIndex(files);
  for (const [id, row] of rows.entries()) index.add(id, row);
  return {
    async find(filter, from, count) {
      const all = index.find(filter);
      const found = all.slice(from, from + count).flatMap(({ id }) => {
        const row = rows[id];
        return row ? [{ id, ...row }] : [];
      });
      return { version: 1, total: all.length, matching: all.length, from, rows: found };
    },
    async place(filter, from, direction) {
      const all = index.find(filter);
      const row = "row" in from ? from.row : all.findIndex((each) => each.file === from.file && each.row === from.line);
      const stand = { row, ...(from.column === undefined ? {} : { column: from.column }) };
      return { row, ...findPlace(all, index.positions, filter, stand, direction) };
    },
  };
}
