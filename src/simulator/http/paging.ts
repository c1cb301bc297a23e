/** Pages: how many, from where, and the Link to the next one. */
import { z } from "zod";
import type { Page } from "../store/search.ts";

/** A whole number in a query. */
export const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, "must be a whole number")
  .transform(Number);

/** How many on a page. */
export const pageSize = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, "must be a whole number of at least 1")
  .transform(Number);

export type AskedPage = { readonly max: number; readonly offset: number };

/** One row more than asked: whether there is a next page is seen without counting. */
export function oneMore({ max, offset }: AskedPage): Page {
  return { limit: max + 1, offset };
}

/** Cuts the extra row off, and links to the next page when it was there. `offsetName` is how this API calls the offset. */
export function cutPage<Row>(
  rows: readonly Row[],
  { max, offset }: AskedPage,
  link: { readonly url: URL; readonly offsetName: "offset" | "start" },
): { readonly rows: readonly Row[]; readonly headers: Readonly<Record<string, string>> } {
  if (rows.length <= max) return { rows, headers: {} };
  const next = new URL(link.url);
  next.searchParams.set("max", String(max));
  next.searchParams.set(link.offsetName, String(offset + max));
  return { rows: rows.slice(0, max), headers: { link: `<${next.href}>; rel="next"` } };
}
