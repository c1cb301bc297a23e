import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AccessToken } from "../../../src/webex/auth/access-token.ts";
import type { Credentials } from "../../../src/webex/auth/credentials.ts";
import { credentialsFile } from "../../../src/webex/auth/credentials-file.ts";
import { type RenewingOptions, renewingAccessToken } from "../../../src/webex/auth/renewing-token.ts";
import { openTokenEndpoint } from "../../../src/webex/auth/token-endpoint.ts";
import { type Answering, type AnswerServer, startAnswerServer } from "../support/answer-server.ts";
import { never, systemClock } from "../support/client.ts";

const hourMs = 3_600_000;
const client = { clientId: "id", clientSecret: "the-secret" };

let folder: string;
let path: string;
let server: AnswerServer | undefined;
let nowMs = Date.parse("2026-11-22T02:00:00Z");
const open: AccessToken[] = [];
const clock = { ...systemClock, now: () => nowMs, monotonic: () => nowMs };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "credentials-"));
  path = join(folder, "state", "credentials.json");
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((token) => token.close?.()));
  await server?.close();
  await rm(folder, { recursive: true });
});

/** Grants `access-1`, `refresh-1`, `access-2` and so on; each access token lives one hour. */
function granting(): Answering {
  let count = 0;
  return () => {
    count += 1;
    const tokens = { access_token: `access-${count}`, refresh_token: `refresh-${count}` };
    return { body: { ...tokens, expires_in: 3600, refresh_token_expires_in: 7_776_000 } };
  };
}

async function withEndpoint(answering: Answering) {
  server = await startAnswerServer(answering);
  const { origin, asked } = server;
  function newToken(given?: RenewingOptions["given"], timeoutMs = 5000): AccessToken {
    const endpoint = openTokenEndpoint({ baseUrl: origin, clock, onRequest: () => {}, timeoutMs });
    const token = renewingAccessToken({ store: credentialsFile(path, clock), endpoint, ...(given && { given }) });
    open.push(token);
    return token;
  }
  return { newToken, asked, forms: () => asked.map(({ body }) => new URLSearchParams(String(body))) };
}

async function save(credentials: Partial<Credentials> = {}) {
  await credentialsFile(path, clock).write({ ...client, refreshToken: "refresh-0", ...credentials });
}

async function saved(): Promise<Credentials> {
  return JSON.parse(await readFile(path, "utf8"));
}

describe("an access token", () => {
  it("is asked for once, then used until shortly before it runs out", async () => {
    const { newToken, forms } = await withEndpoint(granting());
    await save();
    const token = newToken();
    expect(await token.current(never)).toEqual({ ok: true, token: "access-1" });
    nowMs += hourMs - 301_000;
    expect(await token.current(never)).toEqual({ ok: true, token: "access-1" });
    nowMs += 2000;
    expect(await token.current(never)).toEqual({ ok: true, token: "access-2" });
    expect(Object.fromEntries(forms()[1] ?? [])).toEqual({
      grant_type: "refresh_token",
      client_id: "id",
      client_secret: "the-secret",
      refresh_token: "refresh-1",
    });
  });

  it("is renewed once for all who are refused at the same time", async () => {
    const { newToken, asked } = await withEndpoint(granting());
    await save();
    const token = newToken();
    await token.current(never);
    const replies = await Promise.all(Array.from({ length: 10 }, () => token.refresh?.("access-1", never)));
    expect(new Set(replies.map((reply) => reply?.ok && reply.token))).toEqual(new Set(["access-2"]));
    expect(asked).toHaveLength(2);
  });

  it("is not renewed for someone who was refused with an older one", async () => {
    const { newToken, asked } = await withEndpoint(granting());
    await save();
    const token = newToken();
    await token.current(never);
    expect(await token.refresh?.("access-0", never)).toEqual({ ok: true, token: "access-1" });
    expect(asked).toHaveLength(1);
  });

  it("that still lives is used on when its renewal fails, and the next try comes a minute later", async () => {
    const grant = granting();
    let isDown = false;
    const { newToken, asked } = await withEndpoint((...request) => (isDown ? { status: 503 } : grant(...request)));
    await save();
    const token = newToken();
    await token.current(never);
    isDown = true;
    nowMs += hourMs - 200_000;
    expect(await token.current(never)).toEqual({ ok: true, token: "access-1" });
    expect(await token.current(never)).toEqual({ ok: true, token: "access-1" });
    expect(asked).toHaveLength(2);
    nowMs += 61_000;
    isDown = false;
    expect(await token.current(never)).toEqual({ ok: true, token: "access-2" });
  });

  it("that cannot be renewed for want of an answer is unavailable, and nothing was sent", async () => {
    const { newToken } = await withEndpoint(() => ({ status: 503 }));
    await save();
    expect(await newToken().current(never)).toMatchObject({ failure: { kind: "unavailable", sent: false } });
  });

  it("that may not be renewed asks for a login, without telling a secret", async () => {
    const body = { message: "refresh token refresh-0 of id with the-secret is not valid" };
    const { newToken } = await withEndpoint(() => ({ status: 400, body }));
    await save();
    const reply = await newToken().current(never);
    expect(reply).toMatchObject({
      failure: { kind: "unauthorized", sent: false, hint: expect.stringContaining("auth login") },
    });
    expect(JSON.stringify(reply)).not.toMatch(/refresh-0|the-secret/);
  });

  it("is waited for no longer than the caller allows, and is saved anyway", async () => {
    const stop = new AbortController();
    const grant = granting();
    const { newToken } = await withEndpoint((...request) => {
      stop.abort(new Error("stopped"));
      return grant(...request);
    });
    await save();
    const token = newToken();
    await expect(token.current(stop.signal)).rejects.toThrow("stopped");
    expect(await token.current(never)).toEqual({ ok: true, token: "access-1" });
    expect(await saved()).toMatchObject({ refreshToken: "refresh-1" });
  });
});

