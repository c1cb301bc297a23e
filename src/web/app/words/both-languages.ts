/** Both languages at once, for report.html: a file that asks nobody for more. */
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import type { LanguageSource } from "./load-language.ts";

export const bothLanguages: LanguageSource = {
  load: async () => {},
  wordsIn: (language) => (language === "nl" ? dutch : english),
};
