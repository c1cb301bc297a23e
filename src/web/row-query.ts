/** A query for rows from a URL: parsed, validated, and answered from a check or a run. */
import { z } from "zod";
import { rowStatuses } from "../model/outcome.ts";
import { sheetNames } from "../model/sheet.ts";
import type { RowsView } from "../pipeline/rows-view.ts";
import type { RowsReply } from "./api-types.ts";
import type { RowFilter, RowIndex } from "./row-index.ts";

const text = z.string().max(500).exactOptional();

const querySchema = z.object({
  sheet: z.enum(sheetNames).exactOptional(),
  customer: text,
  code: text,
  column: text,
  status: z.enum(rowStatuses).exactOptional(),
  only: z.enum(["errors", "problems"]).exactOptional(),
  text,
  sort: text,
  direction: z.enum(["up", "down"]).exactOptional(),
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(0).max(500).default(100),
});

type Query = z.infer<typeof querySchema>;

/** What is being looked at; `version` tells one state of it from another. */
export type Searched = { readonly version: number; readonly index: RowIndex; readonly rows: RowsView };

/** Throws a ZodError for a query that cannot be understood. */
export function answerRows(searched: Searched, asked: Readonly<Record<string, string>>): RowsReply {
  const { from, count, ...query } = querySchema.parse(asked);
  const ids = searched.index.find(filterOf(query));
  const rows = ids.slice(from, from + count).map((id) => ({ id, ...searched.rows.one(id) }));
  return { version: searched.version, total: ids.length, from, rows };
}

function filterOf({ sort, direction, ...filter }: Omit<Query, "from" | "count">): RowFilter {
  return sort === undefined ? filter : { ...filter, sort: { column: sort, isDescending: direction === "down" } };
}
