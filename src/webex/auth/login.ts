/** A person logs in: OAuth authorization code with PKCE and state, through a browser and back to this machine. Shows nothing and saves nothing itself. */

import {
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  OperationProcessingError,
  validateAuthResponse,
} from "oauth4webapi";
import type { Failure } from "../../model/outcome.ts";
import { UserError } from "../../model/user-error.ts";
import type { Language } from "../../model/words/language.ts";
import { text } from "../../model/words/text.ts";
import { type Credentials, withTokens } from "./credentials.ts";
import { listenForCallback, type Visit } from "./login-callback.ts";
import type { TokenEndpoint } from "./token-endpoint.ts";

export type LoginOptions = {
  readonly endpoint: TokenEndpoint;
  /** Of the integration, as the developer portal shows them. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  /** As registered with the integration: http on this machine, with a port. */
  readonly redirectUri: string;
  /** Shows a person the address to open, or opens it. */
  readonly onUrl: (url: string) => void;
  /** Of what the browser shows at the end; default: English. */
  readonly language: Language;
};

export type LoginReply =
  | { readonly ok: true; readonly credentials: Credentials }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Credentials of the person who logs in, once they come back from the browser.
 * Throws `UserError` when they say no, or the redirect URI cannot be served; the signal's reason when nobody comes.
 */
export async function login(options: LoginOptions, signal: AbortSignal): Promise<LoginReply> {
  const verifier = generateRandomCodeVerifier();
  const state = generateRandomState();
  let returned: Returned = { kind: "refuse" };
  const onVisit = (query: URLSearchParams): Visit => {
    returned = readReturn(query, options, state);
    return returned.kind === "refuse" ? wrongVisit : rightVisit;
  };
  const callback = await listenForCallback(options.redirectUri, onVisit, signal, options.language);
  try {
    options.onUrl(await authorizationUrl(options, state, verifier));
    await callback.visited;
  } finally {
    await callback.close();
  }
  return exchangeCode(codeOf(returned), options, verifier, signal);
}

type Returned =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "denied"; readonly reason: string }
  | { readonly kind: "refuse" };

const rightVisit: Visit = { said: text("login_done"), outcome: "done" };
const wrongVisit: Visit = {
  said: text("login_other"),
  outcome: "refuse",
};

/** The state must be ours. The issuer is not compared: there is one server, and its name for itself is not documented. */
function readReturn(query: URLSearchParams, { endpoint, clientId }: LoginOptions, state: string): Returned {
  query.delete("iss");
  try {
    const code = validateAuthResponse({ issuer: endpoint.api }, { client_id: clientId }, query, state).get("code");
    return code ? { kind: "code", code } : { kind: "refuse" };
  } catch (error) {
    if (error instanceof AuthorizationResponseError) {
      return { kind: "denied", reason: error.error_description ?? error.error };
    }
    if (error instanceof OperationProcessingError) return { kind: "refuse" };
    throw error;
  }
}

async function authorizationUrl(options: LoginOptions, state: string, verifier: string): Promise<string> {
  const url = new URL(`${options.endpoint.api}/authorize`);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: options.clientId,
    redirect_uri: options.redirectUri,
    scope: options.scopes.join(" "),
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  }).toString();
  return url.href;
}

function codeOf(returned: Returned): string {
  if (returned.kind === "code") return returned.code;
  const reason = returned.kind === "denied" ? returned.reason : "-";
  throw new UserError("login_denied", text("login_refused", { reason }), text("log_in_as_administrator"));
}

async function exchangeCode(
  code: string,
  { endpoint, clientId, clientSecret, redirectUri }: LoginOptions,
  verifier: string,
  signal: AbortSignal,
): Promise<LoginReply> {
  const grant = {
    grant_type: "authorization_code",
    client_id: clientId,
    client_secret: clientSecret,
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  };
  const reply = await endpoint.ask(grant, signal);
  if (!reply.ok) return reply;
  const { refreshToken } = reply.tokens;
  if (!refreshToken) return { ok: false, failure: withoutRefreshToken };
  const credentials = { clientId, clientSecret, refreshToken };
  return { ok: true, credentials: withTokens(credentials, reply.tokens, endpoint.clock.now()) };
}

const withoutRefreshToken: Failure = {
  kind: "contract",
  sent: true,
  message: text("no_refresh_token"),
};
