/** Cells with phone numbers: E.164, and ranges of them. */
import {
  countNumbers,
  hasOverlap,
  joinRanges,
  type NumberRange,
  numbersOf,
  rangesOf,
} from "../../model/number-ranges.ts";
import { text } from "../../model/words/text.ts";
import type { CellType } from "../define-sheet.ts";
import { isDate } from "../read/dates-in-cells.ts";
import { readScientific } from "./cell-damage.ts";
import { readParts, refusePart, withoutRepeats } from "./cell-types.ts";
import { type Hint, write, writeAsText } from "./repair.ts";
import { type CellCheck, partCheck } from "./row-notes.ts";

const e164 = /^\+[1-9]\d{6,14}$/;
const e164Pattern = "^\\+[1-9]\\d{6,14}$";

/** Most numbers that one cell may expand to. */
const mostNumbers = 10_000;

/** One number in E.164. Value: the number as written. */
export const phoneNumber: CellType<string> = {
  label: text("kind_phone_number"),
  sound: e164,
  knowsNumbers: true,
  pattern: e164Pattern,
  read(value, cell) {
    if (!e164.test(value)) return refuse(value, cell);
    if (!cell.isPlausible(value)) {
      const meant = withoutTrunkZero(value).find((number) => cell.isPlausible(number));
      const hint = meant ? text("did_you_mean", { meant }) : text("check_digits");
      cell.warn("phone_unlikely", text("phone_unlikely", { number: value }), hint);
    }
    return value;
  },
};

/** Numbers and ranges, separated by `;`. Value: ranges of at most `mostNumbers` in all, in the order of the cell. */
export const phoneNumbers: CellType<readonly NumberRange[]> = {
  label: text("kind_phone_numbers"),
  knowsNumbers: true,
  isList: true,
  read(value, cell) {
    const parts = readParts(value, cell, isOneNumber);
    if (parts === undefined) return undefined;
    const ranges: NumberRange[] = [];
    let room = mostNumbers;
    for (const part of parts) {
      const found = readNumberOrRange(part, partCheck(cell, value, part));
      if (!found) continue;
      room -= countNumbers([found]);
      if (room < 0) {
        refuseSize(parts, cell);
        return undefined;
      }
      ranges.push(found);
    }
    return hasOverlap(ranges) ? rangesOf(withoutRepeats(numbersOf(ranges), cell)) : joinRanges(ranges);
  },
};

/** `31,201,234,500` and `3,12E+10`: what programs make of a number. */
function isOneNumber(part: string): boolean {
  return readScientific(part) !== undefined || /^\d{1,3}(?:,\d{3}){2,}$/.test(part);
}

/** The size of ranges is known before they are spread out: a cell of 32 KiB may name millions. */
function refuseSize(parts: readonly string[], cell: CellCheck): void {
  const sizes = parts.map((part) => {
    const [from = "", to = ""] = part.replace(/\s/g, "").split("-");
    const isWhole = e164.test(from) && e164.test(to);
    return isWhole ? Math.max(1, Number(to) - Number(from) + 1) : 1;
  });
  const count = sizes.reduce((sum, size) => sum + size, 0);
  cell.error(
    "number_range_too_large",
    text("number_range_too_large", { count, most: mostNumbers }),
    text(parts.length === 1 ? "check_end_of_range" : "check_ends_of_ranges"),
  );
}

const range = /^(\+?\d{3,15})\s*(?:[-\u2010-\u2015]|\.\.|to|t\/m)\s*(\+?\d{1,15})$/i;
const plainRange = /^\+\d+\s*-\s*\+\d+$/;

function readNumberOrRange(part: string, cell: CellCheck): NumberRange | undefined {
  if (refusePart(part, cell)) return undefined;
  const match = range.exec(part);
  if (match && isRange(part, match)) return readRange(part, match[1] ?? "", match[2] ?? "", cell);
  const number = phoneNumber.read(part, cell);
  return number === undefined ? undefined : { from: Number(number), to: Number(number) };
}

/** `+31201234500-49` may be a range; `020-1234567` is one number with a dash. */
function isRange(part: string, match: RegExpExecArray): boolean {
  return part.includes("+", 1) || (match[1] ?? "").length >= 8;
}

