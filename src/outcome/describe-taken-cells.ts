/** Tells a person what a spreadsheet program took from the CSV files of failed/, before anything is sent. */

import type { RunFile } from "../journal/run-file/run-file.ts";
import { UserError } from "../model/user-error.ts";
import { type Text, text } from "../model/words/text.ts";
import type { RunFolder } from "../run/folder.ts";
import { withState } from "../run/typed-commands.ts";
import type { FailedForm } from "../staging/failed-form.ts";
import { type FailedFileNow, readFailedNow } from "./failed-rows-now.ts";
import { isTaken } from "./taken-cells.ts";

const cellsShown = 5;

/**
 * A sentence where nothing but the `+` of numbers is gone: each such row is refused again, with the number to write.
 * Undefined where nothing is. Throws UserError where a row could pass for a right one with another value.
 */
export async function tellTaken(
  runFile: RunFile,
  folder: RunFolder,
  form: FailedForm,
  stateFolder: string,
): Promise<Text | undefined> {
  if (!form.edited.some((name) => name.endsWith(".csv"))) return undefined;
  const files = await readFailedNow(runFile, folder.path, form);
  const taken = files.filter(({ isEdited }) => isEdited).flatMap(takenIn);
  if (taken.length === 0) return undefined;
  const shown = taken.slice(0, cellsShown);
  const what = text("cells_taken", { cells: taken.length, shown, hasMore: taken.length > shown.length });
  const command = withState(`wholesale-import fix ${folder.runId}`, stateFolder);
  const resolution = text("fix_gives_back", { command });
  if (taken.every(({ was, is }) => was === `+${is}`)) return text("sentences", { said: [what, resolution] });
  throw new UserError("cells_taken", what, text("sentences", { said: [text("nothing_was_sent"), resolution] }));
}

type TakenCell = { readonly location: string; readonly was: string; readonly is: string };

function takenIn({ name, file, rows }: FailedFileNow): readonly TakenCell[] {
  return rows.flatMap(({ row, cells, was }) =>
    (was?.cells ?? []).flatMap((cell, index) => {
      const is = cells[index] ?? "";
      return isTaken(cell, is) ? [{ location: `${name}:${row} ${file.header[index] ?? ""}`, was: cell, is }] : [];
    }),
  );
}
