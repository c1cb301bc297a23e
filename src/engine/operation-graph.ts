/** The operations of one unit, and which of them may start. Knows states and needs; sends nothing. */
import { type JournalledOperation, type OperationState, stateOf } from "../model/journal-entry.ts";
import type { AttemptResult, Ids } from "../model/outcome.ts";
import type { Need, Operation, OperationId } from "../model/plan.ts";

export type Node = { readonly operation: Operation; state: OperationState };

export type OperationGraph = {
  /** Takes the next operation that may start, or undefined when none may now. Each is taken once. */
  takeReady(): Node | undefined;
  /** Tells that an operation has its last word; what it was needed for may become ready. */
  settled(node: Node): void;
  /** Ids of the operation and of all that it needs. */
  idsFor(operation: Operation): Ids;
  /** Operations that Webex works on. */
  accepted(): readonly Node[];
  /** How many operations have not got their last word here. */
  left(): number;
};

/** `outside`: results of operations of other units (templates). */
export function operationGraph(
  journalled: readonly JournalledOperation[],
  outside: ReadonlyMap<OperationId, AttemptResult>,
): OperationGraph {
  const nodes = new Map<OperationId, Node>();
  for (const { operation, entries } of journalled) {
    // tries of a run that was stopped do not count: each run has patience of its own
    const { failingSince: _, ...state } = stateOf(entries);
    nodes.set(operation.id, { operation, state: { ...state, tries: 0 } });
  }
  const dependents = new Map<OperationId, Node[]>();
  const ready: Node[] = [];
  const queued = new Set<OperationId>();

  const resultOf = (id: OperationId): AttemptResult | undefined => {
    const node = nodes.get(id);
    if (!node) return outside.get(id);
    if (node.operation.action === "none") return { status: "done", effect: "unchanged", ids: node.operation.ids };
    return node.state.kind === "settled" ? node.state.result : undefined;
  };
  const isOpen = ({ operation, state }: Node) =>
    operation.action !== "none" && (state.kind === "waiting" || state.kind === "started");
  const isReady = ({ operation }: Node) => operation.needs.every((need) => isMet(need, resultOf(need.operation)));
  const offer = (node: Node) => {
    if (!isOpen(node) || queued.has(node.operation.id) || !isReady(node)) return;
    queued.add(node.operation.id);
    ready.push(node);
  };

  for (const node of nodes.values()) {
    for (const need of node.operation.needs) {
      const list = dependents.get(need.operation) ?? [];
      list.push(node);
      dependents.set(need.operation, list);
    }
    offer(node);
  }
  let left = [...nodes.values()].filter(isOpen).length;

  return {
    takeReady: () => ready.shift(),
    settled: (node) => {
      left -= 1;
      for (const dependent of dependents.get(node.operation.id) ?? []) offer(dependent);
    },
    idsFor: (operation) =>
      Object.assign({}, operation.ids, ...operation.needs.map((need) => idsOfResult(resultOf(need.operation)))),
    accepted: () => [...nodes.values()].filter(({ state }) => state.kind === "accepted"),
    left: () => left,
  };
}

/** Is what an operation waits for done? A partial failure meets the needs of those whose part was not refused. */
export function isMet(need: Need, result: AttemptResult | undefined): boolean {
  if (result?.status === "done") return true;
  if (result?.status !== "failed" || !result.refused || need.part === undefined) return false;
  return !result.refused.some(({ part }) => part === need.part);
}

function idsOfResult(result: AttemptResult | undefined): Ids {
  return result?.status === "done" || result?.status === "failed" ? (result.ids ?? {}) : {};
}

/** What operations of a unit that others wait for have come to. */
export function resultsOf(journalled: readonly JournalledOperation[]): ReadonlyMap<OperationId, AttemptResult> {
  const results = new Map<OperationId, AttemptResult>();
  for (const { operation, entries } of journalled) {
    const state = stateOf(entries);
    if (operation.action === "none")
      results.set(operation.id, { status: "done", effect: "unchanged", ids: operation.ids });
    else if (state.kind === "settled") results.set(operation.id, state.result);
  }
  return results;
}
