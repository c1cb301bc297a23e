/** With which exit code a run ends. */
import type { EngineEnd } from "../engine/engine.ts";
import { exitCodes } from "../model/exit-codes.ts";
import type { WrittenReports } from "../report/files/write-reports.ts";
import { hasBadRows } from "../report/summary.ts";

/** What stopped it comes first, then rows that are wrong, then rows that still wait. `validate` waits for nothing. */
export function exitCodeOf({ run }: WrittenReports, { stopped }: EngineEnd, command: string): number {
  if (stopped?.kind === "interrupted") return exitCodes.interrupted;
  if (stopped?.kind === "target" || stopped?.kind === "refused") return exitCodes.stopped;
  if (stopped?.kind === "guard" || hasBadRows(run)) return exitCodes.badRows;
  return run.total.statuses.pending > 0 && command !== "validate" ? exitCodes.pending : exitCodes.allRight;
}
