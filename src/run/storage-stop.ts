/** Trouble with the disk in the middle of a run, as a person needs to hear it: what, why, and what to do. The run stays resumable. */

import { UserError } from "../model/user-error.ts";
import { type Text, text } from "../model/words/text.ts";
import { type StorageTrouble, storageTroubleOf } from "../storage/storage-trouble.ts";
import type { RunFolder } from "./folder.ts";
import { resumeCommand } from "./typed-commands.ts";

/** Does the work of a run; throws UserError where the disk does not take it. */
export async function explainStorage<T>(folder: RunFolder, stateFolder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const causes = causesOf(error);
    const trouble = causes.map(storageTroubleOf).find((found) => found !== undefined);
    if (trouble) throw storageStop(trouble, folder, stateFolder);
    throw causes[0] instanceof UserError ? withoutReports(causes[0], folder, stateFolder) : error;
  }
}

/** The first one, and those that came of it while things were closed. */
function causesOf(error: unknown): readonly unknown[] {
  const isSuppressed = error instanceof Error && "suppressed" in error && "error" in error;
  return isSuppressed ? [...causesOf(error.suppressed), ...causesOf(error.error)] : [error];
}

/** What was done stands in the run file, even where there is no room for the result files. */
function withoutReports(error: UserError, { runId }: RunFolder, stateFolder: string): UserError {
  if (error.code !== "cannot_write") return error;
  const { code, what, next } = error;
  const then = text("then_command", { command: resumeCommand(runId, stateFolder) });
  return new UserError(
    code,
    text("sentences", { said: [what, text("nothing_lost_in_run_file")] }),
    text("sentences", { said: [...(next === undefined ? [] : [next]), then] }),
  );
}

function storageStop({ kind, message }: StorageTrouble, folder: RunFolder, stateFolder: string): UserError {
  const { what, remedy } = words[kind];
  return new UserError(
    `storage_${kind}`,
    text("storage_stop", { runId: folder.runId, what, path: folder.path, reason: message }),
    text("remedy_then", { remedy, command: resumeCommand(folder.runId, stateFolder) }),
  );
}

const words: Readonly<Record<StorageTrouble["kind"], { readonly what: Text; readonly remedy: Text }>> = {
  full: { what: text("disk_full"), remedy: text("make_room") },
  unwritable: { what: text("folder_unwritable"), remedy: text("make_writable") },
  held: { what: text("run_file_held"), remedy: text("close_program") },
  damaged: { what: text("run_file_damaged"), remedy: text("put_copy_back") },
  failing: { what: text("disk_failing"), remedy: text("move_run_folder") },
};
