/** Writes the result files of a run again, from its journal. */
import { type WrittenReports, writeReports } from "../report/write-reports.ts";
import { reportSource } from "./report-source.ts";
import { findRun, openRun } from "./run-folder.ts";

export async function report(
  runId: string | undefined,
  stateFolder: string,
  outFolder: string | undefined,
): Promise<WrittenReports> {
  const folder = await findRun(stateFolder, runId);
  using runFile = openRun(folder);
  return await writeReports(reportSource(runFile, folder.path), outFolder ?? folder.path);
}
