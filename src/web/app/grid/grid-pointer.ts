/** What the mouse does in a grid: select cells, rows and everything, extend, open a cell, sort by a header, widen a column. */
import type { MouseEvent } from "react";
import type { CellPosition } from "./selection.ts";

type Deps = {
  pick(cell: CellPosition, isFurther: boolean): void;
  pickRow(row: number, isFurther: boolean): void;
  pickAll(): void;
  /** The cell that was picked last. */
  open(): void;
  sort(column: number): void;
  /** `width`: undefined for the one that its texts need. */
  widen(column: number, width: number | undefined): void;
};

export function gridPointer({ pick, pickRow, pickAll, open, sort, widen }: Deps) {
  return {
    onMouseDown(event: MouseEvent) {
      if (event.button !== 0) return;
      const edge = edgeOf(event);
      const cell = cellOf(event);
      const row = rowOf(event);
      if (edge === undefined && !cell && row === undefined) return;
      event.preventDefault();
      if (edge !== undefined) return follow(event, edge, (width) => widen(edge, width));
      if (cell) return cell.row < 0 ? sort(cell.column) : pick(cell, event.shiftKey);
      if (row !== undefined) return row < 0 ? pickAll() : pickRow(row, event.shiftKey);
    },
    onMouseOver(event: MouseEvent) {
      if (event.buttons !== 1) return;
      const cell = cellOf(event);
      const row = rowOf(event);
      if (cell && cell.row >= 0) pick(cell, true);
      else if (row !== undefined && row >= 0) pickRow(row, true);
    },
    onDoubleClick(event: MouseEvent) {
      const edge = edgeOf(event);
      if (edge !== undefined) return widen(edge, undefined);
      const cell = cellOf(event);
      if (cell && cell.row >= 0) open();
    },
  };
}

const leastWidth = 48;

/** Until the button is let go. */
function follow(event: MouseEvent, column: number, widen: (width: number) => void): void {
  const head = document.getElementById(`head-${column}`);
  const from = head?.getBoundingClientRect().width ?? 0;
  const start = event.clientX;
  const move = ({ clientX }: { readonly clientX: number }) => widen(Math.max(leastWidth, from + clientX - start));
  const end = () => {
    removeEventListener("mousemove", move);
    removeEventListener("mouseup", end);
  };
  addEventListener("mousemove", move);
  addEventListener("mouseup", end);
}

/** Every cell has its position. */
function cellOf({ target }: MouseEvent): CellPosition | undefined {
  const cell = closest(target, "[data-column]");
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}

/** And every row number its row. */
function rowOf({ target }: MouseEvent): number | undefined {
  const number = closest(target, "[data-gutter]")?.dataset.gutter;
  return number === undefined ? undefined : Number(number);
}

function edgeOf({ target }: MouseEvent): number | undefined {
  const column = closest(target, "[data-edge]")?.dataset.edge;
  return column === undefined ? undefined : Number(column);
}

function closest(target: EventTarget, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}
