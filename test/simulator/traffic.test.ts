import { Agent, request as rawRequest } from "node:http";
import { connect as openSocket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { parseFault } from "../../src/simulator/faults.ts";
import { startSimulator } from "../../src/simulator/server.ts";
import { customerBody, provision, registerTemplate, userBody } from "./support/customers.ts";
import { manualClock } from "./support/manual-clock.ts";
import { openTalk, type Talk } from "./support/talk.ts";

async function statsOf(talk: Talk) {
  return JSON.parse(JSON.stringify(await talk.get("/simulator/stats")));
}

describe("the front door", () => {
  it("requires a bearer token, any bearer token", async () => {
    const { ask } = await openTalk();
    expect((await ask("GET", "/people/me", undefined, { authorization: "" })).status).toBe(401);
    expect((await ask("GET", "/people/me", undefined, { authorization: "Basic abc" })).status).toBe(401);
    expect((await ask("GET", "/people/me", undefined, { authorization: "Bearer whatever" })).status).toBe(200);
  });

  it("lets in loopback names and pages only, under /simulator too", async () => {
    const { ask, simulator } = await openTalk();
    for (const path of ["/people/me", "/simulator/state"]) {
      expect((await ask("GET", path, undefined, { host: "evil.example" })).status).toBe(403);
      expect((await ask("GET", path, undefined, { host: `localhost.evil.example:${simulator.port}` })).status).toBe(
        403,
      );
      expect((await ask("GET", path, undefined, { host: `localhost:${simulator.port}` })).status).toBe(200);
      expect((await ask("GET", path, undefined, { origin: "https://evil.example" })).status).toBe(403);
      expect((await ask("GET", path, undefined, { origin: "null" })).status).toBe(403);
      expect((await ask("GET", path, undefined, { origin: "http://localhost:5173" })).status).toBe(403);
      expect((await ask("GET", path, undefined, { "sec-fetch-site": "cross-site" })).status).toBe(403);
      expect((await ask("GET", path, undefined, { "sec-fetch-site": "same-site" })).status).toBe(403);
      const own = await ask("GET", path, undefined, { origin: simulator.origin, "sec-fetch-site": "same-origin" });
      expect([own.status, own.headers["cross-origin-resource-policy"]]).toEqual([200, "same-origin"]);
    }
  });

  it("refuses an invalid port, and never shows where it is installed", async () => {
    const { ask } = await openTalk();
    const reply = await ask("GET", "/people/me", undefined, { host: "localhost:99999" });
    expect(reply.status).toBe(403);
    expect(JSON.stringify(reply.body)).not.toMatch(/\.ts|\.js|node:/);
  });

  it("sends people who log in back to this machine only", async () => {
    const { ask } = await openTalk();
    const authorize = (redirectUri: string) => {
      const query = { response_type: "code", client_id: "c", redirect_uri: redirectUri, state: "s" };
      return ask("GET", `/authorize?${new URLSearchParams(query)}`);
    };
    for (const uri of [
      "https://evil.example/",
      "javascript:alert(1)",
      "http://127.0.0.1.evil.example/",
      "file:///etc/passwd",
    ])
      expect([uri, (await authorize(uri)).status]).toEqual([uri, 400]);
    expect((await authorize("http://127.0.0.1:8080/callback")).status).toBe(302);
  });

  it("refuses a body over 1 MiB, and the next request on the same connection is answered", async () => {
    const { simulator } = await openTalk();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const send = (method: string, path: string, body?: Buffer) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = { authorization: "Bearer x", "content-type": "application/json" };
        const asked = rawRequest(`${simulator.baseUrl}${path}`, { method, agent, headers }, (reply) => {
          reply.resume().on("end", () => resolve(reply.statusCode));
        });
        asked.on("error", (error: NodeJS.ErrnoException) =>
          ["EPIPE", "ECONNRESET"].includes(error.code ?? "") ? resolve(undefined) : reject(error),
        );
        asked.end(body);
      });
    expect([400, undefined]).toContain(await send("POST", "/locations", Buffer.alloc(3 * 1024 ** 2, " ")));
    expect(await send("GET", "/people/me")).toBe(200);
  });

  it("links to the host by which the client asked", async () => {
    const talk = await openTalk();
    const provisioningId = await registerTemplate(talk);
    const host = `localhost:${talk.simulator.port}`;
    for (const name of ["a", "b"]) {
      const customerInfo = { name, primaryEmail: `boss@${name}.example` };
      const body = customerBody(provisioningId, { externalId: name, customerInfo });
      const { headers } = await talk.ask("POST", "/wholesale/customers", body, { host });
      expect(headers.location).toContain(`http://${host}/v1/wholesale/customers/`);
    }
    const { headers } = await talk.ask("GET", "/wholesale/customers?max=1", undefined, { host });
    expect(headers.link).toBe(`<http://${host}/v1/wholesale/customers?max=1&offset=1>; rel="next"`);
  });

  it("listens on 127.0.0.1 only", async () => {
    const { simulator } = await openTalk();
    expect(simulator.baseUrl).toBe(`http://127.0.0.1:${simulator.port}/v1`);
    const socket = openSocket({ host: "127.0.0.2", port: simulator.port });
    await expect(
      new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject)),
    ).rejects.toThrow("ECONNREFUSED");
  });

  it("knows its paths and methods, and says so in the shape of Webex", async () => {
    const { ask } = await openTalk();
    const lost = await ask("GET", "/wholesale/nothing");
    expect(lost).toMatchObject({
      status: 404,
      body: { errors: [{ description: expect.any(String) }], trackingId: lost.headers.trackingid },
    });
    expect((await ask("PATCH", "/wholesale/customers")).status).toBe(405);
    expect((await ask("GET", "/identity/scim/x")).status).toBe(404);
  });

  it("requires JSON that is valid and declared as such", async () => {
    const { ask } = await openTalk();
    expect((await ask("POST", "/wholesale/customers", "{")).status).toBe(400);
    expect((await ask("POST", "/wholesale/customers", "{}", { "content-type": "text/plain" })).status).toBe(415);
    expect((await ask("POST", "/wholesale/customers")).status).toBe(400);
    expect((await ask("POST", "/wholesale/customers", `"${"x".repeat(1_100_000)}"`)).status).toBe(400);
  });

  it("gives every answer its own tracking ID", async () => {
    const { ask } = await openTalk();
    const ids = [await ask("GET", "/people/me"), await ask("GET", "/people/me")].map(
      ({ headers }) => headers.trackingid,
    );
    expect(new Set(ids).size).toBe(2);
  });
});

