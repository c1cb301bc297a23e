/** The location within the page, as the fragment of its URL. Pure; `use-route.ts` watches the URL. */

export type Route =
  | { readonly screen: "upload"; readonly batch?: string }
  | { readonly screen: "check" | "plan"; readonly batch: string }
  | { readonly screen: "run" | "review"; readonly run: string; readonly customer?: string }
  | { readonly screen: "runs" }
  | { readonly screen: "drift"; readonly drift?: string };

export function pathOf(route: Route): string {
  switch (route.screen) {
    case "upload":
      return route.batch ? `#/batch/${route.batch}/upload` : "#/";
    case "check":
    case "plan":
      return `#/batch/${route.batch}/${route.screen}`;
    case "run":
      return `#/run/${route.run}`;
    case "review":
      return `#/run/${route.run}/review${route.customer === undefined ? "" : `/${encodeURIComponent(route.customer)}`}`;
    case "runs":
      return "#/runs";
    case "drift":
      return route.drift === undefined ? "#/drift" : `#/drift/${route.drift}`;
  }
}

export function readRoute(hash: string): Route {
  const [path = ""] = hash.replace(/^#\/?/, "").split("?");
  const [first, id = "", part, rest] = path.split("/");
  if (first === "runs") return { screen: "runs" };
  if (first === "drift") return { screen: "drift", ...(id ? { drift: id } : {}) };
  if (first === "run" && id) {
    if (part !== "review") return { screen: "run", run: id };
    return { screen: "review", run: id, ...customerOf(rest) };
  }
  if (first === "batch" && id) {
    if (part === "check" || part === "plan") return { screen: part, batch: id };
    return { screen: "upload", batch: id };
  }
  return { screen: "upload" };
}

/** What is no percent-encoded text is no customer's. */
function customerOf(part: string | undefined): { readonly customer?: string } {
  if (part === undefined) return {};
  try {
    return { customer: decodeURIComponent(part) };
  } catch {
    return {};
  }
}
