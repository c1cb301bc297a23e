/** The cells of a file under our columns, by the numbering plans that the checks know. */
import { type CellView, cellView, type MappedFile } from "../../model/mapped-columns.ts";
import { textOfCell } from "../cells/check-cell.ts";
import { numberingPlans } from "../data/numbering-plans.ts";

const views = new WeakMap<MappedFile, CellView>();

/** Made once for a file. */
export function viewOf(file: MappedFile): CellView {
  const known = views.get(file);
  if (known) return known;
  const view = cellView(file, { textOf: textOfCell, isPlausible: numberingPlans().has });
  views.set(file, view);
  return view;
}

/** The cell of a column as it counts; undefined: the file has no such column. */
export function cellUnder(file: MappedFile, cells: readonly string[], column: string): string | undefined {
  const { columns, read } = viewOf(file);
  const index = columns.indexOf(column);
  return index < 0 ? undefined : (read(cells)[index] ?? "");
}
