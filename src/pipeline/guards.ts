/** What stands against carrying a batch out, before anything is sent: its files, its rows, its size, its plan, a person. */

import type { RunFile } from "../journal/run-file/run-file.ts";
import type { PlanCounts, TargetFacts } from "../model/run-event.ts";
import { type Text, text } from "../model/words/text.ts";
import { planLines } from "../outcome/plan-lines.ts";
import { findMoved } from "../planning/saved-plan.ts";
import { updateRunFacts } from "../run/facts.ts";
import type { CallOptions, RunOptions } from "../run/options.ts";
import type { Stopped } from "../run/stops.ts";
import type { StagedBatch } from "../staging/stage-batch.ts";

/** Nothing is sent when a file could not be read; and, when the caller is strict, when rows are invalid or something was left out. */
export function refuseBatch(staged: StagedBatch, { isStrict }: RunOptions): Stopped | undefined {
  const { refusedFiles } = staged;
  if (refusedFiles.length > 0) return refuse(text("files_unreadable", { files: refusedFiles }));
  const reason = isStrict ? strictReason(staged) : undefined;
  return reason === undefined ? undefined : refuse(text("nothing_sent_because", { reason }));
}

/** What `--strict` has against the batch, for people. */
export function strictReason({ counts, unreadFiles }: StagedBatch): Text | undefined {
  const bad = counts.invalid + counts.blocked;
  return bad + unreadFiles.length === 0 ? undefined : text("strict", { invalid: bad, unread: unreadFiles });
}

/** Far more rows than the caller expects: something is wrong with the batch. */
export function refuseSize(runFile: RunFile, { maxRows }: RunOptions): Stopped | undefined {
  const rows = runFile.files.all().reduce((sum, file) => sum + file.rows, 0);
  if (!maxRows || rows <= maxRows.rows) return undefined;
  return refuse(text("batch_too_large", { rows, reason: maxRows.reason }));
}

/** A guard on the plan, or the person who was asked. */
export async function refusePlan(
  runFile: RunFile,
  counts: PlanCounts,
  {
    maxChanges = Number.POSITIVE_INFINITY,
    signedPlan,
    confirm,
    ...others
  }: RunOptions & Pick<CallOptions, "signedPlan" | "confirm" | "confirmRemovals">,
  facts: TargetFacts,
): Promise<Stopped | undefined> {
  const changes = counts.create + counts.update + (counts.delete ?? 0);
  if (changes > maxChanges) return refuse(text("too_many_changes", { rows: changes, most: maxChanges }));
  const moved = signedPlan ? findMoved(signedPlan, planLines(runFile)) : undefined;
  if (moved) return { kind: "refused", ...moved };
  const unconfirmed = await refuseRemovals(runFile, others, facts);
  if (unconfirmed) return refuse(unconfirmed);
  if (changes === 0 || signedPlan) return undefined;
  const isConfirmed = await closedByRefusal(runFile, () => confirm(counts, facts));
  return isConfirmed ? undefined : refuse(text("not_confirmed"));
}

/** From so many removals of a customer on, its share counts. */
const fewRemovals = 10;
const largestShare = 0.2;

/** A file that was cut off must not empty a customer: many removals want a flag, or a person who types their number. */
async function refuseRemovals(
  runFile: RunFile,
  { maxRemovals, confirmRemovals }: Pick<RunOptions, "maxRemovals"> & Pick<CallOptions, "confirmRemovals">,
  { name }: TargetFacts,
): Promise<Text | undefined> {
  const byCustomer = runFile.operations.removals();
  const users = byCustomer.reduce((sum, each) => sum + each.removals, 0);
  const customers = runFile.operations.customersThatGo().length;
  if (users + customers === 0) return undefined;
  const isTyped = async (kind: "users" | "customers", count: number) =>
    confirmRemovals && (await closedByRefusal(runFile, () => confirmRemovals(count, kind)));
  if (maxRemovals !== undefined && users > maxRemovals)
    return text("too_many_removals", { removals: users, most: maxRemovals });
  const large = byCustomer.find((each) => each.removals > fewRemovals && each.removals > largestShare * each.users);
  if (users > 0 && maxRemovals === undefined && (large || name !== "simulator") && !(await isTyped("users", users)))
    return large ? text("large_removal", large) : text("removals_unconfirmed", { removals: users });
  // where nobody is there to ask, the flag that allows them has to do
  const isAsked = customers > 0 && name !== "simulator" && confirmRemovals !== undefined;
  return isAsked && !(await isTyped("customers", customers)) ? text("customers_unconfirmed", { customers }) : undefined;
}

/** Asks; where nobody can be asked, the run ends there for good. Throws what asking throws. */
export async function closedByRefusal(runFile: RunFile, ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask();
  } catch (error) {
    updateRunFacts(runFile, { phase: "closed" });
    throw error;
  }
}

function refuse(reason: Text): Stopped {
  return { kind: "refused", reason };
}
