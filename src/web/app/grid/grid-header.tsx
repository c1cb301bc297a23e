/** The headers of a grid; each sorts the rows. */
import type { VirtualItem } from "@tanstack/react-virtual";
import { columnLabel } from "../../../model/words/column-texts.ts";
import type { RowFilter } from "../../row-index.ts";
import { useSettings } from "../settings.tsx";
import type { GridColumn } from "./grid-columns.ts";
import type { CellPosition } from "./selection.ts";

type Props = {
  readonly columns: readonly GridColumn[];
  readonly items: readonly VirtualItem[];
  readonly width: number;
  readonly sort: RowFilter["sort"];
  readonly active: CellPosition;
};

export function GridHeader({ columns, items, width, sort, active }: Props) {
  const { words, language } = useSettings();
  return (
    <thead style={{ width }}>
      <tr aria-rowindex={1}>
        <th className="gutter" scope="col" aria-colindex={1}>
          {words.grid.row}
        </th>
        {items.map(({ index, start, size }) => {
          const column = columns[index];
          if (!column) return null;
          const { name, title, sheet } = column;
          const label = sheet && columnLabel(sheet, name, language);
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
              title={[label, title, ...(title === name ? [] : [`→ ${name}`])].filter(Boolean).join(" ")}
            >
              <span className="head-words">
                {label && <span className="head-label">{label} </span>}
                <span className="head-title">{title}</span>
              </span>
              {direction !== "none" && <span aria-hidden="true">{direction === "ascending" ? "▲" : "▼"}</span>}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
