/** What databases and people write for "no value", as data. */

const words: ReadonlySet<string> = new Set([
  "null",
  "(null)",
  "<null>",
  "[null]",
  "\\n",
  "nil",
  "none",
  "(none)",
  "undefined",
  "nan",
  "n/a",
  "n.a.",
  "n.a",
  "na",
  "#null",
  "n.v.t.",
  "n.v.t",
  "nvt",
  "n/b",
  "n.b.",
  "k.a.",
  "s/o",
  "geen",
  "(geen)",
  "leeg",
  "(leeg)",
  "blank",
  "(blank)",
  "(blanks)",
  "empty",
  "(empty)",
  "keine",
  "kein",
  "leer",
  "(leer)",
  "aucun",
  "aucune",
  "ninguno",
  "nessuno",
  "nenhum",
  "not applicable",
  "niet van toepassing",
  "tbd",
  "-",
  "--",
  "---",
  "\u2013",
  "\u2014",
  ".",
  "?",
  "??",
]);

const longest = 20;

/** Does the text stand for "no value"? `isCode`: a country, state or language, of which `NA` is one. */
export function isPlaceholder(text: string, isCode = false): boolean {
  if (text.length > longest) return false;
  const word = text.toLowerCase();
  return words.has(word) && !(isCode && word === "na");
}
