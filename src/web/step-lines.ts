/** A step of edits as shown to people: how many cells, in which column, where it begins. */
import type { ReadFile } from "../model/run-report.ts";
import type { StepLine } from "./api-types.ts";
import { columnNames } from "./column-names.ts";
import type { EditStep } from "./edits.ts";

const counted = new WeakMap<EditStep, { readonly rows: number; readonly position: number | undefined }>();

/** `files`: as they were read last. The step has cells. */
export function describeStep(step: EditStep, files: readonly ReadFile[]): StepLine {
  const { kind, cells } = step;
  const { file = "", row = 0 } = cells[0] ?? {};
  const { rows, position } = counted.get(step) ?? countIn(step);
  const own = files.find((each) => each.file === file);
  const column = own && position !== undefined ? columnNames(own)[position] : undefined;
  return {
    kind,
    cells: cells.length,
    rows,
    file,
    row,
    ...(own ? { sheet: own.sheet } : {}),
    ...(column ? { column } : {}),
  };
}

/** Once for a step of a hundred thousand cells. */
function countIn(step: EditStep) {
  const { cells } = step;
  const [first] = cells;
  const counts = {
    rows: new Set(cells.map(({ file, row }) => `${row} ${file}`)).size,
    position: cells.every(({ position }) => position === first?.position) ? first?.position : undefined,
  };
  counted.set(step, counts);
  return counts;
}
