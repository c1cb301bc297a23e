/**
 * What only a workbook knows about a cell: that it is a date, merged, a formula. The text of the cell alone, as failed/ holds it,
 * would pass for a right one. So the reason goes with the row, in a column of its own, and holds as long as nobody has
 * touched the cell. Written and read here.
 */
import type { Issue } from "./issue.ts";
import type { IssueCode } from "./issue-codes.ts";
import type { Problem } from "./run-report.ts";
import type { Language } from "./words/language.ts";
import { say } from "./words/text.ts";

/** The header of that column. It stands behind those of the file; in a workbook it is hidden. */
export const refusedColumn = "_refused";

const codes: readonly IssueCode[] = [
  "date_in_cell",
  "formula_without_result",
  "formula_error",
  "digits_lost",
  "merged_cell",
];

export type RefusedCell = Pick<Issue, "repair"> & {
  /** In the language of the run that refused it. */
  readonly message: string;
  readonly hint?: string;
  readonly code: IssueCode;
  readonly column: string;
  /** The cell as it was refused, or its beginning. */
  readonly text: string;
};

/** The text for the column; empty where the row has nothing of the kind. `textOf`: the cell of a column. */
export function writeRefusedCells(
  problems: readonly Problem[],
  textOf: (column: string) => string,
  language: Language,
): string {
  const refused = problems.flatMap(({ severity, column, code, message, hint, repair }) => {
    if (severity !== "error" || column === undefined || !isOfWorkbook(code)) return [];
    const [says, out] = [say(message, language), hint && say(hint, language)];
    return [{ column, text: beginOf(textOf(column)), code, message: says, hint: out, repair }];
  });
  return refused.length === 0 ? "" : JSON.stringify(refused);
}

/** Those of a row; none where the text is not one that `writeRefusedCells` wrote. */
export function readRefusedCells(text: string): readonly RefusedCell[] {
  if (!text.startsWith("[")) return [];
  try {
    const cells: unknown = JSON.parse(text);
    return Array.isArray(cells) ? cells.filter(isRefusedCell) : [];
  } catch {
    return [];
  }
}

/** Is the cell as it was? A blank in place of nothing is what a person typed. */
export function isUntouched({ text }: RefusedCell, cell: string): boolean {
  return beginOf(cell) === text;
}

const charactersKept = 200;

function beginOf(text: string): string {
  return text.slice(0, charactersKept);
}

function isOfWorkbook(code: unknown): code is IssueCode {
  return codes.some((each) => each === code);
}

function isRefusedCell(cell: unknown): cell is RefusedCell {
  if (typeof cell !== "object" || cell === null) return false;
  const { column, text, code, message, hint, repair } = cell as Record<string, unknown>; // looked at here
  const areTexts = [column, text, message, hint ?? "", repair ?? ""].every((each) => typeof each === "string");
  return areTexts && isOfWorkbook(code);
}
