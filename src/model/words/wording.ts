/** One sentence as each language says it. */
import type { Language, Speaker } from "./language.ts";

/** A sentence with its values, as it is stored. */
export type StoredText = { readonly says: string; readonly values?: Readonly<Record<string, unknown>> };

/** `say`: for a value that is a sentence itself. */
export type Saying = Speaker & { say(text: StoredText): string };

/** A function of the sentence's values in every language: a language that is missing does not compile. */
export type Wording<Values> = Spoken<Values> & {
  /** As the page says it, where a person has buttons in place of commands and flags. */
  readonly page?: Spoken<Values>;
};

type Spoken<Values> = { readonly [L in Language]: (values: Values, speak: Saying) => string };

/** Where a sentence is read: on a screen, in a file or a message; or on the page of the server. */
export type Surface = "screen" | "page";

/** A sentence that writes no number, list or other sentence; where the catalogue is not to be loaded. */
export function sayPlain<Values>(wording: Wording<Values>, language: Language, values: Values): string {
  return wording[language](values, undefined as never); // it asks nothing of its speaker
}

/** A sentence without values. */
export function words(en: string, nl: string): Wording<void>;
/** A sentence with values: their types are those of the first function's parameter, and hold for both. */
export function words<Values>(
  en: (values: Values, speak: Saying) => string,
  nl: (values: NoInfer<Values>, speak: Saying) => string,
): Wording<Values>;
// so that the build leaves out of the page what it does not say
/* @__NO_SIDE_EFFECTS__ */
export function words<Values>(
  en: string | ((values: Values, speak: Saying) => string),
  nl: string | ((values: Values, speak: Saying) => string),
): Wording<Values> {
  return { en: typeof en === "string" ? () => en : en, nl: typeof nl === "string" ? () => nl : nl };
}

/** One sentence for those who type commands, and another for those who are on the page. Both get the same values. */
/* @__NO_SIDE_EFFECTS__ */
export function onPage<Values>(screen: Wording<Values>, page: Wording<NoInfer<Values>>): Wording<Values> {
  return { ...screen, page };
}
