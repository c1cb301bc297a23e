/** Cells with phone numbers: E.164, and ranges of them. */
import { isDate, readScientific } from "./cell-damage.ts";
import { partsOf, withoutRepeats } from "./cell-types.ts";
import type { CellType } from "./define-sheet.ts";
import { type Hint, write, writeAsText } from "./repair.ts";
import { type CellCheck, partCheck } from "./row-notes.ts";

const e164 = /^\+[1-9]\d{6,14}$/;
const e164Pattern = "^\\+[1-9]\\d{6,14}$";

/** Most numbers that one cell may expand to. */
const mostNumbers = 10_000;

/** One number in E.164. Value: the number as written. */
export const phoneNumber: CellType<string> = {
  label: "phone number in E.164",
  pattern: e164Pattern,
  read(value, cell) {
    if (!e164.test(value)) return refuse(value, cell);
    if (!cell.isPlausible(value)) {
      const meant = withoutTrunkZero(value).find((number) => cell.isPlausible(number));
      const hint = meant ? `Did you mean ${meant}?` : "Check the digits; Webex may refuse it.";
      cell.warn("phone_unlikely", `No numbering plan that we know has the number ${value}.`, hint);
    }
    return value;
  },
};

/** Numbers and ranges, separated by `;`. Value: every number, ranges expanded, in the order of the cell. */
export const phoneNumbers: CellType<readonly string[]> = {
  label: "list of phone numbers and ranges in E.164, separated by ;",
  isList: true,
  read(value, cell) {
    if (/[,|\n\r]/.test(value)) {
      const repaired = partsOf(value, /[;,|\n\r]+/).join(";");
      cell.error("wrong_list_separator", "The numbers of a list are separated by a semicolon.", write(repaired));
      return undefined;
    }
    const parts = partsOf(value, ";");
    const numbers = parts.flatMap((part) => readNumberOrRange(part, partCheck(cell, value, part)));
    if (numbers.length > mostNumbers) {
      cell.error(
        "number_range_too_large",
        `The cell stands for ${numbers.length} numbers; at most ${mostNumbers} are allowed.`,
        "Divide them over several locations, or check the last number of the range.",
      );
      return undefined;
    }
    return parts.length === 1 ? numbers : withoutRepeats(numbers, cell);
  },
};

const range = /^(\+?\d{3,15})\s*(?:[-\u2010-\u2015]|\.\.|to|t\/m)\s*(\+?\d{1,15})$/i;
const plainRange = /^\+\d+-\+\d+$/;

function readNumberOrRange(part: string, cell: CellCheck): readonly string[] {
  const match = range.exec(part);
  if (match && isRange(part, match)) return readRange(part, match[1] ?? "", match[2] ?? "", cell);
  const number = phoneNumber.read(part, cell);
  return number ? [number] : [];
}

/** `+31201234500-49` may be a range; `020-1234567` is one number with a dash. */
function isRange(part: string, match: RegExpExecArray): boolean {
  return part.includes("+", 1) || (match[1] ?? "").length >= 8;
}

function readRange(part: string, first: string, last: string, cell: CellCheck): readonly string[] {
  const from = first.replace(/^\+?/, "+");
  const to = last.length < first.length ? from.slice(0, from.length - last.length) + last : last.replace(/^\+?/, "+");
  if (!plainRange.test(part)) return refuseRange(part, from, to, cell);
  const ends = [phoneNumber.read(from, cell), phoneNumber.read(to, cell)];
  if (ends.includes(undefined)) return [];
  if (from.length === to.length && from <= to) return expand(from, to, cell);
  const hint =
    from.length === to.length ? `Write "${to}-${from}".` : "Write two numbers of the same length, the lower one first.";
  cell.error("invalid_number_range", `${to} does not come after ${from}.`, hint);
  return [];
}

function refuseRange(part: string, from: string, to: string, cell: CellCheck): readonly string[] {
  const isSure = e164.test(from) && e164.test(to) && from.length === to.length && from <= to && cell.isPlausible(from);
  const ends = isSure ? [from, to] : [cell.internationalOf(from.slice(1)), cell.internationalOf(to.slice(1))];
  const hint = ends.includes(undefined) ? "Write it like +31201234500-+31201234549." : write(ends.join("-"));
  if (isSure && /^\d{11}/.test(part)) {
    cell.error("phone_lost_plus", `The range "${part}" has no leading +: a spreadsheet probably took it away.`, hint);
  } else {
    cell.error("invalid_number_range", `"${part}" is not a range of two numbers in E.164.`, hint);
  }
  return [];
}

function expand(from: string, to: string, cell: CellCheck): readonly string[] {
  const start = Number(from.slice(1));
  const count = Number(to.slice(1)) - start + 1;
  if (count > mostNumbers) {
    cell.error(
      "number_range_too_large",
      `The range stands for ${count} numbers; at most ${mostNumbers} are allowed.`,
      "Check its last number.",
    );
    return [];
  }
  const numbers: string[] = [];
  for (let number = start; number < start + count; number += 1) numbers.push(`+${number}`);
  return numbers;
}

/** Says what is wrong with text that is not E.164, and what it probably was. */
function refuse(value: string, cell: CellCheck): undefined {
  const scientific = readScientific(value);
  const digits = withoutOrnament(value);
  if (scientific) {
    const isSure = scientific.isWhole && cell.isPlausible(`+${scientific.digits}`);
    const hint = isSure
      ? writeAsText(`+${scientific.digits}`)
      : "Its last digits are lost: take the number from its source, and format the column as text.";
    cell.error("scientific_notation", `A spreadsheet turned the number into ${value}.`, hint);
  } else if (isDate(value)) {
    cell.error(
      "date_in_cell",
      `"${value}" is a date, and a phone number is wanted.`,
      "Take the number from its source, and format the column as text.",
    );
  } else if (/^[1-9]\d{10,14}$/.test(digits) && cell.isPlausible(`+${digits}`)) {
    cell.error(
      "phone_lost_plus",
      `${value} has no leading +: a spreadsheet probably took it away.`,
      writeAsText(`+${digits}`),
    );
  } else {
    cell.error(
      "phone_not_e164",
      `"${value}" is not a phone number in E.164: +, country code and number, digits only.`,
      repairOf(digits, cell),
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

function repairOf(digits: string, cell: CellCheck): Hint {
  const international = digits.replace(/^00/, "+");
  const isSure = (number: string) => e164.test(number) && cell.isPlausible(number);
  const found = [international, ...withoutTrunkZero(international)].find(isSure) ?? cell.internationalOf(digits);
  if (found) return write(found);
  if (/^0\d{6,}$/.test(digits)) return "Put the country code in the place of the first 0, as in +31201234567.";
  if (isSure(`+${digits}`)) return `If these digits begin with the country code, write "+${digits}".`;
  return "Write it like +31201234567.";
}

/** The numbers without the 0 that follows a country code of one, two or three digits: it is dialled within a country only. */
function withoutTrunkZero(number: string): readonly string[] {
  return [/^(\+\d)0/, /^(\+\d\d)0/, /^(\+\d{3})0/].flatMap((start) =>
    start.test(number) ? [number.replace(start, "$1")] : [],
  );
}
