/** What takes away comes last in its customer, but for what sets something free that another row waits for. Pure. */
import type { Operation, OperationId, RowId } from "../model/plan.ts";

/** `rows`: those that say remove. The operations in their order. */
export function orderRemovals(operations: readonly Operation[], rows: ReadonlySet<RowId>): readonly Operation[] {
  const isRemoval = ({ row, action }: Operation) => action === "delete" && rows.has(row);
  const waitedFor = neededBy(
    operations,
    operations.filter((each) => each.action !== "none" && !isRemoval(each)),
  );
  return operations.map((each) => (isRemoval(each) && !waitedFor.has(each.id) ? { ...each, isLast: true } : each));
}

/** All that some operations wait for, and what that waits for. */
function neededBy(operations: readonly Operation[], some: readonly Operation[]): ReadonlySet<OperationId> {
  const byId = new Map(operations.map((each) => [each.id, each]));
  const needed = new Set<OperationId>();
  const open = [...some];
  for (let each = open.pop(); each; each = open.pop()) {
    for (const { operation } of each.needs) {
      const found = byId.get(operation);
      if (!found || needed.has(operation)) continue;
      needed.add(operation);
      open.push(found);
    }
  }
  return needed;
}