describe("saved credentials", () => {
  it("serve two processes with one renewal", async () => {
    const { newToken, asked } = await withEndpoint(granting());
    await save();
    const replies = await Promise.all([newToken().current(never), newToken().current(never)]);
    expect(replies).toEqual([
      { ok: true, token: "access-1" },
      { ok: true, token: "access-1" },
    ]);
    expect(asked).toHaveLength(1);
  });

  it("of another process's renewal are taken over after a refusal", async () => {
    const { newToken, asked } = await withEndpoint(granting());
    await save();
    const [ours, theirs] = [newToken(), newToken()];
    await ours.current(never);
    await theirs.refresh?.("access-1", never);
    expect(await ours.refresh?.("access-1", never)).toEqual({ ok: true, token: "access-2" });
    expect(asked).toHaveLength(2);
  });

  it("hold the exchanged refresh token and when each expires, for the owner only, with no other files left behind", async () => {
    const { newToken } = await withEndpoint(granting());
    await save();
    await newToken().current(never);
    expect(await saved()).toEqual({
      ...client,
      refreshToken: "refresh-1",
      accessToken: "access-1",
      renewAt: new Date(nowMs + hourMs - 300_000).toISOString(),
      accessExpiresAt: new Date(nowMs + hourMs).toISOString(),
      refreshExpiresAt: new Date(nowMs + 7_776_000_000).toISOString(),
    });
    const names = await readdir(join(folder, "state"));
    expect(names.sort()).toEqual(["credentials.json", "credentials.json.lock"]);
    const modes = await Promise.all(names.map(async (name) => (await stat(join(folder, "state", name))).mode & 0o777));
    expect(modes).toEqual([0o600, 0o600]);
  });

  it("do not keep a client secret that the settings bring", async () => {
    const { newToken } = await withEndpoint(granting());
    await newToken({ ...client, refreshToken: "from-settings" }).current(never);
    const text = await readFile(path, "utf8");
    expect(text).not.toMatch(/the-secret|from-settings/);
    expect(await newToken({ ...client, refreshToken: "from-settings" }).current(never)).toEqual({
      ok: true,
      token: "access-1",
    });
  });

  it("give way to another refresh token in the settings", async () => {
    const { newToken, forms } = await withEndpoint(granting());
    await newToken({ ...client, refreshToken: "first" }).current(never);
    await newToken({ ...client, refreshToken: "second" }).current(never);
    expect(forms().map((form) => form.get("refresh_token"))).toEqual(["first", "second"]);
  });

  it("that are not there are asked for", async () => {
    const { newToken } = await withEndpoint(granting());
    await expect(newToken().current(never)).rejects.toMatchObject({ code: "no_credentials" });
  });

  it("of another client are not used", async () => {
    const { newToken } = await withEndpoint(granting());
    await save({ clientId: "another" });
    await expect(newToken(client).current(never)).rejects.toMatchObject({ code: "no_credentials" });
  });

  it.skipIf(process.platform === "win32")("that others can read are refused", async () => {
    const { newToken } = await withEndpoint(granting());
    await save();
    await writeFile(join(folder, "open.json"), await readFile(path), { mode: 0o644 });
    path = join(folder, "open.json");
    await expect(newToken().current(never)).rejects.toMatchObject({ code: "credentials_open_to_others" });
  });

  it("that are damaged are refused", async () => {
    const { newToken } = await withEndpoint(granting());
    await save();
    await writeFile(path, '{"clientId":');
    await expect(newToken().current(never)).rejects.toMatchObject({ code: "damaged_credentials" });
  });
});

describe("the lock on saved credentials", () => {
  it("of a process that lives is waited for, and not for ever", async () => {
    const { newToken, asked } = await withEndpoint(granting());
    await save();
    const other = await holdLockElsewhere(`${path}.lock`);
    expect(await newToken(undefined, 50).current(never)).toMatchObject({
      failure: { kind: "unavailable", sent: false },
    });
    expect(asked).toHaveLength(0);
    other.kill("SIGKILL");
  });

  it("of a killed process does not block others", async () => {
    const { newToken } = await withEndpoint(granting());
    await save();
    const other = await holdLockElsewhere(`${path}.lock`);
    const exited = new Promise((resolve) => other.once("exit", resolve));
    other.kill("SIGKILL");
    await exited;
    expect(await newToken().current(never)).toEqual({ ok: true, token: "access-1" });
  });
});

/** Another process that holds the lock until it is killed. */
async function holdLockElsewhere(lockPath: string) {
  const script = `
    const Libsql = require("libsql");
    new Libsql(process.argv[1]).exec("BEGIN EXCLUSIVE");
    console.log("held");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["-e", script, lockPath], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child;
}
