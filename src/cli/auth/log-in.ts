/** The login on the terminal: asks for what is not set, shows the address to open, saves what comes back. */

import { UserError } from "../../model/user-error.ts";
import { type Text, text, voiceOf } from "../../model/words/text.ts";
import { savedCredentials } from "../../webex/auth/choose-access.ts";
import { type LoginReply, login } from "../../webex/auth/login.ts";
import { allScopes } from "../../webex/auth/scopes.ts";
import { openTokenEndpoint, type TokenEndpoint } from "../../webex/auth/token-endpoint.ts";
import { defaultBaseUrl } from "../../webex/http/base-url.ts";
import { askFor } from "../ask.ts";
import { accessSettings, type CommandContext, proxySettings } from "../command-context.ts";

export type LoginFlags = { readonly baseUrl?: string; readonly redirectUri: string };

/** For the person to find the browser, the password and the second factor. */
const patienceMs = 10 * 60_000;
const requestTimeoutMs = 60_000;

/** Saves the credentials of the person who logs in. Throws UserError when they say no, or do not come. */
export async function logIn(flags: LoginFlags, context: CommandContext): Promise<void> {
  const { settings, streams, clock, language } = context;
  const say = voiceOf(language);
  const endpoint = openTokenEndpoint({
    baseUrl: flags.baseUrl ?? defaultBaseUrl,
    clock,
    onRequest: () => undefined,
    timeoutMs: requestTimeoutMs,
    proxy: proxySettings(settings),
  });
  try {
    const reply = await comeBack(endpoint, flags, context);
    if (!reply.ok) throw new UserError("login_failed", text("login_failed", { reason: reply.failure.message }));
    const store = savedCredentials(accessSettings(settings), context);
    await store.exclusively(() => store.write(reply.credentials), context.signals.abort);
  } finally {
    await endpoint.close();
  }
  streams.err.write(`${say("logged_in", { file: settings.credentials.value })}\n`);
  for (const name of ["accessToken", "refreshToken"] as const) {
    if (settings[name]) streams.err.write(`${say("used_instead_of_login", { from: settings[name].from })}\n`);
  }
}

async function comeBack(
  endpoint: TokenEndpoint,
  { redirectUri }: LoginFlags,
  context: CommandContext,
): Promise<LoginReply> {
  const { settings, streams, signals, language } = context;
  const say = voiceOf(language);
  const clientId = settings.clientId?.value ?? (await askOrStop(context, say("ask_client_id"), false));
  const clientSecret = settings.clientSecret?.value ?? (await askOrStop(context, say("ask_client_secret"), true));
  const onUrl = (url: string) => void streams.err.write(`${say("open_login_address")}\n\n${url}\n\n`);
  const patience = AbortSignal.timeout(patienceMs);
  const signal = AbortSignal.any([signals.stop, patience]);
  try {
    return await login({ endpoint, clientId, clientSecret, scopes: allScopes(), redirectUri, onUrl, language }, signal);
  } catch (error) {
    if (!signal.aborted || error instanceof UserError) throw error;
    throw notLoggedIn(patience.aborted ? text("nobody_came_back") : text("was_interrupted"));
  }
}

/** Throws UserError where there is no terminal, and when the person stops instead. */
async function askOrStop(context: CommandContext, question: string, isSecret: boolean): Promise<string> {
  if (!context.input.isTTY) throw new UserError("no_client", text("no_client"), text("set_client"));
  const answer = await askFor(context, `${question} `, isSecret);
  if (answer === undefined) throw notLoggedIn(text("was_interrupted"));
  return answer;
}

function notLoggedIn(reason: Text): UserError {
  return new UserError("login_failed", text("login_failed", { reason }), text("login_again"));
}

export async function logOut(context: CommandContext): Promise<void> {
  const { settings, signals, streams, language } = context;
  const say = voiceOf(language);
  const store = savedCredentials(accessSettings(settings), context);
  await store.exclusively(() => store.remove(), signals.stop);
  streams.err.write(`${say("logged_out", { file: settings.credentials.value })}\n`);
  for (const name of ["accessToken", "refreshToken"] as const) {
    if (settings[name]) streams.err.write(`${say("still_used", { from: settings[name].from })}\n`);
  }
}
