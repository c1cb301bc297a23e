import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openTalk, type Talk } from "./support/talk.ts";

const form = { "content-type": "application/x-www-form-urlencoded", authorization: "" };
const redirectUri = "http://127.0.0.1:9999/callback";
const verifier = "a-verifier-that-is-long-enough-for-everybody-who-counts";
const challenge = createHash("sha256").update(verifier).digest("base64url");

function exchange({ ask }: Talk, fields: Record<string, string>) {
  return ask("POST", "/access_token", new URLSearchParams(fields).toString(), form);
}

/** What the browser is sent back with. */
async function authorize({ ask }: Talk, over: Record<string, string> = {}) {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: "client",
    redirect_uri: redirectUri,
    state: "abc",
    scope: "spark:all",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...over,
  });
  const { status, headers } = await ask("GET", `/authorize?${query}`, undefined, { authorization: "" });
  expect(status).toBe(302);
  return new URL(String(headers.location)).searchParams;
}

function codeRequest(code: string, over: Record<string, string> = {}) {
  return {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    client_id: "client",
    code_verifier: verifier,
    ...over,
  };
}

describe("refresh tokens", () => {
  it("are good once, and give the next one", async () => {
    const talk = await openTalk({ tokenLifetimeMs: 60_000 });
    const first = await talk.send("POST", "/simulator/scenario", { kind: "issue_tokens", clientId: "client" });
    const fields = {
      grant_type: "refresh_token",
      client_id: "client",
      client_secret: "s",
      refresh_token: first.refresh_token,
    };
    const second = await exchange(talk, fields);
    expect(second).toMatchObject({ status: 200, body: { expires_in: 60, token_type: "Bearer" } });
    expect((await exchange(talk, fields)).status).toBe(400);
    expect((await exchange(talk, { ...fields, refresh_token: second.body.refresh_token })).status).toBe(200);
  });

  it("belong to their client", async () => {
    const talk = await openTalk();
    const { refresh_token } = await talk.send("POST", "/simulator/scenario", {
      kind: "issue_tokens",
      clientId: "client",
    });
    expect((await exchange(talk, { grant_type: "refresh_token", client_id: "other", refresh_token })).status).toBe(400);
  });

  it("come in a form, with a grant that is known", async () => {
    const talk = await openTalk();
    expect((await exchange(talk, { grant_type: "password", client_id: "client" })).status).toBe(400);
    expect((await talk.ask("POST", "/access_token", { grant_type: "refresh_token" })).status).toBe(415);
  });
});

describe("access tokens", () => {
  it("are checked when the simulator issues them, and run out", async () => {
    const { ask, send, clock } = await openTalk({ tokenLifetimeMs: 60_000 });
    const { access_token } = await send("POST", "/simulator/scenario", { kind: "issue_tokens", clientId: "client" });
    const me = (token: string) => ask("GET", "/people/me", undefined, { authorization: `Bearer ${token}` });
    expect((await me("any")).status).toBe(401);
    expect((await me(access_token)).status).toBe(200);
    clock.advance(60_000);
    expect((await me(access_token)).status).toBe(401);
  });
});

describe("logging in", () => {
  it("comes back with code and state, and the code gives tokens once", async () => {
    const talk = await openTalk();
    const back = await authorize(talk);
    expect(back.get("state")).toBe("abc");
    const fields = codeRequest(back.get("code") ?? "");
    expect(await exchange(talk, fields)).toMatchObject({ status: 200, body: { refresh_token: expect.any(String) } });
    expect((await exchange(talk, fields)).status).toBe(400);
  });

  it.each([
    ["another verifier", { code_verifier: "another" }],
    ["another address", { redirect_uri: "http://127.0.0.1:1/" }],
    ["another client", { client_id: "other" }],
    ["another code", { code: "another" }],
  ])("refuses %s", async (_what, over) => {
    const talk = await openTalk();
    const code = (await authorize(talk)).get("code") ?? "";
    expect((await exchange(talk, codeRequest(code, over))).status).toBe(400);
  });

  it("refuses a request without state, and a challenge that is not hashed", async () => {
    const { ask } = await openTalk();
    const good = { response_type: "code", client_id: "client", redirect_uri: redirectUri, state: "abc" };
    const status = async (over: Record<string, string>) =>
      (await ask("GET", `/authorize?${new URLSearchParams({ ...good, ...over })}`)).status;
    expect(await status({})).toBe(302);
    expect(await status({ state: "" })).toBe(400);
    expect(await status({ code_challenge: "x", code_challenge_method: "plain" })).toBe(400);
  });
});
