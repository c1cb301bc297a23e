import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemClock } from "../../src/system-clock.ts";
import { credentialsFile } from "../../src/webex/auth/credentials-file.ts";
import { login } from "../../src/webex/auth/login.ts";
import { renewingAccessToken } from "../../src/webex/auth/renewing-token.ts";
import { openTokenEndpoint } from "../../src/webex/auth/token-endpoint.ts";
import { getMe } from "../../src/webex/resources/me.wire.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { clientOf, never } from "../webex/support/client.ts";

describe("a fault of the simulator", () => {
  it.each([
    ["503", { kind: "unavailable", sent: true, status: 503 }],
    ["429", { kind: "throttled", sent: false, retryAfterMs: expect.any(Number) }],
    ["reset", { kind: "unavailable", sent: true }],
    ["lost", { kind: "unavailable", sent: true }],
    ["timeout", { kind: "unavailable", sent: true, message: expect.stringContaining("within 0.1 s") }],
    ["garbage", { kind: "contract", sent: true, status: 200 }],
  ])("reports %s as what it is", async (fault, failure) => {
    const webex = await simulateWebex();
    const { http } = clientOf(webex.origin, fault === "timeout" ? { timeoutMs: 100 } : {});
    onTestFinished(() => http.close());
    await webex.turnKnobs({ faults: [`GET /people/me=${fault}`] });
    expect(await getMe(http, never)).toMatchObject({ ok: false, failure });
  });
});

describe("access to the simulator with tokens that die", () => {
  async function integration() {
    const folder = await mkdtemp(join(tmpdir(), "credentials-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const webex = await simulateWebex({ tokenLifetimeMs: 60_000 });
    const options = { baseUrl: `${webex.origin}/v1`, clock: systemClock, onRequest: () => {}, timeoutMs: 5000 };
    const store = credentialsFile(join(folder, "credentials.json"), systemClock);
    return { webex, store, endpoint: openTokenEndpoint(options) };
  }

  it("is had by logging in, and kept by renewing", async () => {
    const { webex, store, endpoint } = await integration();
    const redirectUri = `http://127.0.0.1:${await freePort()}/callback`;
    const client = { clientId: "id", clientSecret: "secret", scopes: ["spark:people_read"], redirectUri };
    const onUrl = (url: string) => void fetch(url);
    const reply = await login({ ...client, endpoint, onUrl, language: "en" }, never);
    expect(reply).toMatchObject({ ok: true });
    if (!reply.ok) return;
    await store.write({ ...reply.credentials, accessToken: "refused", renewAt: reply.credentials.accessExpiresAt });
    const { http, records } = clientOf(webex.origin, { accessToken: renewingAccessToken({ store, endpoint }) });
    onTestFinished(() => http.close());
    expect(await getMe(http, never)).toMatchObject({ ok: true });
    expect(records.map(({ status }) => status)).toEqual([401, 200]);
    expect((await store.read())?.refreshToken).not.toBe(reply.credentials.refreshToken);
  });
});

/** A port that was free a moment ago. */
async function freePort(): Promise<string> {
  const webex = await simulateWebex();
  await webex.close();
  return new URL(webex.origin).port;
}
