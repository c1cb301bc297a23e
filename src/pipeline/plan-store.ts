/** The run file as an engine sees it. */
import type { RunFile } from "../journal/run-file.ts";
import type { PlanStore } from "../model/ports.ts";

/** The fact that says which unit holds the operations that others wait for. */
export const sharedUnitFact = "sharedUnit";

export function planStore(runFile: RunFile): PlanStore {
  return {
    sharedUnit: () => runFile.readFact(sharedUnitFact, Number),
    unitsByWeight: () => runFile.units.byWeight().map(({ id }) => id),
    ofUnit: (unit) => runFile.operations.ofUnit(unit),
    append: (entry) => runFile.operations.append(entry),
    onDisk: () => runFile.onDisk(),
  };
}