describe("latency", () => {
  it("delays the answer, not the effect", async () => {
    const talk = await openTalk({ latencyMs: 100 });
    const provisioningId = await registerTemplate(talk);
    const creating = talk.ask("POST", "/wholesale/customers", customerBody(provisioningId));
    await talk.clock.sleepers(1);
    expect((await talk.get("/simulator/state")) as object).toMatchObject({ customers: [{ externalId: "bakery" }] });
    expect((await statsOf(talk)).total).toBe(0);
    talk.clock.advance(99);
    talk.clock.advance(1);
    expect((await creating).status).toBe(202);
  });

  it("is reported as the most in flight", async () => {
    const talk = await openTalk({ latencyMs: 100 });
    const asked = [1, 2, 3].map(() => talk.get("/people/me"));
    await talk.clock.sleepers(3);
    talk.clock.advance(100);
    await Promise.all(asked);
    expect(await statsOf(talk)).toMatchObject({ mostInFlight: 3, total: 3, reads: 3, writes: 0 });
  });

  it("varies with its jitter, by the seed", async () => {
    const wakeTimes = async (seed: number) => {
      const times: number[] = [];
      const clock = { now: () => 0, monotonic: () => 0, sleep: async (ms: number) => void times.push(ms) };
      const simulator = await startSimulator({ db: ":memory:", clock, latencyMs: 100, latencyJitterMs: 20, seed });
      for (let i = 0; i < 20; i++)
        await fetch(`${simulator.baseUrl}/people/me`, { headers: { authorization: "Bearer x" } });
      await simulator.close();
      return times;
    };
    const first = await wakeTimes(7);
    expect(Math.min(...first)).toBeGreaterThanOrEqual(80);
    expect(Math.max(...first)).toBeLessThanOrEqual(120);
    expect(new Set(first).size).toBeGreaterThan(10);
    expect(await wakeTimes(7)).toEqual(first);
    expect(await wakeTimes(8)).not.toEqual(first);
  });
});

