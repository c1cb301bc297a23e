/** The story of one request: let in, counted, limited, struck by a fault or answered, held back, sent. Knows no route. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { Controls } from "../controls.ts";
import type { FaultOutcome } from "../faults.ts";
import type { QuirkKind } from "../quirks.ts";
import { Refusal, refuse } from "../refusal.ts";
import { pickRival } from "../rivals.ts";
import { settleDue } from "../rules/provisioning.ts";
import type { World } from "../world.ts";
import { bendAnswer, shortPage } from "./bend-answer.ts";
import { checkBearer, checkCaller } from "./front-door.ts";
import { readForm, readJson, readQuery } from "./receive.ts";
import { refusalAnswer, send, sendGarbage } from "./respond.ts";
import type { Answer, Match, RawCall, Route, Router } from "./routing.ts";
import type { Stats } from "./stats.ts";

export type TrafficOptions = {
  readonly world: World;
  readonly controls: Controls;
  readonly stats: Stats;
  readonly webex: Router;
  readonly control: Router;
  /** Aborted when the simulator closes. */
  readonly closing: AbortSignal;
};

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly trackingId: string;
};

/** Serves one request to its end. Never rejects. */
export type Traffic = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createTraffic(options: TrafficOptions): Traffic {
  let served = 0;
  const { world, stats } = options;
  return async (request, response) => {
    served += 1;
    const trackingId = `SIMULATOR_${world.store.starts}-${served}`;
    const isControl = request.url?.startsWith("/simulator/") ?? false;
    if (!isControl) stats.enter();
    try {
      checkCaller(request.headers);
      const exchange = { request, response, trackingId, url: readUrl(request) };
      if (isControl) send(response, await answerControl(options, exchange), trackingId);
      else await serveWebex(options, exchange);
    } catch (error) {
      if (!options.closing.aborted) send(response, answerFor(error, trackingId), trackingId);
    } finally {
      if (!isControl) stats.leave();
    }
  };
}

async function answerControl({ world, control }: TrafficOptions, exchange: Exchange): Promise<Answer> {
  settleDue(world);
  return answerRoute(world, findRoute(control, exchange, exchange.url.pathname), exchange);
}

/** Requests that lead nowhere are counted, and neither limited nor held back. */
async function serveWebex(options: TrafficOptions, exchange: Exchange): Promise<void> {
  const { stats, webex } = options;
  try {
    const match = findRoute(webex, exchange, withoutVersion(exchange.url.pathname));
    stats.count(match.route, await carryOut(options, exchange, match));
  } catch (error) {
    if (error instanceof Refusal) stats.count(undefined, String(error.status));
    throw error;
  }
}

/** What became of it: a status, or a fault that left none. */
async function carryOut(options: TrafficOptions, exchange: Exchange, match: Match): Promise<string> {
  const limit = options.controls.limit();
  const nowMs = options.world.clock.now();
  const waitMs = limit?.waitMs(nowMs) ?? 0;
  if (waitMs > 0) return answerMatch(options, exchange, match, waitMs);
  limit?.take(nowMs);
  try {
    return await answerMatch(options, exchange, match, 0);
  } finally {
    limit?.give();
  }
}

/** `waitMs`: until it would not be refused by the limit; 0: it is not. */
async function answerMatch(options: TrafficOptions, exchange: Exchange, match: Match, waitMs: number): Promise<string> {
  const { response, trackingId } = exchange;
  const fault = waitMs > 0 ? undefined : options.controls.pickFault(match.route.method, match.route.path);
  if (fault?.kind === "reset") return breakOff(response, "reset");
  if (fault?.kind === "timeout") return waitForTheClient(response);
  const quirks = options.controls.drawQuirks();
  const asWished =
    waitMs > 0 ? throttled(waitMs, trackingId) : await answerOrFault(options, exchange, match, { fault, quirks });
  const answer = bendAnswer(asWished, match.route.path, quirks);
  const latencyMs = options.controls.nextLatencyMs(match.route.method, match.route.path);
  if (latencyMs > 0) await options.world.clock.sleep(latencyMs, options.closing);
  if (fault?.kind === "lost") return breakOff(response, "lost");
  if (fault?.kind === "garbage") sendGarbage(response, trackingId);
  else send(response, answer, trackingId, quirks.has("packed"));
  return fault?.kind === "garbage" ? "garbage" : String(answer.status);
}

async function answerOrFault(
  { world, controls, stats }: TrafficOptions,
  exchange: Exchange,
  match: Match,
  { fault, quirks }: { readonly fault: FaultOutcome | undefined; readonly quirks: ReadonlySet<QuirkKind> },
): Promise<Answer> {
  if (fault?.kind === "status") return faultAnswer(fault, exchange.trackingId);
  if (fault?.kind === "garbage" && controls.flipCoin()) return { status: 200 };
  const isHalved = fault?.kind === "half";
  try {
    if (!match.route.isOpen) checkBearer(exchange.request.headers, world);
    settleDue(world);
    if (isHalved && !match.route.half) refuse(500, "Simulated fault: nothing was done.");
    const answer = await answerRoute(world, match, exchange, { quirks, isHalved });
    if (isHalved) refuse(500, "Simulated fault: a part of it was done.");
    if (answer.duplicate) stats.countDuplicate(answer.duplicate);
    return answer;
  } catch (error) {
    if (error instanceof Refusal && error.duplicate) stats.countDuplicate(error.duplicate);
    return answerFor(error, exchange.trackingId);
  }
}

