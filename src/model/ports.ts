/** What the inner floors need from the outside world, as plain functions; `runtime.ts` provides them, tests pass their own. */

import type { Difference, Found } from "./found.ts";
import type { JournalEntry, JournalledOperation } from "./journal-entry.ts";
import type { AttemptResult, Effect, Failure, Ids } from "./outcome.ts";
import type { Operation, OperationId, UnitId } from "./plan.ts";

export type Clock = {
  /** Milliseconds since the epoch, as the clock on the wall has it: it may be set at any time. For stamps and appointments alone. */
  now(): number;
  /** Milliseconds since some moment of this process: never goes back, and takes no notice when the clock is set. For pauses, pacing, durations. */
  monotonic(): number;
  /** Resolves after `ms`, or rejects with the signal's reason. `ref`: false where the process need not stay for it. */
  sleep(ms: number, signal?: AbortSignal, options?: { readonly ref: boolean }): Promise<void>;
};

/** Where operations are carried out. Never retries, never throws for what the target says. */
export type Target = {
  readonly name: "simulator" | "webex";
  /** Sends the operation. `ids`: those known when it was planned, and those of what it needs. */
  apply(operation: Operation, ids: Ids, signal: AbortSignal): Promise<AttemptResult>;
  /**
   * Looks the operation's object up by its natural key, and compares it with what the operation wants. `undefined`: it is
   * not there. `refusal`: why it is looked for, when Webex says that it is there already.
   */
  find(operation: Operation, ids: Ids, signal: AbortSignal, refusal?: Failure): Promise<Found | undefined>;
  /** Makes what was found and is ours as the operation wants it. `ids`: also those of what was found. */
  change(
    operation: Operation,
    ids: Ids,
    differences: readonly Difference[],
    signal: AbortSignal,
  ): Promise<AttemptResult>;
  /** What became of operations that Webex has accepted. Those that are not final yet are left out. */
  poll(waiting: readonly Waiting[], signal: AbortSignal): Promise<PollAnswer>;
};

/** An operation that Webex works on. `effect`: of its end, when that is not the one of its action. */
export type Waiting = { readonly operation: Operation; readonly ids: Ids; readonly effect?: Effect };

export type PollAnswer = {
  readonly final: ReadonlyMap<OperationId, AttemptResult>;
  /** The question itself failed: ask again later. */
  readonly failure?: Failure;
  /** More of them are final than were asked about: ask again at once. */
  readonly hasMore?: boolean;
};

/** The plan of a run and what was done about it, as an engine sees them. */
export type PlanStore = {
  readonly units: {
    /** The unit whose operations others wait for (templates); it runs before all others. */
    shared(): UnitId | undefined;
    /** Units that have something to do, the heaviest first. */
    byWeight(): readonly { readonly id: UnitId }[];
  };
  readonly operations: {
    ofUnit(unit: UnitId): readonly JournalledOperation[];
    /** Read again at once; on the disk when `onDisk` says so. */
    append(entry: JournalEntry): void;
  };
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

/** What a gate knows of a request that has left. */
export type Ticket = {
  /** By the monotonic clock. */
  readonly sentAtMs: number;
  /** Requests in flight when it left, itself among them. */
  readonly inFlight: number;
};

/** Called before each request and after each answer: pauses, limits and requests in flight of the whole process. */
export type Gate = {
  /** Waits for its turn. `organization`: which it is about. Throws the signal's reason when aborted. */
  enter(organization: string | undefined, signal: AbortSignal): Promise<Ticket>;
  /** How the request ended; once for each ticket. No `status`: without an answer. `retryAfterMs` when Webex said so. */
  leave(
    ticket: Ticket,
    answer: { readonly status?: number | undefined; readonly retryAfterMs?: number | undefined },
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

/** Provisioning IDs known from earlier runs or linked by hand, for one partner organization. */
export type RememberedTemplates = {
  find(name: string): string | undefined;
  names(): readonly string[];
};
