/** What a spreadsheet program removes from cells when it opens and saves a CSV file: found by comparing a cell with what was written. Pure. */
import { isDate } from "../sheets/read/dates-in-cells.ts";

/** Is `is` what such a program makes of `was`: without its `+` or zeros, rounded, as a date? */
export function isTaken(was: string, is: string): boolean {
  if (was === is || is === "" || was.trim() === is.trim() || isPutBack(was.trim(), is.trim())) return false;
  return isSameNumber(was.trim(), is.trim()) || (isDateLike.test(was.trim()) && isDate(is.trim()));
}

/** A program takes a `+` or zeros away, and never adds any: who did so is the person who corrects the row. */
function isPutBack(was: string, is: string): boolean {
  return (is.startsWith("+") && !was.startsWith("+")) || zerosBefore(is) > zerosBefore(was);
}

function zerosBefore(text: string): number {
  return /^\+?(0*)/.exec(text)?.[1]?.length ?? 0;
}

/** What such a program takes for a date. */
const isDateLike = /^\d{1,4}[-/.]\d{1,4}([-/.]\d{1,4})?$|^\p{L}{3,9}[-/. ]?\d{1,4}$|^\d{1,2}[-/. ]?\p{L}{3,9}$/u;

const number = /^[+-]?[\d., ]*\d[\d., ]*(E[+-]?\d{1,3})?$/i;

function isSameNumber(was: string, is: string): boolean {
  if (!number.test(was) || !number.test(is) || !/\d/.test(is)) return false;
  const [wasDigits, isDigits] = [digitsOf(was), digitsOf(is)];
  if (wasDigits === isDigits) return true;
  const kept = isDigits.replace(/0+$/, "");
  return isRounded(was, is) && kept.length >= 3 && wasDigits.startsWith(kept.slice(0, -1));
}

/** Programs keep 15 digits, and show fewer of a long number. */
function isRounded(was: string, is: string): boolean {
  return /e/i.test(is) || digitsOf(was).length > 15;
}

/** Without sign, zeros at the start, what separates, and exponent. */
function digitsOf(text: string): string {
  return text
    .replace(/e[+-]?\d+$/i, "")
    .replaceAll(/\D/g, "")
    .replace(/^0+(?=\d)/, "");
}
