/** The plan's operations and the append-only entries of what was done about them. */
import type Libsql from "libsql";
import type { JournalEntry, JournalledOperation } from "../model/journal-entry.ts";
import type { Operation, OperationId, RowId, UnitId } from "../model/plan.ts";
import type { SheetName } from "../model/sheet.ts";

export type OperationTable = ReturnType<typeof operationTable>;

export type RowCounts = {
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly delete: number;
};

type Joined = { operation: string; entry: string | null };

const joined = "select o.operation, e.entry from operations o left join entries e on e.operation = o.id";

const countSql = `
  with strongest as (
    select max(case when action = 'create' then 3 when action in ('delete', 'update') then 2 else 1 end) as strength,
      max(case when action in ('update', 'none') and json_extract(operation, '$.resource') in ('customer', 'location', 'user') then 1 else 0 end) as is_there,
      max(case when action = 'delete' and json_extract(operation, '$.resource') in ('customer', 'location', 'user') then 1 else 0 end) as is_leaving,
      max(json_extract(operation, '$.refusal') is not null) as is_refused
    from operations where row not in (select row from verdicts) group by row
  )
  select
    coalesce(sum(is_refused = 0 and strength = 3 and is_there = 0), 0) as "create",
    coalesce(sum(is_refused = 0 and is_leaving = 0 and (strength = 2 or (strength = 3 and is_there = 1))), 0) as "update",
    coalesce(sum(is_refused = 0 and strength = 1), 0) as unchanged,
    coalesce(sum(is_refused = 0 and is_leaving = 1), 0) as "delete",
    coalesce(sum(is_refused), 0) + (select count(*) from verdicts) as refused
  from strongest`;

type OpenRows = {
  readonly unit: UnitId;
  readonly customer: string;
  readonly sheet: SheetName;
  readonly rows: number;
  readonly done: number;
};

const openRowsSql = `
  select o.unit as unit, u.reference as customer, json_extract(o.operation, '$.resource') || 's' as sheet, count(distinct o.row) as rows,
    count(distinct case when exists (
      select 1 from entries e where e.operation = o.id and json_extract(e.entry, '$.result.status') in ('done', 'failed')
    ) then o.row end) as done
  from operations o join units u on u.id = o.unit
  where o.action <> 'none' and json_extract(o.operation, '$.resource') in ('template', 'customer', 'location', 'user')
  group by o.unit, sheet`;

export function operationTable(db: Libsql.Database) {
  const insert = db.prepare("insert into operations (id, unit, row, action, operation) values (?, ?, ?, ?, ?)");
  const insertEntries = db.prepare(
    "insert into entries (operation, entry) select json_extract(e.value, '$.operation'), e.value from json_each(?) e",
  );
  const last = db.prepare("select coalesce(max(id), 0) as id from operations");
  const ofUnit = db.prepare(`${joined} where o.unit = ? order by o.id, e.id`);
  const ofRows = db.prepare(`${joined} where o.row between ? and ? order by o.id, e.id`);
  const one = db.prepare(`${joined} where o.id = ? order by e.id`);
  const ofRow = db.prepare(`${joined} where o.row = ? order by o.id, e.id`);
  let nextId = (last.get() as { id: number }).id + 1; // one column, never null

  /** Many entries come at a time; they are written together, before anything is read. */
  let waiting: string[] = [];
  const writeEntries = (): void => {
    if (waiting.length === 0) return;
    insertEntries.run(`[${waiting.join(",")}]`);
    waiting = [];
  };
  const read = (rows: () => unknown[]): readonly JournalledOperation[] => {
    writeEntries();
    return gather(rows());
  };

  return {
    writeEntries,
    /** An id for an operation that is being planned. */
    nextId: (): OperationId => nextId++,
    save(operations: readonly Operation[]): void {
      for (const operation of operations) {
        insert.run(operation.id, operation.unit, operation.row, operation.action, JSON.stringify(operation));
      }
    },
    append: (entry: JournalEntry): void => void waiting.push(JSON.stringify(entry)),
    ofUnit: (unit: UnitId): readonly JournalledOperation[] => read(() => ofUnit.all(unit)),
    ofRow: (row: RowId): readonly JournalledOperation[] => read(() => ofRow.all(row)),
    /** Operations of the rows from `first` to `last`, for those that have any. */
    ofRows(first: RowId, last: RowId): ReadonlyMap<RowId, readonly JournalledOperation[]> {
      const found = new Map<RowId, JournalledOperation[]>();
      for (const journalled of read(() => ofRows.all(first, last))) {
        const operations = found.get(journalled.operation.row) ?? [];
        operations.push(journalled);
        found.set(journalled.operation.row, operations);
      }
      return found;
    },
    /** All operations on one kind of resource. */
    ofResource(resource: Operation["resource"]): readonly Operation[] {
      const sql = "select operation from operations where json_extract(operation, '$.resource') = ?";
      return (db.prepare(sql).all(resource) as { operation: string }[]).map(
        ({ operation }) => JSON.parse(operation) as Operation, // written by `save`
      );
    },
    /** Customers that failed because of this column. */
    customersRefusedFor(column: string): readonly JournalledOperation[] {
      const sql = `${joined} where json_extract(o.operation, '$.resource') = 'customer' and o.id in (
          select operation from entries where json_extract(entry, '$.result.failure.column') = ?
        ) order by o.id, e.id`;
      return read(() => db.prepare(sql).all(column));
    },
    get: (id: OperationId): JournalledOperation | undefined => read(() => one.all(id))[0],
    /** Rows per customer and sheet whose own operation is to be carried out, and those of them that have their last word. */
    countOpenRows(): readonly OpenRows[] {
      writeEntries();
      return db.prepare(openRowsSql).all() as OpenRows[]; // selected by name
    },
    /** Units with an operation that the plan refused. */
    unitsWithRefusals(): readonly UnitId[] {
      const sql = "select distinct unit from operations where json_extract(operation, '$.refusal') is not null";
      return (db.prepare(sql).all() as { unit: UnitId }[]).map(({ unit }) => unit); // selected by name
    },
    /** Valid rows by the strongest action of their operations, and rows that are not valid. */
    countRows(): RowCounts {
      const [found] = db.prepare(countSql).all() as RowCounts[]; // selected by name; `get` would add a field of its own
      return found ?? { create: 0, update: 0, unchanged: 0, refused: 0, delete: 0 };
    },
  };
}

function gather(rows: unknown[]): readonly JournalledOperation[] {
  const found: { operation: Operation; entries: JournalEntry[] }[] = [];
  let previous: string | undefined;
  for (const row of rows as Joined[]) {
    // selected by name; both columns hold what `save` and `append` wrote
    if (row.operation !== previous) found.push({ operation: JSON.parse(row.operation) as Operation, entries: [] });
    previous = row.operation;
    if (row.entry) found.at(-1)?.entries.push(JSON.parse(row.entry) as JournalEntry);
  }
  return found;
}
