/** Keeps a spreadsheet from running a value as a formula, and takes the protection off again. Knows nothing of CSV quoting. */

const formulaStart = /^[=+\-@\t\r]/;
const plainNumber = /^\+\d+$/;

/**
 * The value as it may stand in a file that a spreadsheet opens: one leading `'` before what would run, doubled where
 * one stands already. `+` followed by digits alone, a phone number, stays as it is.
 */
export function escapeFormula(value: string): string {
  const isDangerous = formulaStart.test(value) && !plainNumber.test(value);
  return isDangerous || value.startsWith("'") ? `'${value}` : value;
}

/** The value that `escapeFormula` was given. */
export function unescapeFormula(value: string): string {
  return value.startsWith("'") ? value.slice(1) : value;
}
