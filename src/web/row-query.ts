/** A query for rows from a URL: parsed, validated, and answered from a check or a run. */
import { z } from "zod";
import { rowStatuses } from "../model/outcome.ts";
import { sheetNames } from "../model/sheet.ts";
import type { RowsView } from "../pipeline/rows-view.ts";
import type { PlaceReply, RowsReply } from "./api-types.ts";
import { type FoundRows, justFound, type KeptRows } from "./kept-rows.ts";
import { findPlace } from "./problem-places.ts";
import type { RowFilter, RowIndex } from "./row-index.ts";

const text = z.string().max(500).exactOptional();

const filterShape = {
  sheet: z.enum(sheetNames).exactOptional(),
  customer: text,
  code: text,
  column: text,
  status: z.enum(rowStatuses).exactOptional(),
  only: z.enum(["errors", "problems"]).exactOptional(),
  text,
  sort: text,
  direction: z.enum(["up", "down"]).exactOptional(),
  /** The name of this filter as somebody has set it: what it has found stays in it. */
  view: text,
};

const filterSchema = z.object(filterShape);

const querySchema = z.object({
  ...filterShape,
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(0).max(500).default(100),
});

const placeSchema = z.object({
  ...filterShape,
  row: z.coerce.number().int().min(-1).default(-1),
  /** In the place of `row`: a row by its address. */
  file: text,
  line: z.coerce.number().int().exactOptional(),
  at: text,
  go: z.enum(["here", "next", "previous"]).default("here"),
});

/** What is being looked at; `version` tells one state of it from another. `kept`: of a batch, whose rows are repaired. */
export type Searched = {
  readonly version: number;
  readonly index: RowIndex;
  readonly rows: RowsView;
  readonly kept?: KeptRows;
};

type Asked = Readonly<Record<string, string>>;

/** Throws a ZodError for a query that cannot be understood. */
export function answerRows(searched: Searched, asked: Asked): RowsReply {
  const { from, count, ...query } = querySchema.parse(asked);
  const { rows: found, matching, isDone } = find(searched, query);
  const rows = found.slice(from, from + count).map((row) => ({
    id: row.id,
    ...searched.rows.one(row.id),
    ...(isDone(row) ? { isDone: true } : {}),
  }));
  return { version: searched.version, total: found.length, matching, from, rows };
}

/** The place of a problem from where somebody stands: a row among those that the filter finds, and a column (`at`). Throws a ZodError for a query that cannot be understood. */
export function answerPlace(searched: Searched, asked: Asked): PlaceReply {
  const { row: index, file, line, at, go, ...query } = placeSchema.parse(asked);
  const { rows } = find(searched, query);
  const row = file === undefined ? index : rows.findIndex((each) => each.file === file && each.row === line);
  const from = { row, ...(at === undefined ? {} : { column: at }) };
  return { row, ...findPlace(rows, searched.index.positions, query, from, go) };
}

/** The rows that a query finds. Throws a ZodError for one that cannot be understood. */
export function findRows(searched: Searched, asked: Asked): FoundRows {
  return find(searched, filterSchema.parse(asked));
}

function find({ index, kept }: Searched, { view, ...query }: z.infer<typeof filterSchema>): FoundRows {
  const filter = filterOf(query);
  return kept ? kept.find(index, filter, view) : justFound(index.find(filter));
}

function filterOf({ sort, direction, ...filter }: Omit<z.infer<typeof filterSchema>, "view">): RowFilter {
  return sort === undefined ? filter : { ...filter, sort: { column: sort, isDescending: direction === "down" } };
}
