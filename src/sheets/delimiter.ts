/** Which character separates the cells of a file, by what its first row says. */

import { UserError } from "../model/user-error.ts";

const delimiters = [",", ";", "\t", "|"] as const;

const names: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" };

/** For people. */
export function delimiterName(delimiter: string): string {
  return names[delimiter] ?? `"${delimiter}"`;
}

/** The delimiter that a person named: the character itself, or `comma`, `semicolon`, `tab`, `pipe`, `\t`. Throws a UserError. */
export function delimiterNamed(text: string): string {
  const named = Object.entries(names).find(([, name]) => name === text.toLowerCase())?.[0] ?? text.replace("\\t", "\t");
  if (named.length === 1 && !/["\r\n]/.test(named)) return named;
  throw new UserError(
    "unknown_delimiter",
    `"${text}" cannot be a delimiter.`,
    "Use one character, or comma, semicolon, tab, pipe.",
  );
}

/** A first line `sep=;`, as Excel writes and swallows it. `length`: of that line with its end. */
export function readSeparatorLine(text: string): { readonly delimiter: string; readonly length: number } | undefined {
  const match = /^"?sep=(.)"?[,;\t|]*(\r\n|\n|\r|$)/i.exec(text);
  return match?.[1] ? { delimiter: match[1], length: match[0].length } : undefined;
}

/** The delimiter whose header has most columns that we know; then that which makes most columns; then the comma. `headerBy`: the first row that is not blank, if there is one. */
export function guessDelimiter(
  headerBy: (delimiter: string) => readonly string[] | undefined,
  isKnown: (header: string) => boolean,
): string {
  const scores = delimiters.map((delimiter) => {
    const header = headerBy(delimiter);
    const score = header ? header.filter(isKnown).length * 1000 + header.length : Number.POSITIVE_INFINITY; // nothing but delimiters and blanks
    return { delimiter, score };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}