describe("the rate limit", () => {
  it("answers 429 with Retry-After in whole seconds, until time has passed", async () => {
    const { ask, clock } = await openTalk({ rateLimitPerSecond: 2 });
    const statuses = async (count: number) => {
      const replies = [];
      for (let i = 0; i < count; i++) replies.push(await ask("GET", "/people/me"));
      return replies.map(({ status }) => status);
    };
    expect(await statuses(3)).toEqual([200, 200, 429]);
    expect((await ask("GET", "/people/me")).headers["retry-after"]).toBe("1");
    clock.advance(500);
    expect(await statuses(2)).toEqual([200, 429]);
    clock.advance(60_000);
    expect(await statuses(3)).toEqual([200, 200, 429]);
  });

  it("refuses before anything is done", async () => {
    const talk = await openTalk({ rateLimitPerSecond: 0.1 });
    const provisioningId = await registerTemplate(talk);
    await talk.get("/people/me");
    const reply = await talk.ask("POST", "/wholesale/customers", customerBody(provisioningId));
    expect(reply).toMatchObject({ status: 429, headers: { "retry-after": "10" } });
    expect(await talk.get("/simulator/state")).toMatchObject({ customers: [] });
  });

  it("does not touch /simulator, and is turned while it runs", async () => {
    const talk = await openTalk({ rateLimitPerSecond: 1 });
    for (let i = 0; i < 5; i++) expect((await talk.ask("GET", "/simulator/stats")).status).toBe(200);
    await talk.get("/people/me");
    expect((await talk.ask("GET", "/people/me")).status).toBe(429);
    await talk.send("POST", "/simulator/knobs", { rateLimitPerSecond: null });
    for (let i = 0; i < 5; i++) expect((await talk.ask("GET", "/people/me")).status).toBe(200);
  });

  it("may be one of requests in flight: those that are held back count until they are answered", async () => {
    const talk = await openTalk({ rateLimit: "2-in-flight", latencyMs: 1_000 });
    const statuses: number[] = [];
    const asked = Array.from({ length: 3 }, async () => {
      const { status } = await talk.ask("GET", "/people/me");
      statuses.push(status);
    });
    await talk.clock.sleepers(3);
    talk.clock.advance(1_000);
    await Promise.all(asked);
    expect(statuses.sort()).toEqual([200, 200, 429]);
  });

  it("gives way to the one that is turned on after it", async () => {
    const talk = await openTalk({ rateLimitPerSecond: 1 });
    const turned = await talk.ask("POST", "/simulator/knobs", { rateLimit: "2/60s" });
    expect(turned).toMatchObject({ status: 200, body: { rateLimit: "2/60s" } });
    expect(turned.body).not.toHaveProperty("rateLimitPerSecond");
    const statuses = [];
    for (let each = 0; each < 3; each += 1) statuses.push((await talk.ask("GET", "/people/me")).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await talk.ask("GET", "/people/me")).headers["retry-after"]).toBe("60");
    expect((await talk.ask("POST", "/simulator/knobs", { rateLimit: "two" })).status).toBe(400);
  });
});

