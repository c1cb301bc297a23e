/** Carries the plan out in this process: units by weight, so many at a time, and again when Webex is done with something of theirs. */
import type { UnitId } from "../model/plan.ts";
import type { Engine } from "./engine.ts";
import { type LocalRun, startLocalRun } from "./local-run.ts";
import { resultsOf } from "./operation-graph.ts";
import { runUnit, type Turn } from "./run-unit.ts";

export const runLocally: Engine = async (deps, signals) => {
  using run = startLocalRun(deps, signals);
  const sharedUnit = deps.store.units.shared();
  if (sharedUnit !== undefined) await runShared(run, sharedUnit);
  await runUnits(
    run,
    deps.store.units
      .byWeight()
      .map(({ id }) => id)
      .filter((id) => id !== sharedUnit),
  );
  return run.end();
};

/** Operations that others wait for come first, and their results stay in memory. */
async function runShared(run: LocalRun, unit: UnitId): Promise<void> {
  await runUnit(run, { unit, isFirst: true, openingPriority: 0, priority: () => 0 });
  for (const [operation, result] of resultsOf(run.deps.store.operations.ofUnit(unit)))
    run.shared.set(operation, result);
}

/** Enough units at a time to fill the limit; the rest stays on the disk. */
async function runUnits(run: LocalRun, units: readonly UnitId[]): Promise<void> {
  const turns = turnsOf(run, units);
  let active = 0;
  let isAsking = false;
  const start = async (work: Promise<void>, ended: () => void) => {
    active += 1;
    await work.catch(run.fail);
    ended();
    active -= 1;
    run.wake();
  };
  for (;;) {
    const changed = run.change();
    for (let turn = turns.take(); turn; turn = turns.take()) {
      const { unit } = turn;
      void start(runUnit(run, turn), () => turns.ended(unit));
    }
    if (run.room.size() > 0 && !isAsking && !run.stopping.aborted) {
      isAsking = true;
      void start(run.room.run(run.stopping), () => {
        isAsking = false;
      });
    }
    if (active === 0) return;
    await changed;
  }
}

type Turns = {
  /** The next unit that may start, or undefined when none may now. */
  take(): Turn | undefined;
  ended(unit: UnitId): void;
};

/**
 * Whose turn it is. A unit has one turn at a time, or its operations would be carried out twice.
 * Units that have not begun go before those that came back, and the first operation of each before all else, so that
 * Webex works on many at once. Behind that the heaviest goes first, and those that came back have places of their own:
 * a heavy customer does not wait for all of the others. Each is finished before the next, until all that is left is
 * under way: then those with the most left go first, so that they end together and the limit is used to the end.
 */
function turnsOf(run: LocalRun, units: readonly UnitId[]): Turns {
  const slots = Math.max(8, run.deps.limits.concurrency * 2);
  const ranks = new Map(units.map((unit, index) => [unit, units.length - index]));
  const active = new Map<UnitId, Turn>();
  let next = 0;

  const isLastRound = () => next >= units.length && run.returned.size === 0 && run.room.size() === 0;
  const isFull = (isFirst: boolean) => [...active.values()].filter((turn) => turn.isFirst === isFirst).length >= slots;
  const nextNew = (): UnitId | undefined => (isFull(true) ? undefined : units[next++]);
  const nextReturned = (): UnitId | undefined =>
    isFull(false) ? undefined : [...run.returned].find((unit) => !active.has(unit));
  const begin = (unit: UnitId, isFirst: boolean): Turn => {
    const rank = ranks.get(unit) ?? 0;
    const openingPriority = isFirst ? units.length + rank : rank;
    // below every rank: what was queued by rank goes first
    const priority = (left: number) => (isLastRound() ? -1 / left : rank);
    const turn = { unit, isFirst, openingPriority, priority };
    active.set(unit, turn);
    return turn;
  };

  return {
    take() {
      if (run.stopping.aborted) return undefined;
      const first = nextNew();
      if (first !== undefined) return begin(first, true);
      const again = nextReturned();
      if (again === undefined) return undefined;
      run.returned.delete(again);
      return begin(again, false);
    },
    ended: (unit) => void active.delete(unit),
  };
}
