/** The headers of a grid; each sorts the rows. */
import { columnLabel } from "../../../model/words/column-texts.ts";
import type { RowFilter } from "../../row-index.ts";
import { useSettings } from "../settings.tsx";
import type { GridColumn } from "./grid-columns.ts";
import { styleOf } from "./grid-row.tsx";
import type { CellPosition } from "./selection.ts";
import type { ColumnItem } from "./use-virtual.ts";

type Props = {
  readonly columns: readonly GridColumn[];
  readonly items: readonly ColumnItem[];
  /** Of the column that stays in sight. */
  readonly keyItem: ColumnItem | undefined;
  readonly width: number;
  readonly sort: RowFilter["sort"];
  readonly active: CellPosition;
};

export function GridHeader({ columns, items, keyItem, width, sort, active }: Props) {
  const { words, language } = useSettings();
  return (
    <thead style={{ width }}>
      <tr aria-rowindex={1}>
        <th className="gutter" scope="col" aria-colindex={1} data-gutter={-1}>
          {words.grid.row}
        </th>
        {[...(keyItem ? [keyItem] : []), ...items].map((item) => {
          const { index } = item;
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
              className={["head", item === keyItem && "key", active.row < 0 && active.column === index && "active"]
                .filter(Boolean)
                .join(" ")}
              style={styleOf(item, item === keyItem)}
              title={[label, title, ...(title === name ? [] : [`→ ${name}`])].filter(Boolean).join(" ")}
            >
              <span className="head-words">
                {label && <span className="head-label">{label} </span>}
                <span className="head-title">{title}</span>
              </span>
              {direction !== "none" && <span aria-hidden="true">{direction === "ascending" ? "▲" : "▼"}</span>}
              <span className="edge" data-edge={index} aria-hidden="true" />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
