/** A run that was interrupted, or has pending rows, goes on: nothing that is done is done again. */

import type { RunFile } from "../journal/run-file/run-file.ts";
import { isOfSheets } from "../model/run-report.ts";
import { quoteForShell } from "../model/shell-text.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import type { RunEnd } from "../outcome/end-run.ts";
import { findLaterRun, findLaterUndo, settleTakenOver } from "../outcome/taken-over.ts";
import type { RunContext } from "../run/context.ts";
import { readRunFacts, type StoredFacts, updateRunFacts } from "../run/facts.ts";
import { refuseNetworkFolder } from "../run/locks.ts";
import type { CallOptions, Connect } from "../run/options.ts";
import { findResumable } from "../run/resumable-run.ts";
import { withState } from "../run/typed-commands.ts";
import type { ChangingRun } from "./changing-run.ts";
import { report } from "./report.ts";
import { reopenRun } from "./start-run.ts";

/** Goes on as the run was begun, whatever is asked now. Throws UserError, with exit code 0, when there is nothing to go on with. */
export async function resume(
  runId: string | undefined,
  options: CallOptions,
  connectTo: Connect,
  context: RunContext,
): Promise<RunEnd> {
  const folder = await findResumable(context.stateFolder, runId);
  await refuseNetworkFolder(context.stateFolder);
  await using run = await reopenRun(context, folder, connectTo, (runFile) => refuse(runFile, options, context));
  if (isOfSheets(readRunFacts(run.runFile).command)) {
    await leaveToOthers(run);
    await run.plan(options.limits);
    await run.confirm(options);
  }
  await run.carryOut(options);
  return await run.end(options);
}

/** Before anything is asked of its target: a run that cannot go on, or must not. */
async function refuse(runFile: RunFile, options: CallOptions, { stateFolder }: RunContext): Promise<void> {
  const facts = readRunFacts(runFile);
  const { command, target, phase, undoneBy } = facts;
  if (undoneBy) throw undone(facts, undoneBy, stateFolder);
  if (!target || phase === "staging" || phase === "closed") throw nothingToResume(facts, stateFolder);
  if (command === "undo") await refuseOvertakenUndo(runFile, stateFolder, options);
  else if (isOfSheets(command)) await refuseOvertakenRun(runFile, stateFolder, options);
}

/** Rows that another run has done since are not sent again. */
async function leaveToOthers({ runFile, context, step }: ChangingRun): Promise<void> {
  await step(async () => {
    for (const { runId, rows } of await settleTakenOver(runFile, context.stateFolder, context.clock.now())) {
      context.emit({ type: "note", text: text("rows_done_elsewhere", { rows, runId }) });
    }
  });
}

/** The plan of an undo holds for what was there when it was made: it must not take away what was made again since. */
async function refuseOvertakenUndo(runFile: RunFile, stateFolder: string, { files }: CallOptions): Promise<void> {
  const { runId, undoOf } = readRunFacts(runFile);
  const later = await findLaterRun(runFile, stateFolder);
  if (later === undefined) return;
  updateRunFacts(runFile, { overtakenBy: later });
  await report(runId, stateFolder, undefined, files); // or it would say of what it had begun: resume
  throw new UserError(
    "undo_overtaken",
    text("undo_overtaken", { runId, later }),
    text("decide_undo_again", { command: withState(`wholesale-import undo ${undoOf}`, stateFolder) }),
  );
}

/** What its plan found to be there, and an undo has taken away since, must not be told of as unchanged. */
async function refuseOvertakenRun(runFile: RunFile, stateFolder: string, { files }: CallOptions): Promise<void> {
  const facts = readRunFacts(runFile);
  const { runId, finishedAt } = facts;
  const later = await findLaterUndo(runFile, stateFolder);
  if (later === undefined) return;
  updateRunFacts(runFile, { overtakenBy: later });
  if (finishedAt) await report(runId, stateFolder, undefined, files); // or it would say of what it had begun: resume
  throw overtakenRun(facts, later, stateFolder);
}

/** `later`: the undo for which it cannot go on. A new plan is what a person should agree to anew. */
export function overtakenRun({ runId, inputs }: StoredFacts, later: string, stateFolder: string): UserError {
  const sheets = inputs.length > 0 ? inputs.map(quoteForShell).join(" ") : "<input>";
  return new UserError(
    "run_overtaken",
    text("run_overtaken", { runId, later }),
    text("apply_again", { command: withState(["wholesale-import", "apply", sheets].join(" "), stateFolder) }),
  );
}

function nothingToResume({ runId, phase, undoOf }: StoredFacts, stateFolder: string): UserError {
  return new UserError(
    "nothing_to_resume",
    phase === "closed" ? text("run_was_refused", { runId }) : text("run_was_not_read", { runId }),
    text("start_again", {
      command: withState(
        undoOf ? ["wholesale-import undo", undoOf].join(" ") : "wholesale-import apply <input>",
        stateFolder,
      ),
    }),
  );
}

function undone({ runId }: StoredFacts, by: string, stateFolder: string): UserError {
  const command = withState("wholesale-import apply <input>", stateFolder);
  return new UserError("run_undone", text("run_undone", { runId, by }), text("apply_its_sheets_again", { command }));
}
