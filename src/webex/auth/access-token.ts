/** Where the access token comes from. This file: the interface, and a token that was given once and for all. */

import type { Failure } from "../../model/outcome.ts";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";

export type TokenReply =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly failure: Failure };

export type AccessToken = {
  /** The token to send now. */
  current(signal: AbortSignal): Promise<TokenReply>;
  /** A token in place of one that Webex refused. Absent where there is no way to a new one. */
  refresh?(rejectedToken: string, signal: AbortSignal): Promise<TokenReply>;
  /** Everybody may see it: that of a simulator. */
  readonly isPublic?: true;
  /** Closes what it holds open. */
  close?(): Promise<void>;
};

/** A token from a setting. Throws `UserError` for what cannot be one: a header must not carry it. */
export function staticAccessToken(text: string): AccessToken {
  const token = checkToken(text);
  return { current: async () => ({ ok: true, token }) };
}

/** The token without blanks and without a `Bearer ` in front of it; `UserError` (`bad_access_token`) when it is no token. */
export function checkToken(given: string): string {
  const token = given.trim().replace(/^Bearer\s+/i, "");
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new UserError("bad_access_token", text("token_damaged"), text("copy_token_again"));
  }
  return token;
}
