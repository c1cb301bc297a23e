/** The table of a grid: its headers, the rows in sight, and over them the cell that is being edited. */
import type { RefObject, TableHTMLAttributes } from "react";
import type { GridRow } from "../../api-types.ts";
import type { RowFilter } from "../../row-index.ts";
import { useWords } from "../settings.tsx";
import { CellEditor } from "./cell-editor.tsx";
import type { GridColumn } from "./grid-columns.ts";
import type { Written } from "./grid-edits.ts";
import { GridHeader } from "./grid-header.tsx";
import { GridRowView, NewRow } from "./grid-row.tsx";
import { areaOf, type Selection } from "./selection.ts";
import type { useVirtual } from "./use-virtual.ts";

type Props = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly label: string;
  readonly look: "check" | "run";
  readonly columns: readonly GridColumn[];
  readonly virtual: ReturnType<typeof useVirtual>;
  /** Rows that the filter finds; undefined while nobody knows. */
  readonly total: number | undefined;
  /** A line below the rows begins a new one. */
  readonly hasNewRow: boolean;
  readonly rowAt: (index: number) => GridRow | undefined;
  readonly written: Written;
  readonly sort: RowFilter["sort"];
  readonly selection: Selection;
  /** What the cell being edited begins with; undefined: none is. */
  readonly typed: string | undefined;
  readonly isReadOnly: boolean;
  readonly handlers: TableHTMLAttributes<HTMLTableElement>;
  readonly onEndEdit: Parameters<typeof CellEditor>[0]["onEnd"];
};

export function GridTable(props: Props) {
  const { scroller, table, label, look, columns, virtual, selection, hasNewRow, isReadOnly, handlers } = props;
  const words = useWords();
  const total = props.total ?? 0;
  const { down, across, items, key } = virtual;
  const { active } = selection;
  const isThere = active.row < 0 || props.rowAt(active.row) !== undefined || (hasNewRow && active.row === total);
  const activeId = active.row < 0 ? `head-${active.column}` : `cell-${active.row}-${active.column}`;
  const width = across.getTotalSize();
  return (
    <div
      ref={scroller}
      className={`grid look-${look}`}
      style={look === "run" ? { height: gridHeight(total) } : undefined}
    >
      <table
        ref={table}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-description={isReadOnly ? undefined : words.grid.keys}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={isThere ? activeId : undefined}
        aria-multiselectable="true"
        aria-readonly={isReadOnly}
        {...handlers}
      >
        <GridHeader columns={columns} items={items} keyItem={key} width={width} sort={props.sort} active={active} />
        <tbody style={{ height: down.getTotalSize(), width }}>
          <RowsInSight {...props} total={total} />
        </tbody>
      </table>
      <OpenCell {...props} />
      {total === 0 && <p className="grid-empty">{props.total === 0 ? words.grid.nothing : words.grid.loading}</p>}
    </div>
  );
}

function RowsInSight({ virtual, total, columns, selection, rowAt, written }: Props) {
  const { inSight, items, key: keyItem } = virtual;
  return inSight.map(({ index, start }) =>
    index === total ? (
      <NewRow key="new" {...{ index, columns, items, keyItem }} top={start} selection={selection} />
    ) : (
      <GridRowView
        key={index}
        {...{ index, columns, items, keyItem, written }}
        top={start}
        row={rowAt(index)}
        selection={selectionOf(selection, index)}
      />
    ),
  );
}

/** Where the active cell is. */
function OpenCell({ virtual, columns, selection: { active }, typed, onEndEdit }: Props) {
  const words = useWords();
  const column = columns[active.column];
  if (typed === undefined || !column) return null;
  const { down, items, key } = virtual;
  const item = key?.index === active.column ? key : items.find(({ index }) => index === active.column);
  return (
    <CellEditor
      label={words.grid.edit(column.title)}
      start={typed}
      left={item?.start ?? 0}
      top={down.measurementsCache[active.row]?.start ?? 0}
      width={column.width}
      onEnd={onEndEdit}
    />
  );
}

/** Of a row that holds none of the selection: always the same, so that the row need not be drawn again. */
function selectionOf(selection: Selection, index: number): Selection | undefined {
  const { firstRow, lastRow } = areaOf(selection);
  return index >= firstRow && index <= lastRow ? selection : undefined;
}

/** As high as its rows need, up to what the screen gives. */
function gridHeight(rows: number): string {
  const needed = 46 + Math.max(1, rows) * 32 + 18;
  return `min(${needed}px, max(300px, 100vh - 260px))`;
}
