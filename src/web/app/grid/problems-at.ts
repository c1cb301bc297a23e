/** The problems of a row at one of its cells, and those of the row as a whole. Pure. */
import type { Problem } from "../../../model/run-report.ts";
import type { GridRow } from "../../api-types.ts";
import type { GridColumn } from "./grid-columns.ts";

export function problemsAt(row: GridRow, column: GridColumn): readonly Problem[] {
  return row.problems.filter((problem) => problem.column === column.name);
}

/** Problems that name no column that the grid shows. */
export function problemsOfRow(row: GridRow, columns: readonly GridColumn[]): readonly Problem[] {
  return row.problems.filter((problem) => !columns.some(({ name }) => name === problem.column));
}
