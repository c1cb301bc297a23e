/** What the mouse does in a grid: select, extend, open a cell; sort by a header. */
import type { MouseEvent } from "react";
import type { CellPosition } from "./selection.ts";

type Deps = {
  pick(cell: CellPosition, isFurther: boolean): void;
  /** The cell that was picked last. */
  open(): void;
  sort(column: number): void;
};

export function gridPointer({ pick, open, sort }: Deps) {
  return {
    onMouseDown(event: MouseEvent) {
      const cell = cellOf(event);
      if (!cell || event.button !== 0) return;
      event.preventDefault();
      if (cell.row < 0) sort(cell.column);
      else pick(cell, event.shiftKey);
    },
    onMouseOver(event: MouseEvent) {
      const cell = event.buttons === 1 ? cellOf(event) : undefined;
      if (cell && cell.row >= 0) pick(cell, true);
    },
    onDoubleClick(event: MouseEvent) {
      const cell = cellOf(event);
      if (cell && cell.row >= 0) open();
    },
  };
}

/** Every cell bears its place. */
function cellOf({ target }: MouseEvent): CellPosition | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}
