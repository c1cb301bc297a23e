/** A spreadsheet-like grid of the rows of a sheet, which renders only what is visible. Shows problems at their cells; its user decides what an edit means. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ReadFile } from "../../../model/run-report.ts";
import type { RowAddress } from "../../../model/sheet.ts";
import type { GridRow } from "../../api-types.ts";
import type { RowFilter } from "../../row-index.ts";
import { type GridEdits, gridActions } from "./grid-actions.ts";
import { gridClipboard } from "./grid-clipboard.ts";
import { gridColumns } from "./grid-columns.ts";
import { GridDetail } from "./grid-detail.tsx";
import { rowWritten } from "./grid-edits.ts";
import { meaningOf } from "./grid-keys.ts";
import { gridPointer } from "./grid-pointer.ts";
import { GridTable } from "./grid-table.tsx";
import type { Swap } from "./problems-at.ts";
import type { GridFilter, RowSource } from "./row-source.ts";
import { areaOf, at, type CellPosition, type Selection, startOfGrid } from "./selection.ts";
import { type Goal, useGoal } from "./use-goal.ts";
import { usePlaces } from "./use-places.ts";
import { useRows } from "./use-rows.ts";
import { useVirtual } from "./use-virtual.ts";
import { useWidths } from "./use-widths.ts";
import { useWritten } from "./use-written.ts";

export type GridProps = {
  readonly label: string;
  readonly source: RowSource;
  readonly files: readonly ReadFile[];
  readonly filter: GridFilter;
  /** Of what is looked at. */
  readonly version: number;
  readonly onSort: (sort: RowFilter["sort"]) => void;
  /** Absent: nothing can be changed. */
  readonly edits?: GridEdits;
  /** The file that new rows go to; absent where none can be added. */
  readonly addTo?: string | undefined;
  /** How many cells would change with this one: those with its certain repair, or with its text and suggestion. */
  readonly countLike?: (code: string, column: string, swap?: Swap) => number;
  /** `check`: marks show the status; `run`: its word, too. */
  readonly look: "check" | "run";
  /** Where somebody is to be brought. */
  readonly goal?: Goal | undefined;
  /** There are no more problems in this direction. */
  readonly onEnd?: (direction: "next" | "previous") => void;
  /** The filter does not find the row of the goal. */
  readonly onLost?: () => void;
  readonly onGoTo?: (at: RowAddress) => void;
  /** Which rows are selected, and how many the filter finds. */
  readonly onLook?: (seen: Seen) => void;
};

export type Seen = {
  readonly total: number | undefined;
  readonly matching: number | undefined;
  readonly selectedRows: number;
  /** Deletes them. */
  readonly remove: () => void;
};

