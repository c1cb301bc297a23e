/** What went wrong, as the page tells it: what, why, and what to do. */
import { UserError } from "../model/user-error.ts";

export type Trouble = { readonly code: string; readonly message: string; readonly hint?: string };

/** An error that is no `UserError` is a bug of ours: it is thrown on. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof UserError)) throw error;
  const { code, message, hint } = error;
  return { code, message, ...(hint === undefined ? {} : { hint }) };
}
