/** The story of one request: let in, counted, limited, struck by a fault or answered, held back, sent. Knows no route. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Controls } from "../controls.ts";
import type { FaultOutcome } from "../faults.ts";
import { Refusal, refuse } from "../refusal.ts";
import { settleDue } from "../rules/provisioning.ts";
import type { World } from "../world.ts";
import { checkBearer, checkCaller } from "./front-door.ts";
import { readForm, readJson, readQuery } from "./receive.ts";
import { refusalAnswer, send, sendGarbage } from "./respond.ts";
import type { Answer, Match, Route, Router } from "./routing.ts";
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
  const { response, trackingId } = exchange;
  const waitMs = options.controls.rateLimit()?.take(options.world.clock.now()) ?? 0;
  const fault = waitMs > 0 ? undefined : options.controls.pickFault(match.route.method, match.route.path);
  if (fault?.kind === "reset") return breakOff(response, "reset");
  if (fault?.kind === "timeout") return waitForTheClient(response);
  const answer = waitMs > 0 ? throttled(waitMs, trackingId) : await answerOrFault(options, exchange, match, fault);
  const latencyMs = options.controls.nextLatencyMs();
  if (latencyMs > 0) await options.world.clock.sleep(latencyMs, options.closing);
  if (fault?.kind === "lost") return breakOff(response, "lost");
  if (fault?.kind === "garbage") sendGarbage(response, trackingId);
  else send(response, answer, trackingId);
  return fault?.kind === "garbage" ? "garbage" : String(answer.status);
}

async function answerOrFault(
  { world, controls, stats }: TrafficOptions,
  exchange: Exchange,
  match: Match,
  fault: FaultOutcome | undefined,
): Promise<Answer> {
  if (fault?.kind === "status") return faultAnswer(fault.status, exchange.trackingId);
  if (fault?.kind === "garbage" && controls.flipCoin()) return { status: 200 };
  try {
    if (!match.route.isOpen) checkBearer(exchange.request.headers, world);
    settleDue(world);
    const answer = await answerRoute(world, match, exchange);
    if (answer.duplicate) stats.countDuplicate(answer.duplicate);
    return answer;
  } catch (error) {
    if (error instanceof Refusal && error.duplicate) stats.countDuplicate(error.duplicate);
    return answerFor(error, exchange.trackingId);
  }
}

/** Parses, then does all of it or nothing; what only reads, or writes one thing, needs no transaction. */
async function answerRoute(world: World, { route, params }: Match, { request, url }: Exchange): Promise<Answer> {
  const body = await readBody(request, route);
  const call = { params, body, url, query: readQuery(url) };
  const isSingle = route.effect === "read" || route.method === "GET";
  const answer = isSingle ? route.answer(call, world) : world.store.together(() => route.answer(call, world));
  await world.store.written();
  return answer;
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
  return url.startsWith("/") ? new URL(`http://${headers.host}${url}`) : refuse(400, `${url} is not a path.`);
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

function faultAnswer(status: number, trackingId: string): Answer {
  if (status === 429) return throttled(1, trackingId);
  const headers = status === 423 ? { "retry-after": "1" } : {};
  return {
    ...refusalAnswer(new Refusal(status, [{ description: `Simulated fault ${status}.` }]), trackingId),
    headers,
  };
}

/** A refusal as Webex spells it; anything else is a fault of ours, with its stack for whoever mends it. */
function answerFor(error: unknown, trackingId: string): Answer {
  if (error instanceof Refusal) return refusalAnswer(error, trackingId);
  const description = error instanceof Error ? (error.stack ?? error.message) : String(error);
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
