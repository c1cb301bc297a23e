/** Carries the plan out in this process: units by weight, operations when what they need is done, within the limits. */
import PQueue from "p-queue";
import { stateOf } from "../model/journal-entry.ts";
import type { AttemptResult } from "../model/outcome.ts";
import type { OperationId, UnitId } from "../model/plan.ts";
import { attempt } from "./attempt.ts";
import type { Engine, EngineDeps, EngineEnd, EngineSignals } from "./engine.ts";
import { type Node, type OperationGraph, operationGraph } from "./operation-graph.ts";
import { createWaitingRoom, type WaitingRoom } from "./waiting-room.ts";

type Run = {
  readonly deps: EngineDeps;
  readonly signals: EngineSignals;
  readonly queue: PQueue;
  readonly room: WaitingRoom;
  /** Results of the shared unit. */
  readonly shared: Map<OperationId, AttemptResult>;
  /** Units whose operations went on at Webex, and may go on here. */
  readonly returned: UnitId[];
  readonly stopper: AbortController;
  /** Called when something has changed that may let a unit start. */
  wake: () => void;
  failures: number;
  end: EngineEnd;
};

export const runLocally: Engine = async (deps, signals) => {
  const run = startRun(deps, signals);
  const sharedUnit = deps.store.sharedUnit();
  if (sharedUnit !== undefined) await runShared(run, sharedUnit);
  const units = deps.store.unitsByWeight().filter((id) => id !== sharedUnit);
  await runUnits(run, units);
  return run.end;
};

function startRun(deps: EngineDeps, signals: EngineSignals): Run {
  const stopper = new AbortController();
  const returned: UnitId[] = [];
  const room = createWaitingRoom({
    target: deps.target,
    clock: deps.clock,
    timeoutMs: deps.limits.provisioningTimeoutMs,
    onResult: (unit, operation, result) => {
      recordPolled(deps, unit, operation, result);
      returned.push(unit);
      deps.onWaiting?.(room.size());
      run.wake();
    },
  });
  const queue = new PQueue({ concurrency: deps.limits.concurrency });
  const run: Run = {
    deps,
    signals,
    queue,
    room,
    shared: new Map(),
    returned,
    stopper,
    wake: () => {},
    failures: 0,
    end: {},
  };
  const interrupt = () => stop(run, { kind: "interrupted", reason: "interrupted" });
  if (signals.stop.aborted) interrupt();
  else signals.stop.addEventListener("abort", interrupt, { once: true, signal: stopper.signal });
  return run;
}

function stop(run: Run, stopped: NonNullable<EngineEnd["stopped"]>): void {
  if (run.end.stopped) return;
  run.end = { stopped };
  run.stopper.abort(new Error(stopped.reason));
}

function recordPolled(deps: EngineDeps, unit: UnitId, operationId: OperationId, result: AttemptResult): void {
  const found = deps.store.ofUnit(unit).find(({ operation }) => operation.id === operationId);
  if (!found) throw new Error(`no operation ${operationId} in unit ${unit}`);
  const at = new Date(deps.clock.now()).toISOString();
  const { attempts } = stateOf(found.entries);
  deps.store.append({ kind: "result", operation: operationId, attempt: attempts, at, result });
  deps.onResult(found.operation, result);
}

/** Operations that others wait for come first, and their results stay in memory. */
async function runShared(run: Run, unit: UnitId): Promise<void> {
  await runUnit(run, unit, { isFirst: true, priority: Number.MAX_SAFE_INTEGER });
  for (const { operation, entries } of run.deps.store.ofUnit(unit)) {
    const state = stateOf(entries);
    if (operation.action === "none")
      run.shared.set(operation.id, { status: "done", effect: "unchanged", ids: operation.ids });
    else if (state.kind === "settled") run.shared.set(operation.id, state.result);
  }
}

