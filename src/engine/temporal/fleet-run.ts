/** What the parts of a run on Temporal share in the process that gathers it: which workflows are open, and how the run stops. Starts nothing. */

import { setMaxListeners } from "node:events";
import type { Client } from "@temporalio/client";
import type { AttemptResult } from "../../model/outcome.ts";
import type { Operation, OperationId } from "../../model/plan.ts";
import { inEnglish, text } from "../../model/words/text.ts";
import type { EngineDeps, EngineEnd, EngineSignals } from "../engine.ts";
import { patiently, type WorkflowRun } from "./history.ts";

export type TemporalEngineOptions = {
  readonly client: Client;
  /** The workers with the token of this partner listen to it. */
  readonly taskQueue: string;
  readonly runId: string;
  /** The run began before: what Temporal does not know of may have been sent all the same. */
  readonly isResumed: boolean;
  readonly workerTimeoutMs: number;
};

export type FleetRun = Disposable & {
  readonly deps: EngineDeps;
  readonly options: TemporalEngineOptions;
  /** Results of the shared unit. */
  readonly shared: Map<OperationId, AttemptResult>;
  /** Nothing more is gathered. */
  readonly abort: AbortSignal;
  isStopped(): boolean;
  /** Remembers a workflow as long as it is open: a stop cancels it. */
  opened(workflow: WorkflowRun): Disposable;
  /** Tells of a result, and stops the run after too many failures. */
  countResult(operation: Operation, result: AttemptResult): void;
  stop(stopped: NonNullable<EngineEnd["stopped"]>): void;
  /** Stops because of a bug, unless gathering was given up. */
  fail(error: unknown): void;
  /** How it ended. Throws the bug that ended it. */
  end(): EngineEnd;
};

export function startFleetRun(deps: EngineDeps, signals: EngineSignals, options: TemporalEngineOptions): FleetRun {
  setMaxListeners(0, signals.abort);
  const open = new Set<WorkflowRun>();
  const waiting = new Set<OperationId>();
  const bugs: unknown[] = [];
  let failures = 0;
  let end: EngineEnd | undefined;

  const cancel = async ({ workflowId }: WorkflowRun) => {
    const handle = options.client.workflow.getHandle(workflowId);
    // one that has ended just now needs no cancelling; one that cannot be reached is seen by who gathers it
    await patiently(options.client, deps.clock, signals.abort, () => handle.cancel()).catch(() => undefined);
  };
  const halt = (ended: EngineEnd) => {
    if (end) return;
    end = ended;
    deps.onStop?.(new Error(ended.stopped ? inEnglish(ended.stopped.reason) : "a bug"));
    for (const workflow of open) void cancel(workflow);
  };
  const countResult = (operation: Operation, result: AttemptResult) => {
    deps.onResult(operation, result);
    const before = waiting.size;
    if (result.status === "accepted") waiting.add(operation.id);
    else waiting.delete(operation.id);
    if (waiting.size !== before) deps.onWaiting?.(waiting.size);
    if (result.status === "failed") failures += 1;
    const { stopAfterErrors } = deps.limits;
    if (stopAfterErrors === undefined || failures < stopAfterErrors) return;
    const reason = text("too_many_failures", { failed: failures });
    halt({ stopped: { kind: "guard", reason } });
  };
  const interrupt = () => halt({ stopped: { kind: "interrupted", reason: text("interrupted") } });
  if (signals.stop.aborted) interrupt();
  else signals.stop.addEventListener("abort", interrupt, { once: true });

  return {
    deps,
    options,
    shared: new Map(),
    abort: signals.abort,
    isStopped: () => end !== undefined,
    opened(workflow) {
      open.add(workflow);
      if (end) void cancel(workflow);
      return { [Symbol.dispose]: () => void open.delete(workflow) };
    },
    countResult,
    stop: (stopped) => halt({ stopped }),
    fail(error) {
      if (!signals.abort.aborted) bugs.push(error);
      halt({});
    },
    end() {
      if (bugs.length > 0) throw bugs[0];
      return end ?? {};
    },
    [Symbol.dispose]: () => signals.stop.removeEventListener("abort", interrupt),
  };
}
