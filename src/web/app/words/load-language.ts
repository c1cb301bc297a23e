/** Loads what the page says in a language when it is first asked for: most people never need the other one. */
import type { Language } from "../../../model/words/language.ts";
import type { Words } from "./english.ts";
import { addSentences } from "./spoken-catalogue.ts";

/** Where a page has its languages from. */
export type LanguageSource = {
  /** From then on, the words of the language and the sentences of the catalogue can be said in it. */
  load(language: Language): Promise<void>;
  /** Of a language that was loaded. */
  wordsIn(language: Language): Words;
};

const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  async en() {
    const { catalogue } = await import("../../../model/words/catalogue.ts?language=en");
    addSentences(catalogue, "en");
    return (await import("./english.ts")).english;
  },
  async nl() {
    const { catalogue } = await import("../../../model/words/catalogue.ts?language=nl");
    addSentences(catalogue, "nl");
    return (await import("./dutch.ts")).dutch;
  },
};

const loaded = new Map<Language, Words>();

export const languagesOnRequest: LanguageSource = {
  async load(language) {
    if (!loaded.has(language)) loaded.set(language, await loaders[language]());
  },
  wordsIn(language) {
    const words = loaded.get(language);
    if (!words) throw new Error(`${language} was not loaded`);
    return words;
  },
};
