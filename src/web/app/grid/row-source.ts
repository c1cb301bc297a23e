/** Where a grid gets its rows: from the server, in parts, or from the run inside report.html. */

import type { ReadFile, RowOutcome } from "../../../model/run-report.ts";
import type { RowsReply } from "../../api-types.ts";
import { type RowFilter, startRowIndex } from "../../row-index.ts";
import { ask } from "../api.ts";

export type RowSource = {
  /** Rows `from` to `from + count` of those that the filter finds. */
  find(filter: RowFilter, from: number, count: number): Promise<RowsReply>;
};

/** `path`: of the batch or the run. */
export function serverRows(path: string): RowSource {
  return { find: (filter, from, count) => ask<RowsReply>(`${path}/rows?${queryOf(filter, from, count)}`) };
}

function queryOf({ sort, ...filter }: RowFilter, from: number, count: number): URLSearchParams {
  const query = new URLSearchParams({ from: String(from), count: String(count) });
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
      const ids = index.find(filter);
      const found = ids.slice(from, from + count).flatMap((id) => {
        const row = rows[id];
        return row ? [{ id, ...row }] : [];
      });
      return { version: 1, total: ids.length, from, rows: found };
    },
  };
}
