/** A sentence that is not said yet: which one, and with which values. Plain data, so that a run can be told in another language later. */
import { catalogue } from "./catalogue.ts";
import { type Language, speakerOf } from "./language.ts";
import { isOfProgram } from "./program-catalogue.ts";
import type { Saying, StoredText, Surface, Wording } from "./wording.ts";

type Catalogue = typeof catalogue;

export type TextKey = keyof Catalogue;

/** What a sentence has to be given; `void` for one without values. */
export type ValuesOf<Key extends TextKey> = Catalogue[Key] extends Wording<infer Values> ? Values : never;

export type Text = StoredText & { readonly says: TextKey };

/** The sentence of a key with its values. A key that the catalogue lacks, and a value that is missing, do not compile. */
export function text<Key extends TextKey>(
  key: Key,
  ...[values]: ValuesOf<Key> extends void ? [] : [values: ValuesOf<Key>]
): Text {
  return toText(key, values);
}

function toText(key: TextKey, values: unknown): Text {
  return values === undefined ? { says: key } : { says: key, values: values as Readonly<Record<string, unknown>> }; // an object of the catalogue's making
}

/** What Webex, the system or a person said, in words that are theirs. */
export function verbatim(said: string): Text {
  return text("verbatim", { said });
}

/** The sentence in a language; nothing where there is none. A key that the catalogue no longer has (a run of another version) is said as it stands. */
export function say({ says, values }: StoredText, language: Language, surface: Surface = "screen"): string {
  const wording = (catalogue as Readonly<Record<string, Wording<unknown>>>)[says]; // looked up by what was stored
  if (wording === undefined) return says;
  const spoken = surface === "page" ? (wording.page ?? wording) : wording;
  return spoken[language](values, sayingOf(language, surface));
}

/** Says sentences of the catalogue in one language. */
export type Voice = {
  <Key extends TextKey>(key: Key, ...values: ValuesOf<Key> extends void ? [] : [values: ValuesOf<Key>]): string;
  (said: Text): string;
};

/** For screens, which say many sentences in the language of a person. */
export function voiceOf(language: Language): Voice {
  return (said: TextKey | Text, values?: unknown) =>
    say(typeof said === "string" ? toText(said, values) : said, language);
}

const sayings = new Map<string, Saying>();

function sayingOf(language: Language, surface: Surface): Saying {
  const name = `${language} ${surface}`;
  const known = sayings.get(name);
  if (known) return known;
  const made: Saying = { ...speakerOf(language), say: (inner) => say(inner, language, surface) };
  sayings.set(name, made);
  return made;
}

/** For logs, programs and comparisons, which have one language. */
export function inEnglish(said: StoredText): string {
  return say(said, "en");
}

/** The same sentence with every text in its values changed. */
export function withValues(said: Text, change: (value: string) => string): Text {
  if (said.values === undefined) return said;
  return { says: said.says, values: changeTexts(said.values, change) as Readonly<Record<string, unknown>> }; // of the same shape
}

function changeTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((each) => changeTexts(each, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === "says" ? each : changeTexts(each, change)]),
  );
}

/** A value of any shape with every sentence in it said: for programs that read strings, and for JSON. */
export type Spoken<T> = T extends Text
  ? string
  : T extends string
    ? T
    : T extends object
      ? { [Name in keyof T]: Spoken<T[Name]> }
      : T;

export function speak<T>(value: T, language: Language): Spoken<T> {
  return speakAny(value, language) as Spoken<T>; // of the same shape
}

function speakAny(value: unknown, language: Language): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => speakAny(each, language));
  if (isStoredText(value)) return say(value, language);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, speakAny(each, language)]));
}

/** The value, with each sentence of the `programCatalogue` in it said in every language: for a reader that does without these. */
export function sayAhead<T>(value: T, surface: Surface = "screen"): T {
  return sayAnyAhead(value, surface) as T; // a sentence in the place of a sentence
}

function sayAnyAhead(value: unknown, surface: Surface): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => sayAnyAhead(each, surface));
  if (isStoredText(value) && isOfProgram(value.says))
    return text("either", { en: say(value, "en", surface), nl: say(value, "nl", surface) });
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sayAnyAhead(each, surface)]));
}

/** Is it a sentence of this catalogue, as it was stored? */
export function isStoredText(value: unknown): value is Text {
  return (
    typeof value === "object" &&
    value !== null &&
    "says" in value &&
    typeof value.says === "string" &&
    Object.hasOwn(catalogue, value.says)
  );
}
