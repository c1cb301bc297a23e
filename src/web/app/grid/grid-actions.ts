/** What a grid does when somebody presses a key or a button: move, write, repair, paste, fill, clear, delete. */
import type { GridRow } from "../../api-types.ts";
import type { CellEdit, EditKind } from "../../edits.ts";
import type { RowFilter } from "../../row-index.ts";
import type { EditEnd } from "./cell-editor.tsx";
import { cellOf, type GridColumn } from "./grid-columns.ts";
import { editCell, editCells } from "./grid-edits.ts";
import type { Meaning } from "./grid-keys.ts";
import { offersOf, problemsAt, type Swap } from "./problems-at.ts";
import type { GridFilter } from "./row-source.ts";
import { areaOf, move, type Selection, type Size } from "./selection.ts";
import type { Rows } from "./use-rows.ts";

/** The cells of an area, from its first row on. */
export type AreaOfCells = {
  readonly kind: "paste" | "fill" | "clear" | "delete" | "add";
  /** The first row; absent below the last. */
  readonly from?: { readonly file: string; readonly row: number };
  readonly rows: number;
  readonly columns: readonly string[];
  readonly texts?: readonly (readonly string[])[];
};

/** Sends what was edited. Each resolves to the version of the batch with it; undefined when it was refused. */
export type GridEdits = {
  write(kind: EditKind, cells: readonly CellEdit[]): Promise<number | undefined>;
  area(area: AreaOfCells): Promise<number | undefined>;
  repairLike(code: string, column: string, swap?: Swap): void;
  undo(): void;
  redo(): void;
  tellCopied(rows: number, columns: number): void;
};

type Deps = {
  readonly edits?: GridEdits | undefined;
  readonly filter: GridFilter;
  readonly onSort: (sort: RowFilter["sort"]) => void;
  readonly columns: readonly GridColumn[];
  readonly rows: Rows;
  readonly selection: Selection;
  readonly sizes: Size;
  rowAt(index: number): GridRow | undefined;
  select(next: Selection, isStill?: boolean): void;
  setTyped(text: string | undefined): void;
  focus(): void;
  widen(name: string, width: number): void;
  showWritten(edits: readonly CellEdit[], sent: Promise<number | undefined>): void;
  goToProblem(direction: "next" | "previous"): void;
};

export function gridActions(deps: Deps) {
  const { edits, columns, rows, rowAt, selection, select, setTyped, focus } = deps;
  const { active } = selection;
  const column = columns[active.column];
  const row = rowAt(active.row);

  const writeActive = (text: string, kind: EditKind = "write") => {
    if (!edits || !column) return;
    if (!row && active.row === rows.total) {
      if (text !== "") void edits.area({ kind: "add", rows: 0, columns: [column.name], texts: [[text]] });
      return;
    }
    const cells = row ? editCell(row, column, text) : [];
    if (cells.length > 0) deps.showWritten(cells, edits.write(kind, cells));
  };
  const sendArea = areaSender(deps);
  const fix = (isAll: boolean) => {
    if (!row || !column) return;
    for (const problem of problemsAt(row, column)) {
      const cell = cellOf(row, column) ?? "";
      const [text] = offersOf(problem, cell);
      if (text === undefined) continue;
      const swap = problem.repair === undefined ? { from: cell, to: text } : undefined;
      if (isAll) edits?.repairLike(problem.code, column.name, swap);
      else writeActive(text, swap ? "replace" : "repair");
      return focus();
    }
  };
  const sort = (by: GridColumn | undefined) => {
    if (by) deps.onSort(nextSort(deps.filter.sort, by.name));
  };
  const open = () => {
    if (edits && column && (row || active.row === rows.total)) setTyped(row ? (cellOf(row, column) ?? "") : "");
  };

  return {
    writeActive: (text: string) => {
      writeActive(text, "repair");
      focus();
    },
    repairLike(code: string, swap?: Swap) {
      if (column) edits?.repairLike(code, column.name, swap);
      focus();
    },
    sort,
    open,
    paste: (texts: readonly (readonly string[])[]) => sendArea("paste", texts),
    remove: () => sendArea("delete"),
    endEdit({ text, step }: EditEnd) {
      if (text !== undefined) writeActive(text);
      setTyped(undefined);
      focus();
      const key = step && { key: step, ctrlKey: false, metaKey: false, shiftKey: false };
      const next = key && move(selection, key, deps.sizes);
      if (next) select(next);
    },
    act(meaning: Meaning) {
      switch (meaning.kind) {
        case "select":
          return select(meaning.selection, meaning.isStill);
        case "problem":
          return deps.goToProblem(meaning.direction);
        case "widen":
          if (column) deps.widen(column.name, Math.max(48, column.width + meaning.by));
          return;
        case "sort":
          return sort(column);
        case "undo":
          return edits?.undo();
        case "redo":
          return edits?.redo();
        case "fill":
        case "clear":
          return sendArea(meaning.kind);
        case "fix":
        case "fix_all":
          return fix(meaning.kind === "fix_all");
        case "write":
          if (meaning.text === undefined) open();
          else if (column && (row || active.row === rows.total)) setTyped(meaning.text);
      }
    },
  };
}

/** Sends an edit of the selected area, and shows at once what of it is in sight. */
function areaSender({ edits, columns, rows, rowAt, selection, showWritten }: Deps) {
  const total = rows.total ?? 0;
  return (kind: AreaOfCells["kind"], texts: readonly (readonly string[])[] = []) => {
    if (!edits) return;
    const { firstRow, lastRow, firstColumn, lastColumn } = areaOf(selection);
    const top = Math.max(0, firstRow);
    const isOne = texts.length === 1 && texts[0]?.length === 1;
    const width =
      kind === "paste" && !isOne ? Math.max(...texts.map(({ length }) => length)) : lastColumn - firstColumn + 1;
    const wanted = columns.slice(firstColumn, firstColumn + width);
    const first = rowAt(top);
    if (!first && top < total) return; // it is loaded first
    const selected = Math.min(lastRow, total - 1) - top + 1;
    const height = kind === "paste" && !isOne ? texts.length : Math.max(0, selected);
    const sent = edits.area({
      kind,
      ...(first ? { from: { file: first.at.file, row: first.at.row } } : {}),
      rows: height,
      columns: wanted.map(({ name }) => name),
      texts,
    });
    const seen = loadedRows(rowAt, top, Math.min(total, top + height));
    showWritten(kind === "delete" ? [] : editCells(seen, wanted, textsOf(kind, texts, first, wanted)), sent);
  };
}

function textsOf(
  kind: AreaOfCells["kind"],
  texts: readonly (readonly string[])[],
  first: GridRow | undefined,
  columns: readonly GridColumn[],
): readonly (readonly string[])[] {
  if (kind === "clear") return [[""]];
  if (kind !== "fill" || !first) return texts;
  const filled = columns.map((column) => cellOf(first, column) ?? "");
  return Array.from({ length: mostShown }, () => filled);
}

/** More rows are never in sight at once. */
const mostShown = 2_000;

/** From the first on, up to one that is not loaded. */
function loadedRows(rowAt: Deps["rowAt"], first: number, end: number): readonly GridRow[] {
  const loaded: GridRow[] = [];
  for (let index = first; index < end && loaded.length < mostShown; index += 1) {
    const row = rowAt(index);
    if (!row) break;
    loaded.push(row);
  }
  return loaded;
}

function nextSort(sort: RowFilter["sort"], column: string): RowFilter["sort"] {
  if (sort?.column !== column) return { column, isDescending: false };
  return sort.isDescending ? undefined : { column, isDescending: true };
}
