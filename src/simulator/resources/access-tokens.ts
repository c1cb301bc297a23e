/** OAuth: the authorisation page that says yes at once, and the exchange of codes and refresh tokens. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { isLoopbackHost } from "../http/front-door.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { nonEmpty } from "../http/wire.ts";
import { refuse } from "../refusal.ts";
import type { World } from "../world.ts";

const authorizeQuery = z.looseObject({
  response_type: z.literal("code"),
  client_id: nonEmpty,
  redirect_uri: z.url({ protocol: /^https?$/ }).refine((uri) => isLoopbackHost(new URL(uri).host), {
    error: "The simulator sends people back to this machine only.",
  }),
  state: nonEmpty,
  scope: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.literal("S256").optional(),
});

const authorize = defineRoute({
  method: "GET",
  path: "/authorize",
  effect: "session",
  isOpen: true,
  query: authorizeQuery,
  answer({ query }, world) {
    const code = world.newUuid();
    world.store.tokens.addCode(code, query.client_id, query.redirect_uri, query.code_challenge ?? null);
    const back = new URL(query.redirect_uri);
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.state);
    return { status: 302, headers: { location: back.href } };
  },
});

const client = { client_id: nonEmpty, client_secret: z.string().optional() };

const tokenRequest = z.discriminatedUnion("grant_type", [
  z.looseObject({ grant_type: z.literal("refresh_token"), refresh_token: nonEmpty, ...client }),
  z.looseObject({
    grant_type: z.literal("authorization_code"),
    code: nonEmpty,
    redirect_uri: nonEmpty,
    code_verifier: z.string().optional(),
    ...client,
  }),
]);

type TokenRequest = z.infer<typeof tokenRequest>;

const exchange = defineRoute({
  method: "POST",
  path: "/access_token",
  effect: "session",
  isOpen: true,
  body: tokenRequest,
  answer({ body }, world) {
    if (body.grant_type === "refresh_token") useRefreshToken(world, body);
    else useCode(world, body);
    return { status: 200, body: issueTokens(world, body.client_id) };
  },
});

export const accessTokenRoutes: readonly Route[] = [authorize, exchange];

const fortnightMs = 14 * 24 * 3600 * 1000;
const quarterSeconds = 90 * 24 * 3600;

/** Each refresh gives a new refresh token; the one used is void. */
function useRefreshToken(world: World, body: TokenRequest & { grant_type: "refresh_token" }): void {
  const known = world.store.tokens.refreshToken(body.refresh_token);
  if (known?.clientId !== body.client_id) {
    refuse(400, "The refresh token provided is expired, revoked, malformed, or invalid.");
  }
  world.store.tokens.removeRefreshToken(body.refresh_token);
}

/** A code is good once, for the client and address that asked, and only with the verifier of its challenge (PKCE). */
function useCode(world: World, body: TokenRequest & { grant_type: "authorization_code" }): void {
  const row = world.store.tokens.code(body.code);
  if (!row || row.clientId !== body.client_id || row.redirectUri !== body.redirect_uri) {
    refuse(400, "The authorization code is unknown or belongs to another request.");
  }
  const answered = createHash("sha256")
    .update(body.code_verifier ?? "")
    .digest("base64url");
  if (row.challenge !== null && row.challenge !== answered) refuse(400, "The code verifier does not fit.");
  world.store.tokens.removeCode(body.code);
}

export type IssuedTokens = {
  readonly access_token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly refresh_token: string;
  /** Seconds. */
  readonly refresh_token_expires_in: number;
  readonly token_type: "Bearer";
};

/** A fresh pair for this client, kept from now on. */
export function issueTokens(world: World, clientId: string): IssuedTokens {
  const lifetimeMs = world.tokenLifetimeMs ?? fortnightMs;
  const [accessToken, refreshToken] = [world.newUuid(), world.newUuid()];
  world.store.tokens.addAccessToken(accessToken, world.clock.now() + lifetimeMs);
  world.store.tokens.addRefreshToken(refreshToken, clientId);
  return {
    access_token: accessToken,
    expires_in: Math.floor(lifetimeMs / 1000),
    refresh_token: refreshToken,
    refresh_token_expires_in: quarterSeconds,
    token_type: "Bearer",
  };
}