/** Parses, then does all of it or nothing; what only reads, or writes one thing, needs no transaction. */
async function answerRoute(
  world: World,
  { route, params }: Match,
  { request, url }: Exchange,
  { quirks, isHalved }: Manner = { quirks: new Set(), isHalved: false },
): Promise<Answer> {
  const body = await readBody(request, route);
  const query = quirks.has("short-pages") ? withShortPage(route, readQuery(url)) : readQuery(url);
  const sent = { params, body, url, query };
  const call = isHalved && route.half ? { ...sent, body: route.half(sent, world) } : sent;
  letRivalGoFirst(world, route, call);
  world.sight.draw();
  const isSingle = route.effect === "read" || route.method === "GET";
  const answer = isSingle ? route.answer(call, world) : world.store.together(() => route.answer(call, world));
  await world.store.written();
  return answer;
}

type Manner = { readonly quirks: ReadonlySet<QuirkKind>; readonly isHalved: boolean };

/** Whatever was asked for, where the route has pages. */
function withShortPage(route: Route, query: RawCall["query"]): RawCall["query"] {
  const { query: schema } = route.takes;
  const shape = schema instanceof z.ZodObject ? schema.shape : {};
  const size = ["max", "count"].find((name) => name in shape);
  return size ? { ...query, [size]: String(shortPage) } : query;
}

/** Somebody else makes the same thing, or another one under its key; where they may not, they leave it. */
function letRivalGoFirst(world: World, route: Route, call: RawCall): void {
  const { rivals } = world.knobs();
  const body = route.rival && rivals.length > 0 ? route.takes.body?.safeParse(call.body) : undefined;
  if (!route.rival || !body?.success) return;
  const { kind } = route.rival;
  const key = route.rival.key(body.data, call.query);
  const rule = pickRival(rivals, kind, key, world.seed);
  if (!rule) return;
  const theirs = rule.isDifferent ? { ...call, body: route.rival.differ(body.data) } : call;
  try {
    world.store.together(() => route.answer(theirs, world));
    world.rivalDeeds.push({ kind, key, isDifferent: rule.isDifferent });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function readBody(request: IncomingMessage, route: Route): Promise<unknown> {
  if (route.method === "GET") return undefined;
  return route.isOpen ? readForm(request) : readJson(request);
}

function findRoute(router: Router, { request, url }: Exchange, path: string | undefined): Match {
  const found = path === undefined ? { allowed: [] } : router.match(request.method ?? "GET", path);
  if ("route" in found) return found;
  if (found.allowed.length === 0) refuse(404, `There is no ${url.pathname}.`);
  return refuse(405, `${request.method} is not allowed for ${url.pathname}, only ${found.allowed.join(", ")}.`);
}

/** As the client spelled it: links in answers stay on the host that it knows. Its Host was checked before. */
function readUrl({ url = "/", headers }: IncomingMessage): URL {
  const text = `http://${headers.host}${url}`;
  return url.startsWith("/") && URL.canParse(text) ? new URL(text) : refuse(400, `${url} is not a path.`);
}

/** SCIM stands at the origin, everything else under /v1. */
function withoutVersion(path: string): string | undefined {
  if (path.startsWith("/identity/scim/")) return path;
  return path.startsWith("/v1/") && !path.startsWith("/v1/identity/scim/") ? path.slice(3) : undefined;
}

function throttled(waitMs: number, trackingId: string): Answer {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const refusal = new Refusal(429, [{ description: "Too many requests have been sent in a given amount of time." }]);
  return { ...refusalAnswer(refusal, trackingId), headers: { "retry-after": String(seconds) } };
}

function faultAnswer(
  { status, retryAfterSeconds }: Extract<FaultOutcome, { kind: "status" }>,
  trackingId: string,
): Answer {
  if (status === 429 && retryAfterSeconds === undefined) return throttled(1, trackingId);
  const seconds = retryAfterSeconds ?? (status === 423 ? 1 : undefined);
  const headers: Record<string, string> = seconds === undefined ? {} : { "retry-after": String(seconds) };
  return {
    ...refusalAnswer(new Refusal(status, [{ description: `Simulated fault ${status}.` }]), trackingId),
    headers,
  };
}

/** A refusal as Webex spells it; anything else is a fault of ours. */
function answerFor(error: unknown, trackingId: string): Answer {
  if (error instanceof Refusal) return refusalAnswer(error, trackingId);
  const description = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return refusalAnswer(new Refusal(500, [{ description }]), trackingId);
}

function breakOff(response: ServerResponse, outcome: "reset" | "lost"): string {
  response.socket?.resetAndDestroy();
  return outcome;
}

/** The client gives up, or the simulator closes all connections. */
function waitForTheClient(response: ServerResponse): Promise<string> {
  return new Promise((resolve) => {
    if (response.destroyed) resolve("timeout");
    response.once("close", () => resolve("timeout"));
  });
}
