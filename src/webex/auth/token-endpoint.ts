/** The one request that is not made with a token but for one: POST /access_token. Keeps nothing. */

import { z } from "zod";
import type { Failure } from "../../model/outcome.ts";
import type { Clock, RequestRecord } from "../../model/ports.ts";
import { text } from "../../model/words/text.ts";
import type { Exchanged } from "../http/answer.ts";
import { resolveBases } from "../http/base-url.ts";
import { createDispatcher, type ProxySettings } from "../http/dispatcher.ts";
import { type ExchangePorts, exchange, openGate } from "../http/exchange.ts";
import { withoutSecrets } from "../http/secrets.ts";
import { optionalText } from "../http/wire.ts";

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

/** The endpoint of an API. Throws `UserError` for a base URL that no secret may be sent to. */
export function openTokenEndpoint(options: TokenEndpointOptions): TokenEndpoint {
  const { api } = resolveBases(options.baseUrl);
  const dispatcher = createDispatcher(api, options.proxy);
  const ports = { ...options, dispatcher, gate: openGate }; // the governor counts requests of a token; this one has none
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

/** `sent` is about the request that waits for the token: it has not been sent. */
function failureOf({ answer, failure }: Exchanged): Failure {
  if (!failure) {
    const message = text("token_answer_not_understood");
    return { kind: "contract", sent: false, message, ...(answer && { status: answer.status }) };
  }
  if (failure.kind !== "rejected" && failure.kind !== "unauthorized") return { ...failure, sent: false };
  return {
    ...failure,
    kind: "unauthorized",
    sent: false,
    message: text("no_new_token", { reason: failure.message }),
    hint: text("refresh_token_expired"),
  };
}
