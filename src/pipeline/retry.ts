/** A new run of the rows that were refused, as a person has corrected them, and of those that were not attempted. */

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { isOfSheets } from "../model/run-report.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { tellTaken } from "../outcome/describe-taken-cells.ts";
import type { RunEnd } from "../outcome/end-run.ts";
import { rowsLeft, sharesOf } from "../outcome/parent-rows.ts";
import { reportSource } from "../outcome/report-source.ts";
import { openFailedFolder } from "../report/files/failed-folder.ts";
import type { RunContext } from "../run/context.ts";
import { doerAt, readRunFacts, type StoredFacts } from "../run/facts.ts";
import { findRun, lostStart, openRun, type RunFolder } from "../run/folder.ts";
import { isRunLocked } from "../run/locks.ts";
import type { ApplyOptions, BatchInput, Connect } from "../run/options.ts";
import { canGoOn, isUnderWay } from "../run/phase.ts";
import { resumeCommand, withState } from "../run/typed-commands.ts";
import { findFailedForm } from "../staging/failed-form.ts";
import { apply } from "./apply.ts";
import { overtakenRun } from "./resume.ts";

export type RetryOptions = ApplyOptions & {
  /** Also of a run that is not finished. */
  readonly isForced?: boolean;
  /** In the place of the one beside the rows. */
  readonly mapping?: BatchInput["mapping"] | undefined;
};

/** Target and organization come from the run. Throws UserError when there is nothing to retry, and when the run should be gone on with instead. */
export async function retry(
  runId: string | undefined,
  options: RetryOptions,
  connectTo: Connect,
  runContext: RunContext,
): Promise<RunEnd> {
  const folder = await findRun(runContext.stateFolder, runId);
  const { target, batch: rows, notes, ticket } = await prepare(folder, options, runContext);
  const batch = { ...rows, parent: { folder, rowsLeft } };
  for (const text of notes) runContext.emit({ type: "note", text });
  const connect: Connect = (onRequest) => connectTo(onRequest, target);
  const context = { ...(ticket === undefined ? {} : { ticket }), ...runContext };
  return apply({ batch, options, connect, command: "retry", retryOf: folder.runId }, context);
}

async function prepare(
  folder: RunFolder,
  { isForced = false, reading = {}, mapping }: RetryOptions,
  { stateFolder }: RunContext,
) {
  using runFile = openRun(folder);
  const facts = readRunFacts(runFile);
  const { target, undoOf } = facts;
  if (undoOf) throw isUndo(folder, undoOf, stateFolder);
  if (facts.remindOf) throw isOfReminders(folder, facts.remindOf, stateFolder);
  if (!isOfSheets(facts.command)) throw isOfDays(folder, stateFolder);
  if (!isForced) refuseUnfinished(runFile, folder, facts, stateFolder);
  await writeNotAttempted(runFile, folder);
  const form = await findFailedForm(folder.path, facts.copies, reading.limits);
  const { inputs: corrected, sheets } = form;
  const taken = await tellTaken(runFile, folder, form, stateFolder);
  const notes = [form.note, taken].filter((each) => each !== undefined);
  const inputs = [...corrected, ...(await sheetsIn(notAttemptedFolder(folder)))];
  const { ticket } = doerAt(facts);
  const own = { ...(mapping === undefined ? {} : { mapping }), ...(sheets ? { sheets } : {}) };
  if (inputs.length > 0) return { target, batch: { inputs, reading, ...own }, notes, ticket };
  throw nothingToRetry(folder, facts, countWaiting(runFile, folder), stateFolder);
}

/** `waiting`: rows that `resume` has still to do. */
function nothingToRetry({ runId }: RunFolder, facts: StoredFacts, waiting: number, stateFolder: string): UserError {
  const command = resumeCommand(runId, stateFolder);
  return waiting > 0 && canGoOn(facts)
    ? new UserError(
        "nothing_to_retry",
        text("rows_wait_for_resume", { runId, rows: waiting }),
        text("continue_by", { command }),
      )
    : new UserError("nothing_to_retry", text("no_rows_to_retry", { runId }), text("name_other_run_to_retry"));
}

/** What is under way there would be sent a second time, and told of as a failure. A run that stopped itself after too many errors may be corrected. */
function refuseUnfinished(runFile: RunFile, folder: RunFolder, facts: StoredFacts, stateFolder: string): void {
  const { phase, stopped, overtakenBy } = facts;
  if (isRunLocked(folder)) {
    throw new UserError(
      "already_running",
      text("run_in_use", { runId: folder.runId }),
      text("wait_or_stop_and_resume"),
    );
  }
  if (phase === "staging") throw lostStart(folder.runId, undefined);
  if (!isUnderWay(phase) || stopped?.kind === "guard") return;
  if (overtakenBy) throw overtakenRun(facts, overtakenBy, stateFolder);
  const { runId } = folder;
  const reason = stopped?.kind === "target" ? { reason: stopped.reason } : {};
  const rows = countWaiting(runFile, folder);
  throw new UserError(
    "run_not_finished",
    text("run_not_finished", { runId, rows, ...reason }),
    text("resume_or_force", { command: resumeCommand(runId, stateFolder) }),
  );
}

/** Rows that the run has still to do. */
function countWaiting(runFile: RunFile, { path }: RunFolder): number {
  let rows = 0;
  for (const { status } of reportSource(runFile, path).rows())
    if (status === "not_attempted" || status === "pending") rows += 1;
  return rows;
}

/** Rows that were good and not reached, as sheets of their own. */
async function writeNotAttempted(runFile: RunFile, folder: RunFolder): Promise<void> {
  const files = runFile.files.all();
  const { language } = readRunFacts(runFile).options;
  const written = openFailedFolder(notAttemptedFolder(folder), files, {
    selects: () => true,
    hasWorkbook: false,
    language,
  });
  for (const { outcome, share } of sharesOf(runFile)) if (share === "attempt") await written.add(outcome);
  await written.publish(new Set());
}

function notAttemptedFolder({ path }: RunFolder): string {
  return join(path, "not-attempted");
}

async function sheetsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(".csv")).map((name) => join(folder, name));
}

/** Its rows were given to it by what earlier runs remember: what was not done is due again. */
function isOfDays({ runId }: RunFolder, stateFolder: string): UserError {
  const command = withState("wholesale-import apply --due", stateFolder);
  return new UserError("nothing_to_retry", text("run_is_of_days", { runId }), text("apply_due_again", { command }));
}

function isOfReminders({ runId }: RunFolder, remindOf: string, stateFolder: string): UserError {
  const command = withState(`wholesale-import remind ${remindOf}`, stateFolder);
  return new UserError("nothing_to_retry", text("run_is_of_reminders", { runId }), text("remind_again", { command }));
}

function isUndo({ runId }: RunFolder, undoOf: string, stateFolder: string): UserError {
  const command = withState(`wholesale-import undo ${undoOf}`, stateFolder);
  return new UserError("nothing_to_retry", text("run_is_undo", { runId, undoOf }), text("undo_the_rest", { command }));
}
