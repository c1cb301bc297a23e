/** What the catalogue says about one code, in every language. */
import type { Language } from "./words/language.ts";

export type CodeWords = {
  /** A few words, without a full stop. */
  readonly title: string;
  readonly meaning: string;
  /** What a cell, a file or an answer may look like. */
  readonly example: string;
  /** What to do about it. */
  readonly resolution: string;
};

/** A language that is missing does not compile. */
export type IssueFacts = {
  /** An error refuses the row (or the file); a warning does not. `either`: the meaning says when. */
  readonly severity: "error" | "warning" | "either";
} & { readonly [L in Language]: CodeWords };
