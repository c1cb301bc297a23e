/** The language and appearance that a person chose for the page, kept in the browser. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { dateLocales, type Language, languageOfLocale, languages, speakerOf } from "../../model/words/language.ts";
import { say, type Text } from "../../model/words/text.ts";
import type { Words } from "./words/english.ts";
import type { LanguageSource } from "./words/load-language.ts";

export const appearances = ["system", "light", "dark"] as const;

export type Appearance = (typeof appearances)[number];

export type Settings = {
  readonly words: Words;
  readonly language: Language;
  readonly appearance: Appearance;
  setLanguage(language: Language): void;
  setAppearance(appearance: Appearance): void;
  /** A sentence of a check or of Webex, in the language of the page. */
  say(said: Text): string;
  number(value: number): string;
  /** An instant in ISO 8601, as a day and a time. */
  time(iso: string): string;
  /** The day of an instant in ISO 8601, and its time of day. */
  day(iso: string): string;
  hour(iso: string): string;
  /** Seconds since the epoch, as a time with seconds. */
  clock(seconds: number): string;
};

const SettingsContext = createContext<Settings | undefined>(undefined);

/** The language to begin with, loaded. `ownLanguage`: of what is shown, for who has chosen none; absent: that of the browser. */
export async function startLanguage({ load }: LanguageSource, ownLanguage?: Language): Promise<Language> {
  const usual = ownLanguage ?? languageOfLocale(navigator.language);
  const language = languages.find((each) => each === readKept("language")) ?? usual;
  await load(language);
  return language;
}

type ProviderProps = {
  readonly source: LanguageSource;
  /** As `startLanguage` gave it. */
  readonly firstLanguage: Language;
  readonly children: ReactNode;
};

export function SettingsProvider({ source, firstLanguage, children }: ProviderProps) {
  const [language, keepLanguage] = useKept<Language>("language", languages, firstLanguage);
  const [appearance, setAppearance] = useKept<Appearance>("appearance", appearances, "system");
  // where it cannot be loaded, the page stays as it is
  const setLanguage = useCallback(
    (next: Language) =>
      void source.load(next).then(
        () => keepLanguage(next),
        () => undefined,
      ),
    [source, keepLanguage],
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.appearance = appearance;
  }, [language, appearance]);
  const settings = useMemo<Settings>(() => {
    const clocks = new Intl.DateTimeFormat(dateLocales[language], { timeStyle: "medium" });
    const times = new Intl.DateTimeFormat(dateLocales[language], { dateStyle: "medium", timeStyle: "short" });
    const days = new Intl.DateTimeFormat(dateLocales[language], { dateStyle: "full" });
    const hours = new Intl.DateTimeFormat(dateLocales[language], { timeStyle: "short" });
    return {
      words: source.wordsIn(language),
      language,
      appearance,
      setLanguage,
      setAppearance,
      say: (said) => say(said, language),
      number: speakerOf(language).number,
      clock: (seconds) => clocks.format(new Date(seconds * 1000)),
      day: (iso) => (iso === "" ? "" : days.format(new Date(iso))),
      hour: (iso) => (iso === "" ? "" : hours.format(new Date(iso))),
      time: (iso) => (iso === "" ? "" : times.format(new Date(iso))),
    };
  }, [source, language, appearance, setLanguage, setAppearance]);
  return (
    <SettingsContext value={settings}>
      <I18nProvider locale={dateLocales[language]}>{children}</I18nProvider>
    </SettingsContext>
  );
}

export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error("the settings are provided at the top of the page");
  return settings;
}

export function useWords(): Words {
  return useSettings().words;
}

/** A page that is read from a disk may not keep anything: then it holds until the page is closed. */
function useKept<T extends string>(name: string, known: readonly T[], usual: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => known.find((each) => each === readKept(name)) ?? usual);
  const set = useMemo(
    () => (next: T) => {
      setValue(next);
      writeKept(name, next);
    },
    [name],
  );
  return [value, set];
}

function readKept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function writeKept(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // refused by the browser
  }
}
