/** The languages that the product speaks, and how each writes numbers, lists, counts and dates. */

export const languages = ["en", "nl"] as const;

export type Language = (typeof languages)[number];

/** A text that stands where it is declared, in each language. */
export type InEachLanguage = { readonly [L in Language]: string };

/** The language of a locale as systems write it (`nl_NL.UTF-8`, `nl-BE`); English for every other. */
export function languageOfLocale(locale: string | undefined): Language {
  const [name] = (locale ?? "").toLowerCase().split(/[-_.@]/);
  return languages.find((language) => language === name) ?? "en";
}

/** How a sentence writes what stands in it. */
export type Speaker = {
  readonly language: Language;
  /** `1 600` in the way of the language, with a blank that does not break. */
  number(value: number): string;
  /** `1 row`, `3 rows`: the number with its noun. */
  count(value: number, one: string, other: string): string;
  /** `a, b, and c`. */
  list(values: readonly string[]): string;
  /** `a, b, or c`. */
  choice(values: readonly string[]): string;
  /** `1.5`, and from ten on without the digit behind the point. */
  tenths(value: number): string;
  /** `42 s`, `12 min`, `1.5 h`, `3 days`. */
  duration(seconds: number): string;
  /** An instant in ISO 8601, as a day and a time in the zone given (IANA). */
  date(iso: string, timeZone: string): string;
};

/** Day before month, 24 hours: as the people of our operators write them. */
export const dateLocales: InEachLanguage = { en: "en-GB", nl: "nl" };

const units: Readonly<Record<Language, Readonly<Record<"hours" | "day" | "days", string>>>> = {
  en: { hours: "h", day: "day", days: "days" },
  nl: { hours: "uur", day: "dag", days: "dagen" },
};

const speakers = new Map<Language, Speaker>();

export function speakerOf(language: Language): Speaker {
  const known = speakers.get(language);
  if (known) return known;
  const made = createSpeaker(language);
  speakers.set(language, made);
  return made;
}

/** Made when it is first asked for: a command that only shows its help, or writes no list, does not pay for it. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function createSpeaker(language: Language): Speaker {
  const rules = once(() => new Intl.PluralRules(language));
  const digits = once(() => new Intl.NumberFormat(language));
  const and = once(() => new Intl.ListFormat(language, { type: "conjunction" }));
  const or = once(() => new Intl.ListFormat(language, { type: "disjunction" }));
  // one way to group digits on every screen and in both languages: 1,600 and 1.600 mean different things to different readers
  const number = (value: number) =>
    digits()
      .formatToParts(value)
      .map(({ type, value: part }) => (type === "group" ? "\u00A0" : part))
      .join("");
  const { hours, day, days } = units[language];
  const oneDigit = once(() => new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
  const tenths = (value: number) => (value < 10 ? oneDigit().format(value) : number(Math.round(value)));
  const duration = (seconds: number) => {
    if (seconds < 90) return `${Math.round(seconds)} s`;
    if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
    if (seconds < 172_800) return `${oneDigit().format(seconds / 3_600)} ${hours}`;
    const whole = Math.round(seconds / 86_400);
    return `${number(whole)} ${whole === 1 ? day : days}`;
  };
  return {
    language,
    number,
    tenths,
    duration,
    count: (value, one, other) => `${number(value)} ${rules().select(value) === "one" ? one : other}`,
    list: (values) => and().format(values),
    choice: (values) => or().format(values),
    date: (iso, timeZone) =>
      new Intl.DateTimeFormat(dateLocales[language], { dateStyle: "medium", timeStyle: "short", timeZone }).format(
        new Date(iso),
      ),
  };
}
