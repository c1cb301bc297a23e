/** The command cannot go on, and a person can do something about it. Thrown; shown as one paragraph without a stack. */
import type { Language } from "./words/language.ts";
import { inEnglish, say, type Text, text } from "./words/text.ts";

/** Its `message` and `hint` are in English, for logs and programs; people get `sayUserError`. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly hint?: string;

  constructor(
    readonly code: string,
    /** What and why. */
    readonly what: Text,
    /** What to do next. */
    readonly next?: Text,
    /** Exit code, see spec of results: 2 could not do its job, 1 stopped by a guard on errors, 0 there is nothing to do. */
    readonly exitCode: 0 | 1 | 2 = 2,
  ) {
    super(inEnglish(what));
    if (next !== undefined) this.hint = inEnglish(next);
  }
}

/** What, why and what to do next, in one paragraph. */
export function paragraphOf({ what, next }: Pick<UserError, "what" | "next">): Text {
  return text("sentences", { said: [what, ...(next === undefined ? [] : [next])] });
}

/** The paragraph in a language. */
export function sayUserError(error: UserError, language: Language): string {
  return say(paragraphOf(error), language);
}
