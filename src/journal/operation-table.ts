/** The plan's operations and the append-only entries of what was done about them. */
import type Libsql from "libsql";
import { advance, type JournalEntry, notStarted, type OperationState } from "../model/journal-entry.ts";
import type { Operation, OperationId, RowId, UnitId } from "../model/plan.ts";

export type OperationTable = ReturnType<typeof operationTable>;

export type JournalledOperation = { readonly operation: Operation; readonly entries: readonly JournalEntry[] };

type Joined = { operation: string; entry: string | null };

const joined = "select o.operation, e.entry from operations o left join entries e on e.operation = o.id";

export function operationTable(db: Libsql.Database) {
  const insert = db.prepare("insert into operations (id, unit, row, action, operation) values (?, ?, ?, ?, ?)");
  const append = db.prepare("insert into entries (operation, entry) values (?, ?)");
  const last = db.prepare("select coalesce(max(id), 0) as id from operations");
  const ofUnit = db.prepare(`${joined} where o.unit = ? order by o.id, e.id`);
  const ofRow = db.prepare(`${joined} where o.row = ? order by o.id, e.id`);
  let nextId = (last.get() as { id: number }).id + 1; // one column, never null

  return {
    /** An id for an operation that is being planned. */
    nextId: (): OperationId => nextId++,
    save(operations: readonly Operation[]): void {
      for (const operation of operations) {
        insert.run(operation.id, operation.unit, operation.row, operation.action, JSON.stringify(operation));
      }
    },
    /** On the disk when it returns. */
    append: (entry: JournalEntry): void => void append.run(entry.operation, JSON.stringify(entry)),
    ofUnit: (unit: UnitId): readonly JournalledOperation[] => gather(ofUnit.all(unit)),
    ofRow: (row: RowId): readonly JournalledOperation[] => gather(ofRow.all(row)),
    countByAction(): Readonly<Record<string, number>> {
      const rows = db.prepare("select action, count(*) as n from operations group by action").all();
      return Object.fromEntries((rows as { action: string; n: number }[]).map(({ action, n }) => [action, n])); // selected by name
    },
  };
}

/** The state that a list of entries leads to. */
export function stateOf(entries: readonly JournalEntry[]): OperationState {
  return entries.reduce(advance, notStarted);
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
