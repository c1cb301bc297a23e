/** Brings somebody to a row by its address, or to a problem: the next, the one before, the first, the last. */
import { useEffect, useLayoutEffect, useRef } from "react";
import type { GridColumn } from "./grid-columns.ts";
import type { GridFilter, RowSource } from "./row-source.ts";
import { at, type CellPosition, type Selection } from "./selection.ts";

/** Another one each time somebody is to be brought there. */
export type Goal =
  | { readonly file: string; readonly line: number; readonly column?: string | undefined }
  | { readonly problem: "first" | "last" }
  /** Below the last row. */
  | { readonly newRow: true };

type Deps = {
  readonly source: RowSource;
  readonly filter: GridFilter;
  readonly columns: readonly GridColumn[];
  readonly goal?: Goal | undefined;
  readonly active: CellPosition;
  /** Rows that the filter has found; undefined while they are those of another. */
  readonly total: number | undefined;
  readonly onEnd?: (direction: "next" | "previous") => void;
  readonly onLost?: () => void;
  select(next: Selection, isStill?: boolean): void;
  focus(): void;
};

const behindAll = Number.MAX_SAFE_INTEGER;

/** Returns how to go to the problem after or before the active cell. */
export function useGoal(deps: Deps): (direction: "next" | "previous") => void {
  const now = useRef(deps);
  now.current = deps;
  const wanted = useRef<{ readonly row: number; readonly column: string | undefined }>(undefined);

  /** At once where the rows and columns are there; else as soon as they are. */
  const arrive = () => {
    const { total, columns, select, focus } = now.current;
    const goal = wanted.current;
    const isNew = goal?.row === behindAll;
    if (!goal || total === undefined || (goal.row >= total && !isNew) || columns.length === 0) return;
    wanted.current = undefined;
    const column = columns.findIndex(({ name }) => name === goal.column);
    select(at(isNew ? total : goal.row, Math.max(0, column)));
    focus();
  };
  useLayoutEffect(arrive);

  const go = async (row: number, column: string | undefined, direction: "next" | "previous") => {
    const { source, filter, onEnd } = now.current;
    const { place } = await source.place(filter, { row, ...(column === undefined ? {} : { column }) }, direction);
    if (!place) return onEnd?.(direction);
    wanted.current = { row: place.row, column: place.column };
    arrive();
  };

  const { goal } = deps;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each goal is gone to once
  useEffect(() => {
    if (!goal) return;
    void bring(goal).catch(() => undefined);
  }, [goal]);

  const bring = async (to: Goal) => {
    if ("newRow" in to) {
      wanted.current = { row: behindAll, column: undefined };
      return arrive();
    }
    if ("problem" in to)
      return to.problem === "first" ? go(-1, undefined, "next") : go(behindAll, undefined, "previous");
    const { file, line, column } = to;
    const { source, filter, onLost } = now.current;
    const { row } = await source.place(filter, { file, line }, "here");
    if (row < 0) return onLost?.();
    wanted.current = { row, column };
    arrive();
  };

  return (direction) => {
    const { active, columns } = now.current;
    void go(active.row, columns[active.column]?.name, direction).catch(() => undefined);
  };
}
