import { randomInt } from "node:crypto";
import { once } from "node:events";
import { access, chmod, stat } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../support/run-here.ts";
import { startProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const client = { WEBEX_CLIENT_ID: "the-client", WEBEX_CLIENT_SECRET: "the-client-secret" };

async function partner() {
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex({ tokenLifetimeMs: 60_000 });
  const credentials = join(folder, "mine", "credentials.json");
  const environment = { WHOLESALE_IMPORT_CREDENTIALS: credentials };
  const auth = (args: readonly string[], more: NodeJS.ProcessEnv = {}) =>
    runHere(["auth", ...args, "--base-url", webex.baseUrl], folder, { ...environment, ...more });
  return { folder, webex, credentials, environment, auth };
}

type Partner = Awaited<ReturnType<typeof partner>>;

/** Does what a person does with the browser. */
async function logIn({ folder, webex, environment }: Partner) {
  const redirectUri = `http://127.0.0.1:${await freePort()}/callback`;
  const args = ["auth", "login", "--base-url", webex.baseUrl, "--redirect-uri", redirectUri];
  const running = startProgram(args, folder, { ...environment, ...client });
  const address = await new Promise<string>((resolve, reject) => {
    running.child.stderr?.on("data", () => {
      const shown = /http\S+\/authorize\S+/.exec(running.err())?.[0];
      if (shown) resolve(shown);
    });
    running.ended.then(
      ({ code, err }) => reject(new Error(`login ended with ${code} before it asked: ${err}`)),
      reject,
    );
  });
  await fetch(address);
  return running.ended;
}

/** A port that was free a moment ago, below those that systems give to servers which ask for any: nobody else comes by it. */
async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer();
    try {
      server.listen(randomInt(20_000, 30_000), "127.0.0.1");
      await once(server, "listening");
      return (server.address() as AddressInfo).port; // of a server that listens
    } catch {
    } finally {
      server.close();
    }
  }
}

describe("logging in", () => {
  it("saves the access for later runs in a file that only this user can read, and shows who it belongs to", async () => {
    const own = await partner();
    const ended = await logIn(own);
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.out).toMatch(/owner +Partner Administrator <admin@service-provider\.example>/);
    expect(ended.out).toMatch(/organization +Simulated Service Provider/);
    expect(ended.out).toMatch(/partner full administrator +yes/);
    expect(ended.out + ended.err).not.toContain("the-client-secret");
    expect((await stat(own.credentials)).mode & 0o777).toBe(0o600);

    const checked = await own.auth(["check"]);
    expect(checked).toMatchObject({ code: 0, err: "" });
    expect(checked.out).toContain(`login saved in ${own.credentials}`);
  });

  it("is undone by logging out", async () => {
    const own = await partner();
    await logIn(own);
    const ended = await runHere(["auth", "logout"], own.folder, own.environment);
    expect(ended).toMatchObject({ code: 0, err: expect.stringContaining("logged out") });
    await expect(access(own.credentials)).rejects.toThrow();
    expect(await own.auth(["check"])).toMatchObject({ code: 2, err: expect.stringContaining("auth login") });
  });

  it("needs client id and secret, and says how to get them", async () => {
    const own = await partner();
    const ended = await own.auth(["login"]);
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining("WEBEX_CLIENT_ID") });
  });
});

describe("checking the access", () => {
  it("refuses credentials that others can read, and says what to do", async () => {
    const own = await partner();
    await logIn(own);
    await chmod(own.credentials, 0o644);
    const ended = await own.auth(["check"]);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(`chmod 600 ${own.credentials}`);
  });

  it("lists the scopes that a step lacks, and exits with 1", async () => {
    const own = await partner();
    await logIn(own);
    await own.webex.turnKnobs({ faults: ["GET /wholesale/subscribers=403"] });
    const ended = await own.auth(["check"]);
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(/missing for users +spark-admin:wholesale_subscribers_read/);
  });

  it("says so if Webex does not show whether the owner is a partner full administrator", async () => {
    const own = await partner();
    await logIn(own);
    await own.webex.turnKnobs({ faults: ["GET /roles=403"] });
    expect((await own.auth(["check"])).out).toMatch(/partner full administrator +unknown/);
  });

  it("explains an expired token in one paragraph, and exits with 2", async () => {
    const own = await partner();
    const ended = await own.auth(["check"], { WEBEX_ACCESS_TOKEN: "expired-long-ago" });
    expect(ended.code).toBe(2);
    expect(ended.err).toContain("expired");
    expect(ended.err).not.toContain("expired-long-ago");
  });

  it("is printed as JSON on request", async () => {
    const own = await partner();
    await logIn(own);
    expect(JSON.parse((await own.auth(["check", "--json"])).out)).toMatchObject({
      isPartnerFullAdministrator: true,
      missingScopes: [],
      isEnough: true,
    });
  });
});
