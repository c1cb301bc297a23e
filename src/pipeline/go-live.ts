/** The story of a day on which something goes live: find what is due, look what is there now, show, ask, activate and mail, tell. Days stand in the state folder, as earlier runs have remembered them. */

import { createHash } from "node:crypto";
import { type GoLiveDays, isDue, type StoredGoLive } from "../journal/state/go-live-days.ts";
import { ownerOf } from "../journal/state/template-registry.ts";
import type { PlanLine } from "../model/plan-line.ts";
import type { PlanCounts, TargetFacts } from "../model/run-event.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import type { RunEnd } from "../outcome/end-run.ts";
import { planLines } from "../outcome/plan-lines.ts";
import { makeDuePlan } from "../planning/plan-due.ts";
import { stageDue } from "../planning/stage-due.ts";
import type { RunContext } from "../run/context.ts";
import { updateRunFacts } from "../run/facts.ts";
import type { CallOptions, Connect, RunWishes } from "../run/options.ts";
import type { ChangingRun } from "./changing-run.ts";
import { closedByRefusal } from "./guards.ts";
import { resume } from "./resume.ts";
import { startRun } from "./start-run.ts";

export type DuePlan = { readonly counts: PlanCounts; rows(): Iterable<PlanLine> };

export type GoLiveOptions = Omit<CallOptions, "confirm" | "confirmRemovals" | "signedPlan" | "reading"> &
  Pick<RunWishes, "language"> & {
    /** Shown the plan before anything is sent; false: nothing is done. */
    confirm(plan: DuePlan, target: TargetFacts): Promise<boolean>;
  };

/**
 * Carries out what is due at the target. Undefined: nothing is. A run of this kind that was cut off is gone on with first,
 * for nobody must be mailed twice. Throws UserError when it cannot begin.
 */
export async function goLive(
  options: GoLiveOptions,
  connect: Connect,
  context: RunContext,
): Promise<RunEnd | undefined> {
  const owner = await whoseDue(connect, context);
  if (owner === undefined) return undefined;
  await goOnWithCutOff(owner, options, connect, context);
  const { language } = options;
  const start = { command: "go-live", options: language ? { language } : {}, connect, inputKey: keyOf(owner) } as const;
  await using run = await startRun(context, start);
  const plan = await planDue(run, owner, options);
  await confirmDue(run, plan, options);
  await run.carryOut(options);
  return await run.end(options);
}

/** The target is asked who it is only where something is due at any. */
async function whoseDue(connect: Connect, { openApplied, clock }: RunContext): Promise<string | undefined> {
  using applied = openApplied();
  const due = applied.goLive.open().filter((day) => isDue(day, clock.now()));
  if (due.length === 0) return undefined;
  await using connection = await connect(() => undefined);
  const owner = ownerOf(connection.facts);
  return due.some((day) => day.owner === owner) ? owner : undefined;
}

function keyOf(owner: string): string {
  return createHash("sha256").update("go-live").update(owner).digest("hex");
}

/** What it has begun is known to nobody else. */
async function goOnWithCutOff(
  owner: string,
  options: GoLiveOptions,
  connect: Connect,
  context: RunContext,
): Promise<void> {
  const runId = withDays(context, (days) => days.begun(owner));
  if (runId === undefined) return;
  const call = { ...options, confirm: async () => true };
  try {
    await resume(runId, call, connect, context);
  } catch (error) {
    if (!(error instanceof UserError) || !nothingLeft.has(error.code)) throw error;
    withDays(context, (days) => days.end(owner, runId));
  }
}

const nothingLeft: ReadonlySet<string> = new Set(["nothing_to_resume", "no_such_run", "run_not_begun", "run_undone"]);

function withDays<T>({ openApplied }: RunContext, work: (days: GoLiveDays) => T): T {
  using applied = openApplied();
  return work(applied.goLive);
}

/** Read again now that no other run does the same. */
async function planDue(run: ChangingRun, owner: string, { limits }: GoLiveOptions): Promise<DuePlan | undefined> {
  const { runFile, connection, context, folder, step } = run;
  return step(async () => {
    const due = withDays(context, (days) => {
      days.begin(owner, folder.runId);
      return days.open(owner).filter((day: StoredGoLive) => isDue(day, context.clock.now()));
    });
    const places = stageDue(runFile, due, context.emit);
    updateRunFacts(runFile, { phase: "planning" });
    const deps = { runFile, observer: connection.observer, concurrency: limits.concurrency, emit: context.emit };
    const counts = await makeDuePlan(deps, places, context.signals.stop);
    return { counts, rows: () => planLines(runFile, context.stateFolder) };
  });
}

/** A plan that changes nothing is shown, and needs no yes. */
async function confirmDue(
  { runFile, connection, step, stop }: ChangingRun,
  plan: DuePlan | undefined,
  { confirm }: GoLiveOptions,
): Promise<void> {
  await step(async () => {
    if (!plan) return;
    const hasWork = plan.counts.create + plan.counts.update > 0;
    const isConfirmed = await closedByRefusal(runFile, () => confirm(plan, connection.facts));
    if (hasWork && !isConfirmed) return stop({ kind: "refused", reason: text("not_confirmed") });
    updateRunFacts(runFile, { phase: "confirmed" });
  });
}
