import { createHash } from "node:crypto";
import { request as rawRequest } from "node:http";
import { request } from "undici";
import { afterEach, describe, expect, it } from "vitest";
import { type LoginReply, login } from "../../../src/webex/auth/login.ts";
import { allScopes, missingScopes } from "../../../src/webex/auth/scopes.ts";
import { openTokenEndpoint, type TokenEndpoint } from "../../../src/webex/auth/token-endpoint.ts";
import { type Answering, type AnswerServer, startAnswerServer } from "../support/answer-server.ts";
import { never, systemClock } from "../support/client.ts";
import { startRawServer } from "../support/raw-server.ts";

let server: AnswerServer | undefined;
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

function endpointAt(baseUrl: string): TokenEndpoint {
  const endpoint = openTokenEndpoint({ baseUrl, clock: systemClock, onRequest: () => {}, timeoutMs: 5000 });
  opened.push(endpoint);
  return endpoint;
}

const granted: Answering = () => ({
  body: { access_token: "access", expires_in: 3600, refresh_token: "refresh", scope: "spark:people_read a:b" },
});

type Begun = { readonly url: URL; readonly redirectUri: string; readonly reply: Promise<LoginReply> };

/** A login that waits for its visitor. */
async function begin(answering: Answering = granted, signal = never): Promise<Begun> {
  server = await startAnswerServer(answering);
  opened.push(server);
  const endpoint = endpointAt(server.origin);
  const redirectUri = `${await freeOrigin()}/callback`;
  const client = { clientId: "id", clientSecret: "the-secret", scopes: ["spark:people_read", "a:b"], redirectUri };
  let onUrl: (url: string) => void = () => {};
  const shown = new Promise<string>((resolve) => {
    onUrl = resolve;
  });
  const reply = login({ ...client, endpoint, onUrl, language: "en" }, signal);
  reply.catch(() => {});
  return { url: new URL(await shown), redirectUri, reply };
}

/** What the browser does when Webex sends it back. */
function visit({ redirectUri, url }: Begun, answer: Record<string, string>, init?: RequestInit) {
  const query = new URLSearchParams({ state: url.searchParams.get("state") ?? "", ...answer });
  return fetch(`${redirectUri}?${query}`, init);
}

/** The answer to a request for exactly this path, as no client would spell it. */
function statusOf({ redirectUri }: Begun, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(redirectUri);
  return new Promise((resolve, reject) => {
    const asked = rawRequest({ hostname, port, path }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    });
    asked.on("error", reject).end();
  });
}

