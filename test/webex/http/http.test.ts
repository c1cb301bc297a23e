import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { AccessToken } from "../../../src/webex/auth/access-token.ts";
import type { HttpOptions } from "../../../src/webex/http/http.ts";
import type { Request } from "../../../src/webex/http/request.ts";
import { noAnswer } from "../../../src/webex/http/wire.ts";
import { englishOf } from "../../support/english-of.ts";
import type { Answering, Prepared } from "../support/answer-server.ts";
import { never } from "../support/client.ts";
import { served } from "../support/served.ts";

const thing = z.object({ id: z.string() });
const get: Request<{ id: string }> = { method: "GET", route: "/things", answer: thing, signal: never };

async function failureOf(prepared: Prepared) {
  const { http } = await served(() => prepared);
  const reply = await http.send(get);
  return reply.ok ? undefined : reply.failure;
}

describe("a success", () => {
  it("gives the value, the status and the tracking id whatever the header's case", async () => {
    const { http } = await served(() => ({ headers: { TrackingID: "ROUTER_1" }, body: { id: "a", more: 1 } }));
    expect(await http.send(get)).toEqual({
      ok: true,
      value: { id: "a" },
      status: 200,
      trace: { status: 200, trackingId: "ROUTER_1" },
    });
  });

  it("with a body that is not JSON is a broken contract, and was sent", async () => {
    expect(await failureOf({ body: "<html>fine</html>" })).toMatchObject({
      kind: "contract",
      sent: true,
      status: 200,
      message: "Webex answered 200 to GET /things with something unexpected: it is not JSON.",
    });
  });

  it("with another shape names the place and never the value", async () => {
    const failure = await failureOf({ body: { id: 77_001 } });
    expect(failure).toMatchObject({ kind: "contract", sent: true });
    expect(englishOf(failure?.message)).toContain("id: Invalid input: expected string, received number");
    expect(englishOf(failure?.message)).not.toContain("77");
  });

  it("with a body that is not JSON breaks the contract even if the body is not read: it may not be from Webex at all", async () => {
    const { http } = await served(() => ({ body: "<html>log in to the network first</html>" }));
    expect(await http.send({ ...get, answer: noAnswer })).toMatchObject({
      ok: false,
      failure: { kind: "contract", sent: true },
    });
  });

  it("may be anything when it is not read", async () => {
    const { http } = await served(() => ({ status: 204 }));
    expect(await http.send({ ...get, answer: noAnswer })).toMatchObject({ ok: true, value: undefined, status: 204 });
  });
});

