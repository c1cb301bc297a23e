/** An access token that renews itself: before it runs out, and when Webex refuses it. Renewals are shared, saved before use, and made by one process at a time. */
import { createHash } from "node:crypto";
import type { Failure } from "../model/outcome.ts";
import type { Clock } from "../model/ports.ts";
import { UserError } from "../model/user-error.ts";
import type { AccessToken, TokenReply } from "./access-token.ts";
import type { Credentials, CredentialsStore } from "./credentials-file.ts";
import type { GrantedTokens, TokenEndpoint } from "./token-endpoint.ts";

export type RenewingOptions = {
  readonly store: CredentialsStore;
  readonly endpoint: TokenEndpoint;
  /** From the settings, where they are there. A refresh token given there wins over a saved one that does not descend from it. */
  readonly given?: { readonly clientId: string; readonly clientSecret: string; readonly refreshToken?: string };
};

type Usable = Credentials & { readonly clientSecret: string };

/** Never aborted: the endpoint has a time limit of its own. */
const toItsEnd = new AbortController().signal;

/** After a renewal that failed while the token is still good, the next one is tried so much later. */
const untilNextTryMs = 60_000;

/** The token of an integration or service app. Its use throws `UserError` (`no_credentials`) when nothing is given or saved. */
export function renewingAccessToken({ store, endpoint, given }: RenewingOptions): AccessToken {
  const { clock } = endpoint;
  let held: Credentials | undefined;
  let renewal: Promise<TokenReply> | undefined;
  let notBeforeMs = 0;

  /** Runs to its end whoever gives up waiting: a refresh token that was granted must be saved. */
  function renew(rejected?: string): Promise<TokenReply> {
    renewal ??= renewExclusively(rejected).finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  async function renewExclusively(rejected: string | undefined): Promise<TokenReply> {
    const patience = AbortSignal.timeout(2 * endpoint.timeoutMs);
    try {
      return await store.exclusively(() => renewAlone(rejected), patience);
    } catch (error) {
      if (!patience.aborted || error !== patience.reason) throw error;
      return { ok: false, failure: lockedOut };
    }
  }

  async function renewAlone(rejected: string | undefined): Promise<TokenReply> {
    const known = choose(await store.read(), given);
    held = known;
    if (known.accessToken && known.accessToken !== rejected && isFresh(known, clock)) {
      return { ok: true, token: known.accessToken };
    }
    const reply = await endpoint.ask(grantOf(known), toItsEnd);
    if (!reply.ok) return reply;
    held = withTokens(known, reply.tokens, clock.now());
    await store.write(given ? withoutClientSecret(held) : held);
    return { ok: true, token: reply.tokens.accessToken };
  }

  async function renewInTime(alive: string, signal: AbortSignal): Promise<TokenReply> {
    const reply = await unlessAborted(renew, signal);
    if (reply.ok || reply.failure.kind === "unauthorized") return reply;
    notBeforeMs = clock.now() + untilNextTryMs;
    return { ok: true, token: alive };
  }

  return {
    async current(signal) {
      const alive = held && isAlive(held, clock) ? held.accessToken : undefined;
      if (!held || !alive) return unlessAborted(renew, signal);
      if (isFresh(held, clock) || clock.now() < notBeforeMs) return { ok: true, token: alive };
      return renewInTime(alive, signal);
    },
    async refresh(rejected, signal) {
      const alive = held && isAlive(held, clock) ? held.accessToken : undefined;
      if (alive && alive !== rejected) return { ok: true, token: alive };
      return unlessAborted(() => renew(rejected), signal);
    },
    close: () => endpoint.close(),
  };
}

const lockedOut: Failure = {
  kind: "unavailable",
  sent: false,
  message: "Another process has been renewing the access token for too long.",
};

/** Saved credentials, unless the settings bring a refresh token that they do not descend from. */
function choose(saved: Credentials | undefined, given: RenewingOptions["given"]): Usable {
  const clientSecret = given?.clientSecret ?? saved?.clientSecret;
  const grantedBy = given?.refreshToken && createHash("sha256").update(given.refreshToken).digest("hex");
  const isOurs = !given || (saved?.clientId === given.clientId && (!grantedBy || saved.grantedBy === grantedBy));
  if (saved && clientSecret && isOurs) return { ...saved, clientSecret };
  if (given?.refreshToken && grantedBy) return { ...given, refreshToken: given.refreshToken, grantedBy };
  throw new UserError(
    "no_credentials",
    "There is no access to Webex yet: neither a token nor the credentials of this integration are known.",
    "Set WEBEX_ACCESS_TOKEN, or say: wholesale-import auth login.",
  );
}

function withoutClientSecret({ clientSecret, ...credentials }: Credentials): Credentials {
  return credentials;
}

function grantOf({ clientId, clientSecret, refreshToken }: Usable) {
  return {
    grant_type: "refresh_token",
    client_id: clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
  };
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

/** Seconds before the end at which a token is renewed: enough for a request that waits, and never most of a short life. */
function marginOf(expiresIn: number): number {
  return Math.min(300, expiresIn / 10);
}

function isoAfter(nowMs: number, seconds: number): string {
  return new Date(nowMs + seconds * 1000).toISOString();
}

function isFresh({ renewAt }: Credentials, clock: Clock): boolean {
  return renewAt !== undefined && clock.now() < Date.parse(renewAt);
}

function isAlive({ accessExpiresAt }: Credentials, clock: Clock): boolean {
  return accessExpiresAt !== undefined && clock.now() < Date.parse(accessExpiresAt);
}

/** Waits no longer than the caller wants to; the renewal itself goes on. */
async function unlessAborted<T>(start: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const stop = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { signal: stop.signal });
  });
  try {
    return await Promise.race([start(), aborted]);
  } finally {
    stop.abort();
  }
}
