/** The plan's operations and the append-only entries of what was done about them. */
import type Libsql from "libsql";
import type { JournalEntry, JournalledOperation } from "../../model/journal-entry.ts";
import type { Operation, OperationId, RowId, UnitId } from "../../model/plan.ts";
import { planQueries } from "./plan-queries.ts";
import { progressQueries } from "./progress-queries.ts";

export type OperationTable = ReturnType<typeof operationTable>;

type Joined = { operation: string; entry: string | null };

const joined = "select o.operation, e.entry from operations o left join entries e on e.operation = o.id";

/** What an operation says about its row. */
export type OperationTrace = {
  readonly row: RowId;
  readonly unit: UnitId;
  /** Something is to be sent for it, or it is refused. */
  readonly acts: boolean;
  /** The whole of one that names values beside those of the row's cells: what was before, what was chosen. */
  readonly operation?: Operation;
};

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
    /** Customers that failed because of this column. */
    customersRefusedFor(column: string): readonly JournalledOperation[] {
      const sql = `${joined} where o.resource = 'customer' and o.id in (
          select operation from entries where json_extract(entry, '$.result.failure.column') = ?
        ) order by o.id, e.id`;
      return read(() => db.prepare(sql).all(column));
    },
    ...planQueries(db),
    ...progressQueries(db, writeEntries),
    get: (id: OperationId): JournalledOperation | undefined => read(() => one.all(id))[0],
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
