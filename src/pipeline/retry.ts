/** A new run of the rows that were refused, as a person has corrected them, and of those that were not attempted. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { RunFile } from "../journal/run-file.ts";
import { UserError } from "../model/user-error.ts";
import { openFailedFolder } from "../report/failed-folder.ts";
import { apply } from "./apply.ts";
import type { RunEnd } from "./end-run.ts";
import { reportSource } from "./report-source.ts";
import type { ApplyOptions, Connect, Surroundings } from "./request.ts";
import { readRunFacts } from "./run-facts.ts";
import { findRun, openRun, type RunFolder } from "./run-folder.ts";

/** Target and organisation come from the run. Throws UserError when there is nothing to retry. */
export async function retry(
  runId: string | undefined,
  options: ApplyOptions,
  connectTo: Connect,
  surroundings: Surroundings,
): Promise<RunEnd> {
  const folder = await findRun(surroundings.stateFolder, runId);
  const { target, inputs } = await prepare(folder);
  const batch = { inputs };
  const connect: Connect = (onRequest) => connectTo(onRequest, target);
  return apply({ batch, options, connect, command: "retry", retryOf: folder.runId }, surroundings);
}

async function prepare(folder: RunFolder) {
  using runFile = openRun(folder);
  const { target, undoOf } = readRunFacts(runFile);
  if (undoOf) throw isUndo(folder, undoOf);
  await writeNotAttempted(runFile, folder);
  const inputs = [...(await sheetsIn(join(folder.path, "failed"))), ...(await sheetsIn(notAttemptedFolder(folder)))];
  if (inputs.length > 0) return { target, inputs };
  throw new UserError(
    "nothing_to_retry",
    `The run ${folder.runId} left no rows to retry: none was refused, and none was left out.`,
    "Another run can be named: wholesale-import retry <run-id>; wholesale-import runs lists them.",
  );
}

/** Rows that were good and not reached, as sheets of their own. */
async function writeNotAttempted(runFile: RunFile, folder: RunFolder): Promise<void> {
  const files = runFile.rows.files();
  const written = openFailedFolder(notAttemptedFolder(folder), files, (status) => status === "not_attempted");
  for (const row of reportSource(runFile, folder.path).rows()) await written.add(row);
  await written.publish(new Set());
}

function notAttemptedFolder({ path }: RunFolder): string {
  return join(path, "not-attempted");
}

async function sheetsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(".csv") && !name.startsWith("edited-")).map((name) => join(folder, name));
}

function isUndo({ runId }: RunFolder, undoOf: string): UserError {
  return new UserError(
    "nothing_to_retry",
    `The run ${runId} took back the run ${undoOf}: it has no rows to correct.`,
    `To take back what it left, say again: wholesale-import undo ${undoOf}.`,
  );
}
