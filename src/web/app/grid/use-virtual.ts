/** Which rows and columns of a grid are in sight, and where they stand. The column that identifies a row always is. */
import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect } from "react";
import type { GridColumn } from "./grid-columns.ts";

export const rowHeight = 32;
/** A label over the name as it is in the file. */
const headHeight = 46;

/** Row number and mark; with the word of the status it takes more. */
const gutterWidths = { check: 72, run: 150 } as const;

type Wanted = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly lines: number;
  readonly columns: readonly GridColumn[];
  readonly look: "check" | "run";
};

/** A column where it stands in the row: `start` from the left, behind the row number. */
export type ColumnItem = Pick<VirtualItem, "index" | "start" | "size">;

export function useVirtual({ scroller, lines, columns, look }: Wanted) {
  const gutter: number = gutterWidths[look];
  const keyIndex = columns.findIndex(({ isKey }) => isKey);
  const keyWidth = columns[keyIndex]?.width ?? 0;
  const down = useVirtualizer({
    count: lines,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => columns[index]?.width ?? 120,
    overscan: 2,
    paddingStart: gutter,
    scrollPaddingStart: gutter + keyWidth,
  });
  useLayoutEffect(() => {
    if (columns.length > 0) across.measure();
  }, [columns, across]);
  const items: readonly ColumnItem[] = across.getVirtualItems().filter(({ index }) => index !== keyIndex);
  const start = columns.slice(0, Math.max(0, keyIndex)).reduce((sum, column) => sum + column.width, gutter);
  const key: ColumnItem | undefined = keyIndex < 0 ? undefined : { index: keyIndex, start, size: keyWidth };
  return { down, across, inSight: down.getVirtualItems(), items, key, gutter };
}
