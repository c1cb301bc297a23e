/** What is asked of a run under way: how many rows and customers have something left to be done. */
import type Libsql from "libsql";
import type { RowId, UnitId } from "../../model/plan.ts";
import type { SheetName } from "../../model/sheet.ts";

/** Rows of one customer in one sheet that are to be carried out. */
export type OpenRowCounts = {
  readonly unit: UnitId;
  readonly customer: string;
  readonly sheet: SheetName;
  readonly rows: number;
  /** Of these, the ones that have their last word; and of those, the ones that failed. */
  readonly done: number;
  readonly failed: number;
};

/** Operations to be carried out per row; `left`: those without a last word. */
const stepsOfRows = `
  select o.row as row, o.unit as unit,
    sum(not exists (
      select 1 from entries e where e.operation = o.id and json_extract(e.entry, '$.result.status') in ('done', 'failed')
    )) as left,
    max(exists (
      select 1 from entries e where e.operation = o.id and json_extract(e.entry, '$.result.status') = 'failed'
    )) as has_failed,
    max(exists (select 1 from entries e where e.operation = o.id)) as is_begun
  from operations o where o.action <> 'none' group by o.row`;

const openRowsSql = `
  with steps as (${stepsOfRows})
  select s.unit as unit, u.reference as customer, p.sheet as sheet, count(*) as rows,
    sum(s.left = 0 or s.has_failed) as done, sum(s.has_failed) as failed
  from steps s join units u on u.id = s.unit
  join (select sheet, min(first) as first, max(first + count) - 1 as last from pages group by sheet) p
    on s.row between p.first and p.last
  group by s.unit, p.sheet`;

/** `writeEntries`: those that wait are to be in the file when it is asked. */
export function progressQueries(db: Libsql.Database, writeEntries: () => void) {
  const several = db.prepare(`
    select row, count(*) as operations from operations where row between ? and ? and action <> 'none'
    group by row having operations > 1`);

  return {
    /** Rows from `first` to `last` of which several operations are to be carried out, and how many. */
    countsOfSeveral: (first: RowId, last: RowId) =>
      several.all(first, last) as readonly { readonly row: RowId; readonly operations: number }[], // selected by name
    /** Rows of which something was sent and something is left to be done. */
    begunRows(): readonly { readonly row: RowId; readonly left: number }[] {
      writeEntries();
      const sql = `select row, left from (${stepsOfRows}) where is_begun and left > 0 and not has_failed`;
      return db.prepare(sql).all() as { row: RowId; left: number }[]; // selected by name
    },
    /** Rows per customer and sheet of which something is to be carried out. */
    countOpenRows(): readonly OpenRowCounts[] {
      writeEntries();
      return db.prepare(openRowsSql).all() as OpenRowCounts[]; // selected by name
    },
    /** Units that have something to do in a customer that was there when the plan was made. */
    unitsInCustomers(): readonly { readonly unit: UnitId; readonly customerId: string }[] {
      writeEntries();
      const sql = `select o.unit as unit, min(json_extract(o.operation, '$.ids.customerId')) as customerId from operations o
        where o.action in ('create', 'update') and json_extract(o.operation, '$.ids.customerId') is not null
          and o.is_refused = 0
          and not exists (select 1 from entries e where e.operation = o.id and json_extract(e.entry, '$.result') is not null)
        group by o.unit`;
      return db.prepare(sql).all() as { unit: UnitId; customerId: string }[]; // selected by name
    },
  };
}
