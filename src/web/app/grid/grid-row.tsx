/** One row of a grid: its number, its status, and its visible cells. */
import type { VirtualItem } from "@tanstack/react-virtual";
import { memo } from "react";
import type { GridRow } from "../../api-types.ts";
import { useSettings } from "../settings.tsx";
import { cellOf, type GridColumn } from "./grid-columns.ts";
import { problemsAt, problemsOfRow } from "./problems-at.ts";
import { holds, type Selection } from "./selection.ts";

type Props = {
  readonly index: number;
  readonly top: number;
  /** Absent while it is loaded. */
  readonly row: GridRow | undefined;
  readonly columns: readonly GridColumn[];
  readonly items: readonly VirtualItem[];
  /** Absent where it holds nothing of the row. */
  readonly selection: Selection | undefined;
};

/** A row that is as it was need not be drawn again while one scrolls. */
export const GridRowView = memo(function GridRowView({ index, top, row, columns, items, selection }: Props) {
  const { active } = selection ?? {};
  return (
    <tr
      className={index % 2 ? "grid-row odd" : "grid-row"}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      <Gutter row={row} columns={columns} />
      {items.map(({ index: cell, start, size }) => {
        const column = columns[cell];
        if (!column) return null;
        return (
          <Cell
            key={column.name}
            index={index}
            cell={cell}
            left={start}
            width={size}
            row={row}
            column={column}
            isActive={active?.row === index && active.column === cell}
            isSelected={selection !== undefined && holds(selection, index, cell)}
          />
        );
      })}
    </tr>
  );
});

/** Number and status: as a mark, as a word, and what is wrong with the row as a whole. */
function Gutter({ row, columns }: Pick<Props, "row" | "columns">) {
  const { words, say } = useSettings();
  if (!row) return <th className="gutter" scope="row" aria-colindex={1} aria-label={words.grid.loading} />;
  const own = problemsOfRow(row, columns);
  const status = words.statuses[row.status];
  const title = [
    status,
    ...own.map(({ message, hint }) => (hint ? `${say(message)} ${say(hint)}` : say(message))),
  ].join("\n");
  return (
    <th className={`gutter status-${row.status}`} scope="row" aria-colindex={1} title={title}>
      <span className="mark" aria-hidden="true" />
      <span className="number">{row.at.row}</span>
      <span className="word">{status}</span>
      {own.length > 0 && <span className="unseen">{own.map(({ message }) => say(message)).join(" ")}</span>}
    </th>
  );
}

type CellProps = {
  readonly index: number;
  readonly cell: number;
  readonly left: number;
  readonly width: number;
  readonly row: GridRow | undefined;
  readonly column: GridColumn;
  readonly isActive: boolean;
  readonly isSelected: boolean;
};

function Cell({ index, cell, left, width, row, column, isActive, isSelected }: CellProps) {
  const { words, say } = useSettings();
  const text = row && cellOf(row, column);
  const problems = row ? problemsAt(row, column) : [];
  const severity = problems.some((each) => each.severity === "error") ? "error" : problems.length > 0 ? "warning" : "";
  const look = ["cell", severity, isActive && "active", isSelected && "selected", text === undefined && "absent"];
  return (
    <td
      role="gridcell"
      id={`cell-${index}-${cell}`}
      data-row={index}
      data-column={cell}
      aria-colindex={cell + 2}
      aria-selected={isSelected}
      aria-invalid={severity === "error" || undefined}
      className={look.filter(Boolean).join(" ")}
      style={{ transform: `translateX(${left}px)`, width }}
    >
      {text}
      {problems.length > 0 && (
        <span className="unseen">
          {words.grid[severity === "error" ? "error" : "warning"]}:{" "}
          {problems.map(({ message }) => say(message)).join(" ")}
        </span>
      )}
    </td>
  );
}
