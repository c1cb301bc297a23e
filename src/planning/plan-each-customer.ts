/** Plans customer by customer, several side by side. Knows nothing of what is planned of one. */
import { setImmediate as nextTurn } from "node:timers/promises";
import PQueue from "p-queue";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Unit } from "../journal/run-file/unit-table.ts";
import type { Emit } from "../model/run-event.ts";

export type PlanningOf = {
  readonly runFile: RunFile;
  /** Customers looked at side by side. */
  readonly concurrency: number;
  readonly emit: Emit;
};

/** Those of a turn when all before it are planned. Ends with the last of them, or with the first error; then no other is begun. Throws the signal's reason. */
export async function planEachCustomer(
  { runFile, concurrency, emit }: PlanningOf,
  turns: readonly (readonly Unit[])[],
  plan: (unit: Unit) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const queue = new PQueue({ concurrency });
  const of = turns.reduce((sum, units) => sum + units.length, 0);
  let done = 0;
  const planOne = async (unit: Unit): Promise<void> => {
    await nextTurn(); // or many customers of which Webex need not be asked would keep Ctrl-C and the screen waiting
    signal.throwIfAborted();
    await plan(unit);
    done += 1;
    if (done % 50 === 0 || done === of) emit({ type: "planning", customers: done, of });
  };
  try {
    for (const units of turns) await Promise.all(units.map((unit) => queue.add(() => planOne(unit))));
  } finally {
    queue.clear();
    runFile.finishPlanning(); // also what is planned in part is reported on
  }
}
