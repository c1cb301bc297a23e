/** Lists with filters: one prepared statement per combination of filters, so that each uses its index. */
import type { Database, SqlValue } from "./database.ts";

/** A condition with its values; `undefined`: the filter was not asked for. */
export type Filter = readonly [condition: string, ...values: readonly (SqlValue | undefined)[]];

export type Page = { readonly limit: number; readonly offset: number };

export type Search<Row> = (filters: readonly Filter[], order: string, page: Page) => readonly Row[];

/** `select` is everything before `where`. */
export function createSearch<Row>(db: Database, select: string): Search<Row> {
  const prepared = new Map<string, (...values: readonly SqlValue[]) => readonly Row[]>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = db.many<Row>(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return (filters, order, page) => {
    const asked = filters.filter(([, value]) => value !== undefined);
    const where = asked.length > 0 ? ` where ${asked.map(([condition]) => condition).join(" and ")}` : "";
    const values = asked.flatMap(([, ...rest]) => rest.map((value) => value ?? null));
    return prepare(`${select}${where} order by ${order} limit ? offset ?`)(...values, page.limit, page.offset);
  };
}
