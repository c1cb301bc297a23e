/** What the blank cells of a row take from profiles, and what is said of a value that stands in another file. Finds no profile itself. */
import type { Issue, Origin, Taken } from "../../model/issue.ts";
import type { SheetName } from "../../model/sheet.ts";
import { type Text, text } from "../../model/words/text.ts";

export type Filled = Taken & {
  /** Under the columns of the filler. */
  readonly cells: readonly string[];
  /** The row names a profile that there is not. */
  readonly unknown?: { readonly name: string; readonly hint: Text };
};

/** Fills the rows of one file. */
export type RowFiller = {
  /** Those of the file, and behind them those that it lacks and profiles give. */
  readonly columns: readonly (string | undefined)[];
  fill(cells: readonly string[]): Filled;
};

export type RowFillers = {
  /** Columns of the sheet that profiles give: a file need not have them. */
  given(sheet: SheetName): ReadonlySet<string>;
  /** Undefined: rows of the file take nothing. */
  of(sheet: SheetName, columns: readonly (string | undefined)[]): RowFiller | undefined;
};

const ofBlanks: ReadonlySet<string> = new Set(["required", "number_or_extension_required"]);

/** What was found in a row whose blanks were filled, as it is told of the row. */
export function tellFilled(issues: readonly Issue[], { from, blockedBy, isOpen }: Taken): readonly Issue[] {
  return issues.flatMap((issue) => {
    const origin = issue.column === undefined ? undefined : from.get(issue.column);
    if (origin === undefined) return isOpen && ofBlanks.has(issue.code) ? [] : [issue];
    return blockedBy === undefined ? [withOrigin(issue, origin)] : []; // said of the profile itself
  });
}

/** The repair of a value belongs where the value stands. */
function withOrigin({ repair: _repair, message, ...issue }: Issue, origin: Origin): Issue {
  return { ...issue, message: text("value_of_profile", { message, ...origin }) };
}
