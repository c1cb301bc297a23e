/** What a run did in one customer, read from its journal. Pure. */
import { type JournalledOperation, type OperationState, resultOf, stateOf } from "../model/journal-entry.ts";
import type { AttemptResult, Ids } from "../model/outcome.ts";
import type { Operation, OperationId, OperationOf, ResourceKind, RowId } from "../model/plan.ts";

type AnyPastOperation = {
  readonly operation: Operation;
  /** `perhaps`: it was sent, and nobody knows what became of it. What is there now counts as made by the run. */
  readonly brought: "made" | "perhaps";
  /** Those of its plan, of what it needed and of its result. */
  readonly ids: Ids;
  /** Parts of it that Webex refused. */
  readonly refused: readonly string[];
};

/** One on a resource of this kind. */
export type PastOperation<R extends ResourceKind = ResourceKind> = AnyPastOperation & {
  readonly operation: OperationOf<R>;
};

export type PastRun = {
  /** Those that brought something about, in the order of the plan. */
  readonly operations: readonly PastOperation[];
  of<R extends ResourceKind>(resource: R, row?: RowId): readonly PastOperation<R>[];
};

/** `journalled`: all operations of one customer. */
export function pastRun(journalled: readonly JournalledOperation[]): PastRun {
  const results = new Map(journalled.map((each) => [each.operation.id, resultOf(stateOf(each.entries))]));
  const operations = journalled.flatMap((each) => toPast(each, results));
  return {
    operations,
    of: (resource, row) =>
      operations.filter(isOf(resource)).filter(({ operation }) => row === undefined || operation.row === row),
  };
}

function isOf<R extends ResourceKind>(resource: R): (past: AnyPastOperation) => past is PastOperation<R> {
  return (past): past is PastOperation<R> => past.operation.resource === resource;
}

type Results = ReadonlyMap<OperationId, AttemptResult | undefined>;

function toPast({ operation, entries }: JournalledOperation, results: Results): readonly PastOperation[] {
  if (operation.action === "none" || operation.action === "read") return [];
  const state = stateOf(entries);
  const brought = broughtAbout(state);
  if (brought === "nothing") return [];
  const result = resultOf(state);
  const refused = result?.status === "failed" ? (result.refused ?? []).map(({ part }) => part) : [];
  const owners = operation.needs.filter(({ isOrder }) => !isOrder);
  const needed = owners.map((need) => idsOf(results.get(need.operation)));
  const ids: Ids = Object.assign({}, operation.ids, ...needed, idsOf(result));
  return [{ operation, brought, ids, refused }];
}

function broughtAbout(state: OperationState): "made" | "perhaps" | "nothing" {
  const result = resultOf(state);
  if (!result) return (state.kind === "started" && !state.conflict) || state.isInDoubt ? "perhaps" : "nothing";
  if (result.status !== "failed") return result.effect === "unchanged" ? "nothing" : "made";
  if (result.isFound) return "nothing";
  if (result.refused || result.ids) return "made";
  const { kind, sent } = result.failure;
  return sent && (kind === "unavailable" || kind === "contract") ? "perhaps" : "nothing";
}

function idsOf(result: AttemptResult | undefined): Ids {
  return result?.ids ?? {};
}
