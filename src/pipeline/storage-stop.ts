/** Trouble with the disk in the middle of a run, as a person needs to hear it: what, why, and what to do. The run stays resumable. */
import { type StorageTrouble, storageTroubleOf } from "../journal/storage-trouble.ts";
import { UserError } from "../model/user-error.ts";
import { type RunFolder, resumeCommand } from "./run-folder.ts";

/** Does the work of a run; throws UserError where the disk does not take it. */
export async function explainStorage<T>(folder: RunFolder, stateFolder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const trouble = storageTroubleOf(error);
    throw trouble ? storageStop(trouble, folder, stateFolder) : error;
  }
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
