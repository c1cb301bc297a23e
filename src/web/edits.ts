/** The edits of cells of a batch, step by step, and how to undo them. Pure. */
import { z } from "zod";
import type { Corrections } from "../sheets/cells/corrections.ts";

export const cellEditSchema = z.object({
  /** Label of the file. */
  file: z.string(),
  /** As a spreadsheet shows it. */
  row: z.number().int().positive(),
  /** Of the cell within the row, from 0. */
  position: z.number().int().min(0).max(500),
  text: z.string().max(32 * 1024),
});

export type CellEdit = z.infer<typeof cellEditSchema>;

/** Cells that changed together, and are taken back together. */
export type EditStep = readonly CellEdit[];

/** The last word on each cell. */
export function correctionsOf(steps: readonly EditStep[]): Corrections {
  const corrections = new Map<string, Map<number, Map<number, string>>>();
  for (const { file, row, position, text } of steps.flat()) {
    const rows = corrections.get(file) ?? new Map<number, Map<number, string>>();
    const cells = rows.get(row) ?? new Map<number, string>();
    corrections.set(file, rows.set(row, cells.set(position, text)));
  }
  return corrections;
}

/** The steps that are left when a file goes. */
export function withoutFile(steps: readonly EditStep[], file: string): readonly EditStep[] {
  return steps.map((step) => step.filter((edit) => edit.file !== file)).filter((step) => step.length > 0);
}
