/** One row of a grid: its number, its status, and its visible cells. */
import { type CSSProperties, memo } from "react";
import type { GridRow } from "../../api-types.ts";
import { useSettings } from "../settings.tsx";
import { cellOf, type GridColumn } from "./grid-columns.ts";
import { isWritten, type Written } from "./grid-edits.ts";
import { problemsAt, problemsOfRow } from "./problems-at.ts";
import { holds, type Selection } from "./selection.ts";
import type { ColumnItem } from "./use-virtual.ts";

type Props = {
  readonly index: number;
  readonly top: number;
  /** Absent while it is loaded. */
  readonly row: GridRow | undefined;
  readonly columns: readonly GridColumn[];
  readonly items: readonly ColumnItem[];
  /** Of the column that stays in sight. */
  readonly keyItem: ColumnItem | undefined;
  readonly written: Written;
  /** Absent where it holds nothing of the row. */
  readonly selection: Selection | undefined;
};

/** A row that is as it was need not be drawn again while one scrolls. */
export const GridRowView = memo(function GridRowView(props: Props) {
  const { index, top, row, columns, items, keyItem, written, selection } = props;
  const { active } = selection ?? {};
  const cellAt = (item: ColumnItem) => {
    const column = columns[item.index];
    if (!column) return null;
    return (
      <Cell
        key={column.name}
        index={index}
        item={item}
        isKey={item === keyItem}
        row={row}
        column={column}
        isWritten={row !== undefined && written.size > 0 && isWritten(row, column, written)}
        isActive={active?.row === index && active.column === item.index}
        isSelected={selection !== undefined && holds(selection, index, item.index)}
      />
    );
  };
  return (
    <tr
      className={index % 2 ? "grid-row odd" : "grid-row"}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      <Gutter index={index} row={row} columns={columns} />
      {keyItem && cellAt(keyItem)}
      {items.map(cellAt)}
    </tr>
  );
});

/** In the flow behind the row number for the column that stays in sight; the others where they belong. */
export function styleOf({ start, size }: ColumnItem, isKey: boolean): CSSProperties {
  return isKey
    ? { width: size, marginLeft: `calc(${start}px - var(--gutter))` }
    : { transform: `translateX(${start}px)`, width: size };
}

/** Number and status: as a mark, as a word, and what is wrong with the row as a whole. */
function Gutter({ index, row, columns }: Pick<Props, "index" | "row" | "columns">) {
  const { words, say } = useSettings();
  if (!row)
    return <th className="gutter" scope="row" aria-colindex={1} aria-label={words.grid.loading} data-gutter={index} />;
  const own = problemsOfRow(row, columns);
  const status = row.isDone ? words.grid.repaired : words.statuses[row.status];
  const title = [
    status,
    ...own.map(({ message, hint }) => (hint ? `${say(message)} ${say(hint)}` : say(message))),
  ].join("\n");
  return (
    <th
      className={row.isDone ? "gutter done" : `gutter status-${row.status}`}
      scope="row"
      aria-colindex={1}
      title={title}
      data-gutter={index}
    >
      <span className="mark" aria-hidden="true">
        {row.isDone ? "✓" : ""}
      </span>
      <span className="number">{row.at.row}</span>
      <span className="word">{status}</span>
      {own.length > 0 && <span className="unseen">{own.map(({ message }) => say(message)).join(" ")}</span>}
    </th>
  );
}

type CellProps = {
  readonly index: number;
  readonly item: ColumnItem;
  readonly isKey: boolean;
  readonly row: GridRow | undefined;
  readonly column: GridColumn;
  readonly isWritten: boolean;
  readonly isActive: boolean;
  readonly isSelected: boolean;
};

const pixelsPerLetter = 7;

function Cell({ index, item, isKey, row, column, isWritten, isActive, isSelected }: CellProps) {
  const { words, say } = useSettings();
  const text = row && cellOf(row, column);
  const problems = row ? problemsAt(row, column) : [];
  const severity = problems.some((each) => each.severity === "error") ? "error" : problems.length > 0 ? "warning" : "";
  const look = ["cell", severity, isKey && "key", isWritten && "written"];
  const state = [isActive && "active", isSelected && "selected", text === undefined && "absent"];
  return (
    <td
      role="gridcell"
      id={`cell-${index}-${item.index}`}
      data-row={index}
      data-column={item.index}
      aria-colindex={item.index + 2}
      aria-selected={isSelected}
      aria-invalid={severity === "error" || undefined}
      className={[...look, ...state].filter(Boolean).join(" ")}
      style={styleOf(item, isKey)}
      title={text !== undefined && text.length * pixelsPerLetter > item.size - 18 ? text : undefined}
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

type NewRowProps = Pick<Props, "index" | "top" | "columns" | "items" | "keyItem"> & { readonly selection: Selection };

/** Below the last row: what is written here makes a new one. */
export function NewRow({ index, top, columns, items, keyItem, selection }: NewRowProps) {
  const { words } = useSettings();
  const cellAt = (item: ColumnItem) => {
    const isSelected = holds(selection, index, item.index);
    const isActive = selection.active.row === index && selection.active.column === item.index;
    const look = ["cell", item === keyItem && "key", isActive && "active", isSelected && "selected"];
    return (
      <td
        key={columns[item.index]?.name}
        role="gridcell"
        id={`cell-${index}-${item.index}`}
        data-row={index}
        data-column={item.index}
        aria-colindex={item.index + 2}
        aria-selected={isSelected}
        className={look.filter(Boolean).join(" ")}
        style={styleOf(item, item === keyItem)}
      />
    );
  };
  return (
    <tr className="grid-row new" aria-rowindex={index + 2} style={{ transform: `translateY(${top}px)` }}>
      <th className="gutter" scope="row" aria-colindex={1} title={words.grid.newRow}>
        <span aria-hidden="true">+</span>
        <span className="unseen">{words.grid.newRow}</span>
      </th>
      {keyItem && cellAt(keyItem)}
      {items.map(cellAt)}
    </tr>
  );
}
