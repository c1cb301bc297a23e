/** Writes the result files of a run again, from its journal. */

import { reportSource } from "../outcome/report-source.ts";
import { type ResultOptions, type WrittenReports, writeReports } from "../report/files/write-reports.ts";
import { addCopy } from "../run/facts.ts";
import { findRun, openRun } from "../run/folder.ts";
import { isRunLocked } from "../run/locks.ts";

/** `outFolder`: instead of the run's folder; `staysAt`: where that is going to be moved. Rows that are corrected there are found by `retry` and `fix`. */
export async function report(
  runId: string | undefined,
  stateFolder: string,
  outFolder: string | undefined,
  files: ResultOptions = {},
  staysAt = outFolder,
): Promise<WrittenReports> {
  const folder = await findRun(stateFolder, runId);
  using runFile = openRun(folder);
  const written = await writeReports(reportSource(runFile, folder.path, stateFolder), outFolder ?? folder.path, files);
  if (staysAt !== undefined && !isRunLocked(folder)) addCopy(runFile, staysAt);
  return written;
}
