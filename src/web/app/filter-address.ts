/** The filter of a list as a part of its address, so that it can be gone back to and sent on. Pure; `use-filter.ts` watches the address. */
import { rowStatuses } from "../../model/outcome.ts";
import { sheetNames } from "../../model/sheet.ts";
import type { RowFilter } from "../row-index.ts";

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
  const order = sort ? { sort: sort.column, direction: sort.isDescending ? "down" : "up" } : {};
  return hashWithQuery(hash, { ...filter, ...order });
}

/** What is blank is left out. */
export function hashWithQuery(hash: string, parts: Readonly<Record<string, string | undefined>>): string {
  const filled = Object.entries(parts).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  const query = new URLSearchParams(filled).toString();
  const [path] = hash.split("?");
  return query === "" ? path || "#/" : `${path || "#/"}?${query}`;
}

/** Does it leave rows out? */
export function isFiltering({ sheet: _sheet, sort: _sort, ...filter }: RowFilter): boolean {
  return Object.keys(filter).length > 0;
}
