/** A grid of a sheet's rows as people know it from spreadsheets, of which only what is in sight exists. Shows problems at their cells; what an edit means is decided by who uses it. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ReadFile } from "../../../model/run-report.ts";
import type { GridRow } from "../../api-types.ts";
import type { CellEdit } from "../../edits.ts";
import type { RowFilter } from "../../row-index.ts";
import { useWords } from "../settings.tsx";
import { CellEditor, type EditEnd } from "./cell-editor.tsx";
import { fromClipboard, toClipboard } from "./clipboard-text.ts";
import { cellOf, type GridColumn, gridColumns } from "./grid-columns.ts";
import { editArea, editCell, fillDown } from "./grid-edits.ts";
import { GridHeader } from "./grid-header.tsx";
import { GridRowView, type RowLook } from "./grid-row.tsx";
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
  readonly look: RowLook;
};

export const rowHeight = 32;
export const gutterWidth = 92;
const mostCopied = 500;

export function Grid(props: GridProps) {
  const { label, source, files, filter, version, onEdit, onUndo, countRepairs, onRepairAll, look } = props;
  const words = useWords();
  const rows = useRows(source, filter, version);
  const samples = useSamples(rows.rowAt, files);
  const columns = useMemo(() => gridColumns(files, samples), [files, samples]);
  const [selection, setSelection] = useState<Selection>(startOfGrid);
  const [typed, setTyped] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const total = rows.total ?? 0;

  const down = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: rowHeight,
    scrollPaddingStart: rowHeight,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => columns[index]?.width ?? 120,
    overscan: 2,
    paddingStart: gutterWidth,
    scrollPaddingStart: gutterWidth,
  });
  const inSight = down.getVirtualItems();
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 60;
  const { show } = rows;
  useEffect(() => show(first, last), [show, first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns have other widths
  useLayoutEffect(() => across.measure(), [columns]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its first row
  useLayoutEffect(() => {
    setSelection(startOfGrid);
    setTyped(undefined);
    scroller.current?.scrollTo({ top: 0 });
  }, [JSON.stringify(filter)]);

  const { active } = selection;
  const activeRow = rows.rowAt(active.row);
  const activeColumn = columns[active.column];
  const sizes = { rows: total, columns: columns.length, rowsInSight: Math.max(1, inSight.length - 16) };

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
    const end = Math.min(lastRow, firstRow + mostCopied - 1);
    return { rows: await rows.load(Math.max(0, firstRow), end), columns: columns.slice(firstColumn, lastColumn + 1) };
  };
  const endEdit = ({ text, step }: EditEnd) => {
    if (text !== undefined && activeRow) write(editCell(activeRow, activeColumn, text));
    setTyped(undefined);
    scroller.current?.focus();
    const next = step && move(selection, { key: step, ctrlKey: false, metaKey: false, shiftKey: false }, sizes);
    if (next) select(next);
  };
  const sort = (column: GridColumn | undefined) => {
    if (column) props.onSort(nextSort(filter.sort, column.name));
  };
  const repair = (everywhere: boolean) => {
    const problem = activeRow && activeColumn && problemsAt(activeRow, activeColumn).find((each) => each.repair !== undefined);
    if (!activeRow || !activeColumn || problem?.repair === undefined) return;
    if (everywhere) onRepairAll?.(problem.code, activeColumn.name);
    else write(editCell(activeRow, activeColumn, problem.repair));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (typed !== undefined || event.target !== scroller.current) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const done = () => event.preventDefault();
    if (active.row < 0 && (event.key === "Enter" || event.key === " ")) {
      done();
      return sort(activeColumn);
    }
    const moved = event.altKey ? undefined : move(selection, event, sizes);
    if (moved) {
      done();
      return select(moved);
    }
    if (!onEdit) return;
    if (event.altKey && event.key === "Enter") {
      done();
      return repair(event.shiftKey);
    }
    if (isCommand && event.key.toLowerCase() === "z") {
      done();
      return onUndo?.();
    }
    if (isCommand && event.key.toLowerCase() === "d") {
      done();
      return void selected().then((area) => write(fillDown(area.rows, area.columns)));
    }
    if (event.key === "Delete" || event.key === "Backspace") {
      done();
      return void selected().then((area) => write(editArea(area.rows, area.columns, [[""]])));
    }
    if (active.row < 0 || !activeRow || isCommand || event.altKey) return;
    if (event.key === "F2" || event.key === "Enter") {
      done();
      setTyped(activeColumn ? (cellOf(activeRow, activeColumn) ?? "") : "");
    } else if (event.key.length === 1) {
      done();
      setTyped(event.key);
    }
  };
  const onCopy = (event: ClipboardEvent) => {
    if (typed !== undefined) return;
    event.preventDefault();
    void selected().then((area) => {
      const texts = area.rows.map((row) => area.columns.map((column) => cellOf(row, column) ?? ""));
      void navigator.clipboard.writeText(toClipboard(texts));
    });
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typed !== undefined || !onEdit) return;
    event.preventDefault();
    const texts = fromClipboard(event.clipboardData.getData("text/plain"));
    const area = areaOf(selection);
    const isOne = texts.length === 1 && texts[0]?.length === 1;
    const height = isOne ? area.lastRow - area.firstRow + 1 : texts.length;
    const width = isOne ? area.lastColumn - area.firstColumn + 1 : Math.max(...texts.map((cells) => cells.length));
    const lastRow = Math.min(total, area.firstRow + height) - 1;
    const wanted = columns.slice(area.firstColumn, area.firstColumn + width);
    void rows.load(area.firstRow, lastRow).then((found) => write(editArea(found, wanted, texts)));
  };

  const activeId = active.row < 0 ? `head-${active.column}` : `cell-${active.row}-${active.column}`;
  const problems = activeRow && activeColumn ? problemsAt(activeRow, activeColumn) : [];
  const activeLeft = across.getVirtualItems().find(({ index }) => index === active.column)?.start ?? 0;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight */}
      <div
        ref={scroller}
        className="grid"
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-description={onEdit ? words.grid.keys : undefined}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={activeId}
        aria-multiselectable="true"
        aria-readonly={!onEdit}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <div
          className="grid-canvas"
          role="presentation"
          style={{ height: down.getTotalSize(), width: across.getTotalSize() }}
        >
          <GridHeader columns={columns} items={across.getVirtualItems()} sort={filter.sort} active={active} onSort={sort} />
          {inSight.map(({ index, start }) => (
            <GridRowView
              key={index}
              index={index}
              top={start}
              row={rows.rowAt(index)}
              columns={columns}
              items={across.getVirtualItems()}
              selection={selectionOf(selection, index)}
              isEdited={typed !== undefined && active.row === index}
              look={look}
              onPick={(column, isFurther) => {
                select(isFurther ? { active: { row: index, column }, anchor: selection.anchor } : at(index, column));
                scroller.current?.focus();
              }}
              onOpen={(column) => {
                const row = rows.rowAt(index);
                const picked = columns[column];
                if (onEdit && row && picked) setTyped(cellOf(row, picked) ?? "");
              }}
            />
          ))}
          {typed !== undefined && activeColumn && (
            <CellEditor
              label={words.grid.edit(activeColumn.title)}
              start={typed}
              left={activeLeft}
              top={active.row * rowHeight + rowHeight}
              width={activeColumn.width}
              onEnd={endEdit}
            />
          )}
          {typed === undefined && problems.length > 0 && activeColumn && activeRow && (
            <ProblemCard
              problems={problems}
              left={activeLeft}
              top={active.row * rowHeight + rowHeight * 2}
              isLow={active.row > last - 12 && active.row > 6}
              {...(onEdit
                ? {
                    onFix: () => repair(false),
                    onFixAll: () => repair(true),
                    countAll: (code: string) => countRepairs?.(code, activeColumn.name) ?? 0,
                  }
                : {})}
            />
          )}
        </div>
        {rows.total === 0 && <p className="grid-empty">{words.grid.nothing}</p>}
        {rows.total === undefined && <p className="grid-empty">{words.grid.loading}</p>}
      </div>
    </>
  );
}

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
