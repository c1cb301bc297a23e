/** What the process that starts a run hands over to Temporal, and what workflows and activities tell each other. Plain data; never a token. */

import type { JournalEntry, JournalledOperation, OperationState } from "../../model/journal-entry.ts";
import type { AttemptResult } from "../../model/outcome.ts";
import type { Operation, OperationId, UnitId } from "../../model/plan.ts";
import type { PollAnswer, Waiting } from "../../model/ports.ts";
import type { Text } from "../../model/words/text.ts";
import type { Needed } from "../operation-graph.ts";
import type { RetryLimits } from "../retry-delay.ts";

export type HandedLimits = {
  /** Operations in flight within one organization. */
  readonly perCustomer: number;
  readonly provisioningTimeoutMs: number;
  readonly retry: RetryLimits;
  /** A worker that is silent for so long is taken for dead, and its operations are given to another one. */
  readonly workerTimeoutMs: number;
};

/** One unit, or a part of one. Entries: what the run file knows of it. */
export type UnitOrder = {
  readonly operations: readonly JournalledOperation[];
  /** Results of operations of other units that these need. */
  readonly outside: readonly (readonly [OperationId, AttemptResult])[];
  readonly limits: HandedLimits;
  /** Parts of a large unit that have something to do, each a child workflow; who gathers the run hands their operations over. */
  readonly parts: readonly number[];
  /** What this workflow takes over from the one that it continues. */
  readonly continued?: Continued;
};

export type Continued = {
  /** Operations that were waited for, and for how many milliseconds. */
  readonly waiting: readonly (readonly [OperationId, number])[];
  /** Entries that no activity has told. */
  readonly leftOut: readonly JournalEntry[];
};

/** How the workflow of a unit ended. `stopped`: why not all was carried out. `entries`: those that no activity has told. */
export type UnitEnd = { readonly stopped?: Text; readonly entries: readonly JournalEntry[] };

export type AttemptOrder = {
  readonly operation: Operation;
  readonly state: OperationState;
  readonly needed: Needed;
  readonly retry: RetryLimits;
};

/** `stop`: nothing else would fare better; the reason. `waitsAloneMs`: for its own object, which is locked, or not everywhere yet; after that time another attempt follows. */
export type Tried = {
  readonly entries: readonly JournalEntry[];
  readonly stop?: Text;
  readonly waitsAloneMs?: number;
};

/** `waitedMs`: since Webex took it. */
export type Question = {
  readonly waiting: readonly (Waiting & { readonly attempt: number; readonly waitedMs: number })[];
  readonly settlingMs: number;
};

/** Like the answer of the target, with its results as entries. */
export type Answered = Pick<PollAnswer, "failure" | "hasMore"> & { readonly entries: readonly JournalEntry[] };

/** What a worker does at the target. */
export type TargetActivities = {
  attemptOperation(order: AttemptOrder): Promise<Tried>;
  askTarget(question: Question): Promise<Answered>;
};

export const unitWorkflow = "carryOutUnit";

/** Whose operations workers take first, when many are to be had: from 1, at once, to 5. */
export const openingPriority = 1;

/** Of a unit among all, the heaviest being 0: it is the one that the others shall not have to wait for in the end. */
export function priorityOf(rank: number, units: number): number {
  return 2 + Math.ceil((3 * rank) / units);
}

/** The signal that brings a part its operations. */
export const operationsSignal = "operations";

/** The same for whoever starts it, so that it is started once. `round`: 1, then 2 when the first has ended and something is still to be done. */
export function workflowIdOf(runId: string, unit: UnitId, round: number): string {
  return `wholesale-import/${runId}/${unit}/${round}`;
}

export function partIdOf(workflowId: string, part: number): string {
  return `${workflowId}/part-${part}`;
}

/** The part that a child workflow carries out. */
export function partOfId(workflowId: string): number {
  return Number(/\/part-(\d+)$/.exec(workflowId)?.[1]);
}