function readRange(part: string, first: string, last: string, cell: CellCheck): NumberRange | undefined {
  const from = first.replace(/^\+?/, "+");
  const to = last.length < first.length ? from.slice(0, from.length - last.length) + last : last.replace(/^\+?/, "+");
  if (!plainRange.test(part)) return refuseRange(part, from, to, cell);
  const ends = [phoneNumber.read(from, cell), phoneNumber.read(to, cell)];
  if (ends.includes(undefined)) return undefined;
  if (from.length === to.length && from <= to) return { from: Number(from), to: Number(to) };
  const hint = from.length === to.length ? text("write", { value: `${to}-${from}` }) : text("write_ends_of_one_length");
  cell.error("invalid_number_range", text("range_not_rising", { from, to }), hint);
  return undefined;
}

function refuseRange(part: string, from: string, to: string, cell: CellCheck): undefined {
  const isSure = e164.test(from) && e164.test(to) && from.length === to.length && from <= to && cell.isPlausible(from);
  const ends = isSure ? [from, to] : [cell.internationalOf(from.slice(1)), cell.internationalOf(to.slice(1))];
  const hint = ends.includes(undefined)
    ? text("write_like", { example: "+31201234500-+31201234549" })
    : write(ends.join("-"));
  if (isSure && /^\d{11}/.test(part)) {
    cell.error("phone_lost_plus", text("range_lost_plus", { range: part }), hint);
  } else {
    cell.error("invalid_number_range", text("not_a_range", { value: part }), hint);
  }
  return undefined;
}

/** Says what is wrong with text that is not E.164, and what it probably was. */
function refuse(value: string, cell: CellCheck): undefined {
  const scientific = readScientific(value);
  const digits = withoutOrnament(value);
  if (scientific) {
    const isSure = scientific.isWhole && cell.isPlausible(`+${scientific.digits}`);
    const hint = isSure ? writeAsText(`+${scientific.digits}`) : text("digits_lost_take_number");
    cell.error("scientific_notation", text("number_turned_scientific", { value }), hint);
  } else if (isDate(value)) {
    cell.error("date_in_cell", text("date_for_number", { value }), text("take_number_from_source"));
  } else if (/^[1-9]\d{10,14}$/.test(digits) && cell.isPlausible(`+${digits}`)) {
    cell.error("phone_lost_plus", text("phone_lost_plus", { number: value }), writeAsText(`+${digits}`));
  } else {
    cell.error(
      "phone_not_e164",
      text("phone_not_e164", { value }),
      northAmerican.test(value) && cell.isPlausible(`+1${digits}`)
        ? text("did_you_mean", { meant: `+1${digits}` })
        : repairOf(digits, cell),
    );
  }
  return undefined;
}

/** The digits, and a + before them, of a number as people and programs write it: `+31 (0)20 123-4567`, `31.201.234.567,0`. */
function withoutOrnament(value: string): string {
  return value
    .replace(/^(tel:|')\s*/i, "")
    .replace("(0)", "")
    .replace(/(?<=\d{6})[.,]0+$/, "")
    .replace(/[\s().,\-\u2010-\u2015/]/g, "");
}

/** `(617) 555-0112`: no other country writes its numbers so. */
const northAmerican = /^\([2-9]\d{2}\) ?[2-9]\d{2}-\d{4}$/;

function repairOf(digits: string, cell: CellCheck): Hint {
  const international = digits.replace(/^00/, "+");
  const isSure = (number: string) => e164.test(number) && cell.isPlausible(number);
  const found = [international, ...withoutTrunkZero(international)].find(isSure) ?? cell.internationalOf(digits);
  if (found) return write(found);
  if (/^0\d{6,}$/.test(digits)) return text("country_code_for_zero", { example: "+31201234567" });
  if (isSure(`+${digits}`)) return text("if_country_code_write", { value: `+${digits}` });
  return text("write_like", { example: "+31201234567" });
}

/** The numbers without the 0 that follows a country code of one, two or three digits: it is dialled within a country only. */
function withoutTrunkZero(number: string): readonly string[] {
  return [/^(\+\d)0/, /^(\+\d\d)0/, /^(\+\d{3})0/].flatMap((start) =>
    start.test(number) ? [number.replace(start, "$1")] : [],
  );
}
