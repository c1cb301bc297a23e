/** The credentials of an integration or service app as values: which to use, how long they last. Reads no file and asks nobody. */

import { createHash } from "node:crypto";
import { z } from "zod";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";
import type { GrantedTokens } from "./token-endpoint.ts";

export const credentialsSchema = z.object({
  clientId: z.string(),
  /** Absent where the settings bring it at each start: what they alone know is not saved. */
  clientSecret: z.string().optional(),
  refreshToken: z.string(),
  /** Of the refresh token that was given from outside and that these descend from: another one given replaces them. */
  grantedBy: z.string().optional(),
  accessToken: z.string().optional(),
  /** ISO 8601. From `renewAt` on a new access token is asked for; at `accessExpiresAt` this one is dead. */
  renewAt: z.string().optional(),
  accessExpiresAt: z.string().optional(),
  refreshExpiresAt: z.string().optional(),
  /** The granted scopes, if Webex returned them. */
  scopes: z.array(z.string()).optional(),
});
export type Credentials = z.infer<typeof credentialsSchema>;
export type UsableCredentials = Credentials & { readonly clientSecret: string };

/** From the settings. A refresh token given there wins over a saved one that does not descend from it. */
export type GivenCredentials = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken?: string;
};

/** The credentials to use; `UserError` (`no_credentials`) when there are none, or only those of another client. */
export function chooseCredentials(
  saved: Credentials | undefined,
  given: GivenCredentials | undefined,
): UsableCredentials {
  const clientSecret = given?.clientSecret ?? saved?.clientSecret;
  const grantedBy = given?.refreshToken && createHash("sha256").update(given.refreshToken).digest("hex");
  const isOurs = !given || (saved?.clientId === given.clientId && (!grantedBy || saved.grantedBy === grantedBy));
  if (saved && clientSecret && isOurs) return { ...saved, clientSecret };
  if (given?.refreshToken && grantedBy) return { ...given, refreshToken: given.refreshToken, grantedBy };
  throw new UserError("no_credentials", text("no_credentials"), text("set_token_or_log_in"));
}

/** Credentials with new tokens; Webex may or may not have exchanged the refresh token too. `nowMs` since the epoch. */
export function withTokens(credentials: Credentials, tokens: GrantedTokens, nowMs: number): Credentials {
  const { accessToken, expiresIn, refreshToken, refreshExpiresIn, scopes } = tokens;
  return {
    ...credentials,
    ...(refreshToken && { refreshToken }),
    accessToken,
    renewAt: isoAfter(nowMs, expiresIn - marginOf(expiresIn)),
    accessExpiresAt: isoAfter(nowMs, expiresIn),
    ...(refreshExpiresIn !== undefined && { refreshExpiresAt: isoAfter(nowMs, refreshExpiresIn) }),
    ...(scopes && { scopes }),
  };
}

/** Without the secret that the settings bring at each start. */
export function withoutClientSecret({ clientSecret, ...credentials }: Credentials): Credentials {
  return credentials;
}

/** The access token, unless it has run out. */
export function aliveToken(credentials: Credentials | undefined, nowMs: number): string | undefined {
  return isBefore(nowMs, credentials?.accessExpiresAt) ? credentials?.accessToken : undefined;
}

/** The access token, unless it is time for a new one. */
export function freshToken(credentials: Credentials | undefined, nowMs: number): string | undefined {
  return isBefore(nowMs, credentials?.renewAt) ? credentials?.accessToken : undefined;
}

/** Seconds before the end at which a token is renewed: enough for a request that waits, and never most of a short life. */
function marginOf(expiresIn: number): number {
  return Math.min(300, expiresIn / 10);
}

function isoAfter(nowMs: number, seconds: number): string {
  return new Date(nowMs + seconds * 1000).toISOString();
}

function isBefore(nowMs: number, iso: string | undefined): boolean {
  return iso !== undefined && nowMs < Date.parse(iso);
}
