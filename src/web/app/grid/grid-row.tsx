/** One row of a grid: its number and status, and those of its cells that are in sight. */
import type { VirtualItem } from "@tanstack/react-virtual";
import { memo } from "react";
import type { GridRow } from "../../api-types.ts";
import { useWords } from "../settings.tsx";
import { cellOf, type GridColumn } from "./grid-columns.ts";
import { problemsAt, problemsOfRow } from "./problems-at.ts";
import { holds, type Selection } from "./selection.ts";

/** `check`: the status is told by marks; `run`: by its word too. */
export type RowLook = "check" | "run";

type Props = {
  readonly index: number;
  readonly top: number;
  /** Absent while it is loaded. */
  readonly row: GridRow | undefined;
  readonly columns: readonly GridColumn[];
  readonly items: readonly VirtualItem[];
  readonly selection: Selection | undefined;
  readonly isEdited: boolean;
  readonly look: RowLook;
  readonly onPick: (column: number, isFurther: boolean) => void;
  readonly onOpen: (column: number) => void;
};

export const GridRowView = memo(DrawnRow, isSame);

function isSame(one: Props, other: Props): boolean {
  return (
    one.row === other.row &&
    one.top === other.top &&
    one.selection === other.selection &&
    one.isEdited === other.isEdited &&
    one.columns === other.columns &&
    one.items[0]?.start === other.items[0]?.start &&
    one.items.length === other.items.length
  );
}

function DrawnRow({ index, top, row, columns, items, selection, look, onPick, onOpen }: Props) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and says which cell is meant
    <div
      className={index % 2 ? "grid-row odd" : "grid-row"}
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      <Gutter row={row} columns={columns} look={look} />
      {items.map(({ index: place, start, size }) => {
        const column = columns[place];
        if (!column) return null;
        return (
          <Cell
            key={column.name}
            id={`cell-${index}-${place}`}
            place={place}
            left={start}
            width={size}
            row={row}
            column={column}
            isActive={selection?.active.row === index && selection.active.column === place}
            isSelected={selection !== undefined && holds(selection, index, place)}
            onPick={onPick}
            onOpen={onOpen}
          />
        );
      })}
    </div>
  );
}

function Gutter({ row, columns, look }: Pick<Props, "row" | "columns" | "look">) {
  const words = useWords();
  if (!row) return <div className="gutter" role="rowheader" aria-colindex={1} aria-label={words.grid.loading} />;
  const own = problemsOfRow(row, columns);
  const status = words.statuses[row.status];
  const title = [status, ...own.map(({ message, hint = "" }) => `${message} ${hint}`)].join("\n");
  return (
    <div className={`gutter status-${row.status}`} role="rowheader" aria-colindex={1} title={title}>
      <span className="mark" aria-hidden="true" />
      <span className="number">{row.at.row}</span>
      <span className={look === "run" ? "word" : "unseen"}>{status}</span>
      {own.length > 0 && <span className="unseen">{own.map(({ message }) => message).join(" ")}</span>}
    </div>
  );
}

type CellProps = Pick<Props, "row" | "onPick" | "onOpen"> & {
  readonly id: string;
  readonly place: number;
  readonly left: number;
  readonly width: number;
  readonly column: GridColumn;
  readonly isActive: boolean;
  readonly isSelected: boolean;
};

function Cell({ id, place, left, width, row, column, isActive, isSelected, onPick, onOpen }: CellProps) {
  const words = useWords();
  const text = row && cellOf(row, column);
  const problems = row ? problemsAt(row, column) : [];
  const severity = problems.some((each) => each.severity === "error") ? "error" : problems.length > 0 ? "warning" : "";
  const look = ["cell", severity, isActive && "active", isSelected && "selected", text === undefined && "absent"];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the grid itself has the focus and hears the keys
    <div
      id={id}
      role="gridcell"
      aria-colindex={place + 2}
      aria-selected={isSelected}
      aria-invalid={severity === "error" || undefined}
      className={look.filter(Boolean).join(" ")}
      style={{ transform: `translateX(${left}px)`, width }}
      onMouseDown={(event) => {
        event.preventDefault();
        onPick(place, event.shiftKey);
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1) onPick(place, true);
      }}
      onDoubleClick={() => onOpen(place)}
    >
      {text}
      {problems.length > 0 && (
        <span className="unseen">
          {severity === "error" ? words.grid.error : words.grid.warning}: {problems.map(({ message }) => message).join(" ")}
        </span>
      )}
    </div>
  );
}
