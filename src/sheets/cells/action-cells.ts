/** Cells that say what is to become of a row: it is as the others, or what it stands for goes. */
import { text } from "../../model/words/text.ts";
import type { CellType } from "../define-sheet.ts";

export type RowWish = "keep" | "remove";

const words: Readonly<Record<RowWish, readonly string[]>> = {
  keep: ["keep", "create", "add", "update", "modify", "behouden", "toevoegen", "wijzigen"],
  remove: ["remove", "delete", "cancel", "offboard", "verwijderen", "opzeggen"],
};

/** A word that is none of these is an error: a row must not be kept because its wish was not understood. */
export const rowAction: CellType<RowWish> = {
  label: text("kind_action"),
  choices: ["keep", "remove"],
  read(value, cell) {
    const folded = value.toLowerCase();
    for (const wish of ["keep", "remove"] as const) if (words[wish].includes(folded)) return wish;
    cell.error("action_not_understood", text("action_unknown", { value }), text("write_keep_or_remove"));
    return undefined;
  },
};
