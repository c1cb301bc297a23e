/** Carries out what can be done of one unit now: operations when what they need is done, each until it has a result. Within the limits, through the queue of the run. */
import type { AttemptResult } from "../model/outcome.ts";
import type { UnitId } from "../model/plan.ts";
import { type AttemptOutcome, attempt } from "./attempt.ts";
import type { LocalRun } from "./local-run.ts";
import { type Node, type OperationGraph, operationGraph, waitingOf } from "./operation-graph.ts";
import { createSemaphore, type Semaphore, slotsAhead } from "./semaphore.ts";

/** A unit's turn. */
export type Turn = {
  readonly unit: UnitId;
  /** What Webex already works on is waited for; later the waiting room knows it. */
  readonly isFirst: boolean;
  /** Of its first operation; the highest goes first. */
  readonly openingPriority: number;
  /** Of each operation after that, when so many are left of the unit. */
  readonly priority: (left: number) => number;
};

/** `slots`: of its operations in flight. */
type UnitWork = Turn & {
  readonly run: LocalRun;
  readonly graph: OperationGraph;
  readonly slots: Semaphore;
  /** Operations of it that wait for their own object alone: they keep no other from its turn. */
  waitingAlone: number;
  /** Tells that such a one has begun to wait. */
  wake(): void;
};

/** Ends when nothing of the unit can go on here: all has its last word, is blocked, or waits for Webex. */
export async function runUnit(run: LocalRun, turn: Turn): Promise<void> {
  const graph = operationGraph(run.deps.store.operations.ofUnit(turn.unit), run.shared);
  const { perCustomer } = run.deps.limits;
  const work: UnitWork = { ...turn, run, graph, slots: createSemaphore(perCustomer), waitingAlone: 0, wake: () => {} };
  if (turn.isFirst) for (const node of graph.accepted()) wait(work, node);
  const inFlight = new Set<Promise<void>>();
  let isOpening = true;
  for (;;) {
    const woken = new Promise<void>((resolve) => {
      work.wake = resolve;
    });
    while (inFlight.size - work.waitingAlone < perCustomer + slotsAhead(perCustomer) && !run.stopping.aborted) {
      const node = graph.takeReady();
      if (!node) break;
      const priority = isOpening ? turn.openingPriority : turn.priority(graph.left());
      const running = carry(work, node, priority).finally(() => inFlight.delete(running));
      inFlight.add(running);
      isOpening = false;
    }
    if (inFlight.size === 0) return;
    await Promise.race([woken, ...inFlight]);
  }
}

/** One operation until it has a result: through the queue for each attempt, outside of it while it must wait. */
async function carry(work: UnitWork, node: Node, priority: number): Promise<void> {
  const { run } = work;
  while (!run.stopping.aborted) {
    const again = await run.queue.add(() => attemptOnce(work, node), { priority });
    if (again === undefined) return;
    await pause(work, again);
  }
}

type Again = Extract<AttemptOutcome, { kind: "again" }>;

async function pause(work: UnitWork, { delayMs, waitsAlone }: Again): Promise<void> {
  const { clock } = work.run.deps;
  if (waitsAlone) {
    work.waitingAlone += 1;
    work.wake();
  }
  await clock.sleep(delayMs, work.run.stopping).catch(() => undefined);
  if (waitsAlone) work.waitingAlone -= 1;
}

/** Undefined: there is no next attempt. A stop takes hold here, before the next one gets the slot. */
async function attemptOnce(work: UnitWork, node: Node): Promise<Again | undefined> {
  if (work.run.stopping.aborted) return undefined;
  using held = slotsOf(work);
  return await attemptAt(held, work, node).catch(work.run.fail);
}

async function attemptAt(held: HeldSlots, work: UnitWork, node: Node): Promise<Again | undefined> {
  const { run, graph } = work;
  const needed = graph.neededFor(node.operation);
  const outcome = await attempt(node.operation, node.state, needed, run.attempting, run.abort, held.take);
  node.state = outcome.state;
  return follow(work, node, outcome);
}

type HeldSlots = Disposable & { take(): Promise<boolean> };

/** A slot of the customer and one of the run, until it is disposed of. `take` gives false when the run stops before. */
function slotsOf({ run, slots }: UnitWork): HeldSlots {
  const held: (() => void)[] = [];
  return {
    async take() {
      try {
        for (const each of [slots, run.slots]) held.push(await each.acquire(run.stopping));
        return !run.stopping.aborted;
      } catch {
        return false; // the signal's reason: `acquire` knows no other
      }
    },
    [Symbol.dispose]: () => {
      for (const free of held) free();
    },
  };
}

function follow(work: UnitWork, node: Node, outcome: AttemptOutcome): Again | undefined {
  switch (outcome.kind) {
    case "again":
      return outcome;
    case "stop":
      work.run.stop({ kind: "target", reason: outcome.reason });
      return undefined;
    case "withdrawn":
      return undefined;
    case "result":
      finish(work, node, outcome.result);
      return undefined;
  }
}

function finish(work: UnitWork, node: Node, result: AttemptResult): void {
  const { run, graph } = work;
  run.deps.onResult(node.operation, result);
  if (result.status === "accepted") wait(work, node);
  if (result.status === "failed") run.countFailure();
  graph.settled(node);
}

function wait({ run, graph, unit }: UnitWork, { operation, state }: Node): void {
  run.room.add({ unit, ...waitingOf(operation, state, graph), attempt: state.attempts });
  run.deps.onWaiting?.(run.room.size());
}
