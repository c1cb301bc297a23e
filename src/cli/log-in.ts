/** The login on the terminal: asks for what is not set, shows the address to open, saves what comes back. */
import type { Interface } from "node:readline/promises";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { UserError } from "../model/user-error.ts";
import { defaultBaseUrl } from "../webex/base-url.ts";
import { savedCredentials } from "../webex/choose-access.ts";
import { type LoginReply, login } from "../webex/login.ts";
import { allScopes } from "../webex/scopes.ts";
import { openTokenEndpoint, type TokenEndpoint } from "../webex/token-endpoint.ts";
import { accessSettings, type CommandContext, proxySettings } from "./command-context.ts";

export type LoginFlags = { readonly baseUrl?: string; readonly redirectUri: string };

/** For the person to find the browser, the password and the second factor. */
const patienceMs = 10 * 60_000;
const requestTimeoutMs = 60_000;

/** Saves the credentials of the person who logs in. Throws UserError when they say no, or do not come. */
export async function logIn(flags: LoginFlags, context: CommandContext): Promise<void> {
  const { settings, streams, clock } = context;
  const endpoint = openTokenEndpoint({
    baseUrl: flags.baseUrl ?? defaultBaseUrl,
    clock,
    onRequest: () => undefined,
    timeoutMs: requestTimeoutMs,
    proxy: proxySettings(settings),
  });
  try {
    const reply = await comeBack(endpoint, flags, context);
    if (!reply.ok) throw new UserError("login_failed", `The login did not succeed: ${reply.failure.message}`);
    const store = savedCredentials(accessSettings(settings), context);
    await store.exclusively(() => store.write(reply.credentials), context.signals.abort);
  } finally {
    await endpoint.close();
  }
  streams.err.write(`logged in; the access is saved in ${settings.credentials.value}, for this user alone\n`);
  for (const name of ["accessToken", "refreshToken"] as const) {
    if (settings[name]) streams.err.write(`take ${settings[name].from} away: it is used instead of the login\n`);
  }
}

async function comeBack(
  endpoint: TokenEndpoint,
  { redirectUri }: LoginFlags,
  context: CommandContext,
): Promise<LoginReply> {
  const { settings, streams, signals } = context;
  const clientId = settings.clientId?.value ?? (await askFor(context, "Client ID of the integration: ", false));
  const clientSecret = settings.clientSecret?.value ?? (await askFor(context, "Its client secret: ", true));
  const onUrl = (url: string) =>
    void streams.err.write(`Open this address in a browser, and log in as a partner full administrator:\n\n${url}\n\n`);
  const patience = AbortSignal.timeout(patienceMs);
  const signal = AbortSignal.any([signals.stop, patience]);
  try {
    return await login({ endpoint, clientId, clientSecret, scopes: allScopes(), redirectUri, onUrl }, signal);
  } catch (error) {
    if (!signal.aborted || error instanceof UserError) throw error;
    const reason = patience.aborted ? "nobody came back from the browser in time" : "it was interrupted";
    throw new UserError(
      "login_failed",
      `The login did not succeed: ${reason}.`,
      "Try again: wholesale-import auth login.",
    );
  }
}

/** Asks on the terminal; what is typed as a secret is not shown. Throws UserError where there is none. */
async function askFor(
  { input, streams, signals }: CommandContext,
  question: string,
  isSecret: boolean,
): Promise<string> {
  if (!input.isTTY)
    throw new UserError(
      "no_client",
      "The client ID and secret of an integration are needed to log in, and there is no terminal to ask on.",
      "Set WEBEX_CLIENT_ID and WEBEX_CLIENT_SECRET; how to make an integration: wholesale-import auth login --help.",
    );
  streams.err.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = isSecret ? silent : streams.err;
  const terminal: Interface = createInterface({ input, output, terminal: true });
  try {
    return (await terminal.question("", { signal: signals.stop })).trim();
  } finally {
    terminal.close();
    if (isSecret) streams.err.write("\n");
  }
}
