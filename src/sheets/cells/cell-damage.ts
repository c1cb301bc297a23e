/** What spreadsheet programs, exporters and copying do to cells: recognised here in every column, named, and never repaired silently. */

import type { IssueCode } from "../../model/issue-codes.ts";
import { text as sentence, type TextKey } from "../../model/words/text.ts";
import type { CellRole, CellType } from "../define-sheet.ts";
import { isDate } from "../read/dates-in-cells.ts";
import { readEntities } from "../read/html-entities.ts";
import { readMojibake } from "../read/mojibake.ts";
import { isFormulaError } from "./formula-errors.ts";
import {
  countCharacters,
  hasForeignCharacter,
  type OddKind,
  oddCharacters,
  withoutOddCharacters,
} from "./odd-characters.ts";
import { isPlaceholder } from "./placeholders.ts";
import { clearCell, type Hint, write, writeAsText } from "./repair.ts";
import type { CellCheck } from "./row-notes.ts";

type Damaged = Pick<
  CellType<unknown>,
  "role" | "pattern" | "isList" | "knowsNumbers" | "knowsLetters" | "isCode" | "isDay"
>;

/** Roles in which damage is odd, and not wrong: whoever reads it understands it all the same. */
const lenient: ReadonlySet<CellRole> = new Set(["name", "text"]);
/** A name may be any word. */
const names: ReadonlySet<CellRole> = new Set(["name", "nameKey"]);
/** Names, and what refers to one, may be dates and have blanks. */
const named: ReadonlySet<CellRole> = new Set(["name", "nameKey", "text", "reference"]);

/**
 * Says all that programs did to a cell. True when its value cannot be used.
 * In names, titles and address lines that is so for what is certainly lost only; in all other columns for everything.
 */
export function refuseDamage(text: string, type: Damaged, isRequired: boolean, cell: CellCheck): boolean {
  const role = type.role ?? "code";
  if (isFormulaError(text)) {
    cell.error("formula_error", sentence("formula_failed", { value: text }), sentence("write_value_itself"));
    return true;
  }
  if (!names.has(role) && isPlaceholder(text, type.isCode)) {
    refusePlaceholder(text, role, isRequired, cell);
    return !lenient.has(role);
  }
  const hasOdd = hasForeignCharacter(text) && reportCharacters(text, type, role, cell);
  if (reportEntities(text, type, role, cell) || hasOdd) return true;
  return reportNumbers(text, type, role, cell);
}

function refusePlaceholder(text: string, role: CellRole, isRequired: boolean, cell: CellCheck): void {
  const report = lenient.has(role) ? cell.warn : cell.error;
  report(
    "placeholder_in_cell",
    sentence("placeholder", { value: text }),
    isRequired ? sentence("write_value_cannot_be_blank") : clearCell,
  );
}

const codes = {
  broken: ["broken_character", "letter_lost"],
  control: ["control_character", "control_character"],
  invisible: ["invisible_character", "invisible_character"],
  hardBlank: ["non_breaking_space", "looks_like_space"],
  blank: ["odd_blank", "unusual_space"],
  lineBreak: ["line_break_in_cell", "line_break_or_tab"],
  quote: ["smart_quotes", "curly_quote"],
  fullWidth: ["full_width_character", "full_width"],
  "look-alike": ["look_alike_letter", "look_alike_letters"],
} as const satisfies Readonly<Record<OddKind, readonly [code: IssueCode, says: TextKey]>>;

/** Kinds in which something is lost or cannot be: an error in every column. */
const fatal: ReadonlySet<OddKind> = new Set(["broken", "control"]);

/** True when the value cannot be used. */
function reportCharacters(text: string, type: Damaged, role: CellRole, cell: CellCheck): boolean {
  const meant = readMojibake(text);
  if (meant !== undefined) {
    const report = lenient.has(role) ? cell.warn : cell.error;
    report("mojibake", sentence("read_in_wrong_encoding", { value: text }), write(repairOf(meant, type.pattern)));
    return !lenient.has(role);
  }
  const odd = oddCharacters(text, isOfOneScript(role));
  let isRefused = false;
  for (const [kind, characters] of odd) {
    if (kind === "lineBreak" && type.isList) continue;
    if (type.knowsLetters && (kind === "look-alike" || kind === "fullWidth")) continue;
    const isError = fatal.has(kind) || !(lenient.has(role) || isTypography(kind, role));
    isRefused ||= isError;
    const [code, says] = codes[kind];
    const report = isError ? cell.error : cell.warn;
    report(code, sentence(says, countCharacters(characters)), hintFor(text, type, odd));
  }
  return isRefused;
}

