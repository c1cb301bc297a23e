/** What is known of an error code of Webex, in every language. */
import type { Language } from "../../../model/words/language.ts";

type ErrorCodeWords = {
  /** Where it was seen. */
  readonly where: string;
  readonly meaning: string;
  /** What to do; absent where no way out is certain. */
  readonly hint?: string;
};

/** A language that is missing does not compile. */
export type ErrorCodeFacts = {
  readonly code: string;
  /** May the same request succeed later? */
  readonly isRetryable: boolean;
} & { readonly [L in Language]: ErrorCodeWords };

/** In English and in Dutch. */
export type Both = readonly [en: string, nl: string];

/** Code, meaning, what to do. */
export type Row = readonly [code: string, meaning: Both, hint?: Both];
