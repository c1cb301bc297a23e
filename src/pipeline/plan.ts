/** Looks before anything is written: the batch held against what exists, as a plan to read, to sign and to apply. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openRunFile, type RunFile } from "../journal/run-file.ts";
import { ownerOf } from "../journal/template-registry.ts";
import { isError } from "../model/issue.ts";
import { hasCalling } from "../model/packages.ts";
import type { SavedPlan } from "../model/plan-line.ts";
import type { RunEvent } from "../model/run-event.ts";
import type { Refresh } from "../plan/fresh-rows.ts";
import { type WrittenReports, writeReports } from "../report/write-reports.ts";
import { checklistsOf } from "./checklists.ts";
import { makePlan, type Selection } from "./make-plan.ts";
import { planLines } from "./plan-lines.ts";
import { reportSource } from "./report-source.ts";
import { alwaysRefresh, type Connect, type Surroundings } from "./request.ts";
import { updateRunFacts, writeRunFacts } from "./run-facts.ts";
import { newRunId } from "./run-folder.ts";
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
  const { clock, random, templates, emit, signals } = surroundings;
  const sources = await findBatch(request.batch);
  const scratch = await mkdtemp(join(tmpdir(), "wholesale-import-"));
  try {
    using runFile = openRunFile(join(scratch, "run.db"), { isScratch: true });
    await using connection = await request.connect(() => undefined);
    const { facts, observer, target } = connection;
    const runId = newRunId(clock.now(), random);
    const createdAt = new Date(clock.now()).toISOString();
    const inputs = request.batch.inputs.map((input) => resolve(input));
    const flags = { isStaged: false, isPlanned: false };
    writeRunFacts(runFile, { runId, command: "plan", target: facts, startedAt: createdAt, inputs, ...flags });
    emit({ type: "started", runId, command: "plan", target: facts });
    const remembered = templates.remembered(facts);
    await stageBatch(runFile, sources, request.batch, remembered, emit, signals.stop);
    const policy = { isRemovingPackages: request.isRemovingPackages };
    const { concurrency } = request;
    using applied = surroundings.openApplied();
    const owner = ownerOf(facts);
    const { refresh = alwaysRefresh, selection = {} } = request;
    const basis = { runFile, observer, remembered, applied, owner, policy, refresh, nowMs: clock.now() };
    const notes: string[] = [];
    const planDeps = {
      ...{ ...basis, target: target.name, concurrency, isForApply: false, selection },
      ...(request.isPrechecking ? { precheck: connection.precheck } : {}),
      emit: (event: RunEvent) => (event.type === "note" ? void notes.push(event.text) : emit(event)),
    };
    await makePlan(planDeps, signals.stop);
    updateRunFacts(runFile, { isStaged: true, isPlanned: true, finishedAt: new Date(clock.now()).toISOString() });
    const written = await writeReports(reportSource(runFile, scratch), join(scratch, "out"));
    const rows = [...planLines(runFile)];
    const unlisted = runFile.units.unlisted();
    const saved: SavedPlan = {
      v: 1,
      createdAt,
      inputs,
      target: facts,
      ...policy,
      ...(request.isPrechecking ? { isPrechecking: true } : {}),
      ...selection,
      notes: [...notesOf(runFile), ...notes],
      unlisted,
      checklist: checklistsOf(runFile),
      rows,
    };
    const isFileRefused = written.run.fileIssues.some(isError);
    const isRefused = isFileRefused || rows.some(({ action }) => action === "refused");
    return { exitCode: isRefused ? 1 : 0, plan: saved, written };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What an operator should know before signing. */
function notesOf(runFile: RunFile): readonly string[] {
  const isCreatingCalling = [...planLines(runFile)].some(
    ({ at, action }) => at.sheet === "customers" && action === "create",
  );
  return isCreatingCalling && hasCallingCustomers(runFile)
    ? [
        "International calling comes switched on with a wholesale subscription (since July 2025): restrict it in Control Hub where it is not wanted.",
      ]
    : [];
}

function hasCallingCustomers(runFile: RunFile): boolean {
  return runFile.operations
    .ofResource("customer")
    .some(({ payload }) => "packages" in payload && hasCalling(payload.packages));
}
