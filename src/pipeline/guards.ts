/** What stands against carrying a batch out, before anything is sent: its files, its rows, its size, its plan, a person. */
import type { EngineEnd } from "../engine/engine.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { PlanCounts, TargetFacts } from "../model/run-event.ts";
import { planLines } from "./plan-lines.ts";
import type { ApplyOptions } from "./request.ts";
import { findMoved } from "./saved-plan.ts";
import type { StagedBatch } from "./stage-batch.ts";

/** Absent: nothing does. */
type Refused = EngineEnd["stopped"];

/** Nothing is sent when a file could not be read, or when rows are invalid and the caller is strict. */
export function refuseBatch({ refusedFiles, counts }: StagedBatch, { isStrict }: ApplyOptions): Refused {
  if (refusedFiles.length > 0) return refuse(`${refusedFiles.join(", ")} could not be read; nothing was sent`);
  const bad = counts.invalid + counts.blocked;
  return isStrict && bad > 0
    ? refuse(`${bad} rows are not valid, and --strict was given; nothing was sent`)
    : undefined;
}

/** Far more rows than the caller expects: something is wrong with the batch. */
export function refuseSize(runFile: RunFile, { maxRows }: ApplyOptions): Refused {
  const rows = runFile.rows.files().reduce((sum, file) => sum + file.rows, 0);
  if (!maxRows || rows <= maxRows.rows) return undefined;
  return refuse(`the batch has ${rows} rows, ${maxRows.reason}; nothing was sent`);
}

/** A guard on the plan, or the person who was asked. */
export async function refusePlan(
  runFile: RunFile,
  counts: PlanCounts,
  { maxChanges = Number.POSITIVE_INFINITY, signedPlan, confirm }: ApplyOptions,
  facts: TargetFacts,
): Promise<Refused> {
  const changes = counts.create + counts.update;
  if (changes > maxChanges)
    return refuse(
      `${changes} rows would be created or changed, more than --max-changes ${maxChanges}; nothing was sent`,
    );
  const moved = signedPlan ? findMoved(signedPlan, planLines(runFile)) : undefined;
  if (moved) return refuse(moved);
  if (changes === 0 || signedPlan || (await confirm(counts, facts))) return undefined;
  return refuse("the plan was not confirmed; nothing was sent");
}

function refuse(reason: string): Refused {
  return { kind: "refused", reason };
}
