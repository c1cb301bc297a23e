/** The rows of a grid, loaded in pages as they become visible. Old rows stay until their replacement is loaded. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { GridRow } from "../../api-types.ts";
import type { GridFilter, RowSource } from "./row-source.ts";

const pageSize = 100;
/** What one answer of the server holds. */
const mostAtOnce = 500;

/** After a page that could not be loaded. */
const untilNextTryMs = 1_000;

type Pages = {
  readonly name: string;
  readonly total: number;
  readonly matching: number;
  readonly pages: ReadonlyMap<number, readonly GridRow[]>;
};

export type Rows = {
  /** Rows that the filter has found; undefined before the first answer. */
  readonly total: number | undefined;
  /** Is that of this filter, and not of the one before? */
  readonly isOfFilter: boolean;
  /** Those of them that it finds as they are now. */
  readonly matching: number | undefined;
  /** Of what they were found in; 0 before the first answer. */
  readonly version: number;
  rowAt(index: number): GridRow | undefined;
  /** The rows that are to be seen now. */
  show(first: number, last: number): void;
  /** All rows from `first` to `last`, loaded where they are not. */
  load(first: number, last: number): Promise<readonly GridRow[]>;
};

/** `version`: of what is looked at; another one loads the rows again. */
export function useRows(source: RowSource, filter: GridFilter, version: number): Rows {
  const name = JSON.stringify([version, filter]);
  const [shown, setShown] = useState<Pages>();
  const held = useRef<Pages>({ name: "", total: 0, matching: 0, pages: new Map() });
  const asked = useRef(new Set<string>());
  const seen = useRef({ first: 0, last: pageSize - 1 });
  const wanted = useRef<string>(undefined);

  const fetchPage = useCallback(
    async (page: number): Promise<void> => {
      const key = `${name} ${page}`;
      if (asked.current.has(key)) return;
      asked.current.add(key);
      const reply = await source.find(filterOf(name), page * pageSize, pageSize).catch(() => {
        asked.current.delete(key);
        setTimeout(() => wanted.current === name && void fetchPage(page), untilNextTryMs);
        return undefined;
      });
      if (!reply || !asked.current.has(key)) return;
      const known = held.current.name === name ? held.current.pages : new Map<number, readonly GridRow[]>();
      const { total, matching } = reply;
      held.current = { name, total, matching, pages: new Map(known).set(page, reply.rows) };
      setShown(held.current);
    },
    [source, name],
  );

  const show = useCallback(
    (first: number, last: number) => {
      seen.current = { first, last };
      for (const page of pagesOf(first, last)) void fetchPage(page);
    },
    [fetchPage],
  );

  useEffect(() => {
    wanted.current = name;
    return () => {
      wanted.current = undefined;
    };
  }, [name]);
  useEffect(() => {
    asked.current = new Set([...asked.current].filter((key) => key.startsWith(name)));
    const { first, last } = seen.current;
    show(first, last);
    void fetchPage(0);
  }, [name, show, fetchPage]);

  const load = useCallback(
    async (first: number, last: number) => {
      const rows: GridRow[] = [];
      for (let from = first; from <= last; from += mostAtOnce) {
        const reply = await source.find(filterOf(name), from, Math.min(mostAtOnce, last - from + 1));
        rows.push(...reply.rows);
      }
      return rows;
    },
    [source, name],
  );

  const rowAt = useCallback(
    (index: number) => shown?.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    [shown],
  );
  const isOfFilter = shown !== undefined && JSON.stringify(filterOf(shown.name)) === JSON.stringify(filter);
  const of = shown ? versionOf(shown.name) : 0;
  return { total: shown?.total, isOfFilter, matching: shown?.matching, version: of, rowAt, show, load };
}

function filterOf(name: string): GridFilter {
  const [, filter] = JSON.parse(name) as [number, GridFilter]; // written above
  return filter;
}

function versionOf(name: string): number {
  const [version] = JSON.parse(name) as [number, GridFilter]; // written above
  return version;
}

function pagesOf(first: number, last: number): readonly number[] {
  const from = Math.floor(Math.max(0, first) / pageSize);
  const to = Math.floor(Math.max(0, last) / pageSize);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