describe("logging in", () => {
  it("asks Webex for a code, bound to this login by state and PKCE", async () => {
    const begun = await begin();
    const { pathname, searchParams } = begun.url;
    expect(pathname).toBe("/authorize");
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: "code",
      client_id: "id",
      redirect_uri: begun.redirectUri,
      scope: "spark:people_read a:b",
      state: expect.stringMatching(/^.{40,}$/),
      code_challenge: expect.stringMatching(/^.{43}$/),
      code_challenge_method: "S256",
    });
    await visit(begun, { code: "the-code" });
    await begun.reply;
    const form = new URLSearchParams(String(server?.asked[0]?.body));
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    expect(challenge).toBe(searchParams.get("code_challenge"));
  });

  it("exchanges the code for credentials that renew themselves", async () => {
    const begun = await begin();
    const page = await visit(begun, { code: "the-code" });
    expect(page.status).toBe(200);
    expect(await begun.reply).toMatchObject({
      ok: true,
      credentials: {
        clientId: "id",
        clientSecret: "the-secret",
        refreshToken: "refresh",
        accessToken: "access",
        scopes: ["spark:people_read", "a:b"],
      },
    });
    expect(Object.fromEntries(new URLSearchParams(String(server?.asked[0]?.body)))).toMatchObject({
      grant_type: "authorization_code",
      code: "the-code",
      redirect_uri: begun.redirectUri,
      client_secret: "the-secret",
    });
  });

  it("continues waiting after a visit with another state, without one, by another path or under another name", async () => {
    const begun = await begin();
    const code = "stolen";
    const strangers = await Promise.all([
      visit(begun, { code, state: "guessed" }),
      fetch(`${begun.redirectUri}?code=${code}`),
      fetch(`${begun.redirectUri}/more?code=${code}`),
      visit(begun, { code }, { method: "POST" }),
    ]);
    expect(strangers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    const state = begun.url.searchParams.get("state");
    const renamed = await request(`${begun.redirectUri}?state=${state}&code=${code}`, {
      headers: { host: "evil.example" },
    });
    expect(renamed.statusCode).toBe(400);
    for (const path of ["//[", "//evil.example:99999/callback", "http://[/callback", "/%E0%A4%A", "*"])
      expect([path, await statusOf(begun, path)]).toEqual([path, 400]);
    expect(server?.asked).toHaveLength(0);
    await visit(begun, { code: "the-code" });
    expect(await begun.reply).toMatchObject({ ok: true });
  });

  it("that the person refuses is reported as Webex says it", async () => {
    const begun = await begin();
    await visit(begun, { error: "access_denied", error_description: "not an administrator" });
    await expect(begun.reply).rejects.toMatchObject({
      code: "login_denied",
      message: "Webex refused the login: not an administrator.",
    });
  });

  it("whose code is refused fails without revealing a secret", async () => {
    const body = { message: "code the-code of the-secret is not valid" };
    const begun = await begin(() => ({ status: 400, body }));
    await visit(begun, { code: "the-code" });
    const reply = await begun.reply;
    expect(reply).toMatchObject({ ok: false, failure: { kind: "unauthorized" } });
    expect(JSON.stringify(reply)).not.toMatch(/the-code|the-secret/);
  });

  it("that gives no refresh token is not taken", async () => {
    const begun = await begin(() => ({ body: { access_token: "access", expires_in: 3600 } }));
    await visit(begun, { code: "the-code" });
    expect(await begun.reply).toMatchObject({ ok: false, failure: { kind: "contract" } });
  });

  it("ends when nobody logs in in time, and closes its page", async () => {
    const stop = new AbortController();
    const begun = await begin(granted, stop.signal);
    stop.abort(new Error("too late"));
    await expect(begun.reply).rejects.toThrow("too late");
    await expect(fetch(begun.redirectUri)).rejects.toThrow();
  });

  it.each(["https://127.0.0.1:8484/callback", "http://example.com:8484/callback", "http://127.0.0.1/callback", "x"])(
    "does not come back to %s",
    async (redirectUri) => {
      const endpoint = endpointAt("https://webexapis.com/v1");
      const client = { clientId: "id", clientSecret: "s", scopes: [], redirectUri, onUrl: () => {} };
      await expect(login({ ...client, endpoint, language: "en" }, never)).rejects.toMatchObject({
        code: "bad_redirect_uri",
      });
    },
  );

  it("says when the port of the redirect URI is taken", async () => {
    const taken = await startRawServer(() => {});
    opened.push(taken);
    const endpoint = endpointAt(taken.origin);
    const client = { clientId: "id", clientSecret: "s", scopes: [], redirectUri: `${taken.origin}/callback` };
    const begun = login({ ...client, endpoint, onUrl: () => {}, language: "en" }, never);
    await expect(begun).rejects.toMatchObject({ code: "port_taken" });
  });
});

describe("scopes", () => {
  it("that are all granted leave no step without", () => {
    expect(missingScopes(allScopes())).toEqual([]);
  });

  it("for removing an organization are reported with the deletion of whole organizations, once", () => {
    const granted = allScopes().filter((scope) => scope !== "spark-admin:organizations_write");
    expect(missingScopes(granted)).toEqual([
      { step: "deleting whole organizations", scopes: ["spark-admin:organizations_write"] },
    ]);
  });

  it("that are missing are reported with each step that needs them", () => {
    const granted = allScopes().filter((scope) => scope !== "spark-admin:telephony_config_write");
    expect(missingScopes(granted)).toEqual([
      { step: "locations", scopes: ["spark-admin:telephony_config_write"] },
      { step: "numbers and extensions", scopes: ["spark-admin:telephony_config_write"] },
      { step: "moves of users to another location", scopes: ["spark-admin:telephony_config_write"] },
    ]);
  });
});

/** The origin of a port that was free a moment ago. */
async function freeOrigin(): Promise<string> {
  const free = await startRawServer(() => {});
  await free.close();
  return free.origin;
}
