/** The headers of a grid; each sorts the rows. */
import type { VirtualItem } from "@tanstack/react-virtual";
import type { RowFilter } from "../../row-index.ts";
import { useWords } from "../settings.tsx";
import type { GridColumn } from "./grid-columns.ts";
import type { Place } from "./selection.ts";

type Props = {
  readonly columns: readonly GridColumn[];
  readonly items: readonly VirtualItem[];
  readonly sort: RowFilter["sort"];
  readonly active: Place;
  readonly onSort: (column: GridColumn) => void;
};

export function GridHeader({ columns, items, sort, active, onSort }: Props) {
  const words = useWords();
  return (
    <div className="grid-head" role="row" aria-rowindex={1}>
      <div className="gutter" role="columnheader" aria-colindex={1}>
        {words.grid.row}
      </div>
      {items.map(({ index, start, size }) => {
        const column = columns[index];
        if (!column) return null;
        const direction = sort?.column === column.name ? (sort.isDescending ? "descending" : "ascending") : "none";
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself hears the keys
          <div
            key={column.name}
            id={`head-${index}`}
            role="columnheader"
            aria-colindex={index + 2}
            aria-sort={direction}
            className={active.row < 0 && active.column === index ? "head active" : "head"}
            style={{ transform: `translateX(${start}px)`, width: size }}
            title={column.title === column.name ? column.title : `${column.title} → ${column.name}`}
            onClick={() => onSort(column)}
          >
            <span>{column.title}</span>
            {direction !== "none" && <span aria-hidden="true">{direction === "ascending" ? "▲" : "▼"}</span>}
          </div>
        );
      })}
    </div>
  );
}
