/** Keeps a spreadsheet from running a text as a formula, and removes the protection again: a `'` before what would run. Knows nothing of CSV quoting. */

/** What ends a cell in a spreadsheet program of one country or another. */
const separator = String.raw`[;,\|\t\r\n\v\f\u0085\u2028\u2029]`;
/** What a program drops or passes over before it looks for a sign, but for separators. */
const unseen = String.raw`[[\p{C}\p{Z}\p{DI}"\u2800]--${separator}]`;
const sign = String.raw`[=\-@＝＋－＠﹦﹢﹣﹫]`;
/** A plus before a digit is a phone number, unless what follows calls another program or a function. */
const runningPlus = String.raw`\+(?:(?!\d)|(?=[^;,\t\r\n\|!="&\(]*[\|!="&\(]))`;
const formula = `${unseen}*(?:${sign}|${runningPlus})`;

const marksBehindSeparators = new RegExp(`(?<=${separator})(?='*${formula})`, "gv");
const markedBehindSeparators = new RegExp(`(?<=${separator})'(?='*${formula})`, "gv");
const cellThatRuns = new RegExp(String.raw`^'*(?:[\t\r\n]|${formula})`, "v");
const markedCell = new RegExp(String.raw`^'+(?:[\t\r\n]|${formula})`, "v");
const valueThatRuns = new RegExp(String.raw`^(?:'|[\t\r\n]|${unseen}*(?:${sign}|\+(?!\d+$)))`, "v");
/** No value without one of these needs a look: nearly all begin with a letter or a digit. */
const mayRun = new RegExp(String.raw`^[^\p{L}\p{N}]|${separator}`, "v");

/**
 * A value of a result file as it may stand there: `'` before what would run, at the start and behind whatever separates
 * cells in some country; at the start doubled where one stands already. `+` and digits alone, a phone number, stay as they are.
 */
export function escapeFormula(value: string): string {
  if (!mayRun.test(value)) return value;
  const inner = value.replace(marksBehindSeparators, "'");
  return valueThatRuns.test(value) ? `'${inner}` : inner;
}

/** The value that `escapeFormula` was given. */
export function unescapeFormula(value: string): string {
  if (!value.includes("'")) return value;
  const inner = value.replace(markedBehindSeparators, "");
  return inner.startsWith("'") ? inner.slice(1) : inner;
}

/** The same for a cell of a sheet, which people read and write: a `'` that stands before no sign ('t Hart) is not touched. */
export function escapeCell(text: string): string {
  if (!mayRun.test(text)) return text;
  const inner = text.replace(marksBehindSeparators, "'");
  return cellThatRuns.test(text) ? `'${inner}` : inner;
}

/** The cell that `escapeCell` was given. */
export function unescapeCell(text: string): string {
  if (!text.includes("'")) return text;
  const inner = text.replace(markedBehindSeparators, "");
  return markedCell.test(text) ? inner.slice(1) : inner;
}

/** A cell as it stands in a file, where it may bear such marks already: marked as `escapeCell` does, and no cell twice. */
export function markCell(cell: string): string {
  return escapeCell(unescapeCell(cell));
}

/** A cell for a workbook, in which no text runs: marked only where its own `'` would be taken for such a mark. */
export function escapeMark(cell: string): string {
  return unescapeCell(cell) === cell ? cell : escapeCell(cell);
}
