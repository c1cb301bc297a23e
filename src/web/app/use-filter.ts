/** The filter of a list, which stands in the address. */
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import type { RowFilter } from "../row-index.ts";
import { filterOfHash, hashWithFilter, hashWithQuery, isFiltering } from "./filter-address.ts";
import type { GridFilter } from "./grid/row-source.ts";

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
    goTo(hashWithFilter(location.hash, next), isTyped);
  }, []);
  return { filter, shown, set };
}

/** The filter of a list other than of rows, by the names of its parts. */
export function useHashQuery() {
  const hash = useSyncExternalStore(watchHash, () => location.hash);
  const query = useMemo(() => new URLSearchParams(hash.split("?")[1] ?? ""), [hash]);
  const set = useCallback(
    (next: Readonly<Record<string, string | undefined>>, isTyped = false) =>
      goTo(hashWithQuery(location.hash, next), isTyped),
    [],
  );
  return { query, set };
}

function goTo(hash: string, isTyped: boolean): void {
  if (isTyped) history.replaceState(null, "", hash);
  else if (hash !== location.hash) history.pushState(null, "", hash);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

function watchHash(watcher: () => void): () => void {
  addEventListener("hashchange", watcher);
  addEventListener("popstate", watcher);
  return () => {
    removeEventListener("hashchange", watcher);
    removeEventListener("popstate", watcher);
  };
}
