/** What spreadsheet programs write for a formula that failed, in every language, or for a column too narrow. */

/** Those without the `!` or `?` by which the others are known. */
const unmarked: ReadonlySet<string> = new Set([
  "N/A",
  "N/B",
  "N/D",
  "N/V",
  "NV",
  "ND",
  "NA",
  "I/T",
  "I/V",
  "Н/Д",
  "YOK",
  "NEDOSTUPNÝ",
  "NENÍ_K_DISPOZICI",
  "HIÁNYZIK",
  "GETTING_DATA",
  "LAADT_DATA",
  "SPILL",
  "CALC",
]);

/** Capitals, digits and a few signs, with a `!` or `?` behind: `#WAARDE!`, `#DIV/0!`, `#¿NOMBRE?`, `#ΤΙΜΗ!`. */
const marked = /^#[¡¿]?[\p{Lu}\p{Lo}][\p{Lu}\p{Lo}\p{M}\d/_. ]{0,30}[!?]$/u;
/** The same in small letters, of the commonest: some programs write them so. */
const small =
  /^#(?:n\/a|n\/b|nv|ref!|verw!|bezug!|value!|waarde!|wert!|div\/0!|deel\/0!|name\?|naam\?|num!|getal!|zahl!|null!|leeg!|spill!)$/i;
/** LibreOffice: `Err:508`, `Fout:508`. */
const numbered = /^\p{L}{2,8}\s?:\s?5\d{2}$/u;
const numberedWords =
  /^(?:err|fout|fehler|fel|fejl|feil|erreur|erro|errore|error|błąd|virhe|hiba|chyba|hata|ошибка|помилка|eroare|エラー|错误)\s?:/iu;
const tooNarrow = /^#{2,}$/;
const longest = 40;

/** Is the cell the error of a formula, or the hashes of a column too narrow? */
export function isFormulaError(text: string): boolean {
  if (text.length > longest) return false;
  if (text.charCodeAt(0) !== 35) return text.includes(":") && numbered.test(text) && numberedWords.test(text);
  return unmarked.has(text.slice(1).toUpperCase()) || tooNarrow.test(text) || marked.test(text) || small.test(text);
}
