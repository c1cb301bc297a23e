/** What the parts of a run in this process share: its queue, its waiting room, what has come back from Webex, and how it stops. Carries nothing out. */

import { setMaxListeners } from "node:events";
import PQueue from "p-queue";
import type { AttemptResult } from "../model/outcome.ts";
import type { OperationId, UnitId } from "../model/plan.ts";
import { inEnglish, text } from "../model/words/text.ts";
import type { AttemptDeps } from "./attempt.ts";
import type { EngineDeps, EngineEnd, EngineSignals } from "./engine.ts";
import { createPoller, type PolledOperation, type Poller } from "./poller.ts";
import { createSemaphore, type Semaphore, slotsAhead } from "./semaphore.ts";

export type LocalRun = Disposable & {
  readonly deps: EngineDeps;
  readonly attempting: AttemptDeps;
  /** In the order of their weight: operations in flight, and those that prepare for the next slot. */
  readonly queue: PQueue;
  /** Of the operations in flight. */
  readonly slots: Semaphore;
  readonly room: Poller;
  /** Results of the shared unit. */
  readonly shared: Map<OperationId, AttemptResult>;
  /** Units of which something went on at Webex, and may go on here. */
  readonly returned: Set<UnitId>;
  /** No new operation starts. */
  readonly stopping: AbortSignal;
  /** Those in flight are given up too. */
  readonly abort: AbortSignal;
  stop(stopped: NonNullable<EngineEnd["stopped"]>): void;
  /** Stops because of a bug, unless it is an operation that was given up, or did not leave because the run stops. */
  fail(error: unknown): undefined;
  countFailure(): void;
  /** Tells that something has changed that may let a unit start. */
  wake(): void;
  /** Resolves at the next `wake`. */
  change(): Promise<void>;
  /** How it ended. Throws the bug that ended it. */
  end(): EngineEnd;
};

export function startLocalRun(deps: EngineDeps, signals: EngineSignals): LocalRun {
  const { concurrency } = deps.limits;
  const stopper = new AbortController();
  setMaxListeners(0, stopper.signal);
  const returned = new Set<UnitId>();
  const bugs: unknown[] = [];
  let end: EngineEnd = {};
  let failures = 0;
  let wake = () => {};

  const halt = (reason: unknown) => {
    stopper.abort(reason);
    deps.onStop?.(reason);
  };
  const stop: LocalRun["stop"] = (stopped) => {
    if (stopper.signal.aborted) return;
    end = { stopped };
    halt(new Error(inEnglish(stopped.reason)));
  };
  const countFailure = () => {
    failures += 1;
    const { stopAfterErrors } = deps.limits;
    if (stopAfterErrors === undefined || failures < stopAfterErrors) return;
    stop({ kind: "guard", reason: text("too_many_failures", { failed: failures }) });
  };
  const interrupt = () => stop({ kind: "interrupted", reason: text("interrupted") });
  const room = createPoller({
    target: deps.target,
    clock: deps.clock,
    random: deps.random,
    retry: deps.limits.retry,
    timeoutMs: deps.limits.provisioningTimeoutMs,
    onStop: (reason) => stop({ kind: "target", reason }),
    onResult: (each, result) => {
      record(deps, each, result);
      if (result.status === "failed") countFailure();
      returned.add(each.unit);
      deps.onWaiting?.(room.size());
      wake();
    },
  });
  if (signals.stop.aborted) interrupt();
  else signals.stop.addEventListener("abort", interrupt, { once: true });

  const { target, clock, random, limits, store } = deps;
  return {
    deps,
    attempting: { target, clock, random, limits: limits.retry, append: store.operations.append, onDisk: store.onDisk },
    queue: new PQueue({ concurrency: concurrency + Math.max(1, slotsAhead(concurrency)) }),
    slots: createSemaphore(concurrency),
    room,
    shared: new Map(),
    returned,
    stopping: stopper.signal,
    abort: signals.abort,
    stop,
    fail(error) {
      if (!signals.abort.aborted && error !== stopper.signal.reason) bugs.push(error);
      if (!stopper.signal.aborted) halt(error);
      return undefined;
    },
    countFailure,
    wake: () => wake(),
    change: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
    end() {
      if (bugs.length > 0) throw bugs[0];
      return end;
    },
    [Symbol.dispose]: () => signals.stop.removeEventListener("abort", interrupt),
  };
}

function record(
  { store, clock, onResult }: EngineDeps,
  { operation, attempt }: PolledOperation,
  result: AttemptResult,
): void {
  store.operations.append({
    kind: "result",
    operation: operation.id,
    attempt,
    at: new Date(clock.now()).toISOString(),
    result,
  });
  onResult(operation, result);
}
