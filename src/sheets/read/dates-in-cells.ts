/** Dates that a spreadsheet made of other values, in common languages. */

/** Of the first, a month may also stand before its day or year, as in `MAR-3`; of the others only behind its day: `LIS-3` is more often a code. */
const languages = ["en", "nl", "de", "fr", "es", "it", "pt", "da", "sv", "nb"];
const moreLanguages = ["pl", "fi", "cs", "sk", "sl", "hr", "hu", "ro", "tr", "ru", "el", "et", "lv", "ca", "id"];
/** As programs shorten them besides: German, Dutch and English Excel. */
const otherShortNames = ["mrz", "jän", "maa", "sept", "jui", "mrt"];
/** Months of Italian and Portuguese that are words of many codes. */
const ordinaryWords: ReadonlySet<string> = new Set(["set", "out", "mag", "gen"]);

/** `12-3-2026`, `2026-03-04 00:00:00`, `04.03.2026`: which part is what is checked apart. */
const numeric = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})\.?(?:[ T]\d{1,2}[:.]\d{2}.{0,20})?$/;
const eastern = /^(?:\d{4}[年년]\s?)?\d{1,2}[月월]\s?\d{1,2}[日일]$/;
const time = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?(?: ?[AP]\.?M\.?)?$/i;
/** How the months of `languages` begin: most texts are no date, and that is seen here. */
const beginnings: ReadonlySet<string> = new Set(
  "jan fév feb fev mar mrt mrz mär maa mai maj may mei mag apr avr abr jun jui jul giu lug aug aoû ago sep set oct okt out ott nov dec déc des dez dic ene gen".split(
    " ",
  ),
);
const digitsFirst = /^\d{1,4}[-/.:\s年월月년]/;
const hasDigit = /\d/;

function mayBeDate(text: string, isName: boolean): boolean {
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return digitsFirst.test(text);
  const isSpoken = !isName && text.includes(" ");
  return (isSpoken || beginnings.has(text.slice(0, 3).toLowerCase())) && hasDigit.test(text);
}

/** No date is longer, with its weekday and its time. */
const longestDate = 40;

/**
 * Is it a date or a time, where nobody would write one?
 * `isName`: names may be dates (`8 mai 1945`), and only what no person writes in one counts: `3-mrt`.
 */
export function isDate(text: string, isName = false): boolean {
  if (text.length > longestDate || !mayBeDate(text, isName)) return false;
  const parts = numeric.exec(text);
  if (parts) return isCalendarDate(parts[1] ?? "", parts[3] ?? "", parts[4] ?? "");
  if (!/\p{L}/u.test(text)) return !isName && time.test(text);
  if (isName && !/^(?:\p{L}+\.?|\d{1,2})[-/.]|^\d{1,2}\. |[月월]/u.test(text)) return false;
  return namesMonth(text, spreadsheet) || eastern.test(text) || (!isName && namesMonth(text, spoken));
}

/** In one of the orders in which dates are written. */
function isCalendarDate(a: string, b: string, c: string): boolean {
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  const isDay = (day: number) => day >= 1 && day <= 31;
  const isMonth = (month: number) => month >= 1 && month <= 12;
  if (a.length === 4) return isYear(first) && isMonth(second) && isDay(third) && c.length <= 2;
  if (a.length > 2 || (c.length !== 2 && !(c.length === 4 && isYear(third)))) return false;
  return (isDay(first) && isMonth(second)) || (isMonth(first) && isDay(second));
}

function isYear(year: number): boolean {
  return year >= 1900 && year < 2100;
}

const day = "(?:0?[1-9]|[12]\\d|3[01])";
const year = "(?:(?:19|20)?\\d{2})";
const clock = "(?:[ Tt,]+\\d{1,2}[:.]\\d{2}.{0,15})?";
const month = "(\\p{L}{3,})";
const dayFirst = (between: string) => `${day}${between}${month}\\.?(?:${between}${year})?${clock}`;

/** `pattern`: with the month as any word, for a pattern of all names takes longer to compile than a batch to read. `dayFirst`: so many of its words, from the first on, stand behind their day. */
type Shape = { readonly pattern: RegExp; readonly dayFirst: number };

const spreadsheet: Shape = {
  pattern: new RegExp(
    `^(?:${dayFirst("[-/.]")}|${day}\\. ?${month}\\.?|${month}\\.?[-/]${year}|${month}\\.?[-/]${day})$`,
    "u",
  ),
  dayFirst: 2,
};
const spoken: Shape = {
  pattern: new RegExp(
    `^(?:\\p{L}{2,12}\\.?,? )?(?:${dayFirst("\\.?(?: [dD][eE](?!\\p{L}))? ?")}|${month}\\.? ${day}(?:, ?${year})?|${month}\\.? ${year})$`,
    "u",
  ),
  dayFirst: 1,
};

/** Has the text that shape, and is the word in it a month? */
function namesMonth(text: string, { pattern, dayFirst }: Shape): boolean {
  const [, ...words] = pattern.exec(text) ?? [];
  const at = words.findIndex((word) => word !== undefined);
  const word = words[at]?.toLowerCase();
  if (word === undefined) return false;
  if (at < dayFirst) return months().all.has(word);
  const isLikely = beginnings.has(word.slice(0, 3)) || otherShortNames.includes(word);
  return isLikely && months().common.has(word);
}

type Months = Readonly<Record<"all" | "common", ReadonlySet<string>>>;

let known: Months | undefined;

function months(): Months {
  known ??= readMonths();
  return known;
}

function readMonths(): Months {
  const common = languages.flatMap(namesOfMonths).concat(otherShortNames);
  return {
    all: new Set(common.concat(moreLanguages.flatMap(namesOfMonths))),
    common: new Set(common.filter((name) => !ordinaryWords.has(name))),
  };
}

function namesOfMonths(language: string): readonly string[] {
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 3)));
  const alone = (length: "short" | "long") => {
    const format = new Intl.DateTimeFormat(language, { month: length, timeZone: "UTC" });
    return months.map((month) => format.format(month));
  };
  const beside = (length: "short" | "long") => {
    const format = new Intl.DateTimeFormat(language, { month: length, day: "numeric", timeZone: "UTC" });
    return months.map((month) => format.formatToParts(month).find(({ type }) => type === "month")?.value ?? "");
  };
  return [...alone("short"), ...alone("long"), ...beside("short"), ...beside("long")]
    .map((name) => name.toLowerCase().replace(/\.$/, ""))
    .filter((name) => /^\p{L}{3,}$/u.test(name));
}
