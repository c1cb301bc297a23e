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

/** Ends when all of them are planned, or with the first error; then no other is begun. Throws the signal's reason. */
export async function planEachCustomer(
  { runFile, concurrency, emit }: PlanningOf,
  units: readonly Unit[],
  plan: (unit: Unit) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const queue = new PQueue({ concurrency });
  let done = 0;
  const planned = units.map((unit) =>
    queue.add(async () => {
      await nextTurn(); // or many customers of which Webex need not be asked would keep Ctrl-C and the screen waiting
      signal.throwIfAborted();
      await plan(unit);
      done += 1;
      if (done % 50 === 0 || done === units.length) emit({ type: "planning", customers: done, of: units.length });
    }),
  );
  await Promise.all(planned).finally(() => {
    queue.clear();
    runFile.finishPlanning(); // also what is planned in part is reported on
  });
}
