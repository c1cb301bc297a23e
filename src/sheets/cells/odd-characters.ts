/** Characters that nobody types on purpose: what each is, and the text without it. Does not decide whether a cell is valid. */
import { foldLetter, isLookAlike } from "../data/look-alikes.ts";

/** Anything but printable ASCII: only then it is worth to look closer. */
const foreign = /[^ -~]/;

/** Blanks of every Unicode kind but the plain one, and separators of lines and paragraphs. */
const blanks = /[\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/g;
const hardBlanks = /[\u00a0\u2007\u202f]/g;
const lineBreaks = /[\t\n\v\f\r\u0085]/g;
/** Formats of text, joiners, direction marks, soft hyphens, byte order marks, and letters without a shape. */
const invisible = /\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0|\ufe0e|\ufe0f/gu;
const controls = /[^\P{Cc}\t\n\v\f\r\u0085]/gu;
/** What stands for a lost letter, halves of letters, and code points that are no character. */
const broken = /[\ufffd\p{Cs}\ufffe\uffff]/gu;
const singleQuotes = /[\u2018-\u201b\u2032\u02bc]/g;
const doubleQuotes = /[\u201c-\u201f\u2033]/g;
const quotes = /[\u2018-\u201f\u2032\u2033\u02bc]/g;
const fullWidth = /[\uff01-\uff5e\uffe0-\uffe6]/g;

export type OddKind =
  | "broken"
  | "control"
  | "invisible"
  | "hardBlank"
  | "blank"
  | "lineBreak"
  | "quote"
  | "fullWidth"
  | "look-alike";

const kinds: readonly (readonly [OddKind, RegExp])[] = [
  ["broken", broken],
  ["control", controls],
  ["invisible", invisible],
  ["hardBlank", hardBlanks],
  ["blank", blanks],
  ["lineBreak", lineBreaks],
  ["quote", quotes],
  ["fullWidth", fullWidth],
];

/** Has the text any character that is not printable ASCII? Fast: asked for cells in great number. */
export function hasForeignCharacter(text: string): boolean {
  return foreign.test(text);
}

/** The odd characters of a text by kind, each once, in the order of the text. `isCode`: no text of several scripts. */
export function oddCharacters(text: string, isCode: boolean): ReadonlyMap<OddKind, readonly string[]> {
  const found = new Map<OddKind, readonly string[]>();
  for (const [kind, pattern] of kinds) {
    const some = text.match(pattern);
    if (some) found.set(kind, [...new Set(some)]);
  }
  const alike = new Set(lookAlikesOf(text, isCode));
  if (alike.size > 0) found.set("look-alike", [...alike]);
  return found;
}

/** As somebody would have typed it. What stands for a lost letter stays: nobody knows which it was. */
export function withoutOddCharacters(text: string, isCode = false): string {
  const plain = text
    .replace(fullWidth, (letter) => letter.normalize("NFKC"))
    .replace(invisible, "")
    .replace(controls, "")
    .replace(hardBlanks, " ")
    .replace(blanks, " ")
    .replace(lineBreaks, " ")
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(/ {2,}/g, " ")
    .trim();
  return lookAlikesOf(plain, isCode).length > 0 ? [...plain].map(foldLetter).join("") : plain;
}

/** Letters of another script among Latin ones that look like Latin ones; none where the word, or the code, is of that script. */
function lookAlikesOf(text: string, isCode: boolean): readonly string[] {
  if (!foreign.test(text)) return [];
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u);
  return (isCode ? [words.join("")] : words).flatMap((word) => {
    const letters = [...word];
    const alike = letters.filter(isLookAlike);
    const isMixed = alike.length > 0 && letters.some((letter) => /[A-Za-z]/.test(letter));
    const isLatinElse = letters.every((letter) => isLookAlike(letter) || /[\p{Script=Latin}\p{M}\p{N}]/u.test(letter));
    return isMixed && isLatinElse ? alike : [];
  });
}

/** `U+202A`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

const shown = 5;

/** By their codes, the first few, and how many more there are: what a sentence about them is given. */
export function countCharacters(characters: readonly string[]) {
  const some = characters.slice(0, shown).map(codeOf);
  return { characters: some, more: characters.length - some.length };
}

const unseen = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}|\u034f|\u115f|\u1160|\u3164|\uffa0|(?! )\p{Zs}|\p{Zl}|\p{Zp}/gu;

/** For messages: what cannot be seen, or looks like a blank and is none, as `<U+202A>`. */
export function showUnseen(text: string): string {
  return foreign.test(text) ? text.replace(unseen, (character) => `<${codeOf(character)}>`) : text;
}
