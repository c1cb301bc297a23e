/** An error as the page shows it: what, why, and what to do. */
import { UserError } from "../model/user-error.ts";
import type { Text } from "../model/words/text.ts";

/** Said by the page, in the language that it is read in. */
export type Trouble = { readonly code: string; readonly message: Text; readonly hint?: Text };

/** An error that is no `UserError` is a bug of ours: it is thrown on. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof UserError)) throw error;
  const { code, what, next } = error;
  return { code, message: what, ...(next === undefined ? {} : { hint: next }) };
}
