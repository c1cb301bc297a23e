/** The problems of a row at one of its cells, and those of the row as a whole. Pure. */
import type { Problem } from "../../../model/run-report.ts";
import type { GridRow } from "../../api-types.ts";
import { suggestionsOf } from "../../suggestions.ts";
import type { GridColumn } from "./grid-columns.ts";

export function problemsAt(row: GridRow, column: GridColumn): readonly Problem[] {
  return row.problems.filter((problem) => problem.column === column.name);
}

/** Problems that name no column that the grid shows. */
export function problemsOfRow(row: GridRow, columns: readonly GridColumn[]): readonly Problem[] {
  return row.problems.filter((problem) => !columns.some(({ name }) => name === problem.column));
}

/** Cells of one text, and what is suggested to be written in its place. */
export type Swap = { readonly from: string; readonly to: string };

/** What could be written into the cell: the certain repair, or what the message asks about. */
export function offersOf(problem: Problem, cell: string): readonly string[] {
  return problem.repair === undefined ? suggestionsOf(problem, cell) : [problem.repair];
}
