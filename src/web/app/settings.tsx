/** What the person who looks at the page chose for it: language and appearance, kept in the browser. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { dutch } from "./words/dutch.ts";
import { english, type Words } from "./words/english.ts";

export type Language = "en" | "nl";
export type Appearance = "system" | "light" | "dark";

type Settings = {
  readonly words: Words;
  readonly language: Language;
  readonly appearance: Appearance;
  setLanguage(language: Language): void;
  setAppearance(appearance: Appearance): void;
  number(value: number): string;
  time(iso: string): string;
};

const SettingsContext = createContext<Settings | undefined>(undefined);

export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useKept<Language>("language", ["en", "nl"], browserLanguage());
  const [appearance, setAppearance] = useKept<Appearance>("appearance", ["system", "light", "dark"], "system");
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.appearance = appearance;
  }, [language, appearance]);
  const settings = useMemo<Settings>(() => {
    const numbers = new Intl.NumberFormat(language);
    const times = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
    return {
      words: language === "nl" ? dutch : english,
      language,
      appearance,
      setLanguage,
      setAppearance,
      number: (value) => numbers.format(value),
      time: (iso) => (iso === "" ? "" : times.format(new Date(iso))),
    };
  }, [language, appearance, setLanguage, setAppearance]);
  return <SettingsContext value={settings}>{children}</SettingsContext>;
}

export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error("the settings are provided at the top of the page");
  return settings;
}

export function useWords(): Words {
  return useSettings().words;
}

function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith("nl") ? "nl" : "en";
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
