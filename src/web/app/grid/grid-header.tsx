/** The headers of a grid; each sorts the rows. */
import type { VirtualItem } from "@tanstack/react-virtual";
import type { RowFilter } from "../../row-index.ts";
import { useWords } from "../settings.tsx";
import type { GridColumn } from "./grid-columns.ts";
import type { Place } from "./selection.ts";

type Props = {
  readonly columns: readonly GridColumn[];
  readonly items: readonly VirtualItem[];
  readonly width: number;
  readonly sort: RowFilter["sort"];
  readonly active: Place;
};

export function GridHeader({ columns, items, width, sort, active }: Props) {
  const words = useWords();
  return (
    <thead style={{ width }}>
      <tr aria-rowindex={1}>
        <th className="gutter" scope="col" aria-colindex={1}>
          {words.grid.row}
        </th>
        {items.map(({ index, start, size }) => {
          const column = columns[index];
          if (!column) return null;
          const { name, title } = column;
          const direction = sort?.column === name ? (sort.isDescending ? "descending" : "ascending") : "none";
          return (
            <th
              key={name}
              id={`head-${index}`}
              scope="col"
              data-row={-1}
              data-column={index}
              aria-colindex={index + 2}
              aria-sort={direction}
              className={active.row < 0 && active.column === index ? "head active" : "head"}
              style={{ transform: `translateX(${start}px)`, width: size }}
              title={title === name ? title : `${title} → ${name}`}
            >
              <span>{title}</span>
              {direction !== "none" && <span aria-hidden="true">{direction === "ascending" ? "▲" : "▼"}</span>}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
