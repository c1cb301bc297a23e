/** Trouble with the disk in the middle of a run, as a person needs to hear it: what, why, and what to do. The run stays resumable. */
import { type StorageTrouble, storageTroubleOf } from "../journal/storage-trouble.ts";
import { UserError } from "../model/user-error.ts";
import type { RunFolder } from "./run-folder.ts";
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
  const hint = `${error.hint ?? ""} Then: ${resumeCommand(runId, stateFolder)}`;
  return new UserError(error.code, `${error.message} Nothing is lost: what was done stands in the run file.`, hint);
}

function storageStop({ kind, message }: StorageTrouble, folder: RunFolder, stateFolder: string): UserError {
  const { what, remedy } = words[kind];
  return new UserError(
    `storage_${kind}`,
    `The run ${folder.runId} had to stop: ${what} (${folder.path}: ${message}). Nothing is lost: what was sent stands in the run file, and what was under way will be looked up before it is sent again.`,
    `${remedy}, then: ${resumeCommand(folder.runId, stateFolder)}`,
  );
}

const words: Readonly<Record<StorageTrouble["kind"], { readonly what: string; readonly remedy: string }>> = {
  full: { what: "the disk is full", remedy: "Make room on it" },
  unwritable: { what: "its folder cannot be written", remedy: "Make it writable" },
  held: { what: "another program holds its run file", remedy: "Close that program" },
  damaged: {
    what: "its run file is damaged",
    remedy:
      "Put a copy of the whole run folder back if there is one (without one: apply the same input again, what exists is found)",
  },
  failing: { what: "the disk cannot be read or written", remedy: "Move the run folder to another disk" },
};
