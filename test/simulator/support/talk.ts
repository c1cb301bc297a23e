/** A simulator of a test's own, and plain HTTP to it. Every answer is held against the API description, where that is there. */
import { request } from "undici";
import { expect, onTestFinished } from "vitest";
import type { SimulatorOptions } from "../../../src/simulator/options.ts";
import { type Simulator, startSimulator } from "../../../src/simulator/server.ts";
import { readApiDescription } from "../../support/openapi.ts";
import { type ManualClock, manualClock } from "./manual-clock.ts";

const description = readApiDescription();

export type Reply = {
  readonly status: number;
  /** Whatever came, as tests look into it. */
  readonly body: Loose;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

/** JSON that a test reaches into by the words of the API; a wrong turn gives undefined, and the assertion says so. */
export type Loose = { readonly [key in Word]: Loose } & readonly Loose[] & string;

type Word =
  | "access_token"
  | "displayName"
  | "errorCode"
  | "errors"
  | "expires_in"
  | "externalId"
  | "routeIdentities"
  | "type"
  | "id"
  | "items"
  | "extension"
  | "firstName"
  | "lastName"
  | "licenseIds"
  | "licenses"
  | "locations"
  | "name"
  | "number"
  | "orgId"
  | "packages"
  | "personId"
  | "phoneNumber"
  | "phoneNumbers"
  | "provisioningId"
  | "refresh_token"
  | "resourceDetails"
  | "Resources"
  | "roles"
  | "subscribers"
  | "url"
  | "value";

export type Talk = {
  readonly simulator: Simulator;
  readonly clock: ManualClock;
  /** `path` without `/v1`; `/identity/scim` and `/simulator` stand at the origin. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** The body of an answer that must be good. */
  get(path: string): Promise<Loose>;
  send(method: string, path: string, body?: unknown): Promise<Loose>;
};

export async function openTalk(options: Partial<SimulatorOptions> = {}): Promise<Talk> {
  const clock = manualClock();
  const simulator = await startSimulator({ db: ":memory:", clock, ...options });
  onTestFinished(() => simulator.close());
  const ask: Talk["ask"] = async (method, path, body, headers) => {
    const reply = await speak(simulator, method, path, body, headers);
    checkDescription(method, path, reply);
    return reply;
  };
  const send: Talk["send"] = async (method, path, body) => {
    const reply = await ask(method, path, body);
    expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
    return reply.body;
  };
  return { simulator, clock, ask, send, get: (path) => send("GET", path) };
}

async function speak(
  { origin, baseUrl }: Simulator,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const base = /^\/(simulator|identity\/scim)\//.test(path) ? origin : baseUrl;
  const reply = await request(base + path, {
    method: method as "GET", // undici lists the methods; tests send others too
    headers: {
      authorization: "Bearer any",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await reply.body.text();
  const isJson = String(reply.headers["content-type"]).startsWith("application/json");
  return { status: reply.statusCode, body: isJson ? JSON.parse(text) : text, headers: reply.headers };
}

function checkDescription(method: string, path: string, { status, body }: Reply): void {
  const operation = description?.find(method, path.split("?")[0] ?? path);
  if (operation) expect(operation.errorsOfAnswer(status, body), `${method} ${path} ${status}`).toEqual([]);
}
