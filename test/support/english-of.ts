import { inEnglish, type Text } from "../../src/model/words/text.ts";

/** The sentence in English; an empty text where there is none. */
export function englishOf(said: Text | undefined): string {
  return said === undefined ? "" : inEnglish(said);
}
