/** The sentences of the languages that are loaded: in the page it stands in place of the whole catalogue (`vite.config.ts`). */
import type { Language } from "../../../model/words/language.ts";
import type { Wording } from "../../../model/words/wording.ts";

type Sentences = Readonly<Record<string, Wording<never>>>;

export const catalogue: Record<string, Partial<Record<Language, unknown>>> = {};

/** `sentences`: a catalogue, of which this language is taken, and the wording for the page where there is one. */
export function addSentences(sentences: Sentences, language: Language): void {
  for (const [key, wording] of Object.entries(sentences)) {
    catalogue[key] ??= {};
    catalogue[key][language] = (wording.page ?? wording)[language];
  }
}
