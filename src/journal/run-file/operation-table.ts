/** The plan's operations and the append-only entries of what was done about them. */
import type Libsql from "libsql";
import type { JournalEntry, JournalledOperation } from "../../model/journal-entry.ts";
import type { Operation, OperationId, RowId, UnitId } from "../../model/plan.ts";
import type { SheetName } from "../../model/sheet.ts";

export type OperationTable = ReturnType<typeof operationTable>;

/** Rows for which the same kinds of operations are planned. */
export type AlikeRows = {
  /** Each kind once. */
  readonly steps: readonly Pick<Operation, "resource" | "action">[];
  /** The plan refuses one of them. */
  readonly isRefused: boolean;
  readonly rows: number;
};

type Joined = { operation: string; entry: string | null };

const joined = "select o.operation, e.entry from operations o left join entries e on e.operation = o.id";

const alikeSql = `
  select steps, is_refused, count(*) as rows from (
    select group_concat(distinct resource || ' ' || action) as steps, max(is_refused) as is_refused
    from operations where row not in (select row from verdicts) group by row
  ) group by steps, is_refused`;

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

/** What an operation tells of its row. */
export type OperationTrace = {
  readonly row: RowId;
  readonly unit: UnitId;
  /** Something is to be sent for it, or it is refused. */
  readonly acts: boolean;
  /** The whole of one that names values beside those of the row's cells: what was before, what was chosen. */
  readonly operation?: Operation;
};

export type Removals = { readonly customer: string; readonly removals: number; readonly users: number };

export function operationTable(db: Libsql.Database) {
  const insert = db.prepare(
    "insert into operations (id, unit, row, resource, action, is_refused, operation) values (?, ?, ?, ?, ?, ?, ?)",
  );
  const insertEntries = db.prepare(
    "insert into entries (operation, entry) select json_extract(e.value, '$.operation'), e.value from json_each(?) e",
  );
  const last = db.prepare("select coalesce(max(id), 0) as id from operations");
  const ofUnit = db.prepare(`${joined} where o.unit = ? order by o.id, e.id`);
  const ofRows = db.prepare(`${joined} where o.row between ? and ? order by o.id, e.id`);
  const one = db.prepare(`${joined} where o.id = ? order by e.id`);
  const ofRow = db.prepare(`${joined} where o.row = ? order by o.id, e.id`);
  const tracesAfter = db.prepare(`
    select id, row, unit, action in ('create', 'update', 'delete') or is_refused as acts,
      case when action in ('create', 'update', 'delete')
        and (?2 or instr(operation, '"changes":') or instr(operation, '"assigned":') or action = 'delete') then operation end as operation
    from operations where id > ?1 order by id limit 5000`);
  const toDo = db.prepare("select count(*) as operations from operations where row = ? and action <> 'none'");
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
        const { id, unit, row, resource, action, refusal } = operation;
        insert.run(id, unit, row, resource, action, refusal ? 1 : 0, JSON.stringify(operation));
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
    /** Every operation as far as the search for a person, a number or a customer needs it, in the order of the plan. `isWhole`: also the whole of those that name nothing beside the cells. */
    *traces(isWhole: boolean): Generator<OperationTrace> {
      for (let last = 0; ; ) {
        const page = tracesAfter.all(last, isWhole ? 1 : 0) as {
          id: number;
          row: RowId;
          unit: UnitId;
          acts: 0 | 1;
          operation: string | null;
        }[]; // selected by name
        for (const { row, unit, acts, operation } of page) {
          const told = operation === null ? {} : { operation: JSON.parse(operation) as Operation }; // written by `save`
          yield { row, unit, acts: acts === 1, ...told };
        }
        const end = page.at(-1);
        if (!end) return;
        last = end.id;
      }
    },
    /** All operations on one kind of resource. */
    ofResource(resource: Operation["resource"]): readonly Operation[] {
      const sql = "select operation from operations where resource = ?";
      return (db.prepare(sql).all(resource) as { operation: string }[]).map(
        ({ operation }) => JSON.parse(operation) as Operation, // written by `save`
      );
    },
    /** Users who are to go, customer by customer, and how many the customer has at the target. */
    removals(): readonly Removals[] {
      const sql = `select u.reference as customer, coalesce(u.users, 0) as users,
          count(distinct json_extract(o.operation, '$.key')) as removals
        from operations o join units u on u.id = o.unit
        where o.action = 'delete' and o.resource in ('user', 'person') and o.is_refused = 0 group by o.unit`;
      return db.prepare(sql).all() as Removals[]; // selected by name
    },
    /** People who are to go, by their addresses, each with a row that says so. */
    peopleWhoGo(): readonly { readonly email: string; readonly row: RowId }[] {
      const sql = `select json_extract(operation, '$.key') as email, min(row) as row from operations
        where action = 'delete' and resource in ('user', 'person') and is_refused = 0 group by email`;
      return db.prepare(sql).all() as { email: string; row: RowId }[]; // selected by name
    },
    /** Customers that are to go, by their external ids. */
    customersThatGo(): readonly string[] {
      const sql = `select json_extract(operation, '$.key') as customer from operations
        where resource = 'customer' and action = 'delete' and is_refused = 0`;
      return (db.prepare(sql).all() as { customer: string }[]).map(({ customer }) => customer); // selected by name
    },
    /** Customers that failed because of this column. */
    customersRefusedFor(column: string): readonly JournalledOperation[] {
      const sql = `${joined} where o.resource = 'customer' and o.id in (
          select operation from entries where json_extract(entry, '$.result.failure.column') = ?
        ) order by o.id, e.id`;
      return read(() => db.prepare(sql).all(column));
    },
    get: (id: OperationId): JournalledOperation | undefined => read(() => one.all(id))[0],
    /** Operations of a row that are to be carried out. */
    countOfRow: (row: RowId): number => (toDo.get(row) as { operations: number }).operations, // one count
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
    /** Customers that a plan was made for; `customerId`: of those that were there. */
    plannedCustomers(): readonly {
      readonly unit: UnitId;
      readonly reference: string;
      readonly customerId: string | null;
    }[] {
      const sql = `select u.id as unit, u.reference as reference, min(json_extract(o.operation, '$.ids.customerId')) as customerId
        from operations o join units u on u.id = o.unit group by u.id`;
      return db.prepare(sql).all() as { unit: UnitId; reference: string; customerId: string | null }[]; // selected by name
    },
    /** Units with an operation that the plan refused. */
    unitsWithRefusals(): readonly UnitId[] {
      const sql = "select distinct unit from operations where is_refused";
      return (db.prepare(sql).all() as { unit: UnitId }[]).map(({ unit }) => unit); // selected by name
    },
    /** Valid rows, counted by the kinds of operations that are planned for them. */
    alikeRows(): readonly AlikeRows[] {
      const found = db.prepare(alikeSql).all() as { steps: string; is_refused: number; rows: number }[]; // selected by name
      return found.map(({ steps, is_refused, rows }) => ({
        steps: steps.split(",").map((step) => {
          const [resource, action] = step.split(" ");
          return { resource, action } as Pick<Operation, "resource" | "action">; // written by `save`
        }),
        isRefused: is_refused === 1,
        rows,
      }));
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
