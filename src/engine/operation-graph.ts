/** The operations of one unit, and which of them may start. Knows states and needs; sends nothing. */
import { type JournalledOperation, type OperationState, stateOf } from "../model/journal-entry.ts";
import type { AttemptResult, Failure, Ids } from "../model/outcome.ts";
import type { Need, Operation, OperationId, ResourceKind } from "../model/plan.ts";
import type { Waiting } from "../model/ports.ts";

export type Node = { readonly operation: Operation; state: OperationState };

/** What an operation has from those that it needs. */
export type Needed = {
  /** Of the operation and of all that it needs. */
  readonly ids: Ids;
  /** The last of them that was made: it may not be everywhere yet. `madeAtMs`: since the epoch. */
  readonly newest?: { readonly resource: ResourceKind; readonly key: string; readonly madeAtMs: number };
  /** It is a part of something that was there already, or came with it: it may be there too. */
  readonly isFound?: boolean;
  /** Why nothing of the unit may be sent any more: its customer goes. */
  readonly gone?: Failure;
};

export type OperationGraph = {
  /** Takes the next operation that may start, or undefined when none may now. Each is taken once; those that come last when no other is under way. */
  takeReady(): Node | undefined;
  /** Tells that an operation has its last word; what it was needed for may become ready. */
  settled(node: Node): void;
  neededFor(operation: Operation): Needed;
  /** Operations that Webex works on. */
  accepted(): readonly Node[];
  /** How many operations have not got their last word here. */
  left(): number;
};

/**
 * `outside`: results of operations of other units (templates). `isContinued`: the same run goes on in a new workflow, with
 * the patience that is left; otherwise tries and searches of a run that was stopped do not count.
 */
export function operationGraph(
  journalled: readonly JournalledOperation[],
  outside: ReadonlyMap<OperationId, AttemptResult>,
  isContinued = false,
): OperationGraph {
  const nodes = new Map<OperationId, Node>();
  for (const { operation, entries } of journalled) {
    nodes.set(operation.id, { operation, state: isContinued ? stateOf(entries) : withFreshPatience(stateOf(entries)) });
  }
  const dependents = new Map<OperationId, Node[]>();
  const ready: Node[] = [];
  const readyLast: Node[] = [];
  /** Not of those that come last: may start, has started, or Webex works on it. */
  const underWay = new Set<OperationId>();
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
    if (node.operation.isLast) readyLast.push(node);
    else {
      ready.push(node);
      underWay.add(node.operation.id);
    }
  };

  for (const node of nodes.values()) {
    for (const need of node.operation.needs) {
      const list = dependents.get(need.operation) ?? [];
      list.push(node);
      dependents.set(need.operation, list);
    }
    if (isAtWebex(node) && !node.operation.isLast) underWay.add(node.operation.id);
    offer(node);
  }
  let left = [...nodes.values()].filter(isOpen).length;
  let gone = [...nodes.values()].map(goingOf).find((failure) => failure !== undefined);

  /** Something that was to be made and was there already, or came with it. */
  const isFound = ({ operation: id }: Need): boolean => {
    const node = nodes.get(id);
    if (node?.state.kind !== "settled") return false;
    const { operation, state } = node;
    const { result } = state;
    if (result.status === "failed") return result.isFound === true;
    if (operation.action === "create") return result.status === "done" && result.effect === "unchanged";
    return operation.action === "read" && operation.needs.some(isFound);
  };
  /** Of a customer that was there when the plan was made, and could not be looked into: Webex was still making it. */
  const isOfUnseen = ({ operation: id }: Need): boolean => {
    const operation = nodes.get(id)?.operation;
    if (operation?.action !== "read") return false;
    return operation.resource === "customer" ? operation.ids.orgId === undefined : operation.needs.some(isOfUnseen);
  };
  /** The head office comes with its customer, and what belongs to it may be there; locations and users come later. */
  const mayHaveCome = ({ resource, needs }: Operation): boolean =>
    resource === "head_office"
      ? needs.some(isOfUnseen)
      : partsOfLocation.has(resource) &&
        needs.some((need) => nodes.get(need.operation)?.operation.resource === "head_office" && isOfUnseen(need));
  const newestOf = (needs: readonly Need[]): Needed["newest"] => {
    let newest: { readonly operation: Operation; readonly at: string } | undefined;
    for (const need of needs) {
      const node = nodes.get(need.operation);
      if (node?.state.kind !== "settled" || node.state.at === undefined) continue;
      const { at } = node.state; // UTC and of one form: as texts they are in the order of time
      if (!newest || newest.at < at) newest = { operation: node.operation, at };
    }
    if (!newest) return undefined;
    const { resource, key } = newest.operation;
    return { resource, key, madeAtMs: Date.parse(newest.at) };
  };

  return {
    takeReady: () => ready.shift() ?? (underWay.size === 0 ? readyLast.shift() : undefined),
    settled: (node) => {
      left -= 1;
      if (!isAtWebex(node)) underWay.delete(node.operation.id);
      gone ??= goingOf(node);
      for (const dependent of dependents.get(node.operation.id) ?? []) offer(dependent);
    },
    neededFor(operation) {
      const newest = newestOf(operation.needs);
      const owners = operation.needs.filter(({ isOrder }) => !isOrder);
      return {
        ids: Object.assign({}, operation.ids, ...owners.map((need) => idsOfResult(resultOf(need.operation)))),
        ...(newest ? { newest } : {}),
        ...(owners.some(isFound) || mayHaveCome(operation) ? { isFound: true } : {}),
        ...(gone ? { gone } : {}),
      };
    },
    accepted: () => [...nodes.values()].filter(({ state }) => state.kind === "accepted"),
    left: () => left,
  };
}

/** What waits for a person is not under way: it may stay so for ever. */
function isAtWebex({ state }: Node): boolean {
  return state.kind === "accepted" && state.result.status === "accepted";
}

const partsOfLocation: ReadonlySet<Operation["resource"]> = new Set(["pstn", "numbers", "location_settings"]);

/** That the customer of this operation goes, if that is why it failed. */
function goingOf({ state }: Node): Failure | undefined {
  const failure = state.kind === "settled" && state.result.status === "failed" ? state.result.failure : undefined;
  return failure && goingCodes.has(failure.errorCode ?? "") ? failure : undefined;
}

const goingCodes: ReadonlySet<string> = new Set(["being_deleted", "customer_gone"]);

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

/** An operation that Webex works on, with all ids that are known, for those who ask about it. */
export function waitingOf(operation: Operation, state: OperationState, graph: OperationGraph): Waiting {
  const result = state.kind === "accepted" ? state.result : undefined;
  const accepted = result && result.status !== "failed" ? result.ids : {};
  const effect = result && result.status !== "failed" ? result.effect : undefined;
  const ids = { ...graph.neededFor(operation).ids, ...accepted };
  return { operation, ids, ...(effect ? { effect } : {}) };
}

/** Each run has patience of its own. */
function withFreshPatience(state: OperationState): OperationState {
  const { failingForMs: _failing, lockedForMs: _locked, search: _search, ...rest } = state;
  return { ...rest, tries: 0 };
}
