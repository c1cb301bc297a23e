/** The first two steps of every run: its rows are read and checked, and held against what exists at the target. */

import type { RunFile } from "../journal/run-file/run-file.ts";
import { ownerOf } from "../journal/state/template-registry.ts";
import { assignedIn } from "../model/plan-line.ts";
import type { PlanCounts } from "../model/run-event.ts";
import type { PlanDeps } from "../planning/make-plan.ts";
import type { RunContext } from "../run/context.ts";
import { updateRunFacts } from "../run/facts.ts";
import type { BatchInput, CallOptions, RunOptions } from "../run/options.ts";
import type { Connection } from "../runtime.ts";
import { type FoundBatch, type StagedBatch, stageBatch } from "../staging/stage-batch.ts";
import { knownTemplatesFor } from "./known-templates.ts";

/** The sheets of a run, found and not yet read. */
export type RunBatch = { readonly input: BatchInput; readonly found: FoundBatch };

/** A run as far as it is being looked at. */
export type RunAtHand = {
  readonly context: RunContext;
  readonly runFile: RunFile;
  readonly options: RunOptions;
  /** Absent for checks that ask no target. */
  readonly connection: Connection | undefined;
};

/** Throws the signal's reason when a person stops it. */
export async function stageRun({ context, runFile, connection }: RunAtHand, batch: RunBatch): Promise<StagedBatch> {
  const { clock, emit, signals } = context;
  const remembered = await knownTemplatesFor(context, connection);
  const linkingFor = { asksTarget: connection !== undefined, nowMs: clock.now() };
  const staged = await stageBatch(runFile, batch.found, batch.input, remembered, emit, signals.stop, linkingFor);
  updateRunFacts(runFile, { phase: "planning" });
  return staged;
}

/** `signedPlan`: what it chose is chosen again while it is free. `comparison`, `read`: of a plan that only compares. */
export type PlanCall = Pick<CallOptions["limits"], "concurrency"> &
  Pick<CallOptions, "signedPlan"> &
  Pick<PlanDeps, "comparison" | "read">;

/** `isForApply`: the plan will be carried out. Throws UserError when the target cannot be read, and the signal's reason. */
export async function planRun(
  { context, runFile, options, connection }: RunAtHand,
  { concurrency, isForApply, signedPlan, comparison, read }: PlanCall & { readonly isForApply: boolean },
): Promise<PlanCounts> {
  if (!connection) throw new Error("a run without a target makes no plan");
  const { target, facts, observer, precheck } = connection;
  const { clock, emit, signals } = context;
  using applied = context.openApplied();
  const at = {
    target: target.name,
    observer,
    precheck,
    owner: ownerOf(facts),
    remembered: await knownTemplatesFor(context, connection),
  };
  const { makePlan } = await import("../planning/make-plan.ts"); // a check without a target makes none
  const nowMs = clock.now();
  const signed = signedPlan ? { signed: assignedIn(signedPlan) } : {};
  const wishes = { ...(comparison ? { comparison } : {}), ...(read ? { read } : {}) };
  const deps = { runFile, options, applied, ...at, ...signed, ...wishes, nowMs, isForApply, concurrency, emit };
  return await makePlan(deps, signals.stop);
}
