/** Which character separates the cells of a file, by what its first rows say. */

import { delimiters } from "../../model/sheet.ts";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";

/** For people: `comma`, or the character itself in quotes where it has no name. */
export function delimiterName(delimiter: string): string {
  for (const [name, character] of delimiters) if (character === delimiter) return name;
  return `"${delimiter}"`;
}

/** The delimiter that a person named: the character itself, or `comma`, `semicolon`, `tab`, `pipe`, `\t`. Throws a UserError. */
export function delimiterNamed(written: string): string {
  const named = delimiters.get(written.toLowerCase()) ?? written.replace("\\t", "\t");
  if (named.length === 1 && !/["\r\n]/.test(named)) return named;
  throw new UserError("unknown_delimiter", text("not_a_delimiter", { value: written }), text("use_delimiter"));
}

/** A first line `sep=;`, as Excel writes and swallows it. `length`: of that line with its end. */
export function readSeparatorLine(text: string): { readonly delimiter: string; readonly length: number } | undefined {
  const match = /^"?sep=(.)"?[,;\t|]*(\r\n|\n|\r|$)/i.exec(text);
  return match?.[1] ? { delimiter: match[1], length: match[0].length } : undefined;
}

/**
 * The delimiter by which one of the first rows has most columns that we know; then that which makes most columns; then the
 * comma. A list of thousands of parts is no header. `occurs`: one that does not makes the same rows as every other such one.
 */
export function guessDelimiter(
  rowsBy: (delimiter: string) => readonly (readonly string[])[],
  isKnown: (header: string) => boolean,
  occurs: (delimiter: string) => boolean,
): string {
  const scoreOf = (delimiter: string) => {
    const rows = rowsBy(delimiter).map((cells) => cells.filter(isKnown).length * 1000 + Math.min(cells.length, 999));
    return rows.length > 0 ? Math.max(...rows) : Number.POSITIVE_INFINITY; // nothing but delimiters and blanks
  };
  let scoreOfAbsent: number | undefined;
  const scores = [...delimiters.values()].map((delimiter) => {
    if (occurs(delimiter)) return { delimiter, score: scoreOf(delimiter) };
    scoreOfAbsent ??= scoreOf(delimiter);
    return { delimiter, score: scoreOfAbsent };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}