describe("faults", () => {
  const create = (talk: Talk, customerId: string) => talk.ask("POST", "/wholesale/subscribers", userBody(customerId));
  const subscribersOf = async (talk: Talk) => (await talk.get("/wholesale/subscribers")).items.length;

  async function openWithFault(rule: string) {
    const talk = await openTalk();
    const { customerId } = await provision(talk);
    await talk.send("POST", "/simulator/stats/reset");
    await talk.send("POST", "/simulator/knobs", { faults: [rule] });
    return { talk, customerId };
  }

  it("answer with a status, without the effect", async () => {
    const { talk, customerId } = await openWithFault("POST /wholesale/subscribers=503:1x");
    expect(await create(talk, customerId)).toMatchObject({ status: 503, body: { trackingId: expect.any(String) } });
    expect(await subscribersOf(talk)).toBe(0);
    expect((await create(talk, customerId)).status).toBe(200);
    expect((await statsOf(talk)).requests["POST /wholesale/subscribers"]).toEqual({ 200: 1, 503: 1 });
  });

  it.each(["429", "423"])("say when to come back with %s", async (status) => {
    const { talk, customerId } = await openWithFault(`* /wholesale/*=${status}`);
    expect(await create(talk, customerId)).toMatchObject({ status: Number(status), headers: { "retry-after": "1" } });
  });

  it("break the connection before the effect (reset)", async () => {
    const { talk, customerId } = await openWithFault("POST /wholesale/subscribers=reset");
    await expect(create(talk, customerId)).rejects.toThrow();
    expect(await subscribersOf(talk)).toBe(0);
    expect((await statsOf(talk)).requests["POST /wholesale/subscribers"]).toEqual({ reset: 1 });
  });

  it("break the connection after the effect (lost)", async () => {
    const { talk, customerId } = await openWithFault("POST /wholesale/subscribers=lost");
    await expect(create(talk, customerId)).rejects.toThrow();
    expect(await subscribersOf(talk)).toBe(1);
    expect((await statsOf(talk)).requests["POST /wholesale/subscribers"]).toEqual({ lost: 1 });
  });

  it("leave the client waiting, without the effect (timeout)", async () => {
    const { talk, customerId } = await openWithFault("POST /wholesale/subscribers=timeout");
    const body = JSON.stringify(userBody(customerId));
    const headers = { authorization: "Bearer x", "content-type": "application/json" };
    const url = `${talk.simulator.baseUrl}/wholesale/subscribers`;
    await expect(fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(50) })).rejects.toThrow(
      "aborted",
    );
    expect(await subscribersOf(talk)).toBe(0);
  });

  it("break the body, with or without the effect, by the seed (garbage)", async () => {
    const { talk, customerId } = await openWithFault("POST /wholesale/subscribers=garbage");
    for (let i = 0; i < 20; i++) {
      const email = `user${i}@bakery.example`;
      const body = JSON.stringify(userBody(customerId, { email }, { extension: String(2000 + i) }));
      const headers = { authorization: "Bearer x", "content-type": "application/json" };
      const reply = await fetch(`${talk.simulator.baseUrl}/wholesale/subscribers`, { method: "POST", headers, body });
      expect(reply.status).toBe(200);
      await expect(reply.json()).rejects.toThrow();
    }
    expect(await subscribersOf(talk)).toBeGreaterThan(0);
    expect(await subscribersOf(talk)).toBeLessThan(20);
  });

  it("strike as often as their probability says, the same for the same seed", async () => {
    const struck = async (seed: number) => {
      const { ask } = await openTalk({ faults: [parseFault("GET /people/me=500:0.2")], seed });
      const statuses: number[] = [];
      for (let i = 0; i < 200; i++) statuses.push((await ask("GET", "/people/me")).status);
      return statuses;
    };
    const first = await struck(3);
    const count = first.filter((status) => status === 500).length;
    expect(count).toBeGreaterThan(20);
    expect(count).toBeLessThan(60);
    expect(await struck(3)).toEqual(first);
  });

  it("for a route that does not exist are refused at the start", async () => {
    const faults = [parseFault("POST /wholesale/subscriber=503")];
    await expect(startSimulator({ db: ":memory:", clock: manualClock(), faults })).rejects.toThrow("no route");
  });
});

describe("closing", () => {
  it("ends requests that are held back or waiting, and twice is once", async () => {
    const clock = manualClock();
    const faults = [parseFault("GET /roles=timeout")];
    const simulator = await startSimulator({ db: ":memory:", clock, latencyMs: 1000, faults });
    const headers = { authorization: "Bearer x" };
    const asked = ["people/me", "roles"].map((path) => fetch(`${simulator.baseUrl}/${path}`, { headers }));
    const ended = Promise.allSettled(asked);
    await clock.sleepers(1);
    await Promise.all([simulator.close(), simulator.close()]);
    expect((await ended).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(fetch(simulator.origin)).rejects.toThrow();
  });

  it("does not wait for a body that never comes", async () => {
    const simulator = await startSimulator({ db: ":memory:", clock: manualClock() });
    const headers = { authorization: "Bearer x", "content-type": "application/json", "content-length": "100" };
    const half = rawRequest(`${simulator.baseUrl}/wholesale/customers`, { method: "POST", headers });
    const ended = new Promise((resolve) => half.once("error", resolve));
    half.write("{");
    await (await fetch(`${simulator.origin}/simulator/stats`)).text();
    await simulator.close();
    expect(await ended).toBeInstanceOf(Error);
  });

  it("refuses a port that is taken, and leaves nothing open", async () => {
    const { simulator } = await openTalk();
    const options = { db: ":memory:", clock: manualClock(), port: simulator.port };
    await expect(startSimulator(options)).rejects.toThrow(`cannot listen on port ${simulator.port}`);
  });
});
