/** The filter of a list as a part of its address, so that it can be gone back to and sent on. Pure but for the hook. */
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import { rowStatuses } from "../../model/outcome.ts";
import { sheetNames } from "../../model/sheet.ts";
import type { RowFilter } from "../row-index.ts";
import type { GridFilter } from "./grid/row-source.ts";

/** What is no filter is left out. */
export function filterOfHash(hash: string): RowFilter {
  const query = new URLSearchParams(hash.split("?")[1] ?? "");
  const of = (name: string) => query.get(name) || undefined;
  const only = (["errors", "problems"] as const).find((each) => each === of("only"));
  const column = of("sort");
  const filter = {
    sheet: sheetNames.find((each) => each === of("sheet")),
    customer: of("customer"),
    code: of("code"),
    column: of("column"),
    status: rowStatuses.find((each) => each === of("status")),
    only,
    text: of("text"),
    sort: column === undefined ? undefined : { column, isDescending: of("direction") === "down" },
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as RowFilter; // the same keys, fewer of them
}

/** The same address with another filter. */
export function hashWithFilter(hash: string, { sort, ...filter }: RowFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value));
  if (sort) {
    query.set("sort", sort.column);
    query.set("direction", sort.isDescending ? "down" : "up");
  }
  const [path = ""] = hash.split("?");
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** Does it leave rows out? */
export function isFiltering({ sheet: _sheet, sort: _sort, ...filter }: RowFilter): boolean {
  return Object.keys(filter).length > 0;
}

let views = 0;

/** `usual`: the sheet where none is named. What is typed takes the place of the filter before in the history of the browser; everything else can be gone back from. */
export function useAddressFilter(usual: RowFilter["sheet"]) {
  const hash = useSyncExternalStore(watchHash, () => location.hash);
  const named = useRef({ question: "", view: "" });
  const filter = useMemo(() => filterOfHash(hash), [hash]);
  const question = JSON.stringify(filter);
  if (named.current.question !== question) {
    views += 1;
    named.current = { question, view: `${performance.timeOrigin} ${views}` };
  }
  const { view } = named.current;
  const shown = useMemo<GridFilter>(() => {
    const sheet = filter.sheet ?? usual;
    return { ...filter, ...(sheet ? { sheet } : {}), ...(isFiltering(filter) ? { view } : {}) };
  }, [filter, usual, view]);
  const set = useCallback((next: RowFilter, isTyped = false) => {
    named.current = { question: "", view: "" };
    const to = hashWithFilter(location.hash, next);
    if (isTyped) history.replaceState(null, "", to);
    else if (to !== location.hash) history.pushState(null, "", to);
    dispatchEvent(new HashChangeEvent("hashchange"));
  }, []);
  return { filter, shown, set };
}

function watchHash(watcher: () => void): () => void {
  addEventListener("hashchange", watcher);
  addEventListener("popstate", watcher);
  return () => {
    removeEventListener("hashchange", watcher);
    removeEventListener("popstate", watcher);
  };
}
