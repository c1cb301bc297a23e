/** Lines of text within a width: wrapping, cutting, padding, numbers, times, colours. Knows nothing of runs. */
import { stripVTControlCharacters } from "node:util";
import { eastAsianWidth } from "get-east-asian-width";

/** How a terminal marks text; `plainPalette` marks nothing. */
export type Palette = Readonly<Record<"good" | "bad" | "caution" | "quiet" | "strong", (text: string) => string>>;

const asIs = (text: string) => text;
export const plainPalette: Palette = { good: asIs, bad: asIs, caution: asIs, quiet: asIs, strong: asIs };

/** Text that cannot steer a terminal nor hide anything: control characters and invisible marks become blanks. */
export function toPrintable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Cs}]+/gu, replaceUnseen);
}

/** What joins the parts of an emoji, and a soft hyphen, are no blanks between words. */
function replaceUnseen(unseen: string): string {
  return /^[\u200d\u00ad]+$/.test(unseen) ? "" : " ";
}

/** `4012` as `4 012`. */
export function formatCount(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, " ");
}

/** In a column of counts. */
export function formatCountOrDash(count: number): string {
  return count === 0 ? "-" : formatCount(count);
}

/**
 * Breaks at blanks into lines of at most `width` columns, `laterWidth` from the second on; a longer word stands alone and
 * sticks out.
 */
export function wrap(text: string, width: number, laterWidth = width): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of toPrintable(text).split(" ").filter(Boolean)) {
    const room = lines.length === 0 ? width : laterWidth;
    if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/**
 * The parts one behind the other, on as many lines as they need; from the second on, a line begins with so many blanks.
 * Parts may bear colours, and are not broken.
 */
export function flow(parts: readonly string[], separator: string, width: number, indent: number): string {
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    const longer = line === undefined ? part : `${line}${separator}${part}`;
    if (line === undefined || lengthOf(longer) <= width) lines.splice(-1, 1, longer);
    else lines.push(" ".repeat(indent) + part);
  }
  return lines.join("\n");
}

/** Columns of a terminal that the text takes: two for a wide character or an emoji, none for an accent or a colour. */
export function lengthOf(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of characters().segment(stripVTControlCharacters(text))) columns += columnsOf(segment);
  return columns;
}

/** `character`: as a reader counts them, accents and joined emoji included. */
function columnsOf(character: string): number {
  const [first] = character.replaceAll(/[\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}]/gu, "");
  if (first === undefined) return 0;
  if (/\p{RI}{2}|\ufe0f/u.test(character)) return 2;
  return eastAsianWidth(first.codePointAt(0) ?? 0);
}

/** Blanks behind the text up to so many columns. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - lengthOf(text)));
}

/** At most so many columns; what is cut off shows as `…`. The text bears no colours. */
export function cut(text: string, width: number): string {
  if (lengthOf(text) <= width) return text;
  let kept = "";
  for (const { segment } of characters().segment(text)) {
    if (lengthOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return width > 0 ? `${kept}…` : "";
}

let segmenter: Intl.Segmenter | undefined;

/** Splits a text into what a reader takes for one character. Most texts need none. */
function characters(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter;
}
