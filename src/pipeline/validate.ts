/** All checks that need no network, and their result files. */
import { hasBadRows, type Summary, summarizeChecks } from "../report/summary.ts";
import { pathsOf, type WrittenReports, writeReports } from "../report/write-reports.ts";
import { checkSource, reportSource } from "./report-source.ts";
import type { Surroundings } from "./request.ts";
import { updateRunFacts, writeRunFacts } from "./run-facts.ts";
import { newRunId } from "./run-folder.ts";
import { withScratchRun } from "./scratch-run.ts";
import { type BatchInput, findBatch, stageBatch } from "./stage-batch.ts";

export type Validation = {
  readonly exitCode: 0 | 1;
  readonly run: Summary;
  /** Absent when no files were asked for. */
  readonly written?: WrittenReports;
};

/** `outFolder`: where the result files go; absent: there are none, only their summary. */
export function validate(
  batch: BatchInput,
  outFolder: string | undefined,
  { clock, random, templates, emit, signals }: Surroundings,
): Promise<Validation> {
  return withScratchRun(async (runFile, folder) => {
    const runId = newRunId(clock.now(), random);
    const startedAt = new Date(clock.now()).toISOString();
    const inputs = [...batch.inputs];
    writeRunFacts(runFile, { runId, command: "validate", startedAt, inputs, isStaged: false, isPlanned: false });
    emit({ type: "started", runId, command: "validate" });
    await stageBatch(runFile, await findBatch(batch), batch, templates.remembered(), emit, signals.stop);
    updateRunFacts(runFile, { isStaged: true, finishedAt: new Date(clock.now()).toISOString() });
    const written = outFolder === undefined ? undefined : await writeReports(reportSource(runFile, folder), outFolder);
    const run = written?.run ?? summarizeChecks(checkSource(runFile, folder));
    const exitCode = hasBadRows(run) ? 1 : 0;
    emit({ type: "ended", runId, exitCode, files: written ? pathsOf(written) : [] });
    return { exitCode, run, ...(written ? { written } : {}) };
  });
}
