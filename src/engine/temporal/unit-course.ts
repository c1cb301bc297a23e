/** What the workflow of a unit knows while it goes on: its operations, what was written about them, and why it halts. Starts nothing. */

import { CancellationScope } from "@temporalio/workflow";
import { advance, type JournalEntry, type JournalledOperation } from "../../model/journal-entry.ts";
import type { OperationId } from "../../model/plan.ts";
import type { Text } from "../../model/words/text.ts";
import { type Node, type OperationGraph, operationGraph } from "../operation-graph.ts";
import type { UnitOrder } from "./hand-over.ts";

/** Why nothing more is started. `history`: it has grown enough, and a new workflow goes on with the rest. */
export type Halt =
  | { readonly kind: "cancelled" | "history" }
  | { readonly kind: "target"; readonly reason: Text }
  | { readonly kind: "bug"; readonly error: unknown };

export type UnitCourse = {
  readonly unitOrder: UnitOrder;
  readonly graph: OperationGraph;
  /** Cancelled by a halt that cannot wait: repetitions and pauses are given up, what is in flight at a worker comes to its end. */
  readonly scope: CancellationScope;
  halted(): Halt | undefined;
  /** Aborts with any halt. */
  readonly halting: AbortSignal;
  halt(why: Halt): void;
  /** What is known of an operation from now on. */
  write(node: Node, entries: readonly JournalEntry[]): void;
  /** Tells that something has changed that may let an operation start. */
  wake(): void;
  /** Resolves at the next `wake`. */
  change(): Promise<void>;
  /** The operations as they stand now, for a workflow that goes on with them. */
  standing(): readonly JournalledOperation[];
};

export function openCourse(unitOrder: UnitOrder): UnitCourse {
  const scope = new CancellationScope();
  const written = new Map<OperationId, readonly JournalEntry[]>();
  const halting = new AbortController();
  let halted: Halt | undefined;
  let wake = () => {};
  return {
    unitOrder,
    graph: operationGraph(unitOrder.operations, new Map(unitOrder.outside), unitOrder.continued !== undefined),
    scope,
    halted: () => halted,
    halting: halting.signal,
    halt(why) {
      halted ??= why;
      halting.abort();
      // a workflow that makes room for a new one gives nothing up
      if (halted.kind !== "history") scope.cancel();
      wake();
    },
    write(node, entries) {
      node.state = entries.reduce(advance, node.state);
      written.set(node.operation.id, [...(written.get(node.operation.id) ?? []), ...entries]);
    },
    wake: () => wake(),
    change: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
    standing: () =>
      unitOrder.operations.map(({ operation, entries }) => ({
        operation,
        entries: [...entries, ...(written.get(operation.id) ?? [])],
      })),
  };
}
