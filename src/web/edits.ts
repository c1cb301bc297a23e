/** The edits of cells of a batch, step by step, and how to undo and redo them. Pure. */
import { z } from "zod";
import type { Corrections } from "../sheets/cells/corrections.ts";

export const cellEditSchema = z.object({
  /** Label of the file. */
  file: z.string(),
  /** As a spreadsheet shows it; below the last row of the file it is one that was added. */
  row: z.number().int().positive(),
  /** Of the cell within the row, from 0. */
  position: z.number().int().min(0).max(500),
  text: z.string().max(32 * 1024),
});

export type CellEdit = z.infer<typeof cellEditSchema>;

/** What a person did, as they call it. */
export const editKinds = ["write", "paste", "fill", "clear", "repair", "replace", "add", "delete"] as const;

export type EditKind = (typeof editKinds)[number];

/** Cells that changed together, and are taken back together. */
export type EditStep = { readonly kind: EditKind; readonly cells: readonly CellEdit[] };

/** Older batches keep the cells alone. */
export const stepSchema = z.union([
  z.object({ kind: z.enum(editKinds), cells: z.array(cellEditSchema) }),
  z.array(cellEditSchema).transform((cells) => ({ kind: "write" as const, cells })),
]);

export type EditHistory = {
  /** In the order in which they were made. */
  readonly steps: readonly EditStep[];
  /** Taken back, the last one last. A new step forgets them. */
  readonly undone: readonly EditStep[];
};

export const noEdits: EditHistory = { steps: [], undone: [] };

export function addStep({ steps }: EditHistory, step: EditStep): EditHistory {
  return { steps: [...steps, step], undone: [] };
}

export function undoStep({ steps, undone }: EditHistory): EditHistory {
  const last = steps.at(-1);
  return last ? { steps: steps.slice(0, -1), undone: [...undone, last] } : { steps, undone };
}

export function redoStep({ steps, undone }: EditHistory): EditHistory {
  const last = undone.at(-1);
  return last ? { steps: [...steps, last], undone: undone.slice(0, -1) } : { steps, undone };
}

/** The last word on each cell. */
export function correctionsOf(steps: readonly EditStep[]): Corrections {
  const corrections = new Map<string, Map<number, Map<number, string>>>();
  for (const { cells } of steps) {
    for (const { file, row, position, text } of cells) {
      const rows = corrections.get(file) ?? new Map<number, Map<number, string>>();
      const written = rows.get(row) ?? new Map<number, string>();
      corrections.set(file, rows.set(row, written.set(position, text)));
    }
  }
  return corrections;
}

/** The last row of a file that was ever written; 0 where there is none. */
export function lastRowWritten(steps: readonly EditStep[], file: string): number {
  return steps.reduce(
    (last, { cells }) => cells.reduce((most, cell) => (cell.file === file ? Math.max(most, cell.row) : most), last),
    0,
  );
}

/** The steps that are left when a file goes; what was taken back is forgotten. */
export function withoutFile({ steps }: EditHistory, file: string): EditHistory {
  const left = steps.map((step) => ({ ...step, cells: step.cells.filter((edit) => edit.file !== file) }));
  return { steps: left.filter(({ cells }) => cells.length > 0), undone: [] };
}