/** A place may be called "Côte d’Azur", and is then referred to as that. */
function isTypography(kind: OddKind, role: CellRole): boolean {
  return kind === "quote" && (role === "nameKey" || role === "reference");
}

function isOfOneScript(role: CellRole): boolean {
  return role === "id" || role === "code";
}

/** The repair, unless a letter is lost, or control characters may stand for some. */
function hintFor(text: string, type: Damaged, odd: ReadonlyMap<OddKind, readonly string[]>): Hint {
  if (odd.has("broken")) return sentence("letter_cannot_be_recovered");
  if (odd.get("control")?.some((character) => character >= "\u0080")) return sentence("type_value_again");
  if (type.isList) return write(partsWithoutOddCharacters(text));
  const repaired = repairOf(text, type.pattern, isOfOneScript(type.role ?? "code"));
  return repaired === "" ? clearCell : write(repaired);
}

function partsWithoutOddCharacters(text: string): string {
  return text
    .split(/[;\r\n]/)
    .map((part) => withoutOddCharacters(part, true))
    .filter((part) => part !== "")
    .join(";");
}

/** Where the pattern has no place for a blank, none was meant. */
function repairOf(text: string, pattern: string | undefined, isCode = false): string {
  const plain = withoutOddCharacters(text, isCode);
  return pattern === undefined || new RegExp(pattern).test(plain) ? plain : plain.replace(/\s/g, "");
}

function reportEntities(text: string, type: Damaged, role: CellRole, cell: CellCheck): boolean {
  const meant = readEntities(text);
  if (meant === undefined) return false;
  const report = lenient.has(role) ? cell.warn : cell.error;
  report("html_entity", sentence("html_code", { value: text }), write(repairOf(meant, type.pattern)));
  return !lenient.has(role);
}

/** What a spreadsheet makes of a value that it takes for a number or a date. */
function reportNumbers(text: string, type: Damaged, role: CellRole, cell: CellCheck): boolean {
  if (type.knowsNumbers || type.isDay || !/\d/.test(text)) return false;
  const report = lenient.has(role) ? cell.warn : cell.error;
  const isRefused = !lenient.has(role);
  if (isShortened(text)) {
    const whole = readScientific(text);
    report(
      "scientific_notation",
      sentence("value_turned_scientific", { value: text }),
      whole?.isWhole ? writeAsText(whole.digits) : sentence("digits_lost_take_value"),
    );
    return isRefused;
  }
  if (isDate(text, named.has(role))) {
    report("date_in_cell", sentence("date_for_value", { value: text }), sentence("take_value_from_source"));
    return isRefused;
  }
  const digits = role === "id" || role === "reference" ? digitsOfAmount(text) : undefined;
  if (digits === undefined) return false;
  report("amount_in_cell", sentence("id_turned_amount", { value: text }), writeAsText(digits));
  return true;
}

const shortened = /^[+-]?\d(?:[.,]\d+)?E[+-]\d{2,3}$/i;

/** As spreadsheets show a number that is too long for them; `1E5` may be an id. */
function isShortened(text: string): boolean {
  return shortened.test(text);
}

const separated = /^[1-9]\d{0,2}(?:([.,' \u2019])\d{3})(?:\1\d{3})*(?:[.,]0+)?$/;
const withDecimals = /^(\d+)[.,]0+$/;

/** The digits of `100,234`, `1.234.567` and `1001.0`. */
function digitsOfAmount(text: string): string | undefined {
  if (separated.test(text))
    return text.replace(/(?<=\d{3})[.,]0+$/, (end) => (/^[.,]000$/.test(end) ? end : "")).replace(/\D/g, "");
  return withDecimals.exec(text)?.[1];
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
