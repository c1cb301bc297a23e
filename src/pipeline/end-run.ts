/** The end of a run: its result files, its exit code. */
import type { EngineEnd } from "../engine/engine.ts";
import type { RunFile } from "../journal/run-file.ts";
import { exitCodes } from "../model/exit-codes.ts";
import type { ReportSource, RowOutcome } from "../model/run-report.ts";
import { hasBadRows } from "../report/summary.ts";
import { pathsOf, type WrittenReports, writeReports } from "../report/write-reports.ts";
import { reportSource } from "./report-source.ts";
import type { Surroundings } from "./request.ts";
import { readRunFacts, updateRunFacts } from "./run-facts.ts";
import type { RunFolder } from "./run-folder.ts";

export type RunEnd = {
  readonly runId: string;
  readonly exitCode: number;
  readonly folder: string;
  /** Absent when the caller asked for no files. */
  readonly written: WrittenReports;
  readonly stopped?: NonNullable<EngineEnd["stopped"]>;
  /** Its input is read, and something stopped it: `resume` can go on with it. */
  readonly isResumable: boolean;
};

/** Sees the outcome of every row, in input order, once. */
export type RowWatcher = { see(outcome: RowOutcome): void; finish(): void };

/** Writes the result files into the run's folder, and copies to `outFolder` when given. `watcher` sees each row on the way. */
export async function endRun(
  runFile: RunFile,
  folder: RunFolder,
  end: EngineEnd,
  surroundings: Surroundings,
  outFolder?: string,
  watcher?: RowWatcher,
): Promise<RunEnd> {
  const finishedAt = new Date(surroundings.clock.now()).toISOString();
  const isClosed = end.stopped?.kind === "refused";
  updateRunFacts(runFile, { finishedAt, isClosed, stopped: end.stopped && { reason: end.stopped.reason } });
  const source = reportSource(runFile, folder.path);
  const written = await writeReports(watcher ? seenBy(source, watcher) : source, folder.path);
  const shown = outFolder ? await writeReports(reportSource(runFile, folder.path), outFolder) : written;
  const exitCode = exitCodeOf(written, end, readRunFacts(runFile).command);
  updateRunFacts(runFile, { exitCode });
  const { runId } = folder;
  const files = pathsOf(shown);
  surroundings.emit({
    type: "ended",
    runId,
    exitCode,
    files,
    ...(end.stopped ? { stopped: end.stopped.reason } : {}),
  });
  const isResumable = end.stopped !== undefined && !isClosed && readRunFacts(runFile).isStaged;
  return {
    runId,
    exitCode,
    folder: folder.path,
    written: shown,
    isResumable,
    ...(end.stopped ? { stopped: end.stopped } : {}),
  };
}

function seenBy(source: ReportSource, watcher: RowWatcher): ReportSource {
  return {
    ...source,
    *rows() {
      for (const outcome of source.rows()) {
        watcher.see(outcome);
        yield outcome;
      }
      watcher.finish();
    },
  };
}

function exitCodeOf({ run }: WrittenReports, { stopped }: EngineEnd, command: string): number {
  if (stopped?.kind === "interrupted") return exitCodes.interrupted;
  if (stopped?.kind === "target" || stopped?.kind === "refused") return exitCodes.stopped;
  if (stopped?.kind === "guard" || hasBadRows(run)) return exitCodes.badRows;
  return run.total.statuses.pending > 0 && command !== "validate" ? exitCodes.pending : exitCodes.allRight;
}