describe("an error answer", () => {
  it.each([
    [400, "rejected", false],
    [401, "unauthorized", false],
    [403, "rejected", false],
    [404, "rejected", false],
    [409, "rejected", false],
    [408, "unavailable", true],
    [423, "locked", false],
    [429, "throttled", false],
    [500, "unavailable", true],
    [502, "unavailable", true],
    [503, "unavailable", true],
    [504, "unavailable", true],
    [302, "contract", true],
  ] as const)("%i is %s, sent: %s", async (status, kind, sent) => {
    expect(await failureOf({ status, body: { message: "no" } })).toMatchObject({ kind, sent, status });
  });

  it("gives the most specific text, its code, what to do, and the tracking ID of the body", async () => {
    const body = {
      message: "One or more errors occurred.",
      errors: [{ errorCode: 10_022, description: "The email is taken." }],
      trackingId: "ROUTER_2",
    };
    expect(await failureOf({ status: 400, body })).toEqual({
      kind: "rejected",
      sent: false,
      status: 400,
      message: "The email is taken.",
      errorCode: "10022",
      hint: expect.stringContaining("another address"),
      trackingId: "ROUTER_2",
    });
  });

  it("without a readable body names the status", async () => {
    expect(await failureOf({ status: 502, body: "<html>bad gateway</html>" })).toMatchObject({
      message: "Webex answered 502 Bad Gateway.",
    });
  });

  it.each([
    ["5", { kind: "throttled", sent: true, retryAfterMs: 5000 }],
    ["soon", { kind: "unavailable", sent: true }],
  ])("503 with Retry-After %j is reported as such", async (retryAfter, expected) => {
    expect(await failureOf({ status: 503, headers: { "Retry-After": retryAfter } })).toMatchObject(expected);
  });

  it("says how long to wait by the clock of the server", async () => {
    const date = new Date(Date.now() - 1_200_000);
    const headers = { Date: date.toUTCString(), "Retry-After": new Date(date.getTime() + 3_000).toUTCString() };
    expect(await failureOf({ status: 429, headers })).toMatchObject({ retryAfterMs: 3000 });
  });

  it("says how long to wait", async () => {
    expect(await failureOf({ status: 429, headers: { "Retry-After": "7" } })).toMatchObject({ retryAfterMs: 7000 });
  });

  it("never repeats the token, even when the server does", async () => {
    const body = { message: "bad header: Bearer secret-token!" };
    expect(await failureOf({ status: 400, body })).toMatchObject({ message: "bad header: Bearer ***!" });
  });

  it.each([
    ["secret-token"],
    [encodeURIComponent("secret-token")],
    [Buffer.from("Bearer secret-token").toString("base64")],
    [Buffer.from("x: secret-token; y").toString("base64url")],
    [Buffer.from("secret-token").toString("base64")],
  ])("never repeats the token in any of its texts, spelled %s", async (spelled) => {
    const said = [];
    for (const body of [
      { message: `got ${spelled}` },
      { errors: [{ description: spelled, errorCode: spelled }] },
      { error: { message: [{ description: "no", code: spelled }] } },
      { detail: spelled, trackingId: spelled },
    ]) {
      said.push(JSON.stringify(await failureOf({ status: 400, body, headers: { trackingid: spelled } })));
    }
    for (const text of said) {
      expect(text).toContain("***");
      expect(text).not.toContain(spelled.slice(4, -4));
    }
  });

  it("is cut, on one line, and shows what would steer a terminal or hide", async () => {
    const body = {
      errors: Array.from({ length: 10_000 }, (_, index) => ({
        description: `${index} \u001b[2J\r\n\u202ebad`,
        errorCode: "9".repeat(index === 0 ? 5_000 : 1),
      })),
    };
    const failure = await failureOf({ status: 400, body, headers: { trackingid: "T".repeat(5_000) } });
    expect(englishOf(failure?.message).length).toBeLessThanOrEqual(1_000);
    expect(englishOf(failure?.message)).toMatch(/^0 \[2J U\+202Ebad; .*; \+9995$/);
    expect(failure?.errorCode).toHaveLength(100);
    expect(failure?.trackingId).toHaveLength(100);
  });
});

describe("a 401 on one route", () => {
  it("with a token that is good elsewhere refuses that call alone, and names route and scope", async () => {
    const { http, asked } = await served(({ path }) =>
      path === "/v1/people/me" ? { body: { id: "me" } } : { status: 401, body: { message: "no" } },
    );
    const send = () => http.send({ ...get, method: "POST", route: "/wholesale/subscribers" });
    const [first] = await Promise.all([send(), send(), send()]);
    expect(first).toMatchObject({
      failure: {
        kind: "rejected",
        status: 401,
        errorCode: "route_refused",
        message: expect.stringContaining("POST /wholesale/subscribers (401)"),
        hint: expect.stringContaining("spark-admin:wholesale_subscribers_write"),
      },
    });
    await send();
    expect(asked.filter(({ path }) => path === "/v1/people/me")).toHaveLength(1);
  });

  it("with a token that is dead stays one of the token", async () => {
    expect(await failureOf({ status: 401 })).toMatchObject({ kind: "unauthorized" });
  });

  it("says nothing while it is unknown whether the token is valid", async () => {
    const { http } = await served(({ path }) => ({ status: path === "/v1/people/me" ? 503 : 401 }));
    expect(await http.send(get)).toMatchObject({ failure: { kind: "unavailable", sent: false } });
  });

  it("renews the token once, and not again for a token that was good a moment ago", async () => {
    let renewals = 0;
    const accessToken: AccessToken = {
      current: async () => ({ ok: true, token: `token-number-${renewals}` }),
      refresh: async () => {
        renewals += 1;
        return { ok: true, token: `token-number-${renewals}` };
      },
    };
    const { http } = await served(({ path }) => (path === "/v1/people/me" ? { body: {} } : { status: 401 }), {
      accessToken,
    });
    for (let count = 0; count < 3; count += 1)
      expect(await http.send(get)).toMatchObject({ failure: { kind: "rejected" } });
    expect(renewals).toBe(1);
  });
});

describe("an answer that is compressed without a request for it", () => {
  const content = Buffer.from(JSON.stringify({ id: "a" }));

  it.each([
    ["gzip", gzipSync(content)],
    ["deflate", deflateSync(content)],
    ["deflate", deflateRawSync(content)],
    ["br", brotliCompressSync(content)],
    ["identity", content],
    ["deflate, gzip", gzipSync(deflateSync(content))],
  ])("is unpacked: %s", async (encoding, body) => {
    const { http } = await served(() => ({ headers: { "content-encoding": encoding }, body }));
    expect(await http.send(get)).toMatchObject({ ok: true, value: { id: "a" } });
  });

  it.each([
    ["zstd", content],
    ["gzip", content],
    ["gzip", gzipSync(Buffer.alloc(20 * 1024 * 1024))],
    ["br", brotliCompressSync(Buffer.alloc(20 * 1024 * 1024))],
  ])("is refused by its name when it cannot be: %s", async (encoding, body) => {
    const failure = await failureOf({ headers: { "content-encoding": encoding }, body });
    expect(failure).toMatchObject({
      kind: "contract",
      message: expect.stringContaining(`compressed its answer with ${encoding}`),
    });
  });
});

describe("a request", () => {
  it("spells parameters and query safely, leaves out what is undefined, and acts for the sub-partner where wholesale calls can", async () => {
    const { http, asked } = await served(() => ({ body: { id: "a" } }), { onBehalfOf: "sub/partner=" });
    await http.send({
      ...get,
      route: "/wholesale/customers/{customerId}",
      params: { customerId: "a/b=" },
      query: { name: "Den Haag & co", phone: "+31", none: undefined, max: 3 },
    });
    await http.send(get);
    expect(asked[0]?.path).toBe("/v1/wholesale/customers/a%2Fb%3D");
    expect([...(asked[0]?.query ?? [])]).toEqual([
      ["name", "Den Haag & co"],
      ["phone", "+31"],
      ["max", "3"],
      ["onBehalfOfSubPartnerOrgId", "sub/partner="],
    ]);
    expect([...(asked[1]?.query ?? [])]).toEqual([]);
  });

  it("goes next to /v1 for SCIM and for the simulator", async () => {
    const { http, asked } = await served(() => ({ body: { id: "a" } }));
    await http.send({ ...get, base: "scim" });
    await http.send({ ...get, base: "simulator" });
    expect(asked.map(({ path }) => path)).toEqual(["/things", "/things"]);
  });

  it("carries the token, and a JSON body with its type", async () => {
    const { http, asked } = await served(() => ({ body: { id: "a" } }));
    await http.send({ ...get, method: "POST", body: { name: "é" } });
    expect(asked[0]?.headers).toMatchObject({
      authorization: "Bearer secret-token",
      "content-type": "application/json",
      accept: "application/json",
    });
    expect(asked[0]?.body).toEqual({ name: "é" });
  });

  it("is reported with its route, never with its parameters", async () => {
    const { http, records } = await served(() => ({ status: 503, headers: { trackingid: "T" } }));
    await http.send({ ...get, route: "/things/{thingId}", params: { thingId: "private" } });
    expect(records).toEqual([
      {
        method: "GET",
        route: "/things/{thingId}",
        status: 503,
        durationMs: expect.any(Number),
        trackingId: "T",
        failure: "unavailable",
      },
    ]);
  });

  it("passes the gate, and reports to it how each one ended", async () => {
    const passed: unknown[] = [];
    const ticket = { sentAtMs: 7, inFlight: 1 };
    const gate: HttpOptions["gate"] = {
      async enter(organization) {
        passed.push(["enter", organization]);
        return ticket;
      },
      leave: (given, { status, retryAfterMs }) => void passed.push(["leave", given, status, retryAfterMs]),
    };
    const { http } = await served(() => ({ status: 429, headers: { "retry-after": "1" } }), { gate });
    await http.send({ ...get, orgId: "org" });
    expect(passed).toEqual([
      ["enter", "org"],
      ["leave", ticket, 429, 1000],
    ]);
  });

  it("that the caller gives up throws the caller's reason, and leaves the gate", async () => {
    const stop = new AbortController();
    let left = 0;
    const gate = { enter: async () => ({ sentAtMs: 0, inFlight: 1 }), leave: () => void left++ };
    const answering: Answering = () => void stop.abort(new Error("stopped by a person"));
    const { http, records } = await served(answering, { gate });
    await expect(http.send({ ...get, signal: stop.signal })).rejects.toThrow("stopped by a person");
    expect(left).toBe(1);
    expect(records).toMatchObject([{ failure: "aborted" }]);
  });
});

describe("the next page", () => {
  async function nextOf(link: string) {
    const { http, origin } = await served(() => ({ headers: { link }, body: { id: "a" } }));
    const reply = await http.send(get);
    return reply.ok ? reply.next?.replace(origin, "") : undefined;
  }

  it("is followed on the same origin", async () => {
    expect(await nextOf('</v1/things?cursor=2>; rel="next"')).toBe("/v1/things?cursor=2");
  });

  it("is not followed to another host", async () => {
    expect(await nextOf('<https://elsewhere.example/v1/things>; rel="next"')).toBeUndefined();
  });
});
