/** Looks at a text as spreadsheet programs of all countries would: which of its cells would run. */

/** As a person would look for it: in any country's cells, behind anything that is not seen, a sign that begins a formula. */
export function beginsFormula(text: string): boolean {
  return cellsThatRun(text).length > 0;
}

/** The cells of a value, or of a whole file, that begin a formula, whatever separates cells. */
export function cellsThatRun(text: string): readonly string[] {
  const cells = text.split(/[;,|\t\r\n\v\f\u0085\u2028\u2029]/);
  return cells.filter((cell) => /^(?:[=\-@＝＋－＠]|\+(?!\d))/.test(cell.replace(/^[\p{C}\p{Z}\p{DI}"\u2800]+/gu, "")));
}
