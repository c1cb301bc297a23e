/** Looks before anything is written: the batch held against what exists, as a plan to read, to sign and to apply. */
import { join, resolve } from "node:path";
import type { RunFile } from "../journal/run-file.ts";
import { ownerOf } from "../journal/template-registry.ts";
import { isError } from "../model/issue.ts";
import { hasCalling } from "../model/packages.ts";
import type { SavedPlan } from "../model/plan-line.ts";
import type { RememberedTemplates } from "../model/ports.ts";
import type { TargetFacts } from "../model/run-event.ts";
import type { Refresh } from "../plan/fresh-rows.ts";
import { type WrittenReports, writeReports } from "../report/write-reports.ts";
import type { Connection } from "../runtime.ts";
import type { FoundInputs } from "../sheets/find-inputs.ts";
import { checklistsOf } from "./checklists.ts";
import { makePlan, type Selection } from "./make-plan.ts";
import { planLines } from "./plan-lines.ts";
import { reportSource } from "./report-source.ts";
import { alwaysRefresh, type Connect, type Surroundings } from "./request.ts";
import { readRunFacts, updateRunFacts, writeRunFacts } from "./run-facts.ts";
import { newRunId } from "./run-folder.ts";
import { withScratchRun } from "./scratch-run.ts";
import { type BatchInput, findBatch, stageBatch } from "./stage-batch.ts";

export type PlanRequest = {
  readonly batch: BatchInput;
  readonly connect: Connect;
  readonly isRemovingPackages: boolean;
  readonly isPrechecking?: boolean;
  readonly selection?: Selection;
  /** Which rows are asked about; default: all. */
  readonly refresh?: Refresh;
  /** Customers looked at side by side. */
  readonly concurrency: number;
};

export type Planned = {
  /** 0: no row is refused, and no file. */
  readonly exitCode: 0 | 1;
  readonly plan: SavedPlan;
  readonly written: WrittenReports;
};

/** Reads the target, writes nothing to it. */
export async function plan(request: PlanRequest, surroundings: Surroundings): Promise<Planned> {
  const found = await findBatch(request.batch);
  return withScratchRun((runFile, folder) => planInto(runFile, folder, found, request, surroundings));
}

async function planInto(
  runFile: RunFile,
  folder: string,
  found: FoundInputs,
  request: PlanRequest,
  surroundings: Surroundings,
): Promise<Planned> {
  const { clock, templates, emit, signals } = surroundings;
  await using connection = await request.connect(() => undefined);
  startFacts(runFile, request, connection, surroundings);
  const remembered = templates.remembered(connection.facts);
  await stageBatch(runFile, found, request.batch, remembered, emit, signals.stop);
  const notes = await makePlanAndNotes(runFile, request, connection, remembered, surroundings);
  updateRunFacts(runFile, { isStaged: true, isPlanned: true, finishedAt: new Date(clock.now()).toISOString() });
  const written = await writeReports(reportSource(runFile, folder), join(folder, "out"));
  const saved = toSavedPlan(runFile, request, connection.facts, notes);
  const isRefused = written.run.fileIssues.some(isError) || saved.rows.some(({ action }) => action === "refused");
  return { exitCode: isRefused ? 1 : 0, plan: saved, written };
}

function startFacts(
  runFile: RunFile,
  { batch }: PlanRequest,
  { facts: target }: Connection,
  { clock, random, emit }: Surroundings,
): void {
  const runId = newRunId(clock.now(), random);
  const startedAt = new Date(clock.now()).toISOString();
  const inputs = batch.inputs.map((input) => resolve(input));
  writeRunFacts(runFile, { runId, command: "plan", target, startedAt, inputs, isStaged: false, isPlanned: false });
  emit({ type: "started", runId, command: "plan", target });
}

/** Returns what was said about the plan as a whole: it stands in the plan, and is not told twice. */
async function makePlanAndNotes(
  runFile: RunFile,
  { isRemovingPackages, isPrechecking, refresh = alwaysRefresh, selection = {}, concurrency }: PlanRequest,
  { facts, observer, target, precheck }: Connection,
  remembered: RememberedTemplates,
  { clock, emit, signals, openApplied }: Surroundings,
): Promise<readonly string[]> {
  const notes: string[] = [];
  using applied = openApplied();
  await makePlan(
    {
      ...{ runFile, observer, remembered, applied, refresh, selection, concurrency },
      target: target.name,
      owner: ownerOf(facts),
      policy: { isRemovingPackages },
      nowMs: clock.now(),
      isForApply: false,
      ...(isPrechecking ? { precheck } : {}),
      emit: (event) => (event.type === "note" ? void notes.push(event.text) : emit(event)),
    },
    signals.stop,
  );
  return notes;
}

function toSavedPlan(
  runFile: RunFile,
  { isRemovingPackages, isPrechecking, selection = {} }: PlanRequest,
  target: TargetFacts,
  notes: readonly string[],
): SavedPlan {
  const { startedAt, inputs } = readRunFacts(runFile);
  return {
    v: 1,
    createdAt: startedAt,
    inputs,
    target,
    isRemovingPackages,
    ...(isPrechecking ? { isPrechecking } : {}),
    ...selection,
    notes: [...notesOf(runFile), ...notes],
    unlisted: runFile.units.unlisted(),
    checklist: checklistsOf(runFile),
    rows: [...planLines(runFile)],
  };
}

/** What an operator should know before signing. */
function notesOf(runFile: RunFile): readonly string[] {
  return isCreatingCalling(runFile)
    ? [
        "International calling comes switched on with a wholesale subscription (since July 2025): restrict it in Control Hub where it is not wanted.",
      ]
    : [];
}

function isCreatingCalling(runFile: RunFile): boolean {
  return runFile.operations
    .ofResource("customer")
    .some(
      ({ action, refusal, payload }) =>
        action === "create" && !refusal && "packages" in payload && hasCalling(payload.packages),
    );
}
