/** The certain correction of a cell, as data: what a hint suggests, and what "correct all like this" writes. */

import { text as sentence, type Text } from "../../model/words/text.ts";

export type Repair = {
  /** What to write in the place of what is wrong: the cell, or one part of its list. */
  readonly write: string;
  /** The column is to be formatted as text besides. */
  readonly isAsText?: true;
  /** The whole cell, where `write` is one part of it. */
  readonly cell?: string;
};

/** A way out in words, or a certain one. */
export type Hint = Text | Repair;

export function isRepair(hint: Hint): hint is Repair {
  return "write" in hint;
}

export function write(text: string): Repair {
  return { write: text };
}

/** For what stands where nothing should. */
export const clearCell: Repair = { write: "" };

/** For what a spreadsheet will spoil again as long as it takes the column for numbers. */
export function writeAsText(text: string): Repair {
  return { write: text, isAsText: true };
}

export function textOfHint(hint: Hint): Text {
  if (!isRepair(hint)) return hint;
  const { write: value, cell, isAsText } = hint;
  if (value === "") return sentence(cell === undefined ? "clear_cell" : "take_out_of_list");
  return sentence(isAsText ? "write_as_text" : "write", { value });
}

/** What separates the values of a list: semicolons, line breaks, or both. */
export const listSeparators = /[;\r\n\v\f\u0085\u2028\u2029]+/;

/** The same hint for one part of a list cell: its repair is one of the whole cell. */
export function hintOfPart(hint: Hint | undefined, whole: string, part: string): Hint | undefined {
  if (hint === undefined || !isRepair(hint)) return hint;
  const parts = whole
    .split(listSeparators)
    .map((each) => (each.trim() === part ? (hint.cell ?? hint.write) : each.trim()))
    .filter((each) => each !== "");
  return { ...hint, cell: parts.join(";") };
}
