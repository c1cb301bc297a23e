/** The one request that is not made with a token but for one: POST /access_token. Keeps nothing. */
import { z } from "zod";
import type { Failure } from "../model/outcome.ts";
import type { Clock, Gate, RequestRecord } from "../model/ports.ts";
import type { Exchanged } from "./answer.ts";
import { resolveBases } from "./base-url.ts";
import { createDispatcher, type ProxySettings } from "./dispatcher.ts";
import { type ExchangePorts, exchange } from "./exchange.ts";
import { withoutSecrets } from "./secrets.ts";
import { optionalText } from "./wire.ts";

export type TokenEndpointOptions = {
  readonly baseUrl: string;
  readonly proxy?: ProxySettings;
  readonly clock: Clock;
  readonly onRequest: (record: RequestRecord) => void;
  readonly timeoutMs: number;
};

export type TokenEndpoint = {
  /** Base URL of the API, without a slash at its end. */
  readonly api: string;
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** Asks for tokens. A refusal (4xx) is `unauthorized`: only a person can put it right, by logging in again. */
  ask(grant: Grant, signal: AbortSignal): Promise<GrantReply>;
  /** Closes its connections. */
  close(): Promise<void>;
};

/** Form fields, among them secrets: `refresh_token` or `code`, `client_secret`. */
export type Grant = Readonly<Record<string, string>>;

const tokensSchema = z
  .object({
    access_token: z.string(),
    expires_in: z.number().positive(),
    refresh_token: z.string().nullish(),
    refresh_token_expires_in: z.number().positive().nullish(),
    scope: optionalText,
  })
  .transform((answer) => ({
    accessToken: answer.access_token,
    /** Seconds from now. */
    expiresIn: answer.expires_in,
    refreshToken: answer.refresh_token ?? undefined,
    refreshExpiresIn: answer.refresh_token_expires_in ?? undefined,
    /** What was granted; not every answer says so. */
    scopes: answer.scope?.split(/\s+/),
  }));
export type GrantedTokens = z.infer<typeof tokensSchema>;

export type GrantReply =
  | { readonly ok: true; readonly tokens: GrantedTokens }
  | { readonly ok: false; readonly failure: Failure };

/** The governor counts requests of a token; this one has none. */
const ungoverned: Gate = { enter: async () => {}, leave: () => {} };

/** The endpoint of an API. Throws `UserError` for a base URL that no secret may be sent to. */
export function openTokenEndpoint(options: TokenEndpointOptions): TokenEndpoint {
  const { api } = resolveBases(options.baseUrl);
  const dispatcher = createDispatcher(api, options.proxy);
  const ports = { ...options, dispatcher, gate: ungoverned };
  return {
    api,
    timeoutMs: options.timeoutMs,
    clock: options.clock,
    ask: (grant, signal) => askForTokens(`${api}/access_token`, grant, ports, signal),
    close: () => dispatcher.close(),
  };
}

async function askForTokens(url: string, grant: Grant, ports: ExchangePorts, signal: AbortSignal): Promise<GrantReply> {
  const outgoing = {
    method: "POST",
    url: new URL(url),
    route: "/access_token",
    headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(grant).toString(),
    orgId: undefined,
  } as const;
  const exchanged = await exchange(outgoing, ports, signal);
  const read = exchanged.failure ? undefined : tokensSchema.safeParse(exchanged.answer?.json);
  if (read?.success) return { ok: true, tokens: read.data };
  return { ok: false, failure: withoutSecrets(failureOf(exchanged), secretsOf(grant)) };
}

/** `grant_type` and the like are no secrets, and may stand in any message. */
function secretsOf(grant: Grant): readonly string[] {
  return ["client_secret", "refresh_token", "code", "code_verifier"].flatMap((name) => grant[name] ?? []);
}

/** `sent` tells of the request that waits for the token: that has not left. */
function failureOf({ answer, failure }: Exchanged): Failure {
  if (!failure) {
    const message = "Webex answered the request for a token with something that we do not understand.";
    return { kind: "contract", sent: false, message, ...(answer && { status: answer.status }) };
  }
  if (failure.kind !== "rejected" && failure.kind !== "unauthorized") return { ...failure, sent: false };
  return {
    ...failure,
    kind: "unauthorized",
    sent: false,
    message: `Webex gives no new access token: ${failure.message}`,
    hint: "The refresh token has run out or was revoked, or client id and secret do not belong to it: wholesale-import auth login.",
  };
}
