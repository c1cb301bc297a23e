/** A spreadsheet-like grid of the rows of a sheet, which renders only what is visible. Shows problems at their cells; its user decides what an edit means. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ReadFile } from "../../../model/run-report.ts";
import type { GridRow } from "../../api-types.ts";
import type { CellEdit } from "../../edits.ts";
import type { RowFilter } from "../../row-index.ts";
import { useWords } from "../settings.tsx";
import { CellEditor, type EditEnd } from "./cell-editor.tsx";
import { gridClipboard, mostRowsAtOnce } from "./grid-clipboard.ts";
import { cellOf, type GridColumn, gridColumns } from "./grid-columns.ts";
import { editArea, editCell, fillDown } from "./grid-edits.ts";
import { GridHeader } from "./grid-header.tsx";
import { type Meaning, meaningOf } from "./grid-keys.ts";
import { gridPointer } from "./grid-pointer.ts";
import { GridRowView } from "./grid-row.tsx";
import { ProblemCard } from "./problem-card.tsx";
import { problemsAt } from "./problems-at.ts";
import type { RowSource } from "./row-source.ts";
import { areaOf, at, move, type Selection, startOfGrid } from "./selection.ts";
import { useRows } from "./use-rows.ts";

export type GridProps = {
  readonly label: string;
  readonly source: RowSource;
  readonly files: readonly ReadFile[];
  readonly filter: RowFilter;
  /** Of what is looked at. */
  readonly version: number;
  readonly onSort: (sort: RowFilter["sort"]) => void;
  /** Absent: nothing can be changed. */
  readonly onEdit?: (edits: readonly CellEdit[]) => void;
  readonly onUndo?: () => void;
  /** How many cells "fix all like this" would change. */
  readonly countRepairs?: (code: string, column: string) => number;
  readonly onRepairAll?: (code: string, column: string) => void;
  /** `check`: the status is told by marks; `run`: by its word too. */
  readonly look: "check" | "run";
};