/** Enough units at a time to fill the limit; the rest stays on the disk. */
async function runUnits(run: Run, units: readonly UnitId[]): Promise<void> {
  const window = Math.max(8, run.deps.limits.concurrency * 2);
  const failures: unknown[] = [];
  let active = 0;
  let next = 0;
  const start = (running: Promise<void>) => {
    active += 1;
    const ended = () => {
      active -= 1;
      run.wake();
    };
    running.catch((error: unknown) => failures.push(error)).finally(ended);
  };
  let isAsking = false;
  const ask = async () => {
    isAsking = true;
    await run.room.run(run.stopper.signal).finally(() => {
      isAsking = false;
    });
  };
  while (failures.length === 0) {
    const woken = wakeUp(run);
    while (active < window && !run.stopper.signal.aborted) {
      const first = units[next];
      const unit = first ?? run.returned.shift();
      if (unit === undefined) break;
      if (first !== undefined) next += 1;
      start(runUnit(run, unit, { isFirst: first !== undefined, priority: units.length - next }));
    }
    if (run.room.size() > 0 && !isAsking && !run.stopper.signal.aborted) start(ask());
    if (active === 0) break;
    await woken;
  }
  if (failures.length > 0) throw failures[0];
}

/** Resolves when something has changed that may let a unit start. */
function wakeUp(run: Run): Promise<void> {
  return new Promise((resolve) => {
    run.wake = resolve;
  });
}

/** Ends when nothing of the unit can go on here: all has its last word, is blocked, or waits for Webex. */
async function runUnit(run: Run, unit: UnitId, { isFirst, priority }: Turn): Promise<void> {
  const graph = operationGraph(run.deps.store.ofUnit(unit), run.shared);
  if (isFirst) for (const node of graph.accepted()) wait(run, unit, graph, node);
  const inFlight = new Set<Promise<void>>();
  for (;;) {
    while (inFlight.size < run.deps.limits.perCustomer && !run.stopper.signal.aborted) {
      const node = graph.takeReady();
      if (!node) break;
      const running = carry(run, unit, graph, node, priority).finally(() => inFlight.delete(running));
      inFlight.add(running);
    }
    if (inFlight.size === 0) return;
    await Promise.race(inFlight);
  }
}

/** `isFirst`: what Webex already works on is waited for; later the waiting room knows it. */
type Turn = { readonly isFirst: boolean; readonly priority: number };

/** One operation until it has a result: through the queue for each attempt, outside of it while it must wait. */
async function carry(run: Run, unit: UnitId, graph: OperationGraph, node: Node, priority: number): Promise<void> {
  const { deps, stopper, signals } = run;
  const attemptDeps = { ...deps, append: deps.store.append, limits: deps.limits.retry };
  while (!stopper.signal.aborted) {
    const outcome = await run.queue.add(
      async () =>
        stopper.signal.aborted
          ? undefined
          : await attempt(node.operation, node.state, graph.idsFor(node.operation), attemptDeps, signals.abort),
      { priority },
    );
    if (!outcome) return;
    node.state = outcome.state;
    if (outcome.kind === "result") return finish(run, unit, graph, node, outcome.result);
    if (outcome.kind === "stop") return stop(run, { kind: "target", reason: outcome.reason });
    await deps.clock.sleep(outcome.delayMs, stopper.signal).catch(() => undefined);
  }
}

function finish(run: Run, unit: UnitId, graph: OperationGraph, node: Node, result: AttemptResult): void {
  run.deps.onResult(node.operation, result);
  if (result.status === "accepted") wait(run, unit, graph, node);
  if (result.status === "failed") countFailure(run);
  graph.settled(node);
}

function wait(run: Run, unit: UnitId, graph: OperationGraph, { operation, state }: Node): void {
  const ids = state.kind === "accepted" && state.result.status !== "failed" ? state.result.ids : {};
  run.room.add(unit, { operation, ids: { ...graph.idsFor(operation), ...ids } });
  run.deps.onWaiting?.(run.room.size());
}

function countFailure(run: Run): void {
  run.failures += 1;
  const { stopAfterErrors } = run.deps.limits;
  if (stopAfterErrors === undefined || run.failures < stopAfterErrors) return;
  stop(run, { kind: "guard", reason: `${run.failures} operations failed, as many as --stop-after-errors allows` });
}
