/** The current location of the page, and how to navigate. */
import { useSyncExternalStore } from "react";
import { pathOf, type Route, readRoute } from "./route.ts";

export function go(route: Route): void {
  location.hash = pathOf(route);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(watchHash, () => location.hash);
  return readRoute(hash);
}

function watchHash(watcher: () => void): () => void {
  addEventListener("hashchange", watcher);
  return () => removeEventListener("hashchange", watcher);
}