export function Grid(props: GridProps) {
  const { label, source, files, filter, version, onEdit, onUndo, countRepairs, onRepairAll, look } = props;
  const words = useWords();
  const rows = useRows(source, filter, version);
  const samples = useSamples(rows.rowAt, files);
  const columns = useMemo(() => gridColumns(files, samples), [files, samples]);
  const [selection, setSelection] = useState<Selection>(startOfGrid);
  const [typed, setTyped] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const total = rows.total ?? 0;

  const down = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => columns[index]?.width ?? 120,
    overscan: 2,
    paddingStart: gutterWidths[look],
    scrollPaddingStart: gutterWidths[look],
  });
  const inSight = down.getVirtualItems();
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 60;
  const { show } = rows;
  useEffect(() => show(first, last), [show, first, last]);
  useLayoutEffect(() => {
    if (columns.length > 0) across.measure();
  }, [columns, across]);
  const question = JSON.stringify(filter);
  const answered = useRef(question);
  useLayoutEffect(() => {
    if (answered.current === question) return;
    answered.current = question;
    setSelection(startOfGrid);
    setTyped(undefined);
    scroller.current?.scrollTo({ top: 0 });
  }, [question]);

  const { active } = selection;
  const activeRow = rows.rowAt(active.row);
  const activeColumn = columns[active.column];
  const problems = activeRow && activeColumn ? problemsAt(activeRow, activeColumn) : [];
  const sizes = { rows: total, columns: columns.length, rowsInSight: Math.max(1, inSight.length - 8) };

  const select = (next: Selection) => {
    setSelection(next);
    setTyped(undefined);
    if (next.active.row >= 0) down.scrollToIndex(next.active.row);
    across.scrollToIndex(next.active.column);
  };
  const write = (edits: readonly CellEdit[]) => {
    if (edits.length > 0) onEdit?.(edits);
  };
  const selected = async () => {
    const { firstRow, lastRow, firstColumn, lastColumn } = areaOf(selection);
    const end = Math.min(lastRow, firstRow + mostRowsAtOnce - 1);
    return { rows: await rows.load(Math.max(0, firstRow), end), columns: columns.slice(firstColumn, lastColumn + 1) };
  };
  const focus = () => table.current?.focus({ preventScroll: true });
  const endEdit = ({ text, step }: EditEnd) => {
    if (text !== undefined && activeRow) write(editCell(activeRow, activeColumn, text));
    setTyped(undefined);
    focus();
    const next = step && move(selection, { key: step, ctrlKey: false, metaKey: false, shiftKey: false }, sizes);
    if (next) select(next);
  };
  const sort = (column: GridColumn | undefined) => {
    if (column) props.onSort(nextSort(filter.sort, column.name));
  };
  const repair = (everywhere: boolean) => {
    const problem = problems.find((each) => each.repair !== undefined);
    if (!activeRow || !activeColumn || problem?.repair === undefined) return;
    if (everywhere) onRepairAll?.(problem.code, activeColumn.name);
    else write(editCell(activeRow, activeColumn, problem.repair));
    focus();
  };
  const act = (meaning: Meaning) => {
    switch (meaning.kind) {
      case "select":
        return select(meaning.selection);
      case "sort":
        return sort(activeColumn);
      case "undo":
        return onUndo?.();
      case "fill":
        return void selected().then((area) => write(fillDown(area.rows, area.columns)));
      case "clear":
        return void selected().then((area) => write(editArea(area.rows, area.columns, [[""]])));
      case "fix":
      case "fix_all":
        return repair(meaning.kind === "fix_all");
      case "write":
        if (activeRow && activeColumn) setTyped(meaning.text ?? cellOf(activeRow, activeColumn) ?? "");
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (typed !== undefined || event.target !== table.current) return;
    const meaning = meaningOf(event, selection, sizes, onEdit !== undefined);
    if (!meaning) return;
    event.preventDefault();
    act(meaning);
  };
  const clipboard = gridClipboard({
    columns,
    total,
    selection,
    isEditing: typed !== undefined,
    canEdit: onEdit !== undefined,
    load: rows.load,
    write,
  });

  const pointer = gridPointer({
    pick: (cell, isFurther) => {
      select(isFurther ? { active: cell, anchor: selection.anchor } : at(cell.row, cell.column));
      focus();
    },
    open: () => {
      if (onEdit && activeRow && activeColumn) setTyped(cellOf(activeRow, activeColumn) ?? "");
    },
    sort: (column) => sort(columns[column]),
  });
  const items = across.getVirtualItems();
  const width = across.getTotalSize();
  const activeId = active.row < 0 ? `head-${active.column}` : `cell-${active.row}-${active.column}`;
  const activeLeft = items.find(({ index }) => index === active.column)?.start ?? 0;
  const rightEdge = (across.scrollOffset ?? 0) + (across.scrollRect?.width ?? 0);
  const bottomEdge = (down.scrollOffset ?? 0) + (down.scrollRect?.height ?? 0);
  const isLow = active.row > 5 && headHeight + (active.row + 1) * rowHeight + roomForCard > bottomEdge;
  return (
    <div ref={scroller} className={`grid look-${look}`} style={{ height: gridHeight(total) }}>
      <table
        ref={table}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-description={onEdit ? words.grid.keys : undefined}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={activeRow || active.row < 0 ? activeId : undefined}
        aria-multiselectable="true"
        aria-readonly={!onEdit}
        onKeyDown={onKeyDown}
        onCopy={clipboard.onCopy}
        onPaste={clipboard.onPaste}
        {...pointer}
      >
        <GridHeader columns={columns} items={items} width={width} sort={filter.sort} active={active} />
        <tbody style={{ height: down.getTotalSize(), width }}>
          {inSight.map(({ index, start }) => (
            <GridRowView
              key={index}
              index={index}
              top={start}
              row={rows.rowAt(index)}
              columns={columns}
              items={items}
              selection={selectionOf(selection, index)}
            />
          ))}
        </tbody>
      </table>
      {typed !== undefined && activeColumn && (
        <CellEditor
          label={words.grid.edit(activeColumn.title)}
          start={typed}
          left={activeLeft}
          top={headHeight + active.row * rowHeight}
          width={activeColumn.width}
          onEnd={endEdit}
        />
      )}
      {typed === undefined && problems.length > 0 && activeColumn && (
        <ProblemCard
          problems={problems}
          left={Math.max(0, Math.min(activeLeft, rightEdge - cardWidth - 24))}
          top={headHeight + (active.row + 1) * rowHeight}
          isLow={isLow}
          {...(onEdit
            ? {
                onFix: () => repair(false),
                onFixAll: () => repair(true),
                countAll: (code: string) => countRepairs?.(code, activeColumn.name) ?? 0,
              }
            : {})}
        />
      )}
      {total === 0 && <p className="grid-empty">{rows.total === 0 ? words.grid.nothing : words.grid.loading}</p>}
    </div>
  );
}

/** Pixels below a cell within which its card stands. */
const roomForCard = 150;

/** Of a row that holds none of the selection: always the same, so that the row need not be drawn again. */
function selectionOf(selection: Selection, index: number): Selection | undefined {
  const { firstRow, lastRow } = areaOf(selection);
  return index >= firstRow && index <= lastRow ? selection : undefined;
}

function nextSort(sort: RowFilter["sort"], column: string): RowFilter["sort"] {
  if (sort?.column !== column) return { column, isDescending: false };
  return sort.isDescending ? undefined : { column, isDescending: true };
}

/** The first rows, by which the widths of the columns are chosen; kept while the files are the same. */
function useSamples(rowAt: (index: number) => GridRow | undefined, files: readonly ReadFile[]): readonly GridRow[] {
  const kept = useRef<{ files: readonly ReadFile[]; rows: readonly GridRow[] }>({ files: [], rows: [] });
  const name = JSON.stringify(files.map(({ file, header }) => [file, header]));
  const known = JSON.stringify(kept.current.files.map(({ file, header }) => [file, header]));
  if (name !== known || kept.current.rows.length === 0) {
    const rows = Array.from({ length: 60 }, (_, index) => rowAt(index)).filter((row) => row !== undefined);
    if (name !== known || rows.length > 0) kept.current = { files, rows };
  }
  return kept.current.rows;
}

const rowHeight = 32;
/** A label over the name as it is in the file. */
const headHeight = 46;

/** Row number and mark; with the word of the status it takes more. */
const gutterWidths = { check: 84, run: 150 } as const;

const cardWidth = 380;

/** As high as its rows need, up to what the screen gives. */
function gridHeight(rows: number): string {
  const needed = headHeight + Math.max(7, rows) * rowHeight + 18;
  return `min(${needed}px, max(360px, 100vh - 210px))`;
}
