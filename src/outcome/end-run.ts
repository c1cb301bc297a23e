/** The end of a run: its result files, its exit code. */
import type { EngineEnd } from "../engine/engine.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { ReportSource, RowOutcome } from "../model/run-report.ts";
import { pathsOf, type WrittenReports, writeReports } from "../report/files/write-reports.ts";
import type { RunContext } from "../run/context.ts";
import { addCopy, readRunFacts, updateRunFacts } from "../run/facts.ts";
import type { RunFolder } from "../run/folder.ts";
import type { ApplyOptions } from "../run/options.ts";
import { canGoOn, type RunPhase } from "../run/phase.ts";
import { reportSource } from "./report-source.ts";
import { exitCodeOf } from "./run-exit-code.ts";

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

export type EndOptions = Pick<ApplyOptions, "outFolder" | "files">;

/**
 * Writes the result files into the run's folder, and copies to `outFolder` when given. `watcher` sees each row on the way.
 * The rows to correct are told where `retry` looks first: in the run's folder.
 */
export async function endRun(
  runFile: RunFile,
  folder: RunFolder,
  end: EngineEnd,
  runContext: RunContext,
  { outFolder, files: format = {} }: EndOptions,
  watcher?: RowWatcher,
): Promise<RunEnd> {
  const finishedAt = new Date(runContext.clock.now()).toISOString();
  updateRunFacts(runFile, { finishedAt, stopped: end.stopped });
  const { stateFolder, namedStateFolder = stateFolder } = runContext;
  const source = reportSource(runFile, folder.path, namedStateFolder);
  const written = await writeReports(watcher ? seenBy(source, watcher) : source, folder.path, format);
  const copied = outFolder
    ? await writeReports(reportSource(runFile, folder.path, namedStateFolder), outFolder, format)
    : written;
  const shown = { ...copied, failed: written.failed };
  if (outFolder) addCopy(runFile, outFolder);
  const exitCode = exitCodeOf(written, end, readRunFacts(runFile).command);
  const { phase: reached } = readRunFacts(runFile);
  const { pending } = written.run.total.statuses;
  updateRunFacts(runFile, { phase: phaseAfter(end, reached), pending, exitCode });
  const { runId } = folder;
  const files = pathsOf(shown);
  runContext.emit({
    type: "ended",
    runId,
    exitCode,
    files,
    ...(end.stopped ? { stopped: end.stopped.reason } : {}),
  });
  const isResumable = end.stopped !== undefined && canGoOn(readRunFacts(runFile));
  return {
    runId,
    exitCode,
    folder: folder.path,
    written: shown,
    isResumable,
    ...(end.stopped ? { stopped: end.stopped } : {}),
  };
}

/** Set once all else is written: a run that dies before can be gone on with. */
function phaseAfter({ stopped }: EngineEnd, reached: RunPhase): RunPhase {
  if (!stopped) return "finished";
  return stopped.kind === "refused" ? "closed" : reached;
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
