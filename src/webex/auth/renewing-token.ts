/** An access token that renews itself: before it runs out, and when Webex refuses it. Renewals are shared, saved before use, and made by one process at a time. */

import type { Failure } from "../../model/outcome.ts";
import { text } from "../../model/words/text.ts";
import type { AccessToken, TokenReply } from "./access-token.ts";
import {
  aliveToken,
  type Credentials,
  chooseCredentials,
  freshToken,
  type GivenCredentials,
  type UsableCredentials,
  withoutClientSecret,
  withTokens,
} from "./credentials.ts";
import type { CredentialsStore } from "./credentials-file.ts";
import type { TokenEndpoint } from "./token-endpoint.ts";

export type RenewingOptions = {
  readonly store: CredentialsStore;
  readonly endpoint: TokenEndpoint;
  readonly given?: GivenCredentials;
};

/** Never aborted: the endpoint has a time limit of its own. */
const toItsEnd = new AbortController().signal;

/** After a renewal that failed while the token is still good, the next one is tried so much later. */
const untilNextTryMs = 60_000;

/** The token of an integration or service app. Its use throws `UserError` (`no_credentials`) when nothing is given or saved. */
export function renewingAccessToken({ store, endpoint, given }: RenewingOptions): AccessToken {
  const { clock } = endpoint;
  let held: Credentials | undefined;
  let renewal: Promise<TokenReply> | undefined;
  let notBeforeMs = Number.NEGATIVE_INFINITY;

  /**
   * Runs to its end even if the caller gives up waiting: a refresh token that was granted must be saved.
   * Joins a renewal under way, whose caller may have been refused with another token or with none.
   */
  function renew(rejected?: string): Promise<TokenReply> {
    const alone = () => renewAlone(rejected);
    renewal ??= withinPatience(store, alone, 2 * endpoint.timeoutMs).finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  async function renewAlone(rejected: string | undefined): Promise<TokenReply> {
    const saved = await store.read();
    const known = chooseCredentials(saved, given);
    const token = freshToken(known, clock.now());
    held = known;
    if (token && token !== rejected) return { ok: true, token };
    const reply = await endpoint.ask(grantOf(known), toItsEnd);
    if (!reply.ok) return reply;
    held = withTokens(known, reply.tokens, clock.now());
    await store.write(saved?.clientSecret ? held : withoutClientSecret(held));
    return { ok: true, token: reply.tokens.accessToken };
  }

  async function renewInTime(alive: string, signal: AbortSignal): Promise<TokenReply> {
    const reply = await unlessAborted(renew, signal);
    if (reply.ok || reply.failure.kind === "unauthorized") return reply;
    notBeforeMs = clock.monotonic() + untilNextTryMs;
    return { ok: true, token: alive };
  }

  return {
    async current(signal) {
      const nowMs = clock.now();
      const token = aliveToken(held, nowMs);
      if (!token) return unlessAborted(renew, signal);
      const isGood = freshToken(held, nowMs) !== undefined || clock.monotonic() < notBeforeMs;
      return isGood ? { ok: true, token } : renewInTime(token, signal);
    },
    async refresh(rejected, signal) {
      const token = aliveToken(held, clock.now());
      if (token && token !== rejected) return { ok: true, token };
      const reply = await unlessAborted(() => renew(rejected), signal);
      const isStale = reply.ok && reply.token === rejected;
      return isStale ? unlessAborted(() => renew(rejected), signal) : reply;
    },
    close: () => endpoint.close(),
  };
}

function grantOf({ clientId, clientSecret, refreshToken }: UsableCredentials) {
  return {
    grant_type: "refresh_token",
    client_id: clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
  };
}

/** Alone among processes, or a failure when another one keeps the lock for so long. */
async function withinPatience(
  store: CredentialsStore,
  renewAlone: () => Promise<TokenReply>,
  patienceMs: number,
): Promise<TokenReply> {
  const patience = AbortSignal.timeout(patienceMs);
  try {
    return await store.exclusively(renewAlone, patience);
  } catch (error) {
    if (!patience.aborted || error !== patience.reason) throw error;
    return { ok: false, failure: lockedOut };
  }
}

const lockedOut: Failure = {
  kind: "unavailable",
  sent: false,
  message: text("renewal_blocked"),
};

/** Waits no longer than the caller wants to; what was started goes on. */
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
