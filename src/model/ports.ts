/** What the inner floors need from the outside world, as plain functions; `runtime.ts` provides them, tests pass their own. */

import type { JournalEntry, JournalledOperation } from "./journal-entry.ts";
import type { AttemptResult, Failure, Ids } from "./outcome.ts";
import type { Operation, OperationId, UnitId } from "./plan.ts";

export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** Where operations are carried out. Never retries, never throws for what the target says. */
export type Target = {
  readonly name: "simulator" | "webex";
  /** Sends the operation. `ids`: those known when it was planned, and those of what it needs. */
  apply(operation: Operation, ids: Ids, signal: AbortSignal): Promise<AttemptResult>;
  /** Looks the operation's object up by its natural key. `undefined`: it is not there; `failed`: the look-up did not work. */
  find(operation: Operation, ids: Ids, signal: AbortSignal): Promise<AttemptResult | undefined>;
  /** What became of operations that Webex has accepted. Those that are not final yet are left out. */
  poll(waiting: readonly Waiting[], signal: AbortSignal): Promise<PollAnswer>;
};

/** An operation that Webex works on. */
export type Waiting = { readonly operation: Operation; readonly ids: Ids };

export type PollAnswer = {
  readonly final: ReadonlyMap<OperationId, AttemptResult>;
  /** The question itself failed: ask again later. */
  readonly failure?: Failure;
  /** More of them are final than were asked about: ask again at once. */
  readonly hasMore?: boolean;
};

/** The plan of a run and what was done about it, as an engine sees them. */
export type PlanStore = {
  /** The unit whose operations others wait for (templates); it runs before all others. */
  sharedUnit(): UnitId | undefined;
  /** Units that have something to do, the heaviest first. */
  unitsByWeight(): readonly UnitId[];
  ofUnit(unit: UnitId): readonly JournalledOperation[];
  /** Read again at once; on the disk when `onDisk` says so. */
  append(entry: JournalEntry): void;
  /** Resolves when everything appended so far is on the disk. */
  onDisk(): Promise<void>;
};

/** At least 0, less than 1. */
export type Random = () => number;

/** One request that was answered, or not. Never a body, never a token. */
export type RequestRecord = {
  readonly method: string;
  /** The path with its parameters as names: `/wholesale/customers/{customerId}`. */
  readonly route: string;
  readonly status?: number;
  readonly durationMs: number;
  readonly trackingId?: string;
  readonly failure?: string;
};

/** Asked before each request leaves, told after each answer: rate and cool-down of the whole process. */
export type Gate = {
  /** Waits for its turn. Throws the signal's reason when aborted. */
  enter(orgId: string | undefined, signal: AbortSignal): Promise<void>;
  /** How the request ended. `retryAfterMs` when Webex said so. */
  leave(
    orgId: string | undefined,
    answer: { readonly status?: number; readonly retryAfterMs?: number; readonly durationMs: number },
  ): void;
};

export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** The log of one run. */
export type RunLog = Log & AsyncDisposable & { request(record: RequestRecord): void };

/** Provisioning IDs known from earlier runs or told by a person, for one partner organisation. */
export type RememberedTemplates = {
  find(name: string): string | undefined;
  names(): readonly string[];
};
