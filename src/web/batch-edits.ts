/** The edits of a batch: made, taken back and done again, each in its turn and written down before it counts. */

import type { BatchStore, StoredFile } from "./batch-store.ts";
import { addStep, type EditHistory, type EditStep, redoStep, undoStep, withoutFile } from "./edits.ts";

export type BatchEdits = {
  history(): EditHistory;
  edit(step: EditStep): Promise<void>;
  /** Resolves to what was taken back; undefined where nothing is left. */
  undo(): Promise<EditStep | undefined>;
  /** Resolves to what was done again; undefined where nothing was taken back. */
  redo(): Promise<EditStep | undefined>;
  /** Of a file that goes, and of its worksheets. Not in a turn of its own. */
  dropFile(file: StoredFile): Promise<void>;
};

/** One change at a time, in the order of asking; each sees what the one before has left. */
export type InTurn = <T>(change: () => Promise<T>) => Promise<T>;

type Around = { readonly store: BatchStore; readonly inTurn: InTurn; readonly changed: () => void };

/** `changed`: told when the rows are others. */
export async function batchEdits(id: string, { store, inTurn, changed }: Around): Promise<BatchEdits> {
  let edits = await store.readEdits(id);
  const move = (
    line: "undo" | "redo",
    change: (before: EditHistory) => EditHistory,
    next: () => EditStep | undefined,
  ) =>
    inTurn(async () => {
      const step = next();
      if (!step) return undefined;
      await store.addEdit(id, line);
      edits = change(edits);
      changed();
      return step;
    });
  return {
    history: () => edits,
    async edit(step) {
      if (step.cells.length === 0) return;
      await inTurn(async () => {
        await store.addEdit(id, step);
        edits = addStep(edits, step);
        changed();
      });
    },
    undo: () => move("undo", undoStep, () => edits.steps.at(-1)),
    redo: () => move("redo", redoStep, () => edits.undone.at(-1)),
    async dropFile({ name, parts }) {
      edits = [name, ...parts.map(({ worksheet }) => `${name}[${worksheet}]`)].reduce(withoutFile, edits);
      await store.replaceEdits(id, edits);
    },
  };
}
