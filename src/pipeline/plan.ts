/** Looks before anything is written: the batch held against what exists, as a plan to read, to sign and to apply. */

import { join, resolve } from "node:path";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { isError } from "../model/issue.ts";
import { hasCalling } from "../model/packages.ts";
import type { SavedPlan } from "../model/plan-line.ts";
import type { RunEvent } from "../model/run-event.ts";
import { UserError } from "../model/user-error.ts";
import { type Text, text } from "../model/words/text.ts";
import { checklistsOf } from "../outcome/checklists.ts";
import { factsInState } from "../outcome/hints-in-state.ts";
import { planLines } from "../outcome/plan-lines.ts";
import { reportSource } from "../outcome/report-source.ts";
import { type WrittenReports, writeReports } from "../report/files/write-reports.ts";
import type { RunContext } from "../run/context.ts";
import { readRunFacts } from "../run/facts.ts";
import { type BatchInput, type Connect, planOptionsSchema, type RunWishes } from "../run/options.ts";
import { strictReason } from "./guards.ts";
import { type CheckingRun, startRun } from "./start-run.ts";

export type PlanRequest = RunWishes & {
  readonly batch: BatchInput;
  readonly connect: Connect;
  /** Customers looked at side by side. */
  readonly concurrency: number;
};

export type Planned = {
  /** 0: no row is refused, and no file. */
  readonly exitCode: 0 | 1;
  readonly plan: SavedPlan;
  readonly written: WrittenReports;
};

/** Reads the target, writes nothing to it. Throws UserError where it cannot be read, and for a batch that is refused. */
export async function plan(request: PlanRequest, { emit, ...others }: RunContext): Promise<Planned> {
  const { batch, connect, concurrency, ...options } = request;
  const notes: Text[] = []; // they stand in the plan, and are not told twice
  const context = {
    ...others,
    emit: (event: RunEvent) => (event.type === "note" ? void notes.push(event.text) : emit(event)),
  };
  await using run = await startRun(context, { command: "plan", batch, options, connect });
  const refusal = strictReason(await run.stage());
  if (run.options.isStrict && refusal !== undefined)
    throw new UserError("strict", text("batch_refused", { reason: refusal }), text("see_validate"));
  await run.plan({ concurrency });
  run.finish();
  const written = await writeReports(reportSource(run.runFile, run.path, others.stateFolder), join(run.path, "out"), {
    hasWorkbooks: false,
  });
  const { mapping } = batch;
  const named = typeof mapping === "string" ? { mapping: resolve(mapping) } : {};
  const saved = { ...toSavedPlan(run, notes, others.stateFolder), ...named };
  const isRefused = written.run.fileIssues.some(isError) || saved.rows.some(({ action }) => action === "refused");
  return { exitCode: isRefused ? 1 : 0, plan: saved, written };
}

function toSavedPlan({ runFile, options }: CheckingRun, notes: readonly Text[], stateFolder: string): SavedPlan {
  const { startedAt, inputs, target } = readRunFacts(runFile);
  if (!target) throw new Error("a plan is made for a target");
  return {
    v: 1,
    createdAt: startedAt,
    inputs: inputs.map((input) => resolve(input)),
    target,
    ...planOptionsSchema.parse(options),
    notes: [...notesOf(runFile), ...notes],
    unlisted: runFile.units.unlisted(),
    ...factsInState({ checklist: checklistsOf(runFile) }, stateFolder),
    rows: [...planLines(runFile, stateFolder)],
  };
}

/** What an operator should know before signing. */
function notesOf(runFile: RunFile): readonly Text[] {
  return isCreatingCalling(runFile) ? [text("international_calling")] : [];
}

function isCreatingCalling(runFile: RunFile): boolean {
  return runFile.operations
    .ofResource("customer")
    .some(
      ({ action, refusal, payload }) =>
        action === "create" && !refusal && "packages" in payload && hasCalling(payload.packages),
    );
}
