/** The story of an undo: read what a run did, look what is there now, show, ask, take back, tell. */

import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Operation } from "../model/plan.ts";
import type { PlanLine } from "../model/plan-line.ts";
import type { PlanCounts, TargetFacts } from "../model/run-event.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import type { RunEnd } from "../outcome/end-run.ts";
import { planLines } from "../outcome/plan-lines.ts";
import type { RunContext } from "../run/context.ts";
import { readRunFacts, type StoredFacts, updateRunFacts } from "../run/facts.ts";
import { findRun, openRun } from "../run/folder.ts";
import { lockRun } from "../run/locks.ts";
import type { CallOptions, Connect } from "../run/options.ts";
import { mayHaveSent } from "../run/phase.ts";
import { withState } from "../run/typed-commands.ts";
import { makeUndoPlan } from "../undo-plan/make-undo-plan.ts";
import type { ChangingRun } from "./changing-run.ts";
import { closedByRefusal } from "./guards.ts";
import { startRun } from "./start-run.ts";

export type UndoPlan = {
  readonly runId: string;
  readonly counts: PlanCounts;
  /** Customers of which anything is taken back, and those that go as a whole. */
  readonly customers: { readonly touched: number; readonly whole: number };
  rows(): Iterable<PlanLine>;
};

export type UndoOptions = Pick<CallOptions, "limits" | "outFolder" | "files"> & {
  /** Shown the plan before anything is sent; false: nothing is done. */
  confirm(plan: UndoPlan, target: TargetFacts): Promise<boolean>;
};

/** Takes back what the run created and the API can remove. Throws UserError when it cannot begin. */
export async function undo(
  runId: string,
  options: UndoOptions,
  connectTo: Connect,
  context: RunContext,
): Promise<RunEnd> {
  const pastFolder = await findRun(context.stateFolder, runId);
  using _past = lockRun(pastFolder);
  using past = openRun(pastFolder);
  const target = targetOf(readRunFacts(past), context.stateFolder);
  const connect: Connect = (onRequest) => connectTo(onRequest, target);
  await using run = await startRun(context, { command: "undo", takesBack: past, connect });
  const plan = await planUndo(run, past, options);
  await confirmUndo(run, past, plan, options);
  await run.carryOut(options);
  return await run.end(options);
}

/** Of a run that may have changed something at its target. */
function targetOf({ runId, command, target, phase, undoOf }: StoredFacts, stateFolder: string): TargetFacts {
  if (command === "undo") {
    throw new UserError(
      "nothing_to_undo",
      text("undo_of_undo", { runId, undoOf: undoOf ?? "" }),
      text("apply_its_sheets_again", { command: withState("wholesale-import apply <input>", stateFolder) }),
    );
  }
  if (command === "remind")
    throw new UserError("nothing_to_undo", text("undo_of_reminder", { runId }), text("other_runs"));
  if (target && mayHaveSent(phase)) return target;
  throw new UserError("nothing_to_undo", text("run_sent_nothing", { runId }), text("other_runs"));
}

/** Reads what the run did, and looks what is there now. */
async function planUndo(run: ChangingRun, past: RunFile, { limits }: UndoOptions): Promise<UndoPlan | undefined> {
  const { runFile, connection, context, step } = run;
  const deps = { runFile, past, observer: connection.observer, concurrency: limits.concurrency, emit: context.emit };
  return step(async () => {
    const counts = await makeUndoPlan(deps, context.signals.stop);
    return undoPlanOf(runFile, past, counts, context.stateFolder);
  });
}

/** A plan that takes nothing back is shown, and needs no yes. */
async function confirmUndo(
  { runFile, folder, connection, step, stop }: ChangingRun,
  past: RunFile,
  plan: UndoPlan | undefined,
  { confirm }: UndoOptions,
): Promise<void> {
  await step(async () => {
    if (!plan) return;
    const hasWork = plan.customers.touched > 0;
    const isConfirmed = await closedByRefusal(runFile, () => confirm(plan, connection.facts));
    if (hasWork && !isConfirmed) return stop({ kind: "refused", reason: text("not_confirmed") });
    updateRunFacts(runFile, { phase: "confirmed" });
    if (hasWork) updateRunFacts(past, { undoneBy: folder.runId });
  });
}

const writes: ReadonlySet<Operation["action"]> = new Set(["create", "delete", "update"]);

function undoPlanOf(runFile: RunFile, past: RunFile, counts: PlanCounts, stateFolder: string): UndoPlan {
  const work = (
    [
      "customer",
      "external_id",
      "user",
      "telephone",
      "move",
      "numbers",
      "activation",
      "go_live",
      "directory_entry",
      "caller_id",
    ] as const
  ).flatMap((resource) =>
    runFile.operations.ofResource(resource).filter(({ action, refusal }) => writes.has(action) && !refusal),
  );
  const whole = work.filter(({ resource, action }) => resource === "customer" && action === "delete").length;
  return {
    runId: readRunFacts(past).runId,
    counts,
    customers: { touched: new Set(work.map(({ unit }) => unit)).size, whole },
    rows: () => planLines(runFile, stateFolder),
  };
}
