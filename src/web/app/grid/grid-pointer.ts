/** What the mouse does in a grid: pick, extend, open a cell; sort by a header. */
import type { MouseEvent } from "react";
import type { Place } from "./selection.ts";

type Deps = {
  pick(place: Place, isFurther: boolean): void;
  /** The cell that was picked last. */
  open(): void;
  sort(column: number): void;
};

export function gridPointer({ pick, open, sort }: Deps) {
  return {
    onMouseDown(event: MouseEvent) {
      const place = placeOf(event);
      if (!place || event.button !== 0) return;
      event.preventDefault();
      if (place.row < 0) sort(place.column);
      else pick(place, event.shiftKey);
    },
    onMouseOver(event: MouseEvent) {
      const place = event.buttons === 1 ? placeOf(event) : undefined;
      if (place && place.row >= 0) pick(place, true);
    },
    onDoubleClick(event: MouseEvent) {
      const place = placeOf(event);
      if (place && place.row >= 0) open();
    },
  };
}

/** Every cell bears its place. */
function placeOf({ target }: MouseEvent): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}
