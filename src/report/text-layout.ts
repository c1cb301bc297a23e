/** Lines of text within a width: wrapping, padding, numbers, colours. Knows nothing of runs. */

/** How a terminal marks text; `plainPalette` marks nothing. */
export type Palette = Readonly<Record<"good" | "bad" | "caution" | "quiet" | "strong", (text: string) => string>>;

const asIs = (text: string) => text;
export const plainPalette: Palette = { good: asIs, bad: asIs, caution: asIs, quiet: asIs, strong: asIs };

/** Text that cannot steer a terminal: control characters and marks of writing direction become blanks. */
export function toPrintable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, " ");
}

/** `4012` as `4 012`. */
export function formatCount(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, " ");
}

/** In a column of counts. */
export function formatCountOrDash(count: number): string {
  return count === 0 ? "-" : formatCount(count);
}

/** `1 row`, `4 012 rows`; `noun` as it is said of one. */
export function formatNumberOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

export function formatRows(count: number): string {
  return formatNumberOf(count, "row");
}

/** Breaks at blanks into lines of at most `width` characters; a longer word stands alone and sticks out. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of toPrintable(text).split(" ").filter(Boolean)) {
    if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** Characters as a reader counts them. */
export function lengthOf(text: string): number {
  return [...text.normalize("NFC")].length;
}
