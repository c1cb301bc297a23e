/** The certain way to put a cell right, as data: what a hint says, and what "fix all like this" writes. */

export type Repair = {
  /** What to write in the place of what is wrong: the cell, or one part of its list. */
  readonly write: string;
  /** What to do besides: "format the column as text". */
  readonly besides?: string;
  /** The whole cell, where `write` is one part of it. */
  readonly cell?: string;
};

/** A way out in words, or a certain one. */
export type Hint = string | Repair;

export function write(text: string): Repair {
  return { write: text };
}

/** For what a spreadsheet will spoil again as long as it takes the column for numbers. */
export function writeAsText(text: string): Repair {
  return { write: text, besides: "format the column as text" };
}

export function textOfHint(hint: Hint): string {
  if (typeof hint === "string") return hint;
  return hint.besides === undefined ? `Write "${hint.write}".` : `Write "${hint.write}", and ${hint.besides}.`;
}

/** The same hint for one part of a list cell: its repair is one of the whole cell. */
export function hintOfPart(hint: Hint | undefined, whole: string, part: string): Hint | undefined {
  if (hint === undefined || typeof hint === "string") return hint;
  const parts = whole.split(";").map((each) => (each.trim() === part ? (hint.cell ?? hint.write) : each.trim()));
  return { ...hint, cell: parts.join(";") };
}
