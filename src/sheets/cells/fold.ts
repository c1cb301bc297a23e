/** Makes texts comparable that a person would call the same. Nothing here is ever sent or shown. */

import { foldLookAlikes } from "../data/look-alikes.ts";
import { lettersBetween } from "./edit-distance.ts";

/**
 * For near misses: case, accents, punctuation, blanks, leading zeros and look-alike letters do not count; nor whether `O`
 * stands for `0`, and `l` or `I` for `1`, where a digit is beside them or they stand alone.
 */
export function foldLoosely(text: string): string {
  return withoutAccents(text)
    .replace(/(?<![\p{L}\p{N}])[oli]+(?![\p{L}\p{N}])/gu, toDigits)
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/(?<=\d)[oli]+|[oli]+(?=\d)/g, toDigits)
    .replace(/(?<!\d)0+(?=\d)/g, "");
}

function withoutAccents(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase();
  return foldLookAlikes(text).normalize("NFKD").replace(/\p{M}/gu, "");
}

const isAscii = /^[\0-\x7f]*$/;

function toDigits(letters: string): string {
  return letters.replaceAll("o", "0").replace(/[li]/g, "1");
}

function toLetters(folded: string): string {
  return folded.replaceAll("0", "o").replace(/[1i]/g, "l");
}

/** Texts with fewer letters and no digits are too often names of their own. */
const fewestLetters = 8;
/** So many letters may be other ones. */
const mostOtherLetters = 2;

/** Are two folded texts so near that one is probably a slip of the other? */
export function isNearMiss(folded: string, other: string): boolean {
  if (toLetters(folded) === toLetters(other)) return true;
  const digits = digitsOf(folded);
  if (digits !== digitsOf(other)) return false;
  if (digits === "" && Math.min(folded.length, other.length) < fewestLetters) return false;
  return isFewLettersFrom(folded, other);
}

/** Do two folded texts differ in no more letters than a slip does? */
export function isFewLettersFrom(folded: string, other: string): boolean {
  return lettersBetween(folded, other, mostOtherLetters + 1) <= mostOtherLetters;
}

/**
 * Thirds of a folded text, with its length: of two texts with at most two other letters one third is the same in both.
 * `slack`: by how many letters it may have moved, and the lengths may differ.
 */
export function thirdsOf(folded: string, slack = 0): readonly string[] {
  const thirds = new Set<string>();
  for (let length = folded.length - slack; length <= folded.length + slack; length += 1) {
    for (let third = 0; third < 3; third += 1) {
      const from = Math.floor((third * length) / 3);
      const to = Math.floor(((third + 1) * length) / 3);
      for (let moved = -slack; moved <= slack; moved += 1) {
        if (from + moved < 0 || to + moved > folded.length) continue;
        thirds.add(`${length}:${third}:${folded.slice(from + moved, to + moved)}`);
      }
    }
  }
  return [...thirds];
}

/** The digits of a text, without leading zeros of each group; empty when it has none. */
export function digitsOf(text: string): string {
  return (text.match(/\d+/g) ?? []).map((group) => group.replace(/^0+(?=\d)/, "")).join("-");
}
