/** Texts as a workbook holds them: escaped, of a length that a cell can have, and names that a worksheet can bear. */

/** Excel's limit for a cell, in UTF-16 units. */
const longestCell = 32_767;

/** The `t` element of a cell. What XML cannot hold is written as Excel writes it: `_x0000_`. */
export function textOfCell(cell: string): string {
  const text = cell.length > longestCell ? cutCell(cell) : cell;
  if (!needsCare.test(text)) return `<t>${text}</t>`;
  const escaped = escapeXml(text.replace(escapedAlready, "_x005F_").replace(notInXml, toCode));
  return keepsBlanks.test(text) ? `<t xml:space="preserve">${escaped}</t>` : `<t>${escaped}</t>`;
}

function cutCell(cell: string): string {
  const end = `… [${longestCell}/${cell.length}]`;
  return `${cell.slice(0, longestCell - end.length)}${end}`;
}

const needsCare = /[&<>\s_\p{Cc}\uFFFE\uFFFF]/u;
const keepsBlanks = /^\s|\s$|[\t\n]|\s\s/;
const escapedAlready = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Control characters but tab and line feed, and what is no character. (A parser makes line feeds of carriage returns.) */
const notInXml = /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu;

function toCode(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const longestName = 31;

/** A name that a worksheet can bear, the likest to `wanted` that is not `taken` in any case. Adds it to `taken`. */
export function worksheetName(wanted: string, taken: Set<string>): string {
  const fit = wanted.replaceAll(/[[\]:*?/\\\p{Cc}]/gu, "-").replaceAll(/^'+|'+$/g, "") || "sheet";
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? "" : ` ${count}`;
    const name = `${fit.slice(0, longestName - end.length)}${end}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
