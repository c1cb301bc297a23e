/** Divides a large unit: what its users need, and the users in parts of a size that Temporal takes. Pure; the same plan is divided in the same way each time. */
import type { JournalledOperation } from "../../model/journal-entry.ts";
import type { OperationId } from "../../model/plan.ts";

export type SplitUnit = {
  /** What others of the unit wait for; all of a unit that is not large. */
  readonly trunk: readonly JournalledOperation[];
  /** Users with what hangs on them. */
  readonly parts: readonly (readonly JournalledOperation[])[];
};

/** So many operations are given to one workflow: some 250 KB, and 2 500 events of its history. */
const most = 400;

export function splitUnit(operations: readonly JournalledOperation[]): SplitUnit {
  if (operations.length <= most) return { trunk: operations, parts: [] };
  const neededByTrunk = needsOf(operations.filter(({ operation }) => !ofUsers.has(operation.resource)));
  const isTrunk = ({ operation }: JournalledOperation) =>
    !ofUsers.has(operation.resource) || neededByTrunk.has(operation.id);
  const parts: JournalledOperation[][] = [];
  const partOf = new Map<OperationId, JournalledOperation[]>();
  for (const each of operations.filter((one) => !isTrunk(one))) {
    const part = partOf.get(firstKnown(each, partOf) ?? -1) ?? lastWithRoom(parts);
    part.push(each);
    partOf.set(each.operation.id, part);
  }
  return { trunk: operations.filter(isTrunk), parts };
}

const ofUsers: ReadonlySet<string> = new Set(["user", "roles"]);

function needsOf(operations: readonly JournalledOperation[]): ReadonlySet<OperationId> {
  return new Set(operations.flatMap(({ operation }) => operation.needs.map((need) => need.operation)));
}

/** The operation of a part that this one waits for: it belongs there too. */
function firstKnown(
  { operation }: JournalledOperation,
  known: ReadonlyMap<OperationId, unknown>,
): OperationId | undefined {
  return operation.needs.map((need) => need.operation).find((id) => known.has(id));
}

function lastWithRoom(parts: JournalledOperation[][]): JournalledOperation[] {
  const last = parts.at(-1);
  if (last && last.length < most) return last;
  const next: JournalledOperation[] = [];
  parts.push(next);
  return next;
}
