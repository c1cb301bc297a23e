/** Carries out what can be done of one unit now: operations when what they need is done, each until it has a result. Within the limits, through the queue of the run. */
import type { AttemptResult } from "../model/outcome.ts";
import type { UnitId } from "../model/plan.ts";
import { type AttemptOutcome, attempt } from "./attempt.ts";
import type { LocalRun } from "./local-run.ts";
import { type Node, type OperationGraph, operationGraph } from "./operation-graph.ts";
import { createPlaces, type Places, placesAhead } from "./places.ts";

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

/** `places`: of its operations in flight. */
type Place = Turn & { readonly run: LocalRun; readonly graph: OperationGraph; readonly places: Places };

/** Ends when nothing of the unit can go on here: all has its last word, is blocked, or waits for Webex. */
export async function runUnit(run: LocalRun, turn: Turn): Promise<void> {
  const graph = operationGraph(run.deps.store.ofUnit(turn.unit), run.shared);
  const { perCustomer } = run.deps.limits;
  const place = { ...turn, run, graph, places: createPlaces(perCustomer) };
  if (turn.isFirst) for (const node of graph.accepted()) wait(place, node);
  const inFlight = new Set<Promise<void>>();
  let isOpening = true;
  for (;;) {
    while (inFlight.size < perCustomer + placesAhead(perCustomer) && !run.stopping.aborted) {
      const node = graph.takeReady();
      if (!node) break;
      const priority = isOpening ? turn.openingPriority : turn.priority(graph.left());
      const running = carry(place, node, priority).finally(() => inFlight.delete(running));
      inFlight.add(running);
      isOpening = false;
    }
    if (inFlight.size === 0) return;
    await Promise.race(inFlight);
  }
}

/** One operation until it has a result: through the queue for each attempt, outside of it while it must wait. */
async function carry(place: Place, node: Node, priority: number): Promise<void> {
  const { run } = place;
  while (!run.stopping.aborted) {
    const delayMs = await run.queue.add(() => attemptOnce(place, node), { priority });
    if (delayMs === undefined) return;
    await run.deps.clock.sleep(delayMs, run.stopping).catch(() => undefined);
  }
}

/** How long to wait before the next attempt; undefined: there is none. A stop takes hold here, before the next one gets the place. */
async function attemptOnce(place: Place, node: Node): Promise<number | undefined> {
  if (place.run.stopping.aborted) return undefined;
  using seat = seatOf(place);
  return await attemptAt(seat, place, node).catch(place.run.fail);
}

async function attemptAt(seat: Seat, place: Place, node: Node): Promise<number | undefined> {
  const { run, graph } = place;
  const ids = graph.idsFor(node.operation);
  const outcome = await attempt(node.operation, node.state, ids, run.attempting, run.abort, seat.take);
  node.state = outcome.state;
  return follow(place, node, outcome);
}

type Seat = Disposable & { take(): Promise<boolean> };

/** A place of the customer and one of the run, until it is disposed of. `take` gives false when the run stops before. */
function seatOf({ run, places }: Place): Seat {
  const taken: Places[] = [];
  return {
    async take() {
      try {
        for (const each of [places, run.places]) {
          await each.take(run.stopping);
          taken.push(each);
        }
        return !run.stopping.aborted;
      } catch {
        return false; // the signal's reason: `take` knows no other
      }
    },
    [Symbol.dispose]: () => {
      for (const each of taken) each.free();
    },
  };
}

function follow(place: Place, node: Node, outcome: AttemptOutcome): number | undefined {
  switch (outcome.kind) {
    case "again":
      return outcome.delayMs;
    case "stop":
      place.run.stop({ kind: "target", reason: outcome.reason });
      return undefined;
    case "withdrawn":
      return undefined;
    case "result":
      finish(place, node, outcome.result);
      return undefined;
  }
}

function finish(place: Place, node: Node, result: AttemptResult): void {
  const { run, graph } = place;
  run.deps.onResult(node.operation, result);
  if (result.status === "accepted") wait(place, node);
  if (result.status === "failed") run.countFailure();
  graph.settled(node);
}

function wait({ run, graph, unit }: Place, { operation, state }: Node): void {
  const ids = state.kind === "accepted" && state.result.status !== "failed" ? state.result.ids : {};
  run.room.add({ unit, operation, ids: { ...graph.idsFor(operation), ...ids }, attempt: state.attempts });
  run.deps.onWaiting?.(run.room.size());
}
