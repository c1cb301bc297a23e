/** How the cells of a workbook look: all are text, some are coloured. */
import { escapeFormula } from "../../model/formula-signs.ts";

export type Tone = "plain" | "header" | "good" | "caution" | "bad" | "quiet";

/** Fill and letters, as RGB; none: those of the program. */
const colours: Readonly<Record<Tone, { readonly fill?: string; readonly letters?: string }>> = {
  plain: {},
  header: { fill: "DDE3EA" },
  good: { fill: "DFF2E1", letters: "14532D" },
  caution: { fill: "FFF1CC", letters: "6B4A00" },
  bad: { fill: "FBDCDC", letters: "8A1414" },
  quiet: { fill: "ECECEC", letters: "444444" },
};

const tones = Object.keys(colours).filter(isTone);

function isTone(name: string): name is Tone {
  return Object.hasOwn(colours, name);
}

const firstOf = new Map(tones.map((tone, index) => [tone, 1 + index * 2]));

/**
 * The style of a cell, by its number in `stylesXml`. What looks like a formula gets the mark that keeps Excel from taking it
 * for one when a person edits the cell.
 */
export function styleOf(tone: Tone, text: string): number {
  const first = firstOf.get(tone) ?? 1;
  return looksLikeFormula.test(text) && escapeFormula(text).startsWith("'") ? first + 1 : first;
}

const looksLikeFormula = /^[^\p{L}\p{N}']/u;

/** Number 0 is what a program takes for cells that we did not write; format 49 is text. */
export function stylesXml(): string {
  const fonts = tones.map((tone) => `<font>${tone === "header" ? "<b/>" : ""}<sz val="11"/>${lettersOf(tone)}</font>`);
  const fills = tones.map((tone) => {
    const { fill } = colours[tone];
    return fill
      ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`
      : '<fill><patternFill patternType="none"/></fill>';
  });
  const styles = tones.flatMap((_, index) => {
    const look = `numFmtId="49" fontId="${index + 1}" fillId="${index + 2}" borderId="0" xfId="0"`;
    const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1"';
    return [`<xf ${look} ${applied}/>`, `<xf ${look} quotePrefix="1" ${applied}/>`];
  });
  const none = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="${fonts.length + 1}"><font><sz val="11"/><name val="Calibri"/></font>${fonts.join("")}</fonts><fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join("")}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">${none}/></cellStyleXfs><cellXfs count="${styles.length + 1}">${none} xfId="0"/>${styles.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function lettersOf(tone: Tone): string {
  const { letters } = colours[tone];
  return `${letters ? `<color rgb="FF${letters}"/>` : ""}<name val="Calibri"/>`;
}
