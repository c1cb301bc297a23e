/** Which character separates the cells of a file, by what its first row says. */

export const delimiters = [",", ";", "\t", "|"] as const;

const names: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" };

/** For people. */
export function delimiterName(delimiter: string): string {
  return names[delimiter] ?? `"${delimiter}"`;
}

/** A first line `sep=;`, as Excel writes and swallows it. `length`: of that line with its end. */
export function readSeparatorLine(text: string): { readonly delimiter: string; readonly length: number } | undefined {
  const match = /^"?sep=(.)"?[,;\t|]*(\r\n|\n|\r|$)/i.exec(text);
  return match?.[1] ? { delimiter: match[1], length: match[0].length } : undefined;
}

/** The delimiter whose header has most columns that we know; then that which makes most columns; then the comma. */
export function guessDelimiter(
  headerBy: (delimiter: string) => readonly string[],
  isKnown: (header: string) => boolean,
): string {
  const scores = delimiters.map((delimiter) => {
    const header = headerBy(delimiter);
    return { delimiter, score: header.filter(isKnown).length * 1000 + header.length };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}
