/** What a message asks about a cell ("Did you mean ...?"), as the whole cell that would be written. Pure. */
import type { Problem } from "../model/run-report.ts";
import { isStoredText } from "../model/words/text.ts";
import type { StoredText } from "../model/words/wording.ts";
import { listSeparators } from "../sheets/cells/repair.ts";

/** Most that one cell offers. */
const mostSuggestions = 3;

/** `cell`: as it is. None where nothing is suggested, or where it stands in the hint as a certain repair. */
export function suggestionsOf({ hint, message, column, repair }: Problem, cell: string): readonly string[] {
  if (column === undefined || repair !== undefined || hint === undefined) return [];
  const wrong = textOf(message.values?.value);
  return meantBy(hint)
    .map(bare)
    .map((meant) => (wrong === undefined ? meant : inListOf(cell, wrong, meant)))
    .filter((each) => each !== "" && each !== cell)
    .slice(0, mostSuggestions);
}

function meantBy({ says, values = {} }: StoredText): readonly string[] {
  if (says === "in_state_folder" && isStoredText(values.said)) return meantBy(values.said);
  if (says === "did_you_mean" || says === "was_meant") return [textOf(values.meant) ?? ""];
  if (says === "did_you_mean_one_of" && Array.isArray(values.meant)) return values.meant.map(String);
  return [];
}

/** Without the marks around it, and without the address of the row that has it: `"NL-7001" (customers.csv:2)`. */
function bare(meant: string): string {
  return /^"(.*)"(?: \([^()]*:\d+\))?$/s.exec(meant)?.[1] ?? meant;
}

/** In the place of one part of a list, the others as they are. */
function inListOf(cell: string, wrong: string, meant: string): string {
  const parts = cell.split(listSeparators).map((part) => part.trim());
  if (parts.length < 2 || !parts.includes(wrong)) return meant;
  return parts.map((part) => (part === wrong ? meant : part)).join(";");
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
