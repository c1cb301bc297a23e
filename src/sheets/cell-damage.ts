/** What spreadsheet programs and copying do to cells: recognised here, named, and never repaired silently. */
import type { CellType } from "./define-sheet.ts";
import { write } from "./repair.ts";
import type { CellCheck } from "./row-notes.ts";

const odd = /[\u00a0\u00ad\u2007\u2018-\u201f\u200b-\u200f\u202f\u2032\u2033\u2060\ufeff]/;
const hardSpaces = /[\u00a0\u2007\u202f]/;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const quotes = /[\u2018-\u201f\u2032\u2033]/;
const formulaErrors =
  /^#(N\/A|N\/B|NV|REF!|VERW!|BEZUG!|VALUE!|WAARDE!|WERT!|DIV\/0!|DEEL\/0!|NAME\?|NAAM\?|NUM!|NULL!|SPILL!|#+)$/i;

/** Has a cell any character that somebody would not have typed? Fast: asked for each cell. */
export function hasOddCharacter(text: string): boolean {
  return odd.test(text);
}

/** Names the odd characters of a cell. In free text they are warnings; elsewhere errors, and the answer is true. */
export function refuseOddCharacters(
  text: string,
  type: Pick<CellType<unknown>, "isFree" | "pattern">,
  cell: CellCheck,
): boolean {
  const report = type.isFree ? cell.warn : cell.error;
  const hint = write(repairOf(text, type.pattern));
  if (hardSpaces.test(text)) {
    report("non_breaking_space", "The cell has a non-breaking space, which looks like a blank and is none.", hint);
  }
  if (invisible.test(text)) report("invisible_character", "The cell has a character that cannot be seen.", hint);
  if (quotes.test(text)) report("smart_quotes", "The cell has a curly quote that a program put there.", hint);
  return !type.isFree;
}

/** Where the pattern has no place for a blank, none was meant. */
function repairOf(text: string, pattern: string | undefined): string {
  const plain = withoutOddCharacters(text);
  return pattern === undefined || new RegExp(pattern).test(plain) ? plain : plain.replace(/\s/g, "");
}

/** As somebody would have typed it: plain blanks and quotes, nothing invisible. */
function withoutOddCharacters(text: string): string {
  return text
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[\u2018-\u201b\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u2033]/g, '"')
    .trim();
}

/** Is the cell what a spreadsheet shows for a formula that failed, or a column too narrow? */
export function isFormulaError(text: string): boolean {
  return text.charCodeAt(0) === 35 && formulaErrors.test(text);
}

const scientific = /^([+-]?)(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i;

/** The digits behind `3.1201234567E+10`; `isWhole` when none of them was rounded away. Undefined for anything else. */
export function readScientific(text: string): { readonly digits: string; readonly isWhole: boolean } | undefined {
  const match = scientific.exec(text);
  if (!match) return undefined;
  const [, , first = "", rest = "", exponent = "0"] = match;
  const missing = Number(exponent) - rest.length;
  if (missing < 0) return undefined;
  return { digits: first + rest + "0".repeat(missing), isWhole: missing === 0 };
}

const months = "jan|feb|mar|mrt|maa|apr|may|mai|mei|jun|jul|aug|sep|oct|okt|nov|dec|dez";
const dates = new RegExp(
  `^(\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}( \\d{1,2}:\\d{2}(:\\d{2})?)?|\\d{1,2}[- /.](${months})[a-z]*\\.?([- /.]\\d{2,4})?|(${months})[a-z]*\\.?[- /.]\\d{1,4})$`,
  "i",
);

/** Is it a date, where nobody would write one? */
export function isDate(text: string): boolean {
  return dates.test(text);
}