export function Grid(props: GridProps) {
  const { label, source, files, filter, version, edits, addTo, countLike, look, goal } = props;
  const rows = useRows(source, filter, version);
  const samples = useSamples(rows.rowAt, files);
  const { widths, widen } = useWidths(files[0]?.sheet ?? "");
  const columns = useMemo(() => gridColumns(files, samples, widths), [files, samples, widths]);
  const { written, show: showWritten } = useWritten(rows.version);
  const [selection, setSelection] = useState<Selection>(startOfGrid);
  const [typed, setTyped] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const total = rows.total ?? 0;
  const hasNewRow = edits !== undefined && addTo !== undefined && rows.total !== undefined;
  const lines = total + (hasNewRow ? 1 : 0);
  const virtual = useVirtual({ scroller, lines, columns, look });
  const { down, across, inSight } = virtual;
  const { show } = rows;
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 60;
  useEffect(() => show(first, last), [show, first, last]);

  useFreshStart(JSON.stringify(filter), () => {
    setSelection(startOfGrid);
    setTyped(undefined);
    scroller.current?.scrollTo({ top: 0 });
  });

  const rowAt = (index: number) => {
    const row = rows.rowAt(index);
    return row && written.size > 0 ? rowWritten(row, columns, written) : row;
  };
  const { active } = selection;
  const activeRow = rowAt(active.row);
  const activeColumn = columns[active.column];
  const sizes = { rows: lines, columns: columns.length, rowsInSight: Math.max(1, inSight.length - 8) };
  const focus = () => table.current?.focus({ preventScroll: true });
  const select = (next: Selection, isStill = false) => {
    setSelection(next);
    setTyped(undefined);
    if (isStill) return;
    if (next.active.row >= 0) down.scrollToIndex(next.active.row);
    across.scrollToIndex(next.active.column);
  };
  const goToProblem = useGoal({
    ...props,
    columns,
    goal,
    active,
    total: rows.isOfFilter ? rows.total : undefined,
    select,
    focus,
  });
  const places = usePlaces(source, filter, version, active, activeColumn?.name);
  const actions = gridActions({
    ...props,
    columns,
    rows,
    rowAt,
    selection,
    sizes,
    select,
    setTyped,
    focus,
    widen,
    showWritten,
    goToProblem,
  });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (typed !== undefined || event.target !== table.current) return;
    const meaning = meaningOf(event, selection, sizes, edits !== undefined);
    if (!meaning) return;
    event.preventDefault();
    actions.act(meaning);
  };
  useLook(
    props.onLook,
    { total: rows.total, matching: rows.matching, selectedRows: countRows(selection, total) },
    actions.remove,
  );

  const clipboard = gridClipboard({
    columns,
    selection,
    isEditing: typed !== undefined,
    canEdit: edits !== undefined,
    load: rows.load,
    paste: actions.paste,
    copied: (count, width) => edits?.tellCopied(count, width),
  });
  const pick = (next: Selection, isStill = false) => {
    select(next, isStill);
    focus();
  };
  const pointer = gridPointer({
    ...picking(selection, { rows: total, columns: columns.length }, pick),
    open: actions.open,
    sort: (column) => actions.sort(columns[column]),
    widen: (column, width) => {
      const name = columns[column]?.name;
      if (name !== undefined) widen(name, width);
    },
  });
  return (
    <div className="grid-frame">
      <GridTable
        {...{ scroller, table, label, look, columns, virtual, rowAt, written, selection, typed, hasNewRow }}
        total={rows.total}
        sort={filter.sort}
        isReadOnly={!edits}
        handlers={{ onKeyDown, onCopy: clipboard.onCopy, onPaste: clipboard.onPaste, ...pointer }}
        onEndEdit={actions.endEdit}
      />
      <GridDetail
        row={activeRow}
        column={activeColumn}
        columns={columns}
        places={places}
        look={look}
        onStep={goToProblem}
        countLike={(code, swap) => countLike?.(code, activeColumn?.name ?? "", swap) ?? 0}
        onRepairLike={actions.repairLike}
        onGoTo={props.onGoTo}
        {...(edits ? { onWrite: actions.writeActive } : {})}
      />
    </div>
  );
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

/** Another filter begins at the top, with nothing selected and no cell open. */
function useFreshStart(question: string, restart: () => void): void {
  const answered = useRef(question);
  const begin = useRef(restart);
  begin.current = restart;
  useLayoutEffect(() => {
    if (answered.current === question) return;
    answered.current = question;
    begin.current();
  }, [question]);
}

/** Tells the grid's user what is looked at, each time that it is something else. */
function useLook(
  onLook: GridProps["onLook"],
  { total, matching, selectedRows }: Omit<Seen, "remove">,
  removeNow: () => void,
): void {
  const remove = useRef(removeNow);
  remove.current = removeNow;
  useEffect(() => {
    onLook?.({ total, matching, selectedRows, remove: () => remove.current() });
  }, [onLook, total, matching, selectedRows]);
}

/** Selected rows that there are: the header and the line for a new row are none. */
function countRows(selection: Selection, total: number): number {
  const { firstRow, lastRow } = areaOf(selection);
  return Math.max(0, Math.min(lastRow, total - 1) - Math.max(0, firstRow) + 1);
}

type Size = { readonly rows: number; readonly columns: number };

/** What picking a cell, a row or everything selects. */
function picking({ anchor }: Selection, { rows, columns }: Size, pick: (next: Selection, isStill?: boolean) => void) {
  return {
    pick: (cell: CellPosition, isFurther: boolean) =>
      pick(isFurther ? { active: cell, anchor } : at(cell.row, cell.column)),
    pickRow: (row: number, isFurther: boolean) =>
      pick({ active: { row, column: 0 }, anchor: { row: isFurther ? anchor.row : row, column: columns - 1 } }, true),
    pickAll: () => pick({ active: at(0, 0).active, anchor: { row: rows - 1, column: columns - 1 } }, true),
  };
}
